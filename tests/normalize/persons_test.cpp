#include "normalize/persons.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sop {
namespace {

// "naam [functie] {ma di} tel mail", persons joined by " | "; "…" behind them where something was not read.
std::string shown(std::string_view input) {
    const Persons persons = parse_persons(input);
    std::string out;
    for (const Persoon& person : persons.list) {
        if (!out.empty()) out += " | ";
        out += person.naam;
        if (person.functie) out += " [" + *person.functie + "]";
        if (!person.werkdagen.empty()) {
            out += " {";
            for (const std::string& day : person.werkdagen) out += (out.back() == '{' ? "" : " ") + day;
            out += "}";
        }
        if (person.telefoon) out += " " + *person.telefoon;
        if (person.email) out += " " + *person.email;
    }
    return persons.is_complete ? out : out + "…";
}

struct Row {
    std::string_view input, persons;
};

void check(const Row& row) {
    CAPTURE(row.input);
    CHECK(shown(row.input) == row.persons);
}

TEST_CASE("titles are no part of a name") {
    const Row rows[]{
        {"Jan Jansen", "Jan Jansen"},
        {"Mw. J. de Vries", "J. de Vries"},
        {"mevr. A.M. van Tellingen", "A.M. van Tellingen"},
        {"Mevrouw De Vries", "De Vries"},
        {"dhr. J. Brandwijk", "J. Brandwijk"},
        {"de heer J. Brandwijk", "J. Brandwijk"},
        {"De heer Brandwijk", "Brandwijk"},
        {"Mw. drs. A.M. van Tellingen", "A.M. van Tellingen"},
        {"Ir. P. van den Hamer", "P. van den Hamer"},
        {"prof. dr. P. Hamer MSc", "P. Hamer"},
        {"Juf Anna", "Anna"},
        {"juf Anna de Vries", "Anna de Vries"},
        {"Jan de Heer", "Jan de Heer"},
        {"Piet de Meester", "Piet de Meester"},
        {"Anna de Vries-Bakker", "Anna de Vries-Bakker"},
        {"Anna de Vries - Bakker", "Anna de Vries - Bakker"},
        {"J. (Anna) Bakker", "J. (Anna) Bakker"},
        {"Drs. J.W. (Jan Willem) Hartog", "J.W. (Jan Willem) Hartog"},
        {"N. el Idrissi", "N. el Idrissi"},
        {"Maria di Lorenzo", "Maria di Lorenzo"},
        {"G. 't Hart", "G. 't Hart"},
        {"Y. Sarıoğlu", "Y. Sarıoğlu"},
        {"Élise Ångström", "Élise Ångström"},
        {"Jan Jansen.", "Jan Jansen"},
        {"Jansen, P.", "P. Jansen"},
        {"Jansen, Jan", "Jan Jansen"},
        {"Anna, Jan", "Anna | Jan"},
        {"A. (Anouk) de Vries-Jansen MA", "A. (Anouk) de Vries-Jansen"},
        {"mw K Bos", "K Bos"},
        {"Mevr.A. Bos", "A. Bos"},
        {"dhr.Bos", "Bos"},
        {"de heer drs. P.J. de Boer RA", "P.J. de Boer"},
        {"A. Bos MSEN", "A. Bos"},
        {"  Jan   Jansen  ", "Jan Jansen"},
        {"M. v.d. Berg", "M. v.d. Berg"},
        {"M. v/d Berg", "M. v/d Berg"},
        {"V. de Boer", "V. de Boer"},
        {"Anja ter Horst en Bea op 't Veld", "Anja ter Horst | Bea op 't Veld"},
        {"drs. Anna Bakker, MEd", "Anna Bakker"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("several persons in one value are told apart") {
    const Row rows[]{
        {"Jan Jansen\nAnna Bakker", "Jan Jansen | Anna Bakker"},
        {"Jan Jansen; Anna Bakker", "Jan Jansen | Anna Bakker"},
        {"Jan Jansen / Anna Bakker", "Jan Jansen | Anna Bakker"},
        {"Jan Jansen/Anna Bakker", "Jan Jansen | Anna Bakker"},
        {"Jan Jansen en Anna Bakker", "Jan Jansen | Anna Bakker"},
        {"Jan Jansen & Anna Bakker", "Jan Jansen | Anna Bakker"},
        {"Jan Jansen, Anna Bakker", "Jan Jansen | Anna Bakker"},
        {"Dhr. E. Pothoven, Mw. Y. Zuider", "E. Pothoven | Y. Zuider"},
        {"Mw. A. Bos, mw. B. Vos en dhr. C. Mos", "A. Bos | B. Vos | C. Mos"},
        {"Jan en Marie Jansen", "Jan | Marie Jansen"},
        {"Yvette Kwint en Bas van der Meulen-Oost", "Yvette Kwint | Bas van der Meulen-Oost"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("what stands beside a person belongs to that person") {
    const Row rows[]{
        {"Anna Bakker (ma, di, do, vr)", "Anna Bakker {ma di do vr}"},
        {"Anna Bakker (ma t/m do)", "Anna Bakker {ma di wo do}"},
        {"Anna Bakker (ma ochtend, wo)", "Anna Bakker {ma wo}"},
        {"Anna Bakker (ma, wo ochtend en vr)", "Anna Bakker {ma wo vr}"},
        {"Anna Bakker: di, wo middag", "Anna Bakker {di wo}"},
        {"Anna Bakker, ma t/m wo", "Anna Bakker {ma di wo}"},
        {"Anna Bakker maandag en dinsdag", "Anna Bakker {ma di}"},
        {"Anna Bakker (maandag tot en met woensdag)", "Anna Bakker {ma di wo}"},
        {"Anna Bakker (ma, wo) en Bea Vos (di, do, vr)", "Anna Bakker {ma wo} | Bea Vos {di do vr}"},
        {"Anna Bakker (do en vr)\nBea Vos (ma t/m vr)", "Anna Bakker {do vr} | Bea Vos {ma di wo do vr}"},
        {"Anna Bakker, aanwezig op ma en di", "Anna Bakker {ma di}"},
        {"ma t/m wo: Anna Bakker; do: Bea Vos", "Anna Bakker {ma di wo} | Bea Vos {do}"},
        {"Anna Bakker (directeur)", "Anna Bakker [directeur]"},
        {"Anna Bakker, adjunct-directeur", "Anna Bakker [adjunct-directeur]"},
        {"Anna Bakker - directeur a.i.", "Anna Bakker [directeur a.i.]"},
        {"Directeur: Anna Bakker", "Anna Bakker [Directeur]"},
        {"Directeur Anna Bakker", "Anna Bakker [Directeur]"},
        {"Directeur: Anna Bakker\nAdjunct-directeur: Bea Vos", "Anna Bakker [Directeur] | Bea Vos [Adjunct-directeur]"},
        {"Directeur\nAnna Bakker\nTeamleider\nBea Vos", "Anna Bakker [Directeur] | Bea Vos [Teamleider]"},
        {"Anna Bakker\ndirecteur\nBea Vos\nteamleider", "Anna Bakker [directeur] | Bea Vos [teamleider]"},
        {"Dhr. H. Zuider (directeur) en mevr. L. Bos (adjunct-directeur)",
         "H. Zuider [directeur] | L. Bos [adjunct-directeur]"},
        {"Anna Bakker (IB onderbouw)", "Anna Bakker [IB onderbouw]"},
        {"Anna Bakker (intern begeleider groep 1 t/m 4)", "Anna Bakker [intern begeleider groep 1 t/m 4]"},
        {"Anna Bakker 06-12345678", "Anna Bakker +31612345678"},
        {"Anna Bakker, tel. 036-5550100", "Anna Bakker +31365550100"},
        {"Anna Bakker (036) 555 01 00", "Anna Bakker +31365550100"},
        {"Anna Bakker, tel: 036/5550100, a.bakker@debrug.example", "Anna Bakker +31365550100 a.bakker@debrug.example"},
        {"Anna Bakker a.bakker@debrug.example; Bea Vos b.vos@debrug.example",
         "Anna Bakker a.bakker@debrug.example | Bea Vos b.vos@debrug.example"},
        {"Naam: Anna Bakker Tel: 06-12345678 Mail: a@debrug.example", "Anna Bakker +31612345678 a@debrug.example"},
        {"Anna Bakker (directeur) Bea Vos (adjunct)", "Anna Bakker [directeur] | Bea Vos [adjunct]"},
        {"Anna Bakker – intern begeleider onderbouw (ma/di/wo)",
         "Anna Bakker [intern begeleider onderbouw] {ma di wo}"},
        {"Anna Bakker IB'er", "Anna Bakker [IB'er]"},
        {"Anna Bakker (duodirectie)", "Anna Bakker [duodirectie]"},
        {"A.B. (Anna) Bakker, adj. directeur", "A.B. (Anna) Bakker [adj. directeur]"},
        {"Dir.: A. Bakker", "A. Bakker [Dir.]"},
        {"Jan en Piet, directie", "Jan | Piet [directie]"},
        {"mevrouw Anna Bakker - Intern begeleider - werkdagen: ma. di. do.",
         "Anna Bakker [Intern begeleider] {ma di do}"},
        {"Anna Bakker (aanwezig: ma, di)", "Anna Bakker {ma di}"},
        {"Mw. A. Bakker (directeur, ma t/m do, 06-12345678)", "A. Bakker [directeur] {ma di wo do} +31612345678"},
        {"Anna Bakker - groep 1 t/m 4 - 06-12345678\nBea Vos - groep 5 t/m 8 - 06-87654321",
         "Anna Bakker [groep 1 t/m 4] +31612345678 | Bea Vos [groep 5 t/m 8] +31687654321"},
        {"Groep 1 t/m 4: Anna Bakker\nGroep 5 t/m 8: Bea Vos", "Anna Bakker [Groep 1 t/m 4] | Bea Vos [Groep 5 t/m 8]"},
        {"Anna Bakker (groep 1 t/m 4, ma t/m do)\nBea Vos (groep 5 t/m 8, ma, di, do, vr)",
         "Anna Bakker [groep 1 t/m 4] {ma di wo do} | Bea Vos [groep 5 t/m 8] {ma di do vr}"},
        {"Mw. A. Bakker – onderbouw – ma, di – 036-5550100", "A. Bakker [onderbouw] {ma di} +31365550100"},
        {"IB onderbouw: Anna Bakker (ma, di), IB bovenbouw: Bea Vos (do)",
         "Anna Bakker [IB onderbouw] {ma di} | Bea Vos [IB bovenbouw] {do}"},
        {"Anna Bakker 06-12345678 (ma t/m do) a@debrug.example",
         "Anna Bakker {ma di wo do} +31612345678 a@debrug.example"},
        {"Anna Bakker, groep 1 t/m 4, 06-12345678; Bea Vos, groep 5 t/m 8, 06-87654321",
         "Anna Bakker [groep 1 t/m 4] +31612345678 | Bea Vos [groep 5 t/m 8] +31687654321"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("what is no name is left out and said so") {
    const Row rows[]{
        {"", ""},
        {"Vacature", "…"},
        {"n.v.t. (vacature)", "…"},
        {"N.v.t.", "…"},
        {"nog onbekend", "…"},
        {"Wordt nog ingevuld", "…"},
        {"Zie website", "…"},
        {"ASG", "…"},
        {"Team onderbouw", "…"},
        {"Basisschool De Brug", "…"},
        {"Contact: zie website", "…"},
        {"directeur", ""},
        {"de directeur van de school", "…"},
        {"036-5550100", ""},
        {"Anna Bakker (niet op woensdag)", "Anna Bakker…"},
        {"Anna Bakker, woensdag vrij", "Anna Bakker…"},
        {"Anna Bakker (0,8 fte)", "Anna Bakker…"},
        {"Anna Bakker (vervangt Bea Vos)", "Anna Bakker…"},
        {"Anna Bakker 036-12", "Anna Bakker…"},
        {"???", "…"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("one person with a role is told from a school with a part of it") {
    for (const char* text : {"K. Bos, directeur", "Mw. K. Bos (directeur)", "Karel Bos - intern begeleider"}) {
        CAPTURE(text);
        CHECK(is_person_with_role(text));
    }
    for (const char* text : {"K. Bos", "OBS De Wilg (directeur mw. K. Berg)", "De Wilg, bovenbouw", "De Wilg",
                             "PCB De Wilg, directeur", "A. Bos, directeur; B. Vos, IB'er", ""}) {
        CAPTURE(text);
        CHECK_FALSE(is_person_with_role(text));
    }
}

}  // namespace
}  // namespace sop
