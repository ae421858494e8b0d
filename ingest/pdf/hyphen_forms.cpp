#include "ingest/pdf/hyphen_forms.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ingest/pdf/rows.h"
#include "ingest/text.h"

namespace sop::pdf {
namespace {

constexpr std::array<std::string_view, 17> conjunctions{"en",    "of",  "én",  "óf",      "en/of",          "tot",
                                                        "t/m",   "à",   "als", "alsmede", "alsook",         "noch",
                                                        "ofwel", "c.q", "cq",  "resp",    "respectievelijk"};
constexpr std::array<std::string_view, 3> rare_conjunctions{"dan", "maar", "versus"};
// Prefixes that Dutch writes with a hyphen. Not "ex" ("ex-pertise"), "pre" ("pre-ventie") and "zelf" ("zelf-standig"),
// which are broken off far more often than they are written so.
constexpr std::array<std::string_view, 4> hyphen_prefixes{"niet", "oud", "non", "bijna"};
constexpr std::array<std::string_view, 28> short_prefixes{
    "aan", "af", "be", "bij", "con", "de",  "des", "dis", "ex",  "ge",  "her", "im",  "in",  "mis",
    "na",  "om", "on", "ont", "op",  "pre", "pro", "re",  "sub", "toe", "uit", "ver", "via", "wan"};
// Equals that stand side by side in a compound, in any order: "ouder-kindgesprek". The list has a few of the words that
// are made with them, and takes others for ordinary compounds.
constexpr std::array<std::array<std::string_view, 2>, 36> pairs{{
    {"ouder", "kind"},
    {"ouder", "leerling"},
    {"peuter", "kleuter"},
    {"reken", "wiskunde"},
    {"lees", "schrijf"},
    {"taal", "lees"},
    {"woon", "werk"},
    {"school", "thuis"},
    {"stop", "denk"},
    {"moeder", "kind"},
    {"vader", "kind"},
    {"leerkracht", "leerling"},
    {"leraar", "leerling"},
    {"docent", "leerling"},
    {"leerkracht", "kind"},
    {"leerkracht", "ouder"},
    {"leerkracht", "onderzoeker"},
    {"leraar", "onderzoeker"},
    {"docent", "onderzoeker"},
    {"aan", "uit"},
    {"klank", "teken"},
    {"klank", "letter"},
    {"woord", "beeld"},
    {"hand", "oog"},
    {"oorzaak", "gevolg"},
    {"actie", "reactie"},
    {"zender", "ontvanger"},
    {"vraag", "antwoord"},
    {"kosten", "baten"},
    {"prijs", "kwaliteit"},
    {"man", "vrouw"},
    {"mens", "machine"},
    {"ja", "nee"},
    {"haal", "breng"},
    {"win", "win"},
    {"zwart", "wit"},
}};
// Small words between the hyphens of "een-op-een", "kant-en-klaar", "face-to-face".
constexpr std::array<std::string_view, 14> links{"aan",  "bij", "de", "en", "het",   "in", "na",
                                                 "naar", "o",   "of", "op", "tegen", "to", "tot"};
// The same where the line ended before them: "twee-|onder-een-kap", "stap-|voor-stap".
constexpr std::array<std::string_view, 6> links_behind{"door", "met", "om", "onder", "over", "voor"};
// Endings of adjectives; where two stand side by side the hyphen is theirs: "sociaal-economische".
constexpr std::array<std::string_view, 5> adjective_ends{"aal", "eel", "ief", "isch", "lijk"};
constexpr std::array<std::string_view, 10> second_adjective_ends{"aal",  "ale",  "eel",   "ele",  "ief",
                                                                 "ieve", "isch", "ische", "lijk", "lijke"};
constexpr std::size_t least_adjective = 5;  // "isch" alone is an ending that was broken off
// Second parts of English words that Dutch took over: "check-out".
constexpr std::array<std::string_view, 7> english_ends{"back", "by", "down", "good", "off", "out", "up"};
// Their first parts, before compounds that are made with them: "time-outruimte".
constexpr std::array<std::string_view, 11> english_starts{"time", "check", "back", "follow", "burn", "drop",
                                                          "pop",  "start", "log",  "cool",   "stand"};
// Two vowels that would be read as one sound: compounds keep their hyphen there ("stage-uren").
constexpr std::array<std::string_view, 16> clashes{"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie",
                                                   "ii", "oe", "oi", "oo", "ou", "ui", "uu", "ij"};

bool clashes_with(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) return false;
    const std::array<char, 2> pair{left.back(), right.front()};
    if (!is_one_of(clashes, std::string_view(pair.data(), pair.size()))) return false;
    // "offici-eel", "muse-um": endings after a vowel that no compound has.
    return !right.starts_with("eel") && right != "um" && right != "us";
}

template <std::size_t size>
bool ends_with_any(const std::array<std::string_view, size>& ends, std::string_view word) {
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

template <std::size_t size>
bool starts_with_any(const std::array<std::string_view, size>& starts, std::string_view word) {
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return word.starts_with(start); });
}

// The last part of `stem` and the first of `next` are such equals.
bool are_pair(std::string_view stem, std::string_view next) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return (stem == pair[0] && next.starts_with(pair[1])) || (stem == pair[1] && next.starts_with(pair[0]));
    });
}

struct Trema {
    char plain;
    std::string_view letter;
};
constexpr std::array tremas{Trema{'e', "\u00EB"}, Trema{'i', "\u00EF"}, Trema{'o', "\u00F6"}, Trema{'u', "\u00FC"}};

bool is_consonant(char c) { return c >= 'a' && c <= 'z' && !is_vowel(c); }

// What stands in `stem` after its last hyphen.
std::string_view last_part(std::string_view stem) { return stem.substr(stem.rfind('-') + 1); }

}  // namespace

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

std::string with_trema(std::string_view word) {
    const auto* const row =
        std::find_if(tremas.begin(), tremas.end(), [&](const Trema& trema) { return word.starts_with(trema.plain); });
    return row == tremas.end() ? std::string(word) : std::string(row->letter) + std::string(word.substr(1));
}

bool is_conjunction(std::string_view next) { return is_one_of(conjunctions, next); }
bool is_rare_conjunction(std::string_view next) { return is_one_of(rare_conjunctions, next); }
bool is_prefix(std::string_view stem) { return is_one_of(short_prefixes, stem); }

bool needs_hyphen(std::string_view stem, std::string_view next) {
    const std::string_view piece = last_part(stem);
    if (characters_of(piece) == 1) return true;                              // a word is not broken after a letter
    if (std::all_of(piece.begin(), piece.end(), is_consonant)) return true;  // an abbreviation
    if (piece.size() < stem.size() && is_one_of(links, piece)) return true;
    if (const auto inner = next.find('-'); inner != std::string_view::npos)
        if (const auto link = next.substr(0, inner); is_one_of(links, link) || is_one_of(links_behind, link))
            return true;
    if (are_pair(piece, next) || (piece.ends_with("ij") && next.starts_with('i'))) return true;
    if (next.starts_with("orthodox")) return true;
    if (is_one_of(english_starts, piece) && starts_with_any(english_ends, next)) return true;
    return ends_with_any(adjective_ends, piece) && ends_with_any(second_adjective_ends, next) &&
           characters_of(next) >= least_adjective;
}

bool may_be_broken(std::string_view stem, std::string_view next) {
    const std::string_view piece = last_part(stem);
    if (is_one_of(hyphen_prefixes, piece) && next != "ste" && next != "sten") return false;
    if (is_one_of(english_ends, next)) return false;
    // "ib-er": a syllable takes a consonant along.
    if ((next == "er" || next == "ers") && !is_vowel(piece.back())) return false;
    return !clashes_with(piece, next);
}

}  // namespace sop::pdf
