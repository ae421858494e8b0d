// Words for pupils and their family, and what may be called somebody behind them.
#pragma once

#include <cstddef>
#include <string_view>

namespace sop {

// Said of one's family, before a name.
struct FamilyWord {
    std::string_view word;
    bool is_kin;  // of the others every capital behind them may be a school, a language or a course
};

// "leerling", "Moeder", "OPA"; null for other words.
const FamilyWord* find_family(std::string_view word);

// One who stands in brackets behind the name: "(ouder)".
bool is_relative(const FamilyWord& family);

// One who is called by a name right behind the word: "leerling Kjell".
bool is_one_pupil(const FamilyWord& family);

// A word with a capital that may be somebody's first name: no subject, no body, no abbreviation.
bool is_called(std::string_view word);

// The same of the word behind the space at `space`, where it goes on in small letters: "leerling Kjell uit groep 5",
// not "Leerling Volg Systeem" and "een leerling Engels leren". `word` is it without the marks around it.
bool may_be_called(std::string_view text, std::string_view word, std::size_t space);

}  // namespace sop
