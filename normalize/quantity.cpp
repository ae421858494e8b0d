#include "normalize/quantity.h"

#include <array>

namespace sop {
namespace {

struct NumberWord {
    std::string_view word;
    double value;
};
constexpr std::array number_words{
    NumberWord{"een", 1},          NumberWord{"één", 1},    NumberWord{"Eén", 1},     NumberWord{"twee", 2},
    NumberWord{"drie", 3},         NumberWord{"vier", 4},   NumberWord{"vijf", 5},    NumberWord{"zes", 6},
    NumberWord{"zeven", 7},        NumberWord{"acht", 8},   NumberWord{"negen", 9},   NumberWord{"tien", 10},
    NumberWord{"twaalf", 12},      NumberWord{"half", 0.5}, NumberWord{"halve", 0.5}, NumberWord{"anderhalf", 1.5},
    NumberWord{"anderhalve", 1.5},
};

std::optional<double> vulgar_fraction(const Token& token) {
    if (token.kind != Token::Kind::mark || token.mark != '?') return std::nullopt;
    if (token.text == "½") return 0.5;
    if (token.text == "¼") return 0.25;
    if (token.text == "¾") return 0.75;
    return std::nullopt;
}

// "1/2", "3/4": three tokens.
std::optional<double> written_fraction(const Tokens& tokens, std::size_t at) {
    const Token &over = tokens[at], &slash = tokens[at + 1], &under = tokens[at + 2];
    const auto above = over.number(1, 1), below = under.number(1, 1);
    const bool is_one = above && below && slash.is('/') && slash.glued && under.glued;
    if (!is_one || (*below != 2 && *below != 4) || *above % 2 == 0 || *above >= *below) return std::nullopt;
    return static_cast<double>(*above) / *below;
}

// A number that is written as a word; null where it is none.
const NumberWord* find_number_word(const Token& token) {
    if (token.kind != Token::Kind::word) return nullptr;
    for (const NumberWord& row : number_words)
        if (row.word.size() == token.text.size() && (token.is(row.word) || token.text == row.word)) return &row;
    return nullptr;
}

// Minutes that are written after a point or comma, and never as a decimal fraction of an hour by itself.
bool may_be_minutes(int fraction) { return fraction < 60 && fraction % 5 == 0; }

}  // namespace

Quantity read_quantity(const Tokens& tokens, std::size_t at) {
    Quantity out;
    if (const auto part = written_fraction(tokens, at)) {
        out.value = *part;
        out.separator = '/';
        out.end = at + 3;
    } else if (const auto number = tokens[at].number(1, 4)) {
        out.value = *number;
        out.end = at + 1;
        const Token &separator = tokens[at + 1], &fraction = tokens[at + 2];
        if (const auto half = vulgar_fraction(separator)) {
            out.value += *half;
            ++out.end;
        } else if (const auto more = separator.glued ? std::nullopt : written_fraction(tokens, at + 1)) {
            out.value += *more;
            out.separator = '/';
            out.end += 3;
        } else if ((separator.is('.') || separator.is(',') || separator.is(':')) && separator.glued && fraction.glued &&
                   fraction.kind == Token::Kind::number) {
            if (!fraction.number(1, 6)) return {};
            out.fraction = fraction.text;
            out.separator = separator.mark;
            out.end = at + 3;
        }
    } else if (const NumberWord* word = find_number_word(tokens[at])) {
        out.value = word->value;
        out.is_article = word->word == "een";
        out.end = at + 1;
        if (out.is_article && tokens[at + 1].is_any({"half", "halve"})) return read_quantity(tokens, at + 1);
    } else if (const auto fraction = vulgar_fraction(tokens[at])) {
        out.value = *fraction;
        out.end = at + 1;
        return out;
    } else {
        return out;
    }
    // "twee en een half"
    if (out.separator == 0 && tokens[out.end].is("en") && tokens[out.end + 1].is("een") &&
        tokens[out.end + 2].is_any({"half", "halve"})) {
        out.value += 0.5;
        out.end += 3;
    }
    return out;
}

std::optional<double> value_of(const Quantity& quantity, std::string_view unit) {
    if (quantity.separator == 0 || quantity.separator == '/') return quantity.value;
    double scale = 1;
    int digits = 0;
    for (const char c : quantity.fraction) {
        digits = digits * 10 + (c - '0');
        scale *= 10;
    }
    const bool is_two = quantity.fraction.size() == 2;
    if (unit == "uur" && is_two) {
        const bool is_quarter = digits == 25 || digits == 50;
        const double in_hours = quantity.value + digits / 60.0;
        if (quantity.separator == ':') return digits < 60 ? std::optional(in_hours) : std::nullopt;
        if (quantity.separator == '.' && may_be_minutes(digits) && !is_quarter) return in_hours;
        if (quantity.separator == '.' && digits < 60) return std::nullopt;
        if (quantity.separator == ',' && may_be_minutes(digits) && !is_quarter) return std::nullopt;
    }
    if (quantity.separator == ':') return std::nullopt;
    if (quantity.separator == '.' && quantity.fraction.size() == 3 && quantity.value > 0)
        return quantity.value * 1000 + digits;
    return quantity.value + digits / scale;
}

}  // namespace sop
