#include "ingest/pdf/grid_lines.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>

#include "ingest/pdf/disjoint_sets.h"
#include "ingest/pdf/geometry.h"

namespace sop::pdf {
namespace {

// All in points.
constexpr double touching = 3;      // lines of a border that miss each other; as lines are joined (rulings.cpp)
constexpr double tick_box = 16;     // sides of a drawn tick box are no longer
constexpr double clip_seam = 1;     // Word's clip rectangles share their sides; half a border apart at most
constexpr double page_share = 0.9;  // a clip rectangle as wide as this share of the page is the page's
constexpr double side_share = 0.6;  // of the shorter side, which neighbouring clip rectangles have in common
// Pairs of lines that are looked at: a page full of table has 200 × 20; more is a drawing.
constexpr std::size_t most_pairs = 10'000'000;
constexpr std::size_t most_clips = 4'000;  // a page of table has some hundreds of cells

bool by_place(const Ruling& a, const Ruling& b) {
    return std::tie(a.position, a.from, a.to) < std::tie(b.position, b.from, b.to);
}

// Sides of tick boxes, which stand close to the lines of their cell in narrow rows.
std::vector<Ruling> without_tick_boxes(const Page& page) {
    std::vector<Box> boxes;
    for (const Mark& mark : page.marks)
        if (mark.kind == Mark::Kind::box || mark.kind == Mark::Kind::ticked_box) boxes.push_back(mark.box);
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    std::vector<Ruling> rulings;
    for (const Ruling& line : page.rulings) {
        const Box box = line.is_horizontal ? Box{line.from, line.position, line.to, line.position}
                                           : Box{line.position, line.from, line.position, line.to};
        bool is_side = false;
        if (line.to - line.from <= tick_box) {
            auto mark = std::lower_bound(boxes.begin(), boxes.end(), box.top - tick_box - touching,
                                         [](const Box& b, double top) { return b.top < top; });
            for (int looked = 0; mark != boxes.end() && mark->top <= box.top + touching && looked < 200;
                 ++mark, ++looked)
                is_side = is_side || contains(*mark, box, 1);
        }
        if (!is_side) rulings.push_back(line);
    }
    return rulings;
}

double overlap(double from_a, double to_a, double from_b, double to_b) {
    return std::min(to_a, to_b) - std::max(from_a, from_b);
}

// The clip rectangles that make a table: those that stand side by side, and others that border them above or below.
std::vector<Box> cell_clips(const Page& page) {
    std::vector<Box> clips;
    for (const Box& clip : page.clips)
        if (width_of(clip) < page_share * page.width && width_of(clip) > touching && height_of(clip) > touching)
            clips.push_back(clip);
    if (clips.size() > most_clips) return {};
    std::sort(clips.begin(), clips.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    DisjointSets sets(clips.size());
    std::vector<std::size_t> beside;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const Box& a = clips[i];
        for (std::size_t j = i + 1; j < clips.size() && clips[j].left <= a.right + clip_seam; ++j) {
            const Box& b = clips[j];
            const double across = overlap(a.left, a.right, b.left, b.right),
                         along = overlap(a.top, a.bottom, b.top, b.bottom);
            const bool is_beside =
                std::abs(a.right - b.left) <= clip_seam && along >= side_share * std::min(height_of(a), height_of(b));
            const bool is_below =
                (std::abs(a.bottom - b.top) <= clip_seam || std::abs(b.bottom - a.top) <= clip_seam) &&
                across >= side_share * std::min(width_of(a), width_of(b));
            if (is_beside || is_below) sets.join(i, j);
            if (is_beside) beside.push_back(i);
        }
    }
    std::vector<bool> is_table(clips.size());
    for (const std::size_t i : beside) is_table[sets.find(i)] = true;
    std::vector<Box> cells;
    for (std::size_t i = 0; i < clips.size(); ++i)
        if (is_table[sets.find(i)]) cells.push_back(clips[i]);
    return cells;
}

void add_sides(std::vector<Ruling>& lines, const Box& box) {
    const auto add = [&](bool is_horizontal, double position, double from, double to) {
        lines.push_back({.is_horizontal = is_horizontal,
                         .position = position,
                         .from = from,
                         .to = to,
                         .source = Ruling::Source::clip});
    };
    add(true, box.top, box.left, box.right);
    add(true, box.bottom, box.left, box.right);
    add(false, box.left, box.top, box.bottom);
    add(false, box.right, box.top, box.bottom);
}

}  // namespace

std::vector<LineGroup> group_lines(const Page& page) {
    std::vector<Ruling> lines = without_tick_boxes(page);
    for (const Box& clip : cell_clips(page)) add_sides(lines, clip);
    const auto vertical = std::partition(lines.begin(), lines.end(), [](const Ruling& l) { return l.is_horizontal; });
    std::sort(lines.begin(), vertical, by_place);
    std::sort(vertical, lines.end(), by_place);
    const auto horizontals = static_cast<std::size_t>(vertical - lines.begin());

    DisjointSets sets(lines.size());
    std::size_t pairs = 0;
    for (std::size_t v = horizontals; v < lines.size(); ++v) {
        const Ruling& upright = lines[v];
        auto level = std::lower_bound(lines.begin(), vertical, upright.from - touching,
                                      [](const Ruling& line, double y) { return line.position < y; });
        for (; level != vertical && level->position <= upright.to + touching; ++level) {
            if (++pairs > most_pairs) return {};
            if (upright.position >= level->from - touching && upright.position <= level->to + touching)
                sets.join(static_cast<std::size_t>(level - lines.begin()), v);
        }
    }
    std::vector<LineGroup> groups;
    std::vector<int> group_of(lines.size(), -1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        int& group = group_of[sets.find(i)];
        if (group < 0) {
            group = static_cast<int>(groups.size());
            groups.emplace_back();
        }
        auto& members = groups[static_cast<std::size_t>(group)];
        (i < horizontals ? members.horizontal : members.vertical).push_back(lines[i]);
    }
    return groups;
}

}  // namespace sop::pdf
