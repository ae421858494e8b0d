// Tables that nothing is drawn of: texts that stand in columns and rows by the white between them.
#pragma once

#include <vector>

#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Those among the words of `places` that stand outside `taken`. Text in columns, labels that end in a colon with their
// values, lists and tables of contents are none.
std::vector<Grid> find_text_grids(const WordPlaces& places, const std::vector<Grid>& taken);

}  // namespace sop::pdf
