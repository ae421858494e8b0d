// Columns of text: where words leave the same white space from row to row.
#pragma once

#include <vector>

#include "ingest/pdf/grids.h"

namespace sop::pdf {

// Words between two heights, which are one row of a table.
struct Band {
    double top = 0, bottom = 0;
    std::vector<WordIndex> words;
};

// Left sides of the columns that `bands` share but the first, ascending; empty where they are one column. A band may
// span what others keep apart, when few do.
std::vector<double> find_column_sides(const Page& page, const std::vector<Band>& bands);

// Number of columns that hold words of `words`; 0 where a word crosses one of `sides`.
std::size_t columns_filled(const Page& page, const std::vector<WordIndex>& words, const std::vector<double>& sides);

// Whether a text of `words` stands on both sides of `side`: a word that crosses it, or words of one line on both sides
// with no more than a space between.
bool is_spanned(const Page& page, const std::vector<WordIndex>& words, double side);

}  // namespace sop::pdf
