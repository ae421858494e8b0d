// How a block of text reads and looks, as far as headings are told by it.
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

struct BlockLook {
    std::string text;         // its label and all lines, words parted by a space
    std::size_t letters = 0;  // bytes of words that have a letter
    double size = 0;          // of most of its letters
    bool is_bold = false;     // all of its words and numbers, but for its own number
    double widest_gap = 0;    // between two words of a line, in sizes; not behind its number
    int depth = 0;            // of the number it starts with: 1 for "4.", "4" or "A.", 2 for "4.1"; 0: none
    bool is_value = false;    // starts and ends in a field that people fill in
};

BlockLook look_of(const TextBlock& block, const std::vector<Page>& pages);

}  // namespace sop::pdf
