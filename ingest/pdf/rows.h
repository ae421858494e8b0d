// Words side by side: text of any rotation seen as if it stood upright.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// `box` in the axes of text turned by `rotation` quarter turns clockwise: x grows in reading direction, y from line to
// line.
Box upright(const Box& box, int rotation);
Box upright(const Word& word);
// A coordinate along the text (Word::edges) in the same axes.
double upright_edge(double edge, int rotation);

// Words of one rotation (joined with their runs: sizes are known) whose middles lie on one line, over the whole width
// of the page, in reading direction: indices into page.words. Words of two columns share a row.
using Row = std::vector<std::uint32_t>;
std::vector<Row> rows_of(const Page& page);
// The same of some of its words.
std::vector<Row> rows_of(const Page& page, const Row& words);

// White space between two words of a row, in points; negative where they overlap.
double gap_between(const Word& left, const Word& right);

// Cuts `page.words[index]` before each of its characters `cuts` (rising, none of them the first): it keeps the first
// piece, the others become new words at the end of page.words, without a space between. The word must have edges.
void cut_word(Page& page, std::size_t index, const std::vector<std::size_t>& cuts);

// `right` behind `left`, as one word.
void append_word(Word& left, const Word& right);

// Whether the word's font is known and bold.
bool is_bold(const Page& page, const Word& word);

// Whether a tick box starts the text, as boxes.h writes it.
bool starts_with_box(std::string_view text);

// Characters of UTF-8 text.
std::size_t characters_of(std::string_view text);

}  // namespace sop::pdf
