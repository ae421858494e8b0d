#include "normalize/small_counts.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/fold.h"
#include "normalize/name_scan.h"
#include "normalize/numbers.h"
#include "normalize/text.h"
#include "normalize/word_filter.h"

namespace sop {
namespace {

constexpr std::array<std::string_view, 19> pupil_words{
    "leerlinge",      "lln",         "ll",           "kind",          "kinderen",      "kleuter", "kleuters",
    "jongen",         "jongens",     "meisje",       "meisjes",       "peuter",        "peuters", "zij-instromer",
    "zij-instromers", "thuiszitter", "thuiszitters", "zittenblijver", "zittenblijvers"};

// "een" is an article.
constexpr std::array<std::string_view, 13> count_words{"één",  "Eén",  "Één",  "ÉÉN",  "twee", "Twee", "TWEE",
                                                       "drie", "Drie", "DRIE", "vier", "Vier", "VIER"};

constexpr WordFilter filter{count_words};

bool is_word_at(std::string_view text, std::size_t at) {
    return at < text.size() && !is_text_space(text[at]) &&
           std::string_view(".,;)").find(text[at]) == std::string_view::npos;
}

// "Aantal leerlingen met een arrangement: 2", all of a line.
bool is_labelled_count(std::string_view text, std::size_t begin, std::size_t end, std::string_view last) {
    if (!last.ends_with(':') || is_word_at(text, end)) return false;
    const std::size_t line = text.substr(0, begin).find_last_of("\n\t.;");
    return counts_pupils(text.substr(line == std::string_view::npos ? 0 : line + 1, begin - line - 1));
}

}  // namespace

bool counts_pupils(std::string_view heading) {
    constexpr std::size_t longest = 120;
    if (heading.empty() || heading.size() > longest) return false;
    const std::string folded = fold(heading);
    return contains_words(folded, "aantal") && (contains_words(folded, "leerlingen") || contains_words(folded, "lln") ||
                                                contains_words(folded, "kinderen"));
}

PupilCounts::PupilCounts(const SopRecord& record) {
    for (const Kengetal& figure : record.kengetallen) indicators_.insert(fold(figure.indicator));
}

bool PupilCounts::operator()(std::string_view heading) const {
    return counts_pupils(heading) || (!indicators_.empty() && indicators_.contains(fold(heading)));
}

bool is_pupil_word(std::string_view word) {
    for (const std::string_view ending : {"leerling", "leerlingen"})  // "zorgleerlingen"
        if (word.ends_with(ending)) return true;
    return std::find(pupil_words.begin(), pupil_words.end(), word) != pupil_words.end();
}

bool is_small_count(std::string_view text) {
    const auto count = parse_pupil_count(text);
    return count && *count < small_count;
}

bool is_small_number(std::string_view word) {
    if (word.size() == 1) return word[0] > '0' && word[0] < '0' + small_count;
    return filter.may_have(word) && std::ranges::find(count_words, word) != count_words.end();
}

bool counts_few_pupils(std::string_view text, std::size_t begin, std::size_t end, std::string_view last,
                       std::string_view before_last) {
    const std::string before = small_letters(bare_word(last));
    for (const std::string_view word : {"groep", "groepen", "maximaal", "maximum", "max", "minimaal", "minimum", "per",
                                        "hooguit", "hoogstens", "hoogste", "tot", "à", "a", "t/m", "of"})
        if (before == word) return false;
    if (before == "van" && small_letters(before_last).find("groep") != std::string::npos) return false;
    if (before == "de" && small_letters(bare_word(before_last)) == "op") return false;  // "1 op de 3 leerlingen"
    if (last.ends_with(':') && is_pupil_word(before) && !is_word_at(text, end)) return true;
    std::size_t at = end;
    // "twee van onze leerlingen"
    for (const std::string_view of : {" van de", " van onze", " van deze", " van die"})
        if (text.substr(end).starts_with(of) && text.substr(end + of.size()).starts_with(' ')) at = end + of.size();
    if (is_labelled_count(text, begin, end, last)) return true;
    for (int word = 0; word < 2 && at < text.size() && text[at] == ' '; ++word) {
        const std::size_t stop = word_end(text, at + 1);
        const std::string next = small_letters(bare_word(text.substr(at + 1, stop - at - 1)));
        if (is_pupil_word(next)) return true;
        if (!next.ends_with('e')) return false;
        at = stop;
    }
    return false;
}

}  // namespace sop
