// What a paragraph says, for matching.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.h"

namespace sop {

// Stands in filled_text() where an empty form control shows its prompt. No other text of a Document has it.
inline constexpr char blank_mark = '\x01';

// Text as filled in (TextOf::value), with `blank_mark` for every empty form control.
std::string filled_text(const std::vector<Inline>& inlines, const std::vector<Control>& controls);

// Bytes of text in the paragraph; what costs nothing to find out before reading a long one.
std::size_t text_bytes(const Paragraph& paragraph);

bool is_blank(const Paragraph& paragraph);
// No text, tick box or picture in any block.
bool is_blank(const std::vector<Block>& blocks);

// Whether all visible text has `style`.
bool is_all(const Paragraph& paragraph, Style style);

// At least three letters and none of them lower case.
bool is_capitals(std::string_view text);

inline bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// `line` without the dash or bullet that someone typed in front of it; absent where it has none.
std::optional<std::string_view> bullet_text(std::string_view line);

// Calls see(line) for each line of `text`.
template <class See>
void for_each_line(std::string_view text, See see) {
    for (;;) {
        const std::size_t end = text.find('\n');
        see(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

// Calls see(sentence) for each sentence of a line: cut behind a full stop before a capital, unless the word before it
// is short, an abbreviation: "d.d.", "mw."
template <class See>
void for_each_sentence(std::string_view line, See see) {
    std::size_t from = 0;
    for (std::size_t at = line.find(". "); at != std::string_view::npos; at = line.find(". ", at + 1)) {
        const char next = at + 2 < line.size() ? line[at + 2] : ' ';
        const std::size_t word = line.find_last_of(" .", at == 0 ? 0 : at - 1);
        const std::size_t length = at - (word == std::string_view::npos ? 0 : word + 1);
        if (next < 'A' || next > 'Z' || length <= 3) continue;
        see(line.substr(from, at + 1 - from));
        from = at + 2;
    }
    see(line.substr(from));
}

}  // namespace sop
