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
