// Remarks and headings in the margin of running text.
#pragma once

#include <vector>

#include "ingest/pdf/frames.h"

namespace sop::pdf {

// Notes among `words`, the body's: a few lines left or right of a column that fills most of the width, parted from it
// by white space from the top of the page to its end, with running text beside them. Labels with their values are none.
std::vector<Frame> find_margin_notes(const Page& page, const std::vector<WordIndex>& words);

}  // namespace sop::pdf
