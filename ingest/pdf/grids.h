// Tables of a page as their lines, fills, clips and columns of text show them.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// What showed the grid, best first.
enum class GridEvidence { rulings, clips, horizontal_rules, columns };

struct GridCell {
    int row = 0, column = 0, row_span = 1, column_span = 1;
    Box box;
    bool is_open = false;  // in the last row, without the line below it that others have: it may go on on the next page
    bool operator==(const GridCell&) const = default;
};

struct Grid {
    GridEvidence evidence = GridEvidence::rulings;
    Box box;
    int rotation = 0;               // of its text, quarter turns clockwise: rows and columns are those its reader sees
    std::vector<double> xs, ys;     // sides of columns and rows, ascending, in the axes of upright() (rows.h)
    std::vector<GridCell> cells;    // by row, then column; cover the grid without overlap
    std::vector<double> text_ends;  // of each column, where its text has its end; empty where cells show it
    bool is_cut = false;            // its outer sides are drawn but for the one below: a page break went through a row
    int header_rows = 0;            // rows at the top that are seen to be a header (shaded or bold unlike the others)
    bool operator==(const Grid&) const = default;
};

// The tables among `words` of `page` (running headers and the like are not among them), each of two rows or two columns
// at least; a nested one after the one that holds it.
std::vector<Grid> find_grids(const Page& page, const std::vector<WordIndex>& words);

}  // namespace sop::pdf
