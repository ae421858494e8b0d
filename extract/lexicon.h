// All phrases of the vocabulary and the templates in one index: what a heading, label or column heading may mean.
//
// Phrases match on their folded words without the stop words ("de", "van", "onze"): "Grenzen aan onze ondersteuning"
// is the phrase "grenzen ondersteuning". One look-up serves all templates.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/fold.h"

namespace sop {

// What a phrase is.
enum class Term : std::uint8_t {
    title,           // of the document
    foreign,         // title of a document that is no profile
    guide,           // title of a larger document that may have a chapter that is a profile
    part,            // heading of the chapter of another document that is a profile
    furniture,       // in the headers and footers of the pages
    heading,         // item: section
    mention,         // in a heading that has more words; item: section
    label,           // item: field
    column,          // item: table, part: column
    column_mention,  // in the heading of a column that has more words; item: table, part: column
    not_a_table,     // column heading of a table that means something else; item: table
    boilerplate,     // a sentence of the template itself
};

// Owner of a meaning: a template by its index, or the vocabulary that all share.
inline constexpr int shared_owner = -1;

struct Meaning {
    enum Flag : std::uint8_t {
        none = 0,
        begins = 1 << 0,   // the heading may go on after the phrase
        weak = 1 << 1,     // a label or column heading that needs its section around it, a title that needs a school
        chapter = 1 << 2,  // a heading, or a mention, only as a chapter of its own
        telling = 1 << 3,  // a column heading that tells the table with another one
    };
    Term term = Term::heading;
    std::int16_t owner = shared_owner;
    std::uint16_t item = 0, part = 0;
    std::uint8_t flags = none;

    // Whether it counts for template `t`.
    bool is_for(int t) const { return owner == shared_owner || owner == t; }
    bool operator==(const Meaning&) const = default;
};

class Lexicon {
public:
    // `kept`: pairs of words of which the first is no stop word there: "voor wie".
    explicit Lexicon(const std::vector<std::string>& stop_words, const std::vector<std::string>& kept = {});

    // Adds `phrase` with its meaning. Words between parentheses are optional: "Verbeterpunten (voor de school)".
    void add(std::string_view phrase, Meaning meaning);

    bool is_stop_word(std::string_view folded_word) const;

    // `text` with its words spelled as those of titles, headings, labels and columns that are nearly the same:
    // "verbeter punten" as "verbeterpunten", "arangementen" as "arrangementen". Without words where nothing is to be
    // changed. For text that means nothing as it stands.
    Words respell(const Words& text) const;

    // Calls see(meanings, words) for each phrase that stands at word `from`, shortest first; `words` is the number of
    // words from there that it takes, stop words counted.
    template <class See>
    void phrases_at(const Words& text, std::size_t from, See see) const;

    // Meanings of `text` as a whole; null where it has none.
    const std::vector<Meaning>* find(const Words& text) const;

    // Words of `text` that are no stop words.
    std::size_t content_words(const Words& text) const;

private:
    // Longest phrase that is looked for.
    static constexpr std::size_t longest_key = 160;
    struct Node {
        bool goes_on = false;  // a longer phrase starts like this
        std::vector<Meaning> meanings;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    void add_words(const std::vector<std::string>& words, const Meaning& meaning);

    // Words from `at` that add nothing: 1 at a stop word, 2 at an abbreviation like "v.d."; else 0.
    std::size_t stop_words_at(const Words& text, std::size_t at) const;
    bool is_spelled(std::string_view word) const;
    // The one spelling that is a letter away from `word`; empty where there is none, or more than one.
    std::string_view near_spelling(std::string_view word) const;

    std::unordered_map<std::string, Node, Hash, std::equal_to<>> nodes_;
    std::unordered_set<std::string, Hash, std::equal_to<>> stop_words_, kept_;
    std::size_t longest_stop_word_ = 0;
    std::vector<std::vector<std::string>> spellings_;  // long words of what is looked for, by their length
};

template <class See>
void Lexicon::phrases_at(const Words& text, std::size_t from, See see) const {
    std::array<char, longest_key> key;
    std::size_t size = 0;
    for (std::size_t at = from; at < text.size(); ++at) {
        const std::string_view word = text[at];
        if (const std::size_t skipped = stop_words_at(text, at)) {
            at += skipped - 1;
            continue;
        }
        if (size + word.size() + 1 >= longest_key) return;
        if (size > 0) key[size++] = ' ';
        std::copy(word.begin(), word.end(), key.begin() + static_cast<std::ptrdiff_t>(size));
        size += word.size();
        const auto node = nodes_.find(std::string_view(key.data(), size));
        if (node == nodes_.end()) return;
        if (!node->second.meanings.empty()) see(node->second.meanings, at + 1 - from);
        if (!node->second.goes_on) return;
    }
}

}  // namespace sop
