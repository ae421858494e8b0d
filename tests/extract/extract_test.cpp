#include "extract/extract.h"

#include <doctest/doctest.h>

#include <ctime>

#include "build.h"

namespace sop {

using namespace test;

namespace {

const std::vector<CellText> columns{"Leerlingen met", "Welke begeleiding geef je/krijgen deze leerlingen?",
                                    "welke specifieke voorzieningen heeft de school?",
                                    "Wat is de ondersteuningsroute binnen onze school?",
                                    "welke expertise heb je nodig van externe partners?"};

std::vector<Block> almere() {
    return {title("Format Schoolondersteuningsprofiel Primair Onderwijs Almere"),
            h(1, "1. Gegevens van de school"),
            p("Naam de school: OBS De Brug"),
            p("Directie: J. Jansen"),
            p("Interne Begeleiding: A. Bakker"),
            p("Bestuur: ASG"),
            h(1, "2. Visie en onderwijsconcept van de school"),
            p("Wij zien ieder kind."),
            h(1, "3. Beschrijving van de basisondersteuning"),
            p("Wij werken planmatig."),
            h(1, "4. Arrangementen extra ondersteuning"),
            table({columns, {"dyslexie", "a", "b", "c", "d"}}),
            h(1, "6. Grenzen van de ondersteuning"),
            item("geen lift"),
            h(1, "7. Verbeterpunten"),
            item("rekenen")};
}

// All text of an extraction's blocks, headings of sections too.
std::string all_text(const Extraction& extraction) {
    std::string result = text_of(extraction.front);
    for (const Section& section : extraction.sections) {
        if (!result.empty()) result += '\n';
        if (!section.number.empty()) result += section.number + ". ";
        result += section.heading;
        if (!section.blocks.empty()) result += '\n' + text_of(section.blocks);
    }
    return result;
}

}  // namespace

TEST_CASE("a filled-in form is recognised with its edition, and nothing of its text is lost") {
    const Extraction extraction = extract(document(almere()), default_templates());
    REQUIRE(extraction.match);
    CHECK(extraction.match->id == "almere-po");
    CHECK(extraction.match->edition == "7-secties");
    CHECK(extraction.match->kind == "sop");
    CHECK(extraction.match->score == doctest::Approx(1.0));
    CHECK(all_text(extraction) == text_of(almere()));
    CHECK(extraction.diagnostics.empty());
    REQUIRE(extraction.tables.size() == 3);
    CHECK(extraction.tables[0].table == "arrangementen");
}

TEST_CASE("the edition follows from the numbers") {
    std::vector<Block> blocks = almere();
    blocks[12] = h(1, "5. Grenzen van de ondersteuning");
    blocks[14] = h(1, "6. Verbeterpunten");
    const Extraction extraction = extract(document(blocks), default_templates());
    REQUIRE(extraction.match);
    CHECK(extraction.match->edition == "6-secties");
}

TEST_CASE("a form that lost a part is still recognised") {
    const std::vector<Block> whole = almere();
    const auto matches = [](std::vector<Block> blocks) {
        return extract(document(std::move(blocks)), default_templates()).match.has_value();
    };
    const auto without = [&](std::vector<std::size_t> left_out) {
        std::vector<Block> blocks;
        for (std::size_t i = 0; i < whole.size(); ++i)
            if (std::find(left_out.begin(), left_out.end(), i) == left_out.end()) blocks.push_back(whole[i]);
        return blocks;
    };
    CHECK(matches(without({0})));                            // title
    CHECK(matches(without({0, 11})));                        // and table
    CHECK(matches(without({0, 2, 3, 4, 5, 11})));            // and labels
    CHECK(matches(without({1, 6, 8, 10, 12, 14})));          // headings
    CHECK(matches(without({0, 6, 8, 12})));                  // title and half of the headings
    CHECK(!matches(without({0, 1, 6, 8, 10, 12, 14, 11})));  // labels alone
}

TEST_CASE("a title of a profile carries common headings, misspelled ones too") {
    const char* titles[] = {"Schoolondersteuningsprofiel", "School ondersteunings profiel OBS De Brug",
                            "Schoolondersteunigsprofiel", "SOP De Brug",
                            "Ondersteuningsprofiel Primair Onderwijs Almere"};
    for (const char* text : titles) {
        CAPTURE(text);
        CHECK(extract(
                  document({p(text), p("A. Contactgegevens", bold), p("Telefoon: 036-1"), p("B. Visie en missie", bold),
                            p("a"), p("C. Basis-ondersteuning", bold), p("b"), p("D. Extra ondersteuning", bold),
                            p("c"), p("E. Grenzen aan onze zorg", bold), p("d"), p("F. Verbeter punten", bold)}),
                  default_templates())
                  .match);
    }
}

TEST_CASE("other documents match nothing and keep their text") {
    const std::vector<std::vector<Block>> others = {
        {},
        {p("Beste ouders,"), p("Betreft: schoolondersteuningsprofiel"),
         p("Het schoolondersteuningsprofiel ligt ter inzage."), p("Directie: J. Jansen")},
        {h(1, "Schoolondersteuningsprofiel vastgesteld"), p("De MR heeft ingestemd."), h(1, "Agenda"),
         p("1 mei: schoolreis")},
        {h(1, "Gegevens van de school"), p("Naam de school: De Brug"), p("Directie: X"), p("Bestuur: Y"),
         h(1, "Gegevens van het kind"), p("Naam: Z")},
        {h(1, "Visie"), h(1, "Ouders"), h(1, "Voorzieningen"), h(1, "Grenzen"), p("Dit is de schoolgids.")},
        {table({{"Groep", "Begeleiding", "Materialen"}, {"3", "juf", "boek"}})},
        // A letter that lists what is missing.
        {p("Betreft: uw schoolondersteuningsprofiel"), item("Gegevens van de school"),
         item("Visie en onderwijsconcept van de school"), item("Beschrijving van de basisondersteuning"),
         item("Arrangementen extra ondersteuning"), item("Grenzen van de ondersteuning"), item("Verbeterpunten"),
         p("Directie: J. Jansen"), p("Bestuur: ASG")},
        // A plan of a neighbourhood: no title, no data of a school.
        {title("Samen in de wijk 2018-2020"), h(1, "Grenzen van de ondersteuning"), h(1, "Verbeterpunten"),
         h(1, "Visie"), h(1, "Arrangementen extra ondersteuning"), table({columns, {"a", "b", "c", "d", "e"}})},
    };
    for (const auto& blocks : others) {
        CAPTURE(text_of(blocks));
        const Extraction extraction = extract(document(blocks), default_templates());
        CHECK(!extraction.match);
        CHECK(extraction.fields.empty());
        CHECK(extraction.tables.empty());
        CHECK(all_text(extraction) == text_of(blocks));
    }
}

TEST_CASE("guidance and checklists are no profiles, however much of the form they quote") {
    std::vector<Block> guidance = almere();
    guidance[0] = title("Handreiking voor het komen tot SOP PO");
    CHECK(!extract(document(guidance), default_templates()).match);
    const char* others[] = {"Checklist basisondersteuning",
                            "Model schoolondersteuningsprofiel (toelichting voor scholen)",
                            "Schoolondersteuningsprofiel - toelichting op het format", "Wijkondersteuningsplan Zuid"};
    for (const char* text : others) {
        CAPTURE(text);
        guidance[0] = title(text);
        CHECK(!extract(document(guidance), default_templates()).match);
    }
    // A profile may have such a part.
    guidance[0] = title("Schoolondersteuningsprofiel OBS De Brug met checklist");
    CHECK(extract(document(guidance), default_templates()).match);
}

TEST_CASE("the cost of a document grows with its size, not faster") {
    const auto seconds = [](const Document& source) {
        const std::clock_t start = std::clock();  // of the processor: the machine may be busy
        extract(source, default_templates());
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    // Each of these is quadratic in a careless reading.
    const Block repeated[] = {p("1. Grenzen", bold),
                              p("Grenzen\nwij", bold),
                              p("Directie:"),
                              p("Namens de MR"),
                              h(1, "9. Anders"),
                              h(2, "Basiskwaliteit"),
                              item("punt", 1),
                              p("☐ ja ☒ nee 1 mei 2015 MR bestuur"),
                              toc("Visie 3"),
                              table({{"Directie", "x"}, {"", "y"}}),
                              table({{"1. Visie", "x"}})};
    for (const Block& block : repeated) {
        CAPTURE(text_of({block}));
        std::vector<Block> small = almere(), large = small;
        for (int i = 0; i < 1000; ++i) small.push_back(block);
        for (int i = 0; i < 16'000; ++i) large.push_back(block);
        const double base = seconds(document(small)), grown = seconds(document(large));
        CHECK(grown < 60 * base + 0.05);
    }
}

}  // namespace sop
