#include "normalize/personal_data.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "normalize/first_names.h"
#include "normalize/id_numbers.h"

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
        {"De onderwijsassistent Xaviera helpt.", "naam: Xaviera"},
        {"Intern begeleider Xaviera, ook leerkracht", "naam: Xaviera"},
        {"Contactpersoon: Mosveld\nIedereen mag bellen", "naam: Mosveld"},
        {"Onze conciërge IJspol opent.", "naam: IJspol"},
        {"Vraag de leerkracht. Fijn is dat. Taken leerkracht: Oudercontact", ""},
        {"Directeur Mosveld tekent. Onze conciërge Mosje.", "naam: Mosveld; naam: Mosje"},
        {"Leerkracht Extra legt uit wat extra is.", ""},
        {"Leerkracht Groep 3, leerkracht Gym, directeur Onderwijs, directeur De Brug, leerkracht Xaviera", ""},
        {"De leerkracht Techniek helpt, de IB'er Kwaliteit, intern begeleider Gedrag en de leerkracht Coaching.", ""},
        {"Rekenspecialist Hoogbegaafdheid, ambulant begeleider Visio helpt", ""},
        {"Sanne de Boer geeft rekenhulp.", "naam: Sanne de Boer"},
        {"Rekenhulp geeft Sanne de Boer.", "naam: Sanne de Boer"},
        {"Marieke van 't Hof, Tom Vos en Daan K.", "naam: Marieke van 't Hof; naam: Tom Vos; naam: Daan K."},
        {"Sanne geeft rekenhulp.", "naam: Sanne"},
        {"Vraag naar Pieternel, Sanne of Tom.", "naam: Pieternel; naam: Sanne; naam: Tom"},
        {"Ben je benieuwd? De Tom-methode helpt.", ""},
        {"Toon begrip. Een Daisy speler. Ernst van de situatie. Toon Hermans", "naam: Toon Hermans"},
        {"Tims ouders zijn blij met juf Anna.", "naam: Tims; naam: Anna"},
        {"Annes Brug ligt in het bos, Bos en Lommer ook.", ""},
        {"Tim en Xavin werken samen.", "naam: Tim; naam: Xavin"},
        {"Tim en Rekenen, Tim en De Brug", "naam: Tim; naam: Tim"},
        {"Bel dhr.Bosveld of mw.X. Molhoek.", "naam: Bosveld; naam: X. Molhoek"},
        {"Maandag is R. (Xavin) Bosveld er.", "naam: R. (Xavin) Bosveld"},
        {"Zij belt dokter Bosveld.", "naam: Bosveld"},
        {"Harm Jan Bosveld en Anna Marie de Vos", "naam: Harm Jan Bosveld; naam: Anna Marie de Vos"},
        {"MR-leden: Xaviera Bosveld, Xander Molhoek", "naam: Xaviera Bosveld; naam: Xander Molhoek"},
        {"Onze conciërge is Xelle. De docent is Nederlands.", "naam: Xelle"},
        {"De logopedist is GGD. De directeur is Onderwijs.", ""},
        {"Anna van Bureau Linde, Tom van GGD Linde", "naam: Anna; naam: Tom"},
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
        {"Op Christoffel en Franciscus leren kinderen samen.", ""},
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

TEST_CASE("a name stands behind what says who somebody is, words between or not") {
    const Row rows[]{
        {"Contactpersoon: Xaviera Bosveld", "naam: Xaviera Bosveld"},
        {"Leerkracht groep 3: Xaviera Bosveld", "naam: Xaviera Bosveld"},
        {"De directeur van de school is Xaviera Bosveld.", "naam: Xaviera Bosveld"},
        {"Onze logopediste heet Xaviera Bosveld.", "naam: Xaviera Bosveld"},
        {"de directeur (Xaviera Bosveld)", "naam: Xaviera Bosveld"},
        {"De schoolmaatschappelijk werkster (Xaviera Bosveld) komt.", "naam: Xaviera Bosveld"},
        {"Voorzitter van de MR is Xander IJpelaar.", "naam: Xander IJpelaar"},
        {"Oudergeleding: Xaviera Bosveld", "naam: Xaviera Bosveld"},
        {"IB: Xaviera Bosveld", "naam: Xaviera Bosveld"},
        {"Naam: Xaviera Bosveld", "naam: Xaviera Bosveld"},
        {"Opgesteld door Xaviera Bosveld in mei.", "naam: Xaviera Bosveld"},
        {"Namens de ouders: Xaviera Bosveld", "naam: Xaviera Bosveld"},
        {"INTERN BEGELEIDER: XAVIERA BOSVELD", "naam: XAVIERA BOSVELD"},
        {"directeur mw. Bosveld", "naam: Bosveld"},
        {"de heren Xander Bosveld en Xerxes Molhoek", "naam: Xander Bosveld; naam: Xerxes Molhoek"},
        {"Directie: Xaviera Bosveld, Xander Molhoek", "naam: Xaviera Bosveld; naam: Xander Molhoek"},
        {"Lid van de MR: Xaviera Bosveld (ouder), Xander Molhoek (leerkracht)",
         "naam: Xaviera Bosveld; naam: Xander Molhoek"},
        {"Beste Xanne-Marie,", "naam: Xanne-Marie"},
        {"Beste Ouders, beste Xanne", ""},
        {"Beste Scholen", ""},
        {"Intern begeleiders: Xaviera Bosveld en Xander Molhoek", "naam: Xaviera Bosveld; naam: Xander Molhoek"},
        {"Zorgteam: Xaviera Bosveld, Xander Molhoek", "naam: Xaviera Bosveld; naam: Xander Molhoek"},
        {"Aanspreekpunt voor de VVE is Xaviera Bosveld.", "naam: Xaviera Bosveld"},
        {"Met vriendelijke groet, Xaviera Bosveld", "naam: Xaviera Bosveld"},
        {"in gesprek met Xaviera Bosveld", "naam: Xaviera Bosveld"},
        {"Het team: Onderwijs Samen", ""},
        {"Wij werken met Rots Water.", ""},
        {"Contactpersoon: zie website", ""},
        {"Ingevuld door: directie en IB", ""},
        {"Opgesteld door het team van de school", ""},
        {"de directeur Onderwijs Kwaliteit", ""},
        {"Schoolarts: GGD Flevoland", ""},
        {"door Bureau Jeugdzorg", ""},
        {"leerkracht en materialen: Nieuwsbegrip", ""},
        {"De coach volgt de opleiding Master SEN.", ""},
        {"Handtekening directeur\tHandtekening MR", ""},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("a name stands before what says who somebody is") {
    const Row rows[]{
        {"Xaviera Bosveld (orthopedagoog)", "naam: Xaviera Bosveld"},
        {"Xaviera van den Bosveld, logopedist", "naam: Xaviera van den Bosveld"},
        {"Xaviera Bosveld - intern begeleider", "naam: Xaviera Bosveld"},
        {"Xaviera Bosveld: leesspecialist", "naam: Xaviera Bosveld"},
        {"Xaviera Bosveld is onze vertrouwenspersoon.", "naam: Xaviera Bosveld"},
        {"Naast Xaviera Bosveld, logopedist", "naam: Xaviera Bosveld"},
        {"Almere, 3 mei 2016\nXaviera Bosveld\ndirecteur", "naam: Xaviera Bosveld"},
        {"Xaviera (directeur)", ""},
        {"De Linde (directeur: zie website)", ""},
        {"Bij Passend Onderwijs, directeur en team", ""},
        {"Stichting Groenwoud Almere, bestuurder", ""},
        {"In Almere Haven is de intern begeleider", ""},
        {"scholen in Almere Haven zijn groot; onze directeur ook", ""},
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
        {"Leerling Xelle uit groep 5 leest.", "familie: Xelle"},
        {"de broertjes Xelle en Xidde", "familie: Xelle; familie: Xidde"},
        {"het gezin Xové", "naam: Xové"},
        {"Xelle (8 jaar) heeft TOS", "familie: Xelle"},
        {"Xelle is een jongen van 7 jaar.", "familie: Xelle"},
        {"Xelle B. (ouder), Xidde (moeder van Sem)", "familie: Xelle B.; familie: Xidde; familie: Sem"},
        {"het team (ouders en leerkrachten)", ""},
        {"met ouder Xelle Bosveld en het Ouder Kind Centrum", "familie: Xelle Bosveld"},
        {"de leerling Nederlands leren", ""},
        {"Leerling Volg Systeem", ""},
        {"dyslexie (8 jaar)", ""},
        {"Hij is een jongen", ""},
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
        {"06-99887766", "telefoon: 06-99887766"},
        {"06-998877", ""},
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

TEST_CASE("an address is found however its sign is spelled") {
    const Row rows[]{
        {"mail a.bos (at) debrug.example of bel", "mail: a.bos (at) debrug.example"},
        {"mail a.bos[at]debrug.example.", "mail: a.bos[at]debrug.example"},
        {"mail a.bos @ debrug.example", "mail: a.bos @ debrug.example"},
        {"les (at) school", ""},
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
        {"4 zorgleerlingen en 3 thuiszitters", "aantal: 4; aantal: 3"},
        {"(3 kleuters)", "aantal: 3"},
        {"twee van onze leerlingen", "aantal: twee"},
        {"Aantal leerlingen met een rugzak: 2", "aantal: 2"},
        {"Aantal leerlingen met een rugzak: 12", ""},
        {"Aantal uren: 2", ""},
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
