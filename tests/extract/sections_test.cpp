#include "extract/sections.h"

#include <doctest/doctest.h>

#include "build.h"
#include "extract/layout.h"

namespace sop {

using namespace test;

namespace {

Sections cut(std::vector<Block> blocks) {
    std::vector<Diagnostic> diagnostics;
    return find_sections(Form(), std::move(blocks), diagnostics);
}

int count(const std::vector<Diagnostic>& diagnostics, std::string_view code) {
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.code == code) return diagnostic.count;
    return 0;
}

}  // namespace

TEST_CASE("sections are found by the words of their headings, whatever the number") {
    CHECK(outline(cut({title("Schoolondersteuningsprofiel OBS De Brug"), h(1, "Gegevens van de school", "1."), p("a"),
                       h(1, "3. Visie en onderwijsconcept van de school"), p("b"),
                       h(1, "Ad 9: Grenzen aan onze ondersteuning"), p("c"), h(1, "VERBETERPUNTEN"), p("d")})) ==
          "voorwerk: Schoolondersteuningsprofiel OBS De Brug\n"
          "schoolgegevens 1|Gegevens van de school|1: a\n"
          "visie 3|Visie en onderwijsconcept van de school|1: b\n"
          "grenzen 9|Grenzen aan onze ondersteuning|1: c\n"
          "verbeterpunten |VERBETERPUNTEN|1: d\n");
}

TEST_CASE("headings may be in a school's own words, as questions too") {
    const std::pair<const char*, const char*> known[] = {
        {"Wie zijn wij?", "schoolgegevens"},
        {"Over ons", "schoolgegevens"},
        {"Hoe kijken wij naar onderwijs?", "visie"},
        {"Wie zijn onze leerlingen?", "populatie"},
        {"Wat bieden wij elk kind?", "basisondersteuning"},
        {"Wat kunnen alle kinderen van ons verwachten?", "basisondersteuning"},
        {"Welke kennis hebben wij in huis?", "deskundigheid"},
        {"Wie helpt ons van buiten?", "externe_partners"},
        {"Voor wie doen wij meer?", "arrangementen"},
        {"Als een kind meer nodig heeft dan de basis", "arrangementen"},
        {"Waar houdt onze ondersteuning op?", "grenzen"},
        {"Tot waar gaan wij?", "grenzen"},
        {"Welke extra ondersteuning kunnen wij niet bieden?", "grenzen"},
        {"Hulp die onze school niet kan geven", "overig"},
        {"Wat gaan we de komende jaren ontwikkelen?", "verbeterpunten"},
        {"Wat willen we beter doen?", "verbeterpunten"},
        {"Onze stappen in de komende jaren", "verbeterpunten"},
        {"Hoe werken wij samen met ouders?", "ouders"},
        {"Ieder kind telt", "overig"},
    };
    for (const auto& [heading, id] : known) {
        CAPTURE(heading);
        const Sections sections = cut({h(1, "Typering van de school"), p("a"), h(1, heading), p("b")});
        REQUIRE(sections.sections.size() == 2);
        CHECK(sections.sections[1].id == id);
    }
}

TEST_CASE("where no heading is known those by a style are sections") {
    CHECK(outline(cut({title("Schoolondersteuningsprofiel"), p("De Brug"), h(1, "Zo leren wij"), p("a"),
                       h(1, "Zo spelen wij"), p("b"), h(2, "Buiten"), p("c")})) ==
          "voorwerk: Schoolondersteuningsprofiel\nDe Brug\noverig |Zo leren wij|1: a\n"
          "overig |Zo spelen wij|1: b\nBuiten\nc\n");
}

TEST_CASE("words between brackets behind a known heading explain it") {
    CHECK(outline(cut({h(1, "Visie"), p("a"), h(1, "Grenzen (wat wij niet kunnen bieden)"), p("b")})) ==
          "visie |Visie|1: a\ngrenzen |Grenzen (wat wij niet kunnen bieden)|1: b\n");
}

TEST_CASE("a heading without style counts when it stands out and is a known heading as a whole") {
    const char* known[] = {"Grenzen van de ondersteuning",
                           "6. Grenzen",
                           "6 Grenzen van de ondersteuning",
                           "GRENZEN",
                           "6. Verbeterpnten",
                           "3. Basis-ondersteuning",
                           "Grenzen v.d. ondersteuning",
                           "6. Verbeter punten",
                           "Arangementen extra ondersteuning",
                           "2. Visie en onderwijs concept"};
    for (const char* text : known) {
        CAPTURE(text);
        CHECK(cut({p("x"), p(text), p("y")}).sections.size() == 1);
    }
    CHECK(cut({p("x"), p("Grenzen", bold), p("y")}).sections.size() == 1);
    CHECK(cut({p("x"), p("Grenzen", underlined), p("y")}).sections.size() == 1);

    const char* other[] = {"Grenzen",
                           "Onze grenzen liggen bij agressie.",
                           "Grenzen: zie het schoolplan",
                           "De grenzen van de wijk",
                           "Toelichting",
                           "6. Grensen",
                           "2. Visies",
                           "6. Verbeter de punten",
                           "6. Wij stellen grenzen"};
    for (const char* text : other) {
        CAPTURE(text);
        CHECK(cut({p("x"), p(text), p("y")}).sections.empty());
    }
    CHECK(cut({p("x"), p("Toelichting", bold), p("y")}).sections.empty());
    CHECK(cut({p("x"), p("Grenzen: zie bijlage", bold), p("y")}).sections.empty());
    CHECK(cut({p("x"), item("Grenzen van de ondersteuning"), p("y")}).sections.empty());
    CHECK(cut({p("x"), table({{"Grenzen", "ja"}}), p("y")}).sections.empty());
}

TEST_CASE("\"Toelichting\" is a section only as a chapter") {
    CHECK(outline(cut({h(1, "Toelichting"), p("a"), h(1, "Grenzen"), p("b"), h(2, "Toelichting"), p("c")})) ==
          "inleiding |Toelichting|1: a\n"
          "grenzen |Grenzen|1: b\nToelichting\nc\n");
}

TEST_CASE("an unknown main heading between known ones is a section overig, and remarked on") {
    std::vector<Diagnostic> diagnostics;
    const Sections sections =
        find_sections(Form(),
                      {h(1, "4. Arrangementen extra ondersteuning"), p("a"), h(1, "5. Samen in de wijk"), p("b"),
                       h(2, "De gymzaal"), p("c"), h(1, "6. Grenzen van de ondersteuning"), p("d")},
                      diagnostics);
    CHECK(outline(sections) ==
          "arrangementen 4|Arrangementen extra ondersteuning|1: a\n"
          "overig 5|Samen in de wijk|1: b\nDe gymzaal\nc\n"
          "grenzen 6|Grenzen van de ondersteuning|1: d\n");
    CHECK(count(diagnostics, "SECTIE_ONBEKEND") == 1);
    CHECK(diagnostics[0].message.find("wijk") == std::string::npos);
}

TEST_CASE("the school's name below the title opens no section") {
    const auto named = [](std::string_view heading) {
        return outline(cut({title("Schoolondersteuningsprofiel 2021-2025"), h(1, heading), p("a"),
                            h(1, "Schoolgegevens"), p("b"), h(1, "Grenzen"), p("c")}));
    };
    CHECK(named("OBS De Brug") ==
          "voorwerk: Schoolondersteuningsprofiel 2021-2025\nOBS De Brug\na\n"
          "schoolgegevens |Schoolgegevens|1: b\ngrenzen |Grenzen|1: c\n");
    CHECK(named("Deze uitgave") ==
          "voorwerk: Schoolondersteuningsprofiel 2021-2025\noverig |Deze uitgave|1: a\n"
          "schoolgegevens |Schoolgegevens|1: b\ngrenzen |Grenzen|1: c\n");
}

TEST_CASE("in a chapter that is a profile what may be its title opens a section") {
    const std::vector<Block> blocks{
        h(2, "Basisondersteuning"), p("a"), h(2, "Ondersteuningsaanbod"), p("b"), h(2, "Grenzen"), p("c")};
    const auto ids = [&](bool is_chapter) {
        std::vector<Diagnostic> diagnostics;
        std::string found;
        for (const Section& section : find_sections(Form(), blocks, diagnostics, is_chapter).sections)
            found += section.id + ' ';
        return found;
    };
    CHECK(ids(true) == "basisondersteuning arrangementen grenzen ");
    CHECK(ids(false) == "basisondersteuning grenzen ");
}

TEST_CASE("a bold number opens an unknown section only where it fits between its neighbours") {
    const auto numbered = [](std::string_view text) {
        Paragraph heading = paragraph(text, bold);
        heading.heading = 1;
        heading.heading_reason = HeadingReason::bold_numbered;
        return Block{heading};
    };
    CHECK(outline(cut({numbered("4. Arrangementen extra ondersteuning"), numbered("1. Dyslexie"), p("a"),
                       numbered("2. Gedrag"), p("b"), numbered("5. Sport in de wijk"), p("c"), numbered("6. Grenzen"),
                       p("d")})) ==
          "arrangementen 4|Arrangementen extra ondersteuning|1: 1. Dyslexie\na\n2. Gedrag\nb\n"
          "overig 5|Sport in de wijk|1: c\n"
          "grenzen 6|Grenzen|1: d\n");
}

TEST_CASE("parts of a section that are known are sections of their own, one level down") {
    const std::string expected =
        "basisondersteuning 3|Beschrijving van de basisondersteuning|1: a\n"
        "basiskwaliteit |Basiskwaliteit|2: b\n"
        "planmatig_werken |Planmatig werken|2: c\n"
        "grenzen 6|Grenzen|1: d\n";
    CHECK(outline(cut({h(1, "3. Beschrijving van de basisondersteuning"), p("a"), h(2, "Basiskwaliteit"), p("b"),
                       h(2, "Planmatig werken"), p("c"), h(1, "6. Grenzen"), p("d")})) == expected);
    CHECK(outline(cut({p("3. Beschrijving van de basisondersteuning", bold), p("a"), p("Basiskwaliteit", bold), p("b"),
                       p("Planmatig werken", bold), p("c"), p("6. Grenzen", bold), p("d")})) == expected);
}

TEST_CASE("an unknown heading beside a known part ends that part") {
    CHECK(outline(cut({h(1, "Beschrijving van de basisondersteuning"), h(2, "Basiskwaliteit"), p("a"), h(3, "Toezicht"),
                       p("b"), h(2, "Sociale veiligheid"), p("c"), h(1, "Grenzen")})) ==
          "basisondersteuning |Beschrijving van de basisondersteuning|1\n"
          "basiskwaliteit |Basiskwaliteit|2: a\nToezicht\nb\n"
          "overig |Sociale veiligheid|2: c\n"
          "grenzen |Grenzen|1\n");
}

TEST_CASE("numbers tell the level where the style does not") {
    CHECK(outline(cut({h(1, "3. Beschrijving van de basisondersteuning"), h(1, "3.1 Basiskwaliteit"), p("a"),
                       h(1, "4. Grenzen")})) ==
          "basisondersteuning 3|Beschrijving van de basisondersteuning|1\n"
          "basiskwaliteit 3.1|Basiskwaliteit|2: a\n"
          "grenzen 4|Grenzen|1\n");
}

TEST_CASE("a deeper heading with the words of its section stays in it") {
    CHECK(outline(cut({h(1, "Grenzen van de ondersteuning"), p("a"), h(2, "Onze grenzen"), p("b")})) ==
          "grenzen |Grenzen van de ondersteuning|1: a\nOnze grenzen\nb\n");
}

TEST_CASE("tables of contents open no sections; by style they are left out and counted") {
    std::vector<Diagnostic> diagnostics;
    const Sections styled = find_sections(
        Form(), {toc("1. Gegevens van de school 2"), toc("6. Grenzen 5"), h(1, "6. Grenzen"), p("a")}, diagnostics);
    CHECK(outline(styled) == "grenzen 6|Grenzen|1: a\n");
    CHECK(count(diagnostics, "INHOUDSOPGAVE_WEGGELATEN") == 2);

    CHECK(outline(cut({p("1. Gegevens van de school"), p("2. Visie"), p("6. Grenzen van de ondersteuning"), p(""),
                       p("1. Gegevens van de school"), p("a"), p("2. Visie"), p("b"),
                       p("6. Grenzen van de ondersteuning"), p("c")})) ==
          "voorwerk: 1. Gegevens van de school\n2. Visie\n6. Grenzen van de ondersteuning\n\n"
          "schoolgegevens 1|Gegevens van de school|1: a\n"
          "visie 2|Visie|1: b\n"
          "grenzen 6|Grenzen van de ondersteuning|1: c\n");
}

TEST_CASE("a heading and its text in one paragraph are taken apart at the line break") {
    Paragraph glued = paragraph("Grenzen van de ondersteuning", bold);
    glued.inlines.emplace_back(LineBreak{});
    glued.inlines.emplace_back(Text{"Wij kunnen niet alles.", plain, no_control});
    CHECK(outline(cut({p("x"), Block{glued}})) ==
          "voorwerk: x\ngrenzen |Grenzen van de ondersteuning|1: Wij kunnen niet alles.\n");
}

TEST_CASE(
    "in a numbered form a bold word between the main headings stays text; what comes behind them may be a section") {
    CHECK(outline(cut({p("2. Visie", bold), p("a"), p("Voorzieningen", bold), p("b"), p("7. Verbeterpunten", bold),
                       p("c"), p("Ondertekening", bold), p("d")})) ==
          "visie 2|Visie|1: a\nVoorzieningen\nb\n"
          "verbeterpunten 7|Verbeterpunten|1: c\n"
          "vaststelling |Ondertekening|1: d\n");
}

TEST_CASE("the first of a typed list of numbers is no heading") {
    const std::string found =
        outline(cut({p("VERBETERPUNTEN", bold), p("1. Handelingsgericht werken\n2. Dyscalculie")}));
    CHECK(found.find("planmatig_werken") == std::string::npos);
    CHECK(outline(cut({p("Basisondersteuning", bold), p("1. Handelingsgericht werken\nWij werken met plannen.")}))
              .find("planmatig_werken") != std::string::npos);
}

TEST_CASE("bold lines that are headings in other documents are some in one where two others are known") {
    const auto head = [](const char* text) { return p(text, bold); };
    CHECK(outline(cut({head("Wie zijn wij?"), p("a"), head("Wat kunnen wij?"), p("b"), head("Wat kunnen wij niet?"),
                       p("c"), head("Wie helpen ons?"), p("d"), head("Wat gaan wij verbeteren?"), p("e")})) ==
          "schoolgegevens |Wie zijn wij?|1: a\nbasisondersteuning |Wat kunnen wij?|1: b\n"
          "grenzen |Wat kunnen wij niet?|1: c\nexterne_partners |Wie helpen ons?|1: d\n"
          "verbeterpunten |Wat gaan wij verbeteren?|1: e\n");
    // Of one alone nobody knows how headings look.
    CHECK(outline(cut({head("Grenzen"), p("a"), head("Wie helpen ons?"), p("b"), head("Samenwerking"), p("c")}))
              .find("externe_partners") == std::string::npos);
}

TEST_CASE("a line in capitals behind a table is a heading where all headings are, also with the name of a column") {
    const auto head = [](const char* text) { return p(text, bold); };
    const std::string found =
        outline(cut({head("GEGEVENS VAN DE SCHOOL"), p("a"), head("ONZE VISIE"), p("b"), head("ARRANGEMENTEN"),
                     table({{"Leerlingen met", "Begeleiding"}, {"dyslexie", "RT"}}), head("SAMENWERKING"), p("c"),
                     head("GRENZEN"), p("d")}));
    CHECK(found.find("externe_partners |SAMENWERKING|1: c") != std::string::npos);
}

TEST_CASE("a bold line behind the arrangement table opens a section where headings have neither style nor number") {
    CHECK(outline(cut({p("Arrangementen extra ondersteuning", bold), p("Let op", bold), table({{"a", "b"}}),
                       p("Samen in de wijk", bold), p("c"), p("Grenzen van de ondersteuning", bold), p("d")})) ==
          "arrangementen |Arrangementen extra ondersteuning|1: Let op\na\tb\n"
          "overig |Samen in de wijk|1: c\n"
          "grenzen |Grenzen van de ondersteuning|1: d\n");
}

TEST_CASE("a bold line that names the next of tables that are alike opens no section") {
    const auto need = [](const char* what) { return table({{"Begeleiding", what}, {"Materialen", "laptop"}}); };
    const auto end = p("Grenzen van de ondersteuning", bold);
    CHECK(outline(cut({p("Arrangementen", bold), p("Lezen", bold), need("tutor"), p("Rekenen", bold), need("coach"),
                       end, p("d")})) ==
          "arrangementen |Arrangementen|1: Lezen\nBegeleiding\ttutor\nMaterialen\tlaptop\nRekenen\n"
          "Begeleiding\tcoach\nMaterialen\tlaptop\n"
          "grenzen |Grenzen van de ondersteuning|1: d\n");
    CHECK(outline(cut({p("Arrangementen", bold), p("Let op", bold), table({{"a", "b"}}),
                       p("Leerlingen met dyscalculie", bold), p("c"), end, p("d")})) ==
          "arrangementen |Arrangementen|1: Let op\na\tb\nLeerlingen met dyscalculie\nc\n"
          "grenzen |Grenzen van de ondersteuning|1: d\n");
}

TEST_CASE("a label that comes again below one need after another opens no section") {
    CHECK(outline(cut({p("Arrangementen", bold), h(2, "Lezen"), p("Voorzieningen", bold), p("laptop"), h(2, "Rekenen"),
                       p("Voorzieningen", bold), p("rekenrek"), p("Grenzen van de ondersteuning", bold), p("d")})) ==
          "arrangementen |Arrangementen|1: Lezen\nVoorzieningen\nlaptop\nRekenen\nVoorzieningen\nrekenrek\n"
          "grenzen |Grenzen van de ondersteuning|1: d\n");
}

TEST_CASE("where a style tells only some of the headings, a bold line with the words of a section is one too") {
    const Block vision = h(1, "Visie"), data = h(1, "Contactgegevens"), plans = p("Speerpunten 2020-2021", bold);
    const auto emphasized = [](Block block) {
        for (Inline& piece : std::get<Paragraph>(block.content).inlines)
            if (auto* text = std::get_if<Text>(&piece)) text->style |= bold;
        return block;
    };
    CHECK(outline(cut({emphasized(data), p("a"), emphasized(vision), p("b"), p("Arrangementen", bold), p("c"),
                       p("Grenzen", bold), p("d"), plans, p("e")}))
              .find("verbeterpunten |Speerpunten 2020-2021|1: e") != std::string::npos);
    // Where all others have the style it is a line of the section.
    CHECK(outline(cut({emphasized(data), p("a"), emphasized(vision), p("b"), emphasized(h(1, "Grenzen")), p("d"), plans,
                       p("e")}))
              .find("verbeterpunten") == std::string::npos);
}

TEST_CASE("a document that is no known form is cut at its highest headings") {
    std::vector<Diagnostic> diagnostics;
    CHECK(outline(cut_at_headings({p("a"), h(2, "2. Nieuws"), p("b"), h(3, "Sport"), p("c"), h(2, "Agenda")},
                                  diagnostics)) ==
          "voorwerk: a\n"
          "overig 2|Nieuws|1: b\nSport\nc\n"
          "overig |Agenda|1\n");
    CHECK(diagnostics.empty());
    CHECK(outline(cut_at_headings({p("a"), p("b")}, diagnostics)) == "voorwerk: a\nb\n");
}

TEST_CASE("every section knows the one it stands under") {
    std::vector<Section> sections(6);
    const int levels[] = {1, 2, 3, 2, 1, 3};
    for (std::size_t i = 0; i < sections.size(); ++i) sections[i].level = levels[i];
    CHECK(find_parents(sections) == std::vector<int>{-1, 0, 1, 0, -1, 4});
}

TEST_CASE("a word of a longer heading tells the section where no other heading does") {
    const auto read = [](std::vector<Block> blocks) { return cut(std::move(blocks)).sections; };
    const auto questions = read({h(1, "Visie"), p("a"), h(1, "Hoe gaan wij om met grenzen?"), p("b"),
                                 h(1, "Wat zijn onze ambities?"), p("c"), h(1, "Wat kan onze school bieden?"), p("d")});
    REQUIRE(questions.size() == 4);
    CHECK(questions[1].id == "grenzen");
    CHECK(questions[2].id == "verbeterpunten");
    CHECK(questions[3].id == "basisondersteuning");
    CHECK(questions[1].is_guess);
    CHECK_FALSE(questions[0].is_guess);
    const auto known = read({h(1, "Visie"), p("a"), h(1, "Over grenzen praten"), p("b"), h(1, "Grenzen"), p("c")});
    REQUIRE(known.size() == 3);
    CHECK(known[1].id == "overig");
    CHECK(known[2].id == "grenzen");
    const auto both = read({h(1, "Visie"), p("a"), h(1, "Ambities en grenzen in de wijk"), p("b")});
    REQUIRE(both.size() == 2);
    CHECK(both[1].id == "overig");
}

TEST_CASE("headings in a school's own words open their sections") {
    const std::pair<const char*, const char*> cases[] = {
        {"Wat doen wij extra?", "arrangementen"},
        {"Extra hulp op school", "arrangementen"},
        {"Hulp voor alle leerlingen", "basisondersteuning"},
        {"Wat bieden wij alle kinderen?", "basisondersteuning"},
        {"Wanneer zijn wij niet de juiste school?", "grenzen"},
        {"Waar ligt onze grens?", "grenzen"},
        {"Wat willen wij nog leren?", "verbeterpunten"},
        {"Leerlinggewichten en verwijzingen", "kengetallen"},
        {"Pedagogische visie", "visie"},
        {"Expertise in huis", "deskundigheid"},
        {"Adresgegevens", "schoolgegevens"},
        {"Contactpersonen", "schoolgegevens"},
        {"Onze kijk op kinderen", "visie"},
        {"Wat wij onder passend onderwijs verstaan", "visie"},
        {"Ondersteuning voor iedereen", "basisondersteuning"},
        {"Wat wij bieden per doelgroep", "arrangementen"},
        {"Plannen voor de komende vier jaar", "verbeterpunten"},
    };
    for (const auto& [text, id] : cases) {
        CAPTURE(text);
        const auto sections = cut({h(1, "Inleiding"), p("a"), h(1, text), p("b")}).sections;
        REQUIRE(sections.size() == 2);
        CHECK(sections[1].id == id);
        CHECK_FALSE(sections[1].is_guess);
    }
}

TEST_CASE("a short heading that may mean something else is a guess, and none as a part of a longer one") {
    const auto read = [](std::string_view text) {
        return cut({h(1, "Inleiding"), p("a"), h(1, text), p("b"), h(1, "Grenzen"), p("c")}).sections[1];
    };
    const std::pair<const char*, const char*> cases[] = {
        {"Algemeen", "schoolgegevens"},          {"De leerlingen", "populatie"},
        {"Samenwerking", "externe_partners"},    {"Plan van aanpak", "verbeterpunten"},
        {"Onze speerpunten", "verbeterpunten"},  {"Expertise", "deskundigheid"},
        {"Plannen 2018-2020", "verbeterpunten"},
    };
    for (const auto& [text, id] : cases) {
        CAPTURE(text);
        const Section section = read(text);
        CHECK(section.id == id);
        CHECK(section.is_guess);
    }
    CHECK(read("Algemeen beleid").id == "overig");
    CHECK(read("Zorg om de leerlingen").id == "overig");
    // Without the look of a chapter it says nothing.
    CHECK(cut({h(1, "Inleiding"), p("a"), p("Samenwerking", bold), p("b")}).sections.size() == 1);
}

TEST_CASE("a chapter before the first known heading is a section where a word tells which") {
    const auto sections =
        cut({h(1, "OBS De Brug"), p("a"), h(1, "Onze kijk op deskundigheid"), p("b"), h(1, "Grenzen"), p("c")});
    CHECK(outline(sections) ==
          "voorwerk: OBS De Brug\na\ndeskundigheid |Onze kijk op deskundigheid|1: b\ngrenzen |Grenzen|1: c\n");
}

TEST_CASE("a line that looks as all known headings do opens a section where it stands alone or has a section's words") {
    const auto read = [](std::vector<Block> middle) {
        std::vector<Block> blocks{p("VISIE", bold), p("a"), p("BASISONDERSTEUNING", bold), p("b")};
        blocks.insert(blocks.end(), middle.begin(), middle.end());
        blocks.push_back(p("GRENZEN", bold));
        blocks.push_back(p("c"));
        return outline(cut(std::move(blocks)));
    };
    const std::string before = "visie |VISIE|1: a\nbasisondersteuning |BASISONDERSTEUNING|1: b\n",
                      after = "grenzen |GRENZEN|1: c\n";
    CHECK(read({p("SAMEN IN DE WIJK", bold), p("x")}) == before + "overig |SAMEN IN DE WIJK|1: x\n" + after);
    CHECK(read({p("ONZE KIJK OP DESKUNDIGHEID", bold), p("x")}) ==
          before + "deskundigheid |ONZE KIJK OP DESKUNDIGHEID|1: x\n" + after);
    // Titles within a section: one below the other, in another dress, of one word.
    for (const auto& titles : {std::pair("HULP BIJ LEZEN", "HULP BIJ REKENEN"), std::pair("Hulp bij lezen", "tekst"),
                               std::pair("LEZEN", "tekst")})
        CHECK(read({p(titles.first, bold), p(titles.second, bold)}).find("overig") == std::string::npos);
    CHECK(outline(cut({p("Visie", bold), p("a"), p("Basisondersteuning", bold), p("b"), p("Grenzen", bold), p("c"),
                       p("Wat wij nog willen ontwikkelen", bold), p("x")})) ==
          "visie |Visie|1: a\nbasisondersteuning |Basisondersteuning|1: b\ngrenzen |Grenzen|1: c\n"
          "verbeterpunten |Wat wij nog willen ontwikkelen|1: x\n");
}

TEST_CASE("a heading below the school's data or an unknown chapter opens the section whose words it has") {
    CHECK(outline(cut({title("Schoolondersteuningsprofiel"), h(1, "Algemene gegevens"), p("a"),
                       h(2, "Missie en visie van De Brug"), p("b"), h(1, "Basisondersteuning"), p("c"),
                       h(2, "Visie op gedrag"), p("d"), h(1, "Analyse en beleid"), p("e"),
                       h(2, "Conclusies en ambities"), p("f")})) ==
          "voorwerk: Schoolondersteuningsprofiel\nschoolgegevens |Algemene gegevens|1: a\n"
          "visie |Missie en visie van De Brug|2: b\nbasisondersteuning |Basisondersteuning|1: c\nVisie op "
          "gedrag\nd\noverig |Analyse en beleid|1: e\n"
          "verbeterpunten |Conclusies en ambities|2: f\n");
}

TEST_CASE("the offer of support is a section below the document's title") {
    CHECK(cut({title("Schoolondersteuningsprofiel"), h(1, "Visie"), p("a"), h(1, "Ondersteuningsaanbod"), p("b")})
              .sections[1]
              .id == "arrangementen");
}

}  // namespace sop
