// Every end of a line within a paragraph.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Calls `see(left, right)` with the lines on both sides of each line end of `items`, those in cells included. Both have
// words.
template <class Items, class See>
void for_each_line_end(Items& items, const See& see) {
    for (auto& item : items) {
        if (auto* text = std::get_if<TextBlock>(&item.content)) {
            for (std::size_t i = 1; i < text->lines.size(); ++i)
                if (!text->lines[i - 1].words.empty() && !text->lines[i].words.empty())
                    see(text->lines[i - 1], text->lines[i]);
        } else if (auto* table = std::get_if<TableBlock>(&item.content)) {
            for (auto& row : table->rows)
                for (auto& cell : row.cells) for_each_line_end(cell.items, see);
        }
    }
}

}  // namespace sop::pdf
