#include "normalize/name_scan.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/fold.h"
#include "normalize/first_names.h"
#include "normalize/person_words.h"
#include "normalize/text.h"

namespace sop {
namespace {

// A name in running text has no more words than these.
constexpr int max_name_words = 6;

// "GGD": capitals alone. Not "K.", "A" and "'t".
bool is_abbreviation(std::string_view word) {
    constexpr std::size_t shortest = 2;
    return word.size() >= shortest &&
           std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
}

bool may_be_surname(std::string_view word) {
    if (is_no_name(word) || is_body(word) || is_abbreviation(word) || is_function(word, true) || has_digits(word))
        return false;
    if (ends_as_place(word)) return false;
    const std::string folded = fold(word);
    for (const std::string_view known :
         {"frank", "ligthart", "montessori", "parkhurst", "petersen", "steiner", "freinet", "marzano"})
        if (folded == known) return false;
    return true;
}

// The last letter before `at` is a capital: "DIRECTEUR: ".
bool follows_capital(std::string_view text, std::size_t at) {
    while (at > 0 && std::string_view(" :(,").find(text[at - 1]) != std::string_view::npos) --at;
    return at > 0 && text[at - 1] >= 'A' && text[at - 1] <= 'Z';
}

// Behind the first name in brackets between initials at `at` and a surname, "R. (Ronald) Stam"; `at` where there is
// none.
std::size_t behind_nickname(std::string_view text, std::size_t at) {
    if (at == 0 || text[at - 1] != '.' || !text.substr(at).starts_with(" (")) return at;
    const std::size_t close = text.find(')', at);
    if (close == std::string_view::npos) return at;
    const std::string_view name = text.substr(at + 2, close - at - 2);
    return is_capitalised(name) && name.find(' ') == std::string_view::npos ? close + 1 : at;
}

}  // namespace

FoundName find_name(std::string_view text, std::size_t at, const NameRule& rule) {
    const bool is_shouted = rule.is_behind_role && follows_capital(text, at);
    std::size_t begin = 0, name_end = 0;
    int words = 0;
    for (int seen = 0; seen < max_name_words && at < text.size(); ++seen) {
        const bool is_gap =
            text[at] == ' ' || (seen == 0 && rule.is_behind_role && (text[at] == '\t' || text[at] == '('));
        if (!is_gap) break;
        const std::size_t from = at + 1;
        const std::size_t end = word_end(text, from);
        // A comma ends a name; so does a full stop behind more than initials.
        std::string_view word = text.substr(from, end - from);
        word = word.substr(0, word.find_first_of(",;:()/!?"));
        bool is_last = word.size() < end - from;
        const bool is_more_title = begin == 0 && is_title(word);
        if (!is_more_title && word.size() > 3 && word.find('.') == word.size() - 1) {
            word.remove_suffix(1);
            is_last = true;
        }
        const bool is_capital = !is_more_title && is_capitalised(word) && !is_no_name(word);
        if (!is_capital && !is_more_title && !is_particle(word)) break;
        // "de directeur van de Jan de Witschool"
        if (begin == 0 && rule.is_behind_role && is_particle(word)) break;
        if (begin == 0 && !is_more_title) begin = from;
        if (is_capital) {
            if (rule.is_behind_role && (is_body_word(word) || is_role(word) || is_function(word, true) ||
                                        (!is_shouted && is_abbreviation(word))))
                break;
            words += !is_particle(word);
            name_end = from + word.size();
        }
        at = end;
        if (is_last) break;
    }
    if (words >= rule.least_words) return {begin, name_end, at};
    const std::size_t next = begin > 0 ? begin : at;  // what stands there may be something else
    return {next, next, next};
}

FoundName find_surname(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t at = behind_nickname(text, end), name_end = 0;
    for (int seen = 1; seen < max_name_words && at < text.size() && text[at] == ' '; ++seen) {
        const std::size_t from = at + 1, word_stop = word_end(text, from);
        std::string_view word = text.substr(from, word_stop - from);
        const std::size_t cut = word.find_first_of(".,;:()/!?\"");
        const bool is_initial = cut == 1 && word.size() == 2;
        if (!is_initial) word = word.substr(0, cut);
        if (is_particle(word)) {
            at = word_stop;
            continue;
        }
        if (is_initial && starts_upper(word)) {
            at = name_end = word_stop;
            break;
        }
        if (!starts_upper(word) || !may_be_surname(word)) break;
        name_end = from + word.size();
        if (name_end < word_stop || !is_first_name(word)) break;  // "Harm Jan de Boer"
        at = word_stop;
    }
    if (name_end == 0) return {end, end, end};
    return {begin, name_end, name_end};
}

bool ends_as_place(std::string_view word) {
    constexpr std::array<std::string_view, 10> endings{"school", "scholen", "kinderhuis", "ziekenhuis", "frankhuis",
                                                       "straat", "laan",    "plein",      "weg",        "college"};
    const std::string folded = fold(word);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return folded.ends_with(ending); });
}

bool is_text_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_text_space(text[at])) ++at;
    return at;
}

std::string_view bare_word(std::string_view word) {
    constexpr auto is_mark = [] {
        std::array<bool, 256> marks{};
        for (const char c : std::string_view(".,;:!?()[]<>\"'")) marks[static_cast<unsigned char>(c)] = true;
        return marks;
    }();
    const auto stands_at = [&](char c) { return is_mark[static_cast<unsigned char>(c)]; };
    while (!word.empty() && stands_at(word.front())) word.remove_prefix(1);
    while (!word.empty() && stands_at(word.back())) word.remove_suffix(1);
    return word;
}

}  // namespace sop
