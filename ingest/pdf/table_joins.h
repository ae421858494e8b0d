// Tables that a new page cut.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Adds the rows of `next` to `table` where it is the rest of it, and says so: no repeated header, no row in two pieces,
// merged cells whole. `body_bottom` is how far down the page that `table` ends on could have been filled.
bool join_tables(TableBlock& table, TableBlock& next, const std::vector<Page>& pages, double body_bottom);

// Where a table ends on its last page.
double bottom_of(const TableBlock& table);

}  // namespace sop::pdf
