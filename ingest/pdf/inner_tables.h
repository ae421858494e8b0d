// Tables in cells whose outer lines are the cell's own.
#pragma once

#include <vector>

#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Parts `grid` where one of its columns is cut into rows and columns beside cells that are not, in rows that are an
// exception among those of the same columns: the table of these rows, then those in its cells; else a copy of `grid`
// alone.
std::vector<Grid> part_inner_tables(const Grid& grid);

// The same of a table that goes on from the page before, where the sides of its columns were `known`.
std::vector<Grid> part_inner_tables(const Grid& grid, const std::vector<double>& known);

// Takes the space between a table in a cell and that cell's sides from the table, where it is drawn as columns of it.
void trim_margins(Grid& inner);

}  // namespace sop::pdf
