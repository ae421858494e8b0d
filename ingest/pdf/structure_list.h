// List items of the structure tree.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/pdf/structure_words.h"

namespace sop::pdf {

// An LI while its text is looked for: the first paragraph in it is the item.
struct ListItem {
    int level = 0;
    std::vector<PageWord> label;  // words of its Lbl
    bool is_used = false;
};

// Makes `block` the item, with the words of its label and `text` (either may be empty).
void make_item(TextBlock& block, const std::vector<PageWord>& text, ListItem& item, const std::vector<Page>& pages);

// Levels by indent of the lists among `items`, those in cells too, that the tree has no levels of: Word and LibreOffice
// tag what a style like "List Bullet 2" indents as items of the outermost level.
void set_levels_by_indent(std::vector<Item>& items, const std::vector<Page>& pages);

// Whether a label counts: "1.", "b)", "(iv)", "2.1" — not a bullet.
bool is_ordered(std::string_view label);

}  // namespace sop::pdf
