#include "ingest/pdf/grids.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/grid_lines.h"
#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/lattice.h"
#include "ingest/pdf/open_grids.h"

namespace sop::pdf {
namespace {

constexpr std::size_t fill_steps = 20'000'000;  // a page of table has 1,000 fills and one or two groups of lines
constexpr double box_most = 16;                 // points; sides of tick boxes and of the boxes for single letters
constexpr double filled_share = 0.02;           // of the cells that hold words, at least: a form has its header filled
constexpr double cut_share = 0.25;              // of the words that a side of a cell cuts: more are on a drawing
constexpr double cut_depth = 3;                 // points that a word is cut by; words may touch their border
constexpr double same_place = 4;                // points between two grids that are one

double area(const Box& box) { return std::max(0.0, width_of(box)) * std::max(0.0, height_of(box)); }

bool is_small(const Box& box) { return width_of(box) <= box_most && height_of(box) <= box_most; }

// Whether what is drawn is filled in as tables are.
bool is_table(const Grid& grid, const LineGroup& group, const std::vector<std::vector<WordIndex>>& cells,
              const Page& page) {
    std::size_t filled = 0, words = 0, cut = 0, small = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (is_small(grid.cells[i].box)) ++small;
        if (cells[i].empty()) continue;
        ++filled;
        words += cells[i].size();
        const Box& cell = grid.cells[i].box;
        for (const WordIndex word : cells[i]) {
            const Box& box = page.words[word].box;
            if (box.left < cell.left - cut_depth || box.right > cell.right + cut_depth) ++cut;
        }
    }
    if (filled == 0 || static_cast<double>(filled) < filled_share * static_cast<double>(cells.size())) return false;
    if (small == cells.size()) return false;  // tick boxes in a row, boxes for single letters
    if (static_cast<double>(cut) > cut_share * static_cast<double>(words)) return false;
    if (grid.xs.size() > 2) return true;
    // One column: two shadings below each other are a decoration, lines are a table.
    return std::any_of(group.horizontal.begin(), group.horizontal.end(),
                       [](const Ruling& line) { return line.source != Ruling::Source::fill_edge; });
}

// Whether `grid` lies in one of the cells of `other`.
bool is_nested(const Grid& grid, const Grid& other) {
    return std::any_of(other.cells.begin(), other.cells.end(),
                       [&](const GridCell& cell) { return contains(cell.box, grid.box, same_place); });
}

// Largest first; one that lies over another but in none of its cells is a drawing over it.
std::vector<Grid> without_overlaps(std::vector<Grid> grids) {
    constexpr std::size_t most_grids = 400;  // a page of tick-box tables has some tens
    std::stable_sort(grids.begin(), grids.end(),
                     [](const Grid& a, const Grid& b) { return area(a.box) > area(b.box); });
    std::vector<Grid> kept;
    for (Grid& grid : grids) {
        if (kept.size() == most_grids) break;
        const bool fits = std::all_of(kept.begin(), kept.end(), [&](const Grid& other) {
            return !touches(grid.box, other.box, -same_place) || is_nested(grid, other);
        });
        if (fits) kept.push_back(std::move(grid));
    }
    return kept;
}

}  // namespace

std::vector<Grid> find_grids(const Page& page, const std::vector<WordIndex>& words) {
    const WordPlaces places(page, words);
    std::size_t steps_left = fill_steps;
    std::vector<Grid> grids;
    for (const LineGroup& group : group_lines(page)) {
        std::optional<Grid> grid = make_lattice(group, page.fills, steps_left);
        if (!grid) continue;
        const auto cells = words_of_cells(*grid, places);
        if (!is_table(*grid, group, cells, page)) continue;
        grid->header_rows = header_rows_of(*grid, cells, page);
        grids.push_back(std::move(*grid));
    }
    grids = without_overlaps(std::move(grids));
    for (Grid& grid : find_open_grids(places, grids)) {
        grid.header_rows = header_rows_of(grid, words_of_cells(grid, places), page);
        grids.push_back(std::move(grid));
    }
    return without_overlaps(std::move(grids));
}

}  // namespace sop::pdf
