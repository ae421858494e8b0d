#include "ingest/pdf/structure_lanes.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "ingest/pdf/structure_lines.h"

namespace sop::pdf {
namespace {

constexpr double touching = 1;  // points that texts of two columns may share

// What the texts of one column cover from side to side.
struct Lane {
    double left = 0, right = 0;
    bool operator==(const Lane&) const = default;
};

std::optional<Lane> extent_of(const TableCell& cell) {
    std::optional<Lane> extent;
    for (const Item& item : cell.items)
        if (const std::optional<Box> box = box_on(item, cell.page)) {
            if (!extent) extent = Lane{box->left, box->right};
            extent = Lane{std::min(extent->left, box->left), std::max(extent->right, box->right)};
        }
    return extent;
}

// Calls `use` with each row and for each column the rows that cells from above still take there.
template <typename Use>
void for_each_row(TableBlock& table, const Use& use) {
    std::vector<int> taken(static_cast<std::size_t>(table.columns));
    for (TableRow& row : table.rows) {
        use(row, taken);
        for (const TableCell& cell : row.cells)
            for (int i = cell.column; i < std::min(cell.column + cell.column_span, table.columns); ++i)
                taken[static_cast<std::size_t>(i)] = cell.row_span;
        for (int& rows : taken) rows = std::max(rows - 1, 0);
    }
}

bool is_full(const TableRow& row, const std::vector<int>& taken) {
    auto count = std::count_if(taken.begin(), taken.end(), [](int rows) { return rows > 0; });
    for (const TableCell& cell : row.cells) count += cell.column_span;
    return count >= static_cast<std::ptrdiff_t>(taken.size());
}

// The lanes of the rows that have all cells, or of the header's alone; none where a column has no text there, or one
// below its neighbour's.
std::vector<Lane> find_lanes(TableBlock& table, bool of_header) {
    std::vector<std::optional<Lane>> found(static_cast<std::size_t>(table.columns));
    for_each_row(table, [&](const TableRow& row, const std::vector<int>& taken) {
        if (!is_full(row, taken) || (of_header && !row.is_header)) return;
        for (const TableCell& cell : row.cells) {
            const std::optional<Lane> extent = extent_of(cell);
            if (cell.column_span > 1 || cell.column >= table.columns || !extent) continue;
            std::optional<Lane>& lane = found[static_cast<std::size_t>(cell.column)];
            lane = lane ? Lane{std::min(lane->left, extent->left), std::max(lane->right, extent->right)} : *extent;
        }
    });
    std::vector<Lane> lanes;
    for (const std::optional<Lane>& lane : found) {
        if (!lane || (!lanes.empty() && lane->left < lanes.back().right - touching)) return {};
        lanes.push_back(*lane);
    }
    return lanes;
}

// Texts of several rows that stand before all lanes: the header has no cell above them.
std::optional<Lane> lane_before(const std::vector<Lane>& lanes, const TableBlock& table) {
    std::optional<Lane> before;
    int count = 0;
    for (const TableRow& row : table.rows) {
        if (row.cells.empty()) continue;
        const std::optional<Lane> extent = extent_of(row.cells.front());
        if (!extent || extent->right > lanes.front().left) continue;
        if (!before) before = extent;
        before = Lane{std::min(before->left, extent->left), std::max(before->right, extent->right)};
        ++count;
    }
    return count > 1 ? before : std::nullopt;
}

// The lane that `extent` stands in: the only one that it shares width with, or the nearest of those that it shares none
// with; absent where it shares width with several.
std::optional<std::size_t> lane_at(const std::vector<Lane>& lanes, const Lane& extent) {
    const auto distance = [&](const Lane& lane) {  // negative: they share so much
        return std::max(lane.left - extent.right, extent.left - lane.right);
    };
    const auto nearest = std::min_element(lanes.begin(), lanes.end(),
                                          [&](const Lane& a, const Lane& b) { return distance(a) < distance(b); });
    if (std::count_if(lanes.begin(), lanes.end(), [&](const Lane& lane) { return distance(lane) < -touching; }) > 1)
        return std::nullopt;
    return static_cast<std::size_t>(nearest - lanes.begin());
}

// The cells of a row in their lanes; none where one has no place.
std::vector<TableCell> placed(const TableRow& row, const std::vector<Lane>& lanes, const std::vector<int>& taken) {
    std::vector<TableCell> cells;
    int next = 0;
    const auto fill_to = [&](std::size_t column) {
        for (; static_cast<std::size_t>(next) < column; ++next)
            if (taken[static_cast<std::size_t>(next)] == 0)
                cells.push_back({.column = next,
                                 .is_header = row.is_header,
                                 .page = row.cells.front().page,
                                 .box = {},
                                 .items = {}});
    };
    for (const TableCell& cell : row.cells) {
        if (cell.column_span > 1) return {};
        const std::optional<Lane> extent = extent_of(cell);
        if (!extent) {
            if (cell.row_span > 1) return {};
            continue;
        }
        const std::optional<std::size_t> lane = lane_at(lanes, *extent);
        if (!lane || *lane < static_cast<std::size_t>(next) || taken[*lane] > 0) return {};
        fill_to(*lane);
        cells.push_back(cell);
        cells.back().column = next++;
    }
    fill_to(lanes.size());
    return cells;
}

}  // namespace

void set_columns_by_lanes(TableBlock& table) {
    std::vector<Lane> lanes = find_lanes(table, false);
    // Where rows that are as long as the header lack cells too, only the header tells.
    const bool by_header = lanes.empty();
    if (by_header) lanes = find_lanes(table, true);
    if (lanes.size() < 2) return;
    TableBlock fitted = table;
    if (const std::optional<Lane> before = lane_before(lanes, table)) {
        lanes.insert(lanes.begin(), *before);
        ++fitted.columns;
    }
    bool leaves_out = false;  // of one cell alone is not known what it lacks
    bool has_misfit = false;
    for_each_row(fitted, [&](TableRow& row, const std::vector<int>& taken) {
        if (row.cells.empty() || (!by_header && is_full(row, taken))) return;
        const std::size_t before = row.cells.size();
        std::vector<TableCell> cells = placed(row, lanes, taken);
        has_misfit = has_misfit || (cells.empty() && before > 1);
        if (!cells.empty()) row.cells = std::move(cells);
        leaves_out = leaves_out || (before > 1 && row.cells.size() > before);
    });
    // No row may stay where it was when others of its length move.
    const bool needs_all = by_header || fitted.columns > table.columns;
    if (leaves_out && !(needs_all && has_misfit)) table = std::move(fitted);
}

}  // namespace sop::pdf
