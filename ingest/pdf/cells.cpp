#include "ingest/pdf/cells.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Tables within tables; deeper ones are drawings or made to harm.
constexpr int deepest = 8;
// Rows times columns; a page of paper has some hundreds.
constexpr std::size_t most_slots = 1'000'000;

constexpr std::size_t no_cell = std::numeric_limits<std::size_t>::max();

Point center_of(const Box& box) { return {(box.left + box.right) / 2, (box.top + box.bottom) / 2}; }

bool holds(const Box& box, Point p) {
    return p.x >= box.left && p.x <= box.right && p.y >= box.top && p.y <= box.bottom;
}

double distance(const Box& box, Point p) {
    const double x = std::max({box.left - p.x, p.x - box.right, 0.0});
    const double y = std::max({box.top - p.y, p.y - box.bottom, 0.0});
    return x * x + y * y;
}

// Cells of a grid by row and column.
class Slots {
public:
    explicit Slots(const Grid& grid) : grid_(grid) {
        if (grid.xs.size() < 2 || grid.ys.size() < 2) return;
        columns_ = grid.xs.size() - 1;
        const std::size_t rows = grid.ys.size() - 1;
        if (columns_ > most_slots / rows) return;
        slots_.assign(rows * columns_, no_cell);
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            const GridCell& cell = grid.cells[i];
            for (int r = cell.row; r < cell.row + cell.row_span; ++r)
                for (int c = cell.column; c < cell.column + cell.column_span; ++c)
                    if (r >= 0 && c >= 0 && static_cast<std::size_t>(r) < rows &&
                        static_cast<std::size_t>(c) < columns_)
                        slots_[static_cast<std::size_t>(r) * columns_ + static_cast<std::size_t>(c)] = i;
        }
    }

    bool is_usable() const { return !slots_.empty() && !grid_.cells.empty(); }

    // The cell at `p`, or the nearest one.
    std::size_t at(Point p) const {
        const Box turned = upright(Box{p.x, p.y, p.x, p.y}, grid_.rotation);
        const std::size_t cell = slots_[step(grid_.ys, turned.top) * columns_ + step(grid_.xs, turned.left)];
        if (cell != no_cell) return cell;
        const auto nearest = std::min_element(
            grid_.cells.begin(), grid_.cells.end(),
            [p](const GridCell& a, const GridCell& b) { return distance(a.box, p) < distance(b.box, p); });
        return static_cast<std::size_t>(nearest - grid_.cells.begin());
    }

private:
    static std::size_t step(const std::vector<double>& sides, double value) {
        const auto above = std::upper_bound(sides.begin() + 1, sides.end() - 1, value);
        return static_cast<std::size_t>(above - sides.begin()) - 1;
    }

    const Grid& grid_;
    std::size_t columns_ = 0;
    std::vector<std::size_t> slots_;
};

}  // namespace

Filling fill(const Page& page, const std::vector<WordIndex>& words, const std::vector<Grid>& grids) {
    Filling filling;
    filling.places.resize(grids.size());
    filling.words.resize(grids.size());
    std::vector<Slots> slots;
    slots.reserve(grids.size());
    std::vector<int> depths(grids.size(), 0);
    for (std::size_t i = 0; i < grids.size(); ++i) {
        slots.emplace_back(grids[i]);
        filling.words[i].resize(grids[i].cells.size());
        GridPlace& place = filling.places[i];
        place.is_used = slots[i].is_usable();
        const Point center = center_of(grids[i].box);
        for (std::size_t j = i; j-- > 0;) {
            if (!filling.places[j].is_used || !holds(grids[j].box, center)) continue;
            place.parent = j;
            place.parent_cell = slots[j].at(center);
            depths[i] = depths[j] + 1;
            break;
        }
        if (depths[i] > deepest) place.is_used = false;
    }
    for (const WordIndex word : words) {
        const Point center = center_of(page.words[word].box);
        bool is_placed = false;
        for (std::size_t i = grids.size(); i-- > 0 && !is_placed;) {
            if (!filling.places[i].is_used || !holds(grids[i].box, center)) continue;
            filling.words[i][slots[i].at(center)].push_back(word);
            is_placed = true;
        }
        if (!is_placed) filling.rest.push_back(word);
    }
    return filling;
}

}  // namespace sop::pdf
