#include "normalize/small_counts.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/fold.h"
#include "normalize/numbers.h"
#include "normalize/text.h"

namespace sop {
namespace {

constexpr std::array<std::string_view, 17> pupil_words{
    "leerling", "leerlingen", "leerlinge", "lln",     "ll",     "kind",    "kinderen",      "kleuter",       "kleuters",
    "jongen",   "jongens",    "meisje",    "meisjes", "peuter", "peuters", "zij-instromer", "zij-instromers"};

}  // namespace

bool counts_pupils(std::string_view heading) {
    constexpr std::size_t longest = 120;
    if (heading.empty() || heading.size() > longest) return false;
    const std::string folded = fold(heading);
    return contains_words(folded, "aantal") && (contains_words(folded, "leerlingen") || contains_words(folded, "lln") ||
                                                contains_words(folded, "kinderen"));
}

bool is_pupil_word(std::string_view word) {
    return std::find(pupil_words.begin(), pupil_words.end(), word) != pupil_words.end();
}

bool is_small_count(std::string_view text) {
    const auto count = parse_pupil_count(text);
    return count && *count < small_count;
}

}  // namespace sop
