#include "ingest/pdf/grids.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "ingest/pdf/colors.h"
#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

void level(Page& page, double y, double from, double to, Ruling::Source source = Ruling::Source::stroke) {
    page.rulings.push_back({.is_horizontal = true, .position = y, .from = from, .to = to, .source = source});
}

void upright_line(Page& page, double x, double from, double to, Ruling::Source source = Ruling::Source::stroke) {
    page.rulings.push_back({.is_horizontal = false, .position = x, .from = from, .to = to, .source = source});
}

// Lines at all of `xs` and `ys`.
void rule(Page& page, const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double y : ys) level(page, y, xs.front(), xs.back());
    for (const double x : xs) upright_line(page, x, ys.front(), ys.back());
}

void fill(Page& page, const Box& box, std::uint32_t color) {
    page.fills.push_back({box, color});
    for (const double y : {box.top, box.bottom}) level(page, y, box.left, box.right, Ruling::Source::fill_edge);
    for (const double x : {box.left, box.right}) upright_line(page, x, box.top, box.bottom, Ruling::Source::fill_edge);
}

// A row of cells that are shaded one by one; their edges above and below are one line.
void fill_row(Page& page, const std::vector<double>& xs, double top, double bottom, std::uint32_t color) {
    for (std::size_t x = 0; x + 1 < xs.size(); ++x) page.fills.push_back({{xs[x], top, xs[x + 1], bottom}, color});
    for (const double y : {top, bottom}) level(page, y, xs.front(), xs.back(), Ruling::Source::fill_edge);
    for (const double x : xs) upright_line(page, x, top, bottom, Ruling::Source::fill_edge);
}

// "rows x columns: row,column(rowspan x columnspan) ..." where only cells with a span are told.
std::string text_of(const Grid& grid) {
    std::string text = std::to_string(grid.ys.size() - 1) + "x" + std::to_string(grid.xs.size() - 1);
    if (grid.header_rows > 0) text += " h" + std::to_string(grid.header_rows);
    for (const GridCell& cell : grid.cells)
        if (cell.row_span > 1 || cell.column_span > 1)
            text += " " + std::to_string(cell.row) + "," + std::to_string(cell.column) + "(" +
                    std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + ")";
    return text;
}

std::string grids_of(Page page) {
    std::sort(page.rulings.begin(), page.rulings.end(), [](const Ruling& a, const Ruling& b) {
        return std::tuple(!a.is_horizontal, a.position, a.from) < std::tuple(!b.is_horizontal, b.position, b.from);
    });
    std::vector<WordIndex> words(page.words.size());
    std::iota(words.begin(), words.end(), WordIndex{0});
    std::string text;
    for (const Grid& grid : find_grids(page, words)) text += (text.empty() ? "" : "; ") + text_of(grid);
    return text;
}

// A word in each cell between `xs` and `ys`.
std::vector<Word> words_in(const std::vector<double>& xs, const std::vector<double>& ys) {
    std::vector<Word> words;
    for (std::size_t y = 0; y + 1 < ys.size(); ++y)
        for (std::size_t x = 0; x + 1 < xs.size(); ++x) words.push_back(make_word("woord", xs[x] + 4, ys[y] + 3));
    return words;
}

const std::vector<double> three_columns{50, 150, 250, 350}, three_rows{100, 120, 140, 160};

}  // namespace

TEST_CASE("lines that cross are a table") {
    Page page = make_page(words_in(three_columns, three_rows));
    rule(page, three_columns, three_rows);
    CHECK(grids_of(page) == "3x3");
}

TEST_CASE("a table's row alone at the top of a page is a table where it is ruled") {
    Page page = make_page(words_in(three_columns, {100, 120}));
    rule(page, three_columns, {100, 120});
    CHECK(grids_of(page) == "1x3");
}

TEST_CASE("one column of ruled rows is a table") {
    Page page = make_page(words_in({50, 350}, three_rows));
    rule(page, {50, 350}, three_rows);
    CHECK(grids_of(page) == "3x1");
}

TEST_CASE("cells of the last row without the line below that others have are open") {
    Page page = make_page(words_in(three_columns, three_rows));
    rule(page, three_columns, three_rows);
    const auto is_open = [&] {
        std::vector<WordIndex> words(page.words.size());
        std::iota(words.begin(), words.end(), WordIndex{0});
        std::string open;
        const std::vector<Grid> grids = find_grids(page, words);
        for (const GridCell& cell : grids.at(0).cells) open += cell.is_open ? '1' : '0';
        return open;
    };
    CHECK(is_open() == "000000000");
    page.rulings[3].to = 250;  // the line at the bottom
    CHECK(is_open() == "000000001");
}

TEST_CASE(
    "a table whose sides go on below its last line is cut, and the text that hangs below them is its last row's") {
    const auto last_row = [](double left, const std::vector<double>& closed) {
        Page page = make_page(words_in(three_columns, three_rows));
        page.words.push_back(make_word("slot", left, 162));
        for (const double y : closed) level(page, y, 50, 350);
        for (const double x : three_columns) upright_line(page, x, 100, 160);
        std::vector<WordIndex> words(page.words.size());
        std::iota(words.begin(), words.end(), WordIndex{0});
        const std::vector<Grid> grids = find_grids(page, words);
        REQUIRE(grids.size() == 1);
        return std::pair(grids[0].is_cut, grids[0].ys.back() > 170);
    };
    CHECK(last_row(154, {100, 120, 140}) == std::pair(true, true));
    CHECK(last_row(60, {100, 120, 140}) == std::pair(true, false));  // starts where no text of the cell does
    CHECK(last_row(154, {100, 120, 140, 160}) == std::pair(false, false));
}

TEST_CASE("a frame around text is no table") {
    Page page = make_page(make_line("Een kader om een alinea", 110));
    rule(page, {40, 400}, {100, 140});
    CHECK(grids_of(page) == "");
}

TEST_CASE("lines without words are no table") {
    Page page = make_page(make_line("Ernaast staat tekst", 300));
    rule(page, three_columns, three_rows);
    CHECK(grids_of(page) == "");
}

TEST_CASE("cells without a line between them are one") {
    std::vector<Word> words = words_in(three_columns, three_rows);
    words.erase(words.begin() + 1);  // the second of the merged cell, which would start where its column does
    Page page = make_page(words);
    for (const double y : {100.0, 120.0, 160.0}) level(page, y, 50, 350);
    level(page, 140, 150, 350);
    for (const double x : {50.0, 250.0, 350.0}) upright_line(page, x, 100, 160);
    upright_line(page, 150, 120, 160);
    CHECK(grids_of(page) == "3x3 0,0(1x2) 1,0(2x1)");
}

TEST_CASE("a cell over two columns whose texts start where those of the columns do is two") {
    const std::vector<double> ys{100, 120, 140, 160, 180};
    Page page = make_page(words_in({50, 200, 350}, ys));
    rule(page, {50, 350}, ys);
    upright_line(page, 200, 100, 120);
    upright_line(page, 200, 140, 180);  // not in the second row
    CHECK(grids_of(page) == "4x2");
}

TEST_CASE("a column whose header and rows stand in columns of their own is these") {
    const std::vector<double> ys{100, 120, 140, 160};
    Page page = make_page(words_in(three_columns, ys));
    rule(page, {50, 350}, ys);
    upright_line(page, 150, 100, 160);
    CHECK(grids_of(page) == "3x3");

    // An answer beside each box is no column.
    Page boxes = make_page(words_in(three_columns, ys));
    rule(boxes, {50, 350}, ys);
    upright_line(boxes, 150, 100, 160);
    for (const double y : {103.0, 123.0, 143.0}) boxes.marks.push_back({{}, {240, y, 248, y + 8}});
    CHECK(grids_of(boxes) == "3x2");
}

TEST_CASE("a frame with a line below the header holds a table whose rows are not drawn") {
    const std::vector<double> ys{100, 130, 160, 190, 220};
    Page page = make_page(words_in(three_columns, ys));
    rule(page, {50, 350}, {100, 125, 220});
    CHECK(grids_of(page) == "4x3");
}

TEST_CASE("rows that are not drawn are told by the texts of the columns") {
    // A header, and texts in three columns, 12 points from line to line; "" where a cell has no text on a line.
    using Lines = std::vector<std::array<std::string_view, 3>>;
    const struct {
        const char* what;
        Lines lines;
        bool is_ruled;  // the columns and what is around them; else the rules of a header only
        const char* expected;
    } cases[] = {
        {"rows of one line",
         {{"Taal", "Ja", "Dagelijks"}, {"Spel", "Nee", "Soms"}, {"Gym", "Ja", "Soms"}},
         true,
         "4x3"},
        {"a text of two lines that the others wait for",
         {{"Taal", "Ja", "Dagelijks een"}, {"", "", "half uur"}, {"Spel", "Nee", "Soms"}, {"Gym", "", "Soms"}},
         true,
         "4x3"},
        {"rows between rules",
         {{"Taal", "", "Dagelijks een"}, {"", "", "half uur"}, {"Spel", "Nee", "Soms"}},
         false,
         "3x3"},
        {"a label of two lines beside text, rows no further apart than lines",
         {{"Hulp bij", "Elke dag", "IB"},
          {"taal", "een half", ""},
          {"", "uur", ""},
          {"Plein", "Coach", "Team"},
          {"op maandag", "en spel", ""}},
         false,
         "3x3"},
        {"items in cells of such rows",
         {{"Hulp bij", "• Elke dag", "IB"},
          {"taal", "• samen", ""},
          {"", "uur", ""},
          {"Plein", "Coach", "Team"},
          {"op maandag", "en spel", ""}},
         false,
         "3x3"},
        {"two rows are too few", {{"Taal", "Ja", "Dagelijks"}, {"Spel", "Nee", "Soms"}}, true, "2x3"},
        {"paragraphs that are not level",
         {{"Taal", "Samen een", "Soms"}, {"Spel", "half uur", "Altijd"}, {"Gym", "Plein", ""}, {"", "Tuin", "Vaak"}},
         true,
         "2x3"},
        {"items", {{"• Taal", "Ja", "Soms"}, {"• Spel", "Nee", "Soms"}, {"• Gym", "Ja", "Soms"}}, true, "2x3"},
        {"running text",
         {{"Wij lezen graag en", "Thuis leest u een", "Het kind leest er"},
          {"vaak een boek voor", "boek en dat is erg", "elke dag uit en dat"},
          {"en daarna praten we", "fijn voor uw kind en", "doet het heel graag"}},
         true,
         "2x3"}};
    for (const auto& [what, lines, is_ruled, expected] : cases) {
        CAPTURE(what);
        const double bottom = 123 + 12 * static_cast<double>(lines.size());
        Page page = make_page(words_in(three_columns, {100, 120}));
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (std::size_t column = 0; column < 3; ++column) {
                const double move = three_columns[column] + 4 - 50;
                for (Word word : make_line(lines[i][column], 122 + 12 * static_cast<double>(i))) {
                    if (word.text.empty()) continue;
                    word.box.left += move;
                    word.box.right += move;
                    for (double& edge : word.edges) edge += move;
                    page.words.push_back(word);
                }
            }
        if (is_ruled)
            rule(page, three_columns, {100, 120, bottom});
        else
            for (const double y : {100.0, 120.0, bottom}) level(page, y, 50, 350);
        CHECK(grids_of(page) == expected);
    }
}

TEST_CASE("a header that is wider than the numbers below it has their columns, where they end alike") {
    for (const bool has_rule_above : {true, false}) {
        CAPTURE(has_rule_above);
        Page page = make_page();
        for (double y = 100; y < 180; y += 20) {
            if (y > 100 || has_rule_above) level(page, y, 46, 396);
            page.words.push_back(make_word("aantal", 50, y + 3));
            for (const double right : {160.0, 230.0, 300.0, 370.0}) {
                const std::string_view text = y == 100 ? "2015-2016" : "31";
                page.words.push_back(make_word(text, right - 5 * static_cast<double>(text.size()), y + 3));
            }
        }
        level(page, 180, 46, 396);
        CHECK(grids_of(page) == "4x5");
    }
}

TEST_CASE("a table without lines left and right has its outer columns") {
    Page page = make_page(words_in(three_columns, three_rows));
    for (const double y : three_rows) level(page, y, 50, 350);
    for (const double x : {150.0, 250.0}) upright_line(page, x, 100, 160);
    CHECK(grids_of(page) == "3x3");
}

TEST_CASE("a table in a cell comes after the one that holds it") {
    const std::vector<double> xs{50, 150, 450}, ys{100, 200, 220};
    Page page = make_page(words_in(xs, ys));
    rule(page, xs, ys);
    rule(page, {160, 260, 440}, {120, 140, 160});
    for (const Word& word : words_in({160, 260, 440}, {120, 140, 160})) page.words.push_back(word);
    CHECK(grids_of(page) == "2x2; 2x2");
}

TEST_CASE("a table in a cell is one too where it shares sides with the cell") {
    Page page = make_page(words_in({160, 255, 350}, {100, 120, 140}));
    for (const Word& word : words_in({50, 150, 350}, {180, 200})) page.words.push_back(word);
    page.words.push_back(make_word("woord", 54, 103));
    page.words.push_back(make_word("woord", 164, 163));  // below it
    rule(page, {50, 150, 350}, {100, 180, 200});
    SUBCASE("above and on the right") { rule(page, {160, 255, 350}, {100, 120, 140}); }
    SUBCASE("on the right, and its lines are the cell's") {
        for (const double y : {120.0, 140.0}) level(page, y, 160, 350);
        for (const double x : {160.0, 255.0}) upright_line(page, x, 100, 140);
    }
    CHECK(grids_of(page) == "2x2; 2x2");
}

TEST_CASE("a table whose outer lines are those of its cell is a table in it, where the rows around show the columns") {
    const std::vector<double> inner_xs{150, 250, 350}, inner_ys{140, 160, 180};
    const auto grids = [&](const std::vector<double>& rows_below) {
        Page page = make_page(words_in({50, 150, 350}, {100, 120, 140}));
        rule(page, {50, 150, 350}, {100, 120, 140, 180});
        page.words.push_back(make_word("kop", 54, 143));
        rule(page, inner_xs, inner_ys);
        for (const Word& word : words_in(inner_xs, inner_ys)) page.words.push_back(word);
        rule(page, rows_below, {180, 200});
        for (const Word& word : words_in(rows_below, {180, 200})) page.words.push_back(word);
        return grids_of(page);
    };
    CHECK(grids({50, 150, 350}) == "4x2; 2x2");
    // The rows below have these columns too: merged cells.
    CHECK(grids({50, 150, 250, 350}) == "5x3 0,1(1x2) 1,1(1x2) 2,0(2x1)");
}

TEST_CASE("the space beside a table that shares the lines above and below it with its cell is no column of it") {
    const std::vector<double> inner_xs{155, 250, 344}, inner_ys{140, 160, 180};
    Page page = make_page(words_in({50, 150, 350}, {100, 120, 140}));
    rule(page, {50, 150, 350}, {100, 120, 140, 180});
    page.words.push_back(make_word("kop", 54, 143));
    rule(page, inner_xs, inner_ys);
    for (const Word& word : words_in(inner_xs, inner_ys)) page.words.push_back(word);
    CHECK(grids_of(page) == "3x2; 2x2");
}

TEST_CASE("a group's merged label beside its rows is no table in a cell, below a header over all their columns") {
    Page page = make_page(words_in({50, 150, 350}, {100, 120}));
    rule(page, {50, 150, 350}, {100, 120, 160});
    rule(page, {150, 250, 350}, {120, 140, 160});
    page.words.push_back(make_word("groep", 54, 123));
    for (const Word& word : words_in({150, 250, 350}, {120, 140, 160})) page.words.push_back(word);
    CHECK(grids_of(page) == "3x3 0,1(1x2) 1,0(2x1)");
}

TEST_CASE("shaded cells with a white seam are a table") {
    Page page = make_page(words_in(three_columns, three_rows));
    for (std::size_t y = 0; y < 3; ++y)
        for (std::size_t x = 0; x < 3; ++x)
            fill(page, {three_columns[x], three_rows[y], three_columns[x + 1] - 1, three_rows[y + 1] - 1}, 0xDDDDDD);
    CHECK(grids_of(page) == "3x3");
}

TEST_CASE("a shaded heading drawn line by line is no table") {
    Page page = make_page(words_in({50}, three_rows));
    for (std::size_t y = 0; y < 3; ++y) fill(page, {50, three_rows[y], 350, three_rows[y + 1]}, 0xDDDDDD);
    CHECK(grids_of(page) == "");
}

TEST_CASE("a row of small boxes is no table") {
    Page page = make_page(make_line("Kruis aan", 80));
    rule(page, {50, 60, 70, 80}, {100, 110});
    CHECK(grids_of(page) == "");
}

TEST_CASE("clip rectangles side by side are a table's cells") {
    Page page = make_page(words_in(three_columns, three_rows));
    for (std::size_t y = 0; y < 3; ++y)
        for (std::size_t x = 0; x < 3; ++x)
            page.clips.push_back({three_columns[x], three_rows[y], three_columns[x + 1], three_rows[y + 1]});
    CHECK(grids_of(page) == "3x3");
}

TEST_CASE("a first row that is shaded unlike the others is a header") {
    Page page = make_page(words_in(three_columns, three_rows));
    rule(page, three_columns, three_rows);
    fill(page, {50, 100, 350, 120}, 0xCCCCFF);
    CHECK(grids_of(page) == "3x3 h1");
}

TEST_CASE("a first row in bold is a header where the next is not") {
    Page page = make_page(words_in(three_columns, three_rows));
    rule(page, three_columns, three_rows);
    page.fonts.push_back({.name = "Bold", .bold = true});
    for (std::size_t i = 0; i < 3; ++i) page.words[i].font = 1;
    CHECK(grids_of(page) == "3x3 h1");
}

TEST_CASE("sixty thousand lines end soon") {
    Page page = make_page(words_in(three_columns, three_rows));
    for (int i = 0; i < 30'000; ++i) {
        level(page, i * 0.028, 0, 595);
        upright_line(page, i * 0.02, 0, 842);
    }
    CHECK(grids_of(page) == "3x3");  // of the words alone
}

TEST_CASE("rows between rules are a table where their text leaves columns white") {
    Page page = make_page(words_in(three_columns, three_rows));
    for (const double y : three_rows) level(page, y, 50, 350);
    CHECK(grids_of(page) == "3x3");
}

TEST_CASE("rules around the header alone do not cut it from the rows that follow") {
    Page page = make_page(words_in({50, 150, 250, 350}, {100, 120, 142, 164, 186, 208}));
    level(page, 100, 50, 350);
    level(page, 120, 50, 350);
    level(page, 208, 50, 350);
    CHECK(grids_of(page) == "5x3");
}

TEST_CASE("a heading far below a table's last rule parts it from the table whose rules it stands above") {
    for (const double heading : {182.0, 163.0}) {  // the second is close enough to be a row
        CAPTURE(heading);
        const double move = heading - 182;
        Page page = make_page(words_in(three_columns, three_rows));
        page.words.push_back(make_word("Kop", 54, heading));
        for (const Word& word : words_in(three_columns, {200 + move, 220 + move, 240 + move}))
            page.words.push_back(word);
        for (const double y : {120.0, 140.0, 160.0, 200 + move, 220 + move, 240 + move}) level(page, y, 50, 350);
        CHECK(grids_of(page) == (heading == 182 ? "3x3; 2x3" : "6x3"));
    }
}

TEST_CASE("a heading above the first rule is a row where it stands in the columns") {
    Page page = make_page(words_in(three_columns, three_rows));
    for (const double y : {120.0, 140.0, 160.0}) level(page, y, 50, 350);
    CHECK(grids_of(page) == "3x3");
}

TEST_CASE("a heading above the first rule that reaches over its columns is no row") {
    Page page = make_page(words_in(three_columns, {120, 140, 160, 180}));
    for (int i = 0; i < 5; ++i) page.words.push_back(make_word("woord", 54 + 27.5 * i, 103));
    for (const double y : {120.0, 140.0, 160.0, 180.0}) level(page, y, 50, 350);
    CHECK(grids_of(page) == "3x3");
}

TEST_CASE("a header of two rows stands above the first rule, and the rows below it are told by their texts") {
    Page page = make_page(words_in(three_columns, {120, 140, 160, 180, 200}));
    page.fonts.push_back({.name = "Bold", .bold = true});
    for (std::size_t i = 0; i < 3; ++i) page.words[i].font = 1;
    for (const auto& [text, left] : {std::pair("groep", 54.0), std::pair("aantallen", 154.0), std::pair("van", 201.5),
                                     std::pair("alle", 219.0), std::pair("kinderen", 241.5)}) {
        page.words.push_back(make_word(text, left, 103));
        page.words.back().font = 1;
    }
    for (const double y : {140.0, 200.0}) level(page, y, 50, 350);
    CHECK(grids_of(page) == "5x3 h2 0,1(1x2)");
}

TEST_CASE("every other row shaded is a table with the rows between") {
    const std::vector<double> ys{100, 120, 140, 160, 180};
    Page page = make_page(words_in(three_columns, ys));
    fill(page, {50, 100, 350, 120}, 0xDDDDDD);
    fill(page, {50, 140, 350, 160}, 0xDDDDDD);
    CHECK(grids_of(page) == "4x3");
}

TEST_CASE("headings in bars of the width of the tables between them are no rows, a group's shaded label is one") {
    for (const double white : {8.0, 0.0}) {  // beside the bars
        CAPTURE(white);
        Page page = make_page(words_in(three_columns, {120, 140, 160}));
        for (const Word& word : words_in(three_columns, {200, 220, 240})) page.words.push_back(word);
        for (const double y : {140.0, 160.0, 220.0, 240.0}) level(page, y, 50, 350);
        for (const double y : {100.0, 180.0}) {
            page.words.push_back(make_word("Kop", 54, y + 2));
            fill(page, {50, y == 100 ? y : y - 20 + white, 350, y + 20 - white}, 0xDDDDDD);
        }
        CHECK(grids_of(page) == (white > 0 ? "2x3; 2x3" : "6x3"));
    }
}

TEST_CASE("text right below a row that is not shaded is none of it") {
    // A last row of 6 points to the text below, which goes over the columns or starts left of the table.
    for (const double left : {54.0, 20.0}) {
        CAPTURE(left);
        Page page = make_page(words_in(three_columns, {100, 120, 140, 160, 180}));
        for (const double y : {100.0, 140.0}) fill(page, {50, y, 350, y + 20}, 0xdddddd);
        for (int i = 0; i < 12; ++i) page.words.push_back(make_word("tekst", left + 27.5 * i, 177));
        CHECK(grids_of(page) == "4x3");
        std::vector<WordIndex> words(page.words.size());
        std::iota(words.begin(), words.end(), WordIndex{0});
        std::sort(page.rulings.begin(), page.rulings.end(), [](const Ruling& a, const Ruling& b) {
            return std::tuple(!a.is_horizontal, a.position) < std::tuple(!b.is_horizontal, b.position);
        });
        CHECK(find_grids(page, words).at(0).box.bottom < 184);
    }
}

TEST_CASE("a rule over some columns ends a row beside a merged cell") {
    Page page = make_page(words_in(three_columns, three_rows));
    page.words.erase(page.words.begin() + 3);  // the first column's cell of the second row
    level(page, 100, 50, 350);
    level(page, 120, 150, 350);
    level(page, 140, 50, 350);
    level(page, 160, 50, 350);
    CHECK(grids_of(page) == "3x3 0,0(2x1)");
}

TEST_CASE("lines in low type do not part the rows between rules") {
    Page page = make_page(words_in(three_columns, {100, 120, 160, 180}));
    page.words.push_back(make_word("woord", 154, 139));
    for (Word& word : page.words) word.box.bottom = word.box.top + 6;
    for (const double y : {100.0, 120.0, 160.0, 180.0}) level(page, y, 50, 350);
    CHECK(grids_of(page) == "3x3");
}

TEST_CASE("shaded cells end the row of a merged cell that reaches the end of the page") {
    const std::vector<double> ys{100, 120, 140, 160};
    Page page = make_page(words_in(three_columns, ys));
    page.words.erase(page.words.begin() + 6);
    fill_row(page, three_columns, 100, 120, 0x223344);
    fill_row(page, {150, 250, 350}, 140, 160, 0xDDDDDD);
    CHECK(grids_of(page) == "3x3 h1 1,0(2x1)");
}

TEST_CASE("shaded rows whose cells have other sides are another table") {
    Page page = make_page(words_in(three_columns, {100, 120, 140}));
    for (const Word& word : words_in({50, 200, 350}, {150, 170, 190})) page.words.push_back(word);
    fill_row(page, three_columns, 100, 120, 0x223344);
    fill_row(page, {50, 200, 350}, 150, 170, 0x223344);
    CHECK(grids_of(page) == "2x3 h1; 2x2 h1");
}

TEST_CASE("a heading over several columns is merged with the empty cells beside it") {
    const std::vector<double> four_columns{50, 150, 250, 350, 450}, ys{100, 120, 140, 160, 180};
    Page page = make_page(words_in(four_columns, ys));
    page.fonts.push_back({.name = "Bold", .bold = true});
    for (std::size_t i = 0; i < 8; ++i) page.words[i].font = 1;
    for (const double y : ys) level(page, y, 50, 450);
    SUBCASE("right of one that starts where its column does") {
        page.words.erase(page.words.begin() + 2, page.words.begin() + 4);
        CHECK(grids_of(page) == "4x4 h2 0,1(1x3)");
    }
    SUBCASE("on both sides of one that stands in the middle") {
        page.words[2].box.left = 264;
        page.words[2].box.right = 336;
        page.words.erase(page.words.begin() + 3);
        page.words.erase(page.words.begin(), page.words.begin() + 2);
        CHECK(grids_of(page) == "4x4 h2 0,1(1x3)");
    }
    SUBCASE("but not where a column has no heading below") {
        page.words.erase(page.words.begin() + 7);
        page.words.erase(page.words.begin() + 2, page.words.begin() + 4);
        CHECK(grids_of(page) == "4x4 h2 0,1(1x2)");
    }
}

TEST_CASE("a space that all rows have at one place is none between columns") {
    Page page = make_page();
    for (const double y : three_rows) {
        level(page, y, 50, 350);
        if (y == three_rows.back()) continue;
        for (const Word& word : {make_word("Groep", 54, y + 3), make_word("1", 82, y + 3), make_word("24", 254, y + 3)})
            page.words.push_back(word);
    }
    CHECK(grids_of(page) == "3x2");
}

TEST_CASE("a row that is not shaded among rows that all are stands between two tables") {
    Page page = make_page(words_in({50, 200, 350}, {100, 120, 140, 160, 180}));
    page.words.push_back(make_word("Kop", 54, 186));
    for (const Word& word : words_in(three_columns, {200, 220, 240, 260, 280})) page.words.push_back(word);
    const auto shade = [&](double y, std::uint32_t color) { fill(page, {50, y, 350, y + 20}, color); };
    for (const double y : {100.0, 140.0, 200.0, 240.0}) shade(y, 0xEEEEEE);
    for (const double y : {120.0, 160.0, 220.0, 260.0}) shade(y, 0xAADDEE);
    CHECK(grids_of(page) == "4x2; 4x3");
}

TEST_CASE("a heading between two tables of one width parts them") {
    Page page = make_page(words_in(three_columns, three_rows));
    for (const Word& word : words_in(three_columns, {208, 228, 248})) page.words.push_back(word);
    for (const Word& word : {make_word("Een", 50, 166), make_word("zin.", 70, 166), make_word("Kop", 50, 190, 14)})
        page.words.push_back(word);
    for (const double y : {100.0, 120.0, 140.0, 160.0, 228.0, 248.0}) level(page, y, 50, 350);
    CHECK(grids_of(page) == "3x3; 2x3");
}

TEST_CASE("two tables of one width are parted by text between them that is no row, however far from their rules") {
    Page page = make_page(words_in(three_columns, three_rows));
    for (const Word& word : words_in(three_columns, {330, 350, 370})) page.words.push_back(word);
    for (const double y : {185.0, 215.0, 245.0, 275.0, 300.0}) page.words.push_back(make_word("Kop of zin", 50, y));
    for (const double y : {100.0, 120.0, 160.0, 330.0, 350.0, 370.0}) level(page, y, 50, 350);
    CHECK(grids_of(page) == "3x3; 2x3");
}

TEST_CASE("paragraphs of a cell that stand further apart than its row from its rules are one row's") {
    const std::vector<double> columns{50, 150, 250, 350};
    Page page = make_page(words_in(columns, {100, 120, 140}));
    page.words.push_back(make_word("verder", 154, 165));
    page.words.push_back(make_word("slot", 154, 187));
    for (const Word& word : words_in(columns, {200, 220})) page.words.push_back(word);
    for (const double y : {100.0, 120.0, 200.0, 220.0}) level(page, y, 50, 350);
    CHECK(grids_of(page) == "3x3");
    page.words[7] = make_word("slot", 54, 187);
    CHECK(grids_of(page) == "2x3");
}

TEST_CASE("heavy rules around a table part it from the next, thin ones are of a row that is empty") {
    for (const double heavy : {1.0, 0.5}) {
        CAPTURE(heavy);
        Page page = make_page(words_in(three_columns, three_rows));
        for (const Word& word : words_in(three_columns, {180, 200, 220})) page.words.push_back(word);
        for (const double y : {100.0, 120.0, 160.0, 180.0, 200.0, 220.0}) {
            level(page, y, 50, 350);
            page.rulings.back().width = y == 120 || y == 200 ? 0.5 : heavy;
        }
        CHECK(grids_of(page) == (heavy > 0.5 ? "3x3; 2x3" : "5x3"));
    }
}

TEST_CASE("bullets are no column between rules") {
    Page page = make_page();
    for (const double y : three_rows) {
        level(page, y, 50, 350);
        if (y == three_rows.back()) continue;
        for (const Word& word :
             {make_word("leren", 54, y + 3), make_word("•", 154, y + 3), make_word("punt", 168, y + 3)})
            page.words.push_back(word);
    }
    CHECK(grids_of(page) == "3x2");
}

TEST_CASE("bullets that stand alone are marks, each in its column between rules") {
    Page page = make_page(words_in({50, 150, 250, 350, 450}, {100, 120}));
    for (const double y : {100.0, 120.0, 140.0, 160.0, 180.0}) level(page, y, 50, 450);
    const double marks[] = {170, 270, 370};
    for (std::size_t row = 0; row < 3; ++row) {
        page.words.push_back(make_word("rij", 54, 123 + 20 * static_cast<double>(row)));
        page.words.push_back(make_word("●", marks[row], 123 + 20 * static_cast<double>(row)));
    }
    CHECK(grids_of(page) == "4x4");
}

TEST_CASE("a text above a rule over some columns is their header, and the rows below it are told by their texts") {
    Page page = make_page();
    for (const double y : {100.0, 140.0, 200.0}) level(page, y, 50, 400);
    level(page, 118, 195, 400);
    for (const auto& [text, left, top] :
         {std::tuple("stand van nu", 250.0, 102.0), std::tuple("deel", 54.0, 122.0), std::tuple("ja", 200.0, 122.0),
          std::tuple("nee", 240.0, 122.0), std::tuple("later", 290.0, 122.0), std::tuple("Lezen", 54.0, 144.0),
          std::tuple("x", 202.0, 144.0), std::tuple("Rekenen", 54.0, 158.0), std::tuple("x", 300.0, 158.0),
          std::tuple("Taal", 54.0, 172.0), std::tuple("x", 244.0, 172.0)})
        page.words.push_back(make_word(text, left, top));
    CHECK(grids_of(page) == "5x4 0,0(2x1) 0,1(1x3)");
}

TEST_CASE("prose between rules is no table") {
    Page page = make_page();
    for (const double y : {103.0, 118.0, 143.0, 158.0})
        for (const Word& word : make_line("Wij bieden extra hulp aan kinderen die dat nodig hebben op school", y))
            page.words.push_back(word);
    for (const double y : {100.0, 140.0, 180.0}) level(page, y, 50, 500);
    CHECK(grids_of(page) == "");
}

TEST_CASE("a page whose text is turned has the rows and columns that its reader sees") {
    Page page = make_page();
    page.fonts.push_back({.name = "Bold", .bold = true});
    // Read from the top down, lines from right to left: two rows of three columns.
    for (const double right : {300.0, 280.0})
        for (const double top : {100.0, 200.0, 300.0}) {
            Word word = make_word("woord", right - 16, top + 4);
            word.rotation = 1;
            word.box = {right - 16, top + 4, right - 4, top + 29};
            word.font = right == 300 ? 1 : 0;
            page.words.push_back(word);
        }
    rule(page, {260, 280, 300}, {100, 200, 300, 400});
    std::vector<WordIndex> words(page.words.size());
    std::iota(words.begin(), words.end(), WordIndex{0});
    const std::vector<Grid> grids = find_grids(page, words);
    REQUIRE(grids.size() == 1);
    CHECK(text_of(grids[0]) == "2x3 h1");
    CHECK(grids[0].rotation == 1);
    CHECK(grids[0].cells[0].box == Box{280, 100, 300, 200});
    CHECK(grids[0].xs == std::vector<double>{100, 200, 300, 400});
}
