#include "normalize/terms.h"

#include <algorithm>
#include <optional>
#include <string>

#include "ingest/text.h"
#include "normalize/dates.h"
#include "normalize/text.h"
#include "normalize/versions.h"

namespace sop {
namespace {

// Longer terms are sentences.
constexpr std::size_t longest_term = 80;

bool says_when(std::string_view text) { return parse_date(text) || parse_school_year(text) || parse_plan_period(text); }

// Nothing but a time: dates, years, and the words around them.
bool is_only_time(const Tokens& tokens) {
    const std::vector<FoundDate> dates = find_dates(tokens);
    auto date = dates.begin();
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (date != dates.end() && at == date->first) {
            at = date++->last;
            continue;
        }
        const Token& token = tokens[at];
        if (token.kind == Token::Kind::word &&
            !token.is_any({"schooljaar", "cursusjaar", "schooljaren", "voorjaar", "najaar", "zomer",
                           "herfst",     "winter",     "begin",       "eind",     "medio",  "half",
                           "voor",       "in",         "uiterlijk",   "vanaf",    "t",      "m",
                           "tot",        "en",         "met",         "per",      "start"}))
            return false;
    }
    return true;
}

bool is_marker(const Token& token) {
    return token.is_any({"termijn", "gereed", "klaar", "deadline", "planning", "einddatum", "streefdatum", "afgerond"});
}

std::string_view strip(std::string_view text, std::string_view marks) {
    text = trim(text);
    while (!text.empty()) {
        if (marks.find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        else if (text.ends_with("–") || text.ends_with("—"))
            text.remove_suffix(std::string_view("–").size());
        else
            break;
        text = trim(text);
    }
    return text;
}

// "Protocol invoeren – gereed: juni 2017"
std::optional<Verbeterpunt> split_at_marker(std::string_view text, const Tokens& tokens) {
    for (std::size_t at = tokens.size(); at-- > 1;) {
        if (!tokens[at].is(':') || !is_marker(tokens[at - 1]) || at < 2 || at + 1 == tokens.size()) continue;
        const auto size = static_cast<std::size_t>(tokens[at - 1].text.data() - text.data());
        const std::string_view term = strip(tokens.slice(at + 1, tokens.size() - 1), ").;,");
        if (term.size() > longest_term || !says_when(term)) return std::nullopt;
        return Verbeterpunt{std::string(strip(text.substr(0, size), "(-;,:")), std::string(term)};
    }
    return std::nullopt;
}

// "We vernieuwen het dossier (2021)."
std::optional<Verbeterpunt> split_parentheses(std::string_view text) {
    const bool has_stop = text.ends_with(").");
    if (!has_stop && !text.ends_with(')')) return std::nullopt;
    const auto open = text.rfind('(');
    const std::size_t close = text.size() - (has_stop ? 2 : 1);
    if (open == std::string_view::npos || open == 0 || close - open > longest_term) return std::nullopt;
    const std::string_view term = trim(text.substr(open + 1, close - open - 1));
    if (!says_when(term) || !is_only_time(Tokens(term))) return std::nullopt;
    std::string point(trim(text.substr(0, open)));
    if (has_stop) point += '.';
    return Verbeterpunt{std::move(point), std::string(term)};
}

// "Protocol invoeren - schooljaar 2023-2024"
std::optional<Verbeterpunt> split_dash(std::string_view text) {
    for (const std::string_view dash : {" – ", " - ", " — "}) {
        const std::size_t at = text.rfind(dash);
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view term = strip(text.substr(at + dash.size()), ".;,");
        if (term.size() > longest_term || !says_when(term) || !is_only_time(Tokens(term))) continue;
        return Verbeterpunt{std::string(strip(text.substr(0, at), ".;,-")), std::string(term)};
    }
    return std::nullopt;
}

// "Protocol invoeren, juni 2017"; a bare year behind a comma may go on with what stands before it.
std::optional<Verbeterpunt> split_comma(std::string_view text) {
    const std::size_t at = text.rfind(", ");
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    const std::string_view term = strip(text.substr(at + 1), ".;,"), before = trim(text.substr(0, at));
    const bool is_year = term.find_first_not_of("0123456789") == std::string_view::npos;
    if (is_year || before.find_first_of("0123456789") != std::string_view::npos || term.size() > longest_term ||
        !says_when(term) || !is_only_time(Tokens(term)))
        return std::nullopt;
    return Verbeterpunt{std::string(before), std::string(term)};
}

// "2025: protocol invoeren", "Schooljaar 2025-2026 – protocol invoeren"
std::optional<Verbeterpunt> split_lead(std::string_view text) {
    for (const std::string_view sign : {": ", " – ", " - "}) {
        const std::size_t at = text.find(sign);
        if (at == std::string_view::npos || at == 0 || at > longest_term) continue;
        const std::string_view term = trim(text.substr(0, at)), point = trim(text.substr(at + sign.size()));
        if (point.empty() || !says_when(term) || !is_only_time(Tokens(term))) continue;
        return Verbeterpunt{std::string(point), std::string(term)};
    }
    return std::nullopt;
}

}  // namespace

Verbeterpunt parse_improvement(std::string_view text) {
    text = trim(text);
    if (auto point = split_at_marker(text, Tokens(text)); point && !point->tekst.empty()) return std::move(*point);
    for (const auto split : {split_parentheses, split_lead, split_dash, split_comma})
        if (auto point = split(text)) return std::move(*point);
    return {std::string(text), std::nullopt};
}

}  // namespace sop
