#include "ingest/pdf/decor.h"

#include <algorithm>
#include <cstddef>

#include "ingest/pdf/geometry.h"

namespace sop::pdf {
namespace {

// Lines looked at for one word; real pages have a few at one height.
constexpr std::size_t most_lines = 200;
// Where lines cross a word, in heights of its box (0.8 to 0.9 of it above the baseline): through the small letters, or
// under all.
constexpr double strike_top = 0.42, strike_bottom = 0.74;
constexpr double underline_top = 0.8, underline_bottom = 1.12;
// A line through a word covers it but for its sides.
constexpr double least_cover = 0.85;
// A line of a word ends with it or with another word of the line, in points; borders end elsewhere.
constexpr double beyond_text = 3;
// Thicker ones are bars and fills; in heights of the box.
constexpr double thickest = 0.15;

// Runs looked at for one word.
constexpr std::size_t most_runs = 500;
// A space is 0.2 to 0.35 wide; in sizes.
constexpr double least_space = 0.15;
// A run that is the space starts where the word ends, in points.
constexpr double same_place = 1;
bool by_height(const Box& a, const Box& b) { return middle_y(a) < middle_y(b); }
bool by_position(const Ruling& a, const Ruling& b) { return a.position < b.position; }

}  // namespace

const Decor::Sorted& Decor::sorted(int page) {
    Sorted& sorted = sorted_[static_cast<std::size_t>(page)];
    if (sorted.is_done) return sorted;
    sorted.is_done = true;
    for (const Ruling& ruling : pages_[static_cast<std::size_t>(page)].rulings)
        (ruling.is_horizontal ? sorted.horizontal : sorted.vertical).push_back(ruling);
    for (const TextRun& run : pages_[static_cast<std::size_t>(page)].runs)
        if (run.rotation == 0) sorted.runs.push_back(run.box);
    std::stable_sort(sorted.runs.begin(), sorted.runs.end(), by_height);
    std::stable_sort(sorted.horizontal.begin(), sorted.horizontal.end(), by_position);
    std::stable_sort(sorted.vertical.begin(), sorted.vertical.end(), by_position);
    return sorted;
}

bool Decor::has_space_behind(int page, const Word& word) {
    const std::vector<Box>& runs = sorted(page).runs;
    const double height = word.box.bottom - word.box.top;
    Box first;
    first.top = first.bottom = middle_y(word.box) - height / 2;
    auto at = std::lower_bound(runs.begin(), runs.end(), first, by_height);
    for (std::size_t seen = 0; at != runs.end() && seen < most_runs; ++at, ++seen) {
        if (middle_y(*at) > word.box.bottom) break;
        if (at->left < word.box.right + same_place && at->right > word.box.right + least_space * word.size) return true;
    }
    return false;
}

std::optional<double> Decor::side_left_of(int page, const Word& word) {
    const std::vector<Ruling>& sides = sorted(page).vertical;
    const double middle = (word.box.top + word.box.bottom) / 2;
    Ruling first;
    first.position = word.box.left;
    auto at = std::upper_bound(sides.begin(), sides.end(), first, by_position);
    for (std::size_t seen = 0; at != sides.begin() && seen < most_lines; ++seen) {
        --at;
        if (at->from <= middle && at->to >= middle) return at->position;
    }
    return std::nullopt;
}

std::optional<double> Decor::side_right_of(int page, const Word& word) {
    const std::vector<Ruling>& sides = sorted(page).vertical;
    const double middle = (word.box.top + word.box.bottom) / 2;
    Ruling first;
    first.position = word.box.right;
    auto at = std::lower_bound(sides.begin(), sides.end(), first, by_position);
    for (std::size_t seen = 0; at != sides.end() && seen < most_lines; ++at, ++seen)
        if (at->from <= middle && at->to >= middle) return at->position;
    return std::nullopt;
}

std::uint16_t Decor::style_of(int page, const Word& word, double left, double right) {
    if (word.rotation != 0) return plain;
    const std::vector<Ruling>& lines = sorted(page).horizontal;
    const double height = word.box.bottom - word.box.top, width = word.box.right - word.box.left;
    if (lines.empty() || height <= 0 || width <= 0) return plain;
    std::uint16_t style = plain;
    Ruling first;
    first.position = word.box.top + strike_top * height;
    auto at = std::lower_bound(lines.begin(), lines.end(), first, by_position);
    for (std::size_t seen = 0; at != lines.end() && seen < most_lines; ++at, ++seen) {
        const double place = (at->position - word.box.top) / height;
        if (place > underline_bottom) break;
        if (at->width > thickest * height || at->from < left - beyond_text || at->to > right + beyond_text) continue;
        if (std::min(at->to, word.box.right) - std::max(at->from, word.box.left) < least_cover * width) continue;
        if (place <= strike_bottom) style |= struck;
        if (place >= underline_top) style |= underlined;
    }
    return style;
}

}  // namespace sop::pdf
