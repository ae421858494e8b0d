#include "ingest/docx/body.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

#include "ingest/docx/tags.h"
#include "ingest/docx/xml.h"
#include "ingest/text.h"

namespace sop::docx {
namespace {

// A heading longer than this many bytes is a paragraph that someone gave a heading style for its looks.
constexpr std::size_t heading_bytes = 300;

std::string indexed(const std::string& path, const char* name, int index) {
    return path + '/' + name + '[' + std::to_string(index) + ']';
}

// Depth of tables and text boxes in each other, bounded.
class Nesting {
public:
    Nesting(int& depth, const Limits& limits) : depth_(depth) {
        if (depth_ >= limits.nesting) throw ConversionError(ErrorCode::over_limit, {}, "te diep genest");
        ++depth_;
    }
    ~Nesting() { --depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

private:
    int& depth_;
};

// Heading level and its reason (17.7.4.9 w:name, 17.3.1.20 w:outlineLvl); a direct outline level counts over the
// style's.
std::pair<int, HeadingReason> heading_of(const pugi::xml_node& properties, const ResolvedStyle& style) {
    if (style.role == Role::toc) return {0, HeadingReason::none};
    const auto is_level = [](std::optional<int> level) { return level && *level >= 0 && *level <= 8; };
    const auto direct = read_outline_level(properties);
    if (style.heading > 0) return {is_level(direct) ? *direct + 1 : style.heading, HeadingReason::style};
    if (direct)
        return is_level(direct) ? std::pair{*direct + 1, HeadingReason::outline_level}
                                : std::pair{0, HeadingReason::none};
    if (is_level(style.outline_level)) return {*style.outline_level + 1, HeadingReason::outline_level};
    return {0, HeadingReason::none};
}

std::size_t text_bytes(const std::vector<Inline>& inlines) {
    std::size_t bytes = 0;
    for (const Inline& content : inlines)
        if (const auto* text = std::get_if<Text>(&content)) bytes += text->text.size();
    return bytes;
}

}  // namespace

std::vector<Block> StoryReader::read(pugi::xml_node container, std::string path) {
    FieldStack fields(container);
    fields_ = &fields;
    Flow flow{std::move(path), {}, {}, 0, 0, {}};
    // The tree is four times as large as its text: what was read makes room for what comes of it. Removing recurses, as
    // deep as Limits::xml_depth lets a tree be.
    while (const pugi::xml_node node = container.first_child()) {
        if (node.type() == pugi::node_element) read_block(node, flow);
        container.remove_child(node);
    }
    flush_carried(flow);
    fields_ = nullptr;
    return std::move(flow.blocks);
}

void StoryReader::count_block() {
    if (++shared_.blocks > shared_.limits.blocks)
        throw ConversionError(ErrorCode::over_limit, {}, "te veel alinea's en tabelcellen");
}

void StoryReader::read_blocks(const pugi::xml_node& container, Flow& flow) {
    for (const auto& node : container.children())
        if (node.type() == pugi::node_element) read_block(node, flow);
}

void StoryReader::read_block(const pugi::xml_node& node, Flow& flow) {
    switch (tag(node.name())) {
        case tag("w:p"):
            return read_paragraph(node, flow);
        case tag("w:tbl"):
            return read_table(node, flow);
        case tag("w:sdt"):
            return read_control(node, indexed(flow.path, "p", flow.paragraphs + 1), [&](const auto& content) {
                read_blocks(content, flow);
                if (pending_.empty()) return;
                Open open;
                place_pending(open);
                finish_paragraph({}, open, false, flow);
            });
        case tag("w:ins"):
            ++shared_.tally.insertions;
            return read_blocks(node, flow);
        case tag("w:moveTo"):
            ++shared_.tally.moves;
            return read_blocks(node, flow);
        case tag("w:customXml"):
        case tag("w:smartTag"):
            return read_blocks(node, flow);
        case tag("w:del"):
        case tag("w:moveFrom"):
            ++shared_.tally.deletions;
            return;
        case tag("mc:AlternateContent"):
            return read_blocks(alternative(node), flow);
        case tag("w:altChunk"):
        case tag("w:subDoc"):
            ++shared_.tally.foreign_parts;
            return;
        case tag("w:r"):
        case tag("w:hyperlink"):
        case tag("w:fldSimple"):
        case tag("w:dir"):
        case tag("w:bdo"):
        case tag("m:oMath"):
        case tag("m:oMathPara"):
            return read_loose_inline(node, flow);
        default:
            return;  // properties, bookmarks, proofing marks
    }
}

void StoryReader::read_control(const pugi::xml_node& sdt, const std::string& path,
                               const std::function<void(const pugi::xml_node&)>& read) {
    shared_.controls.open(sdt, path);
    const OpenControl control = *shared_.controls.innermost();
    if (control.is_checkbox) {
        pending_.push_back(Checkbox{shared_.controls.is_checked(control.index), plain, control.index});
    } else if (auto bound = shared_.controls.take_bound_value(sdt)) {
        shared_.controls.add_value(control.index, *bound);
        pending_.push_back(Text{std::move(*bound), plain, control.index});
    }
    read(sdt.child("w:sdtContent"));
    pending_.clear();
    shared_.controls.close();
}

void StoryReader::place_pending(Open& open) {
    for (Inline& content : std::exchange(pending_, {})) open.inlines.add(std::move(content));
}

void StoryReader::read_paragraph(const pugi::xml_node& node, Flow& flow) {
    count_block();
    const pugi::xml_node properties = node.child("w:pPr");
    const std::string_view style_id = properties.child("w:pStyle").attribute("w:val").value();
    const ResolvedStyle& style = shared_.styles.paragraph(style_id);
    const pugi::xml_node mark = properties.child("w:rPr");
    // 17.13.5.15: a deleted paragraph mark joins the paragraph with the next one.
    const bool mark_deleted = mark.child("w:del") || mark.child("w:moveFrom");
    if (mark_deleted) ++shared_.tally.deletions;
    if (mark.child("w:ins")) ++shared_.tally.insertions;

    Open open;
    open.base = style.run;
    open.path = indexed(flow.path, "p", ++flow.paragraphs);
    Paragraph paragraph;
    std::tie(paragraph.heading, paragraph.heading_reason) = heading_of(properties, style);
    paragraph.role = style.role;
    // A paragraph that only ends a section is neither numbered nor counted.
    const bool is_section_break = properties.child("w:sectPr") && !properties.next_sibling();
    if (!mark_deleted && !is_section_break) {
        if (const auto label = numbering_.next(read_numbering(properties), style, style_id)) {
            if (label->tick.value_or(false)) shared_.tally.has_ticked_bullets = true;
            if (paragraph.heading > 0 && label->ordered)
                paragraph.number = label->text;
            else if (paragraph.heading == 0)
                paragraph.list = ListMark{std::max(label->level, style.list_level), label->ordered, label->text};
        }
    }
    place_pending(open);
    read_inlines(node, open);
    if (open.has_toc_text && !open.has_body_text) paragraph.role = Role::toc;
    finish_paragraph(std::move(paragraph), open, mark_deleted, flow);
}

void StoryReader::read_loose_inline(const pugi::xml_node& node, Flow& flow) {
    // Not valid, but seen: run content straight in the body or a cell. It is a paragraph.
    count_block();
    Open open;
    open.path = indexed(flow.path, "p", ++flow.paragraphs);
    open.base = shared_.styles.paragraph("").run;
    read_inline(node, open);
    finish_paragraph({}, open, false, flow);
}

void StoryReader::finish_paragraph(Paragraph paragraph, Open& open, bool mark_deleted, Flow& flow) {
    std::vector<Inline> inlines = open.inlines.take();
    shared_.text_bytes += text_bytes(inlines);
    if (shared_.text_bytes > shared_.limits.text_bytes)
        throw ConversionError(ErrorCode::over_limit, {}, "te veel tekst");
    if (!flow.carried.empty()) {
        std::move(inlines.begin(), inlines.end(), std::back_inserter(flow.carried));
        inlines = std::exchange(flow.carried, {});
    }
    if (!mark_deleted) trim_inlines(inlines);
    if (mark_deleted) {
        flow.carried = std::move(inlines);
    } else if (!inlines.empty()) {  // blank paragraphs are spacing
        if (paragraph.heading > 0 && text_bytes(inlines) > heading_bytes) {
            paragraph.heading = 0;
            paragraph.heading_reason = HeadingReason::none;
            if (!paragraph.number.empty()) paragraph.list = ListMark{0, true, std::move(paragraph.number)};
            paragraph.number.clear();
        }
        if (paragraph.role == Role::toc) paragraph.heading = 0, paragraph.heading_reason = HeadingReason::none;
        paragraph.inlines = std::move(inlines);
        paragraph.origin.path = open.path.empty() ? flow.path : std::move(open.path);
        paragraph.origin.cell = flow.cell;
        if (current_control() != no_control) shared_.controls.add_value(current_control(), "\n");
        flow.blocks.push_back({std::move(paragraph)});
    }
    std::move(open.after.begin(), open.after.end(), std::back_inserter(flow.blocks));
}

void StoryReader::flush_carried(Flow& flow) {
    if (flow.carried.empty()) return;
    Paragraph paragraph;
    paragraph.inlines = std::exchange(flow.carried, {});
    trim_inlines(paragraph.inlines);
    if (paragraph.inlines.empty()) return;
    paragraph.origin.path = indexed(flow.path, "p", flow.paragraphs);
    paragraph.origin.cell = flow.cell;
    flow.blocks.push_back({std::move(paragraph)});
}

void StoryReader::read_table(const pugi::xml_node& node, Flow& flow) {
    const Nesting nesting(shared_.nesting, shared_.limits);
    flush_carried(flow);
    OpenTable open{GridBuilder(shared_.limits), ++shared_.tables, indexed(flow.path, "tbl", ++flow.tables), {}, 0, 0};
    read_rows(node, open);
    int grid_columns = 0;
    for (const auto& column : node.child("w:tblGrid").children("w:gridCol")) grid_columns += column ? 1 : 0;
    Table table = open.grid.take(grid_columns);
    if (table.rows.empty()) return;
    table.ordinal = open.ordinal;
    table.origin.path = std::move(open.path);
    table.origin.cell = flow.cell;
    flow.blocks.push_back({std::move(table)});
}

void StoryReader::read_rows(const pugi::xml_node& container, OpenTable& table) {
    for (const auto& node : container.children()) {
        switch (tag(node.name())) {
            case tag("w:tr"):
                read_row(node, table);
                break;
            case tag("w:sdt"):
                read_control(node, indexed(table.path, "tr", table.rows + 1),
                             [&](const auto& content) { read_rows(content, table); });
                break;
            case tag("w:ins"):
            case tag("w:moveTo"):
            case tag("w:customXml"):
                read_rows(node, table);
                break;
            case tag("mc:AlternateContent"):
                read_rows(alternative(node), table);
                break;
            default:
                break;
        }
    }
}

void StoryReader::read_row(const pugi::xml_node& row, OpenTable& table) {
    count_block();
    const pugi::xml_node properties = row.child("w:trPr");
    ++table.rows;
    if (properties.child("w:ins")) ++shared_.tally.insertions;
    if (properties.child("w:del")) {  // 17.13.5.12: a deleted row
        ++shared_.tally.deletions;
        return;
    }
    table.grid.begin_row(int_value(properties.child("w:gridBefore").attribute("w:val")).value_or(0),
                         on_off(properties, "w:tblHeader").value_or(false));
    table.row_path = indexed(table.path, "tr", table.rows);
    table.cells = 0;
    read_cells(row, table);
}

void StoryReader::read_cells(const pugi::xml_node& container, OpenTable& table) {
    for (const auto& node : container.children()) {
        switch (tag(node.name())) {
            case tag("w:tc"):
                read_cell(node, table);
                break;
            case tag("w:sdt"):
                read_control(node, indexed(table.row_path, "tc", table.cells + 1),
                             [&](const auto& content) { read_cells(content, table); });
                break;
            case tag("w:ins"):
            case tag("w:moveTo"):
            case tag("w:customXml"):
                read_cells(node, table);
                break;
            case tag("mc:AlternateContent"):
                read_cells(alternative(node), table);
                break;
            default:
                break;
        }
    }
}

void StoryReader::read_cell(const pugi::xml_node& cell, OpenTable& table) {
    count_block();
    const pugi::xml_node properties = cell.child("w:tcPr");
    Flow flow{indexed(table.row_path, "tc", ++table.cells),
              CellPlace{table.ordinal, table.grid.row(), table.grid.column()},
              {},
              0,
              0,
              {}};
    read_blocks(cell, flow);
    flush_carried(flow);
    const int span = int_value(properties.child("w:gridSpan").attribute("w:val")).value_or(1);
    // 17.4.84: w:vMerge without a value goes on.
    const auto merge_of = [&](const char* name) {
        const auto merge = properties.child(name);
        if (!merge) return VerticalMerge::none;
        return std::strcmp(merge.attribute("w:val").value(), "restart") == 0 ? VerticalMerge::restart
                                                                             : VerticalMerge::go_on;
    };
    if (merge_of("w:hMerge") == VerticalMerge::go_on) return table.grid.join_previous(span, std::move(flow.blocks));
    Origin origin{0, {}, flow.cell, std::move(flow.path)};
    table.grid.add_cell(span, merge_of("w:vMerge"), std::move(flow.blocks), std::move(origin));
}

ControlIndex StoryReader::current_control() const {
    const OpenControl* open = shared_.controls.innermost();
    return open ? open->index : no_control;
}

pugi::xml_node StoryReader::alternative(const pugi::xml_node& node) {
    const auto shows_text = [](const pugi::xml_node& branch) {
        return static_cast<bool>(branch.find_node([](const pugi::xml_node& inside) {
            return tag(inside.name()) == tag("w:t") || tag(inside.name()) == tag("w:sym");
        }));
    };
    for (const auto& branch : node.children())
        if (branch.type() == pugi::node_element && shows_text(branch)) return branch;
    for (const auto& branch : node.children())
        if (branch.type() == pugi::node_element && branch.first_child()) return branch;
    return {};
}

void tick_box_bullets(std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        if (auto* table = std::get_if<Table>(&block.content)) {
            for (Row& row : table->rows)
                for (Cell& cell : row.cells) tick_box_bullets(cell.blocks);
            continue;
        }
        auto& paragraph = std::get<Paragraph>(block.content);
        if (!paragraph.list || (paragraph.list->label != "☐" && paragraph.list->label != "☒")) continue;
        paragraph.inlines.insert(paragraph.inlines.begin(), Checkbox{paragraph.list->label == "☒", plain, no_control});
        paragraph.list->label.clear();
    }
}

}  // namespace sop::docx
