// Takes apart what only arranges a page, so that sections can be found in one row of blocks.
#pragma once

#include <vector>

#include "extract/matched_template.h"

namespace sop {

// The blocks of a document's body with their layout unwrapped:
// - a table of one cell, a frame, becomes the blocks in it;
// - a table with section headings in rows of their own, or in front of the names of its columns ("3. Basisondersteuning
//   | Ja | Nee"), is cut there, the heading a paragraph between its parts;
// - a table with a section in its rows, heading to the left, becomes headings and blocks; rows before the first
//   heading, and those that name a field, stay a table. Several tables may arrange the sections together, one or more
//   in each. Where the body has headings for the same sections, the table tells of them and stays as it is.
// Headings found so have HeadingReason::layout. Paragraphs that are the form's own sentences are left out and counted
// in a diagnostic, in tables too. Every other block stays, in its order.
std::vector<Block> unwrap_layout(const MatchedTemplate& form, std::vector<Block> blocks,
                                 std::vector<Diagnostic>& diagnostics);

}  // namespace sop
