#include "normalize/dutch.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "ingest/text.h"
#include "normalize/text.h"

namespace sop {
namespace {

struct Character {
    char32_t code = 0;
    std::size_t begin = 0, end = 0;  // in the text
};

// The character that starts at `at`; 0 at the end of the text and for a damaged one.
Character character_at(std::string_view text, std::size_t at) {
    Character out{0, at, at};
    if (at >= text.size()) return out;
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), out.end, text.size(), code);
    out.code = code < 0 ? 0 : static_cast<char32_t>(code);
    return out;
}

// The character before `at`.
char32_t character_before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    auto from = static_cast<std::int32_t>(at);
    UChar32 code = 0;
    U8_PREV(reinterpret_cast<const std::uint8_t*>(text.data()), 0, from, code);
    return code < 0 ? 0 : static_cast<char32_t>(code);
}

bool is_letter(char32_t code) { return u_isalpha(static_cast<UChar32>(code)) != 0; }
bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }
bool is_alphanumeric(char32_t code) { return is_letter(code) || is_digit(code); }

// What an apostrophe stands behind: "50+'er".
bool is_of_word(char32_t code) { return is_alphanumeric(code) || code == '+'; }

// What people type for an apostrophe or a single quotation mark.
bool is_mark(char32_t code) {
    return code == '\'' || code == '`' || code == 0xB4 || (code >= 0x2018 && code <= 0x201B && code != 0x201A) ||
           code == 0x2032;
}
// Of these, the ones that are neither.
bool is_accent(char32_t code) { return code == '`' || code == 0xB4 || code == 0x201B || code == 0x2032; }

constexpr std::string_view apostrophe = "'", open_quote = "\u2018", close_quote = "\u2019";

// What is left of a small word at its apostrophe: "'s ochtends", "'t", "'n", "'k", "'m", "'r".
constexpr std::array<std::string_view, 8> elided{"s", "t", "n", "k", "m", "r", "em", "ns"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// A mark in its text.
struct Mark {
    Character sign;
    bool follows_word = false, precedes_word = false;
    std::string_view text;  // what it becomes; "" for what it is
};

// Behind the mark stands "s", "t", …, or the last two figures of a year, and no other mark that closes it.
bool is_elision(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_alphanumeric(character_at(text, end).code)) end = character_at(text, end).end;
    if (is_mark(character_at(text, end).code)) return false;
    std::string word(text.substr(at, end - at));
    if (word.size() == 2 && is_digit(static_cast<unsigned char>(word[0])) &&
        is_digit(static_cast<unsigned char>(word[1])))
        return true;
    std::transform(word.begin(), word.end(), word.begin(), lower);
    return std::find(elided.begin(), elided.end(), word) != elided.end();
}

std::vector<Mark> find_marks(std::string_view text) {
    std::vector<Mark> marks;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (is_mark(c.code))
            marks.push_back(
                {c, is_of_word(character_before(text, at)), is_alphanumeric(character_at(text, c.end).code), {}});
        at = c.end;
    }
    return marks;
}

// Says of each mark what it becomes.
void judge_marks(std::string_view text, std::vector<Mark>& marks) {
    const auto closes = [&](const Mark& mark) {
        return !mark.precedes_word && mark.sign.begin > 0 &&
               !u_isUWhiteSpace(static_cast<UChar32>(character_before(text, mark.sign.begin)));
    };
    std::size_t closing = 0;  // first mark that may close; grows with the openings
    for (std::size_t i = 0; i < marks.size(); ++i) {
        Mark& mark = marks[i];
        if (!mark.text.empty()) continue;
        if (mark.follows_word || (mark.precedes_word && is_elision(text, mark.sign.end))) {
            mark.text = apostrophe;
        } else if (mark.precedes_word) {
            closing = std::max(closing, i + 1);
            while (closing < marks.size() && !closes(marks[closing])) ++closing;
            if (closing < marks.size()) {
                Mark& end = marks[closing++];
                const bool is_typed = mark.sign.code == '\'' && end.sign.code == '\'';
                const bool are_quotes = !is_accent(mark.sign.code) && !is_accent(end.sign.code);
                mark.text = is_typed     ? apostrophe
                            : are_quotes ? text.substr(mark.sign.begin, mark.sign.end - mark.sign.begin)
                                         : open_quote;
                end.text = is_typed     ? apostrophe
                           : are_quotes ? text.substr(end.sign.begin, end.sign.end - end.sign.begin)
                                        : close_quote;
            }
        }
        if (mark.text.empty() && is_accent(mark.sign.code)) mark.text = apostrophe;
    }
}

bool has_marks(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '`') return true;
        if (c != '\xC2' && c != '\xE2') continue;  // ´ and the others start with these
        if (const char32_t code = character_at(text, at).code; is_mark(code)) return true;
    }
    return false;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Longer ones are no words with punctuation between them; bounds what is read around each mark of hostile text.
constexpr std::size_t longest_token = 120;

// The token around `at`, up to white space on both sides, is an address or the name of a file.
bool is_address(std::string_view text, std::size_t at) {
    constexpr std::string_view spaces = " \t\n";
    constexpr std::array<std::string_view, 12> ends{".nl",   ".com", ".org", ".net",  ".be",  ".eu",
                                                    ".info", ".pdf", ".doc", ".docx", ".xls", ".xlsx"};
    const std::size_t from = at - std::min(at, longest_token);
    text = text.substr(from, 2 * longest_token);
    at -= from;
    const std::size_t before = text.substr(0, at).find_last_of(spaces);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of(spaces, at), text.size());
    std::string token(text.substr(begin, end - begin));
    std::transform(token.begin(), token.end(), token.begin(), lower);
    if (token.find_first_of("@/\\_=") != std::string::npos || token.find("www") != std::string::npos) return true;
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view suffix) {
        const std::size_t found = token.find(suffix);
        return found != std::string::npos &&
               (found + suffix.size() == token.size() || !is_small(token[found + suffix.size()]));
    });
}

// Text around the punctuation mark at `at`: two letters on both sides, and behind the end of a sentence a capital.
bool glues(std::string_view text, std::size_t at) {
    if (at < 2 || at + 2 >= text.size()) return false;
    const char c = text[at], before = text[at - 1], earlier = text[at - 2], next = text[at + 1], later = text[at + 2];
    if (!is_small(before) || !(is_small(earlier) || is_capital(earlier)) || !is_small(later)) return false;
    if (c == ',' || c == ';') return is_small(next) || is_capital(next);
    return (c == '.' || c == '?' || c == '!' || c == ':') && is_capital(next);
}

constexpr std::string_view gluing = ",;.?!:";

bool may_glue(std::string_view text) {
    for (std::size_t at = 1; at + 1 < text.size(); ++at)
        if (!is_small(text[at]) && is_small(text[at - 1]) && (is_small(text[at + 1]) || is_capital(text[at + 1])) &&
            gluing.find(text[at]) != std::string_view::npos)
            return true;
    return false;
}

}  // namespace

std::string repair_apostrophes(std::string_view text) {
    if (!has_marks(text)) return std::string(text);
    std::vector<Mark> marks = find_marks(text);
    judge_marks(text, marks);
    std::string out;
    out.reserve(text.size());
    std::size_t copied = 0;
    for (const Mark& mark : marks) {
        if (mark.text.empty()) continue;
        out.append(text, copied, mark.sign.begin - copied);
        out += mark.text;
        copied = mark.sign.end;
    }
    out.append(text, copied);
    return out;
}

std::string part_glued_words(std::string_view text) {
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = text.find_first_of(gluing); at != std::string_view::npos;
         at = text.find_first_of(gluing, at + 1)) {
        if (!glues(text, at) || is_address(text, at)) continue;
        out.append(text, copied, at + 1 - copied);
        out += ' ';
        copied = at + 1;
    }
    if (copied == 0) return std::string(text);
    out.append(text, copied);
    return out;
}

std::string dutch_lines(std::string_view text) {
    std::string out = has_marks(text) ? repair_apostrophes(text) : std::string(text);
    if (has_lone_letters(out)) out = join_spaced_letters(out);
    return tidy_lines(may_glue(out) ? part_glued_words(out) : std::move(out));
}

std::string dutch_line(std::string_view text) { return collapse_spaces(dutch_lines(text)); }

bool differ_in_words(std::string_view a, std::string_view b) {
    const auto plain = [](std::string_view text) {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const Character c = character_at(text, at);
            if (is_mark(c.code) && !is_accent(c.code))
                out += apostrophe;
            else if (!u_isUWhiteSpace(static_cast<UChar32>(c.code)))
                out.append(text, c.begin, c.end - c.begin);
            at = c.end;
        }
        return out;
    };
    return a != b && plain(a) != plain(b);
}

}  // namespace sop
