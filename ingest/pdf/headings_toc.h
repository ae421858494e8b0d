// Tables of contents.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/pdf/headings_text.h"

namespace sop::pdf {

// True for "Inhoud", "Inhoudsopgave" and the like.
bool is_contents_heading(std::string_view text);

// Gives the entries of a table of contents and their heading Role::toc. `blocks` and their `looks` in reading order,
// null where something else than text stands.
void find_contents(const std::vector<TextBlock*>& blocks, const std::vector<BlockLook>& looks);

}  // namespace sop::pdf
