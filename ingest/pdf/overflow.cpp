#include "ingest/pdf/overflow.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// In points.
constexpr double least_part = 2;       // of a word on either side
constexpr double widest_padding = 12;  // between the side of a cell and its text
constexpr double rounding = 0.6;
constexpr double same_start = 0.3;
// Sides and strings that are looked at closely on a page; real pages have a few.
constexpr std::size_t most_places = 500;
// A painted string is longer: some printers paint every letter by itself.
constexpr std::size_t least_letters = 2;

// Whether other text behind `side` starts there too.
bool is_start_of_column(const Page& page, const Word& word, const Ruling& side, double start) {
    return std::any_of(page.words.begin(), page.words.end(), [&](const Word& other) {
        return &other != &word && other.rotation == 0 && std::abs(other.box.left - start) < same_start &&
               middle_y(other.box) > side.from && middle_y(other.box) < side.to;
    });
}

// Whether a string that starts before `side` goes on behind `end`, of the first letter: it has the letters there.
bool is_painted_through(const Page& page, double middle, const Ruling& side, double end) {
    return std::any_of(page.runs.begin(), page.runs.end(), [&](const TextRun& run) {
        return run.rotation == 0 && run.box.top < middle && run.box.bottom > middle && run.box.left < side.position &&
               run.box.right > end;
    });
}

// The letter of `word` that a string painted behind `side` starts with.
std::optional<std::size_t> letter_behind(const Page& page, const Word& word, const Ruling& side, std::size_t& places) {
    const double middle = middle_y(word.box);
    for (const TextRun& run : page.runs) {
        const double start = run.box.left;
        if (run.rotation != 0 || start <= side.position || start > side.position + widest_padding ||
            start > word.box.right - least_part)
            continue;
        if (run.box.top > middle || run.box.bottom < middle) continue;
        if (places == 0) return std::nullopt;
        --places;
        const auto letter = std::find_if(word.edges.begin() + 1, word.edges.end() - 1,
                                         [&](double edge) { return std::abs(edge - start) < rounding; });
        const auto left = static_cast<std::size_t>(word.edges.end() - letter);
        if (left > least_letters && run.box.right + rounding > *(letter + least_letters) &&
            is_start_of_column(page, word, side, start) && !is_painted_through(page, middle, side, *(letter + 1)))
            return static_cast<std::size_t>(letter - word.edges.begin());
    }
    return std::nullopt;
}

}  // namespace

void cut_overflows(Page& page) {
    std::vector<const Ruling*> sides;
    for (const Ruling& ruling : page.rulings)
        if (!ruling.is_horizontal) sides.push_back(&ruling);
    std::stable_sort(sides.begin(), sides.end(),
                     [](const Ruling* a, const Ruling* b) { return a->position < b->position; });
    const std::size_t words = page.words.size();
    std::size_t places = most_places;
    for (std::size_t i = 0; i < words && places > 0; ++i) {
        const Word& word = page.words[i];
        if (word.rotation != 0 || word.edges.size() <= least_letters + 1) continue;
        const double middle = middle_y(word.box);
        auto side = std::upper_bound(sides.begin(), sides.end(), word.box.left + least_part,
                                     [](double x, const Ruling* ruling) { return x < ruling->position; });
        for (; side != sides.end() && (*side)->position < word.box.right - least_part && places > 0; ++side) {
            if ((*side)->from > middle || (*side)->to < middle) continue;
            --places;
            if (const auto letter = letter_behind(page, word, **side, places)) {
                cut_word(page, i, {*letter});
                break;
            }
        }
    }
}

}  // namespace sop::pdf
