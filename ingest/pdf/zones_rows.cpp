#include "ingest/pdf/zones_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace sop::pdf {
namespace {

// White space that parts what stands left, in the middle and right of a header, in sizes: three spaces of most fonts
// are less.
constexpr double wide_gap = 1.5;
// Sizes are told apart in steps of a tenth of a point: producers round them.
constexpr double size_steps = 10;

using Sizes = std::map<long, std::size_t>;

double most(const Sizes& sizes) {
    const auto best =
        std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == sizes.end() ? 0 : static_cast<double>(best->first) / size_steps;
}

void count(Sizes& sizes, const Word& word) {
    if (std::isfinite(word.size) && std::abs(word.size) < 1e4)
        sizes[std::lround(word.size * size_steps)] += characters_of(word.text);
}

void add(Box& box, const Box& other) {
    box = {std::min(box.left, other.left), std::min(box.top, other.top), std::max(box.right, other.right),
           std::max(box.bottom, other.bottom)};
}

}  // namespace

std::optional<Page> upright_page(const Page& page) {
    std::array<std::size_t, 4> characters{};
    for (const Word& word : page.words) characters[static_cast<std::size_t>(word.rotation)] += characters_of(word.text);
    const auto rotation = static_cast<int>(std::max_element(characters.begin(), characters.end()) - characters.begin());
    if (rotation == 0) return std::nullopt;
    Page turned;
    turned.number = page.number;
    const Box whole = upright(Box{0, 0, page.width, page.height}, rotation);
    turned.width = whole.right - whole.left;
    turned.height = whole.bottom - whole.top;
    const auto place = [&](const Box& box) {
        const Box at = upright(box, rotation);
        return Box{at.left - whole.left, at.top - whole.top, at.right - whole.left, at.bottom - whole.top};
    };
    turned.words = page.words;
    for (Word& word : turned.words) {
        word.box = place(word.box);
        word.edges.clear();
        word.rotation = (word.rotation + 4 - rotation) % 4;
    }
    for (Ruling ruling : page.rulings) {
        const Box box = place(ruling.is_horizontal ? Box{ruling.from, ruling.position, ruling.to, ruling.position}
                                                   : Box{ruling.position, ruling.from, ruling.position, ruling.to});
        if (rotation % 2 == 1) ruling.is_horizontal = !ruling.is_horizontal;
        ruling.position = ruling.is_horizontal ? box.top : box.left;
        ruling.from = ruling.is_horizontal ? box.left : box.top;
        ruling.to = ruling.is_horizontal ? box.right : box.bottom;
        turned.rulings.push_back(ruling);
    }
    return turned;
}

std::vector<PageRow> page_rows(const Page& page) {
    std::vector<PageRow> rows;
    for (Row& words : rows_of(page)) {
        if (page.words[words.front()].rotation != 0) continue;
        PageRow& row = rows.emplace_back();
        row.box = page.words[words.front()].box;
        row.is_artifact = true;
        Sizes sizes;
        const Word* previous = nullptr;
        for (const std::uint32_t index : words) {
            const Word& word = page.words[index];
            if (!previous || gap_between(*previous, word) > wide_gap * word.size) {
                row.segments.push_back({"", word.box});
            } else if (previous->space_after) {
                row.segments.back().text += ' ';
            }
            row.segments.back().text += word.text;
            add(row.segments.back().box, word.box);
            add(row.box, word.box);
            row.is_artifact = row.is_artifact && word.is_artifact;
            count(sizes, word);
            previous = &word;
        }
        row.size = most(sizes);
        row.words = std::move(words);
    }
    return rows;
}

double main_size(const PageViews& pages) {
    Sizes sizes;
    for (const Page* page : pages)
        for (const Word& word : page->words) count(sizes, word);
    return most(sizes);
}

}  // namespace sop::pdf
