// Which words stand in which cell, and what that says of a grid.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Some of a page's words by the height they stand at.
class WordPlaces {
public:
    WordPlaces(const Page& page, const std::vector<WordIndex>& words);

    const Page& page() const { return page_; }
    // Those whose middle is in `box`, from top to bottom.
    std::vector<WordIndex> inside(const Box& box) const;

private:
    const Page& page_;
    std::vector<WordIndex> by_height_;
};

// The words of each cell of `grid`, by their middle.
std::vector<std::vector<WordIndex>> words_of_cells(const Grid& grid, const WordPlaces& places);

// Rows at the top that are seen to be a header: bold or shaded, unlike the row below.
int header_rows_of(const Grid& grid, const std::vector<std::vector<WordIndex>>& cells, const Page& page);

}  // namespace sop::pdf
