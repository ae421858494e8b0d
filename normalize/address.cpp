#include "normalize/address.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ingest/text.h"
#include "normalize/text.h"

namespace sop {
namespace {

struct FoundPostcode {
    std::string code;
    std::size_t first = 0, last = 0;  // tokens
};

std::optional<FoundPostcode> read_postcode(const Tokens& tokens, std::size_t at) {
    const Token &digits = tokens[at], &letters = tokens[at + 1], &before = tokens[at - 1], &after = tokens[at + 2];
    const auto number = digits.number(4, 4);
    const bool are_letters = letters.kind == Token::Kind::word && letters.text.size() == 2 && !(letters.text[0] & 0x80);
    // "Plein 1945 nr. 3"
    const bool is_number_sign = letters.is("nr") && (after.is('.') || after.kind == Token::Kind::number);
    // "1399 te Almere"
    const bool is_word =
        are_letters && !letters.glued && letters.text.front() >= 'a' &&
        letters.is_any({"al", "de", "en", "er", "in", "is", "na", "of", "om", "op", "te", "we", "ze", "zo"});
    const bool is_part = (digits.glued && (before.kind == Token::Kind::word || before.is('-'))) ||
                         (after.glued && after.kind == Token::Kind::number);
    if (!number || *number < 1000 || !are_letters || is_word || is_part || is_number_sign) return std::nullopt;
    std::string code = std::string(digits.text) + ' ';
    for (const char c : letters.text) code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return FoundPostcode{std::move(code), at, at + 1};
}

std::optional<FoundPostcode> find_postcode(const Tokens& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (auto found = read_postcode(tokens, at)) return found;
    return std::nullopt;
}

Tekst as_text(std::string_view text) {
    std::string clean = collapse_spaces(text);
    return clean.empty() ? std::nullopt : Tekst(std::move(clean));
}

// Whether the bracket that closes at `at` was opened from `first` on: "Hengelo (O)".
bool is_closing(const Tokens& tokens, std::size_t first, std::size_t at) {
    if (!tokens[at].is(')')) return false;
    while (at-- > first)
        if (tokens[at].is('(')) return true;
    return false;
}

// The tokens from `first` on, without marks at both ends.
Tekst text_from(const Tokens& tokens, std::size_t first, std::size_t end) {
    const auto is_edge = [&](const Token& token) { return token.kind == Token::Kind::mark && !token.is('\''); };
    while (first < end && is_edge(tokens[first])) ++first;
    while (first < end && is_edge(tokens[end - 1]) && !is_closing(tokens, first, end - 1)) --end;
    return first < end ? as_text(tokens.slice(first, end - 1)) : std::nullopt;
}

bool has_number(const Tokens& tokens, std::size_t first, std::size_t end) {
    for (; first < end; ++first)
        if (tokens[first].kind == Token::Kind::number) return true;
    return false;
}

// Places are written in capitals on envelopes: "CAPELLE AAN DEN IJSSEL".
std::string without_capitals(std::string place) {
    constexpr std::size_t longest_abbreviation = 3;
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool is_mixed =
        std::any_of(place.begin(), place.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80); });
    if (is_mixed || place.size() <= longest_abbreviation) return place;
    std::string out;
    for (const Token& word : Tokens(place)) {
        if (!out.empty() && !word.glued) out += ' ';
        const bool is_small =
            word.is_any({"aan", "de", "den", "der", "op", "en", "van", "bij", "in", "s", "t"}) && (!out.empty());
        const std::size_t kept = is_small ? 0 : word.is_any({"ij"}) || word.text.starts_with("IJ") ? 2 : 1;
        for (std::size_t at = 0; at < word.text.size(); ++at)
            out +=
                at >= kept && is_capital(word.text[at]) ? static_cast<char>(word.text[at] - 'A' + 'a') : word.text[at];
    }
    return out;
}

// Without what a bracket says of the building, "Almere (hoofdlocatie)", and not "Hengelo (O)"; nor the label of what
// stands behind it, "Almere. Tel".
std::size_t place_end(const Tokens& tokens, std::size_t first) {
    constexpr std::size_t longest = 3;  // of a province
    for (std::size_t at = first + 1; at < tokens.size(); ++at) {
        if (tokens[at].is_any({"tel", "telefoon", "telefoonnummer", "email", "mail", "website"})) return at;
        if (tokens[at].is("e") && tokens[at + 1].is('-') && tokens[at + 2].is("mail")) return at;
        if (tokens[at].is('(') && !starts_upper(tokens[at + 1].text) && tokens[at + 1].text.size() > longest) return at;
    }
    return tokens.size();
}

Tekst read_place(const Tokens& tokens, std::size_t first) {
    const std::size_t end = place_end(tokens, first);
    if (has_number(tokens, first, end)) return std::nullopt;
    while (tokens[first].kind == Token::Kind::mark && !tokens[first].is('\'')) ++first;
    if (tokens[first].is_any({"te", "in"})) ++first;  // "Lindelaan 12 te Almere"
    Tekst place = text_from(tokens, first, end);
    return place ? Tekst(without_capitals(std::move(*place))) : std::nullopt;
}

// What may follow the digits of a house number: "12a", "12 A", "12-14", "12 bis", "12-II".
bool is_addition(const Tokens& tokens, std::size_t at, std::size_t end) {
    const Token& token = tokens[at];
    if (token.kind == Token::Kind::word)
        return (token.glued && token.text.size() <= 4) || token.text.size() == 1 ||
               token.is_any({"bis", "hs", "ii", "iii", "iv", "rd", "zw"});
    if (token.is('-') || token.is('/'))
        return at + 1 < end && (tokens[at + 1].kind == Token::Kind::number ||
                                (tokens[at + 1].kind == Token::Kind::word && tokens[at + 1].glued));
    return token.kind == Token::Kind::number && (tokens[at - 1].is('-') || tokens[at - 1].is('/'));
}

// "Rijssensestr.", "Kerkpl."; a full stop behind a whole word is no part of it.
bool is_short_street(std::string_view word) {
    constexpr std::array<std::string_view, 7> endings{"str", "ln", "pl", "wg", "sgl", "kd", "pln"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

// The place before a postcode in brackets, which starts at `end`: "Lindelaan 12 in Almere (1399 EC)", and behind a
// street "Almere (1399 EC)".
Tekst place_before_bracket(const Tokens& tokens, std::size_t end, bool has_street) {
    if (end < 2 || !tokens[end - 1].is('(')) return std::nullopt;
    std::size_t first = end - 1;
    while (first > 0 && !tokens[first - 1].is_any({"te", "in"})) --first;
    if (first == 0 && !has_street) return std::nullopt;
    if (!starts_upper(tokens[first].text) || has_number(tokens, first, end)) return std::nullopt;
    Tekst place = text_from(tokens, first, end - 1);
    return place ? Tekst(without_capitals(std::move(*place))) : std::nullopt;
}

// Street and number in the tokens before `end`, a place behind them; the number is the last one with a space before it.
void read_street(const Tokens& tokens, std::size_t end, Adres& address) {
    for (std::size_t at = end; at-- > 1;) {
        const Token& before = tokens[at - 1];
        if (!tokens[at].number(1, 5) || tokens[at].glued || tokens[at].text.front() == '0') continue;
        if ((before.is('-') || before.is('/')) && tokens[at - 2].kind == Token::Kind::number) continue;
        std::size_t behind = at + 1;
        while (behind < end && is_addition(tokens, behind, end)) ++behind;
        const bool has_label = before.is_any({"nr", "nummer", "no"}) || (before.is('.') && tokens[at - 2].is("nr"));
        std::size_t street_end = at;
        if (has_label) street_end -= before.is('.') ? 2 : 1;
        // A label without a colon: "Bezoekadres Lindelaan 12".
        const bool is_labelled = tokens[0].is_any({"adres", "bezoekadres", "postadres", "schooladres"});
        Tekst street = text_from(tokens, is_labelled ? 1 : 0, street_end);
        if (street && street_end > 1 && tokens[street_end - 1].is('.') && tokens[street_end - 1].glued &&
            is_short_street(tokens[street_end - 2].text))
            *street += '.';
        if (!street || has_number(tokens, behind, end)) return;
        address.straat = street;
        address.huisnummer = as_text(tokens.slice(at, behind - 1));
        const Token& place = tokens[behind];
        if (behind < end && end == tokens.size() && (starts_upper(place.text) || place.is_any({"te", "in"})))
            address.plaats = read_place(tokens, behind);
        return;
    }
}

// Lines and what stands between commas, without their labels ("Bezoekadres:").
std::vector<std::string_view> split_parts(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\n,;|\t"), text.size());
        std::string_view part = text.substr(0, end);
        const auto colon = part.find(':'), bracket = part.find('(');
        if (colon != std::string_view::npos && bracket < colon && part.find(')', bracket) > colon)
            part = part.substr(0, bracket);  // "Lindelaan 12 (dislocatie: Beukenlaan 4)"
        else if (colon != std::string_view::npos)
            part.remove_prefix(colon + 1);
        if (part = trim(part); !part.empty()) parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

}  // namespace

Tekst parse_postcode(std::string_view text) {
    const Tokens tokens(text);
    Tekst only;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto found = read_postcode(tokens, at);
        if (!found) continue;
        if (only && *only != found->code) return std::nullopt;
        only = found->code;
    }
    return only;
}

Tekst parse_place(std::string_view text) { return read_place(Tokens(text), 0); }

Adres parse_address(std::string_view text) {
    Adres address;
    for (const std::string_view part : split_parts(text)) {
        const Tokens tokens(part);
        if (const auto postcode = address.postcode ? std::nullopt : find_postcode(tokens)) {
            address.postcode = postcode->code;
            read_street(tokens, postcode->first, address);
            address.plaats = read_place(tokens, postcode->last + 1);
            if (!address.plaats)
                address.plaats = place_before_bracket(tokens, postcode->first, address.straat.has_value());
        } else if (has_number(tokens, 0, tokens.size())) {
            if (!address.postcode || !address.straat) read_street(tokens, tokens.size(), address);
        } else if ((address.straat || address.postcode) && !address.plaats) {
            address.plaats = read_place(tokens, 0);
        }
    }
    return address;
}

}  // namespace sop
