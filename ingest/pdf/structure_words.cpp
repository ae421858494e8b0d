#include "ingest/pdf/structure_words.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <string_view>

#include "ingest/pdf/labels.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// A word without tag belongs to the tagged word beside it when less than this lies between them, in sizes: a blank or
// two, as around a filled-in field. Columns of a table are further apart.
constexpr double stray_gap = 1.5;

std::vector<std::vector<bool>> find_known(const std::vector<Page>& pages, const Tags& tags) {
    std::vector<std::vector<bool>> known(pages.size());
    std::vector<int> highest(pages.size(), no_mcid);
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (const Word& word : pages[i].words) highest[i] = std::max(highest[i], word.mcid);
    for (std::size_t i = 0; i < pages.size(); ++i)
        known[i].resize(static_cast<std::size_t>(std::min(highest[i], 10'000'000) + 1));
    for (const Tag& tag : tags.tags)
        for (const Tag::Content& content : tag.content) {
            const std::size_t page = static_cast<std::size_t>(content.page) - 1;
            if (content.child < 0 && content.page > 0 && page < pages.size() && content.mcid >= 0 &&
                static_cast<std::size_t>(content.mcid) < known[page].size())
                known[page][static_cast<std::size_t>(content.mcid)] = true;
        }
    return known;
}

// Letters and digits: the dots that lead to a page number decorate.
std::size_t letters_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xC0 || std::isalnum(byte) != 0;
    }));
}

// The lines down a page: what stands on both sides of one stands in two cells.
class Sides {
public:
    explicit Sides(const Page& page) {
        for (const Ruling& line : page.rulings)
            if (!line.is_horizontal) sides_.push_back(&line);
        std::stable_sort(sides_.begin(), sides_.end(), is_left);
    }

    bool is_between(const Word& left, const Word& right) const {
        constexpr std::size_t most_lines = 50;  // between two words that are near each other
        if (left.rotation != 0 || right.rotation != 0) return false;
        const double middle = (left.box.top + left.box.bottom) / 2;
        Ruling from;
        from.position = left.box.right - overhang;
        auto side = std::lower_bound(sides_.begin(), sides_.end(), &from, is_left);
        for (std::size_t seen = 0; side != sides_.end() && seen < most_lines; ++side, ++seen) {
            if ((*side)->position > right.box.left + overhang) return false;
            if ((*side)->from < middle && (*side)->to > middle) return true;
        }
        return false;
    }

private:
    static constexpr double overhang = 1;  // points; of letters over the side of their cell

    static bool is_left(const Ruling* a, const Ruling* b) { return a->position < b->position; }

    std::vector<const Ruling*> sides_;
};

}  // namespace

TaggedWords::TaggedWords(const std::vector<Page>& pages, const std::vector<Zones>& zones, const Tags& tags)
    : pages_(pages),
      words_(pages.size()),
      is_body_(pages.size()),
      is_trusted_(pages.size(), true),
      coverage_(pages.size()) {
    const std::vector<std::vector<bool>> known = find_known(pages, tags);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Page& page = pages[i];
        is_body_[i].resize(page.words.size());
        Coverage& coverage = coverage_[i];
        for (const WordIndex index : zones[i].body) {
            const Word& word = page.words[index];
            const std::size_t characters = characters_of(word.text);
            if (word.is_artifact) {
                coverage.artifacts += letters_of(word.text);
                continue;
            }
            is_body_[i][index] = true;
            const bool is_known = word.mcid >= 0 && static_cast<std::size_t>(word.mcid) < known[i].size() &&
                                  known[i][static_cast<std::size_t>(word.mcid)];
            if (is_known) words_[i].push_back({word.mcid, index});
            if (word.is_invisible) continue;
            coverage.characters += characters;
            if (is_known) coverage.known += characters;
        }
        if (!words_[i].empty()) adopt_strays(i, known[i]);
        std::sort(words_[i].begin(), words_[i].end());
    }
    restore();
}

// The value of a form field, painted by its own appearance, stands in a line of tagged text without being tagged.
void TaggedWords::adopt_strays(std::size_t page_index, const std::vector<bool>& is_known) {
    const Page& page = pages_[page_index];
    const auto known = [&](const Word& word) {
        return word.mcid >= 0 && static_cast<std::size_t>(word.mcid) < is_known.size() &&
               is_known[static_cast<std::size_t>(word.mcid)];
    };
    Row body;
    bool has_strays = false;
    for (WordIndex word = 0; word < page.words.size(); ++word) {
        if (!is_body_[page_index][word]) continue;
        body.push_back(word);
        has_strays = has_strays || !known(page.words[word]);
    }
    if (!has_strays) return;
    const Sides sides(page);
    for (const Row& row : rows_of(page, body)) {
        // The text that a stray goes on with: of a bullet the one on its right; else from the left first, then from the
        // right what is still without.
        std::vector<int> owner(row.size(), no_mcid);
        for (std::size_t i = 0; i < row.size(); ++i)
            if (known(page.words[row[i]])) owner[i] = page.words[row[i]].mcid;
        const auto is_near = [&](std::size_t left) {
            const Word &word = page.words[row[left]], &next = page.words[row[left + 1]];
            return gap_between(word, next) < stray_gap * word.size && !sides.is_between(word, next);
        };
        const std::vector<int> own = owner;
        for (std::size_t i = row.size(); i-- > 1;)
            if (owner[i - 1] == no_mcid && is_bullet(page.words[row[i - 1]].text) && is_near(i - 1))
                owner[i - 1] = owner[i];
        for (std::size_t i = 1; i < row.size(); ++i)
            if (owner[i] == no_mcid && is_near(i - 1)) owner[i] = owner[i - 1];
        for (std::size_t i = row.size(); i-- > 1;)
            if (owner[i - 1] == no_mcid && is_near(i - 1)) owner[i - 1] = owner[i];
        for (std::size_t i = 0; i < row.size(); ++i)
            if (own[i] == no_mcid && owner[i] != no_mcid) words_[page_index].push_back({owner[i], row[i]});
    }
}

void TaggedWords::restore() {
    is_taken_ = is_body_;
    for (std::vector<bool>& taken : is_taken_) taken.flip();
}

std::pair<std::vector<TaggedWords::Entry>::const_iterator, std::vector<TaggedWords::Entry>::const_iterator>
TaggedWords::range(std::size_t page, int mcid) const {
    const std::vector<Entry>& words = words_[page];
    return {std::lower_bound(words.begin(), words.end(), Entry{mcid, 0}),
            std::upper_bound(words.begin(), words.end(), Entry{mcid, std::numeric_limits<WordIndex>::max()})};
}

void TaggedWords::look(int page, int mcid, std::vector<PageWord>& words) const {
    const std::size_t index = static_cast<std::size_t>(page) - 1;
    if (page < 1 || index >= pages_.size() || !is_trusted_[index]) return;
    const auto [first, last] = range(index, mcid);
    for (auto entry = first; entry != last; ++entry)
        if (!is_taken_[index][entry->word]) words.push_back({page - 1, entry->word});
}

void TaggedWords::take(int page, int mcid, std::vector<PageWord>& words) {
    const std::size_t old_size = words.size();
    look(page, mcid, words);
    for (std::size_t i = old_size; i < words.size(); ++i) drop(words[i]);
}

std::vector<WordIndex> TaggedWords::left(std::size_t page) const {
    std::vector<WordIndex> words;
    for (WordIndex word = 0; word < is_taken_[page].size(); ++word)
        if (!is_taken_[page][word]) words.push_back(word);
    return words;
}

}  // namespace sop::pdf
