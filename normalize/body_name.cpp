#include "normalize/body_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/fold.h"
#include "ingest/text.h"
#include "normalize/name_scan.h"
#include "normalize/person_words.h"
#include "normalize/personal_data.h"

namespace sop {
namespace {

// What opens a part of its own behind a name. A dash is one where spaces stand around it.
bool is_divider(std::string_view text, std::size_t at) {
    if (std::string_view("(;,|\n\t[").find(text[at]) != std::string_view::npos) return true;
    return text[at] == ' ' && (text.substr(at).starts_with(" - ") || text.substr(at).starts_with(" – ") ||
                               text.substr(at).starts_with(" / "));
}

// Not all that is_title() knows: schools are called after a Dr., a Prof. or a Meester, and none after these.
bool is_honorific(std::string_view word) {
    const std::string folded = fold(word);
    const auto same = [&](std::string_view known) { return folded == known; };
    constexpr std::array<std::string_view, 8> honorifics{"mw", "mevr", "mevrouw", "mej", "dhr", "hr", "heer", "meneer"};
    return std::any_of(honorifics.begin(), honorifics.end(), same);
}

// "dhr.", "bestuurder:", "contactpersoon", "tel.": what follows behind a divider is a person. Not "bovenbouw", which a
// location may be called.
bool starts_with_person(std::string_view text) {
    constexpr std::string_view signs = "(;,|\n\t[ -/";
    constexpr std::string_view dash = "–";
    while (!text.empty() && (signs.find(text[0]) != std::string_view::npos || text.starts_with(dash)))
        text.remove_prefix(text.starts_with(dash) ? dash.size() : 1);
    const std::string_view word = bare_word(text.substr(0, word_end(text, 0)));
    const std::string folded = fold(word);
    const bool is_part = folded.ends_with("bouw") || folded.starts_with("groep") || folded == "unit";
    constexpr std::array<std::string_view, 8> labels{"contactpersoon", "contact", "tel",  "telefoon",
                                                     "mobiel",         "mob",     "mail", "email"};
    return is_title(word) || (is_function(word, false) && !is_part) ||
           std::find(labels.begin(), labels.end(), folded) != labels.end();
}

// Where an address starts: at "Postbus 12", or at the street before a postcode. The size of `text` where there is none.
std::size_t address_begin(std::string_view text) {
    const Words words = fold_words(text);
    const auto is_number = [](std::string_view word) {
        return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
    };
    constexpr std::array<std::string_view, 9> streets{"straat", "laan",   "weg",    "plein", "dijk",
                                                      "kade",   "singel", "gracht", "pad"};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view();
        if (words[i] == "postbus" && is_number(next)) return words.words[i].begin;
        const bool is_street = std::any_of(streets.begin(), streets.end(), [&](std::string_view street) {
            return words[i].size() > street.size() && words[i].ends_with(street);
        });
        if (is_street && !next.empty() && next[0] >= '1' && next[0] <= '9' && next.size() <= 4)
            return words.words[i].begin;
        // Four figures and two letters.
        const bool is_apart = is_number(words[i]) && words[i].size() == 4 && next.size() == 2 && !is_number(next);
        const bool is_joined = words[i].size() == 6 && is_number(words[i].substr(0, 4)) &&
                               !is_number(words[i].substr(4, 1)) && !is_number(words[i].substr(5));
        const std::string_view letters = is_apart ? text.substr(words.words[i + 1].begin, 2) : std::string_view();
        if ((is_apart && letters[0] >= 'A' && letters[0] <= 'Z' && letters[1] >= 'A' && letters[1] <= 'Z') || is_joined)
            return words.words[i].begin;
    }
    return text.size();
}

// Where the street of an address that goes on at `end` starts: behind a comma, a few words and a house number: "Laan 9,
// 1234 AB". `end` where there is none.
std::size_t street_begin(std::string_view text, std::size_t end) {
    constexpr std::size_t most_words = 5;
    const std::size_t street_end = text.find_last_not_of(" ,\n", end - 1);
    const std::size_t comma = street_end == std::string_view::npos ? street_end : text.rfind(',', street_end);
    if (comma == std::string_view::npos) return end;
    const Words words = fold_words(text.substr(comma + 1, street_end - comma));
    if (words.size() < 2 || words.size() > most_words) return end;
    const std::string_view number = words[words.size() - 1];
    return number[0] >= '1' && number[0] <= '9' && number.size() <= 4 ? comma : end;
}

std::string_view without_rest(std::string_view text) {
    for (;;) {
        constexpr std::string_view signs = "(;,|:[-/ \n\t";
        const std::size_t last = text.find_last_not_of(signs);
        text = trim(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
        if (text.ends_with("–")) {
            text.remove_suffix(std::string_view("–").size());
            continue;
        }
        const std::size_t space = text.find_last_of(" (\n\t");
        if (space == std::string_view::npos || !is_label_word(bare_word(text.substr(space + 1)))) return text;
        text = text.substr(0, space);
    }
}

}  // namespace

std::string_view body_name(std::string_view text) {
    constexpr std::size_t longest = 500;  // what is longer is no name
    text = trim(text);
    if (text.size() > longest) return text;
    std::size_t end = text.size();
    for (const PersonalSpan& span : find_personal_data(text))
        if (span.kind == PersonalKind::phone || span.kind == PersonalKind::email) end = std::min(end, span.begin);
    end = std::min(end, address_begin(text));
    if (end > 0 && end < text.size()) end = street_begin(text, end);
    if (is_honorific(bare_word(text.substr(0, word_end(text, 0))))) end = 0;
    for (std::size_t at = 0; at < end; ++at)
        if (is_divider(text, at) && starts_with_person(text.substr(at))) end = at;
    return end == text.size() ? text : without_rest(text.substr(0, end));
}

}  // namespace sop
