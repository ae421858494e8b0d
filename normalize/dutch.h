// Dutch text as an editor would have it: the same signs for the same thing, words whole and apart.
#pragma once

#include <string>
#include <string_view>

namespace sop {

// `text` with "'" for every apostrophe, whatever sign stands for it (´ ` ‘ ’ ‛ ′): "ib'er", "'s ochtends", "ouders'
// inbreng", "'15". Quotation marks stay; signs that are none and quote a word become ‘ and ’: "´ouders´".
std::string repair_apostrophes(std::string_view text);

// `text` with words whole whose letters stand apart, "I N S P E C T I E", where the Dutch word list has them. Two
// spaces part words. Nothing where there is no word list.
bool has_lone_letters(std::string_view text);  // may be: as many words in a row are as short as a letter
std::string join_spaced_letters(std::string_view text);

// `text` with a space behind punctuation that glued two words: "ouders.De", "taal,rekenen". Not in addresses and
// abbreviations.
std::string part_glued_words(std::string_view text);

// All of these, then lines and spaces tidied (text.h): a text of several lines, and of one.
std::string dutch_lines(std::string_view text);
std::string dutch_line(std::string_view text);

// Two texts differ in more than white space and the sign of their apostrophes.
bool differ_in_words(std::string_view a, std::string_view b);

}  // namespace sop
