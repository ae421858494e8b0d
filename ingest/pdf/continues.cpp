#include "ingest/pdf/continues.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "ingest/pdf/hyphens.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Sizes of one paragraph, in points: rounding of printers.
constexpr double same_size = 0.5;
// Lines of one paragraph start here or there by this much, in points.
constexpr double same_left = 3;
// A justified line ends at the margin, in points: what printers round.
constexpr double justified = 1;
// A space, in sizes.
constexpr double space = 0.25;

const Word& word_of(const std::vector<Page>& pages, const Line& line, WordIndex index) {
    return pages[static_cast<std::size_t>(line.page)].words[index];
}

// First word behind the label; null where there is none.
const Word* first_word(const TextBlock& block, const std::vector<Page>& pages) {
    const auto skipped = static_cast<std::size_t>(std::max(block.label_words, 0));
    if (block.lines.empty() || skipped >= block.lines.front().words.size()) return nullptr;
    return &word_of(pages, block.lines.front(), block.lines.front().words[skipped]);
}

const Word* last_word(const TextBlock& block, const std::vector<Page>& pages) {
    if (block.lines.empty() || block.lines.back().words.empty()) return nullptr;
    const std::vector<WordIndex>& words = block.lines.back().words;
    // A note's mark stands behind the full stop.
    const Word* last = &word_of(pages, block.lines.back(), words.back());
    if (last->is_raised && words.size() > 1) last = &word_of(pages, block.lines.back(), words[words.size() - 2]);
    return last;
}

// Closing quotes and brackets stand behind the full stop, opening ones before the capital.
bool is_bracket(char32_t c) {
    constexpr std::u32string_view brackets = U"\"'()[]“”„‘’«»‹›´`";
    return brackets.find(c) != std::u32string_view::npos;
}

char32_t sentence_end(std::string_view text) {
    while (text.size() > 1 && is_bracket(last_character(text))) text = without_last(text);
    return last_character(text);
}

bool ends_sentence(char32_t c) { return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == U'…'; }

char32_t sentence_start(std::string_view text) {
    while (!text.empty() && is_bracket(first_character(text))) text = without_first(text);
    return first_character(text);
}

double left_of(const TextBlock& block, const std::vector<Page>& pages) {
    const Line& line = block.lines.back();
    const bool is_first = block.lines.size() == 1;
    if (is_first && block.label_words > 0)
        if (const Word* word = first_word(block, pages)) return upright(word->box, line.rotation).left;
    return upright(line.box, line.rotation).left;
}

// Where the column of `line` starts, where it stands in one.
double column_of(const Line& line) { return line.indent ? upright(line.box, line.rotation).left - *line.indent : 0; }

bool looks_alike(const TextBlock& block, const TextBlock& next) {
    const Line &last = block.lines.back(), &first = next.lines.front();
    return last.rotation == first.rotation && std::abs(last.size - first.size) <= same_size &&
           last.is_bold == first.is_bold;
}

// Lines but the last end at the margin all alike.
bool is_justified(const TextBlock& block, double right) {
    if (block.lines.size() < 2) return false;
    return std::all_of(block.lines.begin(), block.lines.end(), [&](const Line& line) {
        return line.page != block.lines.back().page ||
               std::abs(upright(line.box, line.rotation).right - right) <= justified;
    });
}

// A hyphen between the small letters of two blocks.
bool is_in_word(const Word& last, const Word& first) {
    const std::string_view stem = without_hyphen(last.text);
    return stem.size() < last.text.size() && is_small(last_character(stem)) && is_small(first_character(first.text));
}

}  // namespace

bool stops_midway(const TextBlock& block, const std::vector<Page>& pages) {
    const Word* last = last_word(block, pages);
    return last && !ends_sentence(sentence_end(last->text));
}

bool starts_midway(const TextBlock& block, const std::vector<Page>& pages) {
    const Word* first = first_word(block, pages);
    return first && !block.list && is_small(sentence_start(first->text));
}

bool goes_on(const TextBlock& block, const TextBlock& next, const std::vector<Page>& pages, double right,
             double slack) {
    const Word *last = last_word(block, pages), *first = first_word(next, pages);
    if (!last || !first || next.list || block.heading > 0 || next.heading > 0) return false;
    // The structure tree knows where its paragraphs end.
    if (!block.role.empty() && !next.role.empty()) return false;
    if (!looks_alike(block, next)) return false;
    const Line &above = block.lines.back(), &line = next.lines.front();
    const bool is_in_columns = above.indent && line.indent;
    const double left = left_of(block, pages) - (is_in_columns ? column_of(above) : 0);
    const double next_left = upright(line.box, line.rotation).left - (is_in_columns ? column_of(line) : 0);
    // A word goes on wherever the next column starts.
    if (std::abs(next_left - left) > same_left && !is_in_word(*last, *first)) return false;

    const double end = upright(block.lines.back().box, block.lines.back().rotation).right;
    const Box start = upright(*first);
    const bool is_full = end + space * first->size + (start.right - start.left) > right - slack;
    if (!is_full) return false;
    if (stops_midway(block, pages) || starts_midway(next, pages)) return true;
    // A sentence that ends where a line does: the last line of a justified paragraph is full by rare chance only.
    return is_justified(block, right);
}

void append(TextBlock& block, TextBlock&& next) {
    std::move(next.lines.begin(), next.lines.end(), std::back_inserter(block.lines));
}

}  // namespace sop::pdf
