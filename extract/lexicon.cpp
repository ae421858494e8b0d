#include "extract/lexicon.h"

#include <algorithm>

namespace sop {
namespace {

// A phrase with more optional parts than this is kept with all of them or none.
constexpr std::size_t optional_parts = 4;
// Shorter words differ by a letter and mean something else: "zorg", "borg".
constexpr std::size_t shortest_spelling = 8;
// Longer texts are prose, no headings.
constexpr std::size_t respelled_words = 12;
// Parts that a compound may be written in: "school ondersteunings profiel".
constexpr std::size_t compound_parts = 3;

// Whether one letter is missing, added or another, or two have changed places.
bool is_letter_away(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
    const auto at = static_cast<std::size_t>(in_a - a.begin());
    if (b.size() == a.size() + 1) return a.substr(at) == b.substr(at + 1);
    if (b.size() != a.size() || at == a.size()) return false;
    if (a.substr(at + 1) == b.substr(at + 1)) return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

struct PhrasePart {
    std::string_view text;
    bool is_optional = false;
};

std::vector<PhrasePart> parts_of(std::string_view phrase) {
    std::vector<PhrasePart> parts;
    while (!phrase.empty()) {
        const std::size_t open = phrase.find('(');
        const std::size_t close = open == std::string_view::npos ? open : phrase.find(')', open);
        if (close == std::string_view::npos) break;
        if (open > 0) parts.push_back({phrase.substr(0, open), false});
        parts.push_back({phrase.substr(open + 1, close - open - 1), true});
        phrase.remove_prefix(close + 1);
    }
    if (!phrase.empty()) parts.push_back({phrase, false});
    return parts;
}

}  // namespace

Lexicon::Lexicon(const std::vector<std::string>& stop_words, const std::vector<std::string>& kept) {
    for (const std::string& pair : kept) kept_.insert(fold(pair));
    for (const std::string& word : stop_words) {
        std::string folded = fold(word);
        longest_stop_word_ = std::max(longest_stop_word_, folded.size());
        stop_words_.insert(std::move(folded));
    }
}

bool Lexicon::is_stop_word(std::string_view folded_word) const {
    return folded_word.size() <= longest_stop_word_ && stop_words_.contains(folded_word);
}

void Lexicon::add(std::string_view phrase, Meaning meaning) {
    const std::vector<PhrasePart> parts = parts_of(phrase);
    const auto optional = static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(), [](const PhrasePart& part) { return part.is_optional; }));
    const std::size_t choices = optional <= optional_parts ? std::size_t{1} << optional : 2;
    for (std::size_t choice = 0; choice < choices; ++choice) {
        std::string chosen;
        std::size_t bit = 0;
        for (const PhrasePart& part : parts) {
            if (part.is_optional && !(choice >> (optional <= optional_parts ? bit++ : 0) & 1)) continue;
            chosen += part.text;  // no space: "kop(pen)" is "kop" or "koppen"
        }
        const Words words = fold_words(chosen);
        std::vector<std::string> key;
        for (std::size_t i = 0; i < words.size();) {
            const std::size_t skipped = stop_words_at(words, i);
            if (skipped == 0) key.emplace_back(words[i]);
            i += std::max<std::size_t>(1, skipped);
        }
        if (!key.empty()) add_words(key, meaning);
    }
}

std::size_t Lexicon::stop_words_at(const Words& text, std::size_t at) const {
    const bool is_stop = is_stop_word(text[at]);
    if (at + 1 >= text.size() || (!is_stop && text[at].size() > 1)) return is_stop ? 1 : 0;
    const std::uint32_t begin = text.words[at].fold_begin, end = text.words[at + 1].fold_end;
    const std::string_view pair = std::string_view(text.folded).substr(begin, end - begin);
    if (is_stop) return kept_.contains(pair) ? 0 : 1;
    return is_stop_word(pair) ? 2 : 0;
}

void Lexicon::add_words(const std::vector<std::string>& words, const Meaning& meaning) {
    std::string key;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_checked = meaning.term != Term::not_a_table && meaning.term != Term::boilerplate &&
                                meaning.term != Term::column_mention;
        // One letter shorter are words to leave as they are: "interne" is no "internet".
        if (is_checked && words[i].size() + 1 >= shortest_spelling && !is_spelled(words[i])) {
            spellings_.resize(std::max(spellings_.size(), words[i].size() + 1));
            spellings_[words[i].size()].push_back(words[i]);
        }
        if (i > 0) key += ' ';
        key += words[i];
        if (key.size() >= longest_key) return;
        Node& node = nodes_[key];
        if (i + 1 < words.size()) {
            node.goes_on = true;
        } else if (std::find(node.meanings.begin(), node.meanings.end(), meaning) == node.meanings.end()) {
            node.meanings.push_back(meaning);
        }
    }
}

const std::vector<Meaning>* Lexicon::find(const Words& text) const {
    const std::vector<Meaning>* found = nullptr;
    std::size_t taken = 0;
    phrases_at(text, 0, [&](const std::vector<Meaning>& meanings, std::size_t words) {
        found = &meanings;
        taken = words;
    });
    for (; found && taken < text.size(); ++taken)
        if (!is_stop_word(text[taken])) return nullptr;
    return found;
}

bool Lexicon::is_spelled(std::string_view word) const {
    if (word.size() >= spellings_.size()) return false;
    const std::vector<std::string>& known = spellings_[word.size()];
    return std::find(known.begin(), known.end(), word) != known.end();
}

std::string_view Lexicon::near_spelling(std::string_view word) const {
    std::string_view found;
    if (word.size() + 1 < shortest_spelling) return found;
    for (std::size_t size = word.size() - 1; size <= word.size() + 1 && size < spellings_.size(); ++size)
        for (const std::string& known : spellings_[size]) {
            if (known.size() < shortest_spelling || known[0] != word[0] || !is_letter_away(known, word)) continue;
            if (!found.empty()) return {};
            found = known;
        }
    return found;
}

Words Lexicon::respell(const Words& text) const {
    Words result;
    if (text.size() > respelled_words) return result;
    bool is_changed = false;
    for (std::size_t at = 0; at < text.size();) {
        std::string spelling(text[at]);
        std::size_t taken = 1;
        std::string compound = spelling;
        for (std::size_t part = 1; part < compound_parts && at + part < text.size(); ++part) {
            compound += text[at + part];
            if (!is_spelled(compound)) continue;
            spelling = compound;
            taken = part + 1;
        }
        if (taken == 1 && !is_spelled(spelling))
            if (const std::string_view near = near_spelling(spelling); !near.empty()) spelling = near;
        is_changed = is_changed || taken > 1 || spelling != text[at];
        if (at > 0) result.folded += ' ';
        const auto begin = static_cast<std::uint32_t>(result.folded.size());
        result.folded += spelling;
        result.words.push_back({text.words[at].begin, text.words[at + taken - 1].end, begin,
                                static_cast<std::uint32_t>(result.folded.size())});
        at += taken;
    }
    return is_changed ? result : Words{};
}

std::size_t Lexicon::content_words(const Words& text) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) count += is_stop_word(text[i]) ? 0 : 1;
    return count;
}

}  // namespace sop
