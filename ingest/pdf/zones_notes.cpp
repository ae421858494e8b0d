#include "ingest/pdf/zones_notes.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "ingest/pdf/letters.h"

namespace sop::pdf {
namespace {

// Word draws a separator of two inches, LibreOffice one of a quarter of the text's width.
constexpr double shortest_separator = 20, longest_separator = 0.45;  // points; part of the page's width
// A separator starts where the text does, in points; a line with another at its height is no separator.
constexpr double same_left = 6, same_height = 2;
// White space between separator and note, in sizes of the note.
constexpr double separator_gap = 2.0;
// Notes are smaller than the body by at least this factor where a size is all that tells them.
constexpr double smaller = 0.93;
// Sizes are rounded, in points.
constexpr double size_error = 0.15;
// "123", "***": longer ones are numbers of their own, in bytes.
constexpr std::size_t longest_label = 3;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// "1", "12", "*", "**", "†" as a note's label, and where it is raised "a" and "iv"; with the bracket or full stop that
// some set behind it.
std::optional<std::string> label_of(std::string_view text, bool is_raised) {
    while (!text.empty() && (text.back() == ')' || text.back() == ']' || text.back() == '.')) text.remove_suffix(1);
    if (text.starts_with('[') || text.starts_with('(')) text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
    if (text == "\u2020" || text == "\u2021" || text == "\u00A7") return std::string(text);
    if (is_raised && roman_value(text) > 0) return std::string(text);
    if (text.size() > longest_label) return std::nullopt;
    const bool is_number = std::all_of(text.begin(), text.end(), is_figure);
    const bool is_star = std::all_of(text.begin(), text.end(), [](char c) { return c == '*'; });
    const bool is_letter = is_raised && text.size() == 1 && text[0] >= 'a' && text[0] <= 'z';
    if (!is_number && !is_star && !is_letter) return std::nullopt;
    return std::string(text);
}

// Marks that stand in the text of rows [first, end).
std::set<std::string> marks_of(const Page& page, const std::vector<PageRow>& rows, std::size_t first, std::size_t end) {
    std::set<std::string> marks;
    for (std::size_t i = first; i < end; ++i)
        for (std::size_t at = 0; at < rows[i].words.size(); ++at) {
            const Word& word = page.words[rows[i].words[at]];
            if (word.is_raised) {  // it may be high enough to make a row of its own
                if (const auto label = label_of(word.text, true)) marks.insert(*label);
            } else if (const std::size_t star = word.text.find('*'); star != std::string::npos && star + at > 0) {
                const std::size_t last = word.text.find_first_not_of('*', star);
                marks.insert(word.text.substr(star, std::min(last, word.text.size()) - star));
            }
        }
    return marks;
}

// Separators of the page, lowest first.
std::vector<const Ruling*> separators(const Page& page, double left) {
    std::vector<const Ruling*> lines;
    std::vector<double> heights;  // of all level lines
    std::vector<double> sides;    // x of upright ones
    for (const Ruling& ruling : page.rulings) {
        if (!ruling.is_horizontal) {
            sides.push_back(ruling.position);
            continue;
        }
        heights.push_back(ruling.position);
        const double length = ruling.to - ruling.from;
        if (length >= shortest_separator && length <= longest_separator * page.width &&
            std::abs(ruling.from - left) <= same_left)
            lines.push_back(&ruling);
    }
    std::sort(heights.begin(), heights.end());
    std::sort(sides.begin(), sides.end());
    const auto near = [](const std::vector<double>& values, double value) {
        return std::upper_bound(values.begin(), values.end(), value + same_height) -
               std::lower_bound(values.begin(), values.end(), value - same_height);
    };
    // A thin rectangle's own sides are both at its height.
    std::erase_if(lines, [&](const Ruling* line) {
        return near(heights, line->position) > 2 || (near(sides, line->from) > 0 && near(sides, line->to) > 0);
    });
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Ruling* a, const Ruling* b) { return a->position > b->position; });
    return lines;
}

class Notes {
public:
    Notes(const Page& page, const std::vector<PageRow>& rows, std::size_t first, std::size_t end, double body_size,
          const std::set<std::string>& before)
        : page_(page), rows_(rows), first_(first), end_(end), body_size_(body_size), before_(before) {}

    // Row that the notes start at; end where there are none.
    std::size_t start() const {
        double left = page_.width;
        for (std::size_t i = first_; i < end_; ++i) left = std::min(left, rows_[i].box.left);
        std::size_t tries = 0;
        for (const Ruling* line : separators(page_, left)) {
            if (++tries > 4) break;
            const auto below = std::partition_point(
                rows_.begin() + static_cast<std::ptrdiff_t>(first_), rows_.begin() + static_cast<std::ptrdiff_t>(end_),
                [&](const PageRow& row) { return (row.box.top + row.box.bottom) / 2 < line->position; });
            const auto at = static_cast<std::size_t>(below - rows_.begin());
            if (at < end_ && at > first_ && is_note(at, line)) return at;
        }
        std::size_t small = end_;
        while (small > first_ && rows_[small - 1].size <= smaller * body_size_) --small;
        // Far from its mark, a note is the first line of the small type: a small table may have numbers as well.
        if (small < end_)
            if (const auto label = label_at(small); label && before_.contains(*label)) return small;
        if (small == first_) return end_;
        const std::set<std::string> marks = marks_of(page_, rows_, first_, small);
        if (marks.empty()) return end_;
        for (std::size_t at = small; at < end_; ++at)
            if (const auto label = label_at(at); label && marks.contains(*label)) return at;
        return end_;
    }

    std::vector<Footnote> notes(std::size_t start) const {
        std::vector<Footnote> notes;
        const std::set<std::string> marks = marks_of(page_, rows_, first_, start);
        for (std::size_t at = start; at < end_; ++at) {
            auto word = rows_[at].words.begin();
            const auto label = label_at(at);
            if (label && (notes.empty() || marks.contains(*label) || follows(notes.back().label, *label))) {
                notes.push_back({*label, {}});
                ++word;
            }
            notes.back().words.insert(notes.back().words.end(), word, rows_[at].words.end());
        }
        return notes;
    }

private:
    std::optional<std::string> label_at(std::size_t row) const {
        if (rows_[row].words.size() < 2) return std::nullopt;
        const Word& word = page_.words[rows_[row].words.front()];
        return label_of(word.text, word.is_raised);
    }

    static bool follows(const std::string& label, const std::string& next) {
        if (roman_value(label) > 0 && roman_value(next) == roman_value(label) + 1) return true;
        const auto value = [](const std::string& text) {
            return is_figure(text.front()) ? std::stoi(text) : -static_cast<int>(text.size());
        };
        return is_figure(label.front()) ? value(next) == value(label) + 1 : value(next) == value(label) - 1;
    }

    bool is_note(std::size_t at, const Ruling* separator) const {
        const auto label = label_at(at);
        if (!label || rows_[at].box.top - separator->position > separator_gap * rows_[at].size) return false;
        bool is_smaller = true;
        for (std::size_t i = at; i < end_; ++i) {
            if (rows_[i].size > body_size_ + size_error) return false;
            is_smaller = is_smaller && rows_[i].size <= smaller * body_size_;
        }
        return is_smaller || marks_of(page_, rows_, first_, at).contains(*label);
    }

    const Page& page_;
    const std::vector<PageRow>& rows_;
    std::size_t first_, end_;
    double body_size_;
    const std::set<std::string>& before_;
};

}  // namespace

std::vector<Footnote> find_notes(const Page& page, const std::vector<PageRow>& rows, std::size_t first,
                                 std::size_t& end, double body_size, const std::set<std::string>& before) {
    const Notes notes(page, rows, first, end, body_size, before);
    const std::size_t start = notes.start();
    if (start == end) return {};
    std::vector<Footnote> found = notes.notes(start);
    end = start;
    return found;
}

void add_open_marks(std::set<std::string>& marks, const Page& page, const std::vector<PageRow>& rows, std::size_t first,
                    std::size_t end, const std::vector<Footnote>& notes) {
    std::set<std::string> labels;
    for (const Footnote& note : notes) labels.insert(note.label);
    for (std::size_t row = first; row < end; ++row)
        for (const WordIndex index : rows[row].words) {
            const Word& word = page.words[index];
            if (!word.is_raised) continue;
            if (const auto label = label_of(word.text, true); label && !labels.contains(*label)) marks.insert(*label);
        }
}

}  // namespace sop::pdf
