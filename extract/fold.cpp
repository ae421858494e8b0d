#include "extract/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/text.h"

namespace sop {
namespace {

// What a character becomes: letters and digits are kept, marks vanish inside a word, all else ends it.
struct Folded {
    enum class Kind : std::uint8_t { separator, mark, word };
    Kind kind = Kind::separator;
    std::uint8_t size = 0;
    std::array<char, 14> bytes{};
};

Folded fold_code_point(UChar32 code) {
    Folded folded;
    const auto type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) {
        folded.kind = Folded::Kind::mark;
        return folded;
    }
    if (!u_isalnum(code)) return folded;
    folded.kind = Folded::Kind::word;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString parts;
    if (U_FAILURE(status) || !nfkd->getDecomposition(u_tolower(code), parts)) parts = u_tolower(code);
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 part = parts.char32At(i);
        if (!u_isalnum(part)) continue;
        std::array<char, 4> utf8{};
        std::int32_t size = 0;
        UBool failed = false;
        U8_APPEND(utf8.data(), size, 4, u_tolower(part), failed);
        if (failed || folded.size + static_cast<std::size_t>(size) > folded.bytes.size()) break;
        std::copy_n(utf8.begin(), size, folded.bytes.begin() + folded.size);
        folded.size = static_cast<std::uint8_t>(folded.size + size);
    }
    return folded;
}

// The Latin letters of Dutch and its neighbours, looked up instead of computed.
constexpr UChar32 table_size = 0x250;
const Folded& fold_latin(UChar32 code) {
    static const std::array<Folded, table_size> table = [] {
        std::array<Folded, table_size> entries;
        for (UChar32 c = 0; c < table_size; ++c) entries[static_cast<std::size_t>(c)] = fold_code_point(c);
        return entries;
    }();
    return table[static_cast<std::size_t>(code)];
}

// Folded ASCII character; 0 for a separator.
constexpr std::array<char, 128> ascii_fold = [] {
    std::array<char, 128> table{};
    for (std::size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
    for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = static_cast<char>(c);
    return table;
}();

// Gives the folded words of `text`, one space between them. Calls begin(at, folded) before the first character of a
// word, that at byte `at` of the text and `folded` of the result, and end(at, folded) behind its last.
template <class Begin, class End>
std::string scan_words(std::string_view text, Begin begin, End end) {
    // A word is never longer than what it was made of but for characters that grow: room is made for those as they
    // come.
    std::string folded(text.size(), '\0');
    std::size_t used = 0;
    bool in_word = false;
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), INT32_MAX));
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto enter = [&](std::int32_t at) {
        in_word = true;
        if (used > 0) folded[used++] = ' ';
        begin(at, used);
    };
    const auto leave = [&](std::int32_t at) {
        in_word = false;
        end(at, used);
    };
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        if (bytes[at] < 0x80) {
            const char character = ascii_fold[bytes[at++]];
            if (character != 0) {
                if (!in_word) enter(start);
                folded[used++] = character;
            } else if (in_word) {
                leave(start);
            }
            continue;
        }
        UChar32 code = 0;
        U8_NEXT(bytes, at, size, code);
        const Folded other = code < table_size ? Folded{} : fold_code_point(code);
        const Folded& character = code >= 0 && code < table_size ? fold_latin(code) : other;
        if (character.kind == Folded::Kind::separator) {
            if (in_word) leave(start);
        } else if (character.kind == Folded::Kind::word) {
            if (!in_word) enter(start);
            const auto taken = static_cast<std::size_t>(at - start);
            if (character.size > taken) folded.resize(folded.size() + character.size - taken);
            std::copy_n(character.bytes.begin(), character.size, folded.begin() + static_cast<std::ptrdiff_t>(used));
            used += character.size;
        }
    }
    if (in_word) leave(size);
    folded.resize(used);
    return folded;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Words that stand before a heading's number.
constexpr std::array<std::string_view, 7> chapter_words{"hoofdstuk", "deel",      "domein", "paragraaf",
                                                        "ad",        "onderdeel", "par"};

// Length of a letter with a number behind it, "C1" of "C1. Basisondersteuning"; 0 where no sign says that it numbers.
std::size_t lettered_length(std::string_view text) {
    std::size_t at = 1;
    while (at < text.size() && is_digit(text[at])) ++at;
    const bool is_number = at > 1 && at <= 3 && at + 1 < text.size();
    return is_number && (text[at] == '.' || text[at] == ')' || text[at] == ':') && is_space(text[at + 1]) ? at : 0;
}

// Length of the number at the start of `text`: "2.1", "IV", "A", "C1"; 0 where there is none.
std::size_t number_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) {
        const std::size_t start = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at - start > 2) return 0;  // a year or a code, never a chapter
        if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) ++at;
    }
    if (at > 0) return at;
    while (at < text.size() && (text[at] == 'I' || text[at] == 'V' || text[at] == 'X')) ++at;
    if (at == 0 && !text.empty() && is_upper(text[0])) at = 1;
    if (const std::size_t lettered = at == 1 ? lettered_length(text) : 0; lettered > 0) return lettered;
    return at <= 5 ? at : 0;
}

// Length of the signs between a number and its title, given what follows the number; npos where the number is part of
// the text ("1e", "2014-2018", "5-daagse", "A-stroom").
std::size_t separator_length(std::string_view rest, bool is_numeric, bool is_dotted, bool follows_word) {
    std::size_t at = 0;
    while (at < rest.size() && (rest[at] == '.' || rest[at] == ')' || rest[at] == ':')) ++at;
    const bool has_sign = at > 0;
    std::size_t spaces = at;
    while (spaces < rest.size() && is_space(rest[spaces])) ++spaces;
    if (spaces == rest.size()) return spaces;
    for (const std::string_view dash : {"- ", "– ", "— ", "| "})
        if (spaces > 0 && rest.substr(spaces).starts_with(dash)) return spaces + dash.size();
    if (has_sign) return is_numeric || spaces > at || follows_word ? spaces : std::string_view::npos;
    if (spaces > 0) return is_numeric || follows_word ? spaces : std::string_view::npos;
    return is_dotted && is_letter(rest[0]) && !(rest[0] >= 'a' && rest[0] <= 'z') ? 0 : std::string_view::npos;
}

}  // namespace

std::string fold(std::string_view text) {
    const auto nothing = [](std::int32_t, std::size_t) {};
    return scan_words(text, nothing, nothing);
}

Words fold_words(std::string_view text) {
    Words result;
    result.words.reserve(text.size() / 6 + 1);
    result.folded = scan_words(
        text,
        [&](std::int32_t at, std::size_t folded) {
            result.words.push_back({static_cast<std::uint32_t>(at), 0, static_cast<std::uint32_t>(folded), 0});
        },
        [&](std::int32_t at, std::size_t folded) {
            result.words.back().end = static_cast<std::uint32_t>(at);
            result.words.back().fold_end = static_cast<std::uint32_t>(folded);
        });
    return result;
}

NumberedHeading split_heading(std::string_view heading) {
    const std::string_view whole = trim(heading);
    std::string_view text = whole;
    const bool opened = text.starts_with('(');
    if (opened) text.remove_prefix(1);

    bool follows_word = false;
    const std::size_t space = text.find_first_of(" \t");
    if (space <= 9 && is_letter(text[0])) {
        const std::string word = fold(text.substr(0, space));
        if (std::find(chapter_words.begin(), chapter_words.end(), word) != chapter_words.end()) {
            text = trim(text.substr(space));
            follows_word = true;
        }
    }

    const std::size_t length = number_length(text);
    if (length == 0 || (opened && (length >= text.size() || text[length] != ')'))) return {"", std::string(whole)};
    const std::string_view number = text.substr(0, length);
    const bool is_numeric = is_digit(number[0]);
    const std::size_t gap = separator_length(text.substr(length), is_numeric,
                                             number.find('.') != std::string_view::npos, follows_word || opened);
    if (gap == std::string_view::npos) return {"", std::string(whole)};
    const std::string_view title = trim(text.substr(length + gap));
    if (title.empty()) return {"", std::string(whole)};
    if (is_numeric && !follows_word && is_space(text[length]) &&
        month_of(fold(title.substr(0, title.find_first_of(" \t,")))) > 0)
        return {"", std::string(whole)};  // "1 mei 2015"
    return {std::string(number), std::string(title)};
}

int month_of(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, int>, 27> months{{
        {"januari", 1}, {"jan", 1},       {"februari", 2}, {"feb", 2},  {"febr", 2},      {"maart", 3}, {"mrt", 3},
        {"maa", 3},     {"april", 4},     {"apr", 4},      {"mei", 5},  {"juni", 6},      {"jun", 6},   {"juli", 7},
        {"jul", 7},     {"augustus", 8},  {"aug", 8},      {"sep", 9},  {"september", 9}, {"sept", 9},  {"oktober", 10},
        {"okt", 10},    {"november", 11}, {"nov", 11},     {"dec", 12}, {"december", 12}, {"oct", 10},
    }};
    for (const auto& [name, month] : months)
        if (name == word) return month;
    return 0;
}

}  // namespace sop
