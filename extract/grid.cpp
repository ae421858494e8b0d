#include "extract/grid.h"

#include <algorithm>
#include <utility>

#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Readers give narrower grids; a Document made otherwise must not cost more.
constexpr int most_columns = 256;

}  // namespace

GridRows::GridRows(const Table& table) : table_(table) {
    width_ = std::clamp(table.columns, 0, most_columns);
    for (const Row& row : table.rows)
        for (const Cell& cell : row.cells)
            if (cell.column >= 0 && cell.column < most_columns)
                width_ = std::max(width_,
                                  std::min(most_columns, cell.column + std::clamp(cell.column_span, 1, most_columns)));
    carried_.resize(static_cast<std::size_t>(width_));
    cells_.resize(static_cast<std::size_t>(width_));
}

bool GridRows::next() {
    if (started_) ++row_;
    started_ = true;
    if (row_ >= table_.rows.size()) return false;
    for (std::size_t c = 0; c < carried_.size(); ++c) {
        cells_[c] = carried_[c].rows > 0 ? carried_[c].cell : nullptr;
        if (carried_[c].rows > 0) --carried_[c].rows;
    }
    for (const Cell& cell : table_.rows[row_].cells) {
        if (cell.column < 0) continue;
        const int end = std::min(width_, cell.column + std::clamp(cell.column_span, 1, most_columns));
        for (int c = cell.column; c < end; ++c) {
            cells_[static_cast<std::size_t>(c)] = &cell;
            carried_[static_cast<std::size_t>(c)] = {&cell, cell.row_span - 1};
        }
    }
    return true;
}

Table turned(const Table& table) {
    Table result;
    result.ordinal = table.ordinal;
    result.columns = static_cast<int>(table.rows.size());
    result.rows.resize(static_cast<std::size_t>(GridRows(table).width()));
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (const Cell& cell : table.rows[r].cells) {
            if (cell.column < 0 || static_cast<std::size_t>(cell.column) >= result.rows.size()) continue;
            Cell copy = cell;
            copy.column = static_cast<int>(r);
            copy.column_span = std::max(1, cell.row_span);
            copy.row_span = std::max(1, cell.column_span);
            result.rows[static_cast<std::size_t>(cell.column)].cells.push_back(std::move(copy));
        }
    return result;
}

std::string cell_text(const Cell& cell) {
    const std::string text = plain_text(cell.blocks, TextOf::value);
    const std::string_view shown = trim(text);
    if (is_filler(shown)) return "";
    if (shown.find('\n') == std::string_view::npos && bullet_text(shown).value_or("").empty())
        return std::string(shown);
    std::string result;
    for_each_line(shown, [&](std::string_view line) {
        if (!result.empty()) result += '\n';
        const std::string_view item = bullet_text(trim(line)).value_or("");
        if (!item.empty()) result += "- ";
        result += item.empty() ? line : item;
    });
    return result;
}

int only_cell(const Row& row) {
    int only = -1;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (is_blank(row.cells[i].blocks)) continue;
        if (only >= 0) return -1;
        only = static_cast<int>(i);
    }
    return only;
}

bool is_filler(std::string_view text) {
    while (!text.empty()) {
        if (text.starts_with("…"))
            text.remove_prefix(3);
        else if (text[0] == '.' || text[0] == '_' || text[0] == ' ' || text[0] == '\t' || text[0] == '\n')
            text.remove_prefix(1);
        else
            return false;
    }
    return true;
}

}  // namespace sop
