#include "extract/layout.h"

#include <doctest/doctest.h>

#include "build.h"

namespace sop {

using namespace test;

namespace {

Sections unwrap_and_cut(std::vector<Block> blocks) {
    const Form form;
    std::vector<Diagnostic> diagnostics;
    return find_sections(form, unwrap_layout(form, std::move(blocks), diagnostics), diagnostics);
}

}  // namespace

TEST_CASE("a frame of one cell becomes the blocks in it, however often it is nested") {
    CHECK(outline(unwrap_and_cut({table({{CellText({table({{CellText({p("6. Grenzen", bold), p("a")})}})})}}),
                                  p("b")})) == "grenzen 6|Grenzen|1: a\nb\n");
}

TEST_CASE("where known headings stand in frames every line in a frame is a heading") {
    const auto frame = [](const char* text) { return table({{text}}); };
    CHECK(outline(unwrap_and_cut({frame("5. Grenzen"), p("a"), frame("6. Samen in de wijk"), p("b"),
                                  frame("7. Verbeterpunten"), p("c"), frame("Wij hebben er zin in."),
                                  table({{CellText({p("Let op"), p("d")})}})})) ==
          "grenzen 5|Grenzen|1: a\noverig 6|Samen in de wijk|1: b\n"
          "verbeterpunten 7|Verbeterpunten|1: c\nWij hebben er zin in.\nLet op\nd\n");
    CHECK(unwrap_and_cut({h(1, "Grenzen"), frame("Samen in de wijk"), p("b")}).sections.size() == 1);
}

TEST_CASE("a row of texts side by side, one below a heading by its style, becomes the blocks in it") {
    const auto sides = [](Block heading) {
        return table({{CellText({p("OBS De Linde"), p("Lindelaan 1")}), CellText({std::move(heading), p("a")})}});
    };
    CHECK(outline(unwrap_and_cut({sides(h(1, "Visie")), h(1, "Grenzen"), p("b")})) ==
          "voorwerk: OBS De Linde\nLindelaan 1\nvisie |Visie|1: a\ngrenzen |Grenzen|1: b\n");
    CHECK(unwrap_and_cut({sides(p("Visie", bold)), h(1, "Grenzen"), p("b")}).sections.size() == 1);
}

TEST_CASE("a form that is one table is cut at its heading rows") {
    CHECK(outline(unwrap_and_cut(
              {table({{strong("1. Gegevens van de school", 2)},
                      {"Naam de school", "OBS De Brug"},
                      {"Directie", "J. Jansen"},
                      {strong("2. Visie en onderwijsconcept van de school", 2)},
                      {CellText("Wij zien ieder kind.", 2)},
                      {CellText({p("6. Grenzen van de ondersteuning", bold), p("Geen lift.")}, 2)}})})) ==
          "schoolgegevens 1|Gegevens van de school|1: Naam de school\tOBS De Brug\nDirectie\tJ. Jansen\n"
          "visie 2|Visie en onderwijsconcept van de school|1: Wij zien ieder kind.\n"
          "grenzen 6|Grenzen van de ondersteuning|1: Geen lift.\n");
}

TEST_CASE("a section's heading in front of the names of its table's columns is a heading") {
    CHECK(outline(unwrap_and_cut(
              {table({{"3. Basisondersteuning", "Ja", "Nee"}, {"Pestprotocol", "x", ""}}),
               table({{"6. Ambities", "Wanneer"}, {"Rekenen", "2025"}, {"7. Grenzen", ""}, {"Geen lift", ""}})})) ==
          "basisondersteuning 3|Basisondersteuning|1: \tJa\tNee\nPestprotocol\tx\t\n"
          "verbeterpunten 6|Ambities|1: \tWanneer\nRekenen\t2025\n"
          "grenzen 7|Grenzen|1: Geen lift\t\n");
    // An answer to a question of that name, and a table about what the text has a heading for.
    CHECK(unwrap_and_cut({table({{"1. Pestprotocol", "ja"}, {"2. Zorgstructuur", "ja"}})}).sections.empty());
    CHECK(unwrap_and_cut({h(1, "Basisondersteuning"), table({{"Deskundigheid", "In huis", "Extern"}, {"a", "x", ""}})})
              .sections.size() == 1);
    CHECK(unwrap_and_cut({table({{"Basisondersteuning", "Ja", "Nee"}, {"Pestprotocol", "x", ""}})}).sections.size() ==
          1);
}

TEST_CASE("a form with its headings in the first column becomes headings and blocks") {
    CHECK(outline(unwrap_and_cut({table(
              {{"1. Gegevens van de school", CellText({table({{"Naam de school", "OBS De Brug"}})})},
               {"2. Visie en onderwijsconcept van de school", "Wij zien ieder kind zoals het is."},
               {"5. Samen in de wijk", "Wij werken samen met de buren."},
               {"6. Grenzen van de ondersteuning", CellText({p("Wij hebben geen lift."), p("Wij zijn klein.")})}})})) ==
          "schoolgegevens 1|Gegevens van de school|1: Naam de school\tOBS De Brug\n"
          "visie 2|Visie en onderwijsconcept van de school|1: Wij zien ieder kind zoals het is.\n"
          "overig 5|Samen in de wijk|1: Wij werken samen met de buren.\n"
          "grenzen 6|Grenzen van de ondersteuning|1: Wij hebben geen lift.\nWij zijn klein.\n");
}

TEST_CASE("names of fields stay a table between the sections that a table has in its rows") {
    CHECK(outline(unwrap_and_cut(
              {table({{CellText("Schoolondersteuningsprofiel", 2)},
                      {"Naam school", "OBS De Brug"},
                      {"Bijzonder", "vijf leerkrachten en een onderwijsassistent"},
                      {"Missie en visie", "Samen op koers naar een plek voor ieder kind."},
                      {"Basisondersteuning", CellText({p("Wij bieden:"), item("extra uitleg")})},
                      {"Directeur", "J. Jansen"},
                      {"Grenzen", CellText({p("Wij kunnen niet:"), item("verplegen"), item("tillen")})},
                      {"Het gebouw van onze school",
                       "De school staat aan het water en heeft sinds een paar jaar ook een lift."}})})) ==
          "voorwerk: Schoolondersteuningsprofiel\nNaam school\tOBS De Brug\n"
          "Bijzonder\tvijf leerkrachten en een onderwijsassistent\n"
          "visie |Missie en visie|1: Samen op koers naar een plek voor ieder kind.\n"
          "basisondersteuning |Basisondersteuning|1: Wij bieden:\n- extra uitleg\nDirecteur\tJ. Jansen\n"
          "grenzen |Grenzen|1: Wij kunnen niet:\n- verplegen\n- tillen\n"
          "overig |Het gebouw van onze school|1: De school staat aan het water en heeft sinds een paar jaar ook een "
          "lift.\n");
}

TEST_CASE(
    "the headings of a table that arranges sections may stand beside numbers, over several rows or in several tables") {
    CHECK(outline(unwrap_and_cut({table({{"1", "Visie", "Wij zien ieder kind zoals het is."},
                                         {"2", CellText("Grenzen", 1, 2), "Wij hebben geen lift."},
                                         {"", "En geen eigen verpleegkundige."},
                                         {"3", "Verbeterpunten", "Het aanbod voor snelle lezers."}})})) ==
          "visie 1|Visie|1: Wij zien ieder kind zoals het is.\n"
          "grenzen 2|Grenzen|1: Wij hebben geen lift.\n\nEn geen eigen verpleegkundige.\n"
          "verbeterpunten 3|Verbeterpunten|1: Het aanbod voor snelle lezers.\n");
    CHECK(outline(unwrap_and_cut({table({{"Visie", "Wij zien ieder kind zoals het is."}}), p(""),
                                  table({{"Grenzen", "Wij hebben in ons gebouw geen lift."}}), p(""),
                                  table({{"Verbeterpunten", "Het aanbod voor snelle lezers."}})})) ==
          "visie |Visie|1: Wij zien ieder kind zoals het is.\n\n"
          "grenzen |Grenzen|1: Wij hebben in ons gebouw geen lift.\n\n"
          "verbeterpunten |Verbeterpunten|1: Het aanbod voor snelle lezers.\n");
}

TEST_CASE("a table that tells of sections that have headings of their own arranges nothing") {
    const Block guide = table({{"Visie", "hier leest u waar wij voor staan"},
                               {"Grenzen", "hier leest u wat wij niet kunnen"},
                               {"Verbeterpunten", "hier leest u wat wij willen"}});
    const Sections sections =
        unwrap_and_cut({guide, h(1, "Visie"), p("a"), h(1, "Grenzen"), p("b"), h(1, "Verbeterpunten"), p("c")});
    REQUIRE(sections.front.size() == 1);
    CHECK(sections.front[0] == guide);
    CHECK(sections.sections.size() == 3);
}

TEST_CASE("tables of content stay tables, whatever words stand in them") {
    const Block tables[] = {
        table({{"Basiskwaliteit", "ja"}, {"Planmatig werken", "nee"}, {"Ondersteuningsstructuur", "ja"}}),
        table({{"Visie", "2"}, {"Grenzen", "5"}, {"Verbeterpunten", "6"}}),
        table({{"Onderwijsconcept", ""}, {"Bestuur", "ASG"}}),
        table({{strong("Onderwijsconcept"), ""}, {"Bestuur", "ASG"}}),
        table({{"Doelgroep", "Begeleiding", "Voorzieningen", "Route"},
               {strong("Extra ondersteuning", 4)},
               {"dyslexie", "leesclub", "laptop", "IB"}}),
    };
    for (const Block& block : tables) {
        CAPTURE(text_of({block}));
        const Sections sections = unwrap_and_cut({block});
        CHECK(sections.sections.empty());
        REQUIRE(sections.front.size() == 1);
        CHECK(sections.front[0] == block);
    }
}

TEST_CASE("a merged cell does not reach over the heading row that cuts its table") {
    const Sections sections =
        unwrap_and_cut({table({{CellText("a", 1, 2), "b"}, {"c"}, {strong("6. Grenzen", 2)}, {"d", "e"}})});
    REQUIRE(sections.front.size() == 1);
    const Table& before = std::get<Table>(sections.front[0].content);
    CHECK(before.rows.size() == 2);
    CHECK(before.rows[0].cells[0].row_span == 2);
}

TEST_CASE("the form's own sentences are left out and counted, in cells too") {
    const Form form;
    std::vector<Diagnostic> diagnostics;
    const std::vector<Block> blocks = unwrap_layout(
        form,
        {p("Hoeveel extra tijd is er nodig/beschikbaar?"), p("Hoeveel extra tijd is er nodig voor dit kind?"),
         table({{"a", CellText({p("b"), p("Klik of tik om tekst in te voeren.")})}, {"c", "d"}})},
        diagnostics);
    CHECK(text_of(blocks) == "Hoeveel extra tijd is er nodig voor dit kind?\na\tb\nc\td");
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == "SJABLOONTEKST_WEGGELATEN");
    CHECK(diagnostics[0].count == 2);
}

}  // namespace sop
