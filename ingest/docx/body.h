// Walks a story of a Word document (body, header, footer, notes, comments) and gives its blocks in reading order.
#pragma once

#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.h"
#include "ingest/docx/controls.h"
#include "ingest/docx/fields.h"
#include "ingest/docx/grid.h"
#include "ingest/docx/inlines.h"
#include "ingest/docx/numbering.h"
#include "ingest/docx/styles.h"

namespace sop::docx {

// What was met on the way and is reported once, with a count.
struct Tally {
    int insertions = 0, deletions = 0, moves = 0;
    int foreign_parts = 0;  // w:altChunk, w:subDoc: other documents inside this one
    int embedded = 0;       // OLE objects, ActiveX controls
    bool has_ticked_bullets = false;
};

// What all stories of one document share.
struct Shared {
    const Styles& styles;
    const Limits& limits;
    Controls controls;
    Tally tally{};
    int tables = 0;  // tables seen so far
    int blocks = 0;  // paragraphs, rows and cells seen so far
    std::size_t text_bytes = 0;
    int nesting = 0;  // tables and text boxes that stand open
    // Text of a drawing's part (SmartArt, chart) by relationship id, a paragraph each; set for the part that is read.
    std::function<std::vector<std::string>(std::string_view relationship_id)> drawing_text{};
};

class StoryReader {
public:
    // `path` is where the story's origins start: "body", "header1", "footnotes/footnote[2]".
    StoryReader(Shared& shared, const Numbering& numbering) : shared_(shared), numbering_(numbering) {}

    // Blocks of `container` (w:body, w:hdr, w:footnote, …), which is empty afterwards. Numbering goes on from one call
    // to the next.
    std::vector<Block> read(pugi::xml_node container, std::string path);

private:
    void count_block();

    // One sequence of blocks: what is added goes to `blocks`; counts paragraphs and tables for the paths.
    struct Flow {
        std::string path;
        std::optional<CellPlace> cell;
        std::vector<Block> blocks;
        int paragraphs = 0, tables = 0;
        std::vector<Inline> carried;  // of paragraphs whose mark was deleted: they stand before the next one's
    };
    // The paragraph that is read.
    struct Open {
        InlineBuilder inlines;
        RunFormat base;            // run format of its style
        std::vector<Block> after;  // text boxes: they stand after it
        std::string path;
        bool has_toc_text = false, has_body_text = false;
    };

    // The table that is read; counts rows and cells for the paths.
    struct OpenTable {
        GridBuilder grid;
        int ordinal = 0;
        std::string path, row_path;
        int rows = 0, cells = 0;
    };

    void read_blocks(const pugi::xml_node& container, Flow& flow);
    void read_block(const pugi::xml_node& node, Flow& flow);
    void read_paragraph(const pugi::xml_node& node, Flow& flow);
    void read_loose_inline(const pugi::xml_node& node, Flow& flow);
    void finish_paragraph(Paragraph paragraph, Open& open, bool mark_deleted, Flow& flow);
    void flush_carried(Flow& flow);
    void read_table(const pugi::xml_node& node, Flow& flow);
    void read_rows(const pugi::xml_node& container, OpenTable& table);
    void read_row(const pugi::xml_node& row, OpenTable& table);
    void read_cells(const pugi::xml_node& container, OpenTable& table);
    void read_cell(const pugi::xml_node& cell, OpenTable& table);

    void read_inlines(const pugi::xml_node& container, Open& open);
    void read_inline(const pugi::xml_node& node, Open& open);
    void read_run(const pugi::xml_node& run, Open& open);
    void read_run_content(const pugi::xml_node& node, const RunFormat& format, std::uint16_t style, Open& open);
    void read_field_char(const pugi::xml_node& node, std::uint16_t style, Open& open);
    void read_drawing(const pugi::xml_node& node, Open& open);
    void read_math(const pugi::xml_node& node, Open& open);
    void read_text_box(const pugi::xml_node& content, Open& open);
    void add_text(std::string_view text, const RunFormat& format, std::uint16_t style, Open& open);
    // Opens a content control around what `read` reads of its content.
    void read_control(const pugi::xml_node& sdt, const std::string& path,
                      const std::function<void(const pugi::xml_node&)>& read);
    void place_pending(Open& open);

    ControlIndex current_control() const;
    // The branch of mc:AlternateContent that is read: the first that shows text, else the first that shows anything.
    static pugi::xml_node alternative(const pugi::xml_node& node);

    Shared& shared_;
    Numbering numbering_;
    FieldStack* fields_ = nullptr;  // of the story or text box that is read
    std::vector<Inline> pending_;   // tick or bound value of a control: goes before the first text inside it
};

// Makes tick boxes of box bullets. Only for a document that has a ticked one among them: a list whose boxes are all
// empty is a list, for its bullets cannot be ticked one by one.
void tick_box_bullets(std::vector<Block>& blocks);

}  // namespace sop::docx
