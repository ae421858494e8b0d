#include "ingest/pdf/carried_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/inner_tables.h"
#include "ingest/pdf/text_columns.h"

namespace sop::pdf {
namespace {

constexpr double same_end = 3;   // of rules of one table on two pages, in points
constexpr double near_side = 8;  // of columns that the texts of two pages tell, in points

bool is_open(const Grid& grid) { return grid.evidence == GridEvidence::horizontal_rules && grid.rotation == 0; }

// For each side of `grid`, the number of the side of `before` that it is; empty where one is none.
std::vector<std::size_t> sides_in(const Grid& before, const Grid& grid) {
    if (std::abs(before.xs.front() - grid.xs.front()) > same_end ||
        std::abs(before.xs.back() - grid.xs.back()) > same_end)
        return {};
    std::vector<std::size_t> sides;
    for (const double x : grid.xs) {
        const auto nearest = std::min_element(before.xs.begin(), before.xs.end(),
                                              [&](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
        const auto side = static_cast<std::size_t>(nearest - before.xs.begin());
        if (std::abs(*nearest - x) > near_side || (!sides.empty() && side <= sides.back())) return {};
        sides.push_back(side);
    }
    return sides;
}

void set_columns(const Grid& before, const std::vector<std::size_t>& sides, Grid& grid, const WordPlaces& places) {
    std::vector<GridCell> cells;
    for (const GridCell& cell : grid.cells) {
        const std::vector<WordIndex> words = places.inside(cell.box);
        const auto first = static_cast<std::size_t>(cell.column);
        const std::size_t end = sides[first + static_cast<std::size_t>(cell.column_span)];
        std::size_t from = sides[first];
        GridCell part = cell;
        for (std::size_t to = from + 1; to <= end; ++to) {
            if (to < end && is_spanned(places.page(), words, before.xs[to])) continue;
            part.column = static_cast<int>(from);
            part.column_span = static_cast<int>(to - from);
            part.box.right = to == end ? cell.box.right : before.xs[to];
            cells.push_back(part);
            part.box.left = part.box.right;
            from = to;
        }
    }
    grid.cells = std::move(cells);
    const double left = grid.xs.front(), right = grid.xs.back();
    grid.xs = before.xs;
    grid.xs.front() = left;
    grid.xs.back() = right;
}

// The box of the words above `grid`; absent where there are none, or they are no rest of a row.
std::optional<Box> rest_above(const Grid& grid, const WordPlaces& places) {
    const Page& page = places.page();
    const std::vector<WordIndex> words = places.inside({0, 0, page.width, grid.box.top});
    if (words.empty() || grid.xs.size() < 3) return std::nullopt;
    Box box = page.words[words.front()].box;
    for (const WordIndex word : words) box = united(box, page.words[word].box);
    const double height = height_of(page.words[words.back()].box);
    if (box.left < grid.xs[1] || box.right > grid.xs.back() || grid.box.top - box.bottom > height) return std::nullopt;
    for (std::size_t i = 2; i + 1 < grid.xs.size(); ++i)
        if (is_spanned(page, words, grid.xs[i])) return std::nullopt;
    return box;
}

void add_row_above(Grid& grid, double top) {
    std::vector<GridCell> cells;
    for (std::size_t i = 0; i + 1 < grid.xs.size(); ++i)
        cells.push_back(
            {.row = 0, .column = static_cast<int>(i), .box = {grid.xs[i], top, grid.xs[i + 1], grid.box.top}});
    for (GridCell& cell : grid.cells) {
        ++cell.row;
        cells.push_back(cell);
    }
    grid.cells = std::move(cells);
    grid.ys.insert(grid.ys.begin(), top);
    grid.box.top = top;
    grid.header_rows = 0;
}

bool is_drawn(const Grid& grid) {
    return (grid.evidence == GridEvidence::rulings || grid.evidence == GridEvidence::clips) && grid.rotation == 0;
}

bool is_first(const Grid& grid, const WordPlaces& places) {
    return places.inside({0, 0, places.page().width, grid.box.top}).empty();
}

void carry_open_columns(const Grid& before, Grid& grid, const WordPlaces& places) {
    const std::vector<std::size_t> sides = sides_in(before, grid);
    if (sides.empty()) return;
    Grid whole = grid;
    if (sides.size() < before.xs.size()) set_columns(before, sides, whole, places);
    const bool is_at_top = is_first(grid, places);
    const std::optional<Box> rest = is_at_top ? std::nullopt : rest_above(whole, places);
    if (rest) add_row_above(whole, rest->top);
    if (is_at_top || rest) grid = std::move(whole);
}

// Parts the first of `grids` that goes on from `before`.
void carry_drawn_columns(const Grid& before, std::vector<Grid>& grids, const WordPlaces& places) {
    for (std::size_t i = 0; i < grids.size(); ++i) {
        if (!is_drawn(grids[i]) || grids[i].xs.size() <= before.xs.size() || !is_first(grids[i], places)) continue;
        std::vector<Grid> parts = part_inner_tables(grids[i], before.xs);
        if (parts.size() == 1) continue;
        for (Grid& part : parts) part.header_rows = header_rows_of(part, words_of_cells(part, places), places.page());
        grids[i] = std::move(parts.front());
        grids.insert(grids.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::next(parts.begin()), parts.end());
        return;
    }
}

}  // namespace

std::vector<Grid> last_grids(const std::vector<Grid>& grids, const WordPlaces& places) {
    const Page& page = places.page();
    std::vector<Grid> last;
    for (const Grid& grid : grids)
        if ((is_open(grid) || is_drawn(grid)) && places.inside({0, grid.box.bottom, page.width, page.height}).empty())
            last.push_back(grid);
    return last;
}

void carry_columns(const Grid& before, std::vector<Grid>& grids, const WordPlaces& places) {
    if (is_drawn(before)) return carry_drawn_columns(before, grids, places);
    for (Grid& grid : grids)
        if (is_open(grid)) carry_open_columns(before, grid, places);
}

}  // namespace sop::pdf
