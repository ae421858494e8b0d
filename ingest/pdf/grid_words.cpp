#include "ingest/pdf/grid_words.h"

#include <algorithm>
#include <optional>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

constexpr int most_header_rows = 3;       // headers of two rows are usual, of three seen
constexpr double shaded_share = 0.8;      // of a cell's sides that its shading fills
constexpr std::size_t most_fills = 2000;  // looked at for each of the first rows

double middle_x(const Word& word) { return (word.box.left + word.box.right) / 2; }
double middle_y(const Word& word) { return (word.box.top + word.box.bottom) / 2; }

// Colour of what fills the cell, the last that was painted.
std::optional<std::uint32_t> shading_of(const Box& cell, const std::vector<const Fill*>& fills) {
    std::optional<std::uint32_t> color;
    for (const Fill* fill : fills) {
        const Box common = intersection(cell, fill->box);
        if (width_of(common) >= shaded_share * width_of(cell) && height_of(common) >= shaded_share * height_of(cell))
            color = fill->color;
    }
    return color;
}

struct RowLook {
    int filled = 0;  // cells with words
    bool is_bold = true;
    bool is_one_shade = true;
    std::optional<std::uint32_t> shade;
};

}  // namespace

WordPlaces::WordPlaces(const Page& page, const std::vector<WordIndex>& words) : page_(page), by_height_(words) {
    std::sort(by_height_.begin(), by_height_.end(), [&](WordIndex a, WordIndex b) {
        return std::pair(middle_y(page.words[a]), a) < std::pair(middle_y(page.words[b]), b);
    });
}

std::vector<WordIndex> WordPlaces::inside(const Box& box) const {
    std::vector<WordIndex> found;
    auto word = std::lower_bound(by_height_.begin(), by_height_.end(), box.top,
                                 [&](WordIndex index, double top) { return middle_y(page_.words[index]) < top; });
    for (; word != by_height_.end() && middle_y(page_.words[*word]) <= box.bottom; ++word) {
        const double x = middle_x(page_.words[*word]);
        if (x >= box.left && x <= box.right) found.push_back(*word);
    }
    return found;
}

std::vector<std::vector<WordIndex>> words_of_cells(const Grid& grid, const WordPlaces& places) {
    const std::size_t columns = grid.xs.size() - 1, rows = grid.ys.size() - 1;
    std::vector<std::size_t> cell_at(columns * rows);
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        for (int y = cell.row; y < cell.row + cell.row_span; ++y)
            for (int x = cell.column; x < cell.column + cell.column_span; ++x)
                cell_at[static_cast<std::size_t>(y) * columns + static_cast<std::size_t>(x)] = i;
    }
    const auto place = [](const std::vector<double>& stops, double value) {
        const auto stop = std::upper_bound(stops.begin() + 1, stops.end() - 1, value);
        return static_cast<std::size_t>(stop - stops.begin() - 1);
    };
    std::vector<std::vector<WordIndex>> cells(grid.cells.size());
    for (const WordIndex index : places.inside(grid.box)) {
        const Word& word = places.page().words[index];
        cells[cell_at[place(grid.ys, middle_y(word)) * columns + place(grid.xs, middle_x(word))]].push_back(index);
    }
    return cells;
}

int header_rows_of(const Grid& grid, const std::vector<std::vector<WordIndex>>& cells, const Page& page) {
    const int rows = static_cast<int>(grid.ys.size()) - 1, columns = static_cast<int>(grid.xs.size()) - 1;
    if (rows < 2 || columns < 2) return 0;
    const int looked = std::min(rows, most_header_rows + 1);
    std::vector<const Fill*> fills;
    for (const Fill& fill : page.fills)
        if (fills.size() < most_fills && touches(fill.box, grid.box, 0)) fills.push_back(&fill);

    std::vector<RowLook> looks(static_cast<std::size_t>(looked));
    std::vector<bool> is_cut(static_cast<std::size_t>(looked) + 1);  // a cell goes on over the line above the row
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        if (cell.row >= looked) break;
        const auto shade = shading_of(cell.box, fills);
        for (int y = cell.row; y < std::min(looked, cell.row + cell.row_span); ++y) {
            RowLook& look = looks[static_cast<std::size_t>(y)];
            if (y > cell.row) is_cut[static_cast<std::size_t>(y)] = true;
            if (!shade || (look.shade && look.shade != shade)) look.is_one_shade = false;
            if (shade) look.shade = shade;
            if (cells[i].empty()) continue;
            if (y == cell.row) ++look.filled;
            for (const WordIndex word : cells[i]) {
                const int font = page.words[word].font;
                if (font < 0 || !page.fonts[static_cast<std::size_t>(font)].bold) look.is_bold = false;
            }
        }
    }
    // The first rows' shade in a later row again: every other row is shaded.
    std::size_t after = 1;
    while (after < looks.size() && looks[after].is_one_shade && looks[after].shade == looks[0].shade) ++after;
    const bool is_striped =
        std::any_of(looks.begin() + static_cast<std::ptrdiff_t>(after), looks.end(),
                    [&](const RowLook& look) { return look.is_one_shade && look.shade == looks[0].shade; });
    int headers = 0;
    bool names_columns = false;  // a title over the whole width alone is no header
    for (int y = 0; y + 1 < looked; ++y) {
        const RowLook &look = looks[static_cast<std::size_t>(y)], &next = looks[static_cast<std::size_t>(y) + 1];
        const bool is_shaded = look.is_one_shade && look.shade && !is_striped;
        if (look.filled == 0 || (!is_shaded && !look.is_bold)) break;
        names_columns = names_columns || look.filled > 1;
        const bool differs = (is_shaded && next.shade != look.shade) || (is_shaded && !next.is_one_shade) ||
                             (look.is_bold && !next.is_bold && next.filled > 0);
        if (differs && names_columns && !is_cut[static_cast<std::size_t>(y) + 1]) {
            headers = y + 1;
            break;
        }
    }
    return headers;
}

}  // namespace sop::pdf
