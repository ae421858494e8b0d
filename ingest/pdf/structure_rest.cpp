#include "ingest/pdf/structure_rest.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/structure_lines.h"
#include "ingest/pdf/structure_roles.h"

namespace sop::pdf {
namespace {

// Words without a tag are few, at most a twentieth of the page's text, unless they are invisible.
constexpr std::size_t max_comparisons = 1'000'000;

// Whether a block with box `a` is read before one with box `b` that shares its column; `b` starts at or below the
// middle of what `a` starts with.
bool stands_above(const Box& a, const Box& b) {
    const bool shares_column = a.left < b.right && b.left < a.right;
    return shares_column && a.top < b.top;
}

void insert_by_place(std::vector<Item>& here, std::vector<Item> rest, int page) {
    if (here.size() * rest.size() > max_comparisons) {
        std::move(rest.begin(), rest.end(), std::back_inserter(here));
        return;
    }
    std::vector<std::optional<Box>> boxes;
    boxes.reserve(here.size());
    for (const Item& item : here) boxes.push_back(box_on(item, page));
    std::vector<std::pair<std::size_t, Item>> placed;
    for (Item& item : rest) {
        const Box box = box_on(item, page).value_or(Box{});
        std::size_t place = 0;
        for (std::size_t i = 0; i < here.size(); ++i)
            if (boxes[i] && stands_above(*boxes[i], box)) place = i + 1;
        placed.emplace_back(place, std::move(item));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Item> merged;
    auto next = placed.begin();
    for (std::size_t i = 0; i <= here.size(); ++i) {
        for (; next != placed.end() && next->first <= i; ++next) merged.push_back(std::move(next->second));
        if (i < here.size()) merged.push_back(std::move(here[i]));
    }
    here = std::move(merged);
}

// The empty cell of `table` around a point: its row is that of a cell beside it whose drawn box is known, its column
// the table's. Null where there is none.
TableCell* empty_cell_at(TableBlock& table, int page, double x, double y) {
    const auto side = std::upper_bound(table.edges.begin(), table.edges.end(), x);
    if (side == table.edges.begin() || side == table.edges.end()) return nullptr;
    const int column = static_cast<int>(side - table.edges.begin()) - 1;
    for (TableRow& row : table.rows) {
        const bool is_row = std::any_of(row.cells.begin(), row.cells.end(), [&](const TableCell& cell) {
            return cell.page == page && cell.row_span == 1 && cell.box.top < y && y < cell.box.bottom;
        });
        if (!is_row) continue;
        for (TableCell& cell : row.cells)
            if (cell.column <= column && column < cell.column + cell.column_span)
                return cell.items.empty() ? &cell : nullptr;
    }
    return nullptr;
}

// Puts words that stand in empty cells of tables into those, and gives the others: marks that were drawn into a table
// afterwards have no tag of a cell.
std::vector<WordIndex> fill_cells(std::vector<Item>& here, const Page& page, int index,
                                  const std::vector<WordIndex>& left) {
    std::size_t cells = 0;
    for (const Item& item : here)
        if (const auto* table = std::get_if<TableBlock>(&item.content))
            for (const TableRow& row : table->rows) cells += row.cells.size();
    if (left.size() * cells > max_comparisons) return left;
    std::vector<WordIndex> rest;
    std::vector<std::pair<TableCell*, std::vector<WordIndex>>> filled;
    for (const WordIndex word : left) {
        const Box& box = page.words[word].box;
        TableCell* cell = nullptr;
        for (Item& item : here)
            if (auto* table = std::get_if<TableBlock>(&item.content); table && !cell)
                cell = empty_cell_at(*table, index, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
        if (!cell) {
            rest.push_back(word);
            continue;
        }
        const auto known = std::find_if(filled.begin(), filled.end(), [&](const auto& f) { return f.first == cell; });
        if (known == filled.end())
            filled.push_back({cell, {word}});
        else
            known->second.push_back(word);
    }
    for (auto& [cell, words] : filled) cell->items = flow(page, index, words, {}, {0, 0, page.width, page.height});
    return rest;
}

// Text whose tag does not say what it is.
bool is_unnamed(const Item& item) {
    const auto* text = std::get_if<TextBlock>(&item.content);
    if (!text || text->list || text->heading > 0) return false;
    const RoleKind kind = kind_of(text->role);
    return kind == RoleKind::unknown || kind == RoleKind::group || kind == RoleKind::text;
}

// Whether `next` stands to the right of `label`, one line, and starts on it.
bool stands_behind(const TextBlock& label, const TextBlock& next) {
    if (label.lines.size() != 1 || label.lines[0].page != next.lines[0].page) return false;
    const Box &left = label.lines[0].box, &right = next.lines[0].box;
    const double middle = (right.top + right.bottom) / 2;
    return left.right < right.left && left.top < middle && middle < left.bottom;
}

// Makes one text of those that stand side by side, and whose tags do not say what they are: a grid of labels and values
// on a web page.
void join_unnamed(std::vector<Item>& here, const Page& page, int index) {
    std::vector<Item> joined;
    for (Item& item : here) {
        if (!joined.empty() && is_unnamed(joined.back()) && is_unnamed(item)) {
            auto& label = std::get<TextBlock>(joined.back().content);
            const auto& value = std::get<TextBlock>(item.content);
            if (stands_behind(label, value)) {
                std::vector<WordIndex> words = label.lines[0].words;
                for (const Line& line : value.lines) words.insert(words.end(), line.words.begin(), line.words.end());
                label.lines = lines_of(page, index, words, std::nullopt);
                continue;
            }
        }
        joined.push_back(std::move(item));
    }
    here = std::move(joined);
}

}  // namespace

int page_of(const Item& item) {
    if (const auto* text = std::get_if<TextBlock>(&item.content)) return text->lines.front().page;
    if (const auto* table = std::get_if<TableBlock>(&item.content)) return table->page;
    return std::get<PictureBlock>(item.content).page;
}

void add_rest(std::vector<Item>& items, const std::vector<Page>& pages, const TaggedWords& words) {
    // A tree may name a text box of the first page last: pages are read one after the other all the same.
    const auto is_before = [](const Item& a, const Item& b) { return page_of(a) < page_of(b); };
    std::stable_sort(items.begin(), items.end(), is_before);
    std::vector<Item> all;
    all.reserve(items.size());
    auto first = items.begin();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const int page = static_cast<int>(i);
        const auto last = std::find_if(first, items.end(), [&](const Item& item) { return page_of(item) != page; });
        std::vector<Item> here(std::make_move_iterator(first), std::make_move_iterator(last));
        first = last;
        if (words.is_trusted(i)) {
            join_unnamed(here, pages[i], page);
            const std::vector<WordIndex> left = fill_cells(here, pages[i], page, words.left(i));
            if (!left.empty())
                insert_by_place(here, flow(pages[i], page, left, {}, {0, 0, pages[i].width, pages[i].height}), page);
        }
        std::move(here.begin(), here.end(), std::back_inserter(all));
    }
    items = std::move(all);
}

}  // namespace sop::pdf
