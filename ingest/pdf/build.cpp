#include "ingest/pdf/build.h"

#include <algorithm>
#include <utility>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/inlines.h"
#include "ingest/pdf/stories.h"
#include "ingest/pdf/turn.h"

namespace sop::pdf {
namespace {

Box around(const Box& a, const Box& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

class Builder {
public:
    explicit Builder(const Surroundings& around) : around_(around) {}

    std::vector<Block> blocks(const std::vector<Item>& items, const std::optional<CellPlace>& cell = std::nullopt) {
        std::vector<Block> blocks;
        blocks.reserve(items.size());
        for (const Item& item : items) {
            if (const auto* text = std::get_if<TextBlock>(&item.content)) {
                if (Paragraph made = paragraph(*text, cell); !made.inlines.empty()) blocks.push_back({std::move(made)});
            } else if (const auto* table = std::get_if<TableBlock>(&item.content)) {
                blocks.push_back({this->table(*table)});
            } else {
                blocks.push_back({picture(std::get<PictureBlock>(item.content), cell)});
            }
        }
        return blocks;
    }

private:
    Origin origin(int page, const Box& box, const std::optional<CellPlace>& cell) const {
        Origin origin;
        const Page& shown = around_.pages[static_cast<std::size_t>(page)];
        origin.page = shown.number;
        origin.box = as_shown(shown, box);
        origin.cell = cell;
        return origin;
    }

    Paragraph paragraph(const TextBlock& block, const std::optional<CellPlace>& cell) const {
        Paragraph paragraph;
        paragraph.heading = block.heading;
        paragraph.heading_reason = block.heading_reason;
        paragraph.role = block.meaning;
        paragraph.inlines = inlines_of(block.lines, block.label_words, !block.role.empty(), around_);
        // The number of a heading is its own, not a list's.
        if (block.list && block.heading > 0)
            paragraph.number = block.list->label;
        else
            paragraph.list = block.list;
        if (block.lines.empty()) return paragraph;
        const int page = block.lines.front().page;
        Box box = block.lines.front().box;
        for (const Line& line : block.lines)
            if (line.page == page) box = sop::pdf::around(box, line.box);
        paragraph.origin = origin(page, box, cell);
        return paragraph;
    }

    Paragraph picture(const PictureBlock& block, const std::optional<CellPlace>& cell) const {
        Paragraph paragraph;
        paragraph.inlines.emplace_back(Picture{block.description});
        paragraph.origin = origin(block.page, block.box, cell);
        return paragraph;
    }

    Table table(const TableBlock& block) {
        Table table;
        table.columns = block.columns;
        table.ordinal = ++tables_;
        table.origin = origin(block.page, block.box, std::nullopt);
        int row_number = 0;
        for (const TableRow& row : block.rows) {
            Row& made = table.rows.emplace_back();
            made.is_header = row.is_header;
            for (const TableCell& cell : row.cells) {
                const CellPlace place{table.ordinal, row_number, cell.column};
                made.cells.push_back({.column = cell.column,
                                      .column_span = cell.column_span,
                                      .row_span = cell.row_span,
                                      .is_header = cell.is_header,
                                      .blocks = blocks(cell.items, place),
                                      .origin = origin(cell.page, cell.box, place)});
            }
            ++row_number;
        }
        return table;
    }

    const Surroundings& around_;
    int tables_ = 0;
};

// A note's own text, as paragraphs.
std::vector<Story> notes(const std::vector<Zones>& zones, const Surroundings& around, Builder& builder) {
    std::vector<Story> stories;
    for (std::size_t i = 0; i < zones.size(); ++i) {
        const Page& page = around.pages[i];
        for (const Footnote& note : zones[i].footnotes) {
            if (note.words.empty()) continue;
            Box box = page.words[note.words.front()].box;
            for (const WordIndex word : note.words) box = sop::pdf::around(box, page.words[word].box);
            Story story;
            story.kind = Story::Kind::footnote;
            story.id = around.notes[i].find(note.label)->second;
            story.blocks = builder.blocks(flow(page, static_cast<int>(i), note.words, {}, box));
            story.origin.page = page.number;
            story.origin.box = as_shown(page, box);
            stories.push_back(std::move(story));
        }
    }
    return stories;
}

}  // namespace

void build(Document& document, const std::vector<Page>& pages, const std::vector<Zones>& zones,
           const std::vector<Item>& items, bool uses_word_list) {
    Vocabulary vocabulary(pages, uses_word_list);
    vocabulary.read_line_ends(items, pages);
    const std::vector<NoteIds> ids = note_ids(pages, zones);
    Widgets widgets(document.controls, pages);
    Decor decor(pages);
    const Surroundings around{pages, vocabulary, ids, widgets, decor};
    Builder builder(around);
    document.blocks = builder.blocks(items);
    for (Story& story : furniture(zones, around)) document.stories.push_back(std::move(story));
    for (Story& story : notes(zones, around, builder)) document.stories.push_back(std::move(story));
    for (Story& story : hidden_text(pages)) document.stories.push_back(std::move(story));
    widgets.finish();
}

}  // namespace sop::pdf
