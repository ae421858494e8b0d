// From pages to the Document, without a file.
#pragma once

#include <vector>

#include "ingest/document.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

// Adds what `pages` say to `document`: blocks in reading order, stories, controls and diagnostics. Words are repaired
// (repair.h); `tags` may be empty.
void assemble(Document& document, const std::vector<Page>& pages, const Tags& tags);

}  // namespace sop::pdf
