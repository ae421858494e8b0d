// What is painted beside words: sides of cells, lines under and through words, spaces at line ends.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Rulings and runs of a document's pages, found by place. Pages are sorted when they are first asked for.
class Decor {
public:
    // `pages` must outlive it.
    explicit Decor(const std::vector<Page>& pages) : pages_(pages), sorted_(pages.size()) {}

    // Some printers paint the space at which they break a line.
    bool has_space_behind(int page, const Word& word);

    // x of the first vertical line left and right of `word`, at its height.
    std::optional<double> side_left_of(int page, const Word& word);
    std::optional<double> side_right_of(int page, const Word& word);
    // `struck` and `underlined`, as horizontal lines through and under `word` say; those that go on far beyond the
    // line of text from `left` to `right` belong to a table.
    std::uint16_t style_of(int page, const Word& word, double left, double right);

private:
    struct Sorted {
        bool is_done = false;
        std::vector<Ruling> horizontal, vertical;  // by position
        std::vector<Box> runs;                     // by their middle's height
    };
    const Sorted& sorted(int page);

    const std::vector<Page>& pages_;
    std::vector<Sorted> sorted_;
};

}  // namespace sop::pdf
