#include "ingest/pdf/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/docx/symbols.h"
#include "ingest/look_alikes.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/names.h"
#include "ingest/pdf/rows.h"
#include "ingest/text.h"

namespace sop::pdf {
namespace {

constexpr char32_t unreadable = 0xFFFD;
constexpr char32_t soft_hyphen = 0xAD;

char32_t next_character(std::string_view text, std::size_t& at) {
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), code);
    return code < 0 ? unreadable : static_cast<char32_t>(code);
}

void append(std::string& out, char32_t code) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(code));
    out.append(bytes.data(), size);
}

bool is_private(char32_t code) { return code >= 0xE000 && code <= 0xF8FF; }

bool is_latin_letter(char32_t code) {
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
           (code >= 0xC0 && code <= 0xFF && code != 0xD7 && code != 0xF7);
}

// A Latin letter whose two bytes changed places (U+4100 … U+FA00; not private use); else 0.
char32_t swapped_letter(char32_t code) {
    const bool is_possible = (code & 0xFF) == 0 && code < 0xFB00 && !is_private(code);
    return is_possible && is_latin_letter(code >> 8) ? code >> 8 : 0;
}

// Beyond the alphabets, private use and symbols: Chinese, Japanese, Korean and what follows.
bool is_far(char32_t code) { return (code >= 0x2E80 && code < 0xE000) || (code > 0xF8FF && code < 0xFB00); }

// Of a ligature of three letters Ghostscript writes the first letter and the sum of the others; from D8 on the sum is a
// surrogate when swapped and comes out as U+FFFD.
struct LongLigature {
    char32_t first, second;  // as Poppler gives them
    std::string_view letters;
};
constexpr std::array long_ligatures{
    LongLigature{0x6600, 0xCF00, "ffi"},
    LongLigature{0x6600, 0xD200, "ffl"},
    LongLigature{0x7400, unreadable, "tti"},
    LongLigature{0x6600, unreadable, "fti"},
};

std::string_view long_ligature(char32_t first, char32_t second) {
    const auto* row = std::find_if(long_ligatures.begin(), long_ligatures.end(), [&](const LongLigature& candidate) {
        return candidate.first == first && candidate.second == second;
    });
    return row == long_ligatures.end() ? std::string_view{} : row->letters;
}

// Small capitals and old-style figures stand at F700 plus the code of their letter or figure (Adobe Glyph List,
// corporate use).
bool is_adobe_variant(char32_t code) {
    return code == 0xF724 || code == 0xF726 || (code >= 0xF730 && code <= 0xF739) ||
           (code >= 0xF761 && code <= 0xF77A) || (code >= 0xF7E0 && code <= 0xF7FE && code != 0xF7F7);
}

// Pieces of tall brackets and the signs of Symbol without serifs stand at F8E5 to F8FE (the same list); Unicode has
// them elsewhere since.
constexpr char32_t first_piece = 0xF8E5;
constexpr std::u32string_view adobe_pieces =
    U"\u203E\u23D0\u23AF\u00AE\u00A9\u2122\u239B\u239C\u239D\u23A1\u23A2\u23A3\u23A7"
    U"\u23A8\u23A9\u23AA\u23AE\u239E\u239F\u23A0\u23A4\u23A5\u23A6\u23AB\u23AC\u23AD";

// C1 controls are never printed: a font without an encoding was read as Latin-1 where it is Windows-1252.
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// `code`, or what a control character stands for; 0 for white space, which paints nothing.
char32_t printed(char32_t code) {
    if (code >= 0x80 && code < 0xA0) code = windows_1252[code - 0x80];
    if (code >= 0x09 && code <= 0x0D) return 0;
    return code < 0x20 || code == 0x7F ? unreadable : code;
}

// What `code` shows in `font`; "" where it is an ordinary character.
std::string symbol_text(const Font* font, char32_t code) {
    if (is_adobe_variant(code)) {
        std::string text;
        append(text, code - 0xF700);
        return text;
    }
    if (code >= first_piece && code - first_piece < adobe_pieces.size()) {
        std::string text;
        append(text, adobe_pieces[code - first_piece]);
        return text;
    }
    const bool is_code = font && font->is_symbol && code >= 0x21 && code <= 0xFF;
    if (is_code) {
        // A middle dot is the bullet that the file meant, also where the font has a clock there.
        if (code == 0xB7) return "•";
        // Symbol is Greek: Poppler knows its letters by their names, and ±, × and ÷ stand at other codes in it.
        if (has_word(font->name, "symbol") && font->has_unicode) return {};
    }
    if (!is_code && !is_private(code) && !docx::unicode_tick(code)) return {};
    const docx::Symbol symbol = docx::resolve_symbol(font ? std::string_view(font->name) : std::string_view{}, code);
    if (const bool* tick = std::get_if<bool>(&symbol)) return *tick ? "☒" : "☐";
    return std::get<std::string>(symbol);
}

// The new text of a word, with the place of each character.
class Rewriting {
public:
    Rewriting(const Word& word, std::size_t characters) : old_(word.edges) {
        has_edges_ = old_.size() == characters + 1;
        if (has_edges_) edges_.push_back(old_.front());
    }

    // `count` characters of the old text, from `at` on, read `text`.
    void replace(std::size_t at, std::size_t count, std::string_view text) {
        text_ += text;
        if (!has_edges_) return;
        const double from = edges_.back(), to = old_[at + count];
        const auto pieces =
            std::count_if(text.begin(), text.end(), [](char c) { return U8_IS_LEAD(c) || U8_IS_SINGLE(c); });
        for (std::ptrdiff_t piece = 1; piece <= pieces; ++piece)
            edges_.push_back(from + (to - from) * static_cast<double>(piece) / static_cast<double>(pieces));
    }

    void finish(Word& word) {
        word.text = std::move(text_);
        word.edges = has_edges_ ? std::move(edges_) : std::vector<double>{};
    }

private:
    const std::vector<double>& old_;
    bool has_edges_ = false;
    std::string text_;
    std::vector<double> edges_;
};

// Reading order of a word whose letters all run from right to left. Figures among them run the other way: such words
// stay.
void reverse_right_to_left(Word& word, std::u32string& characters) {
    if (characters.size() < 2 || std::none_of(characters.begin(), characters.end(), is_right_to_left)) return;
    const auto turns = [](char32_t code) { return is_right_to_left(code) || !u_isalnum(static_cast<UChar32>(code)); };
    if (!std::all_of(characters.begin(), characters.end(), turns)) return;
    std::reverse(characters.begin(), characters.end());
    word.edges.clear();
}

bool is_combining(char32_t code) { return code >= 0x300 && code < 0x370; }

// A letter and its accent as one character, a Cyrillic letter in a Latin word as a Latin one.
void compose(Word& word) {
    std::string composed = clean_text(word.text);
    if (word.text.ends_with("\u00AD")) composed += "\u00AD";
    if (characters_of(composed) != characters_of(word.text)) word.edges.clear();
    word.text = std::move(composed);
}

// Printable ASCII in a font whose codes are letters.
bool is_plain(const Word& word, const Font* font) {
    return !(font && font->is_symbol) &&
           std::all_of(word.text.begin(), word.text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

}  // namespace

bool has_swapped_letters(const std::vector<Page>& pages) {
    std::size_t words = 0, alone = 0;
    for (const Page& page : pages)
        for (const Word& word : page.words) {
            bool has_swapped = false, has_letter = false;
            for (std::size_t at = 0; at < word.text.size();) {
                const char32_t code = next_character(word.text, at);
                has_letter = has_letter || is_latin_letter(code);
                if (!is_far(code)) continue;
                if (swapped_letter(code) == 0) return false;
                has_swapped = true;
            }
            words += has_swapped;
            alone += has_swapped && !has_letter;
        }
    return words > 0 && alone * 10 <= words;
}

void repair_characters(Word& word, const Font* font, bool swapped) {
    if (is_plain(word, font)) return;
    std::u32string characters;
    for (std::size_t at = 0; at < word.text.size();) characters += next_character(word.text, at);
    reverse_right_to_left(word, characters);

    Rewriting rewriting(word, characters.size());
    std::string piece;
    for (std::size_t at = 0; at < characters.size(); ++at) {
        const char32_t code = characters[at];
        if (swapped && swapped_letter(code) != 0) {
            const std::string_view letters =
                at + 1 < characters.size() ? long_ligature(code, characters[at + 1]) : std::string_view{};
            piece.clear();
            append(piece, swapped_letter(code));
            rewriting.replace(at, letters.empty() ? 1 : 2, letters.empty() ? std::string_view(piece) : letters);
            at += !letters.empty();
        } else if (std::string symbol = symbol_text(font, code); !symbol.empty()) {
            rewriting.replace(at, 1, symbol);
        } else {
            piece.clear();
            if (const char32_t seen = printed(code)) append(piece, seen);
            const bool is_break = code == soft_hyphen && at + 1 == characters.size();
            rewriting.replace(at, 1, is_break ? piece : clean_text(piece));
        }
    }
    rewriting.finish(word);
    const auto is_of_word = [](char32_t code) { return is_combining(code) || may_look_latin(code); };
    if (std::any_of(characters.begin(), characters.end(), is_of_word)) compose(word);
}

}  // namespace sop::pdf
