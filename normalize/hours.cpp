#include "normalize/hours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "ingest/text.h"
#include "normalize/quantity.h"
#include "normalize/text.h"

namespace sop {
namespace {

struct Unit {
    std::string_view word, unit;
    double factor;
};
constexpr std::array units{
    Unit{"uur", "uur", 1},
    Unit{"uren", "uur", 1},
    Unit{"u", "uur", 1},
    Unit{"klokuur", "uur", 1},
    Unit{"klokuren", "uur", 1},
    Unit{"dagdeel", "dagdeel", 1},
    Unit{"dagdelen", "dagdeel", 1},
    Unit{"dag", "dag", 1},
    Unit{"dagen", "dag", 1},
    Unit{"fte", "fte", 1},
    Unit{"wtf", "fte", 1},
    Unit{"werktijdfactor", "fte", 1},
    Unit{"minuut", "minuut", 1},
    Unit{"minuten", "minuut", 1},
    Unit{"min", "minuut", 1},
    Unit{"kwartier", "minuut", 15},
    Unit{"kwartieren", "minuut", 15},
    Unit{"ochtend", "dagdeel", 1},
    Unit{"ochtenden", "dagdeel", 1},
    Unit{"middag", "dagdeel", 1},
    Unit{"middagen", "dagdeel", 1},
};

struct Period {
    std::string_view word, period;
};
constexpr std::array periods{
    Period{"week", "week"},       Period{"dag", "dag"},         Period{"maand", "maand"},
    Period{"jaar", "jaar"},       Period{"schooljaar", "jaar"}, Period{"leerling", "leerling"},
    Period{"wk", "week"},         Period{"mnd", "maand"},       Period{"lln", "leerling"},
    Period{"kind", "leerling"},   Period{"ll", "leerling"},     Period{"jr", "jaar"},
    Period{"cursusjaar", "jaar"}, Period{"lesweek", "week"},    Period{"schoolweek", "week"},
    Period{"schooldag", "dag"},
};
// Behind a number of them: "per 2 weken".
constexpr std::array plurals{
    Period{"weken", "week"},    Period{"wk", "week"},   Period{"dagen", "dag"},
    Period{"maanden", "maand"}, Period{"jaar", "jaar"},
};
// Behind "p." or "p/".
constexpr std::array initials{
    Period{"w", "week"}, Period{"wk", "week"}, Period{"m", "maand"}, Period{"mnd", "maand"},
    Period{"j", "jaar"}, Period{"jr", "jaar"}, Period{"d", "dag"},
};
constexpr std::array adverbs{
    Period{"wekelijks", "week"}, Period{"dagelijks", "dag"}, Period{"maandelijks", "maand"},
    Period{"jaarlijks", "jaar"}, Period{"pw", "week"},       Period{"pj", "jaar"},
    Period{"pm", "maand"},       Period{"pd", "dag"},
};

template <class Rows>
std::string_view find_period(const Rows& rows, const Token& token) {
    for (const Period& row : rows)
        if (token.is(row.word)) return row.period;
    return {};
}

// What an amount is given per, in how many of them, and the token behind it; `end` is 0 where nothing is said.
struct Per {
    std::string_view period;
    std::size_t end = 0;
    double count = 1;
};

// Behind "per" and its likes: "week", "2 weken".
Per read_period(const Tokens& tokens, std::size_t at) {
    if (const auto period = find_period(periods, tokens[at]); !period.empty()) return {period, at + 1};
    const Quantity count = read_quantity(tokens, at);
    if (count.end == 0 || count.separator != 0 || count.value < 1) return {};
    const auto period = find_period(plurals, tokens[count.end]);
    constexpr double days_in_week = 7;
    if (period == "dag" && std::fmod(count.value, days_in_week) == 0)  // "per 14 dagen"
        return {"week", count.end + 1, count.value / days_in_week};
    return period.empty() ? Per{} : Per{period, count.end + 1, count.value};
}

// One "per" and its likes.
Per read_one_per(const Tokens& tokens, std::size_t at) {
    if (const auto period = find_period(adverbs, tokens[at]); !period.empty()) return {period, at + 1};
    if (tokens[at].is("p") && (tokens[at + 1].is('/') || tokens[at + 1].is('.')) && tokens[at + 1].glued) {
        const auto period = find_period(initials, tokens[at + 2]);
        return period.empty() ? read_period(tokens, at + 2) : Per{period, at + 3};
    }
    if (tokens[at].is("om") && tokens[at + 1].is("de"))
        return tokens[at + 2].is("week") ? Per{"week", at + 3, 2} : read_period(tokens, at + 2);
    if (tokens[at].is("in") && tokens[at + 1].is("de")) return read_period(tokens, at + 2);
    if (tokens[at].is('/') && tokens[at + 1].is("w")) return {"week", at + 2};
    if (tokens[at].is_any({"elke", "iedere"}) && tokens[at + 1].is_any({"ochtend", "middag"})) return {"dag", at + 2};
    if (tokens[at].is_any({"per", "elke", "iedere"}) || tokens[at].is('/')) return read_period(tokens, at + 1);
    return {};
}

// What an amount is given per; of "per kind per week" the time, since help is given per pupil where nothing is said.
Per read_per(const Tokens& tokens, std::size_t at) {
    const Per first = read_one_per(tokens, at);
    if (first.end == 0) return first;
    const Per second = read_one_per(tokens, first.end);
    if (second.end == 0 || (first.period == "leerling") == (second.period == "leerling")) return first;
    const Per& time = first.period == "leerling" ? second : first;
    return {time.period, second.end, time.count};
}

const Unit* find_unit(const Tokens& tokens, std::size_t at) {
    for (const Unit& row : units) {
        if (!tokens[at].is(row.word)) continue;
        // "u" is a pronoun too, but not in "2 u per week" and "2 u 15 min".
        const bool is_hour = tokens[at].glued || read_per(tokens, at + 1).end > 0 ||
                             (tokens[at + 1].number(1, 2) && tokens[at + 2].is_any({"min", "minuten"}));
        return row.word == "u" && !is_hour ? nullptr : &row;
    }
    return nullptr;
}

// The same some words on: "2 uur extra begeleiding per week". A mark or the next amount ends the search.
Per find_per(const Tokens& tokens, std::size_t at) {
    constexpr std::size_t words_between = 4;
    for (std::size_t skipped = 0; skipped <= words_between; ++skipped, ++at) {
        if (const Per per = read_per(tokens, at); per.end > 0) return per;
        if (tokens[at].kind != Token::Kind::word || read_quantity(tokens, at).end > 0) break;
    }
    return {};
}

// "3 x", "2 keer per week": how often, and per what.
struct Times {
    double count = 1;  // in each period
    std::string_view period;
    std::size_t end = 0;
};

bool is_times(const Token& token) { return token.is_any({"x", "keer", "maal"}) || token.text == "×"; }

Times read_times(const Tokens& tokens, std::size_t at) {
    constexpr std::array<std::string_view, 5> words{"eenmaal", "tweemaal", "driemaal", "viermaal", "vijfmaal"};
    const auto word = std::ranges::find_if(words, [&](std::string_view known) { return tokens[at].is(known); });
    double count = static_cast<double>(word - words.begin()) + 1;
    std::size_t next = at + 1;
    if (word == words.end()) {
        const Quantity quantity = read_quantity(tokens, at);
        if (quantity.end == 0 || quantity.separator != 0 || !is_times(tokens[quantity.end])) return {};
        count = quantity.value;
        next = quantity.end + 1;
    }
    const Per per = read_per(tokens, next);
    return {count / per.count, per.period, per.end > 0 ? per.end : next};
}

// The same behind an amount that ends before `at`: "30 min. (3x per week)".
Times read_times_behind(const Tokens& tokens, std::size_t at) {
    const Times times = read_times(tokens, tokens[at].is(',') || tokens[at].is('(') ? at + 1 : at);
    const Quantity each = read_quantity(tokens, times.end);  // "2 uur, 3x per week 30 min"
    return times.period.empty() || (each.end > 0 && find_unit(tokens, each.end)) ? Times{} : times;
}

bool joins_range(const Token& token) { return token.is('-') || token.is_any({"à", "a", "tot", "of", "en"}); }

// Words before a number that make it a time of day or a term: "om 9 uur", "binnen 24 uur".
bool starts_time(const Tokens& tokens, std::size_t at, const Quantity& quantity) {
    if (tokens[at - 1].is_any({"om", "vanaf", "tot", "voor", "na", "rond", "tussen", "binnen"})) return true;
    return tokens[at - 1].is("van") && quantity.separator != 0;
}

// Absent where it is nothing: "0 uur" is no support.
std::optional<Omvang> make_amount(double value, std::string_view unit, std::string raw) {
    const double rounded = std::round(value * 100) / 100;
    if (rounded <= 0) return std::nullopt;
    return Omvang{rounded, std::string(unit), std::nullopt, std::move(raw)};
}

// "16.00 uur" by itself is a time of day as well as an amount.
bool may_be_time(const Quantity& quantity, std::string_view unit) {
    constexpr double first_hour = 7, last_hour = 23;  // of a school's day
    return unit == "uur" && quantity.separator == '.' && quantity.fraction.size() == 2 &&
           quantity.value >= first_hour && quantity.value <= last_hour;
}

// "1u30"
std::optional<int> minutes_behind(const Tokens& tokens, std::size_t at) {
    const auto minutes = tokens[at].number(2, 2);
    const bool is_glued = tokens[at].glued && tokens[at - 1].is_any({"u", "uur"});
    return is_glued && minutes && *minutes < 60 ? minutes : std::nullopt;
}

// Nothing but marks behind it.
bool is_last_word(const Tokens& tokens, std::size_t at) {
    while (tokens[at + 1].kind == Token::Kind::mark) ++at;
    return tokens[at + 1].kind == Token::Kind::end;
}

// "fte: 0,4"
std::optional<Omvang> read_fte_before(const Tokens& tokens, std::size_t start, const Quantity& quantity) {
    constexpr double most = 40;
    const std::size_t word = tokens[start - 1].is(':') ? start - 2 : start - 1;
    const Unit* unit = word < start ? find_unit(tokens, word) : nullptr;
    if (!unit || unit->unit != "fte" || tokens[quantity.end].kind == Token::Kind::word) return std::nullopt;
    const auto value = value_of(quantity, unit->unit);
    if (!value || *value > most) return std::nullopt;
    return make_amount(*value, "fte", collapse_spaces(tokens.slice(word, quantity.end - 1)));
}

// "2 uur à 3 uur"; the token behind it, 0: no range.
std::size_t range_end(const Tokens& tokens, std::size_t at, const Unit& unit) {
    if (!joins_range(tokens[at]) || tokens[at].is("en")) return 0;
    const Quantity second = read_quantity(tokens, at + 1);
    const Unit* other = second.end > 0 ? find_unit(tokens, second.end) : nullptr;
    return other && other->unit == unit.unit ? second.end + 1 : 0;
}

// "2 uur (120 min.)": the same time in another unit.
bool says_again(const Omvang& amount, const Omvang& other) {
    const auto minutes = [](const Omvang& time) {
        return time.eenheid == "uur" ? time.waarde * 60 : time.eenheid == "minuut" ? time.waarde : 0;
    };
    return minutes(amount) > 0 && minutes(amount) == minutes(other) &&
           (!amount.per || !other.per || amount.per == other.per);
}

// "wekelijks, 45 minuten", and not "2x wekelijks, 45 minuten".
bool is_adverb_before(const Tokens& tokens, std::size_t at, std::size_t amount) {
    const bool is_many = at > 0 && tokens[at - 1].is_any({"x", "keer", "maal"});
    return at + 2 == amount && tokens[at + 1].is(',') && !is_many && !find_period(adverbs, tokens[at]).empty();
}

// An amount that starts at `start`. `end` is where to go on reading, behind the amount or what was no amount.
struct Reading {
    std::optional<Omvang> amount;
    std::size_t end;
};

Reading read_amount(const Tokens& tokens, std::size_t start) {
    Quantity quantity = read_quantity(tokens, start);
    Times times = read_times(tokens, start);
    if (quantity.end == 0 && times.end == 0) return {std::nullopt, start + 1};

    std::size_t number_at = start;
    if (times.end > 0) {
        number_at = times.end;
        quantity = read_quantity(tokens, number_at);
        if (quantity.end == 0) return {std::nullopt, times.end};
    }
    if (joins_range(tokens[quantity.end])) {
        const std::size_t second_at = quantity.end + 1;
        const Quantity second = read_quantity(tokens, second_at);
        if (const Times more = read_times(tokens, second_at); more.end > 0) {  // "1 à 2x per week 20 min"
            const Quantity each = read_quantity(tokens, more.end);
            return {std::nullopt, each.end > 0 ? each.end + 1 : more.end};
        }
        if (second.end > 0) return {std::nullopt, second.end + 1};
    }

    const Unit* unit = find_unit(tokens, quantity.end);
    if (!unit) {
        if (auto amount = read_fte_before(tokens, start, quantity)) return {std::move(amount), quantity.end};
        return {std::nullopt, quantity.end};
    }
    std::optional<double> value = value_of(quantity, unit->unit);
    std::size_t end = quantity.end + 1;
    if (const std::size_t behind = range_end(tokens, end, *unit)) return {std::nullopt, behind};
    if (value && unit->unit == "uur") {  // "9 uur en 45 min"
        const std::size_t more = tokens[end].is("en") ? end + 1 : end;
        const Quantity minutes = read_quantity(tokens, more);
        const Unit* second = minutes.end > 0 ? find_unit(tokens, minutes.end) : nullptr;
        if (second && second->unit == "minuut" && minutes.separator == 0) {
            *value += minutes.value * second->factor / 60;
            end = minutes.end + 1;
        } else if (const auto glued = minutes_behind(tokens, end); glued && quantity.separator == 0) {
            *value += *glued / 60.0;
            ++end;
        } else if (tokens[end].kind == Token::Kind::number && (tokens[end].glued || is_last_word(tokens, end))) {
            return {std::nullopt, end + 1};  // "2 uur 15": minutes or something else
        }
    }
    if (tokens[end].is('.') && tokens[end].glued && tokens[end - 1].is_any({"min", "u"})) ++end;

    const Per after = find_per(tokens, end);
    std::size_t first = start, last = end;
    std::string_view period = times.period;
    double periods_in_one = 1;
    if (const Times behind = read_times_behind(tokens, end); times.end == 0 && behind.end > 0) {
        times = behind;
        period = behind.period;
        last = behind.end;
    } else if (period.empty() && after.end > 0) {
        period = after.period;
        periods_in_one = after.count;
        last = after.end;
    }
    if (period.empty()) {  // "per week: 2 uur"
        for (std::size_t back = 1; back <= 4 && back <= start; ++back) {
            const Per before = read_per(tokens, start - back);
            if (before.end != start && !(before.end + 1 == start && tokens[before.end].is(':')) &&
                !is_adverb_before(tokens, start - back, start))
                continue;
            period = before.period;
            periods_in_one = before.count;
            first = start - back;
            break;
        }
    }
    if (!value || (quantity.is_article && period.empty()) ||
        (period.empty() && (starts_time(tokens, number_at, quantity) || may_be_time(quantity, unit->unit))))
        return {std::nullopt, end};
    auto amount = make_amount(*value * unit->factor * times.count / periods_in_one, unit->unit,
                              collapse_spaces(tokens.slice(first, last - 1)));
    if (amount && !period.empty()) amount->per = std::string(period);
    return {std::move(amount), last};
}

}  // namespace

std::vector<Omvang> parse_amounts(std::string_view text) {
    // Of an amount in brackets, in them or behind them.
    const auto period_of = [](const Tokens& read, const Reading& reading) {
        const Per behind = read[reading.end].is(')') ? read_per(read, reading.end + 1) : Per{};
        return behind.end > 0 && behind.count == 1 ? Tekst(behind.period) : reading.amount->per;
    };
    std::vector<Omvang> amounts;
    const Tokens tokens(text);
    std::size_t last_end = 0;  // of the last amount
    for (std::size_t at = 0; at < tokens.size();) {
        Reading reading = read_amount(tokens, at);
        if (reading.amount) {
            const bool is_behind = last_end > 0 && last_end + 1 == at && tokens[last_end].is('(');
            if (!is_behind || !says_again(amounts.back(), *reading.amount))
                amounts.push_back(std::move(*reading.amount));
            else if (!amounts.back().per)
                amounts.back().per = period_of(tokens, reading);
            last_end = reading.end;
        }
        at = reading.end;
    }
    return amounts;
}

std::vector<Omvang> parse_amounts_below(std::string_view heading, std::string_view cell) {
    std::vector<Omvang> amounts = parse_amounts(cell);
    const Tokens tokens(heading);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!find_unit(tokens, at)) continue;
        const Per per = find_per(tokens, at + 1);
        if (per.end == 0 || per.count != 1) continue;
        for (Omvang& amount : amounts)
            if (!amount.per) amount.per = std::string(per.period);
        break;
    }
    return amounts;
}

std::vector<Omvang> parse_amount_below(std::string_view heading, std::string_view cell) {
    const Tokens tokens(cell), heading_tokens(heading);
    const Quantity quantity = read_quantity(tokens, 0);
    if (quantity.end == 0 || quantity.end != tokens.size() || quantity.is_article) return {};
    for (std::size_t at = 0; at < heading_tokens.size(); ++at) {
        const Unit* unit = find_unit(heading_tokens, at);
        if (!unit) continue;
        const auto value = value_of(quantity, unit->unit);
        if (!value) return {};
        const Per per = find_per(heading_tokens, heading_tokens[at + 1].is('.') ? at + 2 : at + 1);
        auto amount = make_amount(*value * unit->factor / per.count, unit->unit, collapse_spaces(cell));
        if (!amount) return {};
        if (per.end > 0) amount->per = std::string(per.period);
        return {std::move(*amount)};
    }
    return {};
}

}  // namespace sop
