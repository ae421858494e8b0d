#include "extract/lexicon.h"

#include <algorithm>

namespace sop {
namespace {

// A phrase with more optional parts than this is kept with all of them or none.
constexpr std::size_t optional_parts = 4;

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

Lexicon::Lexicon(const std::vector<std::string>& stop_words) {
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
        for (std::size_t i = 0; i < words.size(); ++i)
            if (!is_stop_word(words[i])) key.emplace_back(words[i]);
        if (!key.empty()) add_words(key, meaning);
    }
}

void Lexicon::add_words(const std::vector<std::string>& words, const Meaning& meaning) {
    std::string key;
    for (std::size_t i = 0; i < words.size(); ++i) {
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

std::size_t Lexicon::content_words(const Words& text) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) count += is_stop_word(text[i]) ? 0 : 1;
    return count;
}

}  // namespace sop
