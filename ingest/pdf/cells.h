// Which grid, and which of its cells, a word stands in.
#pragma once

#include <optional>
#include <vector>

#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Where one grid of find_grids goes: into a cell of the one that holds it.
struct GridPlace {
    std::optional<std::size_t> parent;
    std::size_t parent_cell = 0;
    bool is_used = true;  // false: nested too deep, or too many cells; its words go to what holds it
};

struct Filling {
    std::vector<GridPlace> places;                           // by grid
    std::vector<std::vector<std::vector<WordIndex>>> words;  // by grid and cell
    std::vector<WordIndex> rest;                             // in no grid
};

// Every one of `words` is in one cell of the innermost grid it stands in, or in the rest.
Filling fill(const Page& page, const std::vector<WordIndex>& words, const std::vector<Grid>& grids);

}  // namespace sop::pdf
