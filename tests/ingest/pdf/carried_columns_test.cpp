#include "ingest/pdf/carried_columns.h"

#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

// One row between rules, from 100 to 120 points down, with sides of its columns at `xs`.
Grid row_of(std::vector<double> xs) {
    Grid grid;
    grid.evidence = GridEvidence::horizontal_rules;
    grid.box = {xs.front(), 100, xs.back(), 120};
    grid.ys = {100, 120};
    for (std::size_t i = 0; i + 1 < xs.size(); ++i)
        grid.cells.push_back({.row = 0, .column = static_cast<int>(i), .box = {xs[i], 100, xs[i + 1], 120}});
    grid.xs = std::move(xs);
    return grid;
}

std::vector<WordIndex> all_of(const Page& page) {
    std::vector<WordIndex> words(page.words.size());
    std::iota(words.begin(), words.end(), WordIndex{0});
    return words;
}

// "column+span" of each cell.
std::string carried(const Grid& before, Grid grid, const std::vector<Word>& words) {
    const Page page = make_page(words);
    std::vector<Grid> grids{std::move(grid)};
    carry_columns(before, grids, {page, all_of(page)});
    std::string text;
    for (const GridCell& cell : grids[0].cells)
        text += (cell.row > 0 && cell.column == 0 ? "/ " : "") + std::to_string(cell.column) + "+" +
                std::to_string(cell.column_span) + " ";
    return text + "of " + std::to_string(grids[0].xs.size() - 1);
}

}  // namespace

TEST_CASE("a row on the next page has the columns of the rows before it") {
    const Grid before = row_of({50, 150, 250, 350});
    const std::vector<Word> texts{make_word("Bo", 54, 103), make_word("Les", 154, 103), make_word("Bord", 254, 103)};
    CHECK(carried(before, row_of({50, 153, 350}), texts) == "0+1 1+1 2+1 of 3");
    CHECK(carried(before, row_of({50, 350}), texts) == "0+1 1+1 2+1 of 3");
}

TEST_CASE("a text over a side of those columns keeps its cell whole") {
    const Grid before = row_of({50, 150, 250, 350});
    const std::vector<Word> texts{make_word("Bo", 54, 103), make_word("zelfstandigheid", 220, 103)};
    CHECK(carried(before, row_of({50, 150, 350}), texts) == "0+1 1+2 of 3");
}

TEST_CASE("a table of another width, or with other columns, keeps its own") {
    const Grid before = row_of({50, 150, 250, 350});
    CHECK(carried(before, row_of({50, 150, 400}), {}) == "0+1 1+1 of 2");
    CHECK(carried(before, row_of({50, 200, 350}), {}) == "0+1 1+1 of 2");
    Grid ruled = row_of({50, 150, 350});
    ruled.evidence = GridEvidence::rulings;
    CHECK(carried(before, ruled, {}) == "0+1 1+1 of 2");
}

TEST_CASE("what stands above a row in the columns behind the first is the rest of the row before it") {
    const Grid before = row_of({50, 150, 250, 350});
    const Word text = make_word("Bo", 54, 103);
    CHECK(carried(before, before, {text, make_word("slot", 254, 88)}) == "0+1 1+1 2+1 / 0+1 1+1 2+1 of 3");
    CHECK(carried(before, before, {text, make_word("Groep", 54, 88)}) == "0+1 1+1 2+1 of 3");     // a heading
    CHECK(carried(before, before, {text, make_word("slot", 254, 60)}) == "0+1 1+1 2+1 of 3");     // too far above
    CHECK(carried(before, before, {text, make_word("slotzin", 230, 88)}) == "0+1 1+1 2+1 of 3");  // over a side
    CHECK(carried(before, row_of({50, 350}), {text, make_word("Kop", 54, 60)}) == "0+1 of 1");
}

TEST_CASE("a table with text below it does not end the page") {
    const std::vector<Word> row{make_word("Bo", 54, 103)};
    for (const double top : {60.0, 200.0}) {
        std::vector<Word> words = row;
        words.push_back(make_word("Kop", 54, top));
        const Page page = make_page(words);
        const std::vector<Grid> grids{row_of({50, 350})};
        CHECK(!last_grids(grids, {page, all_of(page)}).empty() == (top < 100));
    }
}

TEST_CASE("columns that a drawn table has on the next page only are those of a table in its cell") {
    Grid before = row_of({50, 150, 350});
    before.evidence = GridEvidence::rulings;
    // A cell of two rows beside two rows of two cells.
    Grid rest = row_of({50, 150, 250, 350});
    rest.evidence = GridEvidence::rulings;
    rest.ys = {80, 100, 120};
    rest.box.top = 80;
    rest.cells = {{.row = 0, .column = 0, .row_span = 2, .box = {50, 80, 150, 120}},
                  {.row = 0, .column = 1, .box = {150, 80, 250, 100}},
                  {.row = 0, .column = 2, .box = {250, 80, 350, 100}},
                  {.row = 1, .column = 1, .box = {150, 100, 250, 120}},
                  {.row = 1, .column = 2, .box = {250, 100, 350, 120}}};
    const auto tables = [&](const Grid& above, const std::vector<Word>& words) {
        const Page page = make_page(words);
        std::vector<Grid> grids{rest};
        carry_columns(above, grids, {page, all_of(page)});
        return grids.size();
    };
    CHECK(tables(before, {}) == 2);
    CHECK(tables(before, {make_word("Kop", 54, 60)}) == 1);
    CHECK(tables(rest, {}) == 1);
    before.xs = {50, 200, 350};
    CHECK(tables(before, {}) == 1);
}
