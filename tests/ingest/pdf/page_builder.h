// Pages made by hand: one word after the other on a line, with edges as a font of equal widths gives them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf::test {

// Type of the words that are made: 10 points, characters half as wide, a box of 1.2 sizes.
inline constexpr double type_size = 10;
inline constexpr double character_width = 5;

// A word at (left, top), in the first font.
Word make_word(std::string_view text, double left, double top, double size = type_size);

// A line of words at `top`: "Sin[1.5]t[3]Jan" puts 1.5 points between the first two; a space is a gap of 2.5 points.
// The line starts at 50.
std::vector<Word> make_line(std::string_view line, double top = 100);

// A page of A4 size with one plain font.
Page make_page(std::vector<Word> words = {});

// Words as text, in their order: a space behind a word that has one, "|" between others.
std::string text_of(const std::vector<Word>& words);

}  // namespace sop::pdf::test
