// Names of persons in running text.
#pragma once

#include <cstddef>
#include <string_view>

namespace sop {

// A name at bytes `begin` up to `end`, nothing where they are equal; `next`: where to go on reading.
struct FoundName {
    std::size_t begin = 0, end = 0, next = 0;
};

struct NameRule {
    int least_words = 1;  // with a capital, particles not counted
    // May stand in the next cell; does not begin with a particle, nor has a word of a body or a role ("Onderwijs").
    bool is_behind_role = false;
};

// A name from the white space (or, behind a role, the bracket) at `at` on. Behind an honorific one word is enough;
// "directeur Onderwijs" is none.
FoundName find_name(std::string_view text, std::size_t at, const NameRule& rule);

// The surname behind the first name from `begin` up to `end`: "de Boer", "K."; no name without one.
FoundName find_surname(std::string_view text, std::size_t begin, std::size_t end);

// Ends as streets and schools are called: "Frankschool", "Willemstraat".
bool ends_as_place(std::string_view word);

bool is_text_space(char character);
// End of the word that starts at `at`: up to white space.
std::size_t word_end(std::string_view text, std::size_t at);
// A word without the marks around it.
std::string_view bare_word(std::string_view word);

}  // namespace sop
