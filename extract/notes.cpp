#include "extract/notes.h"

#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace sop {
namespace {

void find_marks(const std::vector<Block>& blocks, std::vector<std::string>& ids) {
    for (const Block& block : blocks) {
        if (const auto* table = std::get_if<Table>(&block.content)) {
            for (const Row& row : table->rows)
                for (const Cell& cell : row.cells) find_marks(cell.blocks, ids);
            continue;
        }
        for (const Inline& content : std::get<Paragraph>(block.content).inlines)
            if (const auto* mark = std::get_if<NoteMark>(&content)) ids.push_back(mark->id);
    }
}

}  // namespace

void append_notes(Extraction& extraction, std::vector<Story> stories) {
    std::map<std::string, Story*, std::less<>> notes;
    int furniture = 0;
    for (Story& story : stories) {
        const bool is_note = story.kind == Story::Kind::footnote || story.kind == Story::Kind::endnote;
        if (is_note) notes.emplace(story.id, &story);
        if (story.kind == Story::Kind::header || story.kind == Story::Kind::footer) ++furniture;
    }
    const auto count = static_cast<int>(notes.size());
    const auto take = [&](std::vector<Block>& blocks, Story& note) {
        std::move(note.blocks.begin(), note.blocks.end(), std::back_inserter(blocks));
        note.blocks.clear();
    };
    const auto take_marked = [&](std::vector<Block>& blocks) {
        std::vector<std::string> ids;
        find_marks(blocks, ids);
        for (const std::string& id : ids)
            if (const auto note = notes.find(id); note != notes.end()) take(blocks, *note->second);
    };
    take_marked(extraction.front);
    for (Section& section : extraction.sections) take_marked(section.blocks);
    std::vector<Block>& last = extraction.sections.empty() ? extraction.front : extraction.sections.back().blocks;
    for (Story& story : stories)
        if (notes.contains(story.id)) take(last, story);

    if (count > 0)
        add_diagnostic(extraction.diagnostics,
                       {"VOETNOTEN",
                        Severity::info,
                        "Voet- en eindnoten staan aan het eind van de sectie die ernaar verwijst.",
                        {},
                        count});
    if (furniture > 0)
        add_diagnostic(extraction.diagnostics,
                       {"KOP_EN_VOETTEKST",
                        Severity::info,
                        "Kop- en voetteksten van de pagina's horen niet bij de tekst en zijn weggelaten.",
                        {},
                        furniture});
}

}  // namespace sop
