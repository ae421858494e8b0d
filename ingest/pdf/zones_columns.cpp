#include "ingest/pdf/zones_columns.h"

#include <algorithm>
#include <tuple>

namespace sop::pdf {
namespace {

// Cells draw their own borders: pieces of one side differ by a line's width and leave gaps of one, in points.
constexpr double same_side = 2.5, side_gap = 4;
// Two lines closer than this, in points, are one double line.
constexpr double double_line = 6;
// A line over more than this part of the page may be its frame.
constexpr double whole_page = 0.85;
// Text of a column starts at the same place, in points; rows of a table without lines are at most so many sizes apart.
constexpr double same_column = 3, row_gap = 1.3;

}  // namespace

Columns::Columns(const Page& page) : height_(page.height) {
    for (const Ruling& ruling : page.rulings)
        if (!ruling.is_horizontal) sides_.push_back({ruling.position, ruling.from, ruling.to});
    std::stable_sort(sides_.begin(), sides_.end(), [](const Side& a, const Side& b) { return a.x < b.x; });
    // Lines of about one x, each chain of them within the tolerance of its first.
    std::vector<Side> joined;
    for (auto first = sides_.begin(); first != sides_.end();) {
        auto last = first;
        while (last != sides_.end() && !(last->x - first->x > same_side)) ++last;
        std::stable_sort(first, last, [](const Side& a, const Side& b) { return a.from < b.from; });
        const double x = first->x;
        const std::size_t start = joined.size();
        for (; first != last; ++first) {
            if (joined.size() > start && first->from <= joined.back().to + side_gap)
                joined.back().to = std::max(joined.back().to, first->to);
            else
                joined.push_back({x, first->from, first->to});
        }
    }
    sides_ = std::move(joined);
}

bool Columns::hold_together(const PageRow& upper, const PageRow& lower) const {
    const double top = (upper.box.top + upper.box.bottom) / 2, bottom = (lower.box.top + lower.box.bottom) / 2;
    int sides = 0;
    bool is_frame = true;
    double x = 0;
    for (const Side& side : sides_) {
        if (side.from > top || side.to < bottom) continue;
        is_frame = is_frame && side.to - side.from > whole_page * height_;
        if (sides > 0 && side.x - x < double_line) continue;
        x = side.x;
        ++sides;
    }
    if (sides > (is_frame ? 2 : 1)) return true;
    if (lower.box.top - upper.box.bottom > row_gap * upper.size) return false;
    int aligned = 0;
    auto below = lower.segments.begin();
    for (const Segment& segment : upper.segments) {
        while (below != lower.segments.end() && below->box.left < segment.box.left - same_column) ++below;
        if (below == lower.segments.end()) break;
        aligned += below->box.left <= segment.box.left + same_column;
    }
    return aligned >= 2;
}

}  // namespace sop::pdf
