// From pages to the blocks of the whole document.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/pdf/zones.h"

namespace sop::pdf {

// The body in reading order, whole over page breaks, headings known. Words are repaired (repair.h); `tags` may be
// empty.
std::vector<Item> assemble(const std::vector<Page>& pages, const std::vector<Zones>& zones, const Tags& tags,
                           std::vector<Diagnostic>& diagnostics);

}  // namespace sop::pdf
