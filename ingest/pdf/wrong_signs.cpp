#include "ingest/pdf/wrong_signs.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

namespace sop::pdf {
namespace {

// Ligatures that fonts have, and letters.
constexpr std::array<std::string_view, 44> candidates{
    "ti", "tt", "tti", "fi", "ff", "ffi", "fl", "ffl", "ft", "fti", "fj", "ij", "st", "ct", "th",
    "a",  "b",  "c",   "d",  "e",  "f",   "g",  "h",   "i",  "j",   "k",  "l",  "m",  "n",  "o",
    "p",  "q",  "r",   "s",  "t",  "u",   "v",  "w",   "x",  "y",   "z",  "é",  "ë",  "ï"};

// Different words with a sign: fewer are names, more tell nothing new.
constexpr std::size_t least_words = 3, most_words = 40;
// Signs that are looked at, most frequent first.
constexpr std::size_t most_signs = 8;
// Of the words with the sign, the list knows at least nine in ten with the one replacement, and at most a third with
// any other.
constexpr std::size_t explained_tenths = 9, others_part = 3;
// Letters beside the sign: with fewer, most replacements make a word.
constexpr std::size_t least_letters = 3;

// U+FB00 to U+FB04 by their last byte, as UTF-8.
struct CutLigature {
    std::string_view sign, letters;
};
constexpr std::array cut_ligatures{
    CutLigature{"\u00FB", "ff"},  CutLigature{"\u00FC", "fi"},  CutLigature{"\u00FD", "fl"},
    CutLigature{"\u00FE", "ffi"}, CutLigature{"\u00FF", "ffl"},
};
// A single word may be a name.
constexpr std::size_t least_cut = 2;

bool is_ordinary(char32_t code) {
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') ||
               std::string_view("'-./,;:()&\"").find(static_cast<char>(code)) != std::string_view::npos ||
               (code >= '0' && code <= '9');
    // The letters of western Europe but for the y with a trema, which Dutch has for "ij" only; and what a word may have
    // in or around it, arrows and boxes too.
    return (code >= 0xC0 && code <= 0x17F && code != 0xD7 && code != 0xF7 && code != 0xFF) ||
           (code >= 0x2010 && code <= 0x2027) || (code >= 0x2190 && code <= 0x2BFF) || code == 0xB4 || code == 0xB7;
}

// The one sign in `word` that is no letter of Dutch, between letters: a mark at its end may be a note's. "" where there
// is none or several.
std::string_view odd_sign(std::string_view word) {
    std::string_view sign;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t start = at;
        UChar32 code = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(word.data()), at, word.size(), code);
        const std::string_view character = word.substr(start, at - start);
        if (code >= 0 && is_ordinary(static_cast<char32_t>(code))) {
            if (!u_isalpha(code)) return {};
            ++letters;
        } else if (sign.empty() || sign == character) {
            sign = character;
        } else {
            return {};
        }
    }
    const bool is_inside = !word.starts_with(sign) && !word.ends_with(sign);
    return letters >= least_letters && is_inside ? sign : std::string_view{};
}

std::string replaced(std::string_view word, std::string_view sign, std::string_view letters) {
    std::string out(word);
    for (std::size_t at = out.find(sign); at != std::string::npos; at = out.find(sign, at + letters.size()))
        out.replace(at, sign.size(), letters);
    return out;
}

using Signs = std::vector<std::pair<std::string_view, std::vector<std::string_view>>>;

// The signs that enough words have, most frequent first, each with its words.
Signs frequent_signs(const WordCounts& counts) {
    std::map<std::string_view, std::vector<std::string_view>> words;
    for (const auto& [word, count] : counts)
        if (const std::string_view sign = odd_sign(word); !sign.empty()) words[sign].push_back(word);
    Signs signs(words.begin(), words.end());
    std::erase_if(signs, [](const auto& entry) { return entry.second.size() < least_words; });
    std::stable_sort(signs.begin(), signs.end(),
                     [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
    if (signs.size() > most_signs) signs.resize(most_signs);
    return signs;
}

bool has_cut_ligature(std::string_view word) {
    return std::any_of(cut_ligatures.begin(), cut_ligatures.end(),
                       [&](const CutLigature& cut) { return word.find(cut.sign) != std::string_view::npos; });
}

}  // namespace

bool may_have_wrong_signs(const WordCounts& counts) { return !frequent_signs(counts).empty(); }

std::vector<Substitution> find_wrong_signs(const WordCounts& counts, const WordList& list) {
    std::vector<Substitution> found;
    for (auto& entry : frequent_signs(counts)) {
        const std::string_view sign = entry.first;
        std::vector<std::string_view>& with_sign = entry.second;
        std::sort(with_sign.begin(),
                  with_sign.end());  // which ones are looked at is the same each time
        if (with_sign.size() > most_words) with_sign.resize(most_words);
        std::vector<std::size_t> known(candidates.size(), 0);
        for (std::size_t i = 0; i < candidates.size(); ++i)
            known[i] =
                static_cast<std::size_t>(std::count_if(with_sign.begin(), with_sign.end(), [&](std::string_view word) {
                    return list.has(replaced(word, sign, candidates[i]));
                }));
        const auto best = std::max_element(known.begin(), known.end());
        const bool explains = *best >= least_words && *best * 10 >= with_sign.size() * explained_tenths;
        const bool is_only = std::count_if(known.begin(), known.end(),
                                           [&](std::size_t other) { return other * others_part > *best; }) == 1;
        if (explains && is_only)
            found.push_back(
                {std::string(sign), std::string(candidates[static_cast<std::size_t>(best - known.begin())]), *best});
    }
    return found;
}

bool may_have_cut_ligatures(const WordCounts& counts) {
    return std::any_of(counts.begin(), counts.end(), [](const auto& entry) { return has_cut_ligature(entry.first); });
}

std::unordered_map<std::string, std::string> find_cut_ligatures(const WordCounts& counts, const WordList& list) {
    std::unordered_map<std::string, std::string> found;
    std::size_t others = 0;
    for (const auto& [word, count] : counts) {
        if (!has_cut_ligature(word)) continue;
        std::string whole = word;
        for (const CutLigature& cut : cut_ligatures) whole = replaced(whole, cut.sign, cut.letters);
        if (!list.has(word) && list.has(whole))
            found.emplace(word, std::move(whole));
        else
            ++others;
    }
    if (found.size() < least_cut || found.size() <= others) found.clear();
    return found;
}

}  // namespace sop::pdf
