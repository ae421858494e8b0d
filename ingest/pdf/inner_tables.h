// Tables in cells whose outer lines are the cell's own.
#pragma once

#include <vector>

#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Parts `grid` where one of its columns is cut into rows and columns beside cells that are not, in rows that are an
// exception among those of the same columns: the table of these rows, then those in its cells; else a copy of `grid`
// alone.
std::vector<Grid> part_inner_tables(const Grid& grid);

}  // namespace sop::pdf
