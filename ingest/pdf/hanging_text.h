// A table's text below its last line: a page break went through the row, and its sides end a line of text too early.
#pragma once

#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Lengthens the last row of `grid`, which is cut (Grid::is_cut), by one line of text: where it is the last of the page,
// right below the row, and starts in each cell where other text of the cell does.
void take_in_hanging_text(Grid& grid, const WordPlaces& places);

}  // namespace sop::pdf
