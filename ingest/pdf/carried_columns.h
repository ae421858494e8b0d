// Columns of a table with rules between its rows only that goes on on the next page: the page with more rows shows
// them.
#pragma once

#include <optional>
#include <vector>

#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

// The table without lines between its columns that ends the page; absent where something stands below it.
std::optional<Grid> last_open_grid(const std::vector<Grid>& grids, const WordPlaces& places);

// Looks among `grids` for the rest of `before`, which ended the page before: the table that starts the page, as wide
// and with some of its columns. Gives it all of them, but for cells whose text goes on over a side, and what stands
// above its first row in columns behind the first: the rest of a row.
void carry_columns(const Grid& before, std::vector<Grid>& grids, const WordPlaces& places);

}  // namespace sop::pdf
