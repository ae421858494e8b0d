// Lines of one column or cell as paragraphs and list items.
#pragma once

#include <vector>

#include "ingest/pdf/lines.h"

namespace sop::pdf {

// `lines` in order, with room where it is known. Words per line and pitch tell where a paragraph ends; lists get their
// labels, but no levels. `left` is the side of the column (upright); `body_size` the size most text is set in.
std::vector<TextBlock> paragraphs_of(const Page& page, std::vector<Line> lines, const Pitches& pitches, double left,
                                     double body_size);

}  // namespace sop::pdf
