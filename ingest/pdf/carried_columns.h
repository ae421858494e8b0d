// Columns of a table that goes on on the next page: the page with more rows shows them.
#pragma once

#include <vector>

#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

// The tables that end the page: nothing stands below them.
std::vector<Grid> last_grids(const std::vector<Grid>& grids, const WordPlaces& places);

// Looks among `grids` for the rest of `before`, which ended the page before: the table that starts the page, as wide
// and with some of its columns, or more. Where both have rules between their rows only, the rest gets all of them, but
// for cells whose text goes on over a side, and what stands above its first row in columns behind the first: the rest
// of a row. Where both are drawn, the columns that `before` has not are those of tables in cells.
void carry_columns(const Grid& before, std::vector<Grid>& grids, const WordPlaces& places);

}  // namespace sop::pdf
