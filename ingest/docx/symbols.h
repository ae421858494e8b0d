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

// True for fonts whose characters are codes and not letters: Wingdings (1-3), Webdings, Symbol, Zapf Dingbats, however
// an application spells their names.
bool is_symbol_font(std::string_view font);

// What `code` shows in `font` ("" for unknown). In a symbol font 20..FF and F020..F0FF are the same code (17.3.3.30);
// one that the font lacks gives "•" in a dingbat font, " " in Symbol. Every other code is plain Unicode: a tick box
// where unicode_tick says so, resolve_private_use's answer, else the character itself.
Symbol resolve_symbol(std::string_view font, char32_t code);

// U+F020..U+F0FF in text whose font is no symbol font: what is left of a symbol font when text is pasted or restyled.
// Read as Wingdings, save the bullet and the dash of Symbol, which are far more common than Wingdings' clock and
// mailbox. Absent for other characters.
std::optional<Symbol> resolve_private_use(char32_t character);

// State of a Unicode character that is a tick box by itself; absent for all others. An outlined square is an empty box;
// a square with a cross or a tick in it is ticked, and so is ✅, which is drawn as a box and means "yes" beside ⬜ and ❌
// alike. Not tick boxes: ■ ⬛ ▣ and small squares (bullets, and ■ says "full" as often as "ticked"), ❎ (ticked beside ⬜,
// "no" beside ✅), circles (bullets), and marks without a box (✓ ✔ ✗ ✘ ❌: they answer by themselves or in a table cell).
std::optional<bool> unicode_tick(char32_t character);

}  // namespace sop::docx
