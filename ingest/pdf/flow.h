// Words in reading order: lines, columns, paragraphs, list items, and the tables among them.
#pragma once

#include <vector>

#include "ingest/pdf/columns.h"
#include "ingest/pdf/grids.h"
#include "ingest/pdf/layout.h"
#include "ingest/pdf/line_breaks.h"

namespace sop::pdf {

// What pages of a document have in common.
struct Setting {
    std::vector<Gutter> gutters;     // of the page before
    LineBreaks breaks;               // of the pages before
    bool weighs_paragraphs = false;  // where breaks of the whole document are known
};

// `words` of page number `page_index` as lines, in reading order within one column: what stands side by side is one
// line. `region`: the column or cell they stand in, for Line::room; absent where it is not known.
std::vector<Line> lines_of(const Page& page, int page_index, const std::vector<WordIndex>& words,
                           const std::optional<Box>& region);

// A list label at the start of `block`'s first line, as block.list and block.label_words: bullets and numbers that
// stand apart from their text.
void find_label(TextBlock& block, const Page& page);

// Everything among `words` in reading order: columns are found, paragraphs and list items are told apart, each of
// `grids` is a table whose cells are filled the same way.
std::vector<Item> flow(const Page& page, int page_index, const std::vector<WordIndex>& words,
                       const std::vector<Grid>& grids, const Box& region);
// The same of a page in a document.
std::vector<Item> flow(const Page& page, int page_index, const std::vector<WordIndex>& words,
                       const std::vector<Grid>& grids, const Box& region, Setting& setting);

}  // namespace sop::pdf
