#include <doctest/doctest.h>

#include <algorithm>

#include "support.h"

namespace sop {
namespace {

using test::cell;
using test::evidence;
using test::has_remark;
using test::profile;
using test::record_of;
using test::row;

SopRecord arrangements(std::vector<FoundRow> rows) {
    return record_of(profile({}, {{"arrangementen", std::move(rows)}}));
}

TEST_CASE("a named item of a list is an arrangement where its text tells which pupils it is for") {
    FoundRow need = row({cell("doelgroep", "Trajectklas"), cell("begeleiding", "Voor leerlingen met autisme.")});
    FoundRow step =
        row({cell("doelgroep", "Stap 1"), cell("begeleiding", "Leerlingen met een vraag worden besproken.")});
    FoundRow means = row({cell("doelgroep", "Materiaal"), cell("begeleiding", "Kurzweil voor alle leerlingen")});
    need.method = step.method = means.method = Method::pattern;
    const SopRecord record = arrangements({need, step, means});
    REQUIRE(record.arrangementen.size() == 1);
    CHECK(record.arrangementen[0].doelgroep == "Trajectklas");
}

TEST_CASE("a named item of a list is an arrangement where its name is a need or says which pupils") {
    FoundRow need = row({cell("doelgroep", "Dyslexie"), cell("begeleiding", "leesclub")});
    FoundRow step = row({cell("doelgroep", "Stap 1"), cell("begeleiding", "de leerkracht vraagt hulp")});
    need.method = step.method = Method::pattern;
    FoundRow pupils = row({cell("doelgroep", "Kinderen die meer kunnen"), cell("begeleiding", "plusgroep")});
    pupils.method = Method::pattern;
    const SopRecord record = arrangements({need, step, pupils});
    REQUIRE(record.arrangementen.size() == 2);
    CHECK(record.arrangementen[0].doelgroep == "Dyslexie");
    CHECK(record.arrangementen[1].doelgroep == "Kinderen die meer kunnen");
    CHECK(has_remark(record, "LIJST_NIET_GELEZEN"));
}

TEST_CASE("ditto in a table on its side repeats the cell beside it") {
    const auto at = [](FoundCell found, int row, int column) {
        found.origin.cell = CellPlace{1, row, column};
        return found;
    };
    const SopRecord record =
        arrangements({row({at(cell("doelgroep", "Dyslexie"), 0, 1), at(cell("voorzieningen", "laptop"), 1, 1)}),
                      row({at(cell("doelgroep", "ADHD"), 0, 2), at(cell("voorzieningen", "idem"), 1, 2)})});
    REQUIRE(record.arrangementen.size() == 2);
    CHECK(record.arrangementen[1].voorzieningen == "laptop");
}

TEST_CASE("a cell over two columns has its amounts once") {
    const FoundCell over = cell("begeleiding", "2 uur per week");
    FoundCell again = over;
    again.column = "voorzieningen";
    const SopRecord record = arrangements({row({cell("doelgroep", "Dyslexie"), over, again})});
    REQUIRE(record.arrangementen.size() == 1);
    CHECK(record.arrangementen[0].omvang.size() == 1);
}

TEST_CASE("a row is an arrangement with its needs and amounts") {
    const SopRecord record = arrangements({row(
        {cell("doelgroep", "Leerlingen met dyslexie"), cell("begeleiding", "RT,  2.30 uur per week\n- in groepjes"),
         cell("voorzieningen", "Kurzweil"), cell("ondersteuningsroute", "IB"), cell("externe_expertise", "n.v.t."),
         cell("overig", "4", "Aantal leerlingen")})});
    REQUIRE(record.arrangementen.size() == 1);
    const Arrangement& found = record.arrangementen[0];
    CHECK(found.doelgroep == "Leerlingen met dyslexie");
    CHECK(found.categorieen == std::vector<std::string>{"lezen_dyslexie"});
    CHECK(found.domein == "leco");
    CHECK(found.begeleiding == "RT, 2.30 uur per week\n- in groepjes");
    CHECK_FALSE(found.externe_expertise.has_value());
    CHECK(found.overig == std::vector<std::pair<std::string, std::string>>{{"Aantal leerlingen", "4"}});
    CHECK(found.omvang == std::vector<Omvang>{{2.5, "uur", "week", "2.30 uur per week"}});
    CHECK(evidence(record, "/arrangementen/0/externe_expertise")->ruw == "n.v.t.");
    CHECK(evidence(record, "/arrangementen/0/begeleiding")->methode == "tabel");
    CHECK(evidence(record, "/arrangementen/0/begeleiding")->bron.path == "body/begeleiding");
    CHECK(evidence(record, "/arrangementen/0/categorieen")->methode == "afgeleid");
    CHECK(evidence(record, "/arrangementen/0/overig/Aantal leerlingen"));
    CHECK(evidence(record, "/arrangementen/0/omvang/0"));
}

TEST_CASE("a ditto repeats the cell above, through other dittos") {
    const SopRecord record =
        arrangements({row({cell("doelgroep", "a"), cell("begeleiding", "hulp")}),
                      row({cell("doelgroep", "b"), cell("begeleiding", "Idem")}),
                      row({cell("doelgroep", "c"), cell("begeleiding", "\"")}),
                      row({cell("doelgroep", "d"), cell("begeleiding", "geen"), cell("overig", "2", "Uren")}),
                      row({cell("doelgroep", "e"), cell("begeleiding", "zie boven"), cell("overig", "1", "Uren")})});
    REQUIRE(record.arrangementen.size() == 5);
    CHECK(record.arrangementen[1].begeleiding == "hulp");
    CHECK(record.arrangementen[2].begeleiding == "hulp");
    CHECK_FALSE(record.arrangementen[4].begeleiding.has_value());
    CHECK(evidence(record, "/arrangementen/1/begeleiding")->ruw == "Idem");
    CHECK_FALSE(has_remark(record, "IDEM_ZONDER_VOORGANGER"));
}

TEST_CASE("a ditto without anything above it repeats nothing and is remarked on") {
    const SopRecord record =
        arrangements({row({cell("doelgroep", "a"), cell("begeleiding", "idem")}),
                      row({cell("doelgroep", "b"), cell("begeleiding", ""), cell("overig", "2", "Uren")}),
                      row({cell("doelgroep", "c"), cell("begeleiding", "idem")})});
    CHECK_FALSE(record.arrangementen[0].begeleiding.has_value());
    CHECK_FALSE(record.arrangementen[2].begeleiding.has_value());
    CHECK(has_remark(record, "IDEM_ZONDER_VOORGANGER"));
    CHECK(record.meldingen.size() > 0);
}

TEST_CASE("a ditto under another group title repeats nothing") {
    const SopRecord record = arrangements({row({cell("doelgroep", "a"), cell("begeleiding", "hulp")}, "Leren"),
                                           row({cell("doelgroep", "b"), cell("begeleiding", "idem")}, "Gedrag")});
    CHECK_FALSE(record.arrangementen[1].begeleiding.has_value());
    CHECK(evidence(record, "/arrangementen/1/begeleiding")->ruw == "idem");
    CHECK(has_remark(record, "IDEM_ZONDER_VOORGANGER"));
}

TEST_CASE("a group title is the target group of rows without one, and classifies rows that say nothing") {
    const SopRecord record =
        arrangements({row({cell("doelgroep", ""), cell("begeleiding", "hulp")}, "Leerlingen met autisme"),
                      row({cell("doelgroep", "in groep 3"), cell("begeleiding", "hulp")}, "Leerlingen met autisme"),
                      row({cell("doelgroep", "ADHD"), cell("begeleiding", "hulp")}, "Leerlingen met autisme")});
    REQUIRE(record.arrangementen.size() == 3);
    CHECK(record.arrangementen[0].doelgroep == "Leerlingen met autisme");
    CHECK(record.arrangementen[1].doelgroep == "in groep 3");
    CHECK(record.arrangementen[1].categorieen == std::vector<std::string>{"autisme"});
    CHECK(record.arrangementen[2].categorieen == std::vector<std::string>{"adhd"});
    CHECK(evidence(record, "/arrangementen/0/doelgroep")->ruw == "Leerlingen met autisme");
}

TEST_CASE("a row whose target group matches nothing has no category") {
    const SopRecord record =
        arrangements({row({cell("doelgroep", "Leerlingen met een rugzak"), cell("begeleiding", "hulp")})});
    CHECK(record.arrangementen[0].categorieen.empty());
    CHECK_FALSE(record.arrangementen[0].domein.has_value());
    CHECK(evidence(record, "/arrangementen/0/categorieen") == nullptr);
}

TEST_CASE("a row that holds nothing is left out") {
    const SopRecord record =
        arrangements({row({cell("doelgroep", ""), cell("begeleiding", " ")}),
                      row({cell("doelgroep", "-"), cell("begeleiding", "n.v.t.")}, "Leren"), row({})});
    CHECK(record.arrangementen.empty());
    CHECK_FALSE(has_remark(record, "ARRANGEMENT_LEEG"));
}

TEST_CASE("a target group for which nobody filled in anything is no arrangement, and that is said") {
    const SopRecord record = arrangements(
        {row({cell("doelgroep", "Hoogbegaafd")}),
         row({cell("doelgroep", "Slechtziend"), cell("begeleiding", "n.v.t."), cell("overig", "-", "Uren")}),
         row({cell("doelgroep", "Autisme"), cell("overig", "2", "Uren")})});
    REQUIRE(record.arrangementen.size() == 1);
    CHECK(record.arrangementen[0].doelgroep == "Autisme");
    const auto remark = std::find_if(record.meldingen.begin(), record.meldingen.end(),
                                     [](const Diagnostic& d) { return d.code == "ARRANGEMENT_LEEG"; });
    REQUIRE(remark != record.meldingen.end());
    CHECK(remark->count == 2);
}

TEST_CASE("two columns of one kind are one value, two unknown ones with one heading are two") {
    const SopRecord record = arrangements({row({cell("doelgroep", "a"), cell("voorzieningen", "boeken", "Materialen"),
                                                cell("voorzieningen", "lift", "Ruimtelijke omgeving"),
                                                cell("overig", "een", "x/y~z"), cell("overig", "drie", "")})});
    const Arrangement& found = record.arrangementen.at(0);
    CHECK(found.voorzieningen == "boeken\nlift");
    CHECK(found.overig == std::vector<std::pair<std::string, std::string>>{{"x/y~z", "een"}, {"kolom 1", "drie"}});
    CHECK(evidence(record, "/arrangementen/0/overig/x~1y~0z"));
}

TEST_CASE("an amount that names no period has that of its column's heading") {
    const SopRecord record =
        arrangements({row({cell("doelgroep", "a"), cell("overig", "9 uur en 45 min", "Aantal uren per week")}),
                      row({cell("doelgroep", "b"), cell("overig", "3 uur per maand", "Aantal uren per week")}),
                      row({cell("doelgroep", "c"), cell("overig", "3 uur", "Omvang")})});
    CHECK(record.arrangementen[0].omvang == std::vector<Omvang>{{9.75, "uur", "week", "9 uur en 45 min"}});
    CHECK(record.arrangementen[1].omvang == std::vector<Omvang>{{3, "uur", "maand", "3 uur per maand"}});
    CHECK(record.arrangementen[2].omvang == std::vector<Omvang>{{3, "uur", std::nullopt, "3 uur"}});
}

TEST_CASE("hours below a heading that names them are an amount") {
    const SopRecord record =
        arrangements({row({cell("doelgroep", "a"), cell("overig", "2.30", "Aantal uren per week")})});
    CHECK(record.arrangementen.at(0).omvang == std::vector<Omvang>{{2.5, "uur", "week", "2.30"}});
}

TEST_CASE("limits are points without their marks, and the section's text") {
    Extraction extraction = profile({}, {{"grenzen",
                                          {row({cell("tekst", "- Geen rolstoel boven.")}),
                                           row({cell("tekst", "2. Rust in de groep.")}), row({cell("tekst", "")})}}});
    Section section;
    section.id = "grenzen";
    section.heading = "Grenzen";
    Paragraph paragraph;
    paragraph.inlines.emplace_back(Text{"Wij letten op rust.", plain, no_control});
    section.blocks.push_back({paragraph});
    extraction.sections.push_back(section);
    const SopRecord record = record_of(extraction);
    CHECK(record.grenzen.punten == std::vector<std::string>{"Geen rolstoel boven.", "Rust in de groep."});
    CHECK(record.grenzen.tekst == "Wij letten op rust.");
    CHECK(evidence(record, "/grenzen/punten/1")->ruw == "2. Rust in de groep.");
    CHECK(evidence(record, "/grenzen/tekst")->methode == "kop");
}

TEST_CASE("limits that are said not to be there are an empty list with evidence") {
    const SopRecord record = record_of(profile({}, {{"grenzen", {row({cell("tekst", "geen")})}}}));
    CHECK(record.grenzen.punten.empty());
    CHECK(evidence(record, "/grenzen/punten")->ruw == "geen");
}

TEST_CASE("points of improvement have their term from its column or from the text") {
    const SopRecord record =
        record_of(profile({}, {{"verbeterpunten",
                                {row({cell("tekst", "Protocol schrijven"), cell("termijn", "juni 2017")}),
                                 row({cell("tekst", "Team scholen"), cell("termijn", "idem")}),
                                 row({cell("tekst", "Lift plaatsen – gereed: 2018")}),
                                 row({cell("tekst", "Hek verhogen")}), row({cell("tekst", "n.v.t.")})}}}));
    CHECK(record.verbeterpunten == std::vector<Verbeterpunt>{{"Protocol schrijven", "juni 2017"},
                                                             {"Team scholen", "juni 2017"},
                                                             {"Lift plaatsen", "2018"},
                                                             {"Hek verhogen", std::nullopt}});
    CHECK(evidence(record, "/verbeterpunten/1/termijn")->ruw == "idem");
    CHECK(evidence(record, "/verbeterpunten/2/termijn"));
}

TEST_CASE("basic support has answers and what is said beside them") {
    const SopRecord record = record_of(profile(
        {}, {{"basisondersteuning",
              {row({cell("label", "Protocol dyslexie"), cell("waarde", "x")}),
               row({cell("label", "Lift"), cell("waarde", "nee, wel hiernaast")}),
               row({cell("label", "Aanbod"), cell("waarde", "i.o."), cell("toelichting", "werkgroep")}),
               row({cell("label", "Beleid"), cell("waarde", "deels")}),
               row({cell("label", "Rust"), cell("waarde", "")}), row({cell("label", ""), cell("waarde", "ja")})}}}));
    CHECK(record.basisondersteuning == std::vector<BasisItem>{{"Protocol dyslexie", "ja", std::nullopt},
                                                              {"Lift", "nee", "wel hiernaast"},
                                                              {"Aanbod", "in_ontwikkeling", "werkgroep"},
                                                              {"Beleid", std::nullopt, "deels"},
                                                              {"Rust", std::nullopt, std::nullopt}});
    CHECK(evidence(record, "/basisondersteuning/items/0/waarde")->ruw == "x");
    CHECK(evidence(record, "/basisondersteuning/items/1/toelichting"));
    CHECK(has_remark(record, "WAARDE_ONLEESBAAR", "basisondersteuning.waarde"));
}

}  // namespace
}  // namespace sop
