// Headings over several columns in tables that draw no line between them.
#pragma once

#include <vector>

#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Joins the empty cells beside a heading of one of `grid`'s header rows with it where each of the columns has a heading
// of its own below: those right of one that starts where its column does, those on both sides of one that stands in
// their middle. `words`: by cell.
void span_header_cells(Grid& grid, const std::vector<std::vector<WordIndex>>& words, const Page& page);

}  // namespace sop::pdf
