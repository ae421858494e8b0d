// Words in the names of fonts, glyphs and colours, which are ASCII.
#pragma once

#include <algorithm>
#include <string_view>

namespace sop::pdf {

// True where `name` holds the lower-case `word`, whatever the case of the name.
inline bool has_word(std::string_view name, std::string_view word) {
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; };
    return std::search(name.begin(), name.end(), word.begin(), word.end(), same) != name.end();
}

}  // namespace sop::pdf
