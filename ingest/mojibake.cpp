#include "ingest/mojibake.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace sop {
namespace {

// The bytes 0x80..0xBF, which continue a character of UTF-8, as each encoding reads them; and `leads`, which start one.
struct Encoding {
    std::u32string_view continuations, leads;
};
// Of the letters and signs in Dutch text; 0xC5, 0xC6 and 0xCB of what stands between in mojibake of mojibake ("œ").
constexpr std::array<std::uint8_t, 6> leads{0xC2, 0xC3, 0xC5, 0xC6, 0xCB, 0xE2};
// Bytes without a character in Windows-1252 are read as C1 controls.
constexpr Encoding windows_1252{
    U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"
    U"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿",
    U"ÂÃÅÆËâ"};
constexpr Encoding cp850{U"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐", U"┬├┼ã╦Ô"};
constexpr Encoding cp852{U"ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐", U"┬├┼Ă╦Ô"};
static_assert(windows_1252.continuations.size() == 64 && cp850.continuations.size() == 64 &&
              cp852.continuations.size() == 64);

constexpr std::size_t longest_sequence = 3;

// What Dutch text has beyond ASCII; and in between the characters of mojibake that was read wrongly twice.
bool is_plausible(char32_t code) {
    constexpr std::u32string_view signs = U"\u00A0\u00AD£§©«®°²³´µ·»¼½¾–—‘’‚“”„•…€†™ƒ";
    return (code >= 0xC0 && code <= 0xFF && code != 0xD7) || signs.find(code) != std::u32string_view::npos;
}

bool is_typographic(char32_t code) { return code >= 0x2010 && code <= 0x2027; }
bool is_box_drawing(char32_t code) { return code >= 0x2500 && code <= 0x259F; }

char32_t character_at(std::string_view text, std::size_t& at) {
    if (at >= text.size()) return 0;
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), code);
    return code < 0 ? 0 : static_cast<char32_t>(code);
}

std::optional<char32_t> byte_of(const Encoding& encoding, char32_t code) {
    if (&encoding == &windows_1252 && code >= 0x80 && code <= 0x9F) return code;  // Latin-1
    const std::size_t at = encoding.continuations.find(code);
    return at == std::u32string_view::npos ? std::nullopt : std::optional(0x80 + static_cast<char32_t>(at));
}

struct Sequence {
    char32_t code = 0;  // what it stands for
    std::size_t size = 0;
};

// The sequence at the start of `text` by one encoding, whatever it stands for.
std::optional<Sequence> decode_any(const Encoding& encoding, std::string_view text) {
    Sequence out;
    const char32_t lead = character_at(text, out.size);
    const std::size_t row = encoding.leads.find(lead);
    if (row == std::u32string_view::npos) return std::nullopt;
    const bool is_long = leads.at(row) >= 0xE0;
    out.code = leads.at(row) & (is_long ? 0x0F : 0x1F);
    for (std::size_t more = is_long ? longest_sequence - 1 : 1; more > 0; --more) {
        const auto byte = byte_of(encoding, character_at(text, out.size));
        if (!byte) return std::nullopt;
        out.code = (out.code << 6) | (*byte & 0x3F);
    }
    return out;
}

std::optional<Sequence> decode(const Encoding& encoding, std::string_view text) {
    const auto out = decode_any(encoding, text);
    return out && is_plausible(out->code) ? out : std::nullopt;
}

void append(std::string& out, char32_t code) {
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(code));
    out.append(reinterpret_cast<const char*>(bytes.data()), size);
}

// The same of what was read wrongly twice, "ÃƒÂ¶" for "ö": sequences that stand for those of one character. What
// stands between has no other sense ("¶", "├").
std::optional<Sequence> decode_twice(const Encoding& encoding, std::string_view text) {
    std::string inner;
    std::size_t size = 0;
    for (std::size_t count = 1; count <= longest_sequence; ++count) {
        const auto next = decode_any(encoding, text.substr(size));
        if (!next) return std::nullopt;
        append(inner, next->code);
        size += next->size;
        if (count == 1) continue;
        if (const auto found = decode(encoding, inner)) return Sequence{found->code, size};
    }
    return std::nullopt;
}

// "IRMÃ–" may end in a dash: a letter made of a punctuation mark stands in a word, capitals after a capital. "├┤" may
// be the side of a drawn table.
bool fits(const Sequence& sequence, std::string_view text, bool follows_letter) {
    std::size_t at = 0;
    character_at(text, at);
    const char32_t second = character_at(text, at);
    if (at != sequence.size || (!is_typographic(second) && !is_box_drawing(second))) return true;
    const auto next = static_cast<UChar32>(character_at(text, at));
    if (is_box_drawing(second)) return follows_letter || u_isUAlphabetic(next) != 0;
    return follows_letter ? u_isUUppercase(next) != 0 : u_isUAlphabetic(next) != 0;
}

std::optional<Sequence> certain_sequence(std::string_view text, bool follows_letter) {
    std::optional<Sequence> found;
    for (const Encoding* encoding : {&windows_1252, &cp850, &cp852}) {
        const auto sequence = decode_twice(*encoding, text);
        if (!sequence) continue;
        if (found && found->code != sequence->code) return std::nullopt;
        found = sequence;
    }
    if (found) return found;
    for (const Encoding* encoding : {&windows_1252, &cp850, &cp852}) {
        const auto sequence = decode(*encoding, text);
        if (!sequence || !fits(*sequence, text, follows_letter)) continue;
        if (found && found->code != sequence->code) return std::nullopt;
        found = sequence;
    }
    return found;
}

// Reads one layer of wrong encoding; false where there was none.
bool repair_once(std::string& text) {
    std::string out;
    std::size_t copied = 0;
    bool follows_letter = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        if (may_be_mojibake(rest.substr(0, longest_sequence))) {
            if (const auto sequence = certain_sequence(rest, follows_letter)) {
                out.append(text, copied, at - copied);
                append(out, sequence->code);
                at += sequence->size;
                copied = at;
                follows_letter = u_isUAlphabetic(static_cast<UChar32>(sequence->code)) != 0;
                continue;
            }
        }
        follows_letter = u_isUAlphabetic(static_cast<UChar32>(character_at(text, at))) != 0;
    }
    if (copied == 0) return false;
    out.append(text, copied);
    text = std::move(out);
    return true;
}

}  // namespace

bool may_be_mojibake(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]), next = static_cast<unsigned char>(text[at + 1]);
        if (byte == 0xC3 && (next == 0x82 || next == 0x83 || next == 0xA2 || next == 0x94)) return true;  // Â Ã â Ô
        if (byte == 0xE2 && next == 0x94) return true;                                                    // ├ ┬
    }
    return false;
}

std::string repair_mojibake(std::string text) {
    // Each layer at least doubled what it read wrongly, so there are few.
    while (repair_once(text)) {
    }
    return text;
}

}  // namespace sop
