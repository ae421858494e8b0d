#include "normalize/dates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/fold.h"

namespace sop {
namespace {

// Years a profile can bear; other four-digit numbers are something else.
constexpr int first_year = 1950, last_year = 2099;

std::optional<int> month_of(const Token& token) {
    constexpr std::size_t longest_name = 9;
    if (token.kind != Token::Kind::word || token.text.size() > longest_name) return std::nullopt;
    const int month = sop::month_of(fold(token.text));
    return month > 0 ? std::optional(month) : std::nullopt;
}

int days_in(int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::string padded(int number) { return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)}; }

std::optional<Datum> make_date(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return std::nullopt;
    return Datum{std::to_string(year) + '-' + padded(month) + '-' + padded(day), Precisie::dag};
}

std::optional<Datum> make_month(int year, int month) {
    if (month < 1 || month > 12) return std::nullopt;
    return Datum{std::to_string(year) + '-' + padded(month), Precisie::maand};
}

std::optional<int> full_year(const Token& token) {
    const auto year = token.number(4, 4);
    return year && *year >= first_year && *year <= last_year ? year : std::nullopt;
}

int of_century(int two_digits) { return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits; }

// A mark glued between two tokens.
bool joins(const Tokens& tokens, std::size_t at, char mark) {
    return tokens[at].is(mark) && tokens[at].glued && tokens[at + 1].glued;
}

// The number at `at` is no part of a longer one: "1.1", "2-1-10-2015".
bool starts_number(const Tokens& tokens, std::size_t at) {
    return !(tokens[at].glued && tokens[at - 1].kind == Token::Kind::mark && tokens[at - 1].glued &&
             tokens[at - 2].kind == Token::Kind::number);
}

bool ends_number(const Tokens& tokens, std::size_t last, char separator) {
    return !(joins(tokens, last + 1, separator) && tokens[last + 2].kind == Token::Kind::number);
}

// "2015", "'15" or, where the rest leaves no doubt, "15"; moves `at` behind it.
std::optional<int> read_year(const Tokens& tokens, std::size_t& at, bool accept_short) {
    if (const auto year = full_year(tokens[at])) {
        ++at;
        return year;
    }
    const bool has_apostrophe = tokens[at].is('\'') && tokens[at + 1].glued;
    const std::size_t digits = has_apostrophe ? at + 1 : at;
    const auto year = tokens[digits].number(2, 2);
    if (!year || !(has_apostrophe || accept_short)) return std::nullopt;
    at = digits + 1;
    return of_century(*year);
}

// Marks between a month's name and its year.
std::size_t skip_marks(const Tokens& tokens, std::size_t at) {
    for (int marks = 0; marks < 3; ++marks, ++at)
        if (!(tokens[at].is('.') || tokens[at].is(',') || tokens[at].is('-') || tokens[at].is('/') ||
              tokens[at].is('(')))
            break;
    return at;
}

// How many tokens from `at` on are a date; 0: none.
struct Match {
    std::size_t length = 0;
    std::optional<Datum> date;
};

// "1 oktober 2015", "1e okt. '15", "1-mei-2015", "30 november, 2015".
Match match_day_month_name(const Tokens& tokens, std::size_t start) {
    const auto day = tokens[start].number(1, 2);
    if (!day || !starts_number(tokens, start)) return {};
    std::size_t at = start + 1;
    if (tokens[at].glued && tokens[at].is_any({"e", "de", "ste"})) ++at;
    if (joins(tokens, at, '-') || joins(tokens, at, '/') || joins(tokens, at, '.')) ++at;
    const auto month = month_of(tokens[at]);
    if (!month) return {};
    at = skip_marks(tokens, at + 1);
    const std::size_t year_at = at;
    const auto year = read_year(tokens, at, true);
    if (!year) return {};
    // "1 mei 15 leerlingen", "1 mei 15:00"
    const bool is_short = tokens[year_at].number(2, 2).has_value();
    const Token& next = tokens[at];
    if (is_short && (next.kind == Token::Kind::word || next.kind == Token::Kind::number ||
                     ((next.is(':') || next.is('.') || next.is(',')) && tokens[at + 1].kind == Token::Kind::number)))
        return {};
    return {at - start, make_date(*year, *month, *day)};
}

// "december 2015", "dec. '15". Of "mei/juni 2015" neither month is the date.
Match match_month_name(const Tokens& tokens, std::size_t start) {
    const auto month = month_of(tokens[start]);
    if (!month) return {};
    std::size_t at = skip_marks(tokens, start + 1);
    const auto year = read_year(tokens, at, false);
    if (!year) return {};
    const Token& before = tokens[start - 1];
    const bool is_range = (before.is('-') || before.is('/') || before.is("en") || before.is("tot")) &&
                          (month_of(tokens[start - 2]) || tokens[start - 2].is('.'));
    return {at - start, is_range ? std::nullopt : make_month(*year, *month)};
}

// "2015-10-01"
Match match_year_first(const Tokens& tokens, std::size_t start) {
    const auto year = full_year(tokens[start]);
    const char separator = tokens[start + 1].mark;
    if (!year || !(separator == '-' || separator == '/' || separator == '.') || !starts_number(tokens, start) ||
        !joins(tokens, start + 1, separator) || !joins(tokens, start + 3, separator) ||
        !ends_number(tokens, start + 4, separator))
        return {};
    const auto month = tokens[start + 2].number(1, 2), day = tokens[start + 4].number(1, 2);
    if (!month || !day) return {};
    return {5, make_date(*year, *month, *day)};
}

// "01-10-2015", "1/10/2015", "1 - 10 - '15", "01 10 2015"
Match match_numeric(const Tokens& tokens, std::size_t start) {
    const auto day = tokens[start].number(1, 2);
    if (!day || !starts_number(tokens, start)) return {};
    const char separator = tokens[start + 1].mark;
    if (separator == 0) {
        const auto month = tokens[start + 1].number(2, 2), year = full_year(tokens[start + 2]);
        if (!month || !year || tokens[start].text.size() != 2) return {};
        return {3, make_date(*year, *month, *day)};
    }
    const auto month = tokens[start + 2].number(1, 2);
    if (!month || !(separator == '-' || separator == '/' || separator == '.') || !tokens[start + 3].is(separator))
        return {};
    std::size_t at = start + 4;
    // A version number has dots too ("1.2.15"): there a short year needs two digits all over.
    const bool is_padded = tokens[start].text.size() == 2 && tokens[start + 2].text.size() == 2;
    const auto year = read_year(tokens, at, tokens[at].glued && (separator != '.' || is_padded));
    if (!year || !ends_number(tokens, at - 1, separator)) return {};
    return {at - start, make_date(*year, *month, *day)};
}

// "10-2015"
Match match_month_year(const Tokens& tokens, std::size_t start) {
    const auto month = tokens[start].number(1, 2), year = full_year(tokens[start + 2]);
    const char separator = tokens[start + 1].mark;
    if (!month || !year || !(separator == '-' || separator == '/') || !joins(tokens, start + 1, separator) ||
        !starts_number(tokens, start) || !ends_number(tokens, start + 2, separator) || *month < 1 || *month > 12)
        return {};
    return {3, make_month(*year, *month)};
}

// "20111010" or "10102011"; no eight digits are both.
Match match_eight_digits(const Tokens& tokens, std::size_t start) {
    const auto digits = tokens[start].number(8, 8);
    if (!digits || !starts_number(tokens, start)) return {};
    if (const auto date = make_date(*digits / 10000, *digits / 100 % 100, *digits % 100)) return {1, date};
    if (const auto date = make_date(*digits % 10000, *digits / 10000 % 100, *digits / 1000000)) return {1, date};
    return {};
}

constexpr std::array matchers{match_day_month_name, match_month_name, match_year_first,
                              match_numeric,        match_month_year, match_eight_digits};

Match match_date(const Tokens& tokens, std::size_t start) {
    for (const auto matcher : matchers)
        if (Match match = matcher(tokens, start); match.length > 0) return match;
    return {};
}

// "tussen 1 mei en 1 juni 2019": a second date, short of its year.
bool has_day_without_year(const Tokens& tokens, const std::vector<FoundDate>& dates) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (!tokens[at].number(1, 2) || !month_of(tokens[at + 1])) continue;
        if (std::none_of(dates.begin(), dates.end(),
                         [&](const FoundDate& found) { return found.first <= at && at <= found.last; }))
            return true;
    }
    return false;
}

// Words that may stand around a lone year and leave it a date.
bool may_qualify_year(const Token& token) {
    return token.is_any({"versie",      "datum",    "jaar",        "anno",        "in",     "van",
                         "d",           "voorjaar", "najaar",      "zomer",       "herfst", "winter",
                         "lente",       "begin",    "medio",       "half",        "eind",   "definitief",
                         "definitieve", "concept",  "vastgesteld", "vastgestelde"});
}

std::optional<Datum> parse_lone_year(const Tokens& tokens) {
    std::optional<Datum> year;
    for (const Token& token : tokens) {
        if (token.kind == Token::Kind::word && !may_qualify_year(token)) return std::nullopt;
        if (token.kind != Token::Kind::number) continue;
        if (year || !full_year(token)) return std::nullopt;
        year = Datum{std::string(token.text), Precisie::jaar};
    }
    return year;
}

}  // namespace

std::vector<FoundDate> find_dates(const Tokens& tokens) {
    std::vector<FoundDate> dates;
    for (std::size_t at = 0; at < tokens.size();) {
        Match match = match_date(tokens, at);
        if (match.length > 0) dates.push_back({std::move(match.date), at, at + match.length - 1});
        at += std::max<std::size_t>(match.length, 1);
    }
    return dates;
}

std::optional<Datum> parse_date(std::string_view text) {
    const Tokens tokens(text);
    const std::vector<FoundDate> dates = find_dates(tokens);
    if (dates.empty()) return parse_lone_year(tokens);
    if (has_day_without_year(tokens, dates)) return std::nullopt;
    const bool all_same =
        std::all_of(dates.begin(), dates.end(), [&](const FoundDate& found) { return found.date == dates[0].date; });
    return all_same ? dates[0].date : std::nullopt;
}

std::optional<Datum> parse_adoption_date(std::string_view text) {
    const Tokens tokens(text);
    const bool is_plan = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.is_any({"niet", "nog", "gepland", "geplande", "verwacht", "verwachte", "streefdatum", "volgt",
                             "wordt", "zal", "moet", "voorgenomen"});
    });
    return is_plan ? std::nullopt : parse_date(text);
}

}  // namespace sop
