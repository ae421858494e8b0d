// Blocks of a document as blocks of the record.
#pragma once

#include <string>
#include <vector>

#include "ingest/document.h"
#include "normalize/record.h"

namespace sop {

// What the record leaves out: how many, and where the first one stood.
struct LeftOut {
    int count = 0;
    Origin first;
    bool operator==(const LeftOut&) const = default;
};

struct LeftOuts {
    LeftOut pictures, hidden_texts, prompts;
    // Texts of which the record has other words (dutch.h), as they stood.
    std::vector<std::string> reworded;
    bool operator==(const LeftOuts&) const = default;
};

// Paragraphs that are items of one list become one Lijst, paragraphs with tick boxes a Keuzelijst (several boxes in a
// paragraph are several items; text before them stands before the list as an Alinea). Nothing of the text that a
// reader sees is dropped.
std::vector<Blok> normalize_blocks(const std::vector<Block>& blocks, LeftOuts& left_out);

// The blocks as text: blocks joined by a blank line; items on lines of their own, "- " before them, tick boxes as ☒/☐;
// rows of a table on lines, cells joined by a tab.
std::string text_of(const std::vector<Blok>& blocks);

}  // namespace sop
