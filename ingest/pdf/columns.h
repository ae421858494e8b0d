// Columns of text on a page, by the white space between them.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/diagnostic.h"

namespace sop::pdf {

// A word or a whole table, upright.
struct Piece {
    Box box;
    double size = 0;
    bool is_table = false;
    bool is_bullet = false;  // a list label where it starts a line
    bool is_tick_box = false;
    std::size_t index = 0;       // the caller's own
    bool starts_small = false;   // with a small letter
    bool ends_sentence = false;  // with a full stop or the like
};

// Text of one width: nothing stands beside it that is to be read apart from it.
struct Column {
    std::vector<Piece> pieces;
    double left = 0, right = 0;
    bool is_beside = false;  // stands beside another
};

// White space between two columns.
struct Gutter {
    double from = 0, to = 0;
};

// `pieces`, which stand between `left` and `right`, in reading order. A gap down several lines makes columns only where
// both sides are running text or lists: labels with their values are read from left to right. `gutters` of earlier
// pages are known to part columns; those of this page are added.
std::vector<Column> columns_of(std::vector<Piece> pieces, double left, double right, std::vector<Gutter>& gutters);

}  // namespace sop::pdf
