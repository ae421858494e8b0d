#include "ingest/pdf/lines.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Middles of words on one line differ by a smaller size or a raised mark; those of two lines by at least the smaller
// size, or the lines would touch. In sizes of the smaller type.
constexpr double same_line = 0.7;
// Marks are set at two thirds of the size of their text, small capitals at four fifths.
constexpr double mark_size = 0.85;
// A mark's box is this much within the line's: those of two lines hardly overlap.
constexpr double mark_overlap = 0.5;
// In points: boxes of words beside each other may overlap by as much (kerning, slanted type).
constexpr double word_overlap = 1.5;

using Things = std::vector<OnLine>;

struct Extent {
    double top = 0, bottom = 0, size = 0;
};

Extent extent_of(const Things& line) {
    Extent extent{line.front().middle - line.front().height / 2, line.front().middle + line.front().height / 2, 0};
    for (const OnLine& thing : line) {
        extent.top = std::min(extent.top, thing.middle - thing.height / 2);
        extent.bottom = std::max(extent.bottom, thing.middle + thing.height / 2);
        extent.size = std::max(extent.size, thing.size);
    }
    return extent;
}

bool left_of(const OnLine& a, const OnLine& b) { return std::tie(a.left, a.index) < std::tie(b.left, b.index); }

// True where the words of `marks`, all small, stand within the height of `line` and between its words.
bool are_marks_of(const Things& marks, const Things& line) {
    if (marks.front().rotation != line.front().rotation) return false;
    const Extent small = extent_of(marks), large = extent_of(line);
    if (small.size > mark_size * large.size) return false;
    const double overlap = std::min(small.bottom, large.bottom) - std::max(small.top, large.top);
    if (overlap < mark_overlap * (small.bottom - small.top)) return false;
    return std::none_of(marks.begin(), marks.end(), [&line](const OnLine& mark) {
        auto next = std::upper_bound(line.begin(), line.end(), mark, left_of);
        const bool hits_next = next != line.end() && next->left < mark.right - word_overlap;
        const bool hits_previous = next != line.begin() && std::prev(next)->right > mark.left + word_overlap;
        return hits_next || hits_previous;
    });
}

void merge_into(Things& line, const Things& marks) {
    line.insert(line.end(), marks.begin(), marks.end());
    std::sort(line.begin(), line.end(), left_of);
}

}  // namespace

std::vector<Things> cluster_lines(Things things) {
    std::sort(things.begin(), things.end(), [](const OnLine& a, const OnLine& b) {
        return std::tie(a.rotation, a.middle, a.index) < std::tie(b.rotation, b.middle, b.index);
    });
    std::vector<Things> lines;
    for (auto first = things.begin(); first != things.end();) {
        auto last = std::next(first);
        while (last != things.end() && last->rotation == first->rotation &&
               last->middle - first->middle < same_line * std::min(first->size, last->size))
            ++last;
        std::sort(first, last, left_of);
        Things line(first, last);
        first = last;
        if (!lines.empty() && are_marks_of(line, lines.back())) {
            merge_into(lines.back(), line);
        } else if (!lines.empty() && are_marks_of(lines.back(), line)) {
            merge_into(line, lines.back());
            lines.back() = std::move(line);
        } else {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

OnLine place_of(const Page& page, WordIndex word) {
    const Word& seen = page.words[word];
    const Box box = upright(seen);
    return {(box.top + box.bottom) / 2, box.bottom - box.top, box.left, box.right, seen.size, seen.rotation, word};
}

Line make_line_of(const Page& page, int page_index, const std::vector<WordIndex>& words) {
    Line line;
    line.page = page_index;
    line.words = words;
    if (words.empty()) return line;
    line.box = page.words[words.front()].box;
    line.rotation = page.words[words.front()].rotation;
    std::map<double, std::size_t> characters_by_size;
    std::size_t all = 0, bold = 0;
    for (const WordIndex index : words) {
        const Word& word = page.words[index];
        line.box = {std::min(line.box.left, word.box.left), std::min(line.box.top, word.box.top),
                    std::max(line.box.right, word.box.right), std::max(line.box.bottom, word.box.bottom)};
        const std::size_t characters = characters_of(word.text);
        characters_by_size[word.size] += characters;
        all += characters;
        const bool is_known = word.font >= 0 && static_cast<std::size_t>(word.font) < page.fonts.size();
        if (is_known && page.fonts[static_cast<std::size_t>(word.font)].bold) bold += characters;
    }
    line.size =
        std::max_element(characters_by_size.begin(), characters_by_size.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
        })->first;
    line.is_bold = 2 * bold > all;
    return line;
}

std::vector<Line> lines_of(const Page& page, int page_index, const std::vector<WordIndex>& words,
                           const std::optional<Box>& region) {
    Things things;
    things.reserve(words.size());
    for (const WordIndex word : words) things.push_back(place_of(page, word));
    std::vector<Line> lines;
    std::vector<WordIndex> of_line;
    for (const Things& clustered : cluster_lines(std::move(things))) {
        of_line.clear();
        for (const OnLine& thing : clustered) of_line.push_back(static_cast<WordIndex>(thing.index));
        Line line = make_line_of(page, page_index, of_line);
        if (region) line.room = upright(*region, line.rotation).right - upright(line.box, line.rotation).right;
        lines.push_back(std::move(line));
    }
    return lines;
}

double middle_of(const Page& page, const Line& line) {
    double sum = 0;
    int count = 0;
    for (const WordIndex index : line.words) {
        const Word& word = page.words[index];
        if (word.size != line.size || word.is_raised) continue;
        const Box box = upright(word);
        sum += (box.top + box.bottom) / 2;
        ++count;
    }
    const Box box = upright(line.box, line.rotation);
    return count > 0 ? sum / count : (box.top + box.bottom) / 2;
}

void close_fields(const Page& page, std::vector<Line>& lines) {
    constexpr std::size_t most_widgets = 1'000;  // of a page; no form has more
    constexpr double border = 1;                 // points; text of a field stands up to this far outside of its box
    if (page.widgets.size() > most_widgets) return;
    for (const Widget& widget : page.widgets) {
        if (widget.kind != Widget::Kind::text || widget.value.find_first_of("\n\r") != std::string::npos) continue;
        const auto is_in = [&widget](const Line& line) { return contains(widget.box, line.box, border); };
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (is_in(lines[i - 1]) && is_in(lines[i])) lines[i - 1].room = 0;
    }
}

namespace {

// In points: sizes that differ by less are one.
constexpr double size_step = 0.5;
constexpr double pitch_step = 0.25;
// In sizes: closer lines overlap, wider ones have a line of nothing between them.
constexpr double least_pitch = 0.8, most_pitch = 2.2;
// Of the lines of one size: a pitch that this share of them has is the text's own and not one of the spaces between
// paragraphs. The smallest such pitch counts.
constexpr double common_share = 0.15;

}  // namespace

void Pitches::add(const Page& page, std::span<const Line> lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Line &above = lines[i - 1], &below = lines[i];
        if (above.rotation != below.rotation || std::abs(above.size - below.size) >= size_step) continue;
        const double pitch = middle_of(page, below) - middle_of(page, above);
        if (pitch < least_pitch * below.size || pitch > most_pitch * below.size) continue;
        samples_.push_back(
            {static_cast<int>(std::lround(below.size / size_step)), static_cast<int>(std::lround(pitch / pitch_step))});
    }
    is_sorted_ = false;
}

std::optional<double> Pitches::at(double size) const {
    if (!is_sorted_) {
        std::sort(samples_.begin(), samples_.end(), [](const Sample& a, const Sample& b) {
            return std::tie(a.size, a.pitch) < std::tie(b.size, b.pitch);
        });
        is_sorted_ = true;
    }
    const int wanted = static_cast<int>(std::lround(size / size_step));
    const auto [first, last] = std::equal_range(samples_.begin(), samples_.end(), Sample{wanted, 0},
                                                [](const Sample& a, const Sample& b) { return a.size < b.size; });
    if (first == last) return std::nullopt;
    const double least = std::max(1.0, common_share * static_cast<double>(last - first));
    // Pitches rounded to steps fall on both sides of a step: neighbours count together.
    for (auto sample = first; sample != last;) {
        const auto end = std::find_if(sample, last, [&](const Sample& s) { return s.pitch > sample->pitch + 1; });
        if (static_cast<double>(end - sample) >= least) return sample->pitch * pitch_step;
        sample = std::find_if(sample, last, [&](const Sample& s) { return s.pitch > sample->pitch; });
    }
    return first->pitch * pitch_step;
}

}  // namespace sop::pdf
