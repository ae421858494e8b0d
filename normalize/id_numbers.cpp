#include "normalize/id_numbers.h"

#include <algorithm>
#include <array>
#include <string>

#include "normalize/text.h"

namespace sop {
namespace {

// Bytes before a number in which a word for it tells what it is.
constexpr std::size_t number_context = 80;

constexpr std::array<std::string_view, 5> bsn_words{"bsn", "burgerservicenummer", "sofi", "persoonsgebonden nummer",
                                                    "pgn"};
constexpr std::array<std::string_view, 2> pupil_number_words{"onderwijsnummer", "leerlingnummer"};

template <class Words>
bool has_one(std::string_view text, const Words& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

bool is_possible_bsn(std::string_view digits) {
    constexpr std::size_t full = 9;
    if (digits.size() != full && digits.size() != full - 1) return false;
    if (digits.find_first_not_of(digits.front()) == std::string_view::npos) return false;
    int sum = 0;
    int weight = static_cast<int>(digits.size());
    for (const char c : digits) {
        sum += (weight == 1 ? -1 : weight) * (c - '0');
        --weight;
    }
    return sum % 11 == 0;
}

std::optional<PersonalSpan> find_id_number(std::string_view text, std::size_t begin) {
    constexpr std::size_t longest = 9;
    std::string digits;
    std::size_t end = begin;
    for (std::size_t at = begin; at < text.size() && digits.size() <= longest; ++at) {
        if (text[at] >= '0' && text[at] <= '9') {
            digits += text[at];
            end = at + 1;
        } else if ((text[at] != '.' && text[at] != ' ' && text[at] != '-') || at != end) {
            break;
        }
    }
    if (digits.size() != longest && digits.size() != longest - 1) return std::nullopt;
    const std::size_t from = begin > number_context ? begin - number_context : 0;
    const std::string before = small_letters(text.substr(from, begin - from));
    if (is_possible_bsn(digits) && has_one(before, bsn_words)) return PersonalSpan{PersonalKind::bsn, begin, end};
    if (has_one(before, pupil_number_words)) return PersonalSpan{PersonalKind::pupil_number, begin, end};
    return std::nullopt;
}

}  // namespace sop
