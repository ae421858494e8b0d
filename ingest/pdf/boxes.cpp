#include "ingest/pdf/boxes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"
#include "ingest/text.h"

namespace sop::pdf {
namespace {

constexpr std::string_view ticked_box = "☒";
constexpr std::string_view empty_box = "☐";
constexpr std::string_view bullet = "•";
constexpr std::string_view tick = "✓";

// In points. Appearances stand a border's width outside their field at most.
constexpr double border = 1;
// Text starts at the next tab stop behind its bullet: half an inch, or three quarters in some templates.
constexpr double furthest_text = 60;
constexpr double longest_line = 2000;
// Type of a value whose appearance is missing, and its lines; what viewers take.
constexpr double value_size = 10;
constexpr double line_height = 1.2;
constexpr double mean_width = 0.5;

// A page with more marks is a map or a chart; a form of four pages has 300 boxes.
constexpr std::size_t most_marks = 2'000;
// Boxes of one list: points between their left sides and sizes, and sizes from one to the next but one.
constexpr double same_left = 3, same_size = 1.5, lines_between = 5;

// Words looked at in one box: more are no filled-in value.
constexpr std::size_t most_inside = 500;
// Bytes of values on one page: a long one may be shared by all fields of a hostile file.
constexpr std::size_t most_value_bytes = std::size_t{1} << 20;

// What people and applications put in a box to tick it.
constexpr std::array<std::string_view, 18> ticks{"x", "X", "v", "V", "✓", "✔", "✗", "✘", "✕",
                                                 "✖", "×", "☓", "√", "■", "●", "•", "☒", "☑"};

bool is_tick(std::string_view text) { return std::find(ticks.begin(), ticks.end(), text) != ticks.end(); }

bool has_middle_of(const Box& box, const Box& other) {
    const double x = (other.left + other.right) / 2, y = (other.top + other.bottom) / 2;
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

Box grown(const Box& box, double by) { return {box.left - by, box.top - by, box.right + by, box.bottom + by}; }

// The middles of the words that stood on the page when this was made, seen as text of one rotation.
class WordPlaces {
public:
    WordPlaces(const Page& page, int rotation) : page_(page), rotation_(rotation) {
        middles_.reserve(page.words.size());
        for (std::uint32_t i = 0; i < page.words.size(); ++i) {
            const Box box = upright(page.words[i].box, rotation);
            middles_.push_back({(box.top + box.bottom) / 2, (box.left + box.right) / 2, i});
        }
        std::sort(middles_.begin(), middles_.end());
    }

    // Words whose middles lie in `box`, but those that were cleared; no more than `most_inside`.
    std::vector<std::uint32_t> inside(const Box& box) const { return inside_upright(upright(box, rotation_)); }

    std::vector<std::uint32_t> inside_upright(const Box& box) const {
        std::vector<std::uint32_t> found;
        auto at = std::lower_bound(middles_.begin(), middles_.end(), Middle{box.top, box.left, 0});
        for (; at != middles_.end() && at->y <= box.bottom && found.size() < most_inside; ++at)
            if (at->x >= box.left && at->x <= box.right && !page_.words[at->word].text.empty())
                found.push_back(at->word);
        return found;
    }

private:
    struct Middle {
        double y, x;
        std::uint32_t word;
        auto operator<=>(const Middle&) const = default;
    };
    const Page& page_;
    int rotation_;
    std::vector<Middle> middles_;
};

// How most words of the page are turned: a drawn mark is turned like them.
int rotation_of(const Page& page) {
    std::array<std::size_t, 4> counts{};
    for (const Word& word : page.words) ++counts[static_cast<std::size_t>(word.rotation)];
    return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

Word make_word(std::string_view text, const Box& box, double size, int rotation) {
    return {
        .text = std::string(text), .box = box, .edges = {}, .size = size, .rotation = rotation, .space_after = true};
}

bool is_tick_box(const Widget& widget) {
    return widget.kind == Widget::Kind::checkbox || widget.kind == Widget::Kind::radio;
}

bool has_value(const Widget& widget) {
    return (widget.kind == Widget::Kind::text || widget.kind == Widget::Kind::choice) && !widget.value.empty();
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!(line = trim(line)).empty()) {
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return words;
}

// Lines of `value` from the top of its box, one line in the middle of it, each pressed into the box.
void add_value(Page& page, const Box& box, std::string_view value) {
    const auto lines = static_cast<double>(1 + std::count(value.begin(), value.end(), '\n'));
    const double size = std::min(value_size, (box.bottom - box.top) / line_height / lines);
    double top = (box.top + box.bottom - lines * line_height * size) / 2;
    for (std::size_t at = 0; at <= value.size(); top += line_height * size) {
        const std::size_t end = std::min(value.find('\n', at), value.size());
        const std::string_view line = value.substr(at, end - at);
        at = end + 1;
        const double width = std::min(mean_width * size, (box.right - box.left) / static_cast<double>(line.size() + 1));
        for (const std::string_view word : words_of(line)) {
            const double left = box.left + width * static_cast<double>(word.data() - line.data());
            const double right = left + width * static_cast<double>(word.size());
            page.words.push_back(make_word(word, {left, top, right, top + line_height * size}, size, 0));
        }
    }
}

std::string letters_in_order(std::string letters) {
    std::erase_if(letters, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    std::sort(letters.begin(), letters.end());
    return letters;
}

// How the words in a field's box go with its value.
enum class Shown { nothing, value, otherwise, something_else };

Shown what_is_shown(const Page& page, const std::vector<std::uint32_t>& inside, const Widget& widget,
                    std::string_view value) {
    if (inside.empty()) return Shown::nothing;
    const std::vector<std::string_view> words = words_of(value);
    std::vector<std::string_view> shown;
    shown.reserve(inside.size());
    for (const std::uint32_t index : inside) shown.push_back(page.words[index].text);
    const auto is_in = [](const std::vector<std::string_view>& all) {
        return [&all](std::string_view word) { return std::find(all.begin(), all.end(), word) != all.end(); };
    };
    const bool has_value = std::all_of(words.begin(), words.end(), is_in(shown));
    if (has_value && shown.size() == words.size()) return Shown::value;
    // A list shows all its choices, the chosen ones among them. A value that is not among them is a code.
    if (widget.kind == Widget::Kind::choice) return has_value ? Shown::otherwise : Shown::something_else;
    // Letter by letter (a comb field) or cut off at the border (a long text).
    std::string letters;
    for (const std::string_view word : shown) letters += word;
    letters = letters_in_order(std::move(letters));
    const std::string wanted = letters_in_order(std::string(value));
    const bool is_part = std::includes(wanted.begin(), wanted.end(), letters.begin(), letters.end());
    return is_part ? Shown::otherwise : Shown::something_else;
}

void show_tick_box(Page& page, const WordPlaces& words, const Widget& widget) {
    for (const std::uint32_t index : words.inside(grown(widget.box, border)))
        if (characters_of(page.words[index].text) <= 2) page.words[index].text.clear();
    const double size = widget.box.bottom - widget.box.top;
    page.words.push_back(make_word(widget.is_checked ? ticked_box : empty_box, widget.box, size, 0));
}

// Poppler paints some fields that have no appearance, so that what is there counts, not what should be.
void show_value(Page& page, const WordPlaces& words, const Widget& widget) {
    const std::string value = clean_text(widget.value);
    const std::vector<std::uint32_t> inside = words.inside(grown(widget.box, border));
    const Shown shown = what_is_shown(page, inside, widget, value);
    if (shown == Shown::value || (shown == Shown::something_else && widget.is_shown)) return;
    if (shown == Shown::otherwise)
        for (const std::uint32_t index : inside) page.words[index].text.clear();
    add_value(page, widget.box, value);
}

// A mark that the border or cross of a field's appearance is.
bool is_of_field(const Page& page, const Mark& mark) {
    return std::any_of(page.widgets.begin(), page.widgets.end(), [&mark](const Widget& widget) {
        return is_tick_box(widget) && has_middle_of(grown(widget.box, border), mark.box);
    });
}

bool is_letter(std::string_view text) { return text == "x" || text == "X" || text == "v" || text == "V"; }

// Whether a word stands in a drawn box that ticks nothing: boxes for single letters, "x" among them.
bool has_letters(const Page& page, const WordPlaces& words) {
    return std::any_of(page.marks.begin(), page.marks.end(), [&](const Mark& mark) {
        if (mark.kind == Mark::Kind::bullet || mark.kind == Mark::Kind::tick) return false;
        const std::vector<std::uint32_t> inside = words.inside(mark.box);
        return std::any_of(inside.begin(), inside.end(), [&](std::uint32_t index) {
            const std::string& text = page.words[index].text;
            return !is_tick(text) && text != empty_box;
        });
    });
}

void show_box(Page& page, const WordPlaces& words, const Mark& mark, int rotation, bool takes_letters) {
    bool is_ticked = mark.kind == Mark::Kind::ticked_box;
    for (const std::uint32_t index : words.inside(mark.box)) {
        Word& word = page.words[index];
        if (word.text == empty_box || word.text == ticked_box || !is_tick(word.text)) return;
        if (is_letter(word.text) && !takes_letters) return;
        is_ticked = true;
        word.text.clear();
    }
    const Box box = upright(mark.box, rotation);
    page.words.push_back(make_word(is_ticked ? ticked_box : empty_box, mark.box, box.bottom - box.top, rotation));
}

// Marks that forms print for ticked boxes among empty ones: at the start of a line below or above one that starts at
// the same place.
void tick_among_boxes(Page& page) {
    const auto is_mark = [](std::string_view text) { return text == "✓" || text == "✔" || text == "✗" || text == "✘"; };
    std::vector<std::uint32_t> marks, boxes;
    for (std::uint32_t i = 0; i < page.words.size(); ++i) {
        if (page.words[i].text == empty_box) boxes.push_back(i);
        if (is_mark(page.words[i].text)) marks.push_back(i);
    }
    if (marks.size() > most_marks || boxes.size() > most_marks) return;
    for (const std::uint32_t index : marks) {
        Word& word = page.words[index];
        const bool is_among = std::any_of(boxes.begin(), boxes.end(), [&](std::uint32_t other) {
            const Word& box = page.words[other];
            const double away = std::abs(box.box.top - word.box.top);
            return box.rotation == word.rotation && word.rotation == 0 && away > word.size / 2 &&
                   away < lines_between * word.size && std::abs(box.box.left - word.box.left) < same_left &&
                   std::abs(box.size - word.size) < same_size;
        });
        if (is_among) word.text = ticked_box;
    }
}

void show_bullet(Page& page, const WordPlaces& words, const Mark& mark, int rotation) {
    if (!words.inside(grown(mark.box, border)).empty()) return;
    const Box box = upright(mark.box, rotation);
    const Box behind{box.right, box.top - line_height, box.right + longest_line, box.bottom + line_height};
    const std::vector<std::uint32_t> line = words.inside_upright(behind);
    const auto text = std::find_if(line.begin(), line.end(), [&](std::uint32_t index) {
        return upright(page.words[index].box, rotation).left < box.right + furthest_text;
    });
    if (text == line.end()) return;
    page.words.push_back(make_word(bullet, mark.box, page.words[*text].size, rotation));
}

void show_tick(Page& page, const WordPlaces& words, const Mark& mark, int rotation) {
    if (words.inside(grown(mark.box, border)).empty())
        page.words.push_back(make_word(tick, mark.box, height_of(mark.box), rotation));
}

}  // namespace

void show_boxes(Page& page) {
    if (!page.widgets.empty()) {
        const WordPlaces words(page, 0);
        std::size_t value_bytes = 0;
        for (const Widget& widget : page.widgets) {
            if (is_tick_box(widget))
                show_tick_box(page, words, widget);
            else if (has_value(widget) && (value_bytes += widget.value.size()) < most_value_bytes)
                show_value(page, words, widget);
        }
    }
    if (!page.marks.empty() && page.marks.size() <= most_marks) {
        const int rotation = rotation_of(page);
        const WordPlaces words(page, rotation);
        const bool takes_letters = !has_letters(page, words);
        for (const Mark& mark : page.marks) {
            if (mark.kind == Mark::Kind::bullet)
                show_bullet(page, words, mark, rotation);
            else if (mark.kind == Mark::Kind::tick)
                show_tick(page, words, mark, rotation);
            else if (!is_of_field(page, mark))
                show_box(page, words, mark, rotation, takes_letters);
        }
    }
    std::erase_if(page.words, [](const Word& word) { return word.text.empty(); });
    tick_among_boxes(page);
}

}  // namespace sop::pdf
