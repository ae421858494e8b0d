// Footnotes of a page.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ingest/pdf/zones.h"
#include "ingest/pdf/zones_rows.h"

namespace sop::pdf {

// Notes among rows [first, end) of `page`, the body; they are its last rows, and `end` becomes the first of them.
// `body_size`: the document's main_size. `before`: marks of earlier pages whose notes may stand here.
std::vector<Footnote> find_notes(const Page& page, const std::vector<PageRow>& rows, std::size_t first,
                                 std::size_t& end, double body_size, const std::set<std::string>& before);

// Adds the raised marks in rows [first, end) that are none of `notes`'.
void add_open_marks(std::set<std::string>& marks, const Page& page, const std::vector<PageRow>& rows, std::size_t first,
                    std::size_t end, const std::vector<Footnote>& notes);

}  // namespace sop::pdf
