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
constexpr std::size_t most_boxes = 60;            // of one page, that may be cards
constexpr double larger_type = 1.1;               // of a card's heading, times that of its text

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

// Boxes that text may stand in, largest first.
std::vector<Box> boxes_of(const Page& page, const std::vector<Grid>& grids) {
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
    return boxes;
}

// Whether the first line is a heading: bold or in larger type, where what follows is not.
bool is_headed(const Page& page, const std::vector<Row>& lines) {
    const auto is_all_bold = [&page](const Row& line) {
        return std::all_of(line.begin(), line.end(), [&](WordIndex word) { return is_bold(page, page.words[word]); });
    };
    const auto size_of = [&page](const Row& line) {
        double size = 0;
        for (const WordIndex word : line) size = std::max(size, page.words[word].size);
        return size;
    };
    double largest = 0;
    bool is_rest_bold = true;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        largest = std::max(largest, size_of(*line));
        is_rest_bold = is_rest_bold && is_all_bold(*line);
    }
    return size_of(lines.front()) >= larger_type * largest || (is_all_bold(lines.front()) && !is_rest_bold);
}

// A box with a heading and text in it; without words where it is none.
Frame card_of(const Page& page, const std::vector<WordIndex>& words, const Box& box) {
    Frame card{box, {}, false, true};
    for (const WordIndex index : words) {
        const Box& word = page.words[index].box;
        if (!touches(box, word, -overhang)) continue;
        if (page.words[index].rotation != 0 || !contains(box, word, overhang)) return {box, {}, false, true};
        card.words.push_back(index);
    }
    const std::vector<Row> lines = rows_of(page, card.words);
    if (lines.size() < least_lines || !is_headed(page, lines)) card.words.clear();
    return card;
}

bool are_side_by_side(const Box& a, const Box& b) {
    return std::abs(a.top - b.top) <= same_end &&
           std::max(a.left, b.left) - std::min(a.right, b.right) >= least_distance;
}

}  // namespace

std::vector<Frame> find_cards(const Page& page, const std::vector<WordIndex>& words, const std::vector<Grid>& grids) {
    std::vector<Box> boxes = boxes_of(page, grids);
    std::reverse(boxes.begin(), boxes.end());  // the smallest first: a background may lie behind them all
    std::vector<Frame> cards;
    for (const Box& box : boxes) {
        const auto is_beside = [&box](const Box& other) { return are_side_by_side(box, other); };
        const auto is_over = [&box](const Frame& card) { return touches(card.box, box, -overhang); };
        if (cards.size() == most_boxes || std::none_of(boxes.begin(), boxes.end(), is_beside) ||
            std::any_of(cards.begin(), cards.end(), is_over))
            continue;
        if (Frame card = card_of(page, words, box); !card.words.empty()) cards.push_back(std::move(card));
    }
    const auto is_beside = [&](const Frame& card) {
        Box row = card.box;
        bool has_other = false;
        for (const Frame& other : cards)
            if (are_side_by_side(card.box, other.box)) {
                has_other = true;
                row.bottom = std::min(row.bottom, other.box.bottom);
            }
        // Nothing else stands on their height.
        return has_other && std::all_of(words.begin(), words.end(), [&](WordIndex index) {
                   const Box& word = page.words[index].box;
                   const double y = middle_y(word);
                   return y < row.top || y > row.bottom ||
                          std::any_of(cards.begin(), cards.end(), [&](const Frame& other) {
                              return std::abs(other.box.top - card.box.top) <= same_end && is_inside(other.box, word);
                          });
               });
    };
    std::vector<Frame> found;
    for (const Frame& card : cards) {
        if (!is_beside(card)) continue;
        found.push_back(card);
        for (const Frame& other : found)
            if (std::abs(other.box.top - card.box.top) <= same_end) found.back().box.top = other.box.top;
    }
    std::sort(found.begin(), found.end(), [](const Frame& a, const Frame& b) {
        return std::pair(a.box.top, a.box.left) < std::pair(b.box.top, b.box.left);
    });
    return found;
}

std::vector<Frame> find_frames(const Page& page, const std::vector<WordIndex>& words, const std::vector<Grid>& grids) {
    std::vector<Frame> frames = find_cards(page, words, grids);
    for (const Box& box : boxes_of(page, grids)) {
        const bool is_taken = std::any_of(frames.begin(), frames.end(),
                                          [&](const Frame& frame) { return touches(frame.box, box, -overhang); });
        if (is_taken) continue;
        if (std::vector<WordIndex> inside = words_in(page, words, box); !inside.empty())
            frames.push_back({box, std::move(inside), false, false});
    }
    std::stable_sort(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) {
        return std::pair(a.box.top, a.box.left) < std::pair(b.box.top, b.box.left);
    });
    return frames;
}

}  // namespace sop::pdf
