#include "ingest/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "ingest/look_alikes.h"
#include "ingest/mojibake.h"

namespace sop {
namespace {

constexpr std::string_view white_space = " \t\n\r\f\v";

// Nearly all characters are beyond a space.
bool is_white_space(char c) {
    return static_cast<unsigned char>(c) <= ' ' && white_space.find(c) != std::string_view::npos;
}

// Bytes of text that needs no cleaning whatever stands around them: printable ASCII, tab, newline, and the two-byte
// characters U+00C0..U+02FF, which are in NFC by themselves. Not C2 (C1 controls, no-break space, soft hyphen) and
// not C4, C5 and C7 (the ligature ĳ, ŉ, ǆ); a combining mark starts with CC.
constexpr std::array<bool, 256> clean_bytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte)
        table[byte] = (byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n' || (byte >= 0x80 && byte < 0xC0) ||
                      (byte > 0xC2 && byte < 0xCC && byte != 0xC4 && byte != 0xC5 && byte != 0xC7);
    return table;
}();

// One character or a range, and what stands for it.
struct Replacement {
    char32_t first, last;
    std::string_view text;
};

// In order of the characters, for the binary search. Letters that are one glyph for two (œ, æ) stay: they are letters.
constexpr std::array replacements{
    Replacement{0x00, 0x08, ""},
    Replacement{0x0B, 0x0C, "\n"},  // vertical tab and form feed break lines
    Replacement{0x0D, 0x0D, "\n"},  // alone; before a newline it goes
    Replacement{0x0E, 0x1F, ""},
    Replacement{0x7F, 0x84, ""},
    Replacement{0x85, 0x85, "\n"},  // next line
    Replacement{0x86, 0x9F, ""},
    Replacement{0xA0, 0xA0, " "},
    Replacement{0xAD, 0xAD, ""},  // soft hyphen
    Replacement{0x132, 0x132, "IJ"},
    Replacement{0x133, 0x133, "ij"},
    Replacement{0x149, 0x149, "'n"},
    Replacement{0x61C, 0x61C, ""},
    Replacement{0x1680, 0x1680, " "},
    Replacement{0x180E, 0x180E, ""},
    Replacement{0x2000, 0x200A, " "},
    Replacement{0x200B, 0x200F, ""},    // zero width space and joiners, direction marks
    Replacement{0x2028, 0x2029, "\n"},  // line and paragraph separator
    Replacement{0x202A, 0x202E, ""},    // directional embedding
    Replacement{0x202F, 0x202F, " "},
    Replacement{0x205F, 0x205F, " "},
    Replacement{0x2060, 0x2064, ""},  // word joiner, invisible operators
    Replacement{0x2066, 0x206F, ""},  // directional isolates, deprecated format characters
    Replacement{0x3000, 0x3000, " "},
    Replacement{0xFB00, 0xFB00, "ff"},
    Replacement{0xFB01, 0xFB01, "fi"},
    Replacement{0xFB02, 0xFB02, "fl"},
    Replacement{0xFB03, 0xFB03, "ffi"},
    Replacement{0xFB04, 0xFB04, "ffl"},
    Replacement{0xFB05, 0xFB06, "st"},
    Replacement{0xFDD0, 0xFDEF, "\uFFFD"},
    Replacement{0xFE00, 0xFE0F, ""},  // variation selectors: a box with one is the same box
    Replacement{0xFEFF, 0xFEFF, ""},
};

const Replacement* find_replacement(char32_t code) {
    const auto row = std::lower_bound(replacements.begin(), replacements.end(), code,
                                      [](const Replacement& r, char32_t value) { return r.last < value; });
    return row != replacements.end() && row->first <= code ? &*row : nullptr;
}

// Characters that are there for the sake of other encodings or of their shape, and are written as others (Unicode 15,
// 2.3): digraphs and Roman numerals as one character, presentation forms, letters of formulas.
struct Range {
    char32_t first, last;
};
constexpr std::array shapes{
    Range{0x1C4, 0x1CC},   Range{0x2160, 0x217F}, Range{0xFB07, 0xFDCF},   Range{0xFDF0, 0xFDFF},
    Range{0xFE50, 0xFE6B}, Range{0xFE70, 0xFEFC}, Range{0x1D400, 0x1D7FF},
};

bool is_shape(char32_t code) {
    return code >= shapes.front().first && std::any_of(shapes.begin(), shapes.end(), [&](const Range& range) {
               return code >= range.first && code <= range.last;
           });
}

// Last two code points of each plane (Unicode 15, 23.7); those of the BMP's Arabic block stand in the table.
bool is_plane_end(char32_t code) { return (code & 0xFFFE) == 0xFFFE; }

// Characters that normalization may change or that may compose with what stands before them. Punctuation, symbols and
// private use never do, and are most of what office documents have beyond Latin letters.
bool may_denormalize(char32_t code) {
    return code >= 0x300 && !(code >= 0x2010 && code <= 0x205E) && !(code >= 0x20A0 && code <= 0x20CF) &&
           !(code >= 0x2190 && code <= 0x2328) && !(code >= 0x2400 && code <= 0x2ADB) &&
           !(code >= 0xE000 && code <= 0xF8FF);
}

// Dashes, quotation marks, bullets and the ellipsis: what an office program puts in place of ASCII.
bool is_common_punctuation(char32_t code) { return code >= 0x2010 && code <= 0x2027; }

using Form = const icu::Normalizer2* (*)(UErrorCode&);

std::string normalized(std::string_view text, Form form) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const normalizer = form(status);
    if (U_FAILURE(status)) throw std::bad_alloc();  // the data is part of ICU
    std::string out;
    out.reserve(text.size());
    icu::StringByteSink<std::string> sink(&out);
    normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                              status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    return out;
}

std::string to_nfc(std::string_view text) { return normalized(text, &icu::Normalizer2::getNFCInstance); }
std::string without_shape(std::string_view text) { return normalized(text, &icu::Normalizer2::getNFKCInstance); }

}  // namespace

bool is_utf8(std::string_view bytes) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto* const end = at + bytes.size();
    while (at != end) {
        if (end - at >= 8) {
            std::uint64_t word;
            std::memcpy(&word, at, 8);
            if ((word & 0x8080808080808080u) == 0) {
                at += 8;
                continue;
            }
        }
        const unsigned lead = *at++;
        if (lead < 0x80) continue;
        // Second byte's range by lead byte (Unicode 15, table 3-7).
        int more = 0;
        unsigned low = 0x80, high = 0xBF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            more = 1;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            more = 2;
            if (lead == 0xE0) low = 0xA0;
            if (lead == 0xED) high = 0x9F;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            more = 3;
            if (lead == 0xF0) low = 0x90;
            if (lead == 0xF4) high = 0x8F;
        } else {
            return false;
        }
        if (end - at < more) return false;
        for (; more > 0; --more, ++at) {
            if (*at < low || *at > high) return false;
            low = 0x80;
            high = 0xBF;
        }
    }
    return true;
}

namespace {

// `bytes` with U+FFFD for what is no UTF-8.
std::string well_formed(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        UChar32 code = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), at, bytes.size(), code);
        out += code < 0 ? std::string_view("\uFFFD") : bytes.substr(start, at - start);
    }
    return out;
}

std::string clean_characters(std::string_view text) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::string out;
    std::size_t copied = 0;  // bytes of `text` that stand in `out`
    bool denormalized = false, may_be_latin = false;
    std::string shown;
    for (std::size_t at = 0;;) {
        const auto* const odd =
            std::find_if_not(bytes + at, bytes + text.size(), [](auto b) { return clean_bytes[b]; });
        const auto start = static_cast<std::size_t>(odd - bytes);
        if (start == text.size()) break;
        at = start;
        UChar32 code = 0;
        U8_NEXT(bytes, at, text.size(), code);
        const auto character = static_cast<char32_t>(code);
        if (is_common_punctuation(character)) continue;
        std::string_view replacement;
        may_be_latin = may_be_latin || may_look_latin(character);
        char ascii = 0;
        if (const Replacement* found = find_replacement(character)) {
            // A carriage return before a newline says nothing more.
            const bool is_line_end = character == '\r' && at < text.size() && text[at] == '\n';
            replacement = is_line_end ? std::string_view() : found->text;
        } else if (character >= 0xFF01 && character <= 0xFF5E) {  // full-width
            ascii = static_cast<char>(character - 0xFF01 + '!');
            replacement = std::string_view(&ascii, 1);
        } else if (is_shape(character)) {
            shown = without_shape(text.substr(start, at - start));
            replacement = shown;
            denormalized = true;
        } else if (code < 0 || is_plane_end(character)) {
            replacement = "\uFFFD";
        } else {
            denormalized = denormalized || may_denormalize(character);
            continue;
        }
        out.append(text, copied, start - copied);
        out += replacement;
        copied = at;
    }
    if (copied == 0 && !denormalized) return std::string(text);
    out.append(text, copied);
    if (denormalized) out = to_nfc(out);
    // An accent that no Cyrillic letter has composes with the Latin one.
    return may_be_latin ? to_nfc(resolve_look_alikes(out)) : out;
}

}  // namespace

std::string clean_text(std::string_view text) {
    if (!is_utf8(text)) return clean_text(well_formed(text));
    if (!may_be_mojibake(text)) {
        std::string clean = clean_characters(text);
        if (clean.size() == text.size() || !may_be_mojibake(clean)) return clean;
        return clean_text(clean);  // what hid it is gone
    }
    // No-break spaces and soft hyphens are part of it; cleaning may bring more together.
    std::string clean = clean_characters(repair_mojibake(std::string(text)));
    return clean == text ? clean : clean_text(clean);
}

std::string collapse_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && !is_white_space(text[at])) ++at;
        if (begin < at) {
            if (!out.empty()) out += ' ';
            out += text.substr(begin, at - begin);
        }
        while (at < text.size() && is_white_space(text[at])) ++at;
    }
    return out;
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::string_view truncate_utf8(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

}  // namespace sop
