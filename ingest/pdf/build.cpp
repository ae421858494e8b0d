#include "ingest/pdf/build.h"

#include <utility>

namespace sop::pdf {
namespace {

Paragraph paragraph_of(const TextBlock& block, const std::vector<Page>& pages) {
    Paragraph paragraph;
    paragraph.heading = block.heading;
    paragraph.heading_reason = block.heading_reason;
    paragraph.role = block.meaning;
    std::string text;
    for (const Line& line : block.lines) {
        const Page& page = pages[static_cast<std::size_t>(line.page)];
        if (!text.empty()) text += ' ';
        for (const WordIndex index : line.words) {
            text += page.words[index].text;
            if (page.words[index].space_after && index != line.words.back()) text += ' ';
        }
    }
    paragraph.inlines.emplace_back(Text{std::move(text)});
    const Line& first = block.lines.front();
    paragraph.origin.page = pages[static_cast<std::size_t>(first.page)].number;
    paragraph.origin.box = first.box;
    return paragraph;
}

}  // namespace

void build(Document& document, const std::vector<Page>& pages, const std::vector<Zones>&,
           const std::vector<Item>& items) {
    for (const Item& item : items)
        if (const auto* text = std::get_if<TextBlock>(&item.content))
            document.blocks.push_back({paragraph_of(*text, pages)});
}

}  // namespace sop::pdf
