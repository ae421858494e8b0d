// Columns of tables whose tags leave out empty cells, as browsers do.
#pragma once

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Gives the cells of rows that lack some the columns that they stand under, and what lies between them empty cells.
// Where a cell stands under none or under several, its row stays as it is: it may be a span that the tags do not tell.
void set_columns_by_lanes(TableBlock& table);

}  // namespace sop::pdf
