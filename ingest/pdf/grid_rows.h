// Rows that texts show in a grid whose rows are not drawn: columns that are ruled alone, rules around the header and
// below the last row.
#pragma once

#include <vector>

#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Cuts the only row of `grid`, or the only one below its header (one row, or header_rows), where the texts of its
// columns make rows. `words`: of each cell. Whether it was cut; the words of the cells are then others.
bool cut_rows_by_texts(Grid& grid, const std::vector<std::vector<WordIndex>>& words, const Page& page);

}  // namespace sop::pdf
