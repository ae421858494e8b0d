// What the form of two parts tells of the hyphen between them, without a list of words. Parts are in small letters and
// without punctuation around them.
#pragma once

#include <string>
#include <string_view>

namespace sop::pdf {

// A word after a hyphen that stands for the rest of a compound: "voor- en naschools".
bool is_conjunction(std::string_view next);
// The same, unless the list has both parts as one word ("Soe-|dan").
bool is_rare_conjunction(std::string_view next);

// A part of words that Dutch writes without a hyphen, as short as an abbreviation: "ver", "her", "aan".
bool is_prefix(std::string_view stem);

// The hyphen belongs between these, also where a compound could be made of them: "e-mail", "gz-psycholoog",
// "ouder-kindgesprek", "een-op-een", "zij-instroom", "sociaal-economische".
bool needs_hyphen(std::string_view stem, std::string_view next);

// Nothing says that the hyphen is the word's own, of a word that no list has.
bool may_be_broken(std::string_view stem, std::string_view next);

bool is_vowel(char c);

// `word` with a trema on its first letter; as it is where that letter has none.
std::string with_trema(std::string_view word);

}  // namespace sop::pdf
