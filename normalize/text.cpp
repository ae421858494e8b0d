#include "normalize/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "extract/fold.h"
#include "ingest/text.h"

namespace sop {
namespace {

enum class Class : std::uint8_t { mark, space, digit, letter, other };

constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> table{};
    for (std::size_t byte = 0x80; byte < 256; ++byte) table[byte] = Class::other;
    for (const char c : {' ', '\t', '\r', '\f', '\v'}) table[static_cast<unsigned char>(c)] = Class::space;
    for (std::size_t c = '0'; c <= '9'; ++c) table[c] = Class::digit;
    for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = Class::letter;
    return table;
}();

struct Character {
    Class kind = Class::mark;
    char mark = '?';
    std::size_t size = 1;
};

// What the characters outside ASCII stand for in a value.
Character read_wide(std::string_view text) {
    std::size_t size = 0;
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), size, text.size(), code);
    Character out{Class::mark, '?', size};
    if (code < 0) return out;
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212)
        out.mark = '-';
    else if (code == 0x2018 || code == 0x2019 || code == 0x201B || code == 0x2032 || code == 0xB4)
        out.mark = '\'';
    else if ((code >= 0x201C && code <= 0x201F) || code == 0x2033 || code == 0x3003 || code == 0xAB || code == 0xBB)
        out.mark = '"';
    else if (u_isUWhiteSpace(code))
        out.kind = Class::space;
    else if (u_isUAlphabetic(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK))
        out.kind = Class::letter;
    return out;
}

Character read_character(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    const Class kind = classes[byte];
    if (kind == Class::other) return read_wide(text);
    return {kind, text.front() == '`' ? '\'' : text.front(), 1};
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Longest text that can be one of the short phrases below, with room for marks around it.
constexpr std::size_t max_phrase = 48;

bool is_alphanumeric(char c) {
    const Class kind = classes[static_cast<unsigned char>(c)];
    return kind == Class::letter || kind == Class::digit;
}

// Whether folded `text` is one of the phrases. Most texts start with another letter than any of them.
bool is_phrase(std::string_view text, std::initializer_list<std::string_view> phrases) {
    if (text.size() > max_phrase) return false;
    const auto first = std::find_if(text.begin(), text.end(), is_alphanumeric);
    if (first == text.end()) return false;
    const bool may_be = std::any_of(phrases.begin(), phrases.end(),
                                    [&](std::string_view phrase) { return phrase.front() == lower(*first); });
    if (!may_be) return false;
    const std::string folded = fold(text);
    return std::find(phrases.begin(), phrases.end(), folded) != phrases.end();
}

// Nothing but dashes, points and their likes. A lone mark of another kind (a tick, a plus) says something.
bool is_filler(std::string_view text) {
    constexpr std::string_view fillers = "-._/\\,:;*?";
    if (std::any_of(text.begin(), text.end(), is_alphanumeric)) return false;
    const Tokens tokens(text);
    return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        if (token.text == "…" || token.text == "•" || token.text == "·") return true;
        const bool is_known = token.kind == Token::Kind::mark && (token.mark != '?' || token.text == "?");
        return is_known && fillers.find(token.mark) != std::string_view::npos;
    });
}

// Quotes, or two apostrophes or commas for one.
bool is_ditto_mark(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), is_alphanumeric)) return false;
    const Tokens tokens(text);
    const bool only_quotes =
        std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.is('"'); });
    const bool is_doubled = tokens.size() == 2 && tokens[1].glued && tokens[0].mark == tokens[1].mark &&
                            (tokens[0].is('\'') || tokens[0].is(','));
    return only_quotes || is_doubled;
}

}  // namespace

bool Token::is(std::string_view word) const {
    return kind == Kind::word && text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == b; });
}

bool Token::is_any(std::initializer_list<std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return is(word); });
}

std::optional<int> Token::number(std::size_t min_digits, std::size_t max_digits) const {
    if (kind != Kind::number || text.size() < min_digits || text.size() > std::min<std::size_t>(max_digits, 9))
        return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Tokens::Tokens(std::string_view text) {
    text = truncate_utf8(text, longest_value);
    constexpr std::size_t usual_token = 4;  // bytes, with the space before it
    tokens_.reserve(text.size() / usual_token + 1);
    bool glued = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character first = read_character(text.substr(at));
        if (first.kind == Class::space) {
            at += first.size;
            glued = false;
            continue;
        }
        const std::size_t start = at;
        at += first.size;
        Token token{Token::Kind::mark, {}, first.mark, glued};
        if (first.kind != Class::mark) {
            token.kind = first.kind == Class::digit ? Token::Kind::number : Token::Kind::word;
            token.mark = 0;
            while (at < text.size()) {
                const Character next = read_character(text.substr(at));
                if (next.kind != first.kind) break;
                at += next.size;
            }
        }
        token.text = text.substr(start, at - start);
        tokens_.push_back(token);
        glued = !token.is('\n');
    }
}

std::string_view Tokens::slice(std::size_t first, std::size_t last) const {
    const char* begin = tokens_[first].text.data();
    return {begin, static_cast<std::size_t>(tokens_[last].text.data() + tokens_[last].text.size() - begin)};
}

std::string tidy_lines(std::string text) {
    std::size_t to = 0;
    bool pending_space = false, pending_line = false;
    for (const char c : text) {
        if (c == '\n') {
            pending_line = to > 0;
        } else if (classes[static_cast<unsigned char>(c)] == Class::space) {
            pending_space = to > 0;
        } else {
            if (pending_line)
                text[to++] = '\n';
            else if (pending_space)
                text[to++] = ' ';
            pending_space = pending_line = false;
            text[to++] = c;
        }
    }
    text.resize(to);
    return text;
}

bool is_absent(std::string_view text) {
    text = trim(text);
    if (text.empty()) return true;
    if (text.size() > max_phrase) return false;
    return is_filler(text) || is_phrase(text, {"n v t", "nvt", "niet van toepassing", "geen", "leeg", "niet ingevuld"});
}

bool is_ditto(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > max_phrase) return false;
    return is_ditto_mark(text) ||
           is_phrase(text, {"idem", "idem dito", "dito", "zie boven", "zie hierboven", "als boven", "als hierboven",
                            "idem als boven", "idem als hierboven", "idem zie boven"});
}

bool is_reference(std::string_view text) {
    text = trim(text);
    if (text.size() > max_phrase) return false;
    if (is_ditto(text)) return true;
    const Tokens tokens(text);
    if (tokens[0].is("zie"))  // "Zie Zo" may be a school
        return tokens[1].is_any({"boven",      "hierboven", "onder",     "onderaan",  "hieronder", "beneden", "verder",
                                 "ook",        "de",        "het",       "onze",      "website",   "site",    "bijlage",
                                 "schoolgids", "hoofdstuk", "paragraaf", "par",       "pagina",    "blz",     "pag",
                                 "omslag",     "voorblad",  "voorkant",  "titelblad", "punt",      "vraag",   "p"});
    return is_phrase(text, {"volgt", "volgt nog", "nog niet bekend", "nog onbekend", "onbekend", "nader te bepalen",
                            "ntb", "n t b", "nog in te vullen", "nog invullen", "in te vullen", "invullen",
                            "wordt nog ingevuld", "wordt later ingevuld", "wordt nog aangevuld"});
}

std::string_view strip_item_mark(std::string_view text) {
    text = trim(text);
    for (const std::string_view bullet : {"•", "·", "▪", "●", "○", "◦", "–", "-", "*"}) {
        if (text.starts_with(bullet) && text.substr(bullet.size()).starts_with(' '))
            return trim(text.substr(bullet.size()));
    }
    // "1.1 De school": before a capital, or it may be a number that counts.
    const std::size_t number_end = std::min(text.find_first_not_of("0123456789."), text.size());
    const bool is_numbered = number_end >= 3 && classes[static_cast<unsigned char>(text[0])] == Class::digit &&
                             text.substr(0, number_end).find('.') < number_end - 1 &&
                             text.substr(number_end).starts_with(' ');
    if (is_numbered && starts_upper(trim(text.substr(number_end)))) return trim(text.substr(number_end));
    // "3." or "12)" or "b)"; a letter with a dot may be an initial.
    std::size_t mark = 0;
    while (mark < text.size() && mark < 2 && classes[static_cast<unsigned char>(text[mark])] == Class::digit) ++mark;
    const bool is_letter = mark == 0 && !text.empty() && classes[static_cast<unsigned char>(text[0])] == Class::letter;
    if (is_letter) mark = 1;
    if (mark == 0 || mark + 1 >= text.size() || text[mark + 1] != ' ') return text;
    if (text[mark] == ')' || (text[mark] == '.' && !is_letter)) return trim(text.substr(mark + 2));
    return text;
}

bool contains_words(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const auto after = at + words.size();
        if ((at == 0 || text[at - 1] == ' ') && (after == text.size() || text[after] == ' ')) return true;
    }
    return false;
}

std::string small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool starts_upper(std::string_view text) {
    if (text.empty()) return false;
    std::size_t size = 0;
    UChar32 code = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), size, text.size(), code);
    return code >= 0 && u_isUUppercase(code);
}

}  // namespace sop
