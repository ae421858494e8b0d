#include "ingest/pdf/inner_tables.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "ingest/pdf/geometry.h"

namespace sop::pdf {
namespace {

// Rows that show the table's columns: one may be a header over groups of columns.
constexpr std::size_t least_rows = 2;
constexpr double widest_margin = 12;  // points; a column that holds a letter between its own margins is wider
constexpr double same_side = 3;       // points; of one table on two pages, as lines are joined

// Cells between two lines that go through the whole table.
struct Band {
    int first = 0, end = 0;  // rows
    std::vector<const GridCell*> cells;
    bool is_row() const { return end == first + 1; }
};

// Part of a grid, of rows [top, bottom) and columns [left, right).
struct Part {
    int left = 0, top = 0, right = 0, bottom = 0;
    bool holds(const GridCell& cell) const {
        return cell.column >= left && cell.column < right && cell.row >= top && cell.row < bottom;
    }
};

std::vector<Band> bands_of(const Grid& grid) {
    std::vector<Band> bands;
    for (const GridCell& cell : grid.cells) {
        if (bands.empty() || cell.row >= bands.back().end)
            bands.push_back({.first = cell.row, .end = cell.row + 1, .cells = {}});
        bands.back().end = std::max(bands.back().end, cell.row + cell.row_span);
        bands.back().cells.push_back(&cell);
    }
    return bands;
}

// Where the columns of each band of one row start, and the last one ends; a row of one cell says nothing.
std::vector<std::vector<int>> sides_of_rows(const std::vector<Band>& bands, int columns) {
    std::vector<std::vector<int>> rows;
    for (const Band& band : bands) {
        if (!band.is_row() || band.cells.size() < 2) continue;
        std::vector<int>& sides = rows.emplace_back();
        for (const GridCell* cell : band.cells) sides.push_back(cell->column);
        sides.push_back(columns);
    }
    return rows;
}

// Those of `xs` that are `known`; empty where one is not among them, or the outer ones are others.
std::vector<int> places_of(const std::vector<double>& known, const std::vector<double>& xs) {
    std::vector<int> places;
    std::size_t at = 0;
    for (const double x : known) {
        while (at < xs.size() && xs[at] < x - same_side) ++at;
        if (at == xs.size() || xs[at] > x + same_side) return {};
        places.push_back(static_cast<int>(at++));
    }
    return places.size() > 1 && places.front() == 0 && at == xs.size() ? places : std::vector<int>();
}

// The one column of `band` that has rows and columns of its own, where the others are a cell each.
std::optional<Part> inner_part(const Band& band, const std::vector<int>& sides) {
    std::optional<Part> inner;
    for (std::size_t i = 0; i + 1 < sides.size(); ++i) {
        const Part part{sides[i], band.first, sides[i + 1], band.end};
        std::size_t cells = 0;
        bool has_rows = false, has_columns = false;
        for (const GridCell* cell : band.cells) {
            if (!part.holds(*cell)) continue;
            if (cell->column + cell->column_span > part.right) return std::nullopt;
            ++cells;
            has_rows = has_rows || cell->row > part.top;
            has_columns = has_columns || cell->column > part.left;
        }
        if (cells == 1) continue;
        if (inner || !has_rows || !has_columns) return std::nullopt;
        inner = part;
    }
    return inner;
}

// `cells`, which fill a part of `grid`, as a table: only lines on which a cell ends count.
Grid grid_of(const Grid& grid, const std::vector<GridCell>& cells) {
    std::vector<int> columns(grid.xs.size()), rows(grid.ys.size());
    Grid part;
    part.evidence = grid.evidence;
    part.box = cells.front().box;
    for (const GridCell& cell : cells) {
        const auto at = [](int i) { return static_cast<std::size_t>(i); };
        columns[at(cell.column)] = columns[at(cell.column + cell.column_span)] = 1;
        rows[at(cell.row)] = rows[at(cell.row + cell.row_span)] = 1;
        part.box = united(part.box, cell.box);
    }
    const auto keep = [](std::vector<int>& used, const std::vector<double>& from, std::vector<double>& to) {
        for (std::size_t i = 0; i < used.size(); ++i) {
            if (used[i] != 0) to.push_back(from[i]);
            used[i] = static_cast<int>(to.size()) - 1;
        }
    };
    keep(columns, grid.xs, part.xs);
    keep(rows, grid.ys, part.ys);
    for (GridCell cell : cells) {
        const auto moved = [](const std::vector<int>& to, int& start, int& span) {
            const int end = to[static_cast<std::size_t>(start + span)];
            start = to[static_cast<std::size_t>(start)];
            span = end - start;
        };
        moved(columns, cell.column, cell.column_span);
        moved(rows, cell.row, cell.row_span);
        part.cells.push_back(cell);
    }
    std::sort(part.cells.begin(), part.cells.end(), [](const GridCell& a, const GridCell& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    return part;
}

// The cell that holds all of `inner`.
GridCell cell_around(const Grid& grid, const Part& inner) {
    const auto x = [&](int i) { return grid.xs[static_cast<std::size_t>(i)]; };
    const auto y = [&](int i) { return grid.ys[static_cast<std::size_t>(i)]; };
    return {.row = inner.top,
            .column = inner.left,
            .row_span = inner.bottom - inner.top,
            .column_span = inner.right - inner.left,
            .box = {x(inner.left), y(inner.top), x(inner.right), y(inner.bottom)}};
}

// `sides` of the columns, which all rows of several cells share.
std::vector<Part> inner_parts(const std::vector<Band>& bands, const std::vector<int>& sides) {
    std::vector<Part> inner;
    for (const Band& band : bands)
        if (!band.is_row())
            if (const auto part = inner_part(band, sides)) inner.push_back(*part);
    return inner;
}

std::vector<Grid> part(const Grid& grid, const std::vector<Part>& inner) {
    std::vector<Grid> grids(1);
    std::vector<GridCell> outer;
    const bool is_open =
        std::any_of(grid.cells.begin(), grid.cells.end(), [](const GridCell& cell) { return cell.is_open; });
    std::copy_if(grid.cells.begin(), grid.cells.end(), std::back_inserter(outer), [&](const GridCell& cell) {
        return std::none_of(inner.begin(), inner.end(), [&](const Part& part) { return part.holds(cell); });
    });
    for (const Part& part : inner) {
        std::vector<GridCell> cells;
        std::copy_if(grid.cells.begin(), grid.cells.end(), std::back_inserter(cells),
                     [&](const GridCell& cell) { return part.holds(cell); });
        outer.push_back(cell_around(grid, part));
        // The line below it is the inner table's.
        outer.back().is_open = part.bottom + 1 == static_cast<int>(grid.ys.size()) && is_open;
        grids.push_back(grid_of(grid, cells));
        trim_margins(grids.back());
    }
    grids.front() = grid_of(grid, outer);
    grids.front().is_cut = grid.is_cut;
    return grids;
}

// The space between an inner table and the sides of its cell, drawn as a column where both share the lines above and
// below.
bool is_margin(const GridCell& cell, const Grid& table) {
    const bool is_outer = cell.column == 0 || cell.column + cell.column_span + 1 == static_cast<int>(table.xs.size());
    return is_outer && cell.row_span + 1 == static_cast<int>(table.ys.size()) && cell.row_span > 1 &&
           width_of(cell.box) < widest_margin;
}

bool has_merged_rows(const Grid& grid) {
    return std::any_of(grid.cells.begin(), grid.cells.end(), [](const GridCell& cell) { return cell.row_span > 1; });
}

}  // namespace

void trim_margins(Grid& inner) {
    std::vector<GridCell> cells;
    std::copy_if(inner.cells.begin(), inner.cells.end(), std::back_inserter(cells),
                 [&](const GridCell& cell) { return !is_margin(cell, inner); });
    if (cells.size() > 1 && cells.size() < inner.cells.size()) inner = grid_of(inner, cells);
}

std::vector<Grid> part_inner_tables(const Grid& grid) {
    if (!has_merged_rows(grid)) return {grid};
    const std::vector<Band> bands = bands_of(grid);
    const auto rows = sides_of_rows(bands, static_cast<int>(grid.xs.size()) - 1);
    if (rows.size() < least_rows ||
        std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row != rows.front(); }))
        return {grid};
    const std::vector<Part> inner = inner_parts(bands, rows.front());
    if (inner.empty() || inner.size() > rows.size()) return {grid};
    return part(grid, inner);
}

std::vector<Grid> part_inner_tables(const Grid& grid, const std::vector<double>& known) {
    if (!has_merged_rows(grid)) return {grid};
    const std::vector<int> sides = places_of(known, grid.xs);
    const std::vector<Band> bands = bands_of(grid);
    const auto rows = sides_of_rows(bands, static_cast<int>(grid.xs.size()) - 1);
    if (sides.empty() || std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row != sides; }))
        return {grid};
    const std::vector<Part> inner = inner_parts(bands, sides);
    return inner.empty() ? std::vector<Grid>{grid} : part(grid, inner);
}

}  // namespace sop::pdf
