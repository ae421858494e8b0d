#include "ingest/pdf/margin_notes.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

constexpr double least_gutter = 7;     // points
constexpr double least_width = 200;    // points; of text that has a margin
constexpr double widest_share = 0.4;   // of the text's width
constexpr std::size_t strips = 300;    // places where a gutter is looked for: 1.7 points of an A4
constexpr std::size_t least_rows = 8;  // of the column, and times those in its margin
constexpr double rows_per_note = 2.5;
constexpr std::size_t words_of_running_line = 4;
constexpr double usual_pitch = 2.0;    // sizes; lines further apart are another note's
constexpr double space = 0.25;         // sizes
constexpr std::size_t least_word = 3;  // letters: numbers of lines and bullets are no notes

struct Extent {
    double left = 0, right = 0;
};

Box box_of(const Page& page, const Row& row) {
    Box box;
    for (const WordIndex word : row) box = united(box, page.words[word].box);
    return box;
}

Extent extent_of(const Page& page, const Row& words) {
    Extent extent{page.width, 0};
    for (const WordIndex word : words) {
        extent.left = std::min(extent.left, page.words[word].box.left);
        extent.right = std::max(extent.right, page.words[word].box.right);
    }
    return extent;
}

// White space that no word stands in from top to bottom, from left to right.
std::vector<Extent> find_gutters(const Page& page, const Row& words, const Extent& text) {
    const double width = (text.right - text.left) / static_cast<double>(strips);
    std::vector<bool> is_used(strips + 1);
    const auto strip_of = [&](double x) {
        const double strip = (x - text.left) / width;
        return strip > 0 ? static_cast<std::size_t>(std::min(strip, static_cast<double>(strips))) : 0;
    };
    for (const WordIndex word : words) {
        const Box& box = page.words[word].box;
        for (std::size_t strip = strip_of(box.left), last = strip_of(box.right); strip <= last; ++strip)
            is_used[strip] = true;
    }
    std::vector<Extent> gutters;
    for (std::size_t strip = 0; strip < strips; ++strip) {
        if (is_used[strip]) continue;
        const std::size_t first = strip;
        while (strip < strips && !is_used[strip]) ++strip;
        const Extent gutter{text.left + static_cast<double>(first) * width,
                            text.left + static_cast<double>(strip) * width};
        if (gutter.right - gutter.left >= least_gutter) gutters.push_back(gutter);
    }
    return gutters;
}

bool has_word(const Page& page, const Row& words) {
    return std::any_of(words.begin(), words.end(), [&page](WordIndex index) {
        const std::string_view word = bare(page.words[index].text);
        return characters_of(word) >= least_word && is_letter(first_character(word)) && is_letter(last_character(word));
    });
}

// A column of text that may have notes in its margin.
class Body {
public:
    Body(const Page& page, const Row& words) : page_(page), rows_(rows_of(page, words)) {
        for (const Row& row : rows_) {
            boxes_.push_back(box_of(page, row));
            right_ = std::max(right_, boxes_.back().right);
        }
    }

    std::size_t rows() const { return rows_.size(); }

    // Whether text stands beside `note`; `runs`: and goes on from a full line to the next.
    bool stands_beside(const Box& note, bool& runs) const {
        auto row = std::partition_point(boxes_.begin(), boxes_.end(),
                                        [&note](const Box& box) { return middle_y(box) < note.top; });
        const bool is_beside = row != boxes_.end() && middle_y(*row) < note.bottom;
        for (; row != boxes_.end() && middle_y(*row) < note.bottom; ++row)
            runs = runs || is_full(static_cast<std::size_t>(row - boxes_.begin()));
        return is_beside;
    }

private:
    bool is_full(std::size_t row) const {
        if (row + 1 >= rows_.size() || rows_[row].size() < words_of_running_line) return false;
        const Word& next = page_.words[rows_[row + 1].front()];
        const double room = right_ - boxes_[row].right;
        return middle_y(boxes_[row + 1]) - middle_y(boxes_[row]) <= usual_pitch * next.size &&
               room < width_of(next.box) + space * next.size;
    }

    const Page& page_;
    std::vector<Row> rows_;
    std::vector<Box> boxes_;  // of the rows
    double right_ = 0;
};

// The lines of a margin as notes: those one below the other are one.
std::vector<Frame> notes_of(const Page& page, const std::vector<Row>& rows) {
    std::vector<Frame> notes;
    for (const Row& row : rows) {
        const Box box = box_of(page, row);
        const double pitch = usual_pitch * page.words[row.front()].size;
        if (notes.empty() || box.bottom - notes.back().box.bottom > pitch) notes.push_back({box, {}, true});
        notes.back().box = united(notes.back().box, box);
        notes.back().words.insert(notes.back().words.end(), row.begin(), row.end());
    }
    return notes;
}

// Notes in `margin` beside `column`; none where one of them is something else. Lines that nothing stands beside are
// headings that are set out.
std::vector<Frame> find_notes(const Page& page, const Row& margin, const Row& column) {
    const Body body(page, column);
    const std::vector<Row> rows = rows_of(page, margin);
    if (body.rows() < least_rows || static_cast<double>(body.rows()) < rows_per_note * static_cast<double>(rows.size()))
        return {};
    std::vector<Frame> notes;
    for (Frame& note : notes_of(page, rows)) {
        bool runs = false;
        if (!body.stands_beside(note.box, runs)) continue;
        if (!runs || !has_word(page, note.words)) return {};
        notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace

std::vector<Frame> find_margin_notes(const Page& page, const std::vector<WordIndex>& words) {
    Row level;
    for (const WordIndex word : words)
        if (page.words[word].rotation == 0) level.push_back(word);
    const Extent text = extent_of(page, level);
    if (!(text.right - text.left >= least_width)) return {};
    const double widest = widest_share * (text.right - text.left);
    std::optional<Extent> left, right;
    for (const Extent& gutter : find_gutters(page, level, text)) {
        if (gutter.right - text.left <= widest) left = gutter;
        if (text.right - gutter.left <= widest && !right) right = gutter;
    }
    std::vector<Frame> notes;
    for (const bool is_left : {true, false}) {
        const std::optional<Extent>& gutter = is_left ? left : right;
        if (!gutter) continue;
        const auto end = std::stable_partition(level.begin(), level.end(), [&](WordIndex word) {
            const Box& box = page.words[word].box;
            return is_left ? box.left > gutter->left : box.right < gutter->right;
        });
        std::vector<Frame> found = find_notes(page, {end, level.end()}, {level.begin(), end});
        if (!found.empty()) level.erase(end, level.end());
        std::move(found.begin(), found.end(), std::back_inserter(notes));
    }
    return notes;
}

}  // namespace sop::pdf
