// A table row by row with merged cells in every place they cover.
#pragma once

#include <string>
#include <vector>

#include "ingest/document.h"

namespace sop {

class GridRows {
public:
    explicit GridRows(const Table& table);

    // Columns of the grid, at least those of every cell.
    int width() const { return width_; }
    // Goes to the next row; false after the last.
    bool next();
    // The current row's cell in each column; null where it has none. Valid until next().
    const std::vector<const Cell*>& cells() const { return cells_; }
    // Index of the current row.
    std::size_t row() const { return row_; }

private:
    struct Carried {
        const Cell* cell = nullptr;
        int rows = 0;  // still to come
    };
    const Table& table_;
    int width_ = 0;
    std::size_t row_ = 0;
    bool started_ = false;
    std::vector<Carried> carried_;
    std::vector<const Cell*> cells_;
};

// `table` on its side: a row for each column of it, with the same cells.
Table turned(const Table& table);

// Text of a cell as filled in: its paragraphs joined by '\n', list items with "- " before them whoever set the bullet;
// "" where there is only a line of dots or underscores to write on.
std::string cell_text(const Cell& cell);

// Index in row.cells of the only cell that has content; -1 where there is none or more than one.
int only_cell(const Row& row);

// Whether `text` is only what one writes over: dots, underscores, spaces.
bool is_filler(std::string_view text);

}  // namespace sop
