#include "ingest/pdf/flow.h"

#include <algorithm>

#include "ingest/pdf/rows.h"

namespace sop::pdf {

std::vector<Line> lines_of(const Page& page, int page_index, const std::vector<WordIndex>& words,
                           const std::optional<Box>& region) {
    std::vector<bool> wanted(page.words.size());
    for (const WordIndex word : words) wanted[word] = true;
    std::vector<Line> lines;
    for (const Row& row : rows_of(page)) {
        Line line;
        line.page = page_index;
        for (const WordIndex word : row)
            if (wanted[word]) line.words.push_back(word);
        if (line.words.empty()) continue;
        line.box = page.words[line.words.front()].box;
        for (const WordIndex index : line.words) {
            const Word& word = page.words[index];
            line.box = {std::min(line.box.left, word.box.left), std::min(line.box.top, word.box.top),
                        std::max(line.box.right, word.box.right), std::max(line.box.bottom, word.box.bottom)};
            line.size = std::max(line.size, word.size);
            line.rotation = word.rotation;
        }
        if (region) line.room = region->right - line.box.right;
        lines.push_back(std::move(line));
    }
    return lines;
}

void find_label(TextBlock&, const Page&) {}

std::vector<Item> flow(const Page& page, int page_index, const std::vector<WordIndex>& words, const std::vector<Grid>&,
                       const Box& region) {
    std::vector<Item> items;
    for (Line& line : lines_of(page, page_index, words, region)) {
        TextBlock block;
        block.lines.push_back(std::move(line));
        items.push_back({std::move(block)});
    }
    return items;
}

}  // namespace sop::pdf
