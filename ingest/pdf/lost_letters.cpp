// A letter or ligature that is nowhere in the words of a document.
#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/pdf/wrong_signs.h"

namespace sop::pdf {
namespace {

// Of ten thousand letters of Dutch text, those of which a text of some pages has many. Counted in text about schools.
struct Share {
    std::string_view letters;
    int in_ten_thousand;
};
constexpr std::array shares{
    Share{"e", 1850}, Share{"n", 970}, Share{"i", 700}, Share{"r", 640}, Share{"t", 640}, Share{"o", 600},
    Share{"a", 650},  Share{"d", 500}, Share{"s", 430}, Share{"l", 420}, Share{"g", 330}, Share{"v", 230},
    Share{"h", 230},  Share{"k", 230}, Share{"m", 230}, Share{"u", 190}, Share{"p", 170}, Share{"b", 160},
    Share{"w", 140},  Share{"j", 130}, Share{"z", 130}, Share{"c", 130}, Share{"f", 70},  Share{"x", 4},
    Share{"ti", 40},  Share{"tt", 20}, Share{"fi", 8},  Share{"ft", 10}, Share{"ff", 5},
};

// Letters that are expected where none is: that many are missing by chance in one text of fifty that is as good as
// others; the word list decides. Of those that are expected one in twenty may be there, in another font.
constexpr std::size_t least_expected = 4, expected_to_seen = 20;
// What is more frequent stands in short words too, that nobody can tell any more: "vr" was "voor", "p" was "op".
constexpr int most_restored = 50;
// Different words that the list knows once the letters are back. Of a text of which each word lacks one there are
// hundreds.
constexpr std::size_t least_words = 3;
// Words that the verdict rests on: more tell nothing new. Where none of the first is explained, none will be.
constexpr std::size_t most_words = 300, first_words = 40;
constexpr std::size_t least_length = 4, longest = 24;
// A word lacks two at most; there are too many places for them in a longer one.
constexpr std::size_t longest_of_two = 12;
// Questions to the word list about one document, some 30 µs each: a hostile one is not repaired to its end.
constexpr std::size_t most_questions = 40'000;
// Letters that are as likely to make a word of a name or an abbreviation as any; the missing ones explain three times
// as many words as each of these.
constexpr std::array<std::string_view, 3> controls{"b", "m", "p"};
constexpr std::size_t control_part = 3;
// One word in so many may be another word with the letters put back ("met", "moet"); where more are, nobody can tell.
constexpr std::size_t words_to_ambiguous = 50;
// And of the words that it does not know, one in so many may be two other ones.
constexpr std::size_t words_to_unclear = 10;

std::size_t count_in(std::string_view word, std::string_view letters) {
    std::size_t count = 0;
    for (std::size_t at = word.find(letters); at != std::string_view::npos; at = word.find(letters, at + 1)) ++count;
    return count;
}

using Words = std::vector<std::pair<std::string, int>>;

// The word list, asked so many times and no more; then it knows nothing.
class Asker {
public:
    explicit Asker(const WordList& list) : list_(list) {}
    bool knows(const std::string& word) {
        if (left_ == 0) return false;
        --left_;
        return list_.has(word);
    }

private:
    const WordList& list_;
    std::size_t left_ = most_questions;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// The words of letters, the most frequent first; their order does not depend on the machine.
Words plain_words(const WordCounts& counts) {
    Words words;
    for (const auto& [word, count] : counts)
        if (word.size() >= least_length && word.size() <= longest && std::all_of(word.begin(), word.end(), is_letter))
            words.emplace_back(word, count);
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return words;
}

// `words` with `letters` put in at each place.
std::set<std::string> longer(const std::set<std::string>& words, std::string_view letters) {
    std::set<std::string> out;
    for (const std::string& word : words)
        for (std::size_t at = 0; at <= word.size(); ++at)
            if (at == word.size() || (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80)
                out.insert(std::string(word).insert(at, letters));
    return out;
}

// Those of `words` that the list has.
std::set<std::string> known(std::set<std::string> words, Asker& list) {
    std::erase_if(words, [&](const std::string& word) { return !list.knows(word); });
    return words;
}

std::size_t count_explained(const std::vector<std::string>& words, std::string_view letters, Asker& list) {
    std::size_t explained = 0;
    for (std::size_t i = 0; i < words.size() && (explained > 0 || i < first_words); ++i)
        explained += !known(longer({words[i]}, letters), list).empty();
    return explained;
}

// The one word that the list has for each of `words` that it has not. False where too many could be several.
bool restore(Loss& loss, const Words& words, Asker& list) {
    std::size_t unclear = 0;
    for (const auto& [word, count] : words) {
        if (list.knows(word)) continue;
        const std::set<std::string> once = longer({word}, loss.letters);
        std::set<std::string> found = known(once, list);
        if (found.empty() && word.size() <= longest_of_two) found = known(longer(once, loss.letters), list);
        if (found.size() == 1) loss.restored.emplace(word, *found.begin());
        unclear += found.size() > 1;
    }
    return unclear * words_to_unclear <= loss.restored.size();
}

std::optional<Loss> judge(std::string_view letters, const Words& words, Asker& list) {
    std::vector<std::string> unknown;
    std::size_t all = 0, ambiguous = 0;
    for (const auto& [word, count] : words) {
        if (unknown.size() == most_words) break;
        if (!list.knows(word)) unknown.push_back(word);
    }
    const std::size_t explained = count_explained(unknown, letters, list);
    if (explained < least_words) return std::nullopt;
    for (const std::string_view other : controls)
        if (other != letters && count_explained(unknown, other, list) * control_part > explained) return std::nullopt;
    for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i) {
        const auto tokens = static_cast<std::size_t>(words[i].second);
        all += tokens;
        if (list.knows(words[i].first) && !known(longer({words[i].first}, letters), list).empty()) ambiguous += tokens;
    }
    Loss loss{std::string(letters), false, {}};
    const auto* const share =
        std::find_if(shares.begin(), shares.end(), [&](const Share& one) { return one.letters == letters; });
    loss.is_certain =
        share->in_ten_thousand <= most_restored && ambiguous * words_to_ambiguous <= all && restore(loss, words, list);
    return loss;
}

// The letters of which the document has next to none.
std::vector<std::string_view> missing(const WordCounts& counts) {
    std::array<std::size_t, shares.size()> seen{};
    std::size_t total = 0;
    for (const auto& [word, count] : counts) {
        const auto tokens = static_cast<std::size_t>(count);
        total += tokens * word.size();
        for (std::size_t i = 0; i < shares.size(); ++i) seen[i] += tokens * count_in(word, shares[i].letters);
    }
    std::vector<std::string_view> letters;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const std::size_t expected = total * static_cast<std::size_t>(shares[i].in_ten_thousand) / 10'000;
        if (expected >= least_expected && seen[i] * expected_to_seen <= expected) letters.push_back(shares[i].letters);
    }
    return letters;
}

}  // namespace

bool may_lack_letters(const WordCounts& counts) { return !missing(counts).empty(); }

std::optional<Loss> find_loss(const WordCounts& counts, const WordList& list) {
    const std::vector<std::string_view> candidates = missing(counts);
    if (candidates.empty()) return std::nullopt;
    const Words words = plain_words(counts);
    Asker asker(list);
    for (const std::string_view letters : candidates)
        if (auto loss = judge(letters, words, asker)) return loss;
    return std::nullopt;
}

}  // namespace sop::pdf
