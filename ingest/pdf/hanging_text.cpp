#include "ingest/pdf/hanging_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ingest/pdf/geometry.h"

namespace sop::pdf {
namespace {

constexpr double same_left = 1;    // of lines of one text, in points
constexpr double same_line = 0.5;  // of its height, by which words of one line differ in place

bool starts_alike(const std::vector<WordIndex>& words, double left, const Page& page) {
    return std::any_of(words.begin(), words.end(),
                       [&](WordIndex word) { return std::abs(page.words[word].box.left - left) <= same_left; });
}

}  // namespace

void take_in_hanging_text(Grid& grid, const WordPlaces& places) {
    const Page& page = places.page();
    const double end = grid.ys.back();
    const std::vector<WordIndex> words = places.inside({grid.box.left, end, grid.box.right, page.height});
    if (words.empty()) return;
    const Box first = page.words[words.front()].box;
    double bottom = end;
    for (const WordIndex word : words) {
        const Box& box = page.words[word].box;
        if (box.top - first.top > same_line * height_of(first) || box.top - end > height_of(first)) return;
        bottom = std::max(bottom, box.bottom);
    }
    const auto is_last = [&](const GridCell& cell) { return cell.box.bottom == end; };
    std::size_t taken = 0;
    for (const GridCell& cell : grid.cells) {
        if (!is_last(cell)) continue;
        const std::vector<WordIndex> hanging = places.inside({cell.box.left, end, cell.box.right, bottom});
        if (hanging.empty()) continue;
        double left = cell.box.right, right = cell.box.left;
        for (const WordIndex word : hanging) {
            left = std::min(left, page.words[word].box.left);
            right = std::max(right, page.words[word].box.right);
        }
        if (left < cell.box.left || right > cell.box.right || !starts_alike(places.inside(cell.box), left, page))
            return;
        taken += hanging.size();
    }
    if (taken != words.size()) return;
    for (GridCell& cell : grid.cells)
        if (is_last(cell)) cell.box.bottom = bottom;
    grid.ys.back() = grid.box.bottom = bottom;
}

}  // namespace sop::pdf
