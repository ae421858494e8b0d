#include "ingest/look_alikes.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace sop {
namespace {

struct LookAlike {
    char32_t code;
    std::string_view latin;
};
// In order of the characters, for the binary search. Not Greek α, ι, ν and γ, which formulas and units have.
constexpr std::array look_alikes{
    LookAlike{0x391, "A"}, LookAlike{0x392, "B"}, LookAlike{0x395, "E"}, LookAlike{0x396, "Z"}, LookAlike{0x397, "H"},
    LookAlike{0x399, "I"}, LookAlike{0x39A, "K"}, LookAlike{0x39C, "M"}, LookAlike{0x39D, "N"}, LookAlike{0x39F, "O"},
    LookAlike{0x3A1, "P"}, LookAlike{0x3A4, "T"}, LookAlike{0x3A5, "Y"}, LookAlike{0x3A7, "X"}, LookAlike{0x3BF, "o"},
    LookAlike{0x3F2, "c"}, LookAlike{0x3F3, "j"}, LookAlike{0x401, "Ë"}, LookAlike{0x405, "S"}, LookAlike{0x406, "I"},
    LookAlike{0x407, "Ï"}, LookAlike{0x408, "J"}, LookAlike{0x410, "A"}, LookAlike{0x412, "B"}, LookAlike{0x415, "E"},
    LookAlike{0x41A, "K"}, LookAlike{0x41C, "M"}, LookAlike{0x41D, "H"}, LookAlike{0x41E, "O"}, LookAlike{0x420, "P"},
    LookAlike{0x421, "C"}, LookAlike{0x422, "T"}, LookAlike{0x423, "Y"}, LookAlike{0x425, "X"}, LookAlike{0x430, "a"},
    LookAlike{0x435, "e"}, LookAlike{0x43E, "o"}, LookAlike{0x440, "p"}, LookAlike{0x441, "c"}, LookAlike{0x443, "y"},
    LookAlike{0x445, "x"}, LookAlike{0x451, "ë"}, LookAlike{0x455, "s"}, LookAlike{0x456, "i"}, LookAlike{0x457, "ï"},
    LookAlike{0x458, "j"}, LookAlike{0x4BB, "h"}, LookAlike{0x4CF, "l"}, LookAlike{0x501, "d"}, LookAlike{0x51A, "Q"},
    LookAlike{0x51B, "q"}, LookAlike{0x51C, "W"}, LookAlike{0x51D, "w"},
};
static_assert(std::is_sorted(look_alikes.begin(), look_alikes.end(),
                             [](const LookAlike& a, const LookAlike& b) { return a.code < b.code; }));

const LookAlike* find_look_alike(char32_t code) {
    const auto* const row = std::lower_bound(look_alikes.begin(), look_alikes.end(), code,
                                             [](const LookAlike& a, char32_t value) { return a.code < value; });
    return row != look_alikes.end() && row->code == code ? row : nullptr;
}

struct Character {
    char32_t code = 0;
    std::size_t begin = 0, end = 0;
};

Character character_at(std::string_view text, std::size_t at) {
    Character out{0, at, at};
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), out.end, text.size(), code);
    out.code = code < 0 ? 0 : static_cast<char32_t>(code);
    return out;
}

bool is_accent(char32_t code) { return (U_GET_GC_MASK(static_cast<UChar32>(code)) & U_GC_M_MASK) != 0; }
bool is_of_word(char32_t code) { return is_accent(code) || u_isalpha(static_cast<UChar32>(code)) != 0; }

// The word that starts at `at`, in Latin letters where that is what it is meant to be.
void append_word(std::string& out, std::string_view word) {
    std::size_t latin = 0, foreign = 0, alike = 0;
    for (std::size_t at = 0; at < word.size();) {
        const Character c = character_at(word, at);
        at = c.end;
        if (is_accent(c.code)) continue;
        latin += c.code < 0x370;
        foreign += c.code >= 0x370;
        alike += find_look_alike(c.code) != nullptr;
    }
    if (foreign == 0 || foreign != alike || foreign > latin) {
        out += word;
        return;
    }
    for (std::size_t at = 0; at < word.size();) {
        const Character c = character_at(word, at);
        const LookAlike* const found = find_look_alike(c.code);
        out += found ? found->latin : word.substr(c.begin, c.end - c.begin);
        at = c.end;
    }
}

}  // namespace

std::string resolve_look_alikes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size()) {
            const Character c = character_at(text, end);
            if (!is_of_word(c.code)) break;
            end = c.end;
        }
        if (end == at) {
            end = character_at(text, at).end;
            out.append(text, at, end - at);
        } else {
            append_word(out, text.substr(at, end - at));
        }
        at = end;
    }
    return out;
}

}  // namespace sop
