#include "ingest/pdf/labels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/lines.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

constexpr std::string_view certain_bullets[] = {"•", "●", "▪", "■", "○", "◦", "➢", "➤", "❖", "◆", "◇", "‣", "⁃",
                                                "∙", "·", "",  "►", "▶", "▸", "□", "⬛", "▫", "☞", "★", "✦"};
// They also stand in sentences and in front of lines that someone typed.
constexpr std::string_view possible_bullets[] = {"-", "–", "—", "‐", "−", "*", "o", "+", ">", "→", "➔", "✓", "✔", "»"};

// All in sizes of the type. A space is 0.2 to 0.35 wide and justified text stretches all of a line alike.
constexpr double wide_gap = 0.6;
constexpr double unlike_other_gaps = 0.06;  // more than kerning moves a word
constexpr double widest_gap = 6;            // text further away is another column
// In points: labels of one level start, or their texts do, within this of each other.
constexpr double same_indent = 3.5;
// A text that starts this much right of the label's line hangs, in points.
constexpr double least_hang = 4;
constexpr double hang_tolerance = 2;

template <std::size_t n>
bool is_among(std::string_view text, const std::string_view (&list)[n]) {
    return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Of a number's later parts; "8.30" is a time.
constexpr std::string_view last_part = "14";

// One to three digits, one letter, or a Roman number up to xviii.
bool is_counter(std::string_view text) {
    if (text.empty()) return false;
    if (std::all_of(text.begin(), text.end(), is_digit)) return text.size() <= 3;
    if (text.size() == 1) return is_letter(text[0]);
    return text.size() <= 5 && text.find_first_not_of("ivx") == std::string_view::npos;
}

// "1.", "a)", "(1)", "2.1", "2.1.", "iv."; not "1" or "a", and not "1.1.2015" or "8.30": parts of a number have two
// digits at most, and later ones are small.
bool is_number(std::string_view text) {
    if (text.size() < 2 || text.size() > 12) return false;
    const bool is_open = text.front() == '(';
    if (is_open) text.remove_prefix(1);
    const bool is_closed = text.back() == ')';
    const bool has_dot = text.back() == '.';
    if (is_closed || has_dot) text.remove_suffix(1);
    if (is_open && !is_closed) return false;
    if (is_counter(text)) return is_closed || has_dot;
    int parts = 0;
    while (!text.empty()) {
        const std::size_t dot = std::min(text.find('.'), text.size());
        const std::string_view part = text.substr(0, dot);
        const bool is_part = !part.empty() && part.size() <= 2 && std::all_of(part.begin(), part.end(), is_digit);
        if (!is_part || (parts > 0 && part.size() == 2 && part > last_part)) return false;
        if (parts > 0 && part.size() == 2 && part.front() == '0') return false;
        ++parts;
        text.remove_prefix(std::min(dot + 1, text.size()));
    }
    return parts >= 2 && parts <= 5;
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || (c & '\x80') != 0; });
}

// True where the gap behind the first word is a tab's.
bool stands_apart(const Page& page, const Line& line) {
    const auto gap = [&](std::size_t i) {
        return gap_between(page.words[line.words[i]], page.words[line.words[i + 1]]);
    };
    const double first = gap(0);
    if (first >= wide_gap * line.size) return true;
    // The nearest other gap decides: one of them may be a tab too.
    double difference = -1;
    for (std::size_t i = 1; i + 1 < line.words.size(); ++i) {
        const double other = std::abs(gap(i) - first);
        if (difference < 0 || other < difference) difference = other;
    }
    return difference > unlike_other_gaps * line.size;
}

}  // namespace

bool is_bullet(std::string_view text) { return is_among(text, certain_bullets); }

bool is_all_bold(const Page& page, const Line& line) {
    return std::all_of(line.words.begin(), line.words.end(), [&page](WordIndex index) {
        const Word& word = page.words[index];
        return is_bold(page, word) || !has_letter(word.text);
    });
}

std::optional<Label> label_of(const Page& page, const Line& line) {
    if (line.words.size() < 2) return std::nullopt;
    const Word &first = page.words[line.words[0]], &second = page.words[line.words[1]];
    if (first.is_raised) return std::nullopt;
    Label label;
    if (is_bullet(first.text)) {
        label.is_certain = true;
    } else if (is_number(first.text)) {
        label.mark.ordered = true;
    } else if (!is_among(first.text, possible_bullets)) {
        return std::nullopt;
    }
    if (gap_between(first, second) > widest_gap * std::max(line.size, 1.0)) return std::nullopt;
    label.mark.label = first.text;
    label.stands_apart = stands_apart(page, line);
    label.left = upright(first).left;
    label.text_left = upright(second).left;
    return label;
}

void find_label(TextBlock& block, const Page& page) {
    if (block.lines.empty()) return;
    const Line& first = block.lines.front();
    const std::optional<Label> label = label_of(page, first);
    if (!label) return;
    // A number before a bold line counts headings.
    if (label->mark.ordered && is_all_bold(page, first)) return;
    bool hangs = false;
    if (block.lines.size() > 1 && block.lines[1].page == first.page) {
        const double second_left = upright(block.lines[1].box, first.rotation).left;
        hangs =
            std::abs(second_left - label->text_left) < hang_tolerance && label->text_left - label->left > least_hang;
    }
    if (!label->is_certain && !label->stands_apart && !hangs) return;
    block.list = label->mark;
    block.label_words = 1;
}

void set_levels(const std::vector<TextBlock*>& blocks, const Page& page) {
    struct Indent {
        double label, text;
    };
    std::vector<Indent> open;  // of the list at hand, from the outermost level
    for (TextBlock* block : blocks) {
        const Line& first = block->lines.front();
        const double left = upright(first.box, first.rotation).left;
        if (!block->list) {
            // A paragraph that hangs with the text belongs to the list.
            if (!open.empty() && left < open.back().text - same_indent) open.clear();
            continue;
        }
        const std::size_t second =
            std::min<std::size_t>(static_cast<std::size_t>(block->label_words), first.words.size() - 1);
        const double text = upright(page.words[first.words[second]]).left;
        const auto is_same = [&](const Indent& indent) {
            return std::abs(indent.label - left) < same_indent || std::abs(indent.text - text) < same_indent;
        };
        while (!open.empty() && !is_same(open.back()) && open.back().label > left) open.pop_back();
        if (open.empty() || !is_same(open.back())) open.push_back({left, text});
        block->list->level = static_cast<int>(open.size()) - 1;
    }
}

}  // namespace sop::pdf
