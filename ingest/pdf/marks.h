// Bullets and tick boxes that are drawn, not written.
#pragma once

#include <vector>

#include "ingest/pdf/page.h"
#include "ingest/pdf/shapes.h"

namespace sop::pdf {

// Adds squares whose sides were painted one by one to `shapes.squares`. Before lines are joined: a side that nearly
// touches a cell's border becomes one line with it.
void add_squares_of_lines(Shapes& shapes);

// Finds the marks among a page's shapes. Takes the lines and fills that make up a tick box out of `rulings` and
// `fills`: they are no table. `rulings` are joined ones.
std::vector<Mark> find_marks(const Shapes& shapes, const std::vector<TextRun>& runs, std::vector<Ruling>& rulings,
                             std::vector<Fill>& fills);

}  // namespace sop::pdf
