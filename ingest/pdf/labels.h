// What stands before the text of a list item.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// A line's first word, where it may be a list label.
struct Label {
    ListMark mark;
    // A character that is nothing but a bullet; dashes, asterisks and numbers also start ordinary lines.
    bool is_certain = false;
    // The white space behind it is unlike the other spaces of its line, or wider than any space: a tab.
    bool stands_apart = false;
    double left = 0, text_left = 0;  // upright
};

// A character that is nothing but a bullet.
bool is_bullet(std::string_view text);

// Absent where `line` does not start with a label that has text behind it.
std::optional<Label> label_of(const Page& page, const Line& line);

// True where all letters of the line are bold.
bool is_all_bold(const Page& page, const Line& line);

// Levels of the list items among `blocks`, the blocks of one column or cell in order, by the indents of the items of
// each list.
void set_levels(const std::vector<TextBlock*>& blocks, const Page& page);

}  // namespace sop::pdf
