// Single characters of UTF-8 text.
#pragma once

#include <string_view>

namespace sop::pdf {

// First and last character; 0 where there is none or it is damaged.
char32_t first_character(std::string_view text);
char32_t last_character(std::string_view text);
std::string_view without_first(std::string_view text);
std::string_view without_last(std::string_view text);

bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_capital(char32_t c);
bool is_small(char32_t c);
// Hebrew, Arabic and what is written like them.
bool is_right_to_left(char32_t c);

// `word` without what is neither letter nor digit at its ends.
std::string_view bare(std::string_view word);

// 14 for "xiv"; 0 for what is no numeral below forty. Word and LibreOffice number notes at a document's end so.
int roman_value(std::string_view text);

}  // namespace sop::pdf
