#include "normalize/numbers.h"

#include <vector>

#include "extract/fold.h"

#include "normalize/dates.h"
#include "normalize/text.h"

namespace sop {
namespace {

// More pupils than any one school has.
constexpr int max_pupils = 9999;

struct Count {
    int value = 0;
    bool is_of_pupils = false;  // "212 leerlingen"
};

bool is_pupil_word(const Token& token) {
    return token.is_any({"leerling", "leerlingen", "lln", "ll", "kinderen", "kind"});
}

// "210-220", "210 à 220"
bool joins_range(const Token& token) { return token.is('-') || token.is_any({"à", "a", "tot", "of"}); }

// Behind a day without a year ("1 oktober", "per 1-10"); `at` where there is none.
std::size_t skip_day(const Tokens& tokens, std::size_t at) {
    if (!tokens[at].number(1, 2)) return at;
    if (tokens[at + 1].kind == Token::Kind::word && month_of(fold(tokens[at + 1].text)) > 0) return at + 2;
    const bool is_numeric = tokens[at - 1].is_any({"per", "op", "peildatum"}) && tokens[at + 1].is('-') &&
                            tokens[at + 1].glued && tokens[at + 2].glued && tokens[at + 2].number(1, 2);
    return is_numeric ? at + 3 : at;
}

// Whether "per" stands at `at` of something else than a day: "24 per groep" is no count of all.
bool is_share(const Tokens& tokens, std::size_t at) {
    return tokens[at].is("per") && tokens[at + 1].kind == Token::Kind::word &&
           month_of(fold(tokens[at + 1].text)) == 0 && !tokens[at + 1].is_any({"peildatum", "teldatum"});
}

bool may_be_year(int value) { return value >= 1950 && value <= 2099; }

}  // namespace

std::optional<int> parse_pupil_count(std::string_view text) {
    const Tokens tokens(text);
    const std::vector<FoundDate> dates = find_dates(tokens);
    std::vector<Count> counts;
    auto date = dates.begin();
    int depth = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (date != dates.end() && at == date->first) {
            at = date++->last;
            continue;
        }
        if (tokens[at].is('(')) ++depth;
        if (tokens[at].is(')') && depth > 0) --depth;
        if (is_share(tokens, at)) return std::nullopt;
        if (depth > 0 || tokens[at].kind != Token::Kind::number) continue;
        if (const std::size_t day_end = skip_day(tokens, at); day_end > at) {
            at = day_end - 1;
            continue;
        }
        const std::size_t start = at;
        auto value = tokens[at].number(1, 4);
        if (!value) return std::nullopt;
        const bool has_fraction = (tokens[at + 1].is(',') || tokens[at + 1].is('.')) && tokens[at + 1].glued &&
                                  tokens[at + 2].glued && tokens[at + 2].kind == Token::Kind::number;
        if (has_fraction) {
            const auto rest = tokens[at + 2].number(3, 3);
            if (!rest || tokens[at + 1].is(',') || *value == 0 || *value > 9) return std::nullopt;
            value = *value * 1000 + *rest;
            at += 2;
        }
        if (joins_range(tokens[start - 1]) && tokens[start - 2].kind == Token::Kind::number) return std::nullopt;
        counts.push_back({*value, is_pupil_word(tokens[at + 1])});
    }

    std::optional<int> count;
    for (const Count& found : counts) {
        if (counts.size() > 1 && !found.is_of_pupils) continue;
        if (count || (!found.is_of_pupils && may_be_year(found.value))) return std::nullopt;
        count = found.value;
    }
    return count && *count > 0 && *count <= max_pupils ? count : std::nullopt;
}

std::optional<double> parse_figure(std::string_view text) {
    const Tokens tokens(text);
    std::size_t at = 0;
    while (tokens[at].is_any({"ca", "circa", "ongeveer", "plm"}) || tokens[at].is('.') || tokens[at].is('~') ||
           tokens[at].text == "±")
        ++at;
    const auto whole = tokens[at].number(1, 9);
    if (!whole) return std::nullopt;
    double value = *whole;
    const auto follows = [&](char sign) {
        return tokens[at + 1].is(sign) && tokens[at + 1].glued && tokens[at + 2].glued &&
               tokens[at + 2].kind == Token::Kind::number;
    };
    // A point before three digits, more than once or not, parts thousands; else it is a decimal sign, as a comma is.
    while (follows('.') && tokens[at + 2].number(3, 3) && *whole > 0 && *whole < 1000) {
        value = value * 1000 + *tokens[at + 2].number(3, 3);
        at += 2;
    }
    if (follows(',') || follows('.')) {
        const auto decimals = tokens[at + 2].number(1, 4);
        if (!decimals) return std::nullopt;
        double part = *decimals;
        for (std::size_t digit = 0; digit < tokens[at + 2].text.size(); ++digit) part /= 10;
        value += part;
        at += 2;
    }
    ++at;
    if (tokens[at].is('%') || tokens[at].is("procent") || tokens[at].text == "€" || is_pupil_word(tokens[at])) ++at;
    while (tokens[at].is('.')) ++at;
    return at >= tokens.size() ? std::optional(value) : std::nullopt;
}

}  // namespace sop
