// Rows of a table that nothing is drawn of.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Words of one line that no wide gap parts.
struct TextPiece {
    std::vector<WordIndex> words;
    double left = 0, right = 0;
    double top = 0, bottom = 0;  // as high as its type
    double size = 0;
    bool is_bold = false;
    bool starts_small = false;  // with a small letter
    double first_width = 0;     // of its first word
    double middle() const { return (top + bottom) / 2; }
};

TextPiece piece_of(const Page& page, WordIndex word);
// `word` stands behind what the piece has.
void add_word(TextPiece& piece, const Page& page, WordIndex word);

// Lines of one column that hang together, in one row or several.
struct TextCell {
    std::size_t first_row = 0, last_row = 0;
    std::vector<TextPiece> lines;
    double top() const { return lines.front().top; }
    double bottom() const { return lines.back().bottom; }
    double middle() const { return (top() + bottom()) / 2; }
};

struct TextRows {
    std::vector<double> stops;                 // y between rows, from above the first to below the last
    std::vector<std::vector<TextCell>> cells;  // by column, from top to bottom
    bool is_spaced = false;                    // white parts the rows, not the first column's texts alone
    bool is_by_gaps = false;                   // white in some columns, below texts that are shorter than those beside
};

// `columns`: the lines of each, from top to bottom; at least one has lines. White that is wider than between lines of
// one text ends a row, where any does; else where it does in one column and all start level below it; else a row starts
// at each text of the first column. Texts that stand over several rows, or in the middle of several, are merged cells.
// `has_header`: the first line may be one.
TextRows rows_of_columns(const std::vector<std::vector<TextPiece>>& columns, bool has_header);

// A line is drawn at `y`, over all columns: a row ends there.
void end_row_at(TextRows& rows, double y);

}  // namespace sop::pdf
