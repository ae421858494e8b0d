#include "ingest/pdf/damaged_letters.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "ingest/pdf/letters.h"
#include "ingest/pdf/wrong_signs.h"
#include "ingest/word_list.h"

namespace sop::pdf {
namespace {

// Longer words are leaders and garbage.
constexpr std::size_t longest_word = 60;
// A document is repaired of so many losses at most: the ligatures of one font.
constexpr int most_losses = 4;

// `word` in small letters; signs that are no letters of Dutch stay as they are.
std::string small(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t start = at;
        UChar32 code = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(word.data()), at, word.size(), code);
        if (code >= 'A' && code <= 'Z') {
            out += static_cast<char>(code - 'A' + 'a');
        } else if (code >= 0xC0 && code <= 0xDE && code != 0xD7) {  // its small letter is one bit away
            out += word[start];
            out += static_cast<char>(word[start + 1] + 0x20);
        } else {
            out.append(word, start, at - start);
        }
    }
    return out;
}

// A word without the punctuation of a sentence around it; signs that may stand for letters stay.
std::string_view core_of(std::string_view word) {
    constexpr std::string_view around = ".,;:()\"'?!";
    const std::size_t first = word.find_first_not_of(around);
    if (first == std::string_view::npos) return {};
    return word.substr(first, word.find_last_not_of(around) - first + 1);
}

WordCounts count_words(const std::vector<Page>& pages) {
    WordCounts counts;
    for (const Page& page : pages)
        for (const Word& word : page.words)
            if (const std::string_view core = core_of(word.text); !core.empty() && core.size() <= longest_word)
                ++counts[small(core)];
    return counts;
}

// `count` bytes of a word's text, from `at` on, read `letters`; the place of each character is no longer known.
void put(Word& word, std::size_t at, std::size_t count, std::string_view letters) {
    word.text.replace(at, count, letters);
    word.edges.clear();
}

std::size_t replace_sign(std::vector<Page>& pages, const Substitution& found) {
    std::size_t words = 0;
    for (Page& page : pages)
        for (Word& word : page.words) {
            const bool is_word = std::any_of(word.text.begin(), word.text.end(),
                                             [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
            std::size_t at = word.text.find(found.sign);
            if (!is_word || at == std::string::npos) continue;
            ++words;
            for (; at != std::string::npos; at = word.text.find(found.sign, at + found.letters.size()))
                put(word, at, found.sign.size(), found.letters);
        }
    return words;
}

// `restored` with the capitals of `core`.
std::string with_capitals_of(std::string_view core, std::string restored) {
    const auto is_capital_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto capital = [](char& c) { c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    if (core.size() > 1 && std::all_of(core.begin(), core.end(), is_capital_letter))
        std::for_each(restored.begin(), restored.end(), capital);
    else if (is_capital_letter(core.front()))
        capital(restored.front());
    return restored;
}

std::size_t restore_words(std::vector<Page>& pages, const std::unordered_map<std::string, std::string>& as_it_was) {
    std::size_t words = 0;
    for (Page& page : pages)
        for (Word& word : page.words) {
            const std::string_view core = core_of(word.text);
            if (core.empty() || core.size() > longest_word) continue;
            const auto restored = as_it_was.find(small(core));
            if (restored == as_it_was.end()) continue;
            const auto at = static_cast<std::size_t>(core.data() - word.text.data());
            const std::string whole = with_capitals_of(core, restored->second);
            put(word, at, core.size(), whole);
            ++words;
        }
    return words;
}

void remark(std::vector<Diagnostic>& diagnostics, std::string_view code, Severity severity, std::string message) {
    diagnostics.push_back({std::string(code), severity, std::move(message), {}, 1});
}

}  // namespace

TextLayer repair_letters(std::vector<Page>& pages, bool uses_word_list, std::vector<Diagnostic>& diagnostics) {
    if (!uses_word_list) return TextLayer::volledig;
    const WordCounts counts = count_words(pages);
    if (!may_have_wrong_signs(counts) && !may_have_cut_ligatures(counts) && !may_lack_letters(counts))
        return TextLayer::volledig;
    const WordList* const list = WordList::dutch();
    if (!list) return TextLayer::volledig;
    for (const Substitution& found : find_wrong_signs(counts, *list)) {
        const std::size_t words = replace_sign(pages, found);
        remark(diagnostics, "TEKST_HERSTELD", Severity::info,
               "Het teken “" + found.sign + "” staat in de tekst van het bestand voor “" + found.letters + "”; in " +
                   std::to_string(words) + " woorden is dat hersteld.");
    }
    if (const auto cut = find_cut_ligatures(counts, *list); !cut.empty())
        remark(diagnostics, "TEKST_HERSTELD", Severity::info,
               "Ligaturen staan in de tekst van het bestand als “û”, “ü” of “ý”; in " +
                   std::to_string(restore_words(pages, cut)) + " woorden is dat hersteld.");
    TextLayer layer = TextLayer::volledig;
    for (int round = 0; round < most_losses; ++round) {
        const auto loss = find_loss(count_words(pages), *list);
        if (!loss) break;
        if (!loss->is_certain) {
            remark(diagnostics, "TEKSTLAAG_BESCHADIGD", Severity::warning,
                   "In de tekst van het bestand ontbreekt overal “" + loss->letters +
                       "”; wat er te lezen staat is er niet uit op te maken.");
            return TextLayer::beschadigd;
        }
        const std::size_t words = restore_words(pages, loss->restored);
        remark(diagnostics, "TEKST_HERSTELD", Severity::warning,
               "In de tekst van het bestand ontbreekt overal “" + loss->letters + "”; in " + std::to_string(words) +
                   " woorden is het teruggezet, waar de woordenlijst maar één "
                   "woord kent.");
        layer = TextLayer::gedeeltelijk;
    }
    return layer;
}

}  // namespace sop::pdf
