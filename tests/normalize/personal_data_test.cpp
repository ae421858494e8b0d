#include "normalize/personal_data.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "normalize/first_names.h"

namespace sop {
namespace {

// "naam: Anna Bos; telefoon: 06-12345678"
std::string shown(std::string_view text) {
    constexpr std::string_view kinds[]{"naam", "familie", "mail", "telefoon", "bsn", "nummer", "aantal"};
    std::string out;
    for (const PersonalSpan& span : find_personal_data(text)) {
        if (!out.empty()) out += "; ";
        out += kinds[static_cast<std::size_t>(span.kind)];
        out += ": ";
        out += text.substr(span.begin, span.end - span.begin);
    }
    return out;
}

struct Row {
    std::string_view text, found;
};

void check(const Row& row) {
    CAPTURE(row.text);
    CHECK(shown(row.text) == row.found);
}

TEST_CASE("names stand behind honorifics and roles, or begin with a first name") {
    const Row rows[]{
        {"Bel mevrouw De Vries of dhr. P. Bakker.", "naam: De Vries; naam: P. Bakker"},
        {"Bel mw. drs. Anna Bos.", "naam: Anna Bos"},
        {"(mw. Vos)", "naam: Vos"},
        {"juf Lies en meester Tom", "naam: Lies; naam: Tom"},
        {"meneer de Uil", "naam: de Uil"},
        {"de heer Brandwijk", "naam: Brandwijk"},
        {"De intern begeleider Anna de Vries helpt.", "naam: Anna de Vries"},
        {"IB'er: Xaviera Bos", "naam: Xaviera Bos"},
        {"Directeur\tXaviera Bos", "naam: Xaviera Bos"},
        {"orthopedagoog X. van den Hamer", "naam: X. van den Hamer"},
        {"logopedist Xaviera", ""},
        {"Sanne de Boer geeft rekenhulp.", "naam: Sanne de Boer"},
        {"Rekenhulp geeft Sanne de Boer.", "naam: Sanne de Boer"},
        {"Marieke van 't Hof, Tom Vos en Daan K.", "naam: Marieke van 't Hof; naam: Tom Vos; naam: Daan K."},
        {"Sanne geeft rekenhulp.", "naam: Sanne"},
        {"Vraag naar Pieternel, Sanne of Tom.", "naam: Pieternel; naam: Sanne; naam: Tom"},
        {"Ben je benieuwd? De Tom-methode helpt.", ""},
        {"MEVR. DE GROOTHUIS en JUF MARLOES", "naam: DE GROOTHUIS; naam: MARLOES"},
        {"De leerkracht Gerlof Dijkema, adviseur Passend Onderwijs", "naam: Gerlof Dijkema"},
        {"De orthopedagoog, Xa Veldkamp, en Özlem Yildirim", "naam: Xa Veldkamp; naam: Özlem Yildirim"},
        {"Bel K. Jansma of T.J. van der Oost-Smid.", "naam: K. Jansma; naam: T.J. van der Oost-Smid"},
        {"T.J. Oosterhof", "naam: T.J. Oosterhof"},
        {"A. Visie", ""},
        {"In groep B. Daarna volgt O.B.S. De Wilg.", ""},
        {"de familie Postmus en fam. Xu", "naam: Postmus; naam: Xu"},
        {"De directeur Onderwijs en de IB'er helpen.", ""},
        {"de heer en mevrouw", ""},
        {"directeur De Brug", ""},
        {"directeur OBS De Brug", ""},
        {"De directeur van de Jan de Witschool", ""},
        {"de directeur van Montessori De Brug", ""},
        {"Anne Frankschool", ""},
        {"Anne Frank", ""},
        {"Sint Jan Baptist", ""},
        {"Prins Willem Alexander", ""},
        {"Stichting Maria Goretti", ""},
        {"Jan Ligthart", ""},
        {"Maria Montessori bedacht het.", ""},
        {"Tom Directeur", ""},
        {"Kies Mark Rekenen 2", "naam: Mark Rekenen"},
        {"De MR Linde", ""},
        {"", ""},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("a pupil or parent is named behind a word for it") {
    const Row rows[]{
        {"de moeder van Sanne", "familie: Sanne"},
        {"de moeder van Xaviera", "familie: Xaviera"},
        {"Vader Xander de Boer", "familie: Xander de Boer"},
        {"leerling Daan krijgt hulp", "familie: Daan"},
        {"Leerling: Xaviera V.", "familie: Xaviera V."},
        {"de ouders van Daan de Vries", "familie: Daan de Vries"},
        {"zijn zusje Fenna", "familie: Fenna"},
        {"DE MOEDER VAN XAV komt", "familie: XAV"},
        {"de voogd van Xildou, het meisje Xroukje", "familie: Xildou; familie: Xroukje"},
        {"leerling ADHD", ""},
        {"Leerling Volgsysteem", ""},
        {"leerlingen van De Brug", ""},
        {"ouders van OBS De Brug", ""},
        {"de ouders van leerlingen", ""},
        {"het kind Nederlands leren", ""},
        {"moeder MR", ""},
        {"een leerling van groep 8", ""},
        {"ouder en kind", ""},
        {"moeder: mevrouw Vos", "naam: Vos"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("addresses and numbers are found where they begin and end") {
    const Row rows[]{
        {"Mail naar a.bos@debrug.example.", "mail: a.bos@debrug.example"},
        {"(a.bos@debrug.example)", "mail: a.bos@debrug.example"},
        {"<a.bos@debrug.example>,", "mail: a.bos@debrug.example"},
        {"a@b", ""},
        {"Bel 036-5550100.", "telefoon: 036-5550100"},
        {"Bel (036) 555 01 00 of mail", "telefoon: (036) 555 01 00"},
        {"06 12 34 56 78", "telefoon: 06 12 34 56 78"},
        {"tel: +31 6 12345678", "telefoon: +31 6 12345678"},
        {"036-5550100 / 06-12345678", "telefoon: 036-5550100 / 06-12345678"},
        {"01-10-2015 10:00", ""},
        {"05-12-2015 10.00 uur", ""},
        {"0123", ""},
        {"rekening 123456782", ""},
        {"BSN: 123456782", "bsn: 123456782"},
        {"burgerservicenummer 1234.56.782.", "bsn: 1234.56.782"},
        {"BSN: 123456789", ""},
        {"bsn: 036-5550100", "telefoon: 036-5550100"},
        {"Onderwijsnummer: 103456789", "nummer: 103456789"},
        {"leerlingnummer 12345678", "nummer: 12345678"},
        {"onderwijsnummer 12345", ""},
        {"nummer 103456789", ""},
        {"+ 3 uur", ""},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("fewer than five pupils are a small number, the size of a group is not") {
    const Row rows[]{
        {"3 leerlingen met dyslexie", "aantal: 3"},
        {"Er zijn twee leerlingen met autisme.", "aantal: twee"},
        {"één kind", "aantal: één"},
        {"4 dove leerlingen", "aantal: 4"},
        {"Leerlingen: 2", "aantal: 2"},
        {"1 lln.", "aantal: 1"},
        {"(3 kleuters)", "aantal: 3"},
        {"een leerling", ""},
        {"5 leerlingen", ""},
        {"13 leerlingen", ""},
        {"0 leerlingen", ""},
        {"groep 3 leerlingen", ""},
        {"in groepjes van 3 leerlingen", ""},
        {"tafelgroepen van 4 leerlingen", ""},
        {"maximaal 4 leerlingen", ""},
        {"2 tot 4 leerlingen", ""},
        {"3 uur per leerling", ""},
        {"3,5 leerlingen", ""},
        {"2 uur", ""},
        {"drie dagen", ""},
        {"1 op de 3 leerlingen", ""},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("a BSN passes the eleven test") {
    for (const std::string_view digits : {"111222333", "123456782", "999996708", "12345672"}) {
        CAPTURE(digits);
        CHECK(is_possible_bsn(digits));
    }
    for (const std::string_view digits : {"999998620", "111111111", "000000000", "1234567", "1234567820", ""}) {
        CAPTURE(digits);
        CHECK_FALSE(is_possible_bsn(digits));
    }
}

TEST_CASE("a first name is one with its capital and nothing else") {
    for (const std::string_view name : {"Aaltje", "Sanne", "Zoe", "Mohamed"}) CHECK(is_first_name(name));
    for (const std::string_view word : {"sanne", "SANNE", "Sanneke", "De", "", "Groep", "A"})
        CHECK_FALSE(is_first_name(word));
}

}  // namespace
}  // namespace sop
