#include "normalize/name_context.h"

#include <algorithm>
#include <array>

#include "normalize/person_words.h"
#include "normalize/text.h"

namespace sop {
namespace {

// Words between a role and its name, or between a name and its role.
constexpr int most_between = 5;
constexpr int most_before_role = 3;
constexpr int most_name_words = 6;

// What somebody is something of: "leerkracht van groep 3", "contactpersoon voor ouders".
constexpr std::array<std::string_view, 37> scope_words{
    "vanuit", "cluster", "van",  "de",        "het",        "onze",      "deze",       "voor",     "in",     "op",
    "bij",    "en",      "t/m",  "tot",       "met",        "groep",     "groepen",    "gr",       "klas",   "unit",
    "school", "locatie", "mr",   "gmr",       "or",         "team",      "leerlingen", "kinderen", "ouders", "ib",
    "rt",     "taal",    "zorg", "onderbouw", "middenbouw", "bovenbouw", "rekenen"};
constexpr std::array<std::string_view, 3> verbs{"is", "zijn", "heet"};
constexpr std::array<std::string_view, 4> dashes{"-", "–", "—", "="};
// Before a place, not before a person: "In Almere Haven is de intern begeleider".
constexpr std::array<std::string_view, 5> place_words{"in", "te", "uit", "naar", "rond"};
// Begin a sentence with their capital.
constexpr std::array<std::string_view, 34> openings{
    "aan",   "als",   "bij",    "daar",   "daarnaast", "dan",  "dat",     "de",  "deze", "dit",   "door", "een",
    "en",    "er",    "graag",  "het",    "hier",      "in",   "maar",    "met", "na",   "naast", "onze", "ook",
    "samen", "sinds", "tevens", "verder", "volgens",   "voor", "wanneer", "wij", "zij",  "zowel"};

template <class Words>
bool has(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_small_word(std::string_view word) { return !word.empty() && word.front() >= 'a' && word.front() <= 'z'; }

template <class Words>
bool has_any_case(const Words& words, std::string_view word) {
    constexpr std::size_t longest = 16;
    if (word.size() > longest) return false;
    std::string small(word);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return has(words, small);
}

bool is_number(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789/-") == std::string_view::npos;
}

// "VVE", "MR"
bool is_abbreviation(std::string_view word) {
    constexpr std::size_t longest = 4;
    return word.size() > 1 && word.size() <= longest &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Begin of the word that ends at `end`.
std::size_t word_begin(std::string_view text, std::size_t end) {
    while (end > 0 && !is_text_space(text[end - 1]) && text[end - 1] != '(') --end;
    return end;
}

// End of the name before a role at `begin`: behind "(", "," or a dash and a few small words, or behind "is".
struct Gap {
    std::size_t name_end = 0;
    bool is_bracket = false;
    bool is_line = false;  // the name is all of the line before
};
std::optional<Gap> find_gap(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    for (int words = 0; words <= most_before_role && at > 1; ++words) {
        if (text[at - 1] == '(') return text[at - 2] == ' ' ? std::optional(Gap{at - 2, true}) : std::nullopt;
        if (text[at - 1] == '\n' && words == 0) {
            while (at > 0 && text[at - 1] == '\n') --at;
            return Gap{at, false, true};
        }
        if (text[at - 1] != ' ') return std::nullopt;
        if (text[at - 2] == ',' || text[at - 2] == ':') return Gap{at - 2, false};
        const std::size_t from = word_begin(text, at - 1);
        const std::string_view word = text.substr(from, at - 1 - from);
        if (has(verbs, word) || has(dashes, word))
            return from > 0 && text[from - 1] == ' ' ? std::optional(Gap{from - 1, false}) : std::nullopt;
        if (!is_small_word(word) || std::string_view(".;!?)").find(word.back()) != std::string_view::npos ||
            has(scope_words, word) != has(std::array<std::string_view, 3>{"de", "onze", "het"}, word))
            return std::nullopt;
        at = from;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::size_t> skip_to_name(std::string_view text, std::size_t end) {
    std::size_t at = end;
    if (at > 0 && (text[at - 1] == ':' || text[at - 1] == ',')) return at;
    for (int words = 0; words < most_between && at < text.size() && text[at] == ' '; ++words) {
        const std::size_t from = at + 1, stop = word_end(text, from);
        std::string_view word = text.substr(from, stop - from);
        if (word.starts_with('(')) return words == 0 ? std::optional(from + 1) : std::nullopt;
        if (has(verbs, word) || has(dashes, word) || word == ":") return stop;
        const bool ends_here = word.ends_with(':');
        if (ends_here) word.remove_suffix(1);
        if (!is_number(word) && !is_abbreviation(word) && !has_any_case(scope_words, word) &&
            !(ends_here && is_small_word(word)))
            return std::nullopt;
        if (ends_here) return stop;
        at = stop;
    }
    return std::nullopt;
}

FoundName find_name_before(std::string_view text, std::size_t begin) {
    const FoundName none{begin, begin, begin};
    const auto gap = find_gap(text, begin);
    if (!gap) return none;
    std::size_t at = gap->name_end, name_begin = at;
    int capitals = 0;
    for (int seen = 0; seen < most_name_words && at > 0; ++seen) {
        const std::size_t from = word_begin(text, at);
        const std::string_view word = text.substr(from, at - from);
        const bool is_initial = is_initials(word) && !is_title(word);
        const std::string_view bare = is_initial ? word : bare_word(word);
        if (bare.empty() || bare != word || is_title(word)) break;
        if (is_capitalised(word) && !is_particle(word)) {
            if (is_no_name(word) || is_body_word(word)) return none;
            if (is_function(word, true) || is_role(word) || has_any_case(openings, word)) break;
            name_begin = from;
            ++capitals;
        } else if (!is_particle(word) || capitals == 0) {
            if (!gap->is_bracket && has_any_case(place_words, word)) return none;
            break;
        } else if (has_any_case(place_words, word)) {
            return none;
        }
        if (from == 0 || text[from - 1] != ' ') break;
        at = from - 1;
    }
    if (gap->is_line && (name_begin != 0 && text[name_begin - 1] != '\n')) return none;
    return capitals >= 2 ? FoundName{name_begin, gap->name_end, begin} : none;
}

}  // namespace sop
