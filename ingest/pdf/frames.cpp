#include "ingest/pdf/frames.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// In points.
constexpr double least_width = 60, least_height = 20;
constexpr double same_end = 2;         // between the corners that two lines make
constexpr double overhang = 1;         // of letters over the side of their frame
constexpr double least_distance = 6;   // between texts side by side; a shaded word is a space away from the next
constexpr double widest_share = 0.65;  // of the text's width: wider ones have nothing but labels beside them
constexpr double covered_least = 0.95;
constexpr std::size_t least_lines = 2;            // in the frame, and beside it
constexpr std::size_t words_of_running_line = 5;  // on average: shaded values have labels beside them
constexpr std::size_t most_shapes = 400;          // a page with more is a chart or a map

bool is_large(const Box& box) { return width_of(box) >= least_width && height_of(box) >= least_height; }

// Whether level lines near `y` go from `from` to `to`.
bool is_covered(const std::vector<const Ruling*>& level, double y, double from, double to) {
    double reached = from, covered = 0;
    std::vector<std::pair<double, double>> parts;
    for (const Ruling* line : level)
        if (std::abs(line->position - y) <= same_end) parts.emplace_back(line->from, line->to);
    std::sort(parts.begin(), parts.end());
    for (const auto& [start, end] : parts) {
        covered += std::max(0.0, std::min(end, to) - std::max(start, reached));
        reached = std::max(reached, end);
    }
    return covered >= covered_least * (to - from);
}

// Rectangles whose four sides are drawn.
std::vector<Box> bordered(const Page& page, const std::vector<Grid>& grids) {
    std::vector<const Ruling*> level, upright;
    for (const Ruling& line : page.rulings) {
        const Box box = line.is_horizontal ? Box{line.from, line.position, line.to, line.position}
                                           : Box{line.position, line.from, line.position, line.to};
        const bool is_taken =
            std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) { return touches(grid.box, box, 0); });
        if (!is_taken) (line.is_horizontal ? level : upright).push_back(&line);
    }
    std::vector<Box> boxes;
    if (upright.size() > most_shapes || level.size() > most_shapes) return boxes;
    for (const Ruling* left : upright)
        for (const Ruling* right : upright) {
            const Box box{left->position, left->from, right->position, left->to};
            if (!is_large(box) || std::abs(left->from - right->from) > same_end ||
                std::abs(left->to - right->to) > same_end)
                continue;
            if (is_covered(level, box.top, box.left, box.right) && is_covered(level, box.bottom, box.left, box.right))
                boxes.push_back(box);
        }
    return boxes;
}

bool is_inside(const Box& frame, const Box& word) {
    const double x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
    return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
}

// The words in `box`; none where it cuts a word or is no frame beside running text.
std::vector<WordIndex> words_in(const Page& page, const std::vector<WordIndex>& words, const Box& box) {
    Row inside, beside;
    double left = page.width, right = 0, inner_left = page.width, inner_right = 0;
    for (const WordIndex index : words) {
        const Word& word = page.words[index];
        if (word.rotation != 0) continue;
        left = std::min(left, word.box.left);
        right = std::max(right, word.box.right);
        if (is_inside(box, word.box)) {
            if (word.box.left < box.left - overhang || word.box.right > box.right + overhang) return {};
            inner_left = std::min(inner_left, word.box.left);
            inner_right = std::max(inner_right, word.box.right);
            inside.push_back(index);
        } else if ((word.box.top + word.box.bottom) / 2 > box.top &&
                   (word.box.top + word.box.bottom) / 2 < box.bottom) {
            if (word.box.right > box.left + overhang && word.box.left < box.right - overhang) return {};
            beside.push_back(index);
        }
    }
    if (inside.empty() || width_of(box) > widest_share * (right - left)) return {};
    for (const WordIndex index : beside) {
        const Box& word = page.words[index].box;
        if (word.right > inner_left - least_distance && word.left < inner_right + least_distance) return {};
    }
    const std::size_t lines = rows_of(page, beside).size();
    if (lines < least_lines || rows_of(page, inside).size() < least_lines) return {};
    return beside.size() >= words_of_running_line * lines ? inside : Row{};
}

}  // namespace

std::vector<Frame> find_frames(const Page& page, const std::vector<WordIndex>& words, const std::vector<Grid>& grids) {
    std::vector<Box> boxes = bordered(page, grids);
    if (page.fills.size() <= most_shapes)
        for (const Fill& fill : page.fills)
            if (is_large(fill.box)) boxes.push_back(fill.box);
    std::erase_if(boxes, [&](const Box& box) {
        return std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) { return touches(grid.box, box, -1); });
    });
    std::stable_sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) {
        return width_of(a) * height_of(a) > width_of(b) * height_of(b);
    });
    std::vector<Frame> frames;
    for (const Box& box : boxes) {
        const bool is_taken = std::any_of(frames.begin(), frames.end(),
                                          [&](const Frame& frame) { return touches(frame.box, box, -overhang); });
        if (is_taken) continue;
        if (std::vector<WordIndex> inside = words_in(page, words, box); !inside.empty())
            frames.push_back({box, std::move(inside), false});
    }
    std::stable_sort(frames.begin(), frames.end(),
                     [](const Frame& a, const Frame& b) { return a.box.top < b.box.top; });
    return frames;
}

}  // namespace sop::pdf
