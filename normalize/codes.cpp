#include "normalize/codes.h"

#include <algorithm>

#include "extract/fold.h"
#include "ingest/text.h"
#include "normalize/body_name.h"
#include "normalize/text.h"

namespace sop {
namespace {

// A code and the tokens it consists of.
template <class Code>
struct Found {
    Code code;
    std::size_t first = 0, last = 0;
};

bool is_alphanumeric(const Token& token) {
    return token.kind == Token::Kind::word || token.kind == Token::Kind::number;
}

// Neither a letter nor a digit touches the tokens `first` to `last`.
bool stands_alone(const Tokens& tokens, std::size_t first, std::size_t last) {
    return !(tokens[first].glued && is_alphanumeric(tokens[first - 1])) &&
           !(tokens[last + 1].glued && is_alphanumeric(tokens[last + 1]));
}

std::string upper(std::string_view ascii) {
    std::string out(ascii);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

bool is_upper(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Two letters after two digits that make a size, an ordinal or a day.
bool is_unit(const Token& letters) {
    return letters.is_any({"mb", "kb", "gb", "cm", "mm", "km", "kg", "de", "st", "nd",
                           "rd", "th", "en", "ap", "au", "jl", "jn", "jr", "no", "ok"});
}

using FoundSchool = Found<SchoolCode>;

std::optional<FoundSchool> read_school(const Tokens& tokens, std::size_t at) {
    const Token &digits = tokens[at], &letters = tokens[at + 1], &more = tokens[at + 2];
    const bool are_letters =
        letters.kind == Token::Kind::word && letters.text.size() == 2 && is_upper(upper(letters.text));
    if (!digits.number(2, 2) || !are_letters) return std::nullopt;
    FoundSchool found{{std::string(digits.text) + upper(letters.text), std::nullopt}, at, at + 1};
    // "18ZK00", "18ZK-00"
    const bool is_apart = (more.is('-') || more.is('/')) && more.glued && tokens[at + 3].glued;
    const std::size_t last = is_apart ? at + 3 : at + 2;
    if (letters.glued && more.glued && tokens[last].number(2, 2) && stands_alone(tokens, at, last) &&
        !(is_apart && (tokens[last + 1].is('-') || tokens[last + 1].is('/')))) {
        found.code.vestigingscode = found.code.brin + std::string(tokens[last].text);
        found.last = last;
    }
    if (!stands_alone(tokens, found.first, found.last)) return std::nullopt;
    return found;
}

// The only code that `accepts` takes.
template <class Accept>
std::optional<FoundSchool> only_school(const Tokens& tokens, Accept accepts) {
    std::optional<FoundSchool> only;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto found = read_school(tokens, at);
        if (!found || !accepts(*found)) continue;
        if (only && only->code.brin != found->code.brin) return std::nullopt;
        if (!only || !only->code.vestigingscode) only = std::move(found);
    }
    return only;
}

// A code's neighbours that belong to it and not to the name beside it.
bool holds_code(const Token& token) {
    return (token.kind == Token::Kind::mark && token.mark != '.' && token.mark != '\'' && token.mark != '"') ||
           token.is_any({"nr", "nummer", "code", "brin", "brinnummer", "bestuursnummer", "bestuursnr", "bevoegd",
                         "gezag", "swv", "samenwerkingsverband"});
}

// The text without the tokens of a code and what held them.
std::string without(const Tokens& tokens, std::size_t first, std::size_t last) {
    while (first > 0 && (holds_code(tokens[first - 1]) ||
                         (tokens[first - 1].is('.') && tokens[first - 2].is_any({"nr", "bestuursnr"}))))
        --first;
    while (last + 1 < tokens.size() && holds_code(tokens[last + 1])) ++last;
    std::string left;
    if (first > 0) left = tokens.slice(0, first - 1);
    if (last + 1 < tokens.size()) {
        left += ' ';
        left += tokens.slice(last + 1, tokens.size() - 1);
    }
    left = collapse_spaces(left);
    // The bracket before the name went with the code: "VO 20-02 (Noord)".
    if (left.ends_with(')') && left.find('(') == std::string::npos) left.pop_back();
    return left;
}

// "PO2401", "PO 24.01", "VO-25-07".
std::optional<Found<std::string>> read_partnership(const Tokens& tokens, std::size_t at) {
    if (!tokens[at].is_any({"po", "vo", "swvpo", "swvvo"})) return std::nullopt;
    const auto skip_mark = [&](std::size_t next) {
        return next + (tokens[next].is('-') || tokens[next].is('.') || tokens[next].is('/') ? 1 : 0);
    };
    std::size_t last = skip_mark(at + 1);
    std::string code = upper(tokens[at].text.substr(tokens[at].text.size() - 2)) + std::string(tokens[last].text);
    if (tokens[last].number(2, 2)) {
        last = skip_mark(last + 1);
        if (!tokens[last].number(2, 2)) return std::nullopt;
        code += tokens[last].text;
    } else if (!tokens[last].number(4, 4)) {
        return std::nullopt;
    }
    const bool goes_on = tokens[last + 1].is('.') && tokens[last + 1].glued && tokens[last + 2].glued &&
                         tokens[last + 2].kind == Token::Kind::number;
    if (goes_on || !stands_alone(tokens, at, last)) return std::nullopt;
    return Found<std::string>{std::move(code), at, last};
}

// Regions of the partnerships' numbers, and the most that one of them has, with room.
constexpr int first_region = 20, last_region = 31, most_in_region = 20;

// "3006" or "30.06" after a word for it, or alone; "2015" is a year.
std::optional<Found<std::string>> read_bare_partnership(const Tokens& tokens, std::size_t at, std::string_view sector) {
    const bool is_named =
        tokens[at - 1].is_any({"swv", "samenwerkingsverband", "nummer", "code"}) || tokens[at - 1].is('(');
    std::size_t last = at;
    auto number = tokens[at].number(4, 4);
    bool may_be_year = true;
    if (const auto region = tokens[at].number(2, 2);
        region && (tokens[at + 1].is('.') || tokens[at + 1].is('-')) && tokens[at + 1].glued && tokens[at + 2].glued) {
        last = at + 2;
        const auto rest = tokens[last].number(2, 2);
        number = rest ? std::optional(*region * 100 + *rest) : std::nullopt;
        may_be_year = false;
    }
    // "30.06", "25-06 VO"
    const bool is_alone = at == 0 && (last + 1 == tokens.size() || (last + 2 == tokens.size() && !may_be_year &&
                                                                    tokens[last + 1].is_any({"po", "vo"})));
    if (!number || !(is_named || is_alone) || !stands_alone(tokens, at, last)) return std::nullopt;
    for (std::size_t other = 0; other < tokens.size(); ++other)
        if ((other < at || other > last) && tokens[other].kind == Token::Kind::number) return std::nullopt;
    const int region = *number / 100, in_region = *number % 100;
    if (region < first_region || region > last_region || in_region < 1 || in_region > most_in_region ||
        (may_be_year && region == first_region))
        return std::nullopt;
    return Found<std::string>{std::string(sector) + std::to_string(*number), at, last};
}

// "PO" or "VO" where a text has the word: "SWV VO Noord (27-08)"; "" where it has none or both.
std::string_view sector_of(const Tokens& tokens) {
    bool is_primary = false, is_secondary = false;
    for (const Token& token : tokens) {
        is_primary = is_primary || token.is("po");
        is_secondary = is_secondary || token.is("vo");
    }
    return is_primary == is_secondary ? "" : is_primary ? "PO" : "VO";
}

// A board's name without the place that it is in: "Stichting Zicht te Gemert". "… Onderwijs te Ede" is a name as a
// whole.
std::string_view without_place(std::string_view name) {
    const auto at = name.rfind(" te ");
    if (at == std::string_view::npos || at == 0 || !starts_upper(name.substr(at + 4))) return name;
    const std::string_view place = name.substr(at + 4);
    if (std::count(place.begin(), place.end(), ' ') > 2 || place.find_first_of("(,;") != std::string_view::npos ||
        place.find(" e") != std::string_view::npos)
        return name;
    const std::string last = fold(name.substr(name.rfind(' ', at - 1) + 1, at - name.rfind(' ', at - 1) - 1));
    for (const std::string_view general :
         {"onderwijs", "school", "scholen", "bijbel", "grondslag", "instituut", "opvoeding"})
        if (last.ends_with(general)) return name;
    return trim(name.substr(0, at));
}

Tekst as_text(std::string text) { return text.empty() ? std::nullopt : Tekst(std::move(text)); }

}  // namespace

std::optional<SchoolCode> parse_brin(std::string_view text) {
    auto found = only_school(Tokens(text), [](const FoundSchool&) { return true; });
    return found ? std::optional(std::move(found->code)) : std::nullopt;
}

std::optional<SchoolCode> parse_file_brin(std::string_view file_name) {
    const Tokens tokens(file_name);
    auto found = only_school(tokens, [&](const FoundSchool& code) {
        const Token& letters = tokens[code.first + 1];
        // "groep 12AA" is a group.
        const bool is_of_school =
            code.first == 0 || !tokens[code.first - 1].is_any({"groep", "klas", "lokaal", "bijlage"});
        return letters.glued && (is_upper(letters.text) || code.first == 0) && !is_unit(letters) && is_of_school;
    });
    return found ? std::optional(std::move(found->code)) : std::nullopt;
}

NamedSchool split_brin(std::string_view name) {
    const Tokens tokens(name);
    auto found = only_school(tokens, [&](const FoundSchool& code) {
        const Token& letters = tokens[code.first + 1];
        const Token& before = tokens[code.first - 1];
        const bool is_at_end = code.first == 0 || code.last + 1 == tokens.size() || before.is('(') ||
                               before.is_any({"brin", "brinnummer", "brinnr"});
        return letters.glued && is_upper(letters.text) && is_at_end;
    });
    if (!found) return {std::string(name), std::nullopt};
    std::string rest = without(tokens, found->first, found->last);
    return {std::move(rest), std::move(found->code)};
}

Tekst parse_vestiging(std::string_view text, const Tekst& brin) {
    const Tokens tokens(text);
    if (const auto code = parse_brin(text))
        return !brin || code->brin == *brin ? code->vestigingscode : std::nullopt;  // another school's is none of this
    if (brin && tokens.size() == 1 && tokens[0].number(2, 2)) return *brin + std::string(tokens[0].text);
    return std::nullopt;
}

Tekst parse_board_number(std::string_view text) { return parse_board(text).nummer; }

Bestuur parse_board(std::string_view text) {
    text = body_name(text);
    if (is_reference(text)) return {};
    const Tokens tokens(text);
    std::optional<std::size_t> only;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!tokens[at].number(5, 5) || !stands_alone(tokens, at, at)) continue;
        if (only) return {collapse_spaces(text), std::nullopt};
        only = at;
    }
    if (!only) return {as_text(collapse_spaces(without_place(text))), std::nullopt};
    const std::string name = without(tokens, *only, *only);
    return {as_text(std::string(without_place(name))), std::string(tokens[*only].text)};
}

Samenwerkingsverband parse_partnership(std::string_view text, std::string_view sector) {
    text = body_name(text);
    if (is_reference(text)) return {};
    const Tokens tokens(text);
    if (sector.empty()) sector = sector_of(tokens);
    std::optional<Found<std::string>> only;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto found = read_partnership(tokens, at);
        if (!found && !sector.empty() && !only) found = read_bare_partnership(tokens, at, sector);
        if (!found) continue;
        at = found->last;
        if (only && only->code != found->code) return {std::nullopt, collapse_spaces(text)};
        only = std::move(found);
    }
    if (!only) return {std::nullopt, as_text(collapse_spaces(text))};
    Tekst name = as_text(without(tokens, only->first, only->last));
    if (name && !sector_of(Tokens(*name)).empty() && name->size() == 2) name.reset();  // "SWV 30.06 (PO)"
    if (name) {                                                                        // the code may stand there twice
        Samenwerkingsverband rest = parse_partnership(*name);
        if (rest.code == only->code) name = std::move(rest.naam);
    }
    return {std::move(only->code), std::move(name)};
}

}  // namespace sop
