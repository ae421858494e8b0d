// Footnotes of a page.
#pragma once

#include <vector>

#include "ingest/pdf/zones.h"
#include "ingest/pdf/zones_rows.h"

namespace sop::pdf {

// Notes among rows [first, end) of `page`, the body; they are its last rows, and `end` becomes the first of them.
// `body_size`: the document's main_size.
std::vector<Footnote> find_notes(const Page& page, const std::vector<PageRow>& rows, std::size_t first,
                                 std::size_t& end, double body_size);

}  // namespace sop::pdf
