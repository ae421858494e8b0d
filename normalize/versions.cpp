#include "normalize/versions.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "normalize/dates.h"
#include "normalize/text.h"

namespace sop {
namespace {

// No profile is older than the idea, and none plans further ahead.
constexpr int first_year = 1990, last_year = 2099, longest_period = 10;

struct Years {
    int from = 0, to = 0;
    bool operator==(const Years&) const = default;
};

bool is_year(int year) { return year >= first_year && year <= last_year; }

// A label says that two digits are a year.
bool is_year_label(const Token& token) {
    return token.is_any({"schooljaar", "cursusjaar", "schooljaren", "planperiode", "periode", "sj"});
}

std::size_t skip_apostrophe(const Tokens& tokens, std::size_t at) { return tokens[at].is('\'') ? at + 1 : at; }

// Behind "-", "/", "t/m", "tot", "tot en met" or "en"; `at` itself where there is none of them.
std::size_t skip_connector(const Tokens& tokens, std::size_t at) {
    if (tokens[at].is('-') || tokens[at].is('/') || tokens[at].is('_')) return at + 1;
    if (tokens[at].is("t") && tokens[at + 1].is('/') && tokens[at + 2].is("m")) return at + 3;
    if (tokens[at].is("tot") && tokens[at + 1].is("en") && tokens[at + 2].is("met")) return at + 3;
    if (tokens[at].is_any({"tot", "tm", "en"})) return at + 1;
    return at;
}

// The number at `at` is no part of a date or a longer row of numbers.
bool stands_free(const Tokens& tokens, std::size_t first, std::size_t last) {
    const auto has_digits = [&](std::size_t mark, std::size_t number) {
        return tokens[mark].is('-') && tokens[number].kind == Token::Kind::number;
    };
    return !(tokens[first].glued && has_digits(first - 1, first - 2)) &&
           !(tokens[last + 1].glued && has_digits(last + 1, last + 2));
}

// Years of the pair that starts at `start`; `from` is 0 where there is none.
Years read_pair(const Tokens& tokens, std::size_t start, bool is_labelled) {
    const std::size_t after = skip_connector(tokens, start + 1);
    const std::size_t second = skip_apostrophe(tokens, after);
    if (after == start + 1 || !stands_free(tokens, start, second)) return {};
    const bool is_short = tokens[start].text.size() == 2;
    auto from = tokens[start].number(2, 4), to = tokens[second].number(2, 4);
    if (!from || !to || tokens[start].text.size() == 3 || tokens[second].text.size() == 3) return {};
    if (is_short && (!is_labelled || tokens[second].text.size() != 2)) return {};
    if (is_short) *from += 2000;
    if (tokens[second].text.size() == 2) *to += *from / 100 * 100;
    return {*from, *to};
}

// Years without anything between them: "1718" and "20172018", after a label only. "2021" may be the year 2021.
Years read_glued(const Token& token) {
    if (const auto digits = token.number(8, 8)) return {*digits / 10000, *digits % 10000};
    const auto digits = token.number(4, 4);
    if (!digits || is_year(*digits)) return {};
    return {2000 + *digits / 100, 2000 + *digits % 100};
}

void add(std::vector<Years>& found, Years years) {
    const bool is_pair =
        is_year(years.from) && is_year(years.to) && years.to > years.from && years.to - years.from <= longest_period;
    if (is_pair && std::find(found.begin(), found.end(), years) == found.end()) found.push_back(years);
}

// The year before a connector that ends at `end`.
std::optional<int> years_before(const Tokens& tokens, std::size_t end) {
    constexpr std::size_t longest_connector = 3;
    for (std::size_t size = 1; size <= longest_connector && size < end; ++size)
        if (skip_connector(tokens, end - size) == end) return tokens[end - size - 1].number(4, 4);
    return std::nullopt;
}

std::vector<Years> find_years(std::string_view text) {
    const Tokens tokens(text);
    const std::vector<FoundDate> dates = find_dates(tokens);
    std::vector<Years> found;
    bool is_labelled =
        std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == Token::Kind::word; });
    auto date = dates.begin();
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (date != dates.end() && at == date->first) {
            at = date++->last;
            continue;
        }
        is_labelled = is_labelled || is_year_label(tokens[at]);
        if (tokens[at].kind != Token::Kind::number) continue;
        add(found, read_pair(tokens, at, is_labelled));
        if (is_labelled) add(found, read_glued(tokens[at]));
    }
    // "2014 t/m juli 2018"
    if (dates.size() == 1 && dates[0].date && dates[0].date->precisie == Precisie::maand && dates[0].first > 1) {
        const auto from = years_before(tokens, dates[0].first);
        if (from) add(found, {*from, std::stoi(dates[0].date->waarde.substr(0, 4))});
    }
    // "1 augustus 2014 t/m 31 juli 2018"
    if (dates.size() == 2 && dates[0].date && dates[1].date &&
        skip_connector(tokens, dates[0].last + 1) == dates[1].first && dates[1].first > dates[0].last + 1)
        add(found, {std::stoi(dates[0].date->waarde.substr(0, 4)), std::stoi(dates[1].date->waarde.substr(0, 4))});
    return found;
}

// The only pair of the kind that is asked for.
template <class Wanted>
std::optional<Years> only_years(std::string_view text, Wanted is_wanted) {
    std::optional<Years> only;
    for (const Years& years : find_years(text)) {
        if (!is_wanted(years)) continue;
        if (only) return std::nullopt;
        only = years;
    }
    return only;
}

struct StatusWord {
    std::string_view word, status;
};
constexpr std::array status_words{
    StatusWord{"concept", "concept"},          StatusWord{"conceptversie", "concept"},
    StatusWord{"definitief", "definitief"},    StatusWord{"definitieve", "definitief"},
    StatusWord{"def", "definitief"},           StatusWord{"vastgesteld", "vastgesteld"},
    StatusWord{"vastgestelde", "vastgesteld"},
};

}  // namespace

Tekst parse_school_year(std::string_view text) {
    const auto years = only_years(text, [](const Years& pair) { return pair.to - pair.from == 1; });
    if (!years) return std::nullopt;
    return std::to_string(years->from) + '-' + std::to_string(years->to);
}

std::optional<Planperiode> parse_plan_period(std::string_view text) {
    const auto years = only_years(text, [](const Years& pair) { return pair.to - pair.from > 1; });
    if (!years) return std::nullopt;
    return Planperiode{years->from, years->to};
}

Tekst parse_version_status(std::string_view text) {
    bool is_concept = false, is_final = false, is_adopted = false, is_denied = false;
    for (const Token& token : Tokens(text)) {
        is_denied = is_denied || token.is_any({"niet", "nog"});
        for (const StatusWord& row : status_words) {
            if (!token.is(row.word)) continue;
            is_concept = is_concept || row.status == "concept";
            is_final = is_final || row.status == "definitief";
            is_adopted = is_adopted || row.status == "vastgesteld";
        }
    }
    // A final draft is a draft; what is adopted is final.
    if (is_concept) return is_adopted && !is_denied ? std::nullopt : Tekst("concept");
    if (is_denied) return std::nullopt;
    if (is_adopted) return "vastgesteld";
    return is_final ? Tekst("definitief") : std::nullopt;
}

}  // namespace sop
