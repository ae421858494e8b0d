// Builds a Table from rows of cells as Word writes them: spans, vertical merges, columns left out.
#pragma once

#include <vector>

#include "ingest/document.h"
#include "ingest/limits.h"

namespace sop::docx {

enum class VerticalMerge { none, restart, go_on };

class GridBuilder {
public:
    explicit GridBuilder(const Limits& limits) : limits_(limits) {}

    // `columns_before`: grid columns the row leaves out at its start (w:gridBefore, 17.4.14). Throws over_limit.
    void begin_row(int columns_before, bool is_header);
    // Where the next cell will stand.
    int row() const { return static_cast<int>(rows_.size()) - 1; }
    int column() const { return column_; }
    // Adds the next cell of the row; `span` is clamped to 1..limit. A cell that goes on a merge raises the row span of
    // the cell it belongs to, which takes its blocks, if any (17.4.84); where there is none above it, it is a cell of
    // its own.
    void add_cell(int span, VerticalMerge merge, std::vector<Block> blocks, Origin origin);
    // Horizontal merge of old files (w:hMerge): joins the cell to the one before it.
    void join_previous(int span, std::vector<Block> blocks);

    // `grid_columns`: the width the file declares; the widest row counts if it is wider.
    Table take(int grid_columns);

private:
    struct Place {
        int row = -1;
        std::size_t cell = 0;
    };
    Cell* open_merge(int column, int span);

    const Limits& limits_;
    std::vector<Row> rows_;
    std::vector<Place> merges_;  // by column: the cell that a vertical merge may go on from
    int column_ = 0, width_ = 0;
};

}  // namespace sop::docx
