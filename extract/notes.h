// Footnotes and endnotes in a record that has no pages.
#pragma once

#include <vector>

#include "extract/extraction.h"

namespace sop {

// Puts each foot- and endnote at the end of the section whose text refers to it; one that no text refers to ends up in
// the last section. Counts in diagnostics the notes, and the headers and footers, which are left out.
void append_notes(Extraction& extraction, std::vector<Story> stories);

}  // namespace sop
