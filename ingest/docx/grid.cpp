#include "ingest/docx/grid.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sop::docx {
namespace {

std::size_t index_of(int position) { return static_cast<std::size_t>(position); }

}  // namespace

void GridBuilder::begin_row(int columns_before, bool is_header) {
    if (static_cast<int>(rows_.size()) >= limits_.table_rows)
        throw ConversionError(ErrorCode::over_limit, {}, "te veel rijen in een tabel");
    rows_.push_back({is_header, {}});
    column_ = std::clamp(columns_before, 0, limits_.table_columns - 1);
}

void GridBuilder::add_cell(int span, VerticalMerge merge, std::vector<Block> blocks, Origin origin) {
    span = std::clamp(span, 1, limits_.table_columns);
    if (column_ >= limits_.table_columns)
        throw ConversionError(ErrorCode::over_limit, {}, "te veel kolommen in een tabel");
    span = std::min(span, limits_.table_columns - column_);
    if (static_cast<int>(merges_.size()) < column_ + span) merges_.resize(index_of(column_ + span));
    Cell* above = merge == VerticalMerge::go_on ? open_merge(column_, span) : nullptr;
    if (above) {
        above->row_span = row() - merges_[index_of(column_)].row + 1;
        std::move(blocks.begin(), blocks.end(), std::back_inserter(above->blocks));
    } else {
        Row& current = rows_.back();
        current.cells.push_back({column_, span, 1, current.is_header, std::move(blocks), std::move(origin)});
        for (int i = 0; i < span; ++i) merges_[index_of(column_ + i)] = {};
        if (merge != VerticalMerge::none) merges_[index_of(column_)] = {row(), current.cells.size() - 1};
    }
    column_ += span;
    width_ = std::max(width_, column_);
}

void GridBuilder::join_previous(int span, std::vector<Block> blocks) {
    if (rows_.back().cells.empty()) {
        add_cell(span, VerticalMerge::none, std::move(blocks), {});
        return;
    }
    Cell& previous = rows_.back().cells.back();
    span = std::clamp(span, 0, limits_.table_columns - column_);
    previous.column_span += span;
    std::move(blocks.begin(), blocks.end(), std::back_inserter(previous.blocks));
    column_ += span;
    width_ = std::max(width_, column_);
}

Cell* GridBuilder::open_merge(int column, int span) {
    const Place place = merges_[index_of(column)];
    if (place.row < 0) return nullptr;
    Cell& cell = rows_[index_of(place.row)].cells[place.cell];
    // Only without a gap: a row that ended before this column closes the merge.
    return cell.row_span == row() - place.row && cell.column_span == span ? &cell : nullptr;
}

Table GridBuilder::take(int grid_columns) {
    Table table;
    table.columns = std::max(width_, std::clamp(grid_columns, 0, limits_.table_columns));
    table.rows = std::move(rows_);
    return table;
}

}  // namespace sop::docx
