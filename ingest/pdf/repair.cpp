#include "ingest/pdf/repair.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "ingest/pdf/boxes.h"
#include "ingest/pdf/characters.h"
#include "ingest/pdf/cut_lines.h"
#include "ingest/pdf/geometry.h"
#include "ingest/pdf/overflow.h"
#include "ingest/pdf/rows.h"
#include "ingest/pdf/spacing.h"

namespace sop::pdf {
namespace {

// Fake bold is text painted again within a tenth of its size; the second of two equal letters stands a letter's width
// away, which is more in every font ("i" and "l": 0.2).
constexpr double same_place = 0.1;
// Words looked back at for a double: text painted twice has one there.
constexpr std::size_t doubles_looked_at = 8;

constexpr std::string_view unreadable = "\uFFFD";
// In sizes: a bullet has this much room before its text, which starts at a tab stop.
constexpr double least_bullet_gap = 0.2;
constexpr double most_bullet_gap = 6;

const Font* font_of(const Page& page, const Word& word) {
    const auto index = static_cast<std::size_t>(word.font);
    return word.font >= 0 && index < page.fonts.size() ? &page.fonts[index] : nullptr;
}

void set_hidden_apart(Page& page) {
    if (has_ocr_layer(page)) return;
    const auto hidden = std::stable_partition(page.words.begin(), page.words.end(),
                                              [](const Word& word) { return !word.is_invisible; });
    page.hidden.insert(page.hidden.end(), std::make_move_iterator(hidden), std::make_move_iterator(page.words.end()));
    page.words.erase(hidden, page.words.end());
}

void drop_empty(Page& page) {
    std::erase_if(page.words, [](const Word& word) { return word.text.empty(); });
}

void drop_doubles(Page& page) {
    for (const Row& row : rows_of(page))
        for (std::size_t i = 1; i < row.size(); ++i) {
            Word& word = page.words[row[i]];
            for (std::size_t back = 1; back <= std::min(i, doubles_looked_at); ++back) {
                const Word& other = page.words[row[i - back]];
                const Box here = upright(word), there = upright(other);
                const double near = same_place * word.size;
                if (here.left - there.left > near) break;
                if (word.text != other.text || std::abs(here.top - there.top) > near) continue;
                word.text.clear();
                break;
            }
        }
    drop_empty(page);
}

bool is_unknown_character(const Word& word) {
    const auto first = word.text.empty() ? 0 : static_cast<unsigned char>(word.text[0]);
    const bool is_private = first == 0xEE || (first == 0xEF && static_cast<unsigned char>(word.text[1]) < 0xA4);
    return word.text == unreadable || (is_private && characters_of(word.text) == 1);
}

// One unknown character at the start of a line, a little before its text, is a bullet whose font was lost.
void name_bullets(Page& page) {
    if (std::none_of(page.words.begin(), page.words.end(), is_unknown_character)) return;
    for (const Row& row : rows_of(page))
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            Word& word = page.words[row[i]];
            const double size = std::max(page.words[row[i + 1]].size, 1.0);
            const double gap = gap_between(word, page.words[row[i + 1]]) / size;
            const bool is_first = i == 0 || gap_between(page.words[row[i - 1]], word) > 2 * size;
            if (is_first && gap > least_bullet_gap && gap < most_bullet_gap && is_unknown_character(word))
                word.text = "•";
        }
}

}  // namespace

double image_share(const Page& page) {
    const double area = page.width * page.height;
    double covered = 0;
    for (const Image& image : page.images) {
        const Box seen = intersection(image.box, {0, 0, page.width, page.height});
        if (seen.left < seen.right && seen.top < seen.bottom) covered += width_of(seen) * height_of(seen);
    }
    return area > 0 ? std::min(covered / area, 1.0) : 0;
}

bool has_ocr_layer(const Page& page) {
    std::size_t visible = 0, invisible = 0;
    for (const Word& word : page.words) (word.is_invisible ? invisible : visible) += word.text.size();
    return invisible > visible && (visible == 0 || image_share(page) > 0.5);
}

void repair_words(std::vector<Page>& pages) {
    const bool swapped = has_swapped_letters(pages);
    for (Page& page : pages) set_hidden_apart(page);
    drop_cut_lines(pages);
    for (Page& page : pages) {
        for (Word& word : page.words) repair_characters(word, font_of(page, word), swapped);
        drop_empty(page);
        drop_doubles(page);
        cut_leaders(page);
        cut_overflows(page);
        repair_spacing(page);
        name_bullets(page);
        show_boxes(page);
    }
}

}  // namespace sop::pdf
