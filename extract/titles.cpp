#include "extract/titles.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/template.h"

namespace sop {
namespace {

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that may stand behind the title of a profile in small letters, beside those of Vocabulary::no_school_name.
constexpr std::array<std::string_view, 21> title_words{
    "deel",     "periode",     "planperiode", "locatie",     "vestiging",  "reguliere",
    "regulier", "speciaal",    "voortgezet",  "vastgesteld", "bijgewerkt", "geactualiseerd",
    "herzien",  "definitieve", "ouders",      "verzorgers",  "sop",        "checklist",
    "te",       "tot",         "met"};

// Ends of words that say what kind of school: "basisscholen", "nieuwkomersonderwijs".
constexpr std::array<std::string_view, 3> kinds_of_school{"onderwijs", "school", "scholen"};

// Words from `at` on that are a school's name in small letters, with the years of the profile behind it: "de klimop
// 2015/2016". Else 0.
std::size_t small_name_words(const Words& words, std::size_t at, const Lexicon& lexicon) {
    constexpr std::array<std::string_view, 3> articles{"de", "het", "t"};
    constexpr std::size_t name_words = 3;
    if (std::find(articles.begin(), articles.end(), words[at]) == articles.end()) return 0;
    for (std::size_t end = at + 1; end < words.size() && end <= at + name_words; ++end) {
        if (is_year(words[end])) return end - at;
        if (lexicon.is_stop_word(words[end])) break;
    }
    return 0;
}

}  // namespace

bool is_sentence(std::string_view text, const Words& words, std::size_t fewest_words) {
    return words.size() >= fewest_words && (text.ends_with('.') || text.ends_with('!') || text.ends_with('?'));
}

bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool ends_as_title(std::string_view text, const Words& words, std::size_t from, bool is_first, const Lexicon& lexicon) {
    if (from >= words.size()) return true;
    if (is_sentence(text, words, sentence_words)) return false;
    const Vocabulary& vocabulary = default_vocabulary();
    if (is_first) from += small_name_words(words, from, lexicon);
    for (std::size_t at = from; at < words.size(); ++at) {
        const std::string_view word = words[at];
        // The rest is the name: "obs de wilg".
        if (has(vocabulary.school_prefixes, word)) return true;
        const char first = text[words.words[at].begin];
        const bool is_small = first >= 'a' && first <= 'z';
        // Of one letter: "t/m", "d.d."
        const bool is_known = word.size() == 1 || lexicon.is_stop_word(word) || month_of(word) > 0 ||
                              has(vocabulary.no_school_name, word) ||
                              std::find(title_words.begin(), title_words.end(), word) != title_words.end() ||
                              std::ranges::any_of(kinds_of_school, [&](auto end) { return word.ends_with(end); });
        if (is_small && !is_known) return false;
    }
    return true;
}

bool may_precede_title(std::string_view text, const Words& words, std::size_t at, bool is_long,
                       const Lexicon& lexicon) {
    constexpr std::size_t name_words = 7;
    const Vocabulary& vocabulary = default_vocabulary();
    const auto is_kind = [&](std::string_view word) {
        return word.size() == 1 || lexicon.is_stop_word(word) || has(vocabulary.before_title, word) ||
               word.find_first_not_of("0123456789") == std::string_view::npos;
    };
    bool are_kinds = true, is_name = at <= name_words;
    for (std::size_t i = 0; i < at; ++i) {
        const char first = text[words.words[i].begin];
        are_kinds = are_kinds && is_kind(words[i]);
        is_name = is_name &&
                  (!(first >= 'a' && first <= 'z') || lexicon.is_stop_word(words[i]) ||
                   has(vocabulary.school_prefixes, words[i])) &&
                  !has(vocabulary.no_school_name, words[i]);
    }
    if (are_kinds) return true;
    const std::size_t end = words.words[at - 1].end;
    const std::string_view gap = text.substr(end, words.words[at].begin - end);
    const bool is_parted = gap.find_first_of("|:\t") != std::string_view::npos || gap == " - " ||
                           gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos;
    return is_name && is_parted && (is_long || has(vocabulary.school_prefixes, words[0]));
}

}  // namespace sop
