#include "extract/patterns.h"

#include <algorithm>
#include <array>

#include "ingest/text.h"

namespace sop {
namespace {

constexpr int first_year = 1990, last_year = 2099;

bool is_digits(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Value of a word of at most `most` digits; -1 for any other.
int number(std::string_view word, std::size_t most) {
    if (!is_digits(word) || word.size() > most) return -1;
    int value = 0;
    for (const char c : word) value = value * 10 + (c - '0');
    return value;
}

bool is_year(int value) { return value >= first_year && value <= last_year; }

// A year of four digits, or of two as in "'15"; 0 where the word is none.
int year_of(std::string_view word, bool may_be_short) {
    const int value = number(word, 4);
    if (word.size() == 4 && is_year(value)) return value;
    return may_be_short && word.size() == 2 && value >= 0 ? 2000 + value : 0;
}

// What stands between two words, without spaces.
std::string_view between(std::string_view text, const Words& words, std::size_t first) {
    const std::size_t begin = words.words[first].end;
    return trim(text.substr(begin, words.words[first + 1].begin - begin));
}

Spot spot(const Words& words, std::size_t first, std::size_t end) {
    return {first, end, words.words[first].begin, words.words[end - 1].end};
}

// The word behind "31 juli" or "juli" at `at`, which is before its year; `at` where neither is there.
std::size_t behind_month(const Words& words, std::size_t at) {
    constexpr int last_day = 31;
    const std::size_t month =
        at < words.size() && number(words[at], 2) > 0 && number(words[at], 2) <= last_day ? at + 1 : at;
    return month + 1 < words.size() && month_of(words[month]) > 0 ? month + 1 : at;
}

// Number of words of the date at word `at`; 0 where there is none.
std::size_t date_words(std::string_view text, const Words& words, std::size_t at) {
    const auto has = [&](std::size_t count) { return at + count <= words.size(); };
    const std::string_view first = words[at];
    // "april 2018"
    if (has(2) && month_of(first) > 0) return year_of(words[at + 1], false) > 0 ? 2 : 0;
    if (first.size() == 8) {  // "20111010"
        const int year = number(first.substr(0, 4), 4), month = number(first.substr(4, 2), 2);
        const int day = number(first.substr(6, 2), 2);
        return is_year(year) && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? 1 : 0;
    }
    if (!has(3)) return 0;
    const int day = number(first, 2);
    // "1 mei 2015", "1 mei '15"
    if (day >= 1 && day <= 31 && month_of(words[at + 1]) > 0) {
        const std::string_view before = between(text, words, at);
        std::string_view gap = between(text, words, at + 1);
        if (gap.starts_with('.')) gap = trim(gap.substr(1));  // "1 okt. '15"
        if (!before.empty() && before != "." && before != "-") return 0;
        const bool may_be_short = gap == "'" || gap == "’" || gap == "‘";
        return year_of(words[at + 2], may_be_short) > 0 ? 3 : 0;
    }
    // "01-10-2015", "2015-10-01": the same sign between the parts
    const std::string_view sign = between(text, words, at);
    if ((sign != "-" && sign != "/" && sign != "." && sign != "–")) return 0;
    const std::string_view second_sign = between(text, words, at + 1);
    if (!second_sign.starts_with(sign)) return 0;
    const int middle = number(words[at + 1], 2);
    const auto is_day_month = [](int d, int m) { return d >= 1 && d <= 31 && m >= 1 && m <= 12; };
    if (is_day_month(day, middle) && year_of(words[at + 2], true) > 0) return 3;
    return year_of(first, false) > 0 && is_day_month(number(words[at + 2], 2), middle) ? 3 : 0;
}

}  // namespace

std::vector<Spot> find_dates(std::string_view text, const Words& words) {
    std::vector<Spot> dates;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t count = date_words(text, words, at);
        if (count > 0) dates.push_back(spot(words, at, at + count));
        at += std::max<std::size_t>(1, count);
    }
    return dates;
}

std::vector<YearSpan> find_year_spans(std::string_view text, const Words& words) {
    std::vector<YearSpan> spans;
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        const bool is_announced = at > 0 && (words[at - 1] == "schooljaar" || words[at - 1] == "cursusjaar");
        const int from = year_of(words[at], is_announced);
        if (from == 0) continue;
        if (at > 0 && !is_announced && !between(text, words, at - 1).empty() && is_digits(words[at - 1]))
            continue;  // the end of a date or a number
        std::size_t next = at + 1;
        bool is_joined = false;
        const std::string_view sign = between(text, words, at);
        if (sign == "-" || sign == "–" || sign == "—" || sign == "/") {
            is_joined = true;
        } else if (sign.empty()) {
            if (words[next] == "tot") {  // "2014 tot (en met) 2018"
                is_joined = true;
                ++next;
                if (next + 2 < words.size() && words[next] == "en" && words[next + 1] == "met") next += 2;
                next = behind_month(words, next);
            } else if (next + 2 < words.size() && words[next] == "t" && words[next + 1] == "m") {
                is_joined = true;
                next += 2;
            }
        }
        if (!is_joined || next >= words.size()) continue;
        int to = year_of(words[next], true);
        if (words[at].size() == 4 && words[next].size() == 2 && to > 0) to = from / 100 * 100 + to % 100;
        if (to <= from || to - from > 10) continue;
        if (next + 1 < words.size() && is_digits(words[next + 1]) && !between(text, words, next).empty() &&
            between(text, words, next) != ",")
            continue;  // "2014-12-01"
        YearSpan span;
        static_cast<Spot&>(span) = spot(words, at, next + 1);
        span.from = from;
        span.to = to;
        spans.push_back(span);
        at = next;
    }
    return spans;
}

int named_year(std::string_view text) {
    // "schooljaar 2014-2015 (1 oktober)"
    constexpr std::size_t longest = 60;
    if (text.size() > longest) return 0;
    const Words words = fold_words(text);
    int last = 0;
    for (std::size_t i = 0; i < words.size(); ++i) last = std::max(last, year_of(words[i], false));
    return last;
}

bool is_profile_word(std::string_view word) { return word == "sop" || word.ends_with("profiel"); }

bool is_about_profile(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (is_profile_word(words[i])) return true;
    return false;
}

bool is_about_former(const Words& words) {
    constexpr std::array<std::string_view, 7> former{"vorig",   "vorige", "voorgaand",  "voorgaande",
                                                     "eerdere", "oude",   "voorlaatste"};
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (std::find(former.begin(), former.end(), words[i]) != former.end() &&
            (is_profile_word(words[i + 1]) || words[i + 1] == "versie"))
            return true;
    return false;
}

std::optional<Spot> find_postcode(std::string_view text, const Words& words) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto raw = [&](std::size_t at) {
        return text.substr(words.words[at].begin, words.words[at].end - words.words[at].begin);
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view word = raw(at), digits = word.substr(0, std::min<std::size_t>(4, word.size()));
        if (digits.size() != 4 || !is_digits(digits) || digits[0] == '0') continue;
        if (word.size() == 6 && capital(word[4]) && capital(word[5])) return spot(words, at, at + 1);
        if (word.size() != 4 || at + 1 >= words.size() || !between(text, words, at).empty()) continue;
        const std::string_view letters = raw(at + 1);
        if (letters.size() == 2 && capital(letters[0]) && capital(letters[1])) return spot(words, at, at + 2);
    }
    return std::nullopt;
}

std::optional<Spot> find_partnership(std::string_view text) {
    constexpr std::size_t far = 80;  // bytes between the word and the code
    const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    const auto is_letter = [&](std::size_t at) {
        return at < text.size() && ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z');
    };
    const auto skip_sign = [&](std::size_t at) {
        while (at < text.size() && std::string_view(" -./").find(text[at]) != std::string_view::npos) ++at;
        return at;
    };
    for (std::size_t at = 0; at + 6 <= text.size(); ++at) {
        if ((text[at] != 'P' && text[at] != 'V') || text[at + 1] != 'O') continue;
        if (at > 0 && (is_letter(at - 1) || is_digit(at - 1))) continue;
        std::size_t first = skip_sign(at + 2);
        if (first > at + 4 || !is_digit(first) || !is_digit(first + 1)) continue;
        const std::size_t second = skip_sign(first + 2);
        if (second > first + 3 || !is_digit(second) || !is_digit(second + 1)) continue;
        if (is_digit(second + 2) || is_letter(second + 2)) continue;
        const int region = (text[first] - '0') * 10 + text[first + 1] - '0';
        if (region < 20 || region > 31) continue;  // "PO 2015" is a year: the regions with numbers as years have a sign
        if (region == 20 && second == first + 2) continue;
        const std::size_t from = at > far ? at - far : 0;
        const std::string before = ' ' + fold(text.substr(from, at - from)) + ' ';
        if (before.find(" swv ") == std::string::npos && before.find("samenwerkingsverband") == std::string::npos)
            continue;
        return Spot{0, 0, at, second + 2};
    }
    return std::nullopt;
}

std::optional<Spot> find_brin(std::string_view text, const Words& words) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words.words[at];
        const std::string_view raw = text.substr(word.begin, word.end - word.begin);
        if (raw.size() != 4 && raw.size() != 6) continue;
        if (digit(raw[0]) && digit(raw[1]) && capital(raw[2]) && capital(raw[3]) &&
            (raw.size() == 4 || (digit(raw[4]) && digit(raw[5]))))
            return spot(words, at, at + 1);
    }
    return std::nullopt;
}

std::size_t phrase_at(const Words& words, std::size_t at, std::string_view phrase) {
    if (at >= words.size()) return 0;
    const std::string_view from = std::string_view(words.folded).substr(words.words[at].fold_begin);
    const bool is_there = from.starts_with(phrase) && (from.size() == phrase.size() || from[phrase.size()] == ' ');
    return is_there ? static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1 : 0;
}

}  // namespace sop
