// Cells between lines.
#pragma once

#include <vector>

#include "ingest/pdf/grid_lines.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

// The cells that `group` borders: between all its lines, joined where the line between two of them is not drawn or not
// seen. None where there is one cell only, or what is drawn is no table of any kind. Tables that are drawn in a cell
// and share some of its sides follow. Words are not looked at. `steps_left`: what may still be spent on looking for
// `fills`, over all groups of a page.
std::vector<Grid> make_lattice(const LineGroup& group, const std::vector<Fill>& fills, std::size_t& steps_left);

}  // namespace sop::pdf
