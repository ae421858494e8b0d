#include "ingest/pdf/carried_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "ingest/pdf/geometry.h"
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

}  // namespace

std::optional<Grid> last_open_grid(const std::vector<Grid>& grids, const WordPlaces& places) {
    for (const Grid& grid : grids)
        if (is_open(grid) && places.inside({0, grid.box.bottom, places.page().width, places.page().height}).empty())
            return grid;
    return std::nullopt;
}

Grid* first_open_grid(std::vector<Grid>& grids, const WordPlaces& places) {
    for (Grid& grid : grids)
        if (is_open(grid) && places.inside({0, 0, places.page().width, grid.box.top}).empty()) return &grid;
    return nullptr;
}

void carry_columns(const Grid& before, Grid& grid, const WordPlaces& places) {
    if (grid.xs.size() >= before.xs.size()) return;
    const std::vector<std::size_t> sides = sides_in(before, grid);
    if (sides.empty()) return;
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

}  // namespace sop::pdf
