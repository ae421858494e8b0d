#include "ingest/pdf/structure_rooms.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "ingest/pdf/geometry.h"
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

// What stands on a page, by height: what text stands beside.
class Heights {
public:
    // `boxes`: of lines and pictures.
    explicit Heights(const std::vector<Box>& boxes) {
        for (const Box& box : boxes) bottom_ = std::max(bottom_, box.bottom);
        lefts_.resize(most_bands);
        for (const Box& box : boxes)
            for (std::size_t band = band_of(box.top), last = band_of(box.bottom); band <= last; ++band)
                lefts_[band].push_back(box.left);
        for (std::vector<double>& lefts : lefts_) std::sort(lefts.begin(), lefts.end());
    }

    // Where the nearest text or picture on the right of `line` starts: beside it or beside the lines next to it, as
    // there is white space between paragraphs and around frames.
    std::optional<double> next_to(const Box& line) const {
        const double height = line.bottom - line.top;
        std::optional<double> nearest;
        for (std::size_t band = band_of(line.top - height), last = band_of(line.bottom + height); band <= last;
             ++band) {
            const auto next = std::lower_bound(lefts_[band].begin(), lefts_[band].end(), line.right);
            if (next != lefts_[band].end()) nearest = std::min(*next, nearest.value_or(*next));
        }
        return nearest;
    }

private:
    static constexpr std::size_t most_bands = 128;  // half a line of an A4

    std::size_t band_of(double height) const {
        const double share = height / bottom_;
        return share > 0 ? static_cast<std::size_t>(std::min(share, 1.0) * static_cast<double>(most_bands - 1)) : 0;
    }

    double bottom_ = 0;
    std::vector<std::vector<double>> lefts_;  // by band
};

using PageBoxes = std::vector<std::vector<Box>>;

// What `items` take together on each page.
void unite(const std::vector<Item>& items, std::map<int, Box>& extents) {
    const auto add = [&](int page, const Box& box) {
        const auto [extent, is_new] = extents.try_emplace(page, box);
        if (!is_new) extent->second = united(extent->second, box);
    };
    for (const Item& item : items) {
        if (const auto* text = std::get_if<TextBlock>(&item.content)) {
            for (const Line& line : text->lines) add(line.page, line.box);
        } else if (const auto* table = std::get_if<TableBlock>(&item.content)) {
            for (const TableRow& row : table->rows)
                for (const TableCell& cell : row.cells) unite(cell.items, extents);
        } else if (const auto* picture = std::get_if<PictureBlock>(&item.content)) {
            if (picture->box != Box{}) add(picture->page, picture->box);
        }
    }
}

// A table is one box: none of its columns stands beside the text that follows it.
void collect_boxes(const std::vector<Item>& items, PageBoxes& boxes) {
    for (const Item& item : items) {
        if (const auto* text = std::get_if<TextBlock>(&item.content)) {
            for (const Line& line : text->lines) boxes[static_cast<std::size_t>(line.page)].push_back(line.box);
        } else if (const auto* table = std::get_if<TableBlock>(&item.content)) {
            std::map<int, Box> extents;
            for (const TableRow& row : table->rows)
                for (const TableCell& cell : row.cells) unite(cell.items, extents);
            for (const auto& [page, box] : extents) boxes[static_cast<std::size_t>(page)].push_back(box);
        } else if (const auto* picture = std::get_if<PictureBlock>(&item.content)) {
            if (picture->box != Box{}) boxes[static_cast<std::size_t>(picture->page)].push_back(picture->box);
        }
    }
}

struct PlacedLine {
    Line* line;
    std::optional<double> next;  // where what stands beside it starts
};

// The lines of the body's text.
std::vector<PlacedLine> find_lines(std::vector<Item>& items, std::size_t page_count) {
    PageBoxes boxes(page_count);
    collect_boxes(items, boxes);
    std::vector<std::optional<Heights>> heights(page_count);
    std::vector<PlacedLine> lines;
    for (Item& item : items) {
        auto* text = std::get_if<TextBlock>(&item.content);
        if (text == nullptr) continue;
        for (Line& line : text->lines) {
            const auto page = static_cast<std::size_t>(line.page);
            if (!heights[page]) heights[page].emplace(boxes[page]);
            lines.push_back({&line, line.rotation == 0 ? heights[page]->next_to(line.box) : std::nullopt});
        }
    }
    return lines;
}

// Columns of a page, left and right: what its longer paragraphs fill where nothing stands on their right.
using Columns = std::vector<std::pair<double, double>>;

std::vector<Columns> find_columns(const std::vector<PlacedLine>& lines, const std::vector<Item>& items,
                                  std::size_t page_count) {
    constexpr std::size_t enough_lines = 3;  // one of them is full, mostly
    std::vector<Columns> columns(page_count);
    auto placed = lines.begin();
    for (const Item& item : items) {
        const auto* text = std::get_if<TextBlock>(&item.content);
        if (text == nullptr) continue;
        const auto end = placed + static_cast<std::ptrdiff_t>(text->lines.size());
        while (placed != end) {
            const int page = placed->line->page;
            std::optional<std::pair<double, double>> extent;
            std::size_t count = 0;
            double top = placed->line->box.top;  // what goes on above it goes on in the next column
            for (; placed != end && placed->line->page == page && placed->line->box.top >= top; ++placed, ++count) {
                const Box& box = placed->line->box;
                top = box.top;
                if (placed->next) continue;
                if (!extent) extent = {box.left, box.right};
                extent = {std::min(extent->first, box.left), std::max(extent->second, box.right)};
            }
            if (extent && count >= enough_lines) columns[static_cast<std::size_t>(page)].push_back(*extent);
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

// Paragraphs of single lines show too how far the only column of a page reaches, where they start with it and are set
// in its type.
void widen_columns(std::vector<Columns>& columns, const std::vector<PlacedLine>& lines,
                   const std::vector<Item>& items) {
    constexpr double same_left = 1, same_size = 0.25;  // points
    std::vector<double> sizes(columns.size());
    const auto each_line = [&](const auto& use) {
        auto placed = lines.begin();
        for (const Item& item : items)
            if (const auto* text = std::get_if<TextBlock>(&item.content))
                for (std::size_t i = 0; i < text->lines.size(); ++i, ++placed)
                    if (!placed->next && text->role == "P") use(*text, *placed->line);
    };
    each_line([&](const TextBlock& text, const Line& line) {
        double& size = sizes[static_cast<std::size_t>(line.page)];
        if (size == 0 && text.lines.size() > 2) size = line.size;
    });
    each_line([&](const TextBlock&, const Line& line) {
        const auto page = static_cast<std::size_t>(line.page);
        if (columns[page].size() != 1 || std::abs(line.size - sizes[page]) > same_size) return;
        auto& [left, right] = columns[page].front();
        if (std::abs(line.box.left - left) <= same_left) right = std::max(right, line.box.right);
    });
}

// Where the lines end that something stands beside, by page.
std::vector<std::vector<double>> find_ends(const std::vector<PlacedLine>& lines, std::size_t page_count) {
    std::vector<std::vector<double>> ends(page_count);
    for (const PlacedLine& placed : lines)
        if (placed.next) ends[static_cast<std::size_t>(placed.line->page)].push_back(placed.line->box.right);
    for (std::vector<double>& page : ends) std::sort(page.begin(), page.end());
    return ends;
}

}  // namespace

void set_rooms(std::vector<Item>& items, std::size_t page_count) {
    set_cell_rooms(items);
    const std::vector<PlacedLine> lines = find_lines(items, page_count);
    std::vector<Columns> columns = find_columns(lines, items, page_count);
    widen_columns(columns, lines, items);
    const std::vector<std::vector<double>> ends = find_ends(lines, page_count);
    for (const auto& [placed, next] : lines) {
        Line& line = *placed;
        if (line.rotation != 0) continue;
        if (next) {  // the longest line that ends before what stands beside it
            const std::vector<double>& page = ends[static_cast<std::size_t>(line.page)];
            line.room = std::max(*std::prev(std::upper_bound(page.begin(), page.end(), *next)) - line.box.right, 0.0);
            continue;
        }
        const Columns& page = columns[static_cast<std::size_t>(line.page)];
        const auto behind = std::upper_bound(page.begin(), page.end(), line.box.left,
                                             [](double left, const auto& column) { return left < column.first; });
        if (behind == page.begin()) continue;
        if (const auto column = std::prev(behind); line.box.left < column->second)
            line.room = std::max(column->second - line.box.right, 0.0);
    }
}

}  // namespace sop::pdf
