#include "normalize/schools.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/fold.h"
#include "ingest/text.h"
#include "normalize/text.h"

namespace sop {
namespace {

// Folded words and the value they stand for; longer ones stand before the words they contain.
struct Synonym {
    std::string_view words, value;
};

constexpr std::array school_types{
    Synonym{"voortgezet speciaal onderwijs", "vso"},
    Synonym{"speciaal basisonderwijs", "sbo"},
    Synonym{"speciale basisschool", "sbo"},
    Synonym{"speciale school voor basisonderwijs", "sbo"},
    Synonym{"speciale", "sbo"},
    Synonym{"speciaal onderwijs", "so"},
    Synonym{"voortgezet onderwijs", "vo"},
    Synonym{"praktijkonderwijs", "pro"},
    Synonym{"praktijkschool", "pro"},
    Synonym{"basisonderwijs", "bao"},
    Synonym{"basisschool", "bao"},
    Synonym{"vso", "vso"},
    Synonym{"sbo", "sbo"},
    Synonym{"so", "so"},
    Synonym{"vo", "vo"},
    Synonym{"mavo", "vo"},
    Synonym{"vmbo", "vo"},
    Synonym{"havo", "vo"},
    Synonym{"vwo", "vo"},
    Synonym{"atheneum", "vo"},
    Synonym{"gymnasium", "vo"},
    Synonym{"lyceum", "vo"},
    Synonym{"pro", "pro"},
    Synonym{"bao", "bao"},
    Synonym{"bo", "bao"},
};

constexpr std::array denominations{
    Synonym{"protestants christelijke", "protestants-christelijk"},
    Synonym{"protestants christelijk", "protestants-christelijk"},
    Synonym{"protestant christelijk", "protestants-christelijk"},
    Synonym{"rooms katholieke", "rooms-katholiek"},
    Synonym{"rooms katholiek", "rooms-katholiek"},
    Synonym{"algemeen bijzonder", "algemeen bijzonder"},
    Synonym{"gereformeerd vrijgemaakte", "gereformeerd vrijgemaakt"},
    Synonym{"gereformeerd vrijgemaakt", "gereformeerd vrijgemaakt"},
    Synonym{"gereformeerde", "gereformeerd"},
    Synonym{"gereformeerd", "gereformeerd"},
    Synonym{"christelijke", "christelijk"},
    Synonym{"christelijk", "christelijk"},
    Synonym{"katholieke", "rooms-katholiek"},
    Synonym{"katholiek", "rooms-katholiek"},
    Synonym{"openbare", "openbaar"},
    Synonym{"openbaar", "openbaar"},
    Synonym{"islamitische", "islamitisch"},
    Synonym{"islamitisch", "islamitisch"},
    Synonym{"oecumenische", "oecumenisch"},
    Synonym{"oecumenisch", "oecumenisch"},
    Synonym{"interconfessionele", "interconfessioneel"},
    Synonym{"interconfessioneel", "interconfessioneel"},
    Synonym{"reformatorische", "reformatorisch"},
    Synonym{"reformatorisch", "reformatorisch"},
    Synonym{"hindoeistische", "hindoeïstisch"},
    Synonym{"hindoeistisch", "hindoeïstisch"},
    Synonym{"prot chr", "protestants-christelijk"},
    Synonym{"pc", "protestants-christelijk"},
    Synonym{"p c", "protestants-christelijk"},
    Synonym{"rk", "rooms-katholiek"},
    Synonym{"r k", "rooms-katholiek"},
};

// Abbreviations that stand before a school's name.
struct NamePrefix {
    std::string_view word, schoolsoort, denominatie;
};
constexpr std::array name_prefixes{
    NamePrefix{"obs", "bao", "openbaar"},
    NamePrefix{"pcb", "bao", "protestants-christelijk"},
    NamePrefix{"pcbs", "bao", "protestants-christelijk"},
    NamePrefix{"rkbs", "bao", "rooms-katholiek"},
    NamePrefix{"kbs", "bao", "rooms-katholiek"},
    NamePrefix{"cbs", "bao", "christelijk"},
    NamePrefix{"gbs", "bao", "gereformeerd"},
    NamePrefix{"ibs", "bao", "islamitisch"},
    NamePrefix{"bs", "bao", ""},
    NamePrefix{"sbo", "sbo", ""},
    NamePrefix{"so", "so", ""},
    NamePrefix{"vso", "vso", ""},
    NamePrefix{"osbo", "sbo", "openbaar"},
};

// Words, and ends of words, in the names of secondary schools: "Het Grote College", "Vechtlyceum".
constexpr std::array<std::string_view, 5> secondary_names{"college", "lyceum", "gymnasium", "atheneum", "mavo"};

// Concepts by the start of a word: "Jenaplanschool", "Daltonbasisschool".
constexpr std::array concepts{
    Synonym{"jenaplan", "jenaplan"}, Synonym{"montessori", "montessori"},   Synonym{"dalton", "dalton"},
    Synonym{"freinet", "freinet"},   Synonym{"vrijeschool", "vrijeschool"},
};

// Whether a word of `folded` is `end`, or ends so.
bool has_word_end(std::string_view folded, std::string_view end) {
    for (std::size_t at = folded.find(end); at != std::string_view::npos; at = folded.find(end, at + 1))
        if (at + end.size() == folded.size() || folded[at + end.size()] == ' ') return true;
    return false;
}

Tekst find_concept(std::string_view folded) {
    for (std::size_t at = 0; at < folded.size();) {
        for (const Synonym& row : concepts)
            if (folded.substr(at).starts_with(row.words)) return std::string(row.value);
        at = std::min(folded.find(' ', at), folded.size()) + 1;
    }
    return std::nullopt;
}

// The one value that the words of `folded` stand for; `is_only_one` is cleared where they stand for more.
template <class Table>
std::string_view find_value(std::string folded, const Table& table, bool& is_only_one) {
    std::string_view value;
    for (const Synonym& row : table) {
        for (auto at = folded.find(row.words); at != std::string::npos; at = folded.find(row.words, at + 1)) {
            const auto after = at + row.words.size();
            if ((at > 0 && folded[at - 1] != ' ') || (after < folded.size() && folded[after] != ' ')) continue;
            if (!value.empty() && value != row.value) is_only_one = false;
            value = row.value;
            folded.replace(at, row.words.size(), 1, '|');
        }
    }
    return value;
}

Tekst as_text(std::string_view text) { return text.empty() ? std::nullopt : Tekst(text); }

// A value of this length is a sentence, not a kind.
constexpr std::size_t max_value = 200;

// The first words of a name, up to and including the one that says what it is: "Protestants Christelijke Basisschool".
std::string words_before_school(const std::string& folded) {
    for (const std::string_view word : {"basisschool", "praktijkschool"}) {
        const auto at = folded.find(word);
        if (at == std::string::npos) continue;
        const auto after = at + word.size();
        if (after == folded.size() || folded[after] == ' ') return folded.substr(0, after);
    }
    return {};
}

}  // namespace

Tekst parse_school_type(std::string_view text) {
    if (text.size() > max_value) return std::nullopt;
    bool is_only_one = true;
    const std::string_view value = find_value(fold(text), school_types, is_only_one);
    return is_only_one ? as_text(value) : std::nullopt;
}

Tekst parse_denomination(std::string_view text) {
    // DUO's rest: it says that it is none of the others.
    if (is_reference(text) || fold(text) == "overig" || fold(text) == "overige") return std::nullopt;
    bool is_only_one = true;
    if (text.size() <= max_value) {
        const std::string_view value = find_value(fold(text), denominations, is_only_one);
        if (is_only_one && !value.empty()) return std::string(value);
    }
    return as_text(collapse_spaces(text));
}

NameEvidence read_name(std::string_view name) {
    if (name.size() > max_value) return {};
    const std::string folded = fold(name);
    const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
    Tekst concept_name = find_concept(folded);
    // "SO en VSO De Brug" is both.
    const bool is_both = contains_words(folded, "so") && contains_words(folded, "vso");
    for (const NamePrefix& row : name_prefixes)
        if (first == row.word)
            return {as_text(is_both ? "" : row.schoolsoort), as_text(row.denominatie), std::move(concept_name)};

    std::string words = words_before_school(folded);
    if (words.empty()) {
        const bool is_secondary =
            !contains_words(folded, "college van") &&
            std::ranges::any_of(secondary_names, [&](std::string_view word) { return has_word_end(folded, word); });
        return {is_secondary ? Tekst("vo") : std::nullopt, std::nullopt, std::move(concept_name)};
    }
    bool is_one_type = true, is_one_denomination = true;
    const Tekst denomination = as_text(find_value(words, denominations, is_one_denomination));
    // "Daltonbasisschool" is one too.
    constexpr std::string_view ending = "basisschool";
    if (words.ends_with(ending) && !contains_words(words, ending)) words.insert(words.size() - ending.size(), 1, ' ');
    const Tekst type = as_text(find_value(words, school_types, is_one_type));
    return {is_one_type ? type : std::nullopt, is_one_denomination ? denomination : std::nullopt,
            std::move(concept_name)};
}

}  // namespace sop
