// Takes apart what only arranges a page, so that sections can be found in one row of blocks.
#pragma once

#include <vector>

#include "extract/matched_template.h"

namespace sop {

// The blocks of a document's body with their layout unwrapped:
// - a table of one cell, a frame, becomes the blocks in it;
// - a table with section headings in rows of their own is cut there, the heading a paragraph between its parts;
// - a table with a section in every row, heading to the left, becomes headings and blocks.
// Headings found so have HeadingReason::layout. Paragraphs that are the form's own sentences are left out and counted
// in a diagnostic, in tables too. Every other block stays, in its order.
std::vector<Block> unwrap_layout(const MatchedTemplate& form, std::vector<Block> blocks,
                                 std::vector<Diagnostic>& diagnostics);

}  // namespace sop
