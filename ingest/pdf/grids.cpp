#include "ingest/pdf/grids.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <tuple>

#include "ingest/pdf/frames.h"
#include "ingest/pdf/geometry.h"
#include "ingest/pdf/grid_columns.h"
#include "ingest/pdf/grid_lines.h"
#include "ingest/pdf/grid_rows.h"
#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/hanging_text.h"
#include "ingest/pdf/header_spans.h"
#include "ingest/pdf/inner_tables.h"
#include "ingest/pdf/lattice.h"
#include "ingest/pdf/open_grids.h"
#include "ingest/pdf/rows.h"
#include "ingest/pdf/text_tables.h"

namespace sop::pdf {
namespace {

constexpr std::size_t fill_steps = 20'000'000;  // a page of table has 1,000 fills and one or two groups of lines
constexpr double box_most = 16;                 // points; sides of tick boxes and of the boxes for single letters
constexpr double filled_share = 0.02;           // of the cells that hold words, at least: a form has its header filled
constexpr double cut_share = 0.25;              // of the words that a side of a cell cuts: more are on a drawing
constexpr double cut_depth = 3;                 // points that a word is cut by; words may touch their border
constexpr double turned_share = 0.8;            // of the words that make a turned page
constexpr double same_place = 4;                // points between two grids that are one
constexpr int most_cuts = 4;                    // of a grid, at sides that its texts show

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

// Whether any of the lines is more than the edge of a shading.
bool is_drawn(const LineGroup& group) {
    const auto is_line = [](const Ruling& line) { return line.source != Ruling::Source::fill_edge; };
    return std::any_of(group.horizontal.begin(), group.horizontal.end(), is_line) ||
           std::any_of(group.vertical.begin(), group.vertical.end(), is_line);
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

struct DrawnGrid {
    Grid grid;
    bool is_part_of_table = false;
};

std::vector<DrawnGrid> grids_of(const LineGroup& group, const WordPlaces& places, std::size_t& steps_left) {
    std::vector<DrawnGrid> grids;
    std::vector<Grid> lattice = make_lattice(group, places.page().fills, steps_left);
    for (std::size_t i = 1; i < lattice.size(); ++i) trim_margins(lattice[i]);
    for (Grid& drawn : lattice) {
        if (drawn.is_cut) take_in_hanging_text(drawn, places);
        std::vector<Grid> parts = part_inner_tables(drawn);
        if (parts.size() == 1)
            grids.push_back({std::move(drawn)});
        else if (is_table(drawn, group, words_of_cells(drawn, places), places.page()))
            for (Grid& part : parts) grids.push_back({std::move(part), true});
    }
    return grids;
}

std::vector<Grid> find_upright_grids(const Page& page, const std::vector<WordIndex>& words) {
    const WordPlaces places(page, words);
    std::size_t steps_left = fill_steps;
    std::vector<Grid> grids, shaded, frames;
    for (const LineGroup& group : group_lines(page)) {
        for (auto& [grid, is_part_of_table] : grids_of(group, places, steps_left)) {
            auto cells = words_of_cells(grid, places);
            const bool may_have_columns =
                grid.xs.size() > 2 || is_drawn(group);  // rows that are only shaded: see below
            for (int cut = 0; cut < most_cuts && may_have_columns && cut_by_texts(grid, cells, page); ++cut)
                cells = words_of_cells(grid, places);
            if (!is_part_of_table && !is_table(grid, group, cells, page)) continue;
            if (grid.xs.size() == 2 && frames_columns(cells, page)) {
                frames.push_back(std::move(grid));
                continue;
            }
            if (cut_rows_by_texts(grid, cells, page)) cells = words_of_cells(grid, places);
            grid.header_rows = header_rows_of(grid, cells, page);
            (is_drawn(group) ? grids : shaded).push_back(std::move(grid));
        }
    }
    grids = without_overlaps(std::move(grids));
    // The rules of a frame are no rows, and cards are no cells.
    std::vector<Grid> taken = grids;
    taken.insert(taken.end(), frames.begin(), frames.end());
    std::vector<Grid> cards;
    for (const Frame& card : find_cards(page, words, grids)) cards.emplace_back().box = card.box;
    taken.insert(taken.end(), cards.begin(), cards.end());
    for (Grid& grid : find_open_grids(places, taken)) {
        auto words_of = words_of_cells(grid, places);
        grid.header_rows = header_rows_of(grid, words_of, page);
        if (cut_rows_by_texts(grid, words_of, page)) words_of = words_of_cells(grid, places);
        grid.header_rows = header_rows_of(grid, words_of, page);
        span_header_cells(grid, words_of, page);
        // Rows that are shaded in part only show some of their cells.
        std::size_t cells = 0;
        const auto is_part = [&](const Grid& other) { return touches(grid.box, other.box, -same_place); };
        for (const Grid& other : shaded)
            if (is_part(other)) cells += other.cells.size();
        if (grid.cells.size() <= cells) continue;
        std::erase_if(shaded, is_part);
        grids.push_back(std::move(grid));
    }
    std::move(shaded.begin(), shaded.end(), std::back_inserter(grids));
    taken = grids;
    taken.insert(taken.end(), cards.begin(), cards.end());
    for (Grid& grid : find_text_grids(places, taken)) {
        const auto words_of = words_of_cells(grid, places);
        grid.header_rows = std::max(grid.header_rows, header_rows_of(grid, words_of, page));
        span_header_cells(grid, words_of, page);
        grids.push_back(std::move(grid));
    }
    return without_overlaps(std::move(grids));
}

// The rotation of nearly all words; 0 where there is none such.
int rotation_of(const Page& page, const std::vector<WordIndex>& words) {
    std::array<std::size_t, 4> counts{};
    for (const WordIndex word : words) ++counts[static_cast<std::size_t>(page.words[word].rotation) % 4];
    for (std::size_t rotation = 1; rotation < counts.size(); ++rotation)
        if (static_cast<double>(counts[rotation]) > turned_share * static_cast<double>(words.size()))
            return static_cast<int>(rotation);
    return 0;
}

// A page whose text is turned as if it were turned back, its top left at the origin again.
class TurnedPage {
public:
    TurnedPage(const Page& page, int rotation) : rotation_(rotation) {
        const Box all = pdf::upright({0, 0, page.width, page.height}, rotation);
        right_ = -all.left;
        down_ = -all.top;
        page_.number = page.number;
        page_.width = width_of(all);
        page_.height = height_of(all);
        page_.fonts = page.fonts;
        for (const Word& word : page.words) {
            page_.words.push_back(word);
            page_.words.back().box = turn(word.box);
            page_.words.back().rotation = (word.rotation + 4 - rotation) % 4;
        }
        for (const Ruling& line : page.rulings) {
            const Box box = turn(line.is_horizontal ? Box{line.from, line.position, line.to, line.position}
                                                    : Box{line.position, line.from, line.position, line.to});
            Ruling turned = line;
            turned.is_horizontal = line.is_horizontal == (rotation % 2 == 0);
            turned.position = turned.is_horizontal ? box.top : box.left;
            turned.from = turned.is_horizontal ? box.left : box.top;
            turned.to = turned.is_horizontal ? box.right : box.bottom;
            page_.rulings.push_back(turned);
        }
        std::sort(page_.rulings.begin(), page_.rulings.end(), [](const Ruling& a, const Ruling& b) {
            return std::tuple(!a.is_horizontal, a.position, a.from) < std::tuple(!b.is_horizontal, b.position, b.from);
        });
        for (const Fill& fill : page.fills) page_.fills.push_back({turn(fill.box), fill.color});
        for (const Box& clip : page.clips) page_.clips.push_back(turn(clip));
        for (const Mark& mark : page.marks) page_.marks.push_back({mark.kind, turn(mark.box)});
    }

    const Page& page() const { return page_; }

    void move_back(std::vector<double>& xs, std::vector<double>& ys) const {
        for (double& x : xs) x -= right_;
        for (double& y : ys) y -= down_;
    }

    Box as_shown(const Box& box) const {
        return pdf::upright({box.left - right_, box.top - down_, box.right - right_, box.bottom - down_},
                            (4 - rotation_) % 4);
    }

private:
    Box turn(const Box& box) const {
        const Box turned = pdf::upright(box, rotation_);
        return {turned.left + right_, turned.top + down_, turned.right + right_, turned.bottom + down_};
    }

    int rotation_;
    double right_ = 0, down_ = 0;
    Page page_;
};

}  // namespace

std::vector<Grid> find_grids(const Page& page, const std::vector<WordIndex>& words) {
    const int rotation = rotation_of(page, words);
    if (rotation == 0) return find_upright_grids(page, words);
    const TurnedPage turned(page, rotation);
    std::vector<Grid> grids = find_upright_grids(turned.page(), words);
    for (Grid& grid : grids) {
        grid.rotation = rotation;
        turned.move_back(grid.xs, grid.ys);
        grid.box = turned.as_shown(grid.box);
        for (GridCell& cell : grid.cells) cell.box = turned.as_shown(cell.box);
    }
    return grids;
}

}  // namespace sop::pdf
