// Bullets and tick boxes that are drawn, not written.
#pragma once

#include <vector>

#include "ingest/pdf/page.h"
#include "ingest/pdf/shapes.h"

namespace sop::pdf {

// Finds the marks among a page's shapes. Takes the lines and fills that make up a tick box out of `rulings` and
// `fills`: they are no table. `rulings` are joined ones.
std::vector<Mark> find_marks(const Shapes& shapes, const std::vector<TextRun>& runs, std::vector<Ruling>& rulings,
                             std::vector<Fill>& fills);

}  // namespace sop::pdf
