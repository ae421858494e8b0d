// Words that the structure tree keeps together, as lines.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/pdf/structure_words.h"

namespace sop::pdf {

// `words` of one block as its lines, page after page. On a page, columns that the block runs through
// are read one after the other.
std::vector<Line> lines_of_block(const std::vector<Page>& pages, const std::vector<PageWord>& words);

// Box of the item on page `page`; none: it is not there.
std::optional<Box> box_on(const Item& item, int page);

}  // namespace sop::pdf
