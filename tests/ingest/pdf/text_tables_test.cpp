#include "ingest/pdf/text_tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/pdf/text_rows.h"
#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

// Words of `line` from `left` on, with spaces of 2.5 points; the last one fonts[font].
void add(Page& page, std::string_view line, double left, double top, int font = 0) {
    double at = left;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        page.words.push_back(make_word(line.substr(0, end), at, top));
        page.words.back().font = font;
        at = page.words.back().box.right + 2.5;
        line.remove_prefix(std::min(end + 1, line.size()));
    }
}

struct Placed {
    double left, top;
    std::string_view text;
};

Page page_of(const std::vector<Placed>& lines, const std::vector<Placed>& bold = {}) {
    Page page = make_page();
    page.fonts.push_back({.name = "Bold", .bold = true});
    for (const Placed& line : lines) add(page, line.text, line.left, line.top);
    for (const Placed& line : bold) add(page, line.text, line.left, line.top, 1);
    return page;
}

// "rows x columns: row,column(rowspan x columnspan) ..." where only cells with a span are told.
std::string tables_of(const Page& page) {
    std::vector<WordIndex> words(page.words.size());
    std::iota(words.begin(), words.end(), WordIndex{0});
    std::string text;
    for (const Grid& grid : find_text_grids(WordPlaces(page, words), {})) {
        text +=
            (text.empty() ? "" : "; ") + std::to_string(grid.ys.size() - 1) + "x" + std::to_string(grid.xs.size() - 1);
        for (const GridCell& cell : grid.cells)
            if (cell.row_span > 1 || cell.column_span > 1)
                text += " " + std::to_string(cell.row) + "," + std::to_string(cell.column) + "(" +
                        std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + ")";
    }
    return text;
}

}  // namespace

TEST_CASE("texts in columns and rows are a table without any line") {
    const std::vector<Placed> header{{60, 100, "Doelgroep"}, {160, 100, "Begeleiding"}, {300, 100, "Wie"}};
    const std::vector<Placed> rows{{60, 120, "dyslexie"}, {160, 120, "twee keer per week"}, {300, 120, "IB"},
                                   {60, 140, "autisme"},  {160, 140, "een vaste plek"},     {300, 140, "leerkracht"}};
    CHECK(tables_of(page_of(rows, header)) == "3x3");
    SUBCASE("that starts below a line of prose and ends above one") {
        std::vector<Placed> all = rows;
        all.push_back({60, 86, "De tabel laat zien wat wij bieden bovenop de basisondersteuning."});
        all.push_back({60, 160, "Op alle onderdelen komen wij terug bij de verbeterpunten van dit jaar."});
        CHECK(tables_of(page_of(all, header)) == "3x3");
    }
    SUBCASE("and what stands in its first column alone, below all others, is none of it") {
        std::vector<Placed> all = rows;
        all.push_back({60, 165, "Bijlagen"});
        CHECK(tables_of(page_of(all, header)) == "3x3");
    }
}

TEST_CASE("a footnote mark makes its line no higher") {
    Page page = make_page({make_word("plan", 50, 100), make_word("1", 70, 96, 6)});
    const TextPiece plain = piece_of(page, 0);
    TextPiece marked = plain;
    page.words[1].is_raised = true;
    add_word(marked, page, 1);
    CHECK(marked.top == plain.top);
    CHECK(marked.right == 73);
}

TEST_CASE("a table with columns of its own below another is another") {
    std::vector<Placed> lines{{60, 120, "leerlingen met dyslexie"}, {220, 120, "wekelijks"}, {300, 120, "IB"},
                              {60, 140, "leerlingen met autisme"},  {220, 140, "dagelijks"}, {300, 140, "leerkracht"}};
    for (const double top : {180.0, 200.0}) {
        lines.push_back({60, top, "datum"});
        lines.push_back({120, top, "1 mei"});
        lines.push_back({220, top, "2 mei"});
    }
    const std::vector<Placed> headers{
        {60, 100, "Doelgroep"}, {220, 100, "Hoe vaak"}, {300, 100, "Wie"}, {120, 160, "Advies"}, {220, 160, "Besluit"}};
    CHECK(tables_of(page_of(lines, headers)) == "3x3; 3x3");
}

TEST_CASE("white parts the rows of a table without lines") {
    const std::vector<Placed> header{{60, 100, "Doelgroep"}, {160, 100, "Begeleiding"}, {300, 100, "Wie"}};
    SUBCASE("where cells have several lines and start at the top") {
        CHECK(tables_of(page_of({{60, 125, "dyslexie"},
                                 {160, 125, "twee keer"},
                                 {160, 137, "per week"},
                                 {300, 125, "IB"},
                                 {60, 162, "autisme"},
                                 {160, 162, "een vaste"},
                                 {160, 174, "plek"},
                                 {300, 162, "leerkracht"}},
                                header)) == "3x3");
    }
    SUBCASE("where they stand in the middle, and one in the middle of two rows is merged") {
        CHECK(tables_of(page_of({{60, 137, "dyslexie"},
                                 {160, 131, "twee keer"},
                                 {160, 143, "per week"},
                                 {60, 180, "autisme"},
                                 {160, 168, "een vaste"},
                                 {160, 180, "plek in"},
                                 {160, 192, "de klas"},
                                 {300, 161.5, "IB"}},
                                header)) == "3x3 1,2(2x1)");
    }
    SUBCASE("where cells hold items with bullets that stand apart") {
        CHECK(tables_of(page_of({{60, 125, "dyslexie"},
                                 {160, 125, "•"},
                                 {172, 125, "leesclub"},
                                 {160, 137, "•"},
                                 {172, 137, "computer"},
                                 {300, 125, "IB"},
                                 {60, 162, "autisme"},
                                 {160, 162, "•"},
                                 {172, 162, "een plek"},
                                 {300, 162, "leerkracht"}},
                                header)) == "3x3");
    }
    SUBCASE("and without any, a row starts at each text of the first column") {
        CHECK(tables_of(page_of({{60, 112, "dyslexie"},
                                 {160, 112, "twee keer"},
                                 {160, 124, "per week"},
                                 {300, 112, "IB"},
                                 {60, 136, "autisme"},
                                 {160, 136, "een vaste plek"},
                                 {300, 136, "leerkracht"}},
                                header)) == "3x3");
    }
}

TEST_CASE("rows that are close are told apart by the texts that start them side by side") {
    // Lines are 12 points apart, rows 16; below the uneven row there are 28.
    const std::vector<Placed> header{{60, 100, "Doelgroep"}, {160, 100, "Begeleiding"}, {300, 100, "Wie"}};
    const std::vector<Placed> rows{
        {60, 116, "dyslexie"},       {160, 116, "twee keer"},  {160, 128, "per week"}, {300, 116, "IB"},
        {60, 144, "rust"},           {160, 144, "een eigen"},  {160, 156, "plek"},     {160, 168, "in de klas"},
        {300, 144, "leerkracht"},    {60, 196, "ernstige"},    {60, 208, "problemen"}, {160, 196, "eigen leerlijn"},
        {300, 196, "orthopedagoog"}, {60, 224, "Meerbegaafd"}, {160, 224, "plusklas"}, {300, 224, "leerkracht"}};
    CHECK(tables_of(page_of(rows, header)) == "5x3");
    SUBCASE("but paragraphs of one cell are no rows") {
        CHECK(tables_of(page_of({{60, 116, "dyslexie"},
                                 {160, 116, "twee keer"},
                                 {160, 128, "per week"},
                                 {160, 144, "met ouders"},
                                 {300, 116, "IB"},
                                 {60, 176, "rust"},
                                 {160, 176, "een eigen"},
                                 {160, 188, "plek"},
                                 {160, 204, "met gordijn"},
                                 {300, 176, "leerkracht"}})) == "2x3");
    }
}

TEST_CASE("a row whose texts all go on in small letters below a full line is no row of its own") {
    const auto page = [](std::string_view above, std::string_view below, std::string_view value) {
        return page_of({{50, 100, "Directeur"},
                        {250, 100, "Sanne Oldewei"},
                        {50, 112, above},
                        {250, 112, "Femke Luiten, ook op"},
                        {50, 124, below},
                        {250, 124, value},
                        {50, 136, "Leerkrachten"},
                        {250, 136, "12"},
                        {50, 148, "Groepen"},
                        {250, 148, "7"},
                        {50, 160, "Leerlingen van de hele school"},
                        {250, 160, "163"}});
    };
    CHECK(tables_of(page("Begeleider in de bovenbouw en", "coordinator plusklas", "donderdag in school")) == "5x2");
    CHECK(tables_of(page("Begeleider in de bovenbouw en", "coordinator plusklas", "Donderdag in school")) == "6x2");
    CHECK(tables_of(page("Begeleider", "coordinator plusklas", "donderdag in school")) == "6x2");
}

TEST_CASE("bold texts below more white than rows have between them are the header of another table") {
    const std::vector<Placed> rows{{60, 116, "Dyslexie"}, {160, 116, "wekelijks"}, {300, 116, "IB"},
                                   {60, 132, "Autisme"},  {160, 132, "dagelijks"}, {300, 132, "leerkracht"},
                                   {60, 176, "Lift"},     {160, 176, "nee"},       {60, 192, "Gymzaal"},
                                   {160, 192, "ja"}};
    CHECK(tables_of(page_of(rows, {{60, 100, "Doelgroep"},
                                   {160, 100, "Hoe vaak"},
                                   {300, 100, "Wie"},
                                   {60, 160, "Onderdeel"},
                                   {160, 160, "Aanwezig"}})) == "3x3; 3x2");
    SUBCASE("a bold row without others below it is not") {
        const std::vector<Placed> total(rows.begin(), rows.begin() + 6);
        CHECK(tables_of(page_of(total, {{60, 100, "Doelgroep"},
                                        {160, 100, "Hoe vaak"},
                                        {300, 100, "Wie"},
                                        {60, 160, "Samen"},
                                        {160, 160, "zes keer"},
                                        {300, 160, "allen"}})) == "4x3");
    }
}

TEST_CASE("a line over all columns ends a row, whatever white is there") {
    const Page page = page_of({{60, 100, "Doelgroep"},
                               {160, 112, "Begeleiding"},
                               {300, 100, "Externe"},
                               {60, 112, "van leerlingen"},
                               {300, 112, "partners"},
                               {60, 124, "dyslexie"},
                               {160, 124, "twee keer per week"},
                               {300, 124, "bureau"},
                               {160, 136, "een half uur"},
                               {160, 148, "in de klas"},
                               {60, 172, "autisme"},
                               {160, 172, "een vaste plek"},
                               {160, 184, "in de klas"},
                               {300, 172, "geen"}});
    const auto rows_with = [&](double from, double to) {
        Page ruled = page;
        ruled.rulings.push_back({.position = 123, .from = from, .to = to, .width = 0.5});
        return tables_of(ruled);
    };
    CHECK(tables_of(page) == "");
    CHECK(rows_with(155, 400) == "");
    CHECK(rows_with(55, 400) == "3x3");
}

TEST_CASE("figures that rise in a last column beside others are no page numbers") {
    std::vector<Placed> lines;
    for (int i = 0; i < 3; ++i) {
        const double top = 120.0 + 20 * i;
        lines.push_back({60, top, "2015-2016"});
        lines.push_back({200, top, "198"});
        lines.push_back({300, top, std::array{"1", "2", "4"}.at(static_cast<std::size_t>(i))});
    }
    CHECK(tables_of(page_of(lines)) == "3x3");
}

TEST_CASE("labels of rows with several texts are no list's") {
    CHECK(tables_of(page_of({{60, 100, "1."},
                             {80, 100, "signaleren"},
                             {200, 100, "ja"},
                             {60, 120, "2."},
                             {80, 120, "begrijpen"},
                             {200, 120, "nee"},
                             {60, 140, "3."},
                             {80, 140, "plannen"},
                             {200, 140, "ja"}})) == "3x3");
    CHECK(tables_of(page_of({{60, 100, "31.12.2015"},
                             {140, 100, "signaleren"},
                             {60, 120, "1.6.2016"},
                             {140, 120, "begrijpen"},
                             {60, 140, "15.10.2017"},
                             {140, 140, "plannen"}})) == "3x2");
}

TEST_CASE("what stands in columns but is no table") {
    const struct {
        const char* what;
        std::vector<Placed> lines;
    } cases[] = {
        {"labels with a colon",
         {{60, 100, "Naam:"},
          {160, 100, "De Wilg"},
          {60, 115, "Adres:"},
          {160, 115, "Laan 1"},
          {60, 130, "Plaats:"},
          {160, 130, "Almere"}}},
        {"a list with its labels",
         {{60, 100, "1."},
          {80, 100, "signaleren"},
          {60, 120, "2."},
          {80, 120, "begrijpen"},
          {60, 140, "3."},
          {80, 140, "plannen"}}},
        {"a list with numbers of three levels",
         {{60, 100, "2.3.1."},
          {100, 100, "signaleren"},
          {60, 120, "2.3.2."},
          {100, 120, "begrijpen"},
          {60, 140, "2.3.3."},
          {100, 140, "plannen"}}},
        {"a list with Courier's bullets",
         {{60, 100, "o"},
          {80, 100, "signaleren"},
          {60, 120, "o"},
          {80, 120, "begrijpen"},
          {60, 140, "o"},
          {80, 140, "plannen"}}},
        {"a list in a list",
         {{60, 100, "1."},
          {80, 100, "signaleren"},
          {60, 120, "2."},
          {80, 120, "begrijpen van wat er speelt"},
          {80, 140, "a."},
          {100, 140, "met de ouders"},
          {80, 160, "b."},
          {100, 160, "met het kind"}}},
        {"items that are counted",
         {{60, 100, "4"},
          {80, 100, "signaleren"},
          {60, 120, "5"},
          {80, 120, "begrijpen"},
          {60, 140, "6"},
          {80, 140, "plannen"}}},
        {"a table of contents",
         {{60, 100, "Inleiding"},
          {400, 100, "2"},
          {60, 115, "Visie"},
          {400, 115, "3"},
          {60, 130, "Grenzen"},
          {400, 130, "3"}}},
        {"a chapter of a table of contents",
         {{60, 100, "2.1"},
          {100, 100, "Preventieve aanpak"},
          {400, 100, "4"},
          {60, 115, "2.2"},
          {100, 115, "Stappen in de zorg"},
          {400, 115, "4"}}},
        {"options with tick boxes",
         {{60, 100, "Leesprotocol"},
          {160, 100, "☒ ja"},
          {220, 100, "☐ nee"},
          {60, 115, "Pestprotocol"},
          {160, 115, "☐ ja"},
          {220, 115, "☒ nee"},
          {60, 130, "Rouwprotocol"},
          {160, 130, "☒ ja"},
          {220, 130, "☐ nee"}}},
        {"columns of running text",
         {{60, 100, "Wij kiezen voor onderwijs in"},
          {60, 112, "units en voor een thema dat"},
          {60, 124, "ieder kind iets te bieden heeft."},
          {60, 142, "Dat doen wij al jaren samen met"},
          {60, 154, "de ouders en met de wijk waarin"},
          {60, 166, "wij staan."},
          {300, 100, "De Inspectie kwam in maart en"},
          {300, 112, "gaf een basisarrangement."},
          {300, 130, "Onze opbrengsten liggen boven"},
          {300, 142, "het gemiddelde van scholen met"},
          {300, 154, "dezelfde kinderen."},
          {300, 172, "Wij zijn daar trots op."}}},
        {"columns whose paragraphs end side by side but once",
         {{60, 100, "Wij kiezen voor onderwijs in"},
          {60, 112, "units en voor een thema dat"},
          {60, 124, "ieder kind iets te bieden heeft."},
          {60, 142, "Dat doen wij al jaren samen met"},
          {60, 154, "de ouders."},
          {60, 172, "Wij staan in de wijk en willen"},
          {60, 184, "daar blijven."},
          {300, 100, "De Inspectie kwam in maart en"},
          {300, 112, "gaf een basisarrangement."},
          {300, 130, "Onze opbrengsten liggen boven"},
          {300, 142, "het gemiddelde van scholen met"},
          {300, 154, "dezelfde kinderen."},
          {300, 172, "Wij zijn daar trots op en gaan"},
          {300, 184, "zo door."}}},
        {"the first lines of columns with little white between them",
         {{60, 100, "Wij kiezen voor onderwijs en"},
          {209, 100, "De Inspectie kwam in maart"},
          {60, 112, "voor units met een thema in"},
          {209, 112, "en gaf een arrangement."},
          {60, 124, "de klas en op het hele plein"},
          {209, 124, "Onze opbrengsten liggen"}}},
        {"two lines that happen to have white at one place",
         {{60, 100, "De school"}, {160, 100, "in de wijk"}, {60, 112, "Een plein"}, {160, 112, "voor iedereen"}}},
    };
    for (const auto& one : cases) {
        CAPTURE(one.what);
        CHECK(tables_of(page_of(one.lines)) == "");
    }
}

TEST_CASE("running text below headings is none, even where its paragraphs start side by side") {
    Page page = page_of({{60, 120, "Wij kiezen voor onderwijs in"},
                         {60, 132, "units en voor een thema dat"},
                         {60, 144, "ieder kind iets te bieden heeft."},
                         {60, 162, "Dat doen wij al jaren samen met"},
                         {60, 174, "de ouders."},
                         {300, 120, "De Inspectie kwam in maart en"},
                         {300, 132, "gaf een basisarrangement met"},
                         {300, 144, "een goed gesprek."},
                         {300, 162, "Onze opbrengsten liggen boven"},
                         {300, 174, "het gemiddelde."},
                         {60, 192, "Wij staan in de wijk."},
                         {300, 192, "Wij zijn daar trots op."}});
    CHECK(tables_of(page) == "3x2");
    page.words.push_back(make_word("Visie", 60, 96, 14));
    page.words.push_back(make_word("Inspectie", 300, 96, 14));
    CHECK(tables_of(page) == "");
}

TEST_CASE("items or texts below headings in larger type are columns and no table") {
    const auto page = [](double size, const char* bullet) {
        Page made = make_page({make_word("Grenzen", 60, 100, size), make_word("Plannen", 300, 100, size)});
        for (int row = 0; row < 3; ++row)
            for (const double left : {60.0, 300.0}) {
                if (*bullet) made.words.push_back(make_word(bullet, left, 130 + 30.0 * row));
                add(made, "rust in de groep", left + 15, 130 + 30.0 * row);
            }
        return made;
    };
    CHECK(tables_of(page(13, "•")).empty());
    CHECK(tables_of(page(10, "•")) == "4x2");
    CHECK(tables_of(page(13, "")) == "4x2");
}

TEST_CASE("texts over tick boxes are their header, however close, whatever stands below the table") {
    std::vector<Placed> lines{{330, 107, "ja"}, {380, 107, "nee"}, {430, 107, "later"}};
    for (int row = 0; row < 4; ++row) {
        lines.push_back({50, 121 + 20.0 * row, "Protocol"});
        for (const double left : {328.0, 378.0, 428.0}) lines.push_back({left, 121 + 20.0 * row, row == 1 ? "☒" : "☐"});
    }
    CHECK(tables_of(page_of(lines)) == "5x4");
    CHECK(tables_of(page_of(lines, {{50, 220, "4. Grenzen"}})) == "5x4");
}
