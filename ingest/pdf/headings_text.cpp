#include "ingest/pdf/headings_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0; });
}

// As in the Word reader: years and codes are no numbers of headings.
int depth_of(std::string_view word) {
    if (word.ends_with(')') || word.ends_with(':') || word.ends_with('.')) word.remove_suffix(1);
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return 1;
    int depth = 0;
    while (!word.empty()) {
        const std::size_t dot = std::min(word.find('.'), word.size());
        if (dot == 0 || dot > 2 ||
            !std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(dot), is_digit))
            return 0;
        ++depth;
        word.remove_prefix(std::min(dot + 1, word.size()));
    }
    return depth;
}

bool is_in_field(const Page& page, const Word& word) {
    const double x = (word.box.left + word.box.right) / 2, y = (word.box.top + word.box.bottom) / 2;
    return std::any_of(page.widgets.begin(), page.widgets.end(), [&](const Widget& widget) {
        return (widget.kind == Widget::Kind::text || widget.kind == Widget::Kind::choice) && x > widget.box.left &&
               x < widget.box.right && y > widget.box.top && y < widget.box.bottom;
    });
}

bool is_value(const TextBlock& block, const std::vector<Page>& pages) {
    if (block.lines.empty()) return false;
    const Line &first = block.lines.front(), &last = block.lines.back();
    if (first.words.empty() || last.words.empty()) return false;
    const auto is_inside = [&](const Line& line, WordIndex word) {
        const Page& page = pages[static_cast<std::size_t>(line.page)];
        return is_in_field(page, page.words[word]);
    };
    return is_inside(first, first.words.front()) && is_inside(last, last.words.back());
}

}  // namespace

BlockLook look_of(const TextBlock& block, const std::vector<Page>& pages) {
    BlockLook look;
    look.is_bold = true;
    std::map<long, std::size_t> sizes;  // tenths of a point
    bool is_first = true;
    for (const Line& line : block.lines) {
        const Page& page = pages[static_cast<std::size_t>(line.page)];
        const Word* previous = nullptr;
        std::size_t at = 0;
        for (const WordIndex index : line.words) {
            const Word& word = page.words[index];
            if (is_first) look.depth = depth_of(word.text);
            // A letter alone is a word: "A." and "A)" are numbers.
            if (is_first && look.depth > 0 && word.text.size() == 1 && !is_digit(word.text[0])) look.depth = 0;
            if (previous && at > (look.depth > 0 ? 1U : 0U) && word.size > 0)
                look.widest_gap = std::max(look.widest_gap, gap_between(*previous, word) / word.size);
            if (!look.text.empty()) look.text += ' ';
            look.text += word.text;
            if (has_letter(word.text) && !word.is_raised) {
                look.letters += word.text.size();
                if (std::isfinite(word.size) && std::abs(word.size) < 1e4)
                    sizes[std::lround(word.size * 10)] += word.text.size();
            }
            // Values behind bold labels may be numbers; a heading's own number is set as its list is.
            if (!is_first && (has_letter(word.text) || std::any_of(word.text.begin(), word.text.end(), is_digit)))
                look.is_bold = look.is_bold && (word.is_raised || is_bold(page, word));
            if (is_first && look.depth == 0) look.is_bold = is_bold(page, word) || !has_letter(word.text);
            previous = &word;
            is_first = false;
            ++at;
        }
    }
    look.is_bold = look.is_bold && look.letters > 0;
    look.is_value = is_value(block, pages);
    const auto most =
        std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != sizes.end()) look.size = static_cast<double>(most->first) / 10;
    return look;
}

}  // namespace sop::pdf
