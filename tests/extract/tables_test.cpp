#include "extract/tables.h"

#include <doctest/doctest.h>

#include "build.h"

namespace sop {

using namespace test;

namespace {

// One line a row: its group, then "column=text" of each cell; lines of a text joined by "/".
std::string found_in(std::string id, std::vector<Block> blocks, std::string_view wanted,
                     std::vector<std::string>* remarks = nullptr) {
    const Form form;
    Sections sections;
    Section section;
    section.id = std::move(id);
    section.blocks = std::move(blocks);
    sections.sections.push_back(std::move(section));
    TableMeanings meanings(form);
    std::vector<Diagnostic> diagnostics;
    std::string result;
    for (const FoundTable& table : find_tables(form, sections, meanings, diagnostics)) {
        if (table.table != wanted) continue;
        for (const FoundRow& row : table.rows) {
            if (!row.group.empty()) result += "[" + row.group + "] ";
            bool first = true;
            for (const FoundCell& cell : row.cells) {
                std::string raw = cell.raw;
                std::replace(raw.begin(), raw.end(), '\n', '/');
                result += (first ? "" : "; ") + (cell.column == "overig" ? "<" + cell.heading + ">" : cell.column) +
                          "=" + raw;
                first = false;
            }
            result += "\n";
        }
    }
    for (const Diagnostic& diagnostic : diagnostics)
        if (remarks) remarks->push_back(diagnostic.code);
    return result;
}
std::string arrangements(std::vector<Block> blocks) {
    return found_in("arrangementen", std::move(blocks), "arrangementen");
}
std::string limits(std::vector<Block> blocks) { return found_in("grenzen", std::move(blocks), "grenzen"); }
std::string improvements(std::vector<Block> blocks) {
    return found_in("verbeterpunten", std::move(blocks), "verbeterpunten");
}
std::string choices(std::vector<Block> blocks) {
    return found_in("basisondersteuning", std::move(blocks), "basisondersteuning");
}

const std::vector<CellText> header{"Leerlingen met …", "Welke begeleiding geef je/krijgen deze leerlingen?",
                                   "welke specifieke voorzieningen heeft de school",
                                   "Wat is de ondersteuningsroute binnen onze school?",
                                   "welke expertise heb je nodig van externe partners?"};

}  // namespace

TEST_CASE("the rows of an arrangement table have their cells by column") {
    CHECK(arrangements({table({header,
                               {"dyslexie", "leesclub", "laptop", "via IB", "Dyslexiecentrum"},
                               {"ADHD", "idem", "n.v.t.", "", "-"}})}) ==
          "doelgroep=dyslexie; begeleiding=leesclub; voorzieningen=laptop; ondersteuningsroute=via IB; "
          "externe_expertise=Dyslexiecentrum\n"
          "doelgroep=ADHD; begeleiding=idem; voorzieningen=n.v.t.; externe_expertise=-\n");
}

TEST_CASE("columns may be called by a school's own words and by questions") {
    const auto read_as = [](std::vector<CellText> heading) {
        return arrangements({table({std::move(heading), {"a", "b", "c", "d"}, {"e", "f", "g", "h"}})});
    };
    const char* rows =
        "doelgroep=a; begeleiding=b; voorzieningen=c; externe_expertise=d\n"
        "doelgroep=e; begeleiding=f; voorzieningen=g; externe_expertise=h\n";
    CHECK(read_as({"Groep leerlingen", "Zo helpen wij", "Daar is voor nodig", "Betrokken instanties"}) == rows);
    CHECK(read_as({"", "Wat doen wij?", "Welke materialen?", "Wie helpt ons van buiten?"}) == rows);
    CHECK(read_as({"Voor wie?", "Wat?", "Waarmee?", "Met wie?"}) == rows);
    CHECK(read_as({"Ondersteuning", "Hoe?", "Benodigdheden", "Welke partners zijn betrokken?"}) == rows);
    CHECK(read_as({"Kinderen met", "Hoe helpen wij hen?", "Wat gebruiken wij?", "Hulp van buitenaf"}) == rows);
    // A name that may mean anything gives way to one that does not, and is kept under its own.
    CHECK(read_as({"Voor wie?", "Hoe?", "Aanpak", "Wie?"}) ==
          "doelgroep=a; <Hoe?>=b; begeleiding=c; <Wie?>=d\ndoelgroep=e; <Hoe?>=f; begeleiding=g; <Wie?>=h\n");
    CHECK(arrangements({table({{"Wat?", "Wie?", "Wanneer?"}, {"a", "b", "c"}})}).empty());
    CHECK(found_in("overig", {table({{"Voor wie?", "Wat?", "Waarmee?"}, {"a", "b", "c"}})}, "arrangementen").empty());
    CHECK(found_in("externe_partners", {table({{"Wie?", "Hoe vaak?"}, {"GGD", "soms"}, {"GGZ", "vaak"}})},
                   "externe_partners") == "naam=GGD; frequentie=soms\nnaam=GGZ; frequentie=vaak\n");
    CHECK(found_in("externe_partners", {table({{"Contact", "Hoe vaak?"}, {"GGD", "soms"}, {"GGZ", "vaak"}})},
                   "externe_partners") == "naam=GGD; frequentie=soms\nnaam=GGZ; frequentie=vaak\n");
    CHECK(found_in("basisondersteuning",
                   {table({{"Wat hebben wij?", "Dit hebben wij", "Hier werken wij aan"}, {"Pestprotocol", "x", ""}})},
                   "basisondersteuning") == "label=Pestprotocol; waarde=ja\n");
}

TEST_CASE("two columns that may mean the same are remarked") {
    std::vector<std::string> remarks;
    CHECK(found_in("verbeterpunten", {table({{"Doel", "Actie", "Wanneer"}, {"rekenen", "scholing", "2025"}})},
                   "verbeterpunten", &remarks) == "tekst=rekenen; <Actie>=scholing; termijn=2025\n");
    CHECK(remarks == std::vector<std::string>{"KOLOM_DUBBEL"});
    remarks.clear();
    found_in("arrangementen", {table({{"Doelgroep", "Aanpak", "Begeleiding"}, {"a", "b", "c"}})}, "arrangementen",
             &remarks);
    CHECK(remarks.empty());
}

TEST_CASE("the heading of its column in front of a row's name is no part of it") {
    CHECK(arrangements({table({{"Arrangement", "Begeleiding", "Materialen"},
                               {"Arrangement structuur", "a", "b"},
                               {"Arrangement 2", "c", "d"}})}) ==
          "doelgroep=structuur; begeleiding=a; voorzieningen=b\n"
          "doelgroep=Arrangement 2; begeleiding=c; voorzieningen=d\n");
    CHECK(arrangements({table({{"Leerlingen", "Begeleiding", "Materialen"}, {"Leerlingen met ADHD", "a", "b"}})}) ==
          "doelgroep=Leerlingen met ADHD; begeleiding=a; voorzieningen=b\n");
}

TEST_CASE("a name without boxes in a list where all others have them is a title") {
    CHECK(choices({table({{"Onderdeel", "Ja", "Nee"},
                          {"Protocollen", "", ""},
                          {"Pestprotocol", "☒", "☐"},
                          {"Meldcode", "☐", "☒"}})}) ==
          "[Protocollen] label=Pestprotocol; waarde=Ja\n[Protocollen] label=Meldcode; waarde=Nee\n");
    CHECK(choices({table({{"Onderdeel", "Ja", "Nee"}, {"Protocollen:", "", ""}, {"Pestprotocol", "x", ""}})}) ==
          "[Protocollen:] label=Pestprotocol; waarde=Ja\n");
    CHECK(choices({table({{"Onderdeel", "Ja", "Nee"}, {"Meldcode", "", ""}, {"Pestprotocol", "x", ""}})}) ==
          "label=Meldcode\nlabel=Pestprotocol; waarde=Ja\n");
}

TEST_CASE("a table on its side, and one table for each need, give the rows of an upright one") {
    const char* rows =
        "doelgroep=dyslexie; begeleiding=leesclub; voorzieningen=laptop\n"
        "doelgroep=ADHD; begeleiding=time-out; voorzieningen=studdy\n";
    CHECK(arrangements({table({{"Doelgroep", "dyslexie", "ADHD"},
                               {"Begeleiding", "leesclub", "time-out"},
                               {"Voorzieningen", "laptop", "studdy"}})}) == rows);
    CHECK(arrangements({table({{"Doelgroep", "dyslexie"}, {"Begeleiding", "leesclub"}, {"Voorzieningen", "laptop"}}),
                        table({{"Doelgroep", "ADHD"}, {"Begeleiding", "time-out"}, {"Voorzieningen", "studdy"}})}) ==
          rows);
    const char* titled =
        "[Dyslexie] begeleiding=leesclub; voorzieningen=laptop\n"
        "[ADHD] begeleiding=time-out; voorzieningen=studdy\n";
    CHECK(arrangements({h(2, "Dyslexie"), table({{"Begeleiding", "leesclub"}, {"Voorzieningen", "laptop"}}),
                        p("ADHD", bold), table({{"Begeleiding", "time-out"}, {"Voorzieningen", "studdy"}})}) == titled);
    CHECK(arrangements({h(2, "Dyslexie"), table({{"Begeleiding", "Voorzieningen"}, {"leesclub", "laptop"}}),
                        h(2, "ADHD"), table({{"Begeleiding", "Voorzieningen"}, {"time-out", "studdy"}})}) == titled);
    // What the school has in general is for nobody in particular.
    CHECK(arrangements({table({{"", "Wat", "Wie"}, {"Begeleiding", "a", "b"}, {"Voorzieningen", "c", "d"}})}).empty());
    CHECK(found_in("overig", {table({{"Groep", "3"}, {"Begeleiding", "juf"}})}, "arrangementen").empty());
}

TEST_CASE("labels with their values one below the other are rows") {
    const char* rows =
        "doelgroep=dyslexie; begeleiding=leesclub/en thuis; voorzieningen=laptop\n"
        "doelgroep=ADHD; begeleiding=- time-out/- wandelen\n";
    CHECK(
        arrangements({p("Doelgroep: dyslexie"), p("Begeleiding: leesclub"), p("en thuis"), p("Voorzieningen:\nlaptop"),
                      p("Doelgroep: ADHD"), p("Begeleiding", bold), item("time-out"), item("wandelen")}) == rows);
    CHECK(arrangements({h(2, "Dyslexie"), p("Begeleiding: leesclub"), p("Voorzieningen: laptop"), h(2, "ADHD"),
                        p("Begeleiding: time-out"), p("Voorzieningen: geen")}) ==
          "[Dyslexie] begeleiding=leesclub; voorzieningen=laptop\n[ADHD] begeleiding=time-out; voorzieningen=geen\n");
    CHECK(arrangements({p("Begeleiding: wij helpen ieder kind."), p("Meer leest u in de schoolgids.")}).empty());
    CHECK(arrangements({p("Begeleiding geven wij samen, voorzieningen delen wij.")}).empty());
    CHECK(found_in("visie", {p("Doelgroep: a"), p("Begeleiding: b")}, "arrangementen").empty());
}

TEST_CASE("labels in an unknown section are rows where several have a name and two columns, and there are no others") {
    const std::vector<Block> blocks{h(2, "1. Dyslexie"), p("Begeleiding: leesclub"), p("Materialen: laptop"),
                                    h(2, "2. ADHD"),     p("Begeleiding: time-out"), p("Materialen: studdy")};
    CHECK(found_in("overig", blocks, "arrangementen") ==
          "[Dyslexie] begeleiding=leesclub; voorzieningen=laptop\n[ADHD] begeleiding=time-out; voorzieningen=studdy\n");
    CHECK(found_in("visie", blocks, "arrangementen") == "");
    CHECK(found_in("overig", {blocks.begin(), blocks.begin() + 3}, "arrangementen") == "");
    CHECK(found_in("overig", {blocks.begin(), blocks.begin() + 5}, "arrangementen") == "");
}

TEST_CASE("labels that the record does not know are columns of their own, two of one column are both in the row") {
    CHECK(arrangements({h(2, "Lezen"), p("Deskundigheid: leescoach"), p("Onderwijsmaterialen: laptop"),
                        p("Ruimtelijke omgeving: leeshoek"), p("Samenwerking: bibliotheek"), h(2, "Rouw"),
                        p("Samenwerking: wijkteam")}) ==
          "[Lezen] <Deskundigheid>=leescoach; voorzieningen=laptop; voorzieningen=leeshoek; "
          "externe_expertise=bibliotheek\n"
          "[Rouw] externe_expertise=wijkteam\n");
    // One label below a heading is no row where none has more.
    CHECK(arrangements({h(2, "Rouw"), p("Samenwerking: wijkteam"), h(2, "Lezen"), p("Werkwijze: zie het protocol")})
              .empty());
}

TEST_CASE("one known label below a title is a row where other titles have the same") {
    CHECK(arrangements({h(2, "4.1 Lezen"), p("Begeleiding: leescoach"), p("Duur: tien weken"), h(2, "4.2 Rekenen"),
                        p("Begeleiding: rekencoach"), p("Duur: een jaar")}) ==
          "[Lezen] begeleiding=leescoach; <Duur>=tien weken\n[Rekenen] begeleiding=rekencoach; <Duur>=een jaar\n");
    CHECK(arrangements({h(2, "Lezen"), p("Begeleiding: leescoach"), h(2, "Rekenen"), p("Begeleiding: rekencoach")}) ==
          "[Lezen] begeleiding=leescoach\n[Rekenen] begeleiding=rekencoach\n");
    CHECK(arrangements({p("Aanvragen", bold), p("Procedure: via de IB'er"), p("Duur: zes weken")}) == "");
}

TEST_CASE("bold lines and items of a list name the labels below them") {
    const char* rows =
        "[Dyslexie] begeleiding=leesclub; voorzieningen=laptop\n[ADHD] begeleiding=time-out; voorzieningen=studdy\n";
    CHECK(arrangements({p("1. Dyslexie", bold), p("Begeleiding: leesclub"), p("Materialen: laptop"), p("2. ADHD", bold),
                        p("Begeleiding: time-out"), p("Materialen: studdy")}) == rows);
    CHECK(arrangements({item("Dyslexie"), item("Begeleiding: leesclub", 1), item("Materialen: laptop", 1), item("ADHD"),
                        item("Begeleiding: time-out", 1), item("Materialen: studdy", 1)}) == rows);
    CHECK(arrangements({item("Lezen"), item("Begeleiding: leescoach"), item("Duur: een jaar"), item("Rekenen"),
                        item("Begeleiding: rekencoach")}) ==
          "[Lezen] begeleiding=leescoach; <Duur>=een jaar\n[Rekenen] begeleiding=rekencoach\n");
    CHECK(arrangements({item("Dyslexie: begeleiding: leesclub; materialen: laptop"),
                        item("ADHD – begeleiding: time-out; materialen: studdy")}) == rows);
    // One below a heading asks a question, the heading names the row.
    CHECK(arrangements({h(2, "Dyslexie"), p("Ons aanbod op maat", bold), p("Begeleiding: leesclub"),
                        p("Materialen: laptop"), h(2, "ADHD"), p("Wat doen wij?", bold), p("Begeleiding: time-out"),
                        p("Materialen: studdy")}) == rows);
    // "Leerlingen met …" names a row as well as a column.
    CHECK(arrangements({p("Leerlingen met dyslexie", bold), p("Begeleiding: leesclub"), p("Materialen: laptop"),
                        p("Leerlingen met ADHD", bold), p("Begeleiding: time-out"), p("Materialen: studdy")}) ==
          "[Leerlingen met dyslexie] begeleiding=leesclub; voorzieningen=laptop\n"
          "[Leerlingen met ADHD] begeleiding=time-out; voorzieningen=studdy\n");
    CHECK(
        arrangements({item("Leerlingen met dyslexie"), item("Begeleiding: leesclub", 1), item("Materialen: -", 1),
                      item("Leerlingen met ADHD"), item("Begeleiding: time-out", 1), item("Materialen: studdy", 1)}) ==
        "[Leerlingen met dyslexie] begeleiding=leesclub; voorzieningen=-\n"
        "[Leerlingen met ADHD] begeleiding=time-out; voorzieningen=studdy\n");
    CHECK(arrangements({p("Leerlingen met: dyslexie"), p("Begeleiding: leesclub")}) ==
          "doelgroep=dyslexie; begeleiding=leesclub\n");
    // A list that is followed by labels is no title of them.
    CHECK(arrangements({p("Wij hebben:"), item("een lift"), item("een tuin"), p("Begeleiding: de IB'er"),
                        p("Materialen: laptop")}) == "begeleiding=de IB'er; voorzieningen=laptop\n");
}

TEST_CASE("the first line of a paragraph names the labels in the lines below it") {
    CHECK(arrangements({p("Dyslexie\nBegeleiding: leesclub\nMaterialen: laptop"),
                        p("ADHD\nBegeleiding: time-out\nMaterialen: studdy")}) ==
          "[Dyslexie] begeleiding=leesclub; voorzieningen=laptop\n[ADHD] begeleiding=time-out; voorzieningen=studdy\n");
    CHECK(arrangements({p("Wij bieden dit.\nBegeleiding: leesclub\nMaterialen: laptop")}) ==
          "begeleiding=leesclub; voorzieningen=laptop\n");
}

TEST_CASE("labels may be counted") {
    CHECK(arrangements({h(2, "4.1 Dyslexie"), p("a. Begeleiding: leesclub"), p("b. Voorzieningen: laptop"),
                        h(2, "4.2 ADHD"), p("1) Begeleiding: time-out"), p("2) Voorzieningen: geen")}) ==
          arrangements({h(2, "4.1 Dyslexie"), p("Begeleiding: leesclub"), p("Voorzieningen: laptop"), h(2, "4.2 ADHD"),
                        p("Begeleiding: time-out"), p("Voorzieningen: geen")}));
}

TEST_CASE("a first column that says what is offered names the rows beside one that describes it") {
    CHECK(arrangements({table({{"Ondersteuningsaanbod", "Omschrijving", "Duur"},
                               {"Taalklas", "taalhulp voor nieuwkomers", "een jaar"},
                               {"Leesclub", "elke dag lezen", "acht weken"}})}) ==
          "doelgroep=Taalklas; begeleiding=taalhulp voor nieuwkomers; <Duur>=een jaar\n"
          "doelgroep=Leesclub; begeleiding=elke dag lezen; <Duur>=acht weken\n");
    CHECK(arrangements({table(
              {{"Doelgroep", "Ondersteuningsaanbod", "Omschrijving"}, {"dyslexie", "Leesclub", "elke dag lezen"}})}) ==
          "doelgroep=dyslexie; begeleiding=Leesclub; <Omschrijving>=elke dag lezen\n");
}

TEST_CASE("a table of two columns without headings has names and texts") {
    CHECK(arrangements({table({{"Dyslexie", "De leesspecialist begeleidt groepjes."},
                               {"Hoogbegaafdheid", "Plusgroep op vrijdag."}})}) ==
          "doelgroep=Dyslexie; begeleiding=De leesspecialist begeleidt groepjes.\n"
          "doelgroep=Hoogbegaafdheid; begeleiding=Plusgroep op vrijdag.\n");
    CHECK(arrangements({table({{"Dyslexie", "12"}, {"Hoogbegaafdheid", "4"}, {"Autisme", "ja"}})}) == "");
}

TEST_CASE("what is there, marked beside other answers, is a yes") {
    CHECK(
        choices({table({{"Protocol", "Aanwezig", "In ontwikkeling", "Niet aanwezig"},
                        {"Gedragsprotocol", "☒", "☐", "☐"},
                        {"Sova-lijn", "☐", "☒", "☐"},
                        {"Rouwprotocol", "☐", "☐", "☒"}})}) ==
        "label=Gedragsprotocol; waarde=ja\nlabel=Sova-lijn; waarde=In ontwikkeling\nlabel=Rouwprotocol; waarde=nee\n");
    CHECK(choices({table({{"Protocol", "Aanwezig", "Niet aanwezig"}, {"Pesten", "x", ""}, {"Rouw", "", "x"}})}) ==
          "label=Pesten; waarde=ja\nlabel=Rouw; waarde=nee\n");
}

TEST_CASE("a dash may stand behind a label") {
    CHECK(arrangements({h(2, "Dyslexie"), p("Begeleiding – leesclub"), p("Materialen - laptop"), h(2, "ADHD"),
                        p("Begeleiding – time-out"), p("Materialen-lijst volgt")}) ==
          "[Dyslexie] begeleiding=leesclub; voorzieningen=laptop\n[ADHD] begeleiding=time-out\n");
}

TEST_CASE("several labels may stand on one line") {
    CHECK(arrangements({p("Doelgroep: dyslexie. Begeleiding: leesclub; materialen: laptop"),
                        p("Doelgroep: ADHD – Aanpak: time-out")}) ==
          "doelgroep=dyslexie.; begeleiding=leesclub; voorzieningen=laptop\ndoelgroep=ADHD; begeleiding=time-out\n");
}

TEST_CASE("a table of labels and values has a block for each row, by a title or by a label that comes again") {
    const char* rows =
        "[Dyslexie] begeleiding=leesclub; voorzieningen=laptop\n[ADHD] begeleiding=time-out; <Duur>=een jaar\n";
    CHECK(arrangements({table({{CellText("Dyslexie", 2)},
                               {"Begeleiding", "leesclub"},
                               {"Materialen", "laptop"},
                               {CellText("ADHD", 2)},
                               {"Begeleiding", "time-out"},
                               {"Duur", "een jaar"}})}) == rows);
    CHECK(arrangements(
              {table({{strong("Dyslexie"), ""}, {"Begeleiding", "leesclub"}, {"Materialen", "laptop"}}),
               table({{strong("ADHD"), ""}, {"Begeleiding", "time-out"}, {"Duur", "een jaar"}, {"Route", ""}})}) ==
          rows);
    CHECK(arrangements({table({{"Doelgroep", "dyslexie"},
                               {"Begeleiding", "leesclub"},
                               {"Doelgroep", "ADHD"},
                               {"Begeleiding", "time-out"}})}) ==
          "doelgroep=dyslexie; begeleiding=leesclub\ndoelgroep=ADHD; begeleiding=time-out\n");
}

TEST_CASE("a list of names with a text behind each is rows of a pattern, where nothing else is a row") {
    const Block reading = item("Dyslexie: extra leesbegeleiding"), club = item("Hoogbegaafdheid – de plusklas");
    const char* rows =
        "doelgroep=Dyslexie; begeleiding=extra leesbegeleiding\n"
        "doelgroep=Hoogbegaafdheid; begeleiding=de plusklas\n";
    CHECK(arrangements({p("Wij bieden:"), reading, club}) == rows);
    CHECK(arrangements({reading, club, item("en nog veel meer")}) == rows);
    CHECK(arrangements({p("- Dyslexie: extra leesbegeleiding"), p("- Hoogbegaafdheid: de plusklas")}) == rows);
    CHECK(arrangements({p("Dyslexie: extra leesbegeleiding\nHoogbegaafdheid: de plusklas\n")}) == rows);
    CHECK(arrangements({p("Dyslexie: extra leesbegeleiding\nen nog veel meer")}) == "");
    CHECK(arrangements({reading}) == "");
    CHECK(arrangements({item("Begeleiding: door de IB'er"), item("Telefoon: 036-5550100")}) == "");
    CHECK(arrangements({reading, club, table({{"Doelgroep", "Begeleiding"}, {"ADHD", "time-out"}})}) ==
          "doelgroep=ADHD; begeleiding=time-out\n");
    CHECK(found_in("visie", {reading, club}, "arrangementen") == "");
}

TEST_CASE("titles with a text below each are rows of a pattern, where nothing else is a row") {
    const char* rows =
        "doelgroep=Dyslexie; begeleiding=Extra leestijd./Voor wie dat nodig heeft.\n"
        "doelgroep=Hoogbegaafdheid; begeleiding=- plusklas/- compacten\n";
    const Block time = p("Extra leestijd."), who = p("Voor wie dat nodig heeft."), club = item("plusklas"),
                less = p("- compacten");
    CHECK(arrangements({p("Wij bieden meer."), h(2, "4.1 Dyslexie"), time, who, h(2, "4.2 Hoogbegaafdheid"), club,
                        less}) == rows);
    for (const Style style : {bold, italic, underlined})
        CHECK(arrangements({p("Dyslexie", style), time, who, p("Hoogbegaafdheid:", style), club, less}) == rows);
    CHECK(arrangements({p("Dyslexie", bold), time}) == "");
    CHECK(arrangements({p("Dyslexie"), time, p("Hoogbegaafdheid"), club}) == "");
    CHECK(arrangements({h(2, "Begeleiding"), time, h(2, "Materialen"), club}) == "");
    CHECK(arrangements({h(2, "Wat is dyslexie?"), time, h(2, "Hoe gaat dat?"), who, h(2, "Gedrag"), time}) == "");
    CHECK(arrangements({h(2, "Dyslexie"), table({{"a", "b", "c"}}), who, h(2, "Gedrag"), club}) == "");
    CHECK(arrangements({h(2, "Aanbod"), item("Dyslexie: leesclub"), item("Gedrag: time-out")}) ==
          "doelgroep=Dyslexie; begeleiding=leesclub\ndoelgroep=Gedrag; begeleiding=time-out\n");
}

TEST_CASE("rows stand in the order of the document, whatever their tables look like") {
    const Block before = table({{"Doelgroep", "Begeleiding"}, {"autisme", "coach"}});
    const Block blocks =
        table({{"Doelgroep", "lezen"}, {"Begeleiding", "club"}, {"Doelgroep", "ADHD"}, {"Begeleiding", "time-out"}});
    const Block behind = table({{"Doelgroep", "Begeleiding"}, {"taal", "kring"}});
    CHECK(arrangements({before, blocks, behind}) ==
          "doelgroep=autisme; begeleiding=coach\ndoelgroep=lezen; begeleiding=club\n"
          "doelgroep=ADHD; begeleiding=time-out\ndoelgroep=taal; begeleiding=kring\n");
}

TEST_CASE("a value ends at a blank line, and at a sentence behind a few words") {
    const char* rows = "doelgroep=lezen; begeleiding=tutor; <Duur>=tien weken\n";
    CHECK(arrangements({p("Doelgroep: lezen"), p("Begeleiding: tutor"), p("Duur: tien weken"),
                        p("Daarnaast werken wij samen met de bibliotheek.")}) == rows);
    CHECK(arrangements({p("Doelgroep: lezen"), p(""), p("Begeleiding: tutor"), p(""), p("Duur: tien weken"), p(""),
                        p("en nog iets")}) == rows);
    CHECK(arrangements({p("Doelgroep: lezen"), p("Begeleiding:"), p(""), p("Elke dag een kwartier."), p("Thuis ook."),
                        p("Let op: op maandag niet.")}) ==
          "doelgroep=lezen; begeleiding=Elke dag een kwartier./Thuis ook./Let op: op maandag niet.\n");
}

TEST_CASE("headings below the one that names a row are its labels") {
    CHECK(arrangements({h(2, "Lezen"), p("Voor wie moeite heeft met lezen."), h(3, "Begeleiding"), p("de leescoach"),
                        h(3, "Materialen"), item("laptop"), item("luisterboek"), h(3, "Duur"), p("tien weken"),
                        h(2, "Rekenen"), h(3, "Begeleiding"), p("de rekencoach"), h(3, "Materialen"), p("rekenrek")}) ==
          "[Lezen] begeleiding=de leescoach; voorzieningen=- laptop/- luisterboek; <Duur>=tien weken\n"
          "[Rekenen] begeleiding=de rekencoach; voorzieningen=rekenrek\n");
    // Without a heading above them they are parts of a text.
    CHECK(arrangements({h(2, "Begeleiding"), p("Iedereen helpt."), h(2, "Materialen"), p("Genoeg.")}).empty());
}

TEST_CASE("two headings of one column are one column, but for the name of the row") {
    CHECK(arrangements({table({{"Onderwijsbehoefte", "Onderwijsmaterialen", "Ruimtelijke omgeving", "Expertise",
                                "Samenwerking met andere instanties"},
                               {"rekenen", "rekenrek", "rustige hoek", "rekencoach", "wijkteam"}})}) ==
          "doelgroep=rekenen; voorzieningen=rekenrek; voorzieningen=rustige hoek; <Expertise>=rekencoach; "
          "externe_expertise=wijkteam\n");
    CHECK(
        improvements({table(
            {{"Doel", "Activiteit", "Planning"}, {"rekenen", "methode kiezen", "2018"}, {"", "scholing", "2019"}})}) ==
        "tekst=rekenen; <Activiteit>=methode kiezen; termijn=2018\ntekst=scholing; termijn=2019\n");
}

TEST_CASE("a table on its side may have an empty corner") {
    const std::vector<CellText> begeleiding{"Begeleiding", "tutor", "coach"},
        voorzieningen{"Voorzieningen", "laptop", "-"}, route{"Ondersteuningsroute", "IB", "IB"};
    CHECK(arrangements({table({{"", "Lezen", "Rekenen"}, begeleiding, voorzieningen, route})}) ==
          "doelgroep=Lezen; begeleiding=tutor; voorzieningen=laptop; ondersteuningsroute=IB\n"
          "doelgroep=Rekenen; begeleiding=coach; voorzieningen=-; ondersteuningsroute=IB\n");
    const std::vector<CellText> pupils{"Aantal leerlingen", "9", "3"};
    CHECK(arrangements(
              {table({{CellText("Ons aanbod", 3)}, {"", "Lezen", "Rekenen"}, begeleiding, voorzieningen, pupils})}) ==
          "doelgroep=Lezen; begeleiding=tutor; voorzieningen=laptop; <Aantal leerlingen>=9\n"
          "doelgroep=Rekenen; begeleiding=coach; voorzieningen=-; <Aantal leerlingen>=3\n");
    // Groups above the names are none, and a note below them is no column.
    CHECK(arrangements({table({{"", CellText("Leren", 2)},
                               {"", "Lezen", "Rekenen"},
                               begeleiding,
                               voorzieningen,
                               {CellText("* per 1 oktober", 3)}})}) ==
          "doelgroep=Lezen; begeleiding=tutor; voorzieningen=laptop\n"
          "doelgroep=Rekenen; begeleiding=coach; voorzieningen=-\n");
    // A row that begins like a heading makes no header of those above it.
    CHECK(arrangements({table({{"Kenmerk", "Plusklas", "Zorgklas"},
                               {"Voor welke leerlingen", "snelle lezers", "leerlingen met een gedragsvraag"},
                               {"Ons aanbod", "verrijking", "rust"},
                               {"Route", "IB", "directie"}})}) ==
          "<Kenmerk>=Plusklas; doelgroep=snelle lezers; begeleiding=verrijking; ondersteuningsroute=IB\n"
          "<Kenmerk>=Zorgklas; doelgroep=leerlingen met een gedragsvraag; begeleiding=rust; "
          "ondersteuningsroute=directie\n");
    // Two names of columns are too few beside years.
    CHECK(arrangements({table({{"", "2018", "2019-2020"}, begeleiding, voorzieningen, pupils})}) == "");
    // What stands beside the corner may be headings, and names nobody.
    CHECK(arrangements({table({{"", "Wie", "Hoe vaak"}, begeleiding, voorzieningen, route})}).empty());
}

TEST_CASE("one heading that says whom the rows are for is enough where arrangements stand") {
    const Block block = table({{"Doelgroep", "Bijzonder", "Wie"}, {"lezen", "tutor", "IB"}});
    const char* rows = "doelgroep=lezen; <Bijzonder>=tutor; <Wie>=IB\n";
    CHECK(arrangements({block}) == rows);
    CHECK(found_in("visie", {block}, "arrangementen").empty());
    CHECK(arrangements({table({{"Groep", "Wat doen we", "Wie"}, {"3", "tutor", "IB"}})}).empty());
    CHECK(arrangements({table({{"Doelgroep", "Wat doen we", "Wie"}, {"lezen", "tutor", "IB"}})}) ==
          "doelgroep=lezen; begeleiding=tutor; <Wie>=IB\n");
    CHECK(arrangements({table({{"Vorm", "Bestemd voor", "Duur"},
                               {"leesclub", "leerlingen met dyslexie", "een jaar"},
                               {"rouwgroep", "leerlingen met verdriet", "tien weken"}})})
              .empty());
    CHECK(
        arrangements({table({{"Ondersteuningsvraag", "Binnen school", "Buiten school"}, {"lezen", "x", ""}})}).empty());
}

TEST_CASE("expertise has its marks before its label, wherever the table stands") {
    const Block block = table({{"binnen de school zelf beschikbaar", "buiten de school\nsnel toegankelijk", ""},
                               {"", "x", "visuele beperkingen"},
                               {"ja, de IB'er", "", "dyslexie"}});
    const char* rows =
        "buiten_school=x; label=visuele beperkingen\n"
        "binnen_school=ja, de IB'er; label=dyslexie\n";
    CHECK(found_in("overig", {block}, "deskundigheid") == rows);
    CHECK(found_in("arrangementen", {block}, "deskundigheid") == rows);
    CHECK(found_in("arrangementen", {block}, "arrangementen").empty());
    CHECK(found_in("deskundigheid", {table({{"Specialist", "Op school"}, {"logopedist", "x"}})}, "deskundigheid") ==
          "label=logopedist; binnen_school=x\n");
    const auto expertise = [](Block made) { return found_in("deskundigheid", {std::move(made)}, "deskundigheid"); };
    CHECK(expertise(table({{"Functie", "In de school", "Op afroep"}, {"tolk", "x", ""}})) ==
          "label=tolk; binnen_school=x\n");
    CHECK(expertise(table({{"Deskundige", "Aanwezig", "Wie"}, {"tolk", "ja, via het bestuur", "-"}})) ==
          "label=tolk; beschikbaar=ja, via het bestuur; wie=-\n");
    CHECK(expertise(table({{"Discipline", "Aantal dagdelen"}, {"tolk", "2"}})) == "label=tolk; omvang=2\n");
    // Two headings may say that it comes from outside.
    CHECK(expertise(table(
              {{"Expertise", "Eigen team", "Bestuur", "Extern"}, {"tolk", "", "x", ""}, {"arts", "", "", "x"}})) ==
          "label=tolk; buiten_school=x\nlabel=arts; buiten_school=x\n");
    // A class with its teacher is no expertise.
    CHECK(expertise(table({{"Groep", "Leerkracht", "Dagen"}, {"3", "Anna", "ma di"}})) == "");
    // Outside its section they are none under a heading that is not known.
    const Block domains =
        table({{"Domein", "Binnen de school", "Buiten de school"}, {"leren", "de leescoach", "de GGD"}});
    CHECK(found_in("arrangementen", {domains}, "deskundigheid") == "");
    // One such column alone says nothing outside its section, and weak words never do.
    CHECK(found_in("overig", {table({{"Leerlingen", "Intern", "Extern"}, {"verwezen", "2", "3"}})}, "deskundigheid") ==
          "");
    CHECK(found_in("overig", {table({{"Specialist", "Op school"}, {"logopedist", "x"}})}, "deskundigheid").empty());
}

TEST_CASE("partners have a column for each frequency, or one that says it") {
    CHECK(found_in("overig", {table({{"", "nooit", "soms", "regelmatig", "vaak"}, {"GGD", "", "x", "", ""}})},
                   "externe_partners") == "naam=GGD; soms=x\n");
    CHECK(found_in("externe_partners", {table({{"Partner", "Hoe vaak?"}, {"GGD", "soms"}})}, "externe_partners") ==
          "naam=GGD; frequentie=soms\n");
    // Beside a name for partners "how often" is enough anywhere; beside another, or "contact" alone, is not.
    CHECK(found_in("overig", {table({{"Partner", "Hoe vaak?"}, {"GGD", "soms"}})}, "externe_partners") ==
          "naam=GGD; frequentie=soms\n");
    CHECK(found_in("overig", {table({{"Toets", "Hoe vaak?"}, {"Cito", "twee keer"}})}, "externe_partners").empty());
    CHECK(found_in("overig", {table({{"Partner", "Contact"}, {"GGD", "A. Bos"}})}, "externe_partners").empty());
}

TEST_CASE("a table without header is told by its answers, where it is expected") {
    CHECK(found_in("externe_partners", {table({{"GGD", "soms"}, {"wijkteam", "regelmatig"}, {"MEE", ""}})},
                   "externe_partners") ==
          "naam=GGD; frequentie=soms\nnaam=wijkteam; frequentie=regelmatig\nnaam=MEE\n");
    CHECK(found_in("deskundigheid", {table({{"wie", "waar te vinden"}, {"tolk", "op afroep"}, {"coach", "intern"}})},
                   "deskundigheid") == "label=tolk; beschikbaar=op afroep\nlabel=coach; beschikbaar=intern\n");
    CHECK(found_in("deskundigheid", {table({{"tolk", "maandag"}, {"coach", "dinsdag"}})}, "deskundigheid") == "");
    CHECK(found_in("visie", {table({{"GGD", "soms"}, {"wijkteam", "regelmatig"}})}, "externe_partners") == "");
}

TEST_CASE("figures by year are found in either direction, plans with years are none") {
    const char* rows =
        "indicator=verwijzingen sbo; periode=2013-2014; waarde=2\n"
        "indicator=verwijzingen sbo; periode=2014-2015; waarde=0\n";
    CHECK(found_in("overig",
                   {table({{"schooljaar", "2013-2014", "2014-2015"}, {"verwijzingen sbo", "2", "0"}, {"", "", ""}})},
                   "kengetallen") == rows);
    CHECK(found_in("overig", {table({{"Jaar", "verwijzingen sbo"}, {"2013-2014", "2"}, {"2014-2015", "0"}})},
                   "kengetallen") == rows);
    CHECK(found_in("overig",
                   {table({{CellText("Uitstroom", 3)}, {"naar", "2016", "2017"}, {"havo", "12 %", "27,1 %"}})},
                   "kengetallen") ==
          "indicator=havo; periode=2016; waarde=12 %\nindicator=havo; periode=2017; waarde=27,1 %\n");
    CHECK(found_in("overig",
                   {table({{"Actie", "2017-2018", "2018-2019"}, {"pestprotocol", "x", ""}, {"rekenen", "", "x"}})},
                   "kengetallen")
              .empty());
    CHECK(found_in("overig", {table({{"Actie", "2017"}, {"pestprotocol", "3"}})}, "kengetallen").empty());
}

TEST_CASE("school years in two figures each are years, ages are none") {
    CHECK(found_in("overig", {table({{"", "11-12", "'12/'13"}, {"verwijzingen sbo", "2", "0"}})}, "kengetallen") ==
          "indicator=verwijzingen sbo; periode=2011-2012; waarde=2\n"
          "indicator=verwijzingen sbo; periode=2012-2013; waarde=0\n");
    for (const Block& block : {table({{"Leeftijd", "11-12", "12-13"}, {"jongens", "2", "3"}}),
                               table({{"", "10-12", "12-14"}, {"jongens", "2", "3"}}),
                               table({{"", "11-12", "alle"}, {"jongens", "2", "3"}})})
        CHECK(found_in("overig", {block}, "kengetallen").empty());
}

TEST_CASE("improvements with their term are found under any heading, actions are not") {
    const Block sure = table({{"Verbeterpunt", "Prioriteit", "Schooljaar"}, {"rekenen", "hoog", "2017-2018"}});
    CHECK(found_in("overig", {sure}, "verbeterpunten") == "tekst=rekenen; <Prioriteit>=hoog; termijn=2017-2018\n");
    CHECK(found_in("grenzen", {sure}, "grenzen").empty());
    CHECK(found_in("overig", {table({{"Actie", "Wanneer"}, {"toets", "mei"}})}, "verbeterpunten").empty());
    CHECK(found_in("overig", {table({{"Verbeterpunt", "Wie"}, {"rekenen", "IB"}})}, "verbeterpunten").empty());
}

TEST_CASE("below years stand improvements with that year for their term") {
    const Block block = table({{"2018", "2019"}, {"KIVA", "rekenen"}, {"", "taal"}});
    CHECK(improvements({block}) == "tekst=KIVA; termijn=2018\ntekst=rekenen; termijn=2019\ntekst=taal; termijn=2019\n");
    CHECK(found_in("overig", {block}, "verbeterpunten").empty());
}

TEST_CASE("the word for what a row is, is no part of its name") {
    const auto block = [](const char* whom, const char* what) {
        return table({{CellText(whom, 2)}, {"Begeleiding", what}, {"Voorzieningen", "laptop"}});
    };
    CHECK(arrangements({block("Doelgroep: dyslexie", "tutor"), block("Doelgroep: autisme", "coach")}) ==
          "doelgroep=dyslexie; begeleiding=tutor; voorzieningen=laptop\n"
          "doelgroep=autisme; begeleiding=coach; voorzieningen=laptop\n");
    CHECK(arrangements({table({{"Doelgroep", "Begeleiding"}, {"Doelgroep: dyslexie", "tutor"}})}) ==
          "doelgroep=dyslexie; begeleiding=tutor\n");
}

TEST_CASE("a line that says when gives the points below it their term, up to the next title") {
    const std::string expected =
        "[Schooljaar 2018-2019] tekst=rekenen; termijn=Schooljaar 2018-2019\n"
        "[In 2020] tekst=taal; termijn=In 2020\ntekst=gym\n";
    for (const Block& when :
         {p("Schooljaar 2018-2019", italic), p("Schooljaar 2018-2019"), h(2, "Schooljaar 2018-2019")})
        CHECK(improvements(
                  {when, item("rekenen"), p("In 2020", underlined), item("taal"), p("Later", bold), item("gym")}) ==
              "[Schooljaar 2018-2019] tekst=rekenen; termijn=Schooljaar 2018-2019\n"
              "[In 2020] tekst=taal; termijn=In 2020\ntekst=gym\n");
    CHECK(improvements({table({{"Ambitie", "Wie"}, {CellText("Korte termijn", 2)}, {"rekenen", "IB"}})}) ==
          "[Korte termijn] tekst=rekenen; <Wie>=IB; termijn=Korte termijn\n");
    CHECK(improvements({h(2, "Verbouwing 2019"), item("rekenen")}) == "[Verbouwing 2019] tekst=rekenen\n");
}

TEST_CASE("the count of an arrangement is no part of whom it is for") {
    CHECK(arrangements({h(2, "Arrangement 1: Kinderen met dyslexie"), p("Begeleiding: leesclub"),
                        p("Voorzieningen: laptop"), h(2, "Arrangement 2: Kinderen met autisme"),
                        p("Begeleiding: coach"), p("Voorzieningen: timer")}) ==
          "[Kinderen met dyslexie] begeleiding=leesclub; voorzieningen=laptop\n"
          "[Kinderen met autisme] begeleiding=coach; voorzieningen=timer\n");
}

TEST_CASE("an inner heading of something else ends the limits") {
    CHECK(limits({p("Grenzen", bold), item("agressie"), p("Groeimogelijkheden", bold), item("meer samenwerking"),
                  p("Grenzen aan de zorg", bold), item("medische zorg")}) == "tekst=agressie\ntekst=medische zorg\n");
    CHECK(limits({h(2, "Grenzen en groeimogelijkheden"), item("agressie")}) ==
          "[Grenzen en groeimogelijkheden] tekst=agressie\n");
}

TEST_CASE("expertise that the school has is no expertise from outside") {
    CHECK(arrangements({table({{"Doelgroep", "Welke expertise is aanwezig?", "Met wie werkt de school samen?"},
                               {"lezen", "leesspecialist", "ONL"}})}) ==
          "doelgroep=lezen; <Welke expertise is aanwezig?>=leesspecialist; externe_expertise=ONL\n");
}

TEST_CASE("the record's own name for what a row is for counts before another") {
    CHECK(arrangements({table(
              {{"Arrangement", "Doelgroep", "Begeleiding"}, {"Taalplus", "leerlingen met TOS", "klein groepje"}})}) ==
          "<Arrangement>=Taalplus; doelgroep=leerlingen met TOS; begeleiding=klein groepje\n");
}

TEST_CASE("sums and notes below rows of years are no years") {
    CHECK(found_in("kengetallen",
                   {table({{CellText("Verwijzingen", 2)},
                           {"Schooljaar", "sbo"},
                           {"2019-2020", "2"},
                           {"2020-2021", "1"},
                           {"Totaal", "3"},
                           {CellText("* per 1 oktober 2021", 2)}})},
                   "kengetallen") ==
          "indicator=sbo; periode=2019-2020; waarde=2\nindicator=sbo; periode=2020-2021; waarde=1\n");
    CHECK(found_in("kengetallen",
                   {table({{"", "2020", "2021"}, {"sbo", "2", "1"}, {CellText("* per 1 oktober 2021", 3)}})},
                   "kengetallen") == "indicator=sbo; periode=2020; waarde=2\nindicator=sbo; periode=2021; waarde=1\n");
}

TEST_CASE("a year over several columns has the headings below it") {
    CHECK(found_in("kengetallen",
                   {table({{CellText("Uitstroom", 1, 2), CellText("2016-2017", 2), CellText("2017-2018", 2)},
                           {"aantal", "%", "aantal", "%"},
                           {"havo", "4", "20", "6", "30"}})},
                   "kengetallen") ==
          "indicator=havo / aantal; periode=2016-2017; waarde=4\n"
          "indicator=havo / %; periode=2016-2017; waarde=20\n"
          "indicator=havo / aantal; periode=2017-2018; waarde=6\n"
          "indicator=havo / %; periode=2017-2018; waarde=30\n");
}

TEST_CASE("columns may stand in any order, some missing, some unknown") {
    CHECK(arrangements({table({{"Externe partners", "Aantal uren", "Doelgroep", "Begeleiding"},
                               {"GGD", "2", "dyslexie", "leesclub"}})}) ==
          "externe_expertise=GGD; <Aantal uren>=2; doelgroep=dyslexie; begeleiding=leesclub\n");
    CHECK(arrangements({table({{"", "Begeleiding", "Voorzieningen"}, {"dyslexie", "leesclub", "laptop"}})}) ==
          "doelgroep=dyslexie; begeleiding=leesclub; voorzieningen=laptop\n");
    CHECK(arrangements({table({{"Nr", "Wie", "Begeleiding", "Route"}, {"1", "dyslexie", "leesclub", "IB"}})}) ==
          "<Nr>=1; doelgroep=dyslexie; begeleiding=leesclub; ondersteuningsroute=IB\n");
}

TEST_CASE("a header over two rows gives a path, and a title above it is no heading") {
    CHECK(
        arrangements({table({{CellText("Onze arrangementen", 4)},
                             {CellText("Doelgroep", 1, 2), CellText("Extra ondersteuning", 2), CellText("Duur", 1, 2)},
                             {"Begeleiding", "Voorzieningen"},
                             {"dyslexie", "leesclub", "laptop", "1 jaar"}})}) ==
        "doelgroep=dyslexie; begeleiding=leesclub; voorzieningen=laptop; <Duur>=1 jaar\n");
    const Form form;
    const Block block = table({{CellText("Doelgroep", 1, 2), CellText("Extra ondersteuning", 2)},
                               {"Begeleiding", "Materialen"},
                               {"a", "b", "c"}});
    const TableMeaning meaning = match_columns(form, std::get<Table>(block.content));
    REQUIRE(!meaning.readings.empty());
    CHECK(meaning.readings[0].header_rows == 2);
    CHECK(meaning.readings[0].columns[0].heading == "Doelgroep");
    CHECK(meaning.readings[0].columns[2].heading == "Extra ondersteuning / Materialen");
}

TEST_CASE("sums and notes below the rows are no rows") {
    CHECK(arrangements({table({{"Doelgroep", "Begeleiding", "Uren"},
                               {"dyslexie", "leesclub", "2"},
                               {"Totaal", "", "2"},
                               {"* per week", "", ""},
                               {"NB de uren verschillen per jaar", "", ""}})}) ==
          "doelgroep=dyslexie; begeleiding=leesclub; <Uren>=2\n");
    // A name may begin like that, or be a mark.
    CHECK(arrangements({table({{"Doelgroep", "Begeleiding", "Uren"},
                               {"totaal vastgelopen leerlingen zonder diagnose", "a", "2"},
                               {"NB", "b", "1"}})}) ==
          "doelgroep=totaal vastgelopen leerlingen zonder diagnose; begeleiding=a; <Uren>=2\n"
          "doelgroep=NB; begeleiding=b; <Uren>=1\n");
}

TEST_CASE("parts of one heading are one column") {
    CHECK(arrangements({table({{CellText("Doelgroep", 1, 2), CellText("Begeleiding", 2), CellText("Route", 1, 2)},
                               {"individueel", "in de groep"},
                               {"dyslexie", "leescoach", "leesclub", "IB"}})}) ==
          "doelgroep=dyslexie; begeleiding=leescoach; begeleiding=leesclub; ondersteuningsroute=IB\n");
}

TEST_CASE("a row that goes on below parts of one heading goes on with the part above it") {
    CHECK(arrangements({table({{CellText("Doelgroep", 1, 2), CellText("Begeleiding", 2), CellText("Route", 1, 2)},
                               {"individueel", "in de groep"},
                               {"rekenen", "elke dag een", "op maandag", "IB"},
                               {"", "kwartier oefenen", "", ""}})}) ==
          "doelgroep=rekenen; begeleiding=elke dag een kwartier oefenen; begeleiding=op maandag; "
          "ondersteuningsroute=IB\n");
    // Without headings of their own the columns tell the parts apart.
    CHECK(arrangements({table({{"Doelgroep", CellText("Begeleiding", 2), "Route"},
                               {"rekenen", "oefenen", "op maandag met", "IB"},
                               {"", "", "de tutor", ""}})}) ==
          "doelgroep=rekenen; begeleiding=oefenen; begeleiding=op maandag met de tutor; ondersteuningsroute=IB\n");
}

TEST_CASE("merged cells count for every row and column they cover") {
    CHECK(
        arrangements({table(
            {header, {CellText("gedrag", 1, 2), "a", CellText("b", 2), "c"}, {"d", "e", "f", CellText("g", 1, 5)}})}) ==
        "doelgroep=gedrag; begeleiding=a; voorzieningen=b; ondersteuningsroute=b; externe_expertise=c\n"
        "doelgroep=gedrag; begeleiding=d; voorzieningen=e; ondersteuningsroute=f; externe_expertise=g\n");
    // Over columns that are not known it counts once.
    CHECK(arrangements({table({{"Doelgroep", "Begeleiding", "Uren", "Periode", "Kosten"},
                               {"lezen", CellText("a", 2), CellText("b", 2)}})}) ==
          "doelgroep=lezen; begeleiding=a; <Periode>=b\n");
}

TEST_CASE("a title over all columns is the group of the rows below it") {
    CHECK(arrangements({table({header,
                               {strong("Leren", 5)},
                               {"dyslexie", "a", "b", "c", "d"},
                               {CellText("Gedrag", 5)},
                               {"ADHD", "e", "f", "g", "h"}})}) ==
          "[Leren] doelgroep=dyslexie; begeleiding=a; voorzieningen=b; ondersteuningsroute=c; externe_expertise=d\n"
          "[Gedrag] doelgroep=ADHD; begeleiding=e; voorzieningen=f; ondersteuningsroute=g; externe_expertise=h\n");
}

TEST_CASE("a row with only its name is a group when it stands out, else a row") {
    CHECK(arrangements(
              {table({{"Doelgroep", "Begeleiding", "Route"}, {strong("Leren"), "", ""}, {"dyslexie", "a", "b"}})}) ==
          "[Leren] doelgroep=dyslexie; begeleiding=a; ondersteuningsroute=b\n");
    CHECK(arrangements({table({{"Doelgroep", "Begeleiding", "Route"}, {"ADHD", "", ""}, {"dyslexie", "a", "b"}})}) ==
          "doelgroep=ADHD\ndoelgroep=dyslexie; begeleiding=a; ondersteuningsroute=b\n");
    CHECK(arrangements({table({{"Doelgroep", "Begeleiding", "Route"},
                               {strong("ADHD"), "", ""},
                               {strong("dyslexie"), "a", "b"},
                               {strong("ASS"), "c", "d"}})}) ==
          "doelgroep=ADHD\ndoelgroep=dyslexie; begeleiding=a; ondersteuningsroute=b\ndoelgroep=ASS; begeleiding=c; "
          "ondersteuningsroute=d\n");
}

TEST_CASE("repeated headers and empty rows are no rows") {
    CHECK(arrangements({table({header,
                               {"dyslexie", "a", "b", "c", "d"},
                               {"", "", "", "", ""},
                               header,
                               {"ADHD", "e", "....", "___", "h"}})}) ==
          "doelgroep=dyslexie; begeleiding=a; voorzieningen=b; ondersteuningsroute=c; externe_expertise=d\n"
          "doelgroep=ADHD; begeleiding=e; externe_expertise=h\n");
}

TEST_CASE("a row without name goes on with the one above in mid-phrase, adds to it, or stands beside it") {
    struct Case {
        std::vector<CellText> first, second;
        const char* found;
        std::vector<std::string> remarks;
    };
    const Case cases[]{
        {{"dyslexie", "de leesclub komt elke", "IB"},
         {"", "week bijeen", ""},
         "doelgroep=dyslexie; begeleiding=de leesclub komt elke week bijeen; ondersteuningsroute=IB\n",
         {}},
        {{"dyslexie", "de leesclub,", "de IB'er"},
         {"", "de tutor", "en de leerkracht"},
         "doelgroep=dyslexie; begeleiding=de leesclub, de tutor; ondersteuningsroute=de IB'er en de leerkracht\n",
         {}},
        {{"dyslexie", "leesclub", "IB"},
         {"", "tutorlezen", ""},
         "doelgroep=dyslexie; begeleiding=leesclub/tutorlezen; ondersteuningsroute=IB\n",
         {"RIJ_ZONDER_NAAM"}},
        {{"dyslexie", "leesclub", "leerkracht"},
         {"", "tutorlezen", "via de IB'er"},
         "doelgroep=dyslexie; begeleiding=leesclub; ondersteuningsroute=leerkracht\n"
         "doelgroep=dyslexie; begeleiding=tutorlezen; ondersteuningsroute=via de IB'er\n",
         {"RIJ_ZONDER_NAAM"}},
        {{"dyslexie", "leesclub", "IB"},
         {"", "Huiswerkhulp", ""},
         "doelgroep=dyslexie; begeleiding=leesclub/Huiswerkhulp; ondersteuningsroute=IB\n",
         {"RIJ_ZONDER_NAAM"}},
        {{"dyslexie", "leesclub", "IB"},
         {"", "Huiswerkhulp", "Via de IB"},
         "doelgroep=dyslexie; begeleiding=leesclub; ondersteuningsroute=IB\n"
         "doelgroep=dyslexie; begeleiding=Huiswerkhulp; ondersteuningsroute=Via de IB\n",
         {"RIJ_ZONDER_NAAM"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.found);
        std::vector<std::string> remarks;
        CHECK(found_in("arrangementen", {table({{"Doelgroep", "Begeleiding", "Route"}, c.first, c.second})},
                       "arrangementen", &remarks) == c.found);
        CHECK(remarks == c.remarks);
    }
}

TEST_CASE("a header again in mid-table is no row and may name a group") {
    CHECK(arrangements({table({{"Lezen", "Begeleiding", "Materialen"},
                               {"dyslexie", "tutor", "boek"},
                               {"Gedrag", "Begeleiding", "Materialen"},
                               {"ADHD", "korte taken", "wekker"}})}) ==
          "doelgroep=dyslexie; begeleiding=tutor; voorzieningen=boek\n"
          "[Gedrag] doelgroep=ADHD; begeleiding=korte taken; voorzieningen=wekker\n");
}

TEST_CASE("a row without name has none below a group's title, and none in a table of marks") {
    CHECK(arrangements({table({{"Doelgroep", "Begeleiding", "Route"},
                               {"dyslexie", "leesclub", "IB"},
                               {strong("Gedrag", 3)},
                               {"", "Huiswerkhulp", "IB"}})}) ==
          "doelgroep=dyslexie; begeleiding=leesclub; ondersteuningsroute=IB\n"
          "[Gedrag] begeleiding=Huiswerkhulp; ondersteuningsroute=IB\n");
    CHECK(found_in("deskundigheid",
                   {table({{"Specialist", "Binnen school", "Buiten school"}, {"tolk", "x", ""}, {"", "x", "x"}})},
                   "deskundigheid") == "label=tolk; binnen_school=x\nbinnen_school=x; buiten_school=x\n");
}

TEST_CASE("the first row of a table that goes on with another may be the rest of its last row") {
    CHECK(arrangements({table({header, {"rouw", "gesprekken met de", "boekenkist", "IB", "-"}}),
                        table({{"", "tutor", "", "", ""}, {"taal", "logopedie", "", "IB", ""}})}) ==
          "doelgroep=rouw; begeleiding=gesprekken met de tutor; voorzieningen=boekenkist; ondersteuningsroute=IB; "
          "externe_expertise=-\n"
          "doelgroep=taal; begeleiding=logopedie; ondersteuningsroute=IB\n");
    // A group's title holds for the rest of its rows.
    CHECK(arrangements({table({{"Doelgroep", "Begeleiding", "Route"}, {strong("Leren", 3)}, {"lezen", "RT", "IB"}}),
                        table({{"rekenen", "RT", "IB"}})}) ==
          "[Leren] doelgroep=lezen; begeleiding=RT; ondersteuningsroute=IB\n"
          "[Leren] doelgroep=rekenen; begeleiding=RT; ondersteuningsroute=IB\n");
}

TEST_CASE("a sentence over all columns is a remark and no title of a group") {
    for (const char* note : {"Opmerking: per jaar herzien", "Toelichting bij de rijen hieronder", "Let op: op aanvraag",
                             "De uren verschillen van jaar tot jaar."}) {
        CAPTURE(note);
        CHECK(arrangements({table({{"Doelgroep", "Begeleiding", "Route"},
                                   {strong("Leren", 3)},
                                   {"lezen", "RT", "IB"},
                                   {CellText(note, 3)},
                                   {"rekenen", "RT", "IB"}})}) ==
              "[Leren] doelgroep=lezen; begeleiding=RT; ondersteuningsroute=IB\n"
              "[Leren] doelgroep=rekenen; begeleiding=RT; ondersteuningsroute=IB\n");
    }
    CHECK(limits({table({{"geen lift"}, {"Let op: ook geen helling"}})}) ==
          "tekst=geen lift\ntekst=Let op: ook geen helling\n");
}

TEST_CASE("cells keep their paragraphs and list items") {
    CHECK(arrangements({table(
              {{"Doelgroep", "Begeleiding", "Route"},
               {"dyslexie", CellText({p("Wij doen:"), item("leesclub"), item("tutor"), p("• mentor"), p("\tsamen")}),
                "IB"}})}) ==
          "doelgroep=dyslexie; begeleiding=Wij doen:/- leesclub/- tutor/- mentor/\tsamen; ondersteuningsroute=IB\n");
}

TEST_CASE("an arrangement table may be several tables, and stand anywhere when its columns are clear") {
    CHECK(arrangements(
              {table({header, {"dyslexie", "a", "b", "c", "d"}}), p(""), table({{"ADHD", "e", "f", "g", "h"}})}) ==
          "doelgroep=dyslexie; begeleiding=a; voorzieningen=b; ondersteuningsroute=c; externe_expertise=d\n"
          "doelgroep=ADHD; begeleiding=e; voorzieningen=f; ondersteuningsroute=g; externe_expertise=h\n");
    CHECK(found_in("visie", {table({header, {"dyslexie", "a", "b", "c", "d"}})}, "arrangementen") ==
          "doelgroep=dyslexie; begeleiding=a; voorzieningen=b; ondersteuningsroute=c; externe_expertise=d\n");
    CHECK(found_in("visie", {table({{"Groep", "Aanpak"}, {"3", "rust"}})}, "arrangementen") == "");
    CHECK(arrangements({table({{"Groep", "Leerlingen 2015"}, {"3", "24"}})}) == "");
}

TEST_CASE("points are list items, dashed and numbered paragraphs; what introduces them is none") {
    CHECK(limits({p("Onze grenzen zijn:"), item("geen lift"), item("klein gebouw"), item("trap", 1),
                  p("Wij beslissen samen.")}) == "tekst=geen lift\ntekst=klein gebouw/- trap\n");
    CHECK(limits({p("Grenzen:"), p("- geen lift"), p("– klein gebouw"), p("•\tveel trappen")}) ==
          "tekst=geen lift\ntekst=klein gebouw\ntekst=veel trappen\n");
    CHECK(limits({p("1. geen lift"), p("2) klein gebouw"), p("3.2 is geen nummer")}) ==
          "tekst=geen lift\ntekst=klein gebouw\n");
    CHECK(limits({p("- geen lift\n- klein gebouw\nmet trappen")}) ==
          "tekst=geen lift\ntekst=klein gebouw met trappen\n");
    CHECK(limits({p("Onze grenzen zijn:"), p("geen lift"), p("klein gebouw")}) ==
          "tekst=geen lift\ntekst=klein gebouw\n");
    CHECK(limits({p("Wij hebben geen lift."), p("Het gebouw is klein.")}) == "");
    CHECK(limits(
              {p("Wij hebben geen lift;"), p("de trappen zijn smal;"), p("Er is één lokaal."), p("Wij overleggen.")}) ==
          "tekst=Wij hebben geen lift\ntekst=de trappen zijn smal\ntekst=Er is één lokaal.\n");
    CHECK(limits({p("Wij hebben geen lift;"), h(2, "Team"), p("Het team is klein.")}) == "");
    CHECK(limits({h(2, "Gebouw"), item("geen lift"), h(2, "Team"), item("klein")}) ==
          "[Gebouw] tekst=geen lift\n[Team] tekst=klein\n");
    CHECK(found_in("visie", {item("rust"), item("ritme")}, "grenzen") == "");
}

TEST_CASE("a column's name may be a letter off where others are known") {
    const auto rows = [](const char* help, const char* means) {
        return arrangements({table(
            {{"Leerlingen met", help, means, "Externe partners"}, {"dyslexie", "leesgroep", "laptop", "Opdidakt"}},
            1)});
    };
    CHECK(rows("Begeleidng", "Specifieke voorzienigen") == rows("Begeleiding", "Specifieke voorzieningen"));
}

TEST_CASE("lines below each other may have a name before a colon") {
    CHECK(arrangements({p("Dyslexie: extra leestijd"), p("Rekenproblemen: een rekengroepje")}) ==
          "doelgroep=Dyslexie; begeleiding=extra leestijd\ndoelgroep=Rekenproblemen; begeleiding=een rekengroepje\n");
    // A print may have joined two of them.
    CHECK(arrangements({p("Dyslexie: extra leestijd Rekenen: een groepje"), p("TOS: pictogrammen")}).empty());
}

TEST_CASE("a table that its own section knows the rows of is none of choices of the section around it") {
    const Block experts = table({{"Specialisme", "Aanwezig", "Naam"}, {"Taalcoördinator", "ja", "K. Bos"}});
    CHECK(found_in("deskundigheid", {experts}, "basisondersteuning").empty());
    CHECK(found_in("deskundigheid", {experts}, "deskundigheid") ==
          "label=Taalcoördinator; beschikbaar=ja; wie=K. Bos\n");
}

TEST_CASE("a column for whom an arrangement is meant names the rows before the arrangement's name") {
    CHECK(arrangements({table({{"Naam arrangement", "Bedoeld voor", "Inhoud"}, {"Rust", "autisme", "vaste plek"}})}) ==
          "<Naam arrangement>=Rust; doelgroep=autisme; begeleiding=vaste plek\n");
    CHECK(arrangements({table({{"Arrangement", "Doelgroep", "Beschrijving"}, {"Rust", "autisme", "vaste plek"}})}) ==
          "<Arrangement>=Rust; doelgroep=autisme; begeleiding=vaste plek\n");
}

TEST_CASE("of two columns that name the rows the one for whom they are comes first") {
    CHECK(arrangements({table({{"Naam arrangement", "Voor welke leerlingen?", "Inzet van de school"},
                               {"Time-in", "snel overprikkeld", "rustmoment"}})}) ==
          "<Naam arrangement>=Time-in; doelgroep=snel overprikkeld; begeleiding=rustmoment\n");
}

TEST_CASE("a question is a label where its answer stands behind it") {
    CHECK(arrangements({h(2, "Lezen"), p("Wat bieden wij? De leesclub."), p("Materialen: laptop"), h(2, "Rekenen"),
                        p("Wat bieden wij: de rekenclub"), p("Materialen: rekenrek")}) ==
          "[Lezen] begeleiding=De leesclub.; voorzieningen=laptop\n"
          "[Rekenen] begeleiding=de rekenclub; voorzieningen=rekenrek\n");
}

TEST_CASE("a word tells a column whose heading says more, where no other column is that one") {
    CHECK(
        arrangements({table({{"Ondersteuningsbehoefte", "Aanbod in de groep", "Ruimte", "Inzet van externen", "Kosten"},
                             {"lezen", "tutor", "leeshoek", "logopedist", "geen"}})}) ==
        "doelgroep=lezen; begeleiding=tutor; voorzieningen=leeshoek; externe_expertise=logopedist; <Kosten>=geen\n");
    // A word of what is measured, or words of two columns, tell none; nor does one for a column that is there already.
    CHECK(arrangements(
              {table({{"Doelgroep", "Begeleiding", "Aantal uren begeleiding", "Ruimte voor hulp", "Aanpak thuis"},
                      {"lezen", "tutor", "2", "hal", "voorlezen"}})}) ==
          "doelgroep=lezen; begeleiding=tutor; <Aantal uren begeleiding>=2; <Ruimte voor hulp>=hal; "
          "<Aanpak thuis>=voorlezen\n");
    // Words of two headings make a table of arrangements where one is expected, and nowhere else.
    const Block guessed =
        table({{"Wie", "Begeleiding in de klas", "Materialen bij toetsen"}, {"lezen", "tutor", "laptop"}});
    CHECK(arrangements({guessed}) == "doelgroep=lezen; begeleiding=tutor; voorzieningen=laptop\n");
    CHECK(found_in("visie", {guessed}, "arrangementen").empty());
}

TEST_CASE("a list of what the school does, or has done, is none of limits or plans") {
    const std::string limit = limits({p("Er zijn grenzen:"), item("veiligheid")});
    CHECK(limit.find("veiligheid") != std::string::npos);
    CHECK(limits({p("Er zijn grenzen:"), item("veiligheid"), p("Dit doen wij:"), item("overleg met ouders")}) == limit);
    CHECK(limits({p("Dit doen wij niet:"), item("veiligheid")}) == limit);
    CHECK(improvements({p("Dit hebben wij al bereikt:"), item("een protocol"), p("Dit gaan we doen:"),
                        item("rekenen")}) == improvements({p("Dit gaan we doen:"), item("rekenen")}));
}

TEST_CASE("names of fields with their values are no points") {
    CHECK(improvements({table({{"Vastgesteld door het bestuur", "12 mei 2023"}}), item("rekenen")}) ==
          "tekst=rekenen\n");
}

TEST_CASE("points stand in tables of one or more columns") {
    CHECK(limits({table({{"geen lift"}, {"klein gebouw"}})}) == "tekst=geen lift\ntekst=klein gebouw\n");
    CHECK(limits({table({{"1", "geen lift"}, {"2", "klein gebouw"}})}) ==
          "<>=1; tekst=geen lift\n<>=2; tekst=klein gebouw\n");
    CHECK(improvements({table({{"Verbeterpunt", "Wanneer", "Wie"}, {"rekenen", "2018", "IB"}})}) ==
          "tekst=rekenen; termijn=2018; <Wie>=IB\n");
    CHECK(improvements({table({{"Wat gaan we doen?", "Gereed"}, {"rekenen", "mei"}})}) ==
          "tekst=rekenen; termijn=mei\n");
    CHECK(improvements({table({{"", "Planning"}, {"rekenen", "2018"}})}) == "tekst=rekenen; termijn=2018\n");
    CHECK(limits({table({{"Wat wij niet kunnen", "Waarom"}, {"rolstoel", "trap"}})}) ==
          "tekst=rolstoel; <Waarom>=trap\n");
    CHECK(improvements({table({{"Ambitie", "Term"}, {"rekenen", "kort"}})}) == "tekst=rekenen; termijn=kort\n");
    CHECK(improvements({table({{"1. rekenen", "2019"}, {"2. taal", "voorjaar 2020"}})}) ==
          "tekst=1. rekenen; termijn=2019\ntekst=2. taal; termijn=voorjaar 2020\n");
    CHECK(improvements({table({{"Welke stap", "Klaar in"}, {"rekenen", "2019"}, {"taal", "2020"}})}) ==
          "tekst=rekenen; termijn=2019\ntekst=taal; termijn=2020\n");
    CHECK(improvements({table({{"rekenen", ""}, {"taal", "2020"}, {"lezen", "2021"}})}) ==
          "tekst=rekenen\ntekst=taal; termijn=2020\ntekst=lezen; termijn=2021\n");
    CHECK(improvements({table({{"rekenen", "methode kiezen"}, {"taal", "cursus"}})}) == "");
    CHECK(improvements({table({{"Verbeterpunt", "Schooljaar 2018-2019", "Schooljaar 2019-2020"},
                               {"rekenen", "x", ""},
                               {"taal", "☐", "☒"}})}) ==
          "tekst=rekenen; termijn=Schooljaar 2018-2019\n"
          "tekst=taal; <Schooljaar 2018-2019>=☐; termijn=Schooljaar 2019-2020\n");
    CHECK(improvements({table({{"Functie", "Datum", "Handtekening"}, {"Directeur", "1 mei 2015", ""}})}) == "");
}

TEST_CASE("a column that numbers the rows of a check list names none of them") {
    CHECK(choices({table({{"", "", "Ja", "Nee", "In ontwikkeling"},
                          {"3.1", "Dyslexieprotocol", "☒", "☐", "☐"},
                          {"3.2", "Pestprotocol", "☐", "☐", "☒"}})}) ==
          "<>=3.1; label=Dyslexieprotocol; waarde=Ja\n<>=3.2; label=Pestprotocol; waarde=In ontwikkeling\n");
    CHECK(choices({table({{"a.", "Dyslexieprotocol", "ja"}, {"b.", "Pestprotocol", "nee"}})}) ==
          "<>=a.; label=Dyslexieprotocol; waarde=ja\n<>=b.; label=Pestprotocol; waarde=nee\n");
    // Groups that more rows have are names.
    CHECK(choices({table({{"", "Ja", "Nee"}, {"1", "x", ""}, {"1", "", "x"}})}) ==
          "label=1; waarde=Ja\nlabel=1; waarde=Nee\n");
}

TEST_CASE("a heading of one column of answers is no item, letters for the answers are answers") {
    CHECK(choices({table({{"Onderdeel", "Op orde?"}, {"Pestprotocol", "Ja"}, {"Meldcode", "Nee, volgend jaar"}})}) ==
          "label=Pestprotocol; waarde=Ja\nlabel=Meldcode; waarde=Nee; toelichting=volgend jaar\n");
    CHECK(choices({table({{"", "J", "N", "IO"}, {"Pestprotocol", "x", "", ""}, {"Meldcode", "", "", "x"}})}) ==
          "label=Pestprotocol; waarde=ja\nlabel=Meldcode; waarde=in ontwikkeling\n");
}

TEST_CASE("a table with all answers is one of choices in any section") {
    const auto read = [](std::vector<CellText> columns) {
        return found_in("visie", {table({std::move(columns), {"Pestprotocol", "☒", "☐", "☐"}})}, "basisondersteuning");
    };
    CHECK(read({"Basisondersteuning", "ja", "nee", "in ontwikkeling"}) == "label=Pestprotocol; waarde=ja\n");
    // Letters and fewer answers may be of something else.
    CHECK(read({"Leerling", "J", "N", "IO"}) == "");
    CHECK(read({"Leerling", "ja", "nee", "soms"}) == "");
}

TEST_CASE("points may have a letter or a sign typed before them") {
    for (const char* mark : {"a. ", "✗ ", "> ", "» "}) {
        CAPTURE(mark);
        CHECK(limits({p((mark + std::string("geen lift")).c_str()), p((mark + std::string("geen bad")).c_str())}) ==
              "tekst=geen lift\ntekst=geen bad\n");
    }
    CHECK(limits({p("m.b.t. zorg"), p("a.s. maandag")}) == "");
}

TEST_CASE("\"binnen\" and \"buiten\" alone head the marks of a table of expertise") {
    CHECK(found_in("deskundigheid",
                   {table({{"binnen", "buiten", "Deskundigheid"}, {"☒", "☐", "dyslexie"}, {"☐", "☒", "tolk"}})},
                   "deskundigheid") ==
          "binnen_school=☒; buiten_school=☐; label=dyslexie\n"
          "binnen_school=☐; buiten_school=☒; label=tolk\n");
}

TEST_CASE("partners and specialists may be a list of names, or stand in a sentence") {
    const auto partners = [](const std::vector<Block>& blocks) {
        return found_in("externe_partners", blocks, "externe_partners");
    };
    CHECK(partners({item("GGD (elke zes weken)"), item("Visio (soms)"), item("CJG (Almere)")}) ==
          "naam=GGD; frequentie=elke zes weken\nnaam=Visio; frequentie=soms\nnaam=CJG (Almere)\n");
    CHECK(partners({p("Wij werken samen met:"), item("GGD"), item("jeugdteam Oost;"), item("De Kade: elke week")}) ==
          "naam=GGD\nnaam=jeugdteam Oost\nnaam=De Kade\n");
    CHECK(partners({p("Wij werken samen met de GGD, het jeugdteam en ouders.")}) == "naam=GGD\nnaam=jeugdteam\n");
    CHECK(partners(
              {p("Met deze partners werken wij samen: De Kade, GGD Noord- en Zuid-Linge, logopedie en De Steiger.")}) ==
          "naam=De Kade\nnaam=GGD Noord- en Zuid-Linge\nnaam=logopedie\nnaam=De Steiger\n");
    CHECK(partners({p("GGD, Bureau Jeugdzorg, Centrum voor Jeugd en Gezin.")}) ==
          "naam=GGD\nnaam=Bureau Jeugdzorg\nnaam=Centrum voor Jeugd en Gezin\n");
    CHECK(partners({p("Wij onderhouden contacten met Jeugd en Gezin Linge, GGD, en de wijkagent.")}) ==
          "naam=Jeugd en Gezin Linge\nnaam=GGD\nnaam=wijkagent\n");
    CHECK(partners({p("GGD"), p("wijkagent")}) == "naam=GGD\nnaam=wijkagent\n");
    // What is listed is something else, or more than names.
    CHECK(partners({p("Wij overleggen over:"), item("aanmelding"), item("verwijzing")}).empty());
    CHECK(partners({p("Wij werken samen met leerkrachten, ouders en kinderen.")}).empty());
    CHECK(partners({p("Wij werken samen met de GGD, die elk jaar alle kinderen van groep 2 op school onderzoekt.")})
              .empty());
    CHECK(partners({p("De GGD, die op school komt, kent ons.")}).empty());
    // A table tells more.
    CHECK(partners({item("GGD"), item("MEE"), table({{"Partner", "Hoe vaak"}, {"GGD", "soms"}})}) ==
          "naam=GGD; frequentie=soms\n");
    CHECK(partners({table({{"Organisatie", "Waarvoor"}, {"De Kade", "gesprekken"}, {"MEE", "advies"}})})
              .find("naam=De Kade") != std::string::npos);
    const auto experts = [](const std::vector<Block>& blocks) {
        return found_in("deskundigheid", blocks, "deskundigheid");
    };
    CHECK(experts({p("In ons team:"), item("gedragsspecialist"), item("Rekencoördinator (1 dag)")}) ==
          "label=gedragsspecialist\nlabel=Rekencoördinator (1 dag)\n");
    CHECK(experts({p("Het team telt veertien leerkrachten, een rekencoördinator en een taalcoördinator.")}).empty());
    CHECK(experts({item("scholing in EDI"), item("een studiedag over gedrag")}).empty());
}

TEST_CASE("choices are marked columns, answers in a column, or boxes") {
    CHECK(choices({table({{"Onderdeel", "Ja", "Nee", "In ontwikkeling", "Toelichting"},
                          {"Dyslexieprotocol", "x", "", "", ""},
                          {"Pestprotocol", "", "X", "", "volgt"},
                          {"Meldcode", "☐", "☐", "☒", ""},
                          {"Plusklas", "", "", "", ""}})}) ==
          "label=Dyslexieprotocol; waarde=Ja\n"
          "label=Pestprotocol; toelichting=volgt; waarde=Nee\n"
          "label=Meldcode; waarde=In ontwikkeling\n"
          "label=Plusklas\n");
    CHECK(choices({table(
              {{"Onderdeel", "Aanwezig"}, {"Dyslexieprotocol", "ja"}, {"Pestprotocol", "☐ ja ☒ nee (in 2018)"}})}) ==
          "label=Dyslexieprotocol; waarde=ja\nlabel=Pestprotocol; waarde=nee; toelichting=in 2018\n");
    CHECK(choices({table({{"Dyslexieprotocol", "ja"}, {"Pestprotocol", "in ontwikkeling"}})}) ==
          "label=Dyslexieprotocol; waarde=ja\nlabel=Pestprotocol; waarde=in ontwikkeling\n");
    CHECK(
        choices(
            {table({{"Lift", "n.v.t."}, {"Plusklas", "n"}, {"Rouwprotocol", "n, nog niet"}, {"Pestprotocol", "j"}})}) ==
        "label=Lift; waarde=n.v.t.\nlabel=Plusklas; waarde=nee\nlabel=Rouwprotocol; waarde=nee; toelichting=nog niet\n"
        "label=Pestprotocol; waarde=ja\n");
    CHECK(choices({p("Dyslexieprotocol: ja"), p("Pestprotocol\tnee"), p("Meldcode ☒ ja ☐ nee"), p("Lift: ☐ ja ☐ nee"),
                   p("☒ Plusklas"), p("☐ Schakelklas"), p("Ja, wij doen dat."), p("Wat wij vinden: ja hoor")}) ==
          "label=Dyslexieprotocol; waarde=ja\nlabel=Pestprotocol; waarde=nee\nlabel=Meldcode; waarde=ja\nlabel=Lift\n"
          "label=Plusklas; waarde=☒\nlabel=Schakelklas; waarde=☐\n");
    CHECK(choices({table({{"Groep", "Aantal"}, {"3", "24"}, {"4", "20"}})}) == "");
}

TEST_CASE("answers have other names and other marks") {
    CHECK(choices({table({{"Onderdeel", "Op orde", "In ontwikkeling", "Niet aanwezig"},
                          {"Rouwprotocol", "√", "", ""},
                          {"Leesbeleid", "", "●", ""},
                          {"Traplift", "", "", "+"}})}) ==
          "label=Rouwprotocol; waarde=ja\nlabel=Leesbeleid; waarde=In ontwikkeling\n"
          "label=Traplift; waarde=nee\n");
    CHECK(choices(
              {table({{"Onderdeel", "Voldoende", "Onvoldoende"}, {"Rouwprotocol", "x", ""}, {"Traplift", "", "x"}})}) ==
          "label=Rouwprotocol; waarde=ja\nlabel=Traplift; waarde=nee\n");
}

TEST_CASE("boxes stand before their answers or behind them; an open, a double or an unclear choice has no answer") {
    struct Case {
        const char *line, *found;
        std::vector<std::string> remarks;
    };
    const Case cases[]{
        {"Pestprotocol: ja ☒ nee ☐", "label=Pestprotocol; waarde=ja\n", {}},
        {"Dyslexieprotocol  ja ☐  nee ☒", "label=Dyslexieprotocol; waarde=nee\n", {}},
        {"Lift (ja ☐ / nee ☒)", "label=Lift; waarde=nee\n", {}},
        {"Lift ja ☐ nee ☐ in ontwikkeling ☒ vanaf 2019",
         "label=Lift; waarde=in ontwikkeling; toelichting=vanaf 2019\n",
         {}},
        {"Rouwprotocol ☐ ja ☒ nee", "label=Rouwprotocol; waarde=nee\n", {}},
        {"Rouwprotocol: ja ☒ nee ☐ in ontwikkeling", "label=Rouwprotocol\n", {"KEUZE_ONDUIDELIJK"}},
        {"Meldcode: ja ☒ nee ☒", "label=Meldcode\n", {"KEUZE_DUBBEL"}},
        {"Meldcode ☒ ja ☒ nee", "label=Meldcode\n", {"KEUZE_DUBBEL"}},
        {"Meldcode ja ☐ nee ☐", "label=Meldcode\n", {"KEUZE_OPEN"}},
        {"Meldcode: ja / nee", "label=Meldcode\n", {"KEUZE_OPEN"}},
        {"Meldcode: ja/nee/in ontwikkeling", "label=Meldcode\n", {"KEUZE_OPEN"}},
        {"Meldcode: ja, nee", "label=Meldcode\n", {"KEUZE_OPEN"}},
        {"Meldcode: / nee", "label=Meldcode; waarde=nee\n", {}},
        {"Meldcode: ja, nee wordt niet geaccepteerd",
         "label=Meldcode; waarde=ja; toelichting=nee wordt niet geaccepteerd\n",
         {}},
        {"Sociaal-emotionele ontwikkeling ☒ ja ☐ nee", "label=Sociaal-emotionele ontwikkeling; waarde=ja\n", {}},
        {"Sociaal-emotionele ontwikkeling ☒", "", {}},
        {"Plusklas: in ontwikkeling ☐ ja ☒ nee ☐", "label=Plusklas; waarde=ja\n", {}},
        {"Is de school in ontwikkeling?", "", {}},
        {"[x] Rouwprotocol", "label=Rouwprotocol; waarde=☒\n", {}},
        {"[ ] Rouwprotocol", "label=Rouwprotocol; waarde=☐\n", {}},
        {"√ Rouwprotocol", "label=Rouwprotocol; waarde=☒\n", {}},
        {"Meldcode – in ontwikkeling", "label=Meldcode; waarde=in ontwikkeling\n", {}},
        {"Meldcode: ja - in 2018", "label=Meldcode; waarde=ja; toelichting=in 2018\n", {}},
        {"Wij zijn – anders dan anderen – blij", "", {}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        std::vector<std::string> remarks;
        CHECK(found_in("basisondersteuning", {p(c.line)}, "basisondersteuning", &remarks) == c.found);
        CHECK(remarks == c.remarks);
    }
    std::vector<std::string> remarks;
    CHECK(found_in("basisondersteuning",
                   {table({{"Onderdeel", "Ja", "Nee"}, {"Rouw", "☒", "☒"}, {"Pesten", "☐", "☒"}})},
                   "basisondersteuning", &remarks) == "label=Rouw\nlabel=Pesten; waarde=Nee\n");
    CHECK(remarks == std::vector<std::string>{"KEUZE_DUBBEL"});
    CHECK(choices({table({{"Onderdeel", "Aanwezig"},
                          {"Rouw", "ja / nee"},
                          {"Pesten", "ja ☐\nnee ☒"},
                          {"Lift", "ja, sinds 2012"}})}) ==
          "label=Rouw\nlabel=Pesten; waarde=nee\nlabel=Lift; waarde=ja; toelichting=sinds 2012\n");
}

TEST_CASE("of points with boxes the ticked ones count; boxes as bullets of a list are no choice") {
    const auto intro = p("Wij bieden geen ondersteuning aan leerlingen die:");
    struct Case {
        std::vector<Block> blocks;
        const char* found;
        std::vector<std::string> remarks;
    };
    const Case cases[]{
        {{intro, p("☒ agressief zijn"), p("☐ niet zindelijk zijn")}, "tekst=agressief zijn\n", {}},
        {{intro, p("agressief zijn ☐"), p("niet zindelijk zijn ☒")}, "tekst=niet zindelijk zijn\n", {}},
        {{intro, p("☒ agressief zijn ☐ niet zindelijk zijn\n☒ weglopen")},
         "tekst=agressief zijn\ntekst=weglopen\n",
         {}},
        {{intro, p("☐ agressief zijn"), p("☐ weglopen")}, "", {"KEUZE_OPEN"}},
        {{item("☐ agressief zijn", 0, false, ""), item("☐ weglopen", 0, false, "")},
         "tekst=agressief zijn\ntekst=weglopen\n",
         {}},
        {{p("Zijn er grenzen?"), p("☒ ja ☐ nee"), p("- geen lift")}, "tekst=geen lift\n", {}},
        {{table({{"☒", "agressief zijn"}, {"☐", "weglopen"}})}, "tekst=agressief zijn\n", {}},
        {{table({{"Grens", "Akkoord"}, {"weglopen", "☐"}})}, "tekst=weglopen; <Akkoord>=☐\n", {}},
        {{table({{CellText({p("☒"), p("x")})}}), p("☒ weglopen"), p("☐ schreeuwen")}, "tekst=weglopen\n", {}},
        {{table({{CellText({p("☒ weglopen"), p("☐ schreeuwen")})}})}, "tekst=weglopen\n", {}},
    };
    for (const Case& c : cases) {
        std::vector<std::string> remarks;
        CHECK(found_in("grenzen", c.blocks, "grenzen", &remarks) == c.found);
        CHECK(remarks == c.remarks);
    }
}

TEST_CASE("a line of very many boxes takes time in proportion to its length") {
    std::string line;
    for (int i = 0; i < 300'000; ++i) line += "☒ ab ";
    const std::string found = limits({p(line)});
    CHECK(found.starts_with("tekst=ab\n"));
    CHECK(found.size() == 300'000 * std::string_view("tekst=ab\n").size());
}

TEST_CASE("a cell merged over very many rows does not multiply its text without end") {
    Table huge;
    huge.columns = 3;
    const auto cell = [](int column, std::string text, int rows = 1) {
        Cell result;
        result.column = column;
        result.row_span = rows;
        result.blocks = {p(text)};
        return result;
    };
    huge.rows.push_back({false, {cell(0, "Doelgroep"), cell(1, "Begeleiding"), cell(2, "Route")}});
    huge.rows.push_back({false, {cell(0, "a"), cell(1, std::string(100'000, 'x'), 1'000'000), cell(2, "b")}});
    for (int i = 0; i < 2000; ++i) huge.rows.push_back({false, {cell(0, "a"), cell(2, "b")}});
    const Form form;
    Sections sections;
    sections.front = {Block{huge}};
    TableMeanings meanings(form);
    std::vector<Diagnostic> diagnostics;
    const auto tables = find_tables(form, sections, meanings, diagnostics);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].rows.size() == 2001);
    std::size_t bytes = 0;
    for (const FoundRow& row : tables[0].rows)
        for (const FoundCell& found : row.cells) bytes += found.raw.size();
    CHECK(bytes < 2'000'000);
    CHECK(diagnostics.size() == 1);
}

}  // namespace sop
