#include "ingest/pdf/structure_rooms.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/pdf/structure_lines.h"

namespace sop::pdf {
namespace {

void set_cell_rooms(std::vector<Item>& items) {
    for (Item& item : items) {
        auto* table = std::get_if<TableBlock>(&item.content);
        if (table == nullptr) continue;
        for (TableRow& row : table->rows)
            for (TableCell& cell : row.cells) {
                set_cell_rooms(cell.items);
                // What stands before the text stands behind it too.
                double padding = cell.box.right - cell.box.left;
                for (const Item& inner : cell.items)
                    if (const std::optional<Box> box = box_on(inner, cell.page))
                        padding = std::min(padding, box->left - cell.box.left);
                for (Item& inner : cell.items)
                    if (auto* text = std::get_if<TextBlock>(&inner.content))
                        for (Line& line : text->lines)
                            if (line.rotation == 0)
                                line.room = std::max(cell.box.right - std::max(padding, 0.0) - line.box.right, 0.0);
            }
    }
}

// Columns of a page, left and right: what its longer paragraphs fill.
using Columns = std::vector<std::pair<double, double>>;

std::vector<Columns> find_columns(const std::vector<Item>& items, std::size_t page_count) {
    constexpr std::size_t enough_lines = 3;  // one of them is full, mostly
    std::vector<Columns> columns(page_count);
    for (const Item& item : items) {
        const auto* text = std::get_if<TextBlock>(&item.content);
        if (text == nullptr) continue;
        for (auto first = text->lines.begin(); first != text->lines.end();) {
            const int page = first->page;
            std::pair<double, double> extent{first->box.left, first->box.right};
            std::size_t count = 0;
            double top = first->box.top;  // what goes on above it goes on in the next column
            for (; first != text->lines.end() && first->page == page && first->box.top >= top; ++first, ++count) {
                top = first->box.top;
                extent.first = std::min(extent.first, first->box.left);
                extent.second = std::max(extent.second, first->box.right);
            }
            if (count >= enough_lines) columns[static_cast<std::size_t>(page)].push_back(extent);
        }
    }
    for (Columns& page : columns) {
        std::sort(page.begin(), page.end());
        Columns joined;
        for (const auto& extent : page) {
            if (!joined.empty() && extent.first < joined.back().second)
                joined.back().second = std::max(joined.back().second, extent.second);
            else
                joined.push_back(extent);
        }
        page = std::move(joined);
    }
    return columns;
}

}  // namespace

void set_rooms(std::vector<Item>& items, std::size_t page_count) {
    set_cell_rooms(items);
    const std::vector<Columns> columns = find_columns(items, page_count);
    for (Item& item : items) {
        auto* text = std::get_if<TextBlock>(&item.content);
        if (text == nullptr) continue;
        for (Line& line : text->lines) {
            const Columns& page = columns[static_cast<std::size_t>(line.page)];
            const auto behind = std::upper_bound(page.begin(), page.end(), line.box.left,
                                                 [](double left, const auto& column) { return left < column.first; });
            if (line.rotation != 0 || behind == page.begin()) continue;
            if (const auto column = std::prev(behind); line.box.left < column->second)
                line.room = std::max(column->second - line.box.right, 0.0);
        }
    }
}

}  // namespace sop::pdf
