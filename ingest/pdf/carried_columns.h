// Columns of a table with rules between its rows only that goes on on the next page: the page with more rows shows
// them.
#pragma once

#include <optional>
#include <vector>

#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

// The table without lines between its columns that ends the page, or starts it; absent where something stands below it,
// or above.
std::optional<Grid> last_open_grid(const std::vector<Grid>& grids, const WordPlaces& places);
Grid* first_open_grid(std::vector<Grid>& grids, const WordPlaces& places);

// Gives `grid` the columns of `before`, on the page before it, where it is as wide and its own are some of those. Cells
// whose text goes on over a side stay whole.
void carry_columns(const Grid& before, Grid& grid, const WordPlaces& places);

}  // namespace sop::pdf
