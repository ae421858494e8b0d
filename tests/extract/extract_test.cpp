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

TEST_CASE(
    "a line about profiles, the heading of an item and text that begins with the word are no title of a profile") {
    const std::vector<std::vector<Block>> fronts = {
        {title("Werken aan kwaliteit"),
         p("Schoolondersteuningsprofiel en zorgplicht komen in deze regeling niet aan de orde.")},
        {title("Voorstel aan de MR"), p("Schoolondersteuningsprofiel: voorstel tot wijziging")},
        {title("Memo"), p("Schoolondersteuningsprofiel")},
        {p("OBS De Wilg"), p("Wilgenpraatjes nr. 4", bold), p("SOP", bold), p("Ons SOP is vernieuwd.")},
        {h(1, "Wilgenpraatjes"), p("Er is weer veel gebeurd in en om onze school."),
         h(1, "Schoolondersteuningsprofiel"), p("Het ligt ter inzage.")},
        {p("Beste ouders, deze week leest u over het profiel."), p("SOP", bold)},
    };
    for (const std::vector<Block>& front : fronts) {
        CAPTURE(text_of(front));
        std::vector<Block> blocks = front;
        for (const char* heading : {"Visie", "Basisondersteuning", "Extra ondersteuning", "Verbeterpunten"}) {
            blocks.push_back(p(heading, bold));
            blocks.push_back(p("Wij gaan ermee aan de slag."));
        }
        CHECK(!extract(document(blocks), default_templates()).match);
    }
}

TEST_CASE("a title of a profile may have a name, its kind, years and a version behind it") {
    for (const char* text :
         {"Schoolondersteuningsprofiel 2014 t/m 2018", "Schoolondersteuningsprofiel van obs de wilg", "SOP De Wilg",
          "Schoolondersteuningsprofiel - concept d.d. 3 mei 2016",
          "Schoolondersteuningsprofiel voor het schooljaar 2015", "SCHOOLONDERSTEUNINGSPROFIEL (SOP)",
          "Ondersteuningsprofiel speciaal basisonderwijs", "Ondersteuningsprofiel basisscholen Zuid 2018",
          "Schoolondersteuningsprofiel nieuwkomersonderwijs, februari 2020",
          "Ondersteuningsprofiel voor ouders – bijgewerkt mei 2023",
          "Schoolondersteuningsprofiel vastgesteld in mei 2016"}) {
        CAPTURE(text);
        const Extraction found =
            extract(document({p("OBS De Wilg", bold), p(text, bold), p("Wat u van ons mag verwachten"),
                              p("Basisondersteuning", bold), p("a"), p("Grenzen", bold), p("b")}),
                    default_templates());
        REQUIRE(found.match);
        CHECK(found.match->id == "generiek");
    }
}

TEST_CASE("before a title of a profile may stand what kind of document it is, or a school's name and a dash") {
    const auto is_profile = [](const char* text) {
        return extract(document({title(text), p("Voor ouders en leerkrachten"), p("Basisondersteuning", bold), p("a"),
                                 p("Grenzen", bold), p("b"), p("Verbeterpunten", bold), p("c")}),
                       default_templates())
            .match.has_value();
    };
    for (const char* text : {"Rapport schoolondersteuningsprofiel", "Formulier schoolondersteuningsprofiel 2018-2022",
                             "Bijlage 3: schoolondersteuningsprofiel", "Samenvatting SOP – OBS De Wilg",
                             "Montessorischool De Ladder – schoolondersteuningsprofiel", "OBS De Wilg - SOP 2019-2023",
                             "De Wilg | Ondersteuningsprofiel"}) {
        CAPTURE(text);
        CHECK(is_profile(text));
    }
    for (const char* text : {"Analyse van schoolondersteuningsprofielen", "Nieuwsbrief – schoolondersteuningsprofiel",
                             "Wat staat er in een schoolondersteuningsprofiel", "Notulen over het SOP",
                             "Team Noord – SOP", "Uitnodiging - schoolondersteuningsprofiel"}) {
        CAPTURE(text);
        CHECK(!is_profile(text));
    }
}

TEST_CASE("below a clear title a profile is one, whatever its chapters are called") {
    const auto read = [](std::vector<Block> front) {
        for (const char* heading : {"Tussen dijk en duin", "Visie", "De rode draad"}) {
            front.push_back(p(heading, bold));
            front.push_back(p("Ieder kind hoort erbij."));
        }
        return extract(document(std::move(front)), default_templates());
    };
    CHECK(
        read({p("Ieder kind geliefd", bold), p("schoolondersteuningsprofiel van gbs De Weg te Ede, 2017-2018")}).match);
    const std::vector<std::vector<Block>> profiles = {
        {p("SOP de wilg 2015/2016 (versie 9-10-15)", bold)},
        {p("Onderwijsondersteuningsprofiel 2014-2018", bold)},
        {p("Schoolondersteuningsprofiel", bold), p("OBS De Wilg")},
    };
    for (const std::vector<Block>& front : profiles) {
        CAPTURE(text_of(front));
        const Extraction found = read(front);
        REQUIRE(found.match);
        CHECK(found.match->id == "generiek");
        CHECK(std::any_of(found.diagnostics.begin(), found.diagnostics.end(),
                          [](const Diagnostic& diagnostic) { return diagnostic.code == "SJABLOON_TWIJFEL"; }));
    }
    const std::vector<std::vector<Block>> others = {
        {p("OBS De Wilg"), p("Wilgenpraatjes nr. 4"), p("SOP 2015", bold)},
        {p("Betreft: schoolondersteuningsprofiel OBS De Wilg 2015")},
        {p("SOP de bijeenkomst van 2015")},
        {p("Nieuwsbrief OBS De Wilg"), p("Schoolondersteuningsprofiel 2015")},
        {p("Schoolondersteuningsprofiel OBS De Wilg: wat is dat en wat heb je eraan?")},
        {p("Ondersteuningsaanbod 2015-2016", bold), p("Samenwerkingsverband Zuid")},
    };
    for (const std::vector<Block>& front : others) {
        CAPTURE(text_of(front));
        CHECK(!read(front).match);
    }
}

TEST_CASE("a title that others use too is a profile's where the document says of which school it is") {
    const auto is_profile = [](const char* whose) {
        return extract(document({p("Ondersteuningsaanbod 2015-2016", bold), p(whose), p("Visie", bold), p("a"),
                                 p("Basisondersteuning", bold), p("b"), p("Extra ondersteuning", bold), p("c")}),
                       default_templates())
            .match.has_value();
    };
    CHECK(is_profile("OBS De Wilg"));
    CHECK(is_profile("Naam van de school: De Wilg"));
    CHECK(!is_profile("Samenwerkingsverband Zuid"));
}

TEST_CASE("the tables that only a profile has together make one without a title") {
    const Block expertise =
        table({{"binnen de school zelf beschikbaar", "buiten de school snel toegankelijk", "Deskundigheid"},
               {"x", "", "dyslexie"}});
    const Block partners = table({{"Partner", "nooit", "soms", "vaak"}, {"GGD", "", "x", ""}});
    const auto is_profile = [&](std::vector<Block> tables) {
        std::vector<Block> blocks{p("Wat wij zagen", bold),
                                  p("Basisschool De Wilg"),
                                  h(2, "Korte impressie van de school"),
                                  p("Klein."),
                                  h(2, "Diversiteit van de leerlingenpopulatie"),
                                  p("Groot."),
                                  h(2, "Deskundigheid"),
                                  h(2, "Borging"),
                                  h(2, "Externe partners")};
        for (Block& block : tables) blocks.push_back(std::move(block));
        return extract(document(std::move(blocks)), default_templates()).match.has_value();
    };
    CHECK(is_profile({expertise, partners}));
    CHECK(!is_profile({expertise}));
}

TEST_CASE("questions with a known word tell the sections of a titled profile") {
    CHECK(extract(
              document({title("Ondersteuningsprofiel De Wilg"), h(1, "Waar liggen onze grenzen?"), p("a"),
                        h(1, "Welke basisondersteuning bieden wij?"), p("b"), h(1, "Wat zijn onze ambities?"), p("c")}),
              default_templates())
              .match);
    CHECK(!extract(document({title("Nieuws van De Wilg"), h(1, "Waar liggen onze grenzen?"), p("a"),
                             h(1, "Welke basisondersteuning bieden wij?"), p("b"), h(1, "Wat zijn onze ambities?"),
                             p("c")}),
                   default_templates())
               .match);
}

TEST_CASE(
    "a form below its own title is that form though half of it is gone, and a profile to the generic template too") {
    const Extraction found = extract(
        document({title("Format Schoolondersteuningsprofiel Primair Onderwijs Almere"), h(1, "Gegevens van de school"),
                  p("Naam de school OBS De Wilg"), h(1, "Basisondersteuning"), p("a"), h(1, "Grenzen"), p("b")}),
        default_templates());
    REQUIRE(found.match);
    CHECK(found.match->id == "almere-po");
    // The title may take two lines.
    const Extraction split = extract(
        document({title("Schoolondersteuningsprofiel"), p("Primair Onderwijs Almere"), h(1, "Gegevens van de school"),
                  p("Naam de school OBS De Wilg"), h(1, "Basisondersteuning"), p("a"), h(1, "Grenzen"), p("b")}),
        default_templates());
    REQUIRE(split.match);
    CHECK(split.match->id == "almere-po");
    // Below the threshold of that template too.
    const Extraction rest = extract(document({title("Format Schoolondersteuningsprofiel Primair Onderwijs Almere"),
                                              p("Basisondersteuning", bold), p("a"), p("Grenzen", bold), p("b")}),
                                    default_templates());
    REQUIRE(rest.match);
    CHECK(rest.match->kind == "sop");
}

TEST_CASE("a profile in words that its region shares with all others is no form of that region") {
    const Extraction found = extract(
        document({title("Schoolondersteuningsprofiel"), h(1, "Gegevens van de school"), p("Naam school: De Wilg"),
                  p("Directie: J. Jansen"), p("Bestuur: ASG"), h(1, "Visie"), p("a"), h(1, "Basisondersteuning"),
                  p("b"), h(1, "Extra ondersteuning"), p("c"), h(1, "Grenzen van de ondersteuning"), p("d")}),
        default_templates());
    REQUIRE(found.match);
    CHECK(found.match->id == "generiek");
}

TEST_CASE("a plan of a partnership is no school's profile, whatever of its headings it has") {
    for (const char* text : {"Ondersteuningsplan 2014-2018", "Regionaal plan 2014-2018"}) {
        CAPTURE(text);
        CHECK(!extract(document({title(text), p("Samenwerkingsverband Zuid"), p("Telefoon: 036-5550199"),
                                 p("Vastgesteld door het bestuur op 15 april 2014"), h(1, "Visie"), p("a"),
                                 h(1, "Basisondersteuning"), p("b"), h(1, "Extra ondersteuning"), p("c"),
                                 h(1, "Grenzen van de ondersteuning"), p("d")}),
                       default_templates())
                   .match);
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
        const Extraction found = extract(document(guidance), default_templates());
        CHECK((!found.match || found.match->kind == "checklist_basisondersteuning"));
    }
    // A profile may have such a part.
    guidance[0] = title("Schoolondersteuningsprofiel OBS De Brug met checklist");
    CHECK(extract(document(guidance), default_templates()).match);
}

TEST_CASE("a profile in words that all use is read by the generic template, only where no other fits") {
    const auto generic = [](bool has_title) {
        std::vector<Block> blocks{p("Contactgegevens", bold),
                                  p("Telefoon: 036-5550199"),
                                  p("Onze basisondersteuning", bold),
                                  p("Wij volgen ieder kind."),
                                  p("Arrangementen", bold),
                                  p("Een leesclub."),
                                  p("Grenzen", bold),
                                  item("geen lift"),
                                  p("Ontwikkelpunten", bold),
                                  item("rekenen")};
        if (has_title) blocks.insert(blocks.begin(), title("Schoolondersteuningsprofiel"));
        return extract(document(blocks), default_templates());
    };
    const Extraction found = generic(true);
    REQUIRE(found.match);
    CHECK(found.match->id == "generiek");
    CHECK(found.match->kind == "sop");
    REQUIRE(found.tables.size() == 2);
    CHECK(found.tables[0].table == "grenzen");
    std::vector<Block> own = almere();
    own[0] = title("Schoolondersteuningsprofiel");
    const Extraction almere_form = extract(document(own), default_templates());
    REQUIRE(almere_form.match);
    CHECK(almere_form.match->id == "almere-po");
    // Without title or the sections that only a profile has together, the words are a school plan's.
    CHECK(!extract(document({h(1, "Visie"), h(1, "Leerlingpopulatie"), h(1, "Het team"), h(1, "Ouderbetrokkenheid"),
                             p("Telefoon: 036-5550199"), p("Bestuur: ASG")}),
                   default_templates())
               .match);
}

TEST_CASE("audit reports over five domains are read as such") {
    const Extraction found =
        extract(document({p("Rapport audit", bold), p("School-Ondersteuningsprofiel IVO", bold),
                          p("Naam onderwijsvoorziening: De Brug"), p("Datum bezoek: 3 november 2015"),
                          p("In opdracht van: SWV Zuid"), p("Domein 1: Diversiteit van de leerlingenpopulatie", bold),
                          table({{CellText("Domein 1. Gelet op deze aspecten is de school", 2)}, {"☒", "homogeen"}}),
                          p("Domein 2: Ruimte voor verschillen", bold), p("a"),
                          p("Domein 3: de beschikbaarheid van extra voorzieningen", bold),
                          table({{"binnen de school zelf beschikbaar", "buiten de school snel toegankelijk", ""},
                                 {"x", "", "ADHD"}}),
                          p("Domein 4: Borging", bold), p("b"), p("Domein 5: Samenwerking binnen het onderwijs", bold),
                          p("c")}),
                default_templates());
    REQUIRE(found.match);
    CHECK(found.match->id == "ivo");
    std::string ids;
    for (const Section& section : found.sections) ids += section.number + section.id + " ";
    CHECK(ids == "1populatie 2visie 3voorzieningen 4ondersteuningsstructuur 5externe_partners ");
    REQUIRE(!found.tables.empty());
    CHECK(found.tables[0].table == "deskundigheid");
}

TEST_CASE("a chapter of a school guide that is a profile is read, and all else is kept") {
    std::vector<Block> guide{title("Schoolgids 2024-2025"), h(1, "Onze school"), p("Wij zijn een fijne school."),
                             h(1, "Schooltijden"), p("Van half negen tot twee uur.")};
    for (int i = 0; i < 20; ++i) guide.push_back(p("Nog iets over de school."));
    guide.push_back(h(1, "Ondersteuningsaanbod", "5"));
    for (const auto& [heading, text] : {std::pair("Gegevens van de school", "Naam de school: OBS De Brug"),
                                        std::pair("Visie en onderwijsconcept van de school", "Wij zien ieder kind."),
                                        std::pair("Beschrijving van de basisondersteuning", "Wij werken planmatig."),
                                        std::pair("Grenzen van de ondersteuning", "Dit kunnen wij niet:")}) {
        guide.push_back(h(2, heading));
        guide.push_back(p(text));
    }
    guide.push_back(item("geen lift"));
    guide.push_back(h(1, "Vakanties"));
    guide.push_back(p("Zie de website. Directie: J. Jansen"));
    const Extraction found = extract(document(guide), default_templates());
    REQUIRE(found.match);
    CHECK(found.match->kind == "schoolgids_met_sop");
    CHECK(found.diagnostics.size() == 1);
    CHECK(found.diagnostics[0].code == "SOP_HOOFDSTUK");
    REQUIRE(found.tables.size() == 1);
    CHECK(found.tables[0].rows.size() == 1);
    // What stands outside the chapter is no value.
    CHECK(std::none_of(found.fields.begin(), found.fields.end(),
                       [](const FoundField& field) { return field.field == "directie"; }));
    const std::string text = all_text(found);
    for (const char* kept :
         {"Schoolgids 2024-2025", "Van half negen", "Ondersteuningsaanbod", "geen lift", "Zie de website"})
        CHECK(text.find(kept) != std::string::npos);
    // A guide without such a chapter is something else.
    guide.resize(25);
    CHECK(!extract(document(guide), default_templates()).match);
}

TEST_CASE("the cover of a school guide says which school and year its chapter is of") {
    const auto field_of = [](const std::vector<Block>& cover, std::string_view name) {
        std::vector<Block> guide = cover;
        guide.push_back(h(1, "Welkom"));
        for (int i = 0; i < 20; ++i) guide.push_back(p("Nog iets over de school van 2011-2012."));
        guide.push_back(h(1, "Ondersteuningsaanbod"));
        for (const char* heading : {"Basisondersteuning", "Extra ondersteuning", "Grenzen van de ondersteuning"}) {
            guide.push_back(h(2, heading));
            guide.push_back(p("Wij zien ieder kind."));
        }
        const Extraction found = extract(document(std::move(guide)), default_templates());
        REQUIRE(found.match);
        for (const FoundField& field : found.fields)
            if (field.field == name) return field.raw;
        return std::string();
    };
    CHECK(field_of({title("Schoolgids OBS De Brug 2024-2025")}, "school.naam") == "OBS De Brug");
    CHECK(field_of({title("Schoolgids 2024-2025"), p("OBS De Brug")}, "school.naam") == "OBS De Brug");
    CHECK(field_of({title("Schoolgids 2024-2025"), p("Brinnummer: 99XX")}, "school.brin") == "99XX");
    CHECK(field_of({title("Schoolgids 2024-2025")}, "versie.schooljaar") == "2024-2025");
    CHECK(field_of({title("Schoolgids 2024-2025"), h(1, "Voorwoord"), p("Telefoon: 0318-111111")}, "school.telefoon") ==
          "0318-111111");
    // Prints have the title as a heading.
    const std::vector<Block> printed{h(1, "Schoolgids 2024-2025"), p("OBS De Brug"),
                                     p("Laan 6, 5616 XZ Ede, 0318-555019")};
    CHECK(field_of(printed, "school.naam") == "OBS De Brug");
    CHECK(field_of(printed, "school.adres") == "Laan 6, 5616 XZ Ede");
    CHECK(field_of(printed, "versie.schooljaar") == "2024-2025");
    CHECK(field_of({title("Schoolgids"), p("Samen verder")}, "school.naam").empty());
}

TEST_CASE("a guide's chapters with the school's data say whose profile it holds") {
    std::vector<Block> guide{
        title("Schoolgids 2024-2025"), h(1, "De school"),          h(2, "Adresgegevens"), p("Dorpsstraat 1"),
        p("1333 EC Almere"),           p("Telefoon: 036-1234567"), h(2, "Schooltijden"),  p("Directie: K. Bos")};
    for (int i = 0; i < 20; ++i) guide.push_back(p("Nog iets."));
    guide.push_back(h(1, "Ondersteuningsaanbod"));
    for (const char* heading : {"Basisondersteuning", "Extra ondersteuning", "Grenzen van de ondersteuning"}) {
        guide.push_back(h(2, heading));
        guide.push_back(p("Wij zien ieder kind."));
    }
    guide.push_back(h(1, "Opvang"));
    guide.push_back(p("E-mail: opvang@zon.nl"));
    const Extraction found = extract(document(std::move(guide)), default_templates());
    std::string fields;
    for (const FoundField& field : found.fields) fields += field.field + "=" + field.raw + " ";
    CHECK(fields ==
          "school.adres=Dorpsstraat 1\n1333 EC Almere school.telefoon=036-1234567 versie.schooljaar=2024-2025 ");
}

TEST_CASE("the chapter of a guide is found by a title anywhere in its heading, or by the sections under it") {
    const auto guide = [](const char* heading, std::initializer_list<const char*> sections) {
        std::vector<Block> blocks{title("Schoolgids 2025-2026 OBS De Wilg"), h(1, "Voorwoord"), p("Welkom bij ons.")};
        for (int i = 0; i < 20; ++i) blocks.push_back(p("Nog iets over de school."));
        blocks.push_back(h(1, heading));
        for (const char* section : sections) {
            blocks.push_back(h(2, section));
            blocks.push_back(p("Zo doen wij dat."));
        }
        blocks.push_back(h(1, "Vakanties"));
        blocks.push_back(p("Zie de website."));
        const auto match = extract(document(blocks), default_templates()).match;
        return match ? match->kind : "";
    };
    for (const char* heading : {"Passend onderwijs: ons schoolondersteuningsprofiel", "Zorg voor kinderen: SOP",
                                "Passend onderwijs op De Wilg", "Extra ondersteuning en passend onderwijs"})
        CHECK(guide(heading, {"Basisondersteuning", "Extra ondersteuning", "Visie"}) == "schoolgids_met_sop");
    CHECK(guide("Als leren niet vanzelf gaat", {"Basisondersteuning", "Extra ondersteuning", "Grenzen"}) ==
          "schoolgids_met_sop");
    CHECK(guide("Als leren niet vanzelf gaat", {"Basisondersteuning", "Extra ondersteuning", "Visie"}) == "");
    CHECK(guide("Passend onderwijs in de regio", {"Visie", "Zorgplicht", "Toelating"}) == "");
}

TEST_CASE("a check list of basic support is known by its title though no column is") {
    for (const char* text : {"Checklist niveau basisondersteuning Almere", "Basisondersteuning: checklist 2017"}) {
        CAPTURE(text);
        const Extraction found = extract(document({title(text), p("Naam school: De Brug"), h(1, "3.2 Dyslexie"),
                                                   p("Er is een protocol dyslexie ☒ ja ☐ nee ☐ in ontwikkeling")}),
                                         default_templates());
        REQUIRE(found.match);
        CHECK(found.match->kind == "checklist_basisondersteuning");
        CHECK(found.tables.size() == 1);
    }
}

TEST_CASE("a check list of basic support is one, not a profile") {
    const Extraction found = extract(document({title("Checklist basisondersteuning"), p("Naam de school: De Brug"),
                                               table({{"Onderwerp", "Ja", "Nee", "In ontwikkeling"},
                                                      {"pestprotocol", "x", "", ""},
                                                      {"protocol dyslexie", "", "", "x"}})}),
                                     default_templates());
    REQUIRE(found.match);
    CHECK(found.match->kind == "checklist_basisondersteuning");
    REQUIRE(found.tables.size() == 1);
    CHECK(found.tables[0].table == "basisondersteuning");
    CHECK(found.tables[0].rows.size() == 2);
}

TEST_CASE("a document with parts for two locations says so") {
    const auto remarks = [](std::vector<Block> more) {
        std::vector<Block> blocks = almere();
        blocks.insert(blocks.begin() + 11, more.begin(), more.end());
        int count = 0;
        for (const Diagnostic& diagnostic : extract(document(std::move(blocks)), default_templates()).diagnostics)
            count += diagnostic.code == "MEER_VESTIGINGEN" ? diagnostic.count : 0;
        return count;
    };
    CHECK(remarks({h(2, "Locatie Noord"), p("a"), h(2, "Locatie Zuid"), p("b")}) == 1);
    CHECK(remarks({table({{"Hoofdvestiging", "Nevenvestiging"}, {"a", "b"}})}) == 1);
    CHECK(remarks({h(2, "Locatie en gebouw"), p("a"), h(2, "Locatie van de school"), p("Locatie Noord"),
                   table({{"Locatie: Noord", "Locatie: Zuid"}})}) == 0);
}

TEST_CASE("templates that fit equally well are named in a remark") {
    TemplateSet templates = default_templates();
    for (const Template& form : default_templates().templates())
        if (form.id == "almere-po") {
            Template twin = form;
            twin.id = "tweeling";
            templates.add(std::move(twin));
        }
    const Extraction found = extract(document(almere()), templates);
    REQUIRE(found.match);
    CHECK(found.match->id == "almere-po");
    REQUIRE(found.diagnostics.size() == 1);
    CHECK(found.diagnostics[0].code == "SJABLOON_TWIJFEL");
    CHECK(found.diagnostics[0].message.find("tweeling") != std::string::npos);
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
