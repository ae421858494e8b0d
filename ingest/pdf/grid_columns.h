// Columns that texts show in a drawn grid: sides that are not drawn, or drawn in some rows only.
#pragma once

#include <vector>

#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Cuts a column of `grid` where the texts of its header and of most of its rows stand in columns of their own, and a
// cell over several columns whose texts start where those of the columns do. `words`: of each cell. Whether any was
// cut; the words of the cells are then others.
bool cut_by_texts(Grid& grid, const std::vector<std::vector<WordIndex>>& words, const Page& page);

// Whether a grid of one column is a frame around texts that stand in columns: a table whose rows are not drawn.
bool frames_columns(const std::vector<std::vector<WordIndex>>& words, const Page& page);

}  // namespace sop::pdf
