#include "ingest/pdf/text_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/labels.h"

namespace sop::pdf {
namespace {

constexpr double word_gap = 0.5;           // in sizes; words closer together belong to one text
constexpr double space = 0.4;              // in sizes, of a text over the side of a column: cells stand further apart
constexpr double spanning_share = 0.2;     // of the bands that may span two columns
constexpr std::size_t most_words = 1'000;  // of a row: a page has 600
constexpr double least_gap = 4;            // points of white between columns; a browser's cells are 1.5 to 6 apart
constexpr double least_gap_few = 8;        // where only two rows show it
constexpr double least_gap_aligned = 2.5;  // where texts start behind it; a space is as wide
constexpr double aligned = 1.5;            // points between the starts of one column's texts
constexpr double side_margin = 2;          // points between a column's side and its leftmost word
constexpr double bullet_gap = 3;           // in sizes; between a bullet and its text, at most

struct Interval {
    double from = 0, to = 0;
};

// Stretches of a band that text covers.
std::vector<Interval> texts_of(const Page& page, const std::vector<WordIndex>& words) {
    std::vector<Interval> texts;
    double size = 0;
    for (const WordIndex index : words) {
        const Word& word = page.words[index];
        texts.push_back({word.box.left, word.box.right});
        size = std::max(size, word.size);
    }
    std::sort(texts.begin(), texts.end(),
              [](const Interval& a, const Interval& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
    std::size_t kept = 0;
    for (const Interval& text : texts) {
        if (kept > 0 && text.from <= texts[kept - 1].to)
            texts[kept - 1].to = std::max(texts[kept - 1].to, text.to);
        else
            texts[kept++] = text;
    }
    texts.resize(kept);
    return texts;
}

bool crosses(const Page& page, const std::vector<WordIndex>& words, double side) {
    return std::any_of(words.begin(), words.end(), [&](WordIndex index) {
        const Box& box = page.words[index].box;
        return box.left < side - side_margin && box.right > side + side_margin;
    });
}

// The nearest word that ends at or before `from`; null where there is none on the line of `word`.
const Word* before(const Page& page, const Band& band, const Word& word, double from) {
    const Word* nearest = nullptr;
    for (const WordIndex index : band.words) {
        const Word& other = page.words[index];
        const bool is_level =
            other.box.top < word.box.bottom - word.size / 2 && word.box.top < other.box.bottom - word.size / 2;
        if (is_level && other.box.right <= from + side_margin && (!nearest || other.box.right > nearest->box.right))
            nearest = &other;
    }
    return nearest;
}

// Whether the white between `from` and `to` is no wider than a space on any line that has words on both sides of it.
bool are_spaces(const Page& page, const std::vector<Band>& bands, double from, double to) {
    bool has_both = false;
    for (const Band& band : bands) {
        if (band.words.size() > most_words) return false;
        for (const WordIndex index : band.words) {
            const Word& word = page.words[index];
            if (std::abs(word.box.left - to) > aligned) continue;
            const Word* left = before(page, band, word, from);
            if (!left) continue;
            has_both = true;
            if (word.box.left - left->box.right > word_gap * word.size) return false;
        }
    }
    return has_both;
}

// Whether text of `band` stands behind `bullet` on its line.
bool has_item(const Page& page, const Band& band, const Word& bullet) {
    return std::any_of(band.words.begin(), band.words.end(), [&](WordIndex index) {
        const Word& word = page.words[index];
        return word.box.left >= bullet.box.right && word.box.left - bullet.box.right < bullet_gap * bullet.size &&
               word.box.top < bullet.box.bottom && word.box.bottom > bullet.box.top;
    });
}

// Whether nothing but bullets of items ends at `x`: their text is no column of its own. Those that stand alone are
// marks in columns.
bool is_behind_bullets(const Page& page, const std::vector<Band>& bands, double x) {
    bool has_bullet = false;
    for (const Band& band : bands)
        for (const WordIndex index : band.words) {
            const Word& word = page.words[index];
            if (std::abs(word.box.right - x) > side_margin) continue;
            if (!is_bullet(word.text)) return false;
            has_bullet = has_bullet || has_item(page, band, word);
        }
    return has_bullet;
}

}  // namespace

std::vector<double> find_column_sides(const Page& page, const std::vector<Band>& bands) {
    std::vector<std::pair<double, int>> events;
    double left = 0, right = 0;
    for (const Band& band : bands) {
        for (const Interval& text : texts_of(page, band.words)) {
            if (events.empty() || text.from < left) left = text.from;
            if (events.empty() || text.to > right) right = text.to;
            events.emplace_back(text.from, 1);
            events.emplace_back(text.to, -1);
        }
    }
    std::sort(events.begin(), events.end());
    const int spanning = static_cast<int>(spanning_share * static_cast<double>(bands.size()));
    const auto filled = std::count_if(bands.begin(), bands.end(), [](const Band& band) { return !band.words.empty(); });
    // How many rows have text that starts where the white ends.
    const auto starts_at = [&](double x) {
        return std::count_if(bands.begin(), bands.end(), [&](const Band& band) {
            return std::any_of(band.words.begin(), band.words.end(),
                               [&](WordIndex word) { return std::abs(page.words[word].box.left - x) <= aligned; });
        });
    };
    const auto is_gap = [&](double from, double to) {
        if (is_behind_bullets(page, bands, from)) return false;
        if (to - from >= (filled > 2 ? least_gap : least_gap_few)) return true;
        const auto starts = to - from >= least_gap_aligned ? starts_at(to) : 0;
        return starts >= 2 && 2 * starts >= filled && !are_spaces(page, bands, from, to);
    };
    std::vector<double> sides;
    int depth = 0;
    double white_from = 0, clear_from = 0;
    Interval clear;  // the widest part of the white that no band spans
    bool is_white = true;
    for (const auto& [x, step] : events) {
        const int before = depth;
        depth += step;
        if (before > spanning && depth <= spanning) {
            white_from = x;
            is_white = true;
            clear = {x, x};
        }
        if (before > 0 && depth == 0) clear_from = x;
        if (before == 0 && depth > 0 && x - clear_from > clear.to - clear.from) clear = {clear_from, x};
        if (before <= spanning && depth > spanning) {
            if (is_white && white_from > left && x < right && is_gap(white_from, x)) {
                // Wide headers of narrow columns stand over white of the rows, and span nothing.
                const Interval seen = clear.to - clear.from >= least_gap ? clear : Interval{white_from, x};
                sides.push_back(std::max(seen.to - side_margin, (seen.to + seen.from) / 2));
            }
            is_white = false;
        }
    }
    return sides;
}

bool is_spanned(const Page& page, const std::vector<WordIndex>& words, double side) {
    if (crosses(page, words, side)) return true;
    if (words.size() > most_words) return false;
    // Words of the line that end last before the side and start first behind it.
    for (const WordIndex index : words) {
        const Word& left = page.words[index];
        if (left.box.right > side + side_margin) continue;
        const double near = side - left.box.right;
        if (near > 2 * left.size) continue;
        for (const WordIndex other : words) {
            const Word& right = page.words[other];
            if (right.box.left < side - side_margin || right.box.left - left.box.right >= space * left.size) continue;
            if (right.box.top < left.box.bottom - left.size / 2 && left.box.top < right.box.bottom - left.size / 2)
                return true;
        }
    }
    return false;
}

std::size_t columns_filled(const Page& page, const std::vector<WordIndex>& words, const std::vector<double>& sides) {
    std::vector<bool> filled(sides.size() + 1);
    for (const double side : sides)
        if (crosses(page, words, side)) return 0;
    for (const WordIndex index : words) {
        const Box& box = page.words[index].box;
        const auto side = std::upper_bound(sides.begin(), sides.end(), (box.left + box.right) / 2);
        filled[static_cast<std::size_t>(side - sides.begin())] = true;
    }
    return static_cast<std::size_t>(std::count(filled.begin(), filled.end(), true));
}

}  // namespace sop::pdf
