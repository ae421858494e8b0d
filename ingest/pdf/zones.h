// What of each page is body, and what is furniture: running headers and footers, page numbers, footnotes.
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// A note at the foot of a page.
struct Footnote {
    std::string label;             // "1", "*": as its mark shows it
    std::vector<WordIndex> words;  // without the label
    bool operator==(const Footnote&) const = default;
};

// The words of one page by what they are; artifacts of the structure tree that repeat over pages are furniture.
struct Zones {
    std::vector<WordIndex> body, header, footer;
    std::vector<Footnote> footnotes;
    bool operator==(const Zones&) const = default;
};

// One for each page. Words and rulings of all pages are compared: furniture is what repeats.
std::vector<Zones> find_zones(const std::vector<Page>& pages);

}  // namespace sop::pdf
