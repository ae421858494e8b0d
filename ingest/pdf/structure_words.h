// The words of tagged pages by the marked content they stand in, each given out once.
#pragma once

#include <utility>
#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/pdf/zones.h"

namespace sop::pdf {

struct PageWord {
    int page = 0;  // index
    WordIndex word = 0;
    bool operator==(const PageWord&) const = default;
};

class TaggedWords {
public:
    // Words of the body that are no artifacts. The pages must outlive this.
    TaggedWords(const std::vector<Page>& pages, const std::vector<Zones>& zones, const Tags& tags);

    // Words of a page that is not trusted are not given out.
    void distrust(std::size_t page) { is_trusted_[page] = false; }
    bool is_trusted(std::size_t page) const { return is_trusted_[page]; }
    // All as if none had been given out.
    void restore();

    // Adds the words of marked content `mcid` of page number `page` (from 1) to `words`, where they are not given out.
    void take(int page, int mcid, std::vector<PageWord>& words);
    // The same without giving them out.
    void look(int page, int mcid, std::vector<PageWord>& words) const;
    // As if they had been taken.
    void drop(const PageWord& word) { is_taken_[static_cast<std::size_t>(word.page)][word.word] = true; }
    // The body words of a page that nobody took.
    std::vector<WordIndex> left(std::size_t page) const;

    // Characters of the body of a page: all that are seen, those of them that the tree knows, and letters of artifacts.
    struct Coverage {
        std::size_t characters = 0, known = 0, artifacts = 0;
    };
    Coverage coverage(std::size_t page) const { return coverage_[page]; }

private:
    struct Entry {
        int mcid = 0;
        WordIndex word = 0;
        auto operator<=>(const Entry&) const = default;
    };

    void adopt_strays(std::size_t page, const std::vector<bool>& is_known);
    std::pair<std::vector<Entry>::const_iterator, std::vector<Entry>::const_iterator> range(std::size_t page,
                                                                                            int mcid) const;

    const std::vector<Page>& pages_;
    std::vector<std::vector<Entry>> words_;    // by page, in order
    std::vector<std::vector<bool>> is_taken_;  // by page and word; words that are not body are taken from the start
    std::vector<std::vector<bool>> is_body_;
    std::vector<bool> is_trusted_;
    std::vector<Coverage> coverage_;
};

}  // namespace sop::pdf
