#include "ingest/pdf/structure_lines.h"

#include <algorithm>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Narrowest gap between two columns of text, in sizes: about the 0.5 inch that Word and LibreOffice offer, and as
// narrow as a centimetre in small print. A gap through a whole paragraph is wider only at a tab.
constexpr double column_gap = 1.2;

// Cuts `words` at white space from top to bottom where the part left of it starts lower than the part right of it: a
// paragraph that goes on at the top of the next column. Tabs leave such white space too, but there both sides start in
// the same line.
std::vector<std::vector<WordIndex>> columns_of(const Page& page, std::vector<WordIndex> words) {
    std::sort(words.begin(), words.end(),
              [&](WordIndex a, WordIndex b) { return upright(page.words[a]).left < upright(page.words[b]).left; });
    std::vector<double> tops(words.size());  // of each word and all right of it
    for (std::size_t i = words.size(); i-- > 0;) {
        tops[i] = upright(page.words[words[i]]).top;
        if (i + 1 < words.size()) tops[i] = std::min(tops[i], tops[i + 1]);
    }
    std::vector<std::vector<WordIndex>> columns(1);
    double right = 0, top = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = page.words[words[i]];
        const Box box = upright(word);
        if (i > 0 && word.rotation == page.words[words[0]].rotation && box.left - right > column_gap * word.size) {
            if (top > tops[i] + word.size) {
                columns.emplace_back();
                top = box.top;
            }
        }
        right = i == 0 ? box.right : std::max(right, box.right);
        top = columns.back().empty() ? box.top : std::min(top, box.top);
        columns.back().push_back(words[i]);
    }
    return columns;
}

void add_box(std::optional<Box>& sum, const Box& box) { sum = sum ? united(*sum, box) : box; }

}  // namespace

std::vector<Line> lines_of_block(const std::vector<Page>& pages, const std::vector<PageWord>& words) {
    std::vector<PageWord> sorted = words;
    const auto is_before = [](const PageWord& a, const PageWord& b) { return a.page < b.page; };
    std::stable_sort(sorted.begin(), sorted.end(), is_before);
    std::vector<Line> lines;
    for (auto first = sorted.begin(); first != sorted.end();) {
        const int page = first->page;
        std::vector<WordIndex> here;
        for (; first != sorted.end() && first->page == page; ++first) here.push_back(first->word);
        const Page& place = pages[static_cast<std::size_t>(page)];
        for (const std::vector<WordIndex>& column : columns_of(place, std::move(here)))
            for (Line& line : lines_of(place, page, column, std::nullopt)) lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<Box> box_on(const Item& item, int page) {
    std::optional<Box> sum;
    if (const auto* text = std::get_if<TextBlock>(&item.content)) {
        for (const Line& line : text->lines)
            if (line.page == page) add_box(sum, line.box);
    } else if (const auto* table = std::get_if<TableBlock>(&item.content)) {
        for (const TableRow& row : table->rows)
            for (const TableCell& cell : row.cells)
                for (const Item& inner : cell.items)
                    if (const std::optional<Box> box = box_on(inner, page)) add_box(sum, *box);
    } else if (const auto* picture = std::get_if<PictureBlock>(&item.content)) {
        if (picture->page == page && picture->box != Box{}) add_box(sum, picture->box);
    }
    return sum;
}

}  // namespace sop::pdf
