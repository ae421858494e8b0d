// Any bytes as the lines and words of a page: its grids are what grids.h promises.
#include <cstdlib>
#include <numeric>

#include "ingest/pdf/grids.h"
#include "tests/fuzz/page_of_bytes.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

// The cells cover the grid without overlap, in order.
void check(const sop::pdf::Grid& grid) {
    require(grid.xs.size() >= 2 && grid.ys.size() >= 2);
    const std::size_t columns = grid.xs.size() - 1, rows = grid.ys.size() - 1;
    require(rows >= 2 || columns >= 2);
    std::vector<int> covered(rows * columns);
    for (const sop::pdf::GridCell& cell : grid.cells) {
        require(cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1);
        const auto row = static_cast<std::size_t>(cell.row), column = static_cast<std::size_t>(cell.column);
        const auto last_row = row + static_cast<std::size_t>(cell.row_span);
        const auto last_column = column + static_cast<std::size_t>(cell.column_span);
        require(last_row <= rows && last_column <= columns);
        for (std::size_t r = row; r < last_row; ++r)
            for (std::size_t c = column; c < last_column; ++c) require(++covered[r * columns + c] == 1);
    }
    require(std::accumulate(covered.begin(), covered.end(), 0) == static_cast<int>(covered.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const sop::pdf::Page page = sop::fuzz::page_of_bytes(data, size);
    std::vector<sop::pdf::WordIndex> words(page.words.size());
    std::iota(words.begin(), words.end(), 0u);
    for (const sop::pdf::Grid& grid : sop::pdf::find_grids(page, words)) check(grid);
    return 0;
}
