// What a character of a symbol font means: one table for w:sym, text in a symbol font, private-use characters and
// bullets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sop::docx {

// A resolved symbol: a tick box with its state, or the Unicode text that stands for it.
using Symbol = std::variant<bool, std::string>;

// True for Wingdings (1-3), Webdings, Symbol and fonts like them, whose characters are codes and not letters.
bool is_symbol_font(std::string_view font);

// `code` in `font`; F0xx and 00xx are the same code (17.3.3.30). In a font that is no symbol font, or for a code
// outside 20..FF and F020..F0FF, it is plain Unicode. Unknown codes of a symbol font give "•" where the font is a
// dingbat font.
Symbol resolve_symbol(std::string_view font, char32_t code);

// A private-use character U+F020..U+F0FF in text whose font is not known to be a symbol font is read as Wingdings (what
// Word falls back to for bullets). True for Unicode characters that are a tick box by themselves (☐ ☑ ☒ □ ■ ▢ ⊠ …): its
// state.
std::optional<bool> unicode_tick(char32_t character);

}  // namespace sop::docx
