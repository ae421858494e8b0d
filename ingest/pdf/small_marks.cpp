#include "ingest/pdf/small_marks.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Applications and people make marks 0.6 to 0.8 of the text.
constexpr double small_size = 0.85;
// In sizes of the text. An index of a formula is lowered; a number in a column of its own stands further away.
constexpr double same_line = 0.12;
constexpr double furthest_mark = 0.3;

bool is_small_mark(const Word& word, const Word& base) {
    if (word.size > small_size * base.size || word.rotation != base.rotation) return false;
    const char32_t last = last_character(base.text);
    if (!is_letter(last) && !is_digit(last) && last != '.' && last != ')') return false;
    // Boxes reach from ascent to descent, a fifth of the size below the line in both types.
    constexpr double descent = 0.2;
    const double line = upright(word).bottom - descent * word.size,
                 base_line = upright(base).bottom - descent * base.size;
    return std::abs(line - base_line) < same_line * base.size && gap_between(base, word) < furthest_mark * base.size;
}

}  // namespace

void raise_small_marks(Page& page, const Zones& zones) {
    std::set<std::string_view> labels;
    for (const Footnote& note : zones.footnotes)
        if (!is_letter(first_character(note.label))) labels.insert(note.label);
    for (const WordIndex index : zones.body)
        if (page.words[index].is_raised) labels.erase(page.words[index].text);
    if (labels.empty()) return;
    for (const Row& row : rows_of(page, zones.body))
        for (std::size_t i = 1; i < row.size(); ++i) {
            Word& word = page.words[row[i]];
            if (labels.contains(word.text) && is_small_mark(word, page.words[row[i - 1]])) word.is_raised = true;
        }
}

}  // namespace sop::pdf
