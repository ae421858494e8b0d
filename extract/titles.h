// How the line with a document's title is read.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/lexicon.h"

namespace sop {

// A line of so many words that ends like a sentence is one; a motto on a cover is shorter.
inline constexpr std::size_t sentence_words = 6;

// Whether a line of `fewest_words` at least ends like a sentence.
bool is_sentence(std::string_view text, const Words& words, std::size_t fewest_words);

// Whether a folded word is a year of our time: "2016".
bool is_year(std::string_view word);

// Whether all that follows the title, from word `from` on, may follow it on a title page: a school's name, its kind,
// years, a version. Else the line is a sentence or an item about profiles: "SOP en schoolgids". The document's first
// line may have the name in small letters.
bool ends_as_title(std::string_view text, const Words& words, std::size_t from, bool is_first, const Lexicon& lexicon);

// Whether the words before word `at`, where a title starts, may stand there: a kind of document that goes with it, or a
// school's name and a dash. `is_long`: the title cannot be taken for another word, as "SOP" can.
bool may_precede_title(std::string_view text, const Words& words, std::size_t at, bool is_long, const Lexicon& lexicon);

}  // namespace sop
