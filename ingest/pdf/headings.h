// Headings, the title and the table of contents of documents whose tags do not name them.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Sets heading, heading_reason and meaning of the text blocks among `items` (the whole document in reading order) that
// geometry made: by size, weight, numbering and space, measured against the document's own body text.
void find_headings(std::vector<Item>& items, const std::vector<Page>& pages);

}  // namespace sop::pdf
