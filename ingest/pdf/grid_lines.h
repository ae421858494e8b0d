// The lines that may border cells, in groups that hang together.
#pragma once

#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Lines that cross or touch one another, directly or by others.
struct LineGroup {
    std::vector<Ruling> horizontal, vertical;  // by position, then start
};

// Rulings of the page and sides of the clip rectangles that lie side by side as cells do (Ruling::Source::clip).
// Groups by their first horizontal line. A page on which too many lines cross is a drawing: it has no groups.
std::vector<LineGroup> group_lines(const Page& page);

}  // namespace sop::pdf
