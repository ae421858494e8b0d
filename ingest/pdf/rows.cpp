#include "ingest/pdf/rows.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

namespace sop::pdf {
namespace {

// Middles of words on one line differ by a smaller size or a footnote mark (two thirds of the mark's size); those of
// two lines by at least the smaller size, or the lines would touch. In sizes of the smaller type: heights of boxes are
// what the font claims.
constexpr double same_row = 0.7;

bool is_lead_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// Side of a word's box where its text starts, and where it ends.
double& start_of(Word& word) {
    double* const sides[] = {&word.box.left, &word.box.top, &word.box.right, &word.box.bottom};
    return *sides[word.rotation];
}
double& end_of(Word& word) {
    double* const sides[] = {&word.box.right, &word.box.bottom, &word.box.left, &word.box.top};
    return *sides[word.rotation];
}

}  // namespace

Box upright(const Box& box, int rotation) {
    switch (rotation) {
        case 1:
            return {box.top, -box.right, box.bottom, -box.left};
        case 2:
            return {-box.right, -box.bottom, -box.left, -box.top};
        case 3:
            return {-box.bottom, box.left, -box.top, box.right};
        default:
            return box;
    }
}

Box upright(const Word& word) { return upright(word.box, word.rotation); }

double upright_edge(double edge, int rotation) { return rotation < 2 ? edge : -edge; }

std::vector<Row> rows_of(const Page& page) {
    Row words(page.words.size());
    std::iota(words.begin(), words.end(), 0U);
    return rows_of(page, words);
}

std::vector<Row> rows_of(const Page& page, const Row& words) {
    struct Placed {
        int rotation;
        double middle, size, left;
        std::uint32_t word;
    };
    std::vector<Placed> placed;
    placed.reserve(words.size());
    for (const std::uint32_t i : words) {
        const Box box = upright(page.words[i]);
        placed.push_back({page.words[i].rotation, (box.top + box.bottom) / 2, page.words[i].size, box.left, i});
    }
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.rotation, a.middle, a.word) < std::tie(b.rotation, b.middle, b.word);
    });
    std::vector<Row> rows;
    for (auto first = placed.begin(); first != placed.end();) {
        auto last = std::next(first);
        while (last != placed.end() && last->rotation == first->rotation &&
               last->middle - first->middle < same_row * std::min(first->size, last->size))
            ++last;
        std::sort(first, last,
                  [](const Placed& a, const Placed& b) { return std::tie(a.left, a.word) < std::tie(b.left, b.word); });
        Row& row = rows.emplace_back();
        row.reserve(static_cast<std::size_t>(last - first));
        for (; first != last; ++first) row.push_back(first->word);
    }
    return rows;
}

double gap_between(const Word& left, const Word& right) { return upright(right).left - upright(left).right; }

void cut_word(Page& page, std::size_t index, const std::vector<std::size_t>& cuts) {
    if (cuts.empty()) return;
    const Word whole = std::move(page.words[index]);
    std::size_t byte = 0;
    std::size_t first = 0;
    for (std::size_t piece = 0; piece <= cuts.size(); ++piece) {
        const bool is_last = piece == cuts.size();
        const std::size_t end = is_last ? whole.edges.size() - 1 : cuts[piece];
        assert(first < end && end < whole.edges.size());
        const std::size_t begin_byte = byte;
        for (std::size_t left = end - first; left > 0; --left) do
                ++byte;
            while (byte < whole.text.size() && !is_lead_byte(whole.text[byte]));
        Word word{.text = whole.text.substr(begin_byte, byte - begin_byte),
                  .box = whole.box,
                  .edges = std::vector<double>(whole.edges.begin() + static_cast<std::ptrdiff_t>(first),
                                               whole.edges.begin() + static_cast<std::ptrdiff_t>(end) + 1),
                  .size = whole.size,
                  .font = whole.font,
                  .rotation = whole.rotation,
                  .mcid = whole.mcid,
                  .color = whole.color,
                  .is_artifact = whole.is_artifact,
                  .is_invisible = whole.is_invisible,
                  .space_after = is_last && whole.space_after};
        start_of(word) = word.edges.front();
        end_of(word) = word.edges.back();
        first = end;
        if (piece == 0)
            page.words[index] = std::move(word);
        else
            page.words.push_back(std::move(word));
    }
}

void append_word(Word& left, const Word& right) {
    left.text += right.text;
    if (left.edges.empty() || right.edges.empty()) {
        left.edges.clear();
    } else {
        left.edges.back() = right.edges.front();
        left.edges.insert(left.edges.end(), right.edges.begin() + 1, right.edges.end());
    }
    left.box = {std::min(left.box.left, right.box.left), std::min(left.box.top, right.box.top),
                std::max(left.box.right, right.box.right), std::max(left.box.bottom, right.box.bottom)};
    left.space_after = right.space_after;
}

std::size_t characters_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_lead_byte));
}

bool is_bold(const Page& page, const Word& word) {
    return word.font >= 0 && static_cast<std::size_t>(word.font) < page.fonts.size() &&
           page.fonts[static_cast<std::size_t>(word.font)].bold;
}

bool starts_with_box(std::string_view text) { return text.starts_with("☐") || text.starts_with("☒"); }

}  // namespace sop::pdf
