#include "ingest/pdf/letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace sop::pdf {
namespace {

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

bool is_trail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

}  // namespace

char32_t first_character(std::string_view text) {
    std::int32_t at = 0;
    UChar32 c = 0;
    if (!text.empty()) U8_NEXT(bytes_of(text), at, static_cast<std::int32_t>(text.size()), c);
    return c < 0 ? 0 : static_cast<char32_t>(c);
}

char32_t last_character(std::string_view text) {
    auto at = static_cast<std::int32_t>(text.size());
    UChar32 c = 0;
    if (!text.empty()) U8_PREV(bytes_of(text), 0, at, c);
    return c < 0 ? 0 : static_cast<char32_t>(c);
}

std::string_view without_first(std::string_view text) {
    do text.remove_prefix(text.empty() ? 0 : 1);
    while (!text.empty() && is_trail(text.front()));
    return text;
}

std::string_view without_last(std::string_view text) {
    while (text.size() > 1 && is_trail(text.back())) text.remove_suffix(1);
    text.remove_suffix(text.empty() ? 0 : 1);
    return text;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

bool is_right_to_left(char32_t c) {
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

std::string_view bare(std::string_view word) {
    while (!word.empty() && !is_word_character(first_character(word))) word = without_first(word);
    while (!word.empty() && !is_word_character(last_character(word))) word = without_last(word);
    return word;
}

int roman_value(std::string_view text) {
    constexpr std::array<std::string_view, 10> ones{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    int tens = 0;
    for (; tens < 3 && text.starts_with('x'); ++tens) text.remove_prefix(1);
    const auto one = std::find(ones.begin(), ones.end(), text);
    return one == ones.end() ? 0 : 10 * tens + static_cast<int>(one - ones.begin());
}

}  // namespace sop::pdf
