// Tables of the structure tree.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// A row as the tree gives it: its cells one after the other, in no column yet.
struct TaggedCell {
    int row_span = 1, column_span = 1;
    bool is_header = false;
    std::vector<Item> items;
};

struct TaggedRow {
    bool is_header = false;
    std::vector<TaggedCell> cells;
};

// Adds the table that `rows` make to `items`, each cell in the first columns that are free. A table of one cell is a
// frame: only what stands in it is added.
void add_table(std::vector<TaggedRow> rows, const std::vector<Page>& pages, std::vector<Item>& items);

// Whether every place of the table's grid is taken once.
bool is_rectangular(const TableBlock& table);

}  // namespace sop::pdf
