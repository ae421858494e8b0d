#include "ingest/pdf/structure_table.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/structure_lines.h"

namespace sop::pdf {
namespace {

constexpr int max_columns = 1'000;  // as for spans: more is a mistake

// Pages that an item stands on; none: {max, -1}.
std::pair<int, int> pages_of(const Item& item) {
    if (const auto* text = std::get_if<TextBlock>(&item.content))
        return {text->lines.front().page, text->lines.back().page};
    if (const auto* table = std::get_if<TableBlock>(&item.content)) return {table->page, table->last_page};
    const int page = std::get<PictureBlock>(item.content).page;
    return {page, page};
}

// Where the cell starts, and its box there.
void place_cell(TableCell& cell) {
    int first = std::numeric_limits<int>::max();
    for (const Item& item : cell.items) first = std::min(first, pages_of(item).first);
    cell.page = first;
    if (cell.items.empty()) return;
    for (const Item& item : cell.items)
        if (const std::optional<Box> box = box_on(item, first)) cell.box = united(cell.box, *box);
}

// Columns that cells of the rows above still take: for each the rows left.
class Columns {
public:
    // The first free place behind `column` for a cell, which takes it.
    int take(int column, int row_span, int column_span) {
        while (column < max_columns && left(column) > 0) ++column;
        column = std::min(column, max_columns);
        if (taken_.size() < static_cast<std::size_t>(column + column_span))
            taken_.resize(static_cast<std::size_t>(column + column_span));
        for (int i = column; i < column + column_span; ++i) taken_[static_cast<std::size_t>(i)] = row_span;
        return column;
    }
    void next_row() {
        for (int& rows : taken_) rows = std::max(rows - 1, 0);
    }

private:
    int left(int column) const {
        return static_cast<std::size_t>(column) < taken_.size() ? taken_[static_cast<std::size_t>(column)] : 0;
    }
    std::vector<int> taken_;
};

void place_table(TableBlock& table) {
    int first = std::numeric_limits<int>::max(), last = -1;
    for (TableRow& row : table.rows)
        for (TableCell& cell : row.cells) {
            place_cell(cell);
            first = std::min(first, cell.page);
            for (const Item& item : cell.items) last = std::max(last, pages_of(item).second);
        }
    table.page = last < 0 ? 0 : first;
    table.last_page = std::max(last, table.page);
    // An empty cell starts where its row does, or the row before.
    int page = table.page;
    for (TableRow& row : table.rows) {
        int row_page = std::numeric_limits<int>::max();
        for (const TableCell& cell : row.cells) row_page = std::min(row_page, cell.page);
        if (row_page != std::numeric_limits<int>::max()) page = std::max(page, row_page);
        for (TableCell& cell : row.cells) {
            if (cell.items.empty()) cell.page = page;
            if (cell.page == table.page) table.box = united(table.box, cell.box);
        }
    }
}

double right_of(const TextBlock& text) {
    double right = 0;
    for (const Line& line : text.lines) right = std::max(right, line.box.right);
    return right;
}

// Where the first texts of a cell end on the right before an item of a list stands beside them and no lower than the
// last of them; absent where none does, or what stands there is no text.
std::optional<double> end_of_column(const std::vector<Item>& items) {
    double right = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto* text = std::get_if<TextBlock>(&items[i].content);
        if (!text) return std::nullopt;
        const Line& first = text->lines.front();
        if (i > 0 && text->list && first.box.left > right) {
            const Line& last = std::get<TextBlock>(items[i - 1].content).lines.back();
            const double middle = (last.box.top + last.box.bottom) / 2;
            if (first.page < last.page || (first.page == last.page && first.box.top < middle)) return right;
        }
        right = std::max(right, right_of(*text));
    }
    return std::nullopt;
}

// LibreOffice puts a list into that of the cell before it, where the same kind of list ended that one, and leaves its
// own cell empty; a page break parts both.
void part_lists(TaggedRow& row) {
    for (std::size_t i = 0; i + 1 < row.cells.size(); ++i) {
        std::vector<Item>&here = row.cells[i].items, &next = row.cells[i + 1].items;
        const std::optional<double> end = next.empty() ? end_of_column(here) : std::nullopt;
        if (!end) continue;
        const auto rest = std::stable_partition(here.begin(), here.end(), [&](const Item& item) {
            const auto* text = std::get_if<TextBlock>(&item.content);
            return !text || text->lines.front().box.left <= *end;
        });
        next.assign(std::make_move_iterator(rest), std::make_move_iterator(here.end()));
        here.erase(rest, here.end());
    }
}

// Rows that no cell starts in, as of tags that give a merged row none, stay: spans count them.
TableBlock arrange(std::vector<TaggedRow> rows) {
    TableBlock table;
    table.is_tagged = true;
    Columns columns;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TableRow& row = table.rows.emplace_back();
        row.is_header = rows[i].is_header;
        int column = 0;
        for (TaggedCell& tagged : rows[i].cells) {
            TableCell cell;
            cell.is_header = tagged.is_header;
            cell.row_span = std::clamp(tagged.row_span, 1, static_cast<int>(rows.size() - i));
            cell.column_span = std::clamp(tagged.column_span, 1, max_columns);
            cell.column = columns.take(column, cell.row_span, cell.column_span);
            column = cell.column + cell.column_span;
            table.columns = std::max(table.columns, column);
            cell.items = std::move(tagged.items);
            row.cells.push_back(std::move(cell));
        }
        columns.next_row();
    }
    return table;
}

}  // namespace

void add_table(std::vector<TaggedRow> rows, const std::vector<Page>&, std::vector<Item>& items) {
    std::erase_if(rows, [](const TaggedRow& row) { return row.cells.empty(); });
    if (rows.empty()) return;
    if (rows.size() == 1 && rows.front().cells.size() == 1) {
        std::vector<Item>& inside = rows.front().cells.front().items;
        std::move(inside.begin(), inside.end(), std::back_inserter(items));
        return;
    }
    for (TaggedRow& row : rows) part_lists(row);
    TableBlock table = arrange(std::move(rows));
    place_table(table);
    const auto has_text = [](const TableRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const TableCell& c) { return !c.items.empty(); });
    };
    // Without anything in it, it is none of ours: its pages may not be trusted.
    if (std::any_of(table.rows.begin(), table.rows.end(), has_text)) items.push_back({std::move(table)});
}

bool is_rectangular(const TableBlock& table) {
    std::vector<int> taken(static_cast<std::size_t>(table.columns));
    for (const TableRow& row : table.rows) {
        for (const TableCell& cell : row.cells)
            for (int i = cell.column; i < std::min(cell.column + cell.column_span, table.columns); ++i) {
                if (taken[static_cast<std::size_t>(i)] > 0) return false;
                taken[static_cast<std::size_t>(i)] = cell.row_span;
            }
        for (int& rows : taken)
            if (--rows < 0) return false;
    }
    return true;
}

}  // namespace sop::pdf
