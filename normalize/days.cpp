#include "normalize/days.h"

#include <array>

#include "normalize/text.h"

namespace sop {
namespace {

constexpr std::size_t week = 7;
constexpr std::array<std::string_view, week> short_names{"ma", "di", "wo", "do", "vr", "za", "zo"};

// Every way to write one day; "vrij" may say that somebody is off.
struct DayName {
    std::string_view name;
    std::size_t day;
};
constexpr std::array day_names{
    DayName{"maandag", 0},     DayName{"maandagen", 0},  DayName{"ma", 0},       DayName{"dinsdag", 1},
    DayName{"dinsdagen", 1},   DayName{"di", 1},         DayName{"din", 1},      DayName{"woensdag", 2},
    DayName{"woensdagen", 2},  DayName{"wo", 2},         DayName{"woe", 2},      DayName{"donderdag", 3},
    DayName{"donderdagen", 3}, DayName{"do", 3},         DayName{"don", 3},      DayName{"vrijdag", 4},
    DayName{"vrijdagen", 4},   DayName{"vr", 4},         DayName{"zaterdag", 5}, DayName{"za", 5},
    DayName{"zondag", 6},      DayName{"zo", 6},         DayName{"maandags", 0}, DayName{"dinsdags", 1},
    DayName{"woensdags", 2},   DayName{"donderdags", 3}, DayName{"vrijdags", 4},
};
constexpr std::array<std::string_view, 9> day_parts{"ochtend", "ochtenden", "middag",  "middagen", "morgen",
                                                    "morgens", "ochtends",  "middags", "avond"};

std::optional<std::size_t> day_of(std::string_view word) {
    Token token{Token::Kind::word, word, 0, false};
    for (const std::string_view part : day_parts) {  // "maandagochtend"
        if (word.size() > part.size() + 2 && word.ends_with(part)) {
            token.text.remove_suffix(part.size());
            break;
        }
    }
    for (const DayName& row : day_names)
        if (token.is(row.name)) return row.day;
    return std::nullopt;
}

bool is_filler(const Token& token) {
    if (token.kind == Token::Kind::mark) return token.mark != '?' && token.mark != '"';
    if (token.is_any({"en", "op", "de", "hele", "dag", "dagen", "s", "aanwezig", "werkdag", "werkdagen", "werkzaam"}))
        return true;
    for (const std::string_view part : day_parts)
        if (token.is(part)) return true;
    return false;
}

bool is_day(const Token& token) { return token.kind == Token::Kind::word && day_of(token.text).has_value(); }

// Tokens of a connector that makes a range, where a day follows: "-", "t/m", "tm", "tot en met".
std::size_t range_size(const Tokens& tokens, std::size_t at) {
    // "ma-do" is a range, "ma-di-do" a list, "wo-ochtend" one day.
    if (tokens[at].is('-')) {
        const bool is_chain =
            (tokens[at - 2].is('-') && is_day(tokens[at - 3])) || (tokens[at + 2].is('-') && is_day(tokens[at + 3]));
        return is_day(tokens[at + 1]) && !is_chain ? 1 : 0;
    }
    if (tokens[at].is("t") && (tokens[at + 1].is('/') || tokens[at + 1].is('.')) && tokens[at + 2].is("m"))
        return tokens[at + 3].is('.') ? 4 : 3;
    if (tokens[at].is("tot") && tokens[at + 1].is("en") && tokens[at + 2].is("met")) return 3;
    return tokens[at].is("tm") ? 1 : 0;
}

}  // namespace

std::optional<std::vector<std::string>> parse_work_days(std::string_view text) {
    const Tokens tokens(text);
    std::array<bool, week> works{};
    std::optional<std::size_t> from;  // the day before the last connector
    bool is_range = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto day = tokens[at].kind == Token::Kind::word ? day_of(tokens[at].text) : std::nullopt;
        if (day) {
            if (is_range && (!from || *from >= *day)) return std::nullopt;
            for (std::size_t covered = is_range ? *from : *day; covered <= *day; ++covered) works[covered] = true;
            from = day;
            is_range = false;
        } else if (const std::size_t size = range_size(tokens, at); size > 0) {
            is_range = true;
            at += size - 1;
        } else if (!is_filler(tokens[at])) {
            return std::nullopt;
        }
    }
    if (!from || is_range) return std::nullopt;
    std::vector<std::string> days;
    for (std::size_t day = 0; day < week; ++day)
        if (works[day]) days.emplace_back(short_names[day]);
    return days;
}

}  // namespace sop
