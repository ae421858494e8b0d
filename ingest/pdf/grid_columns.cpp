#include "ingest/pdf/grid_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"
#include "ingest/pdf/text_columns.h"

namespace sop::pdf {
namespace {

constexpr std::size_t fewest_rows = 3;  // that stand in columns, with the header
constexpr double cut_share = 0.75;      // of the filled rows
constexpr double least_white = 6;       // points between the columns: tabs and spaces in a cell are no columns
constexpr double aligned = 1.5;         // points between the starts of one column's texts
constexpr std::size_t most_lines = 200;

using CellWords = std::vector<std::vector<WordIndex>>;

// Words of the cells of `column` alone, by row; the cells' indices beside them.
std::vector<std::pair<std::size_t, Band>> bands_of(const Grid& grid, const CellWords& words, int column) {
    std::vector<std::pair<std::size_t, Band>> bands;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        if (cell.column == column && cell.column_span == 1 && !words[i].empty())
            bands.push_back({i, {cell.box.top, cell.box.bottom, words[i]}});
    }
    return bands;
}

// Whether a tick box or another mark stands in the box: what stands beside it is its answer.
bool has_mark(const Page& page, const Box& box) {
    return std::any_of(page.marks.begin(), page.marks.end(),
                       [&](const Mark& mark) { return touches(mark.box, box, -1); });
}

// White around an x: from the last text left of it to the first right of it. Infinite where a side has none.
struct White {
    double from = -std::numeric_limits<double>::infinity(), to = std::numeric_limits<double>::infinity();
};

void narrow(White& white, const Page& page, const std::vector<WordIndex>& words, double x) {
    for (const WordIndex index : words) {
        const Box& box = page.words[index].box;
        if ((box.left + box.right) / 2 < x)
            white.from = std::max(white.from, box.right);
        else
            white.to = std::min(white.to, box.left);
    }
}

// White between the texts of all `bands` left and right of `side`.
double white_at(const Page& page, const std::vector<Band>& bands, double side) {
    White white;
    for (const Band& band : bands) narrow(white, page, band.words, side);
    return white.to - white.from;
}

// The sides that the texts of a column show; none where it is one.
std::vector<double> sides_in(const Grid& grid, const CellWords& words, const Page& page, int column) {
    const auto cells = bands_of(grid, words, column);
    if (cells.size() < fewest_rows) return {};
    std::vector<Band> bands;
    for (const auto& [cell, band] : cells) {
        if (has_mark(page, grid.cells[cell].box)) return {};
        bands.push_back(band);
    }
    std::vector<double> sides = find_column_sides(page, bands);
    std::erase_if(sides, [&](double side) { return white_at(page, bands, side) < least_white; });
    if (sides.empty()) return {};
    const auto is_divided = [&](const Band& band) { return columns_filled(page, band.words, sides) > 1; };
    const auto divided = std::count_if(bands.begin(), bands.end(), is_divided);
    const bool is_shown = is_divided(bands.front()) && divided >= static_cast<std::ptrdiff_t>(fewest_rows) &&
                          static_cast<double>(divided) >= cut_share * static_cast<double>(bands.size());
    return is_shown ? sides : std::vector<double>();
}

void sort_cells(Grid& grid) {
    std::sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
}

// Cuts `cell` at the sides of the grid with the indices `cuts`, rising.
void cut_cell(const Grid& grid, const GridCell& cell, const std::vector<int>& cuts, std::vector<GridCell>& out) {
    int from = cell.column;
    const int end = cell.column + cell.column_span;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        const int to = i < cuts.size() ? cuts[i] : end;
        GridCell part = cell;
        part.column = from;
        part.column_span = to - from;
        part.box.left = grid.xs[static_cast<std::size_t>(from)];
        part.box.right = grid.xs[static_cast<std::size_t>(to)];
        out.push_back(part);
        from = to;
    }
}

// Makes `sides` columns of the grid in place of its column `column`, whose cells are cut where no text stands over
// them.
void cut_column(Grid& grid, const CellWords& words, const Page& page, int column, const std::vector<double>& sides) {
    const int added = static_cast<int>(sides.size());
    grid.xs.insert(grid.xs.begin() + column + 1, sides.begin(), sides.end());
    std::vector<GridCell> cells;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        GridCell cell = grid.cells[i];
        const bool is_own = cell.column == column && cell.column_span == 1;
        if (cell.column <= column && cell.column + cell.column_span > column)
            cell.column_span += added;
        else if (cell.column > column)
            cell.column += added;
        std::vector<int> cuts;
        for (int side = 0; is_own && side < added; ++side)
            if (!is_spanned(page, words[i], sides[static_cast<std::size_t>(side)])) cuts.push_back(column + 1 + side);
        cut_cell(grid, cell, cuts, cells);
    }
    grid.cells = std::move(cells);
    sort_cells(grid);
}

// Where the texts of each column start, by those of its cells that cover no other; rising in each.
std::vector<std::vector<double>> starts_of(const Grid& grid, const CellWords& words, const Page& page) {
    std::vector<std::vector<double>> starts(grid.xs.size() - 1);
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        if (grid.cells[i].column_span > 1 || words[i].empty()) continue;
        double start = grid.cells[i].box.right;
        for (const WordIndex word : words[i]) start = std::min(start, page.words[word].box.left);
        starts[static_cast<std::size_t>(grid.cells[i].column)].push_back(start);
    }
    return starts;
}

// Whether texts of `words` stand on both sides of x, those right of it where a column's texts start.
bool stands_in_columns(const Page& page, const std::vector<WordIndex>& words, double x,
                       const std::vector<double>& starts) {
    White white;
    narrow(white, page, words, x);
    if (std::isinf(white.from) || white.to - white.from < least_white || is_spanned(page, words, x)) return false;
    return std::any_of(starts.begin(), starts.end(),
                       [&](double start) { return std::abs(start - white.to) <= aligned; });
}

bool cut_spans(Grid& grid, const CellWords& words, const Page& page) {
    const auto starts = starts_of(grid, words, page);
    std::vector<GridCell> cells;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        std::vector<int> cuts;
        for (int side = cell.column + 1; side < cell.column + cell.column_span; ++side) {
            const auto at = static_cast<std::size_t>(side);
            if (stands_in_columns(page, words[i], grid.xs[at], starts[at])) cuts.push_back(side);
        }
        cut_cell(grid, cell, cuts, cells);
    }
    const bool is_cut = cells.size() > grid.cells.size();
    grid.cells = std::move(cells);
    sort_cells(grid);
    return is_cut;
}

}  // namespace

bool cut_by_texts(Grid& grid, const CellWords& words, const Page& page) {
    for (int column = static_cast<int>(grid.xs.size()) - 2; column >= 0; --column) {
        const std::vector<double> sides = sides_in(grid, words, page, column);
        if (sides.empty()) continue;
        cut_column(grid, words, page, column, sides);
        return true;
    }
    return cut_spans(grid, words, page);
}

bool frames_columns(const CellWords& words, const Page& page) {
    return std::any_of(words.begin(), words.end(), [&](const std::vector<WordIndex>& cell) {
        std::vector<Band> bands;
        for (const Row& row : rows_of(page, cell)) bands.push_back({0, 0, row});
        if (bands.size() < fewest_rows || bands.size() > most_lines) return false;
        const std::vector<double> sides = find_column_sides(page, bands);
        const auto divided = std::count_if(
            bands.begin(), bands.end(), [&](const Band& band) { return columns_filled(page, band.words, sides) > 1; });
        return !sides.empty() && divided >= static_cast<std::ptrdiff_t>(fewest_rows) &&
               2 * divided >= static_cast<std::ptrdiff_t>(bands.size());
    });
}

}  // namespace sop::pdf
