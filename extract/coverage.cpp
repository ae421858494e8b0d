#include "extract/coverage.h"

#include <algorithm>

namespace sop {

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
        const bool goes_on = (c & 0xC0) == 0x80;
        return !goes_on && c != ' ' && c != '\n' && c != '\t' && c != '\r';
    }));
}

std::size_t count_characters(const std::vector<Block>& blocks) {
    std::size_t count = 0;
    for (const Block& block : blocks) {
        if (const auto* table = std::get_if<Table>(&block.content)) {
            for (const Row& row : table->rows)
                for (const Cell& cell : row.cells) count += count_characters(cell.blocks);
            continue;
        }
        for (const Inline& piece : std::get<Paragraph>(block.content).inlines) {
            const auto* text = std::get_if<Text>(&piece);
            if (text && !(text->style & (hidden | placeholder))) count += count_characters(text->text);
        }
    }
    return count;
}

TextSize measure_text(const Document& document) {
    TextSize size{count_characters(document.blocks), 0};
    for (const Story& story : document.stories) {
        const bool is_note = story.kind == Story::Kind::footnote || story.kind == Story::Kind::endnote;
        if (is_note) size.body += count_characters(story.blocks);
        const bool is_furniture = story.kind == Story::Kind::header || story.kind == Story::Kind::footer;
        if (is_furniture) size.furniture += count_characters(story.blocks);
    }
    return size;
}

}  // namespace sop
