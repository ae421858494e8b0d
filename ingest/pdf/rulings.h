// Lines as a reader sees them, from the pieces they were painted in.
#pragma once

#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Joins dashes, dots and pieces, snaps the sides of double lines and of neighbouring cells to one, drops what is too
// short for a line. Horizontal ones first, then by position, then by start. White lines stay apart from others.
std::vector<Ruling> join_rulings(std::vector<Ruling> pieces);

}  // namespace sop::pdf
