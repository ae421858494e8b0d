#include "ingest/pdf/structure_list.h"

#include <algorithm>
#include <cctype>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/geometry.h"
#include "ingest/pdf/labels.h"
#include "ingest/pdf/rows.h"
#include "ingest/pdf/structure_lines.h"

namespace sop::pdf {
namespace {

// Longest label, in characters: "Artikel 12.3". What is longer is text in the wrong place.
constexpr std::size_t max_label = 12;

std::size_t length_of(const std::vector<PageWord>& words, const std::vector<Page>& pages) {
    std::size_t length = 0;
    for (const PageWord& word : words)
        length += characters_of(pages[static_cast<std::size_t>(word.page)].words[word.word].text);
    return length;
}

// Puts the words of the label at the start of the first line, where their place says otherwise: a bullet may sit on
// another base line than its text.
void put_label_first(TextBlock& block, const std::vector<PageWord>& label) {
    const int page = label.front().page;
    std::vector<WordIndex> sorted;
    for (const PageWord& word : label)
        if (word.page == page) sorted.push_back(word.word);
    std::sort(sorted.begin(), sorted.end());
    const auto is_label = [&](WordIndex word) { return std::binary_search(sorted.begin(), sorted.end(), word); };
    Line start;
    for (Line& line : block.lines) {
        if (line.page != page) continue;
        const auto rest = std::stable_partition(line.words.begin(), line.words.end(), is_label);
        if (rest == line.words.begin()) continue;
        if (start.words.empty() && start.size == 0) {
            start = line;
            start.words.clear();
        }
        start.words.insert(start.words.end(), line.words.begin(), rest);
        line.words.erase(line.words.begin(), rest);
    }
    const std::size_t count = start.words.size();
    std::erase_if(block.lines, [](const Line& line) { return line.words.empty(); });
    if (block.lines.empty() || block.lines.front().page != page) {
        block.lines.insert(block.lines.begin(), std::move(start));
    } else {
        Line& first = block.lines.front();
        first.words.insert(first.words.begin(), start.words.begin(), start.words.end());
        first.box = united(first.box, start.box);
    }
    block.label_words = static_cast<int>(count);
}

}  // namespace

bool is_ordered(std::string_view label) {
    while (!label.empty() && (label.front() == '(' || label.front() == ' ')) label.remove_prefix(1);
    if (label.empty()) return false;
    const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    if (is_digit(label.front())) return true;
    if (!is_letter(label.front())) return false;
    // "o" alone is the round bullet of Courier New that Word takes for the second level.
    const auto end = std::find_if_not(label.begin(), label.end(), is_letter);
    return end != label.end() && (*end == '.' || *end == ')');
}

void make_item(TextBlock& block, const std::vector<PageWord>& text, ListItem& item, const std::vector<Page>& pages) {
    item.is_used = true;
    std::vector<PageWord> words = item.label;
    words.insert(words.end(), text.begin(), text.end());
    block.lines = lines_of_block(pages, words);
    if (block.lines.empty()) return;
    if (item.label.empty() || length_of(item.label, pages) > max_label) {
        find_label(block, pages[static_cast<std::size_t>(block.lines.front().page)]);
        if (!block.list && block.heading == 0) block.list.emplace();
    } else {
        put_label_first(block, item.label);
        block.list.emplace();
        const Line& line = block.lines.front();
        for (int i = 0; i < block.label_words; ++i)
            block.list->label +=
                pages[static_cast<std::size_t>(line.page)].words[line.words[static_cast<std::size_t>(i)]].text;
        block.list->ordered = is_ordered(block.list->label);
    }
    if (block.list) block.list->level = item.level;
}

void set_levels_by_indent(std::vector<Item>& items, const std::vector<Page>& pages) {
    std::vector<TextBlock*> list;  // items below each other on a page, all at one level of the tree
    const auto finish = [&] {
        if (list.size() > 1) set_levels(list, pages[static_cast<std::size_t>(list.front()->lines.front().page)]);
        list.clear();
    };
    for (Item& item : items) {
        if (auto* table = std::get_if<TableBlock>(&item.content))
            for (TableRow& row : table->rows)
                for (TableCell& cell : row.cells) set_levels_by_indent(cell.items, pages);
        auto* block = std::get_if<TextBlock>(&item.content);
        if (block == nullptr || !block->list) {
            finish();
            continue;
        }
        if (block->list->level > 0) {  // the tree knows levels
            list.clear();
            continue;
        }
        if (!list.empty()) {
            const Line &above = list.back()->lines.back(), &line = block->lines.front();
            if (above.page != line.page || above.rotation != line.rotation || line.rotation != 0 ||
                line.box.top < above.box.top)
                finish();
        }
        list.push_back(block);
    }
    finish();
}

}  // namespace sop::pdf
