#include "ingest/pdf/table_joins.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "ingest/pdf/continues.h"

namespace sop::pdf {
namespace {

// Columns of one table stand at the same x on every page, but for rounding; in points.
constexpr double same_edge = 3;
// Rows of a header that is repeated: more are no header.
constexpr std::size_t most_header_rows = 6;
// Rows looked back over for the cell that reaches the last row.
constexpr std::size_t longest_span = 500;
// A line of a cell is full where the next word would come this near to the cell's right side: the cell's margin and a
// little, in points.
constexpr double cell_margin = 12;
// A row that would have fitted above the margin belongs to another table; in points, spacing of paragraphs included.
constexpr double spare_room = 24;
// Of a column's cells that are empty: more are its habit.
constexpr double sparse_share = 0.2;
// No row is lower than a line of small type, in points.
constexpr double lowest_row = 7;

bool is_empty(const TableCell& cell) { return cell.items.empty(); }

void append_text(std::string& out, const std::vector<Item>& items, const std::vector<Page>& pages) {
    for (const Item& item : items) {
        if (const auto* text = std::get_if<TextBlock>(&item.content)) {
            for (const Line& line : text->lines)
                for (const WordIndex word : line.words)
                    out += pages[static_cast<std::size_t>(line.page)].words[word].text;
        } else if (const auto* table = std::get_if<TableBlock>(&item.content)) {
            for (const TableRow& row : table->rows)
                for (const TableCell& cell : row.cells) append_text(out, cell.items, pages);
        }
        out += '\n';
    }
}

// The same cells with the same text; blank rows are like no other.
bool equal_rows(const TableRow& a, const TableRow& b, const std::vector<Page>& pages) {
    if (a.cells.size() != b.cells.size()) return false;
    bool has_text = false;
    for (std::size_t i = 0; i < a.cells.size(); ++i) {
        const TableCell &left = a.cells[i], &right = b.cells[i];
        if (left.column != right.column || left.column_span != right.column_span) return false;
        std::string left_text, right_text;
        append_text(left_text, left.items, pages);
        append_text(right_text, right.items, pages);
        std::erase(left_text, '\n');
        std::erase(right_text, '\n');
        if (left_text != right_text) return false;
        has_text = has_text || !left_text.empty();
    }
    return has_text;
}

std::size_t header_rows(const TableBlock& table) {
    const auto end =
        std::find_if_not(table.rows.begin(), table.rows.end(), [](const TableRow& r) { return r.is_header; });
    return std::min(static_cast<std::size_t>(end - table.rows.begin()), most_header_rows);
}

// Rows at the top of `next` that repeat those of `table`.
std::size_t repeated_rows(const TableBlock& table, const TableBlock& next, const std::vector<Page>& pages) {
    const std::size_t header = header_rows(table);
    const std::size_t most = std::min({header > 0 ? header : most_header_rows, table.rows.size(), next.rows.size()});
    std::size_t count = 0;
    while (count < most && equal_rows(table.rows[count], next.rows[count], pages)) ++count;
    // All of a known header, or nothing: a row may be equal by chance.
    return header > 0 && count < header ? 0 : count;
}

bool is_bold(const TableRow& row) {
    std::size_t filled = 0;
    for (const TableCell& cell : row.cells) {
        for (const Item& item : cell.items) {
            const auto* text = std::get_if<TextBlock>(&item.content);
            if (text && !std::all_of(text->lines.begin(), text->lines.end(), [](const Line& l) { return l.is_bold; }))
                return false;
        }
        if (!is_empty(cell)) ++filled;
    }
    return filled > 1;
}

// A first row that names columns starts a table of its own; the heading of a group of rows stands alone in its row.
bool starts_with_header(const TableBlock& table) {
    if (table.rows.empty()) return false;
    if (table.rows.front().is_header) return true;
    return table.rows.size() > 1 && is_bold(table.rows.front()) && !is_bold(table.rows[1]);
}

// For each of `edges`, the number of the one of `all` that it is; empty where one is none of them.
std::vector<int> places_of(const std::vector<double>& edges, const std::vector<double>& all, double shift) {
    std::vector<int> places;
    std::size_t at = 0;
    for (const double edge : edges) {
        while (at < all.size() && all[at] < edge + shift - same_edge) ++at;
        if (at == all.size() || std::abs(all[at] - edge - shift) > same_edge) return {};
        places.push_back(static_cast<int>(at++));
    }
    return places;
}

void move_columns(TableBlock& table, const std::vector<int>& places, const std::vector<double>& edges) {
    for (TableRow& row : table.rows)
        for (TableCell& cell : row.cells) {
            const auto first = static_cast<std::size_t>(cell.column);
            const auto end = std::min(first + static_cast<std::size_t>(cell.column_span), places.size() - 1);
            cell.column = places[std::min(first, places.size() - 1)];
            cell.column_span = std::max(places[end] - cell.column, 1);
        }
    table.edges = edges;
    table.columns = static_cast<int>(edges.size()) - 1;
}

// Gives both the same columns, where they can have them: a page whose rows are merged shows fewer.
bool match_columns(TableBlock& table, TableBlock& next) {
    if (table.edges.size() < 2 || next.edges.size() < 2) return table.columns == next.columns;
    // Pages of a book have their margins on either side.
    const double shift = table.edges.front() - next.edges.front();
    if (table.is_open && next.is_open && table.columns == next.columns) {
        const double right = std::max(table.edges.back(), next.edges.back() + shift);
        table.edges.back() = right;
        next.edges.back() = right - shift;
    }
    if (std::abs(next.edges.back() + shift - table.edges.back()) > same_edge) return false;
    if (next.edges.size() <= table.edges.size()) {
        const std::vector<int> places = places_of(next.edges, table.edges, shift);
        if (places.empty()) return false;
        if (next.edges.size() < table.edges.size()) move_columns(next, places, table.edges);
        return true;
    }
    const std::vector<int> places = places_of(table.edges, next.edges, -shift);
    if (places.empty()) return false;
    std::vector<double> edges = next.edges;
    for (double& edge : edges) edge += shift;
    move_columns(table, places, edges);
    return true;
}

// The cell of each column that reaches the last row, with the row it starts in; null where there is none.
struct Reaching {
    TableCell* cell = nullptr;
    std::size_t row = 0;
};
std::vector<Reaching> last_cells(TableBlock& table) {
    std::vector<Reaching> cells(static_cast<std::size_t>(std::max(table.columns, 0)));
    const std::size_t count = table.rows.size();
    for (std::size_t back = 0; back < std::min(count, longest_span); ++back) {
        const std::size_t row = count - 1 - back;
        for (TableCell& cell : table.rows[row].cells) {
            if (static_cast<std::size_t>(cell.row_span) <= back) continue;
            const int end = std::min(cell.column + cell.column_span, table.columns);
            for (int column = std::max(cell.column, 0); column < end; ++column)
                if (!cells[static_cast<std::size_t>(column)].cell)
                    cells[static_cast<std::size_t>(column)] = {&cell, row};
        }
    }
    return cells;
}

const TextBlock* last_text(const TableCell& cell) {
    return cell.items.empty() ? nullptr : std::get_if<TextBlock>(&cell.items.back().content);
}
const TextBlock* first_text(const TableCell& cell) {
    return cell.items.empty() ? nullptr : std::get_if<TextBlock>(&cell.items.front().content);
}

const TableBlock* last_table(const TableCell& cell) {
    return cell.items.empty() ? nullptr : std::get_if<TableBlock>(&cell.items.back().content);
}
const TableBlock* first_table(const TableCell& cell) {
    return cell.items.empty() ? nullptr : std::get_if<TableBlock>(&cell.items.front().content);
}

// Whether the table that `rest` starts with is the rest of the one that `cell` ends with.
bool is_rest_of_table(const TableCell& cell, const TableCell& rest, const std::vector<Page>& pages) {
    const TableBlock *table = last_table(cell), *next = first_table(rest);
    if (!table || !next || next->rows.empty() || next->edges.size() != table->edges.size()) return false;
    return !places_of(next->edges, table->edges, cell.box.left - rest.box.left).empty() &&
           (!starts_with_header(*next) || repeated_rows(*table, *next, pages) > 0);
}

enum class Cut {
    none,  // between two rows
    row,   // through a row: its cells go on
    text,  // through a row, in the middle of a sentence or of a table in a cell
};

// For each column, whether its cells start with small letters as a habit: in half of the rows of `table` but the last
// and of those of `next` behind `row`, or more. Such a start is no sign of a sentence that goes on then.
std::vector<bool> small_columns(const TableBlock& table, const TableBlock& next, std::size_t row,
                                const std::vector<Page>& pages) {
    const auto columns = static_cast<std::size_t>(std::max(table.columns, 0));
    std::vector<std::size_t> filled(columns), small(columns);
    const auto count = [&](const TableRow& one) {
        if (one.is_header) return;
        for (const TableCell& cell : one.cells) {
            const TextBlock* text = first_text(cell);
            const auto column = static_cast<std::size_t>(cell.column);
            if (!text || column >= columns) continue;
            ++filled[column];
            small[column] += starts_midway(*text, pages);
        }
    };
    for (std::size_t i = 0; i + 1 < std::min(table.rows.size(), longest_span); ++i) count(table.rows[i]);
    for (std::size_t i = row + 1; i < std::min(next.rows.size(), longest_span); ++i) count(next.rows[i]);
    std::vector<bool> is_habit(columns);
    for (std::size_t i = 0; i < columns; ++i) is_habit[i] = small[i] > 0 && 2 * small[i] >= filled[i];
    return is_habit;
}

// For each column, whether its cells are often empty in other rows than the last of `table` and the one of `next`: that
// nothing goes on in them is no sign of a row that was cut then.
std::vector<bool> sparse_columns(const TableBlock& table, const TableBlock& next, std::size_t row) {
    const auto columns = static_cast<std::size_t>(std::max(table.columns, 0));
    std::vector<std::size_t> cells(columns), empty(columns);
    const auto count = [&](const TableRow& one) {
        if (one.is_header) return;
        for (const TableCell& cell : one.cells) {
            const auto column = static_cast<std::size_t>(cell.column);
            if (column >= columns) continue;
            ++cells[column];
            empty[column] += is_empty(cell);
        }
    };
    for (std::size_t i = 0; i + 1 < std::min(table.rows.size(), longest_span); ++i) count(table.rows[i]);
    for (std::size_t i = row + 1; i < std::min(next.rows.size(), longest_span); ++i) count(next.rows[i]);
    std::vector<bool> is_sparse(columns);
    for (std::size_t i = 0; i < columns; ++i)
        is_sparse[i] = static_cast<double>(empty[i]) > sparse_share * static_cast<double>(cells[i]);
    return is_sparse;
}

// Whether `row` is the rest of the last row, of which `reaching` are the cells: browsers end each cell by itself. It
// has text only below cells without a line below them, where others have one; or, where none has, only below empty
// ones.
bool is_rest_of_row(const TableRow& row, const std::vector<Reaching>& reaching, bool is_cut) {
    bool has_text = false, has_gap = false, is_below_open = true;
    for (const TableCell& cell : row.cells) {
        const auto column = static_cast<std::size_t>(cell.column);
        if (column >= reaching.size() || !reaching[column].cell) return false;
        const TableCell& above = *reaching[column].cell;
        if (above.column != cell.column || above.column_span != cell.column_span) return false;
        if (is_empty(cell)) {
            has_gap = has_gap || !is_empty(above);
            continue;
        }
        has_text = true;
        is_below_open = is_below_open && above.is_open;
        is_cut = is_cut && is_empty(above);
    }
    return has_text && has_gap && (is_below_open || is_cut);
}

// What the cells of a column look like.
struct Habits {
    std::vector<bool> is_small, is_sparse;
};

Habits habits_of(const TableBlock& table, const TableBlock& next, std::size_t row, const std::vector<Page>& pages) {
    return {small_columns(table, next, row, pages), sparse_columns(table, next, row)};
}

// What the page break did to the last row, of which `reaching` are the cells, when `row` comes next.
Cut cut_of(const TableRow& row, const std::vector<Reaching>& reaching, bool is_full, const Habits& habits,
           const std::vector<Page>& pages) {
    bool is_midway = false, has_text = false, has_gap = false, has_start = false;
    // Where lines close some of the cells it is the others alone that go on.
    const auto is_open = [](const Reaching& r) { return r.cell && r.cell->is_open; };
    if (std::any_of(reaching.begin(), reaching.end(), is_open)) return Cut::none;
    for (const TableCell& cell : row.cells) {
        const auto column = static_cast<std::size_t>(cell.column);
        if (column >= reaching.size() || !reaching[column].cell) return Cut::none;
        const TableCell& above = *reaching[column].cell;
        if (above.column != cell.column || above.column_span != cell.column_span) return Cut::none;
        if (is_empty(cell)) {
            // A merged cell goes on whatever happened to the row.
            has_gap =
                has_gap || (!is_empty(above) && above.row_span == 1 && cell.row_span == 1 && !habits.is_sparse[column]);
            continue;
        }
        has_text = true;
        // What starts here is no rest, but where a sentence goes on beside it: a text that is not parted moves as a
        // whole.
        if (is_empty(above)) {
            has_start = true;
            continue;
        }
        const TextBlock *text = first_text(cell), *before = last_text(above);
        // What goes on was too long for its line, too.
        const bool is_rest = text ? before && starts_midway(*text, pages) && stops_midway(*before, pages) &&
                                        !habits.is_small[column] &&
                                        goes_on(*before, *text, pages, above.box.right, cell_margin)
                                  : is_rest_of_table(above, cell, pages);
        is_midway = is_midway || is_rest;
        if (cell.column == 0 && !is_rest) return Cut::none;
    }
    if (!has_text) return Cut::none;
    if (is_midway) return Cut::text;
    return has_gap && is_full && !has_start ? Cut::row : Cut::none;
}

void join_cells(TableCell& cell, TableCell&& rest, const std::vector<Page>& pages, double body_bottom) {
    cell.row_span += rest.row_span - 1;
    if (is_empty(rest)) return;
    auto first = rest.items.begin();
    if (!cell.items.empty()) {
        auto* before = std::get_if<TextBlock>(&cell.items.back().content);
        auto* text = std::get_if<TextBlock>(&first->content);
        auto* table = std::get_if<TableBlock>(&cell.items.back().content);
        auto* next = std::get_if<TableBlock>(&first->content);
        if (before && text && goes_on(*before, *text, pages, cell.box.right, cell_margin)) {
            append(*before, std::move(*text));
            ++first;
        } else if (table && next && join_tables(*table, *next, pages, body_bottom)) {
            ++first;
        }
    }
    std::move(first, rest.items.end(), std::back_inserter(cell.items));
}

// Whether a sentence of the last row goes on in the first one of `next`.
bool goes_on_in(TableBlock& table, const TableBlock& next, const std::vector<Page>& pages) {
    return cut_of(next.rows.front(), last_cells(table), false, habits_of(table, next, 0, pages), pages) == Cut::text;
}

double height_of(const TableRow& row) {
    double height = 0;
    for (const TableCell& cell : row.cells)
        if (cell.row_span == 1) height = std::max(height, cell.box.bottom - cell.box.top);
    return height;
}

// What is left of a row whose text had room on the page before: the space below it.
bool is_end_of_row(const TableRow& row) {
    const double height = height_of(row);
    return height > 0 && height < lowest_row &&
           std::all_of(row.cells.begin(), row.cells.end(), [](const TableCell& cell) { return is_empty(cell); });
}

// The first of `next`'s rows from `from` on, as far as it is part of what stands above. Gives the row to go on with.
std::size_t mend_cut(TableBlock& table, TableBlock& next, std::size_t from, double body_bottom,
                     const std::vector<Page>& pages) {
    if (from >= next.rows.size()) return from;
    TableRow& row = next.rows[from];
    if (is_end_of_row(row)) return from + 1;
    const std::vector<Reaching> reaching = last_cells(table);
    const bool is_full = body_bottom - bottom_of(table) < spare_room;
    if (is_rest_of_row(row, reaching, table.is_cut) ||
        cut_of(row, reaching, is_full, habits_of(table, next, from, pages), pages) != Cut::none) {
        for (TableCell& cell : row.cells)
            join_cells(*reaching[static_cast<std::size_t>(cell.column)].cell, std::move(cell), pages, body_bottom);
        return from + 1;
    }
    // A merged cell goes on: it reached the end of the page, and its rest has nothing to say.
    for (auto cell = row.cells.begin(); cell != row.cells.end();) {
        const auto column = static_cast<std::size_t>(cell->column);
        const Reaching above = column < reaching.size() ? reaching[column] : Reaching{};
        const bool was_merged = above.cell && (above.cell->row_span > 1 || cell->row_span > 1 || above.cell->is_open);
        if (was_merged && is_empty(*cell) && !is_empty(*above.cell) && above.cell->column == cell->column &&
            above.cell->column_span == cell->column_span) {
            above.cell->row_span += cell->row_span;
            cell = row.cells.erase(cell);
        } else {
            ++cell;
        }
    }
    return from;
}

}  // namespace

double bottom_of(const TableBlock& table) {
    if (table.last_page <= table.page) return table.box.bottom;
    if (table.end) return *table.end;
    double bottom = 0;
    const std::size_t count = table.rows.size();
    for (std::size_t back = 0; back < std::min(count, longest_span); ++back)
        for (const TableCell& cell : table.rows[count - 1 - back].cells)
            if (cell.page == table.last_page) bottom = std::max(bottom, cell.box.bottom);
    return bottom;
}

bool join_tables(TableBlock& table, TableBlock& next, const std::vector<Page>& pages, double body_bottom) {
    // The structure tree knows where its tables end.
    if ((table.is_tagged && next.is_tagged) || table.rows.empty() || next.rows.empty()) return false;
    if (table.edges.size() != next.edges.size() && !table.edges.empty() && !next.edges.empty()) {
        // Only what is joined gets other columns.
        TableBlock whole = table, rest = next;
        if (!match_columns(whole, rest) || !join_tables(whole, rest, pages, body_bottom)) return false;
        table = std::move(whole);
        return true;
    }
    if (!match_columns(table, next)) return false;
    const std::size_t repeated = repeated_rows(table, next, pages);
    const double room = body_bottom - bottom_of(table);
    if (repeated == 0) {
        // The rest of a row may be shaded, unlike the rows below it, as headers are.
        if (starts_with_header(next) && !goes_on_in(table, next, pages)) return false;
        if (room > height_of(next.rows.front()) + spare_room) return false;
    }
    const double end = bottom_of(next);
    // A header that is repeated is one.
    for (std::size_t i = 0; i < repeated && repeated < table.rows.size(); ++i) {
        table.rows[i].is_header = true;
        for (TableCell& cell : table.rows[i].cells) cell.is_header = true;
    }
    const std::size_t from = mend_cut(table, next, repeated, body_bottom, pages);
    std::move(next.rows.begin() + static_cast<std::ptrdiff_t>(from), next.rows.end(), std::back_inserter(table.rows));
    table.end = end;
    table.is_cut = next.is_cut;
    table.last_page = std::max(next.page, next.last_page);
    return true;
}

}  // namespace sop::pdf
