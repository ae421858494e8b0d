// Tables whose columns are not drawn: rules or shadings between the rows only, or nothing at all.
#pragma once

#include <vector>

#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Tables of `places`' page that lie outside `taken`: rows between horizontal rules or shaded rows of one width, columns
// where the text of the rows leaves white.
std::vector<Grid> find_open_grids(const WordPlaces& places, const std::vector<Grid>& taken);

}  // namespace sop::pdf
