// Horizontal rules of one width, one below the other: what shows the rows of a table without columns.
#pragma once

#include <vector>

#include "ingest/pdf/grid_words.h"
#include "ingest/pdf/grids.h"

namespace sop::pdf {

inline constexpr double same_end = 4;       // points; between ends of the rules of one table
inline constexpr double tallest_row = 300;  // points between two rules: half a page of text in a cell is seen

struct Rule {
    double y = 0, from = 0, to = 0;
    double width = 0;  // 0: the edge of a shading
};

// Rules of one width, one below the other.
struct Stack {
    std::vector<Rule> rules;
    bool is_cut_above = false, is_cut_below = false;  // another table begins there
    std::vector<double> sides;                        // between shaded cells, of all its rows
};

// Horizontal lines and edges of shadings outside `taken`, by height; none where there are too many.
std::vector<Rule> rules_of(const Page& page, const std::vector<Grid>& taken);

// `rules` of one width below one another. Text between two of them that is no row parts them, and so do cells with
// sides of their own.
std::vector<Stack> stacks_of(const std::vector<Rule>& rules, const WordPlaces& places);

}  // namespace sop::pdf
