#include "ingest/pdf/header_spans.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "ingest/pdf/geometry.h"

namespace sop::pdf {
namespace {

constexpr double off_middle = 8;  // points; cells keep more white on one side than on the other
constexpr double aligned = 1.5;   // points between the starts of one column's texts

constexpr std::size_t none = static_cast<std::size_t>(-1);

class HeaderSpans {
public:
    HeaderSpans(Grid& grid, const std::vector<std::vector<WordIndex>>& words, const Page& page)
        : grid_(grid), words_(words), page_(page), columns_(grid.xs.size() - 1) {}

    // Whether each cell stays.
    std::vector<bool> run() {
        std::vector<bool> stays(grid_.cells.size(), true);
        for (int row = 0; row + 1 < grid_.header_rows; ++row) {
            const std::vector<std::size_t> cells = cells_of(row), below = cells_of(row + 1);
            const auto is_free = [&](std::size_t column) {
                return cells[column] != none && words_[cells[column]].empty() &&
                       grid_.cells[cells[column]].row_span == 1 && grid_.cells[cells[column]].column_span == 1 &&
                       below[column] != none && !words_[below[column]].empty();
            };
            std::size_t free_from = 0;
            for (std::size_t column = 0; column < columns_; ++column) {
                if (cells[column] == none || words_[cells[column]].empty()) continue;
                GridCell& cell = grid_.cells[cells[column]];
                std::size_t first = column, last = column + static_cast<std::size_t>(cell.column_span) - 1;
                if (cell.row_span == 1 && below[column] != none && !words_[below[column]].empty())
                    widen(cells[column], below[column], first, last, free_from, is_free);
                for (std::size_t other = first; other <= last; ++other)
                    if (cells[other] != cells[column] && cells[other] != none) stays[cells[other]] = false;
                cell.column = static_cast<int>(first);
                cell.column_span = static_cast<int>(last - first + 1);
                cell.box.left = grid_.xs[first];
                cell.box.right = grid_.xs[last + 1];
                column = last;
                free_from = last + 1;
            }
        }
        return stays;
    }

private:
    // By column, the cell that starts in `row`.
    std::vector<std::size_t> cells_of(int row) const {
        std::vector<std::size_t> cells(columns_, none);
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            const GridCell& cell = grid_.cells[i];
            if (cell.row == row) {
                for (int column = cell.column; column < cell.column + cell.column_span; ++column)
                    cells[static_cast<std::size_t>(column)] = i;
            }
        }
        return cells;
    }

    template <typename IsFree>
    void widen(std::size_t cell, std::size_t below, std::size_t& first, std::size_t& last, std::size_t free_from,
               IsFree is_free) const {
        std::size_t left = first, right = last;
        while (left > free_from && is_free(left - 1)) --left;
        while (right + 1 < columns_ && is_free(right + 1)) ++right;
        const auto [from, to] = extent_of(cell);
        if (std::abs(from - extent_of(below).first) <= aligned) {
            last = right;
            return;
        }
        // The widest columns whose middle the text stands in.
        std::optional<std::pair<std::size_t, std::size_t>> centred;
        for (std::size_t a = left; a <= first; ++a)
            for (std::size_t b = last; b <= right; ++b)
                if (std::abs(grid_.xs[a] + grid_.xs[b + 1] - from - to) / 2 <= off_middle &&
                    (!centred || b - a > centred->second - centred->first))
                    centred = {a, b};
        if (centred) {
            first = centred->first;
            last = centred->second;
        }
    }

    std::pair<double, double> extent_of(std::size_t cell) const {
        double from = page_.width, to = 0;
        for (const WordIndex word : words_[cell]) {
            from = std::min(from, page_.words[word].box.left);
            to = std::max(to, page_.words[word].box.right);
        }
        return {from, to};
    }

    Grid& grid_;
    const std::vector<std::vector<WordIndex>>& words_;
    const Page& page_;
    std::size_t columns_;
};

}  // namespace

void span_header_cells(Grid& grid, const std::vector<std::vector<WordIndex>>& words, const Page& page) {
    if (grid.header_rows < 2) return;
    const std::vector<bool> stays = HeaderSpans(grid, words, page).run();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < grid.cells.size(); ++i)
        if (stays[i]) grid.cells[kept++] = grid.cells[i];
    grid.cells.resize(kept);
}

}  // namespace sop::pdf
