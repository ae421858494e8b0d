#include "ingest/pdf/structure_grids.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ingest/pdf/rows.h"
#include "ingest/pdf/structure_lanes.h"
#include "ingest/pdf/structure_lines.h"
#include "ingest/pdf/structure_table.h"

namespace sop::pdf {
namespace {

// Share of a table's cells that must stand in a cell of the grid of their own. A nested grid that was not found, or a
// line missed, spoils all cells around it.
constexpr double min_agreement = 0.9;

bool holds(const Box& box, double x, double y) {
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

// Which cell of a grid covers each of its places.
class GridPlaces {
public:
    explicit GridPlaces(const Grid& grid) : grid_(grid), columns_(grid.xs.size() > 1 ? grid.xs.size() - 1 : 0) {
        const std::size_t rows = grid.ys.size() > 1 ? grid.ys.size() - 1 : 0;
        cells_.assign(columns_ * rows, -1);
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            const GridCell& cell = grid.cells[i];
            for (int row = cell.row; row < cell.row + cell.row_span; ++row)
                for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
                    const std::size_t place =
                        static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column);
                    if (row >= 0 && column >= 0 && static_cast<std::size_t>(column) < columns_ && place < cells_.size())
                        cells_[place] = static_cast<int>(i);
                }
        }
    }

    // Index of the cell at a point, or -1.
    int at(double x, double y) const {
        if (!holds(grid_.box, x, y)) return -1;
        const std::size_t column = index_of(grid_.xs, x), row = index_of(grid_.ys, y);
        const std::size_t place = row * columns_ + column;
        return column < columns_ && place < cells_.size() ? cells_[place] : -1;
    }

private:
    static std::size_t index_of(const std::vector<double>& sides, double position) {
        const auto after = std::upper_bound(sides.begin(), sides.end(), position);
        return after == sides.begin() ? 0 : static_cast<std::size_t>(after - sides.begin()) - 1;
    }
    const Grid& grid_;
    std::size_t columns_;
    std::vector<int> cells_;
};

void find_points(const std::vector<Item>& items, const std::vector<Page>& pages, std::vector<PageWord>& words) {
    for (const Item& item : items) {
        if (const auto* text = std::get_if<TextBlock>(&item.content))
            for (const Line& line : text->lines)
                for (const WordIndex word : line.words) words.push_back({line.page, word});
        if (const auto* table = std::get_if<TableBlock>(&item.content))
            for (const TableRow& row : table->rows)
                for (const TableCell& cell : row.cells) find_points(cell.items, pages, words);
    }
}

// A table, and the grid on each page that holds most of its words.
class Fit {
public:
    Fit(TableBlock& table, const std::vector<Page>& pages, PageGrids& grids) : table_(table), pages_(pages) {
        for (const TableRow& row : table.rows)
            for (const TableCell& cell : row.cells) find_points(cell.items, pages, words_.emplace_back());
        std::map<int, std::vector<PageWord>> by_page;
        for (const std::vector<PageWord>& words : words_)
            for (const PageWord& word : words) by_page[word.page].push_back(word);
        for (const auto& [page, words] : by_page) choose(page, words, grids.of(page));
    }

    void apply() {
        if (chosen_.empty() || !find_cells()) return;
        set_boxes();
        if (!is_rectangular(table_)) set_columns();
    }

private:
    struct Chosen {
        const Grid* grid;
        GridPlaces places;
    };
    using Found = std::map<int, int>;  // page -> cell of its grid

    std::pair<double, double> middle_of(const PageWord& word) const {
        const Box& box = pages_[static_cast<std::size_t>(word.page)].words[word.word].box;
        return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    }

    void choose(int page, const std::vector<PageWord>& words, const std::vector<Grid>& grids) {
        const Grid* best = nullptr;
        std::size_t most = 0;
        for (const Grid& grid : grids) {
            if (grid.evidence != GridEvidence::rulings && grid.evidence != GridEvidence::clips) continue;
            const auto count =
                static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const PageWord& word) {
                    const auto [x, y] = middle_of(word);
                    return holds(grid.box, x, y);
                }));
            if (count >= most && count > 0) {  // a nested one stands after the one that holds it
                best = &grid;
                most = count;
            }
        }
        if (best != nullptr && 2 * most > words.size()) chosen_.emplace(page, Chosen{best, GridPlaces(*best)});
    }

    // The grid's cell for each of the table's, in order; false where they do not agree.
    bool find_cells() {
        std::map<std::pair<int, int>, int> owners;  // page and cell of its grid -> cell of the table
        std::vector<bool> is_good(words_.size(), true);
        found_.resize(words_.size());
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (const PageWord& word : words_[i]) {
                const auto chosen = chosen_.find(word.page);
                if (chosen == chosen_.end()) continue;
                const auto [x, y] = middle_of(word);
                const int cell = chosen->second.places.at(x, y);
                const auto [known, is_new] = found_[i].try_emplace(word.page, cell);
                if (cell < 0 || known->second != cell) is_good[i] = false;
                const auto [owner, is_first] = owners.try_emplace({word.page, cell}, static_cast<int>(i));
                if (owner->second == static_cast<int>(i)) continue;
                is_good[i] = false;
                is_good[static_cast<std::size_t>(owner->second)] = false;
            }
        std::size_t filled = 0, good = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (found_[i].empty()) continue;
            ++filled;
            if (is_good[i])
                ++good;
            else
                found_[i].clear();
        }
        return good > 0 && static_cast<double>(good) >= min_agreement * static_cast<double>(filled);
    }

    const GridCell* cell_of(std::size_t index, int page) const {
        const auto found = found_[index].find(page);
        if (found == found_[index].end()) return nullptr;
        return &chosen_.at(page).grid->cells[static_cast<std::size_t>(found->second)];
    }

    void set_boxes() {
        std::size_t index = 0;
        for (TableRow& row : table_.rows)
            for (TableCell& cell : row.cells) {
                if (const GridCell* known = cell_of(index, cell.page)) cell.box = known->box;
                ++index;
            }
        const auto first = chosen_.find(table_.page);
        if (first == chosen_.end()) return;
        const Grid& grid = *first->second.grid;
        table_.box = grid.box;
        if (grid.xs.size() == static_cast<std::size_t>(table_.columns) + 1) table_.edges = grid.xs;
    }

    // Columns by the grid. A cell without text takes the next place; places that the tree has no cell for, as browsers
    // leave out empty ones, get one.
    void set_columns() {
        const std::size_t sides = chosen_.begin()->second.grid->xs.size();
        for (const auto& [page, chosen] : chosen_)
            if (chosen.grid->xs.size() != sides) return;
        TableBlock fitted = table_;
        fitted.columns = static_cast<int>(sides) - 1;
        if (fitted.columns < table_.columns) return;
        fitted.edges = chosen_.begin()->second.grid->xs;
        std::vector<int> taken(static_cast<std::size_t>(fitted.columns));  // rows that cells from above still take
        std::size_t index = 0;
        for (TableRow& row : fitted.rows) {
            std::vector<TableCell> cells;
            int next = 0;
            const auto fill_to = [&](int column, int page) {
                for (; next < column; ++next)
                    if (taken[static_cast<std::size_t>(next)] == 0)
                        cells.push_back(
                            {.column = next, .is_header = row.is_header, .page = page, .box = {}, .items = {}});
            };
            for (TableCell& cell : row.cells) {
                const GridCell* known = cell_of(index++, cell.page);
                if (known == nullptr) {
                    if (!cell.items.empty()) return;
                    while (next < fitted.columns && taken[static_cast<std::size_t>(next)] > 0) ++next;
                    if (next + cell.column_span > fitted.columns) return;
                    cell.column = next;
                } else {
                    if (known->column < next) return;
                    fill_to(known->column, cell.page);
                    cell.column = known->column;
                    cell.column_span = std::min(known->column_span, fitted.columns - known->column);
                    if (table_.page == table_.last_page) cell.row_span = known->row_span;
                }
                next = cell.column + cell.column_span;
                cells.push_back(std::move(cell));
            }
            fill_to(fitted.columns, cells.empty() ? fitted.page : cells.back().page);
            for (const TableCell& cell : cells)
                for (int column = cell.column; column < cell.column + cell.column_span; ++column)
                    taken[static_cast<std::size_t>(column)] = cell.row_span;
            for (int& rows : taken) rows = std::max(rows - 1, 0);
            row.cells = std::move(cells);
        }
        if (is_rectangular(fitted)) table_ = std::move(fitted);
    }

    TableBlock& table_;
    const std::vector<Page>& pages_;
    std::vector<std::vector<PageWord>> words_;  // of each cell
    std::map<int, Chosen> chosen_;
    std::vector<Found> found_;  // of each cell
};

// A quick look, before grids are sought: a table of two rows and columns has as many lines.
bool may_have_grid(const Page& page) {
    constexpr std::ptrdiff_t least_lines = 3;
    const auto level =
        std::count_if(page.rulings.begin(), page.rulings.end(), [](const Ruling& line) { return line.is_horizontal; });
    return level >= least_lines && static_cast<std::ptrdiff_t>(page.rulings.size()) - level >= least_lines;
}

// Whether `grid` is drawn, of two rows and columns or more, all its words are `loose` and at most one cell has none.
bool is_loose(const Grid& grid, const Page& page, const std::vector<bool>& loose) {
    if (grid.evidence != GridEvidence::rulings || grid.rotation != 0) return false;
    if (grid.xs.size() < 3 || grid.ys.size() < 3 || grid.cells.size() < 4) return false;
    const GridPlaces places(grid);
    std::vector<bool> is_filled(grid.cells.size());
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        const Box& box = page.words[i].box;
        const int cell = places.at((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        if (cell < 0) continue;
        if (!loose[i]) return false;
        is_filled[static_cast<std::size_t>(cell)] = true;
    }
    return std::count(is_filled.begin(), is_filled.end(), false) <= 1;
}

}  // namespace

const std::vector<Grid>& PageGrids::of(int page) {
    const auto index = static_cast<std::size_t>(page);
    if (!grids_[index]) grids_[index] = find_grids(pages_[index], zones_[index].body);
    return *grids_[index];
}

void fit_grids(std::vector<Item>& items, const std::vector<Page>& pages, PageGrids& grids) {
    for (Item& item : items) {
        auto* table = std::get_if<TableBlock>(&item.content);
        if (table == nullptr || !table->is_tagged) continue;
        Fit(*table, pages, grids).apply();
        set_columns_by_lanes(*table);
        for (TableRow& row : table->rows)
            for (TableCell& cell : row.cells) fit_grids(cell.items, pages, grids);
    }
}

std::vector<std::size_t> pages_with_loose_grids(const std::vector<Item>& items, const std::vector<Page>& pages,
                                                const TaggedWords& words, PageGrids& grids) {
    std::vector<std::vector<bool>> loose(pages.size());
    for (const Item& item : items)
        if (const auto* text = std::get_if<TextBlock>(&item.content))
            for (const Line& line : text->lines) {
                const auto page = static_cast<std::size_t>(line.page);
                loose[page].resize(pages[page].words.size());
                for (const WordIndex word : line.words) loose[page][word] = true;
            }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!words.is_trusted(i) || loose[i].empty() || !may_have_grid(pages[i])) continue;
        const std::vector<Grid>& here = grids.of(static_cast<int>(i));
        if (std::any_of(here.begin(), here.end(), [&](const Grid& grid) { return is_loose(grid, pages[i], loose[i]); }))
            found.push_back(i);
    }
    return found;
}

}  // namespace sop::pdf
