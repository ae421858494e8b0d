// The part of StoryReader that reads what stands inside a paragraph.
#include <charconv>
#include <cstring>
#include <iterator>
#include <utility>

#include "ingest/docx/body.h"
#include "ingest/docx/tags.h"
#include "ingest/docx/xml.h"
#include "ingest/text.h"

namespace sop::docx {
namespace {

bool is_symbol_char(std::string_view hex, char32_t& code) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    if (error != std::errc() || end != hex.data() + hex.size() || value == 0 || value > 0xFFFF) return false;
    if (value >= 0xD800 && value <= 0xDFFF) return false;
    code = value;
    return true;
}

std::string note_id(const char* kind, const pugi::xml_node& reference) {
    return collapse_spaces(clean_text(std::string(kind) + ' ' + reference.attribute("w:id").value()));
}

}  // namespace

void StoryReader::read_inlines(const pugi::xml_node& container, Open& open) {
    for (const auto& node : container.children())
        if (node.type() == pugi::node_element) read_inline(node, open);
}

void StoryReader::read_inline(const pugi::xml_node& node, Open& open) {
    switch (tag(node.name())) {
        case tag("w:r"):
            return read_run(node, open);
        case tag("w:sdt"):
            return read_control(node, open.path, [&](const auto& content) {
                place_pending(open);
                read_inlines(content, open);
            });
        case tag("w:ins"):
            ++shared_.tally.insertions;
            return read_inlines(node, open);
        case tag("w:moveTo"):
            ++shared_.tally.moves;
            return read_inlines(node, open);
        case tag("w:hyperlink"):
        case tag("w:fldSimple"):
        case tag("w:smartTag"):
        case tag("w:customXml"):
        case tag("w:dir"):
        case tag("w:bdo"):
            return read_inlines(node, open);
        case tag("w:del"):
        case tag("w:moveFrom"):
            ++shared_.tally.deletions;
            return;
        case tag("mc:AlternateContent"):
            return read_inlines(alternative(node), open);
        case tag("m:oMath"):
        case tag("m:oMathPara"):
            return read_math(node, open);
        case tag("w:subDoc"):
            ++shared_.tally.foreign_parts;
            return;
        case tag("w:p"):
        case tag("w:tbl"): {
            // Not valid inside a paragraph, but seen in content controls: it stands after the paragraph.
            Flow flow{open.path, {}, {}, 0, 0, {}};
            read_block(node, flow);
            flush_carried(flow);
            std::move(flow.blocks.begin(), flow.blocks.end(), std::back_inserter(open.after));
            return;
        }
        default:
            return;
    }
}

void StoryReader::read_run(const pugi::xml_node& run, Open& open) {
    const pugi::xml_node properties = run.child("w:rPr");
    RunFormat format = open.base;
    if (properties) {
        const std::string_view style = properties.child("w:rStyle").attribute("w:val").value();
        if (!style.empty()) shared_.styles.apply_style(format, shared_.styles.character(style));
        format.apply(read_run_format(properties));
    }
    const std::uint16_t style = format.bits();
    for (const auto& node : run.children())
        if (node.type() == pugi::node_element) read_run_content(node, format, style, open);
}

void StoryReader::read_run_content(const pugi::xml_node& node, const RunFormat& format, std::uint16_t style,
                                   Open& open) {
    switch (tag(node.name())) {
        case tag("w:t"):
            // More than one text node where a comment or CDATA section stands between.
            for (const auto& text : node.children()) add_text(text.value(), format, style, open);
            return;
        case tag("w:tab"):
        case tag("w:ptab"):
            return add_text("\t", format, style, open);
        case tag("w:noBreakHyphen"):
            return add_text("-", format, style, open);
        case tag("w:br"): {
            const std::string_view kind = node.attribute("w:type").value();
            if (fields_->shows_text()) {
                open.inlines.add(LineBreak{kind == "page" || kind == "column"});
                shared_.controls.add_value(current_control(), "\n");
            }
            return;
        }
        case tag("w:cr"):
            if (fields_->shows_text()) open.inlines.add(LineBreak{});
            return;
        case tag("w:sym"): {
            char32_t code = 0;
            if (fields_->shows_text() && is_symbol_char(node.attribute("w:char").value(), code)) {
                const OpenControl* control = shared_.controls.innermost();
                open.inlines.symbol(code, node.attribute("w:font").value(), style, current_control(),
                                    control && control->is_checkbox);
            }
            return;
        }
        case tag("w:fldChar"):
            return read_field_char(node, style, open);
        case tag("w:instrText"):
            return fields_->instruction(node.child_value());
        case tag("w:footnoteReference"):
            return open.inlines.add(NoteMark{note_id("footnote", node)});
        case tag("w:endnoteReference"):
            return open.inlines.add(NoteMark{note_id("endnote", node)});
        case tag("w:object"):
            ++shared_.tally.embedded;
            return read_drawing(node, open);
        case tag("w:control"):
            ++shared_.tally.embedded;
            return;
        case tag("w:drawing"):
        case tag("w:pict"):
            return read_drawing(node, open);
        case tag("mc:AlternateContent"):
            for (const auto& inside : alternative(node).children())
                if (inside.type() == pugi::node_element) read_run_content(inside, format, style, open);
            return;
        case tag("w:ruby"):
            read_inlines(node.child("w:rubyBase"), open);
            return read_inlines(node.child("w:rt"), open);
        case tag("w:txbxContent"):
            return read_text_box(node, open);
        // Not valid inside a run, but seen: its content is as good as beside it.
        case tag("w:r"):
        case tag("w:hyperlink"):
        case tag("w:sdt"):
        case tag("w:ins"):
        case tag("w:smartTag"):
        case tag("m:oMath"):
            return read_inline(node, open);
        default:
            return;
    }
}

void StoryReader::add_text(std::string_view text, const RunFormat& format, std::uint16_t style, Open& open) {
    if (text.empty() || !fields_->shows_text()) return;
    Field* field = fields_->innermost();
    ControlIndex index = current_control();
    bool absorb_ticks = false;
    if (const OpenControl* control = shared_.controls.innermost()) {
        absorb_ticks = control->is_checkbox;
        if (control->is_placeholder) style |= placeholder;
    }
    if (!trim(text).empty()) {
        if (field) field->has_text = true;
        (fields_->in_toc() || shared_.controls.in_toc() ? open.has_toc_text : open.has_body_text) = true;
    }
    if (field && field->control != no_control) index = field->control;
    open.inlines.text(text, style, index, format.font ? std::string_view(*format.font) : std::string_view(),
                      absorb_ticks);
    if (!(style & (placeholder | struck | hidden))) shared_.controls.add_value(index, text);
}

void StoryReader::read_field_char(const pugi::xml_node& node, std::uint16_t style, Open& open) {
    const std::string_view kind = node.attribute("w:fldCharType").value();
    if (kind == "separate") return fields_->separate();
    if (kind == "begin") {
        const bool shown = fields_->shows_text();
        if (!fields_->begin(node, shared_.limits)) return;
        Field& field = *fields_->innermost();
        const pugi::xml_node form_data = node.child("w:ffData");
        if (!form_data) return;
        field.control = shared_.controls.add_legacy(form_data, open.path);
        // A legacy tick box is drawn by the field itself; it has no result.
        if (shared_.controls[field.control].kind == Control::Kind::checkbox && shown)
            open.inlines.add(Checkbox{shared_.controls.is_checked(field.control), style, field.control});
        return;
    }
    if (kind != "end") return;
    const auto field = fields_->end();
    if (!field || field->control == no_control) return;
    if (shared_.controls[field->control].kind == Control::Kind::drop_down && !field->has_text &&
        fields_->shows_text()) {
        // The text of a legacy drop-down is not in the runs.
        open.inlines.text(shared_.controls[field->control].value, style, field->control, {}, false);
    }
    if (shared_.controls[field->control].kind == Control::Kind::text) shared_.controls.finish_legacy(field->control);
}

void StoryReader::read_math(const pugi::xml_node& node, Open& open) {
    // m:t holds the text (22.1.2.116); what stands over, under or beside is told from its order alone.
    for (const auto& child : node.children()) {
        if (tag(child.name()) == tag("m:t"))
            add_text(child.child_value(), {}, plain, open);
        else if (tag(child.name()) == tag("w:r"))
            read_run(child, open);
        else if (tag(child.name()) == tag("w:ins") || std::strncmp(child.name(), "m:", 2) == 0)
            read_math(child, open);
    }
}

void StoryReader::read_drawing(const pugi::xml_node& node, Open& open) {
    for (const auto& child : node.children()) {
        switch (tag(child.name())) {
            case tag("w:txbxContent"):
                read_text_box(child, open);
                break;
            case tag("mc:AlternateContent"):
                read_drawing(alternative(child), open);
                break;
            case tag("pic:pic"): {
                const auto properties = child.child("pic:nvPicPr").child("pic:cNvPr");
                open.inlines.add(Picture{collapse_spaces(clean_text(properties.attribute("descr").value()))});
                break;
            }
            case tag("v:imagedata"):
                open.inlines.add(Picture{collapse_spaces(clean_text(child.attribute("o:title").value()))});
                break;
            case tag("c:chart"):
            case tag("dgm:relIds"): {
                open.inlines.add(Picture{});
                const auto id = child.attribute("r:dm") ? child.attribute("r:dm") : child.attribute("r:id");
                if (!shared_.drawing_text) break;
                for (std::string& text : shared_.drawing_text(id.value())) {
                    Paragraph paragraph;
                    paragraph.inlines.push_back(Text{std::move(text), plain, no_control});
                    paragraph.origin.path = open.path + "/drawing";
                    open.after.push_back({std::move(paragraph)});
                }
                break;
            }
            case tag("v:textpath"): {  // WordArt and watermarks of old files
                std::string text = collapse_spaces(clean_text(child.attribute("string").value()));
                if (text.empty()) break;
                Paragraph paragraph;
                paragraph.inlines.push_back(Text{std::move(text), plain, no_control});
                paragraph.origin.path = open.path + "/textpath";
                open.after.push_back({std::move(paragraph)});
                break;
            }
            default:
                read_drawing(child, open);
        }
    }
}

void StoryReader::read_text_box(const pugi::xml_node& content, Open& open) {
    if (++shared_.nesting > shared_.limits.nesting)
        throw ConversionError(ErrorCode::over_limit, {}, "tekstvakken te diep genest");
    // A story of its own: fields do not go on in it.
    FieldStack fields(content);
    FieldStack* outer = std::exchange(fields_, &fields);
    Flow flow{open.path + "/txbx", {}, {}, 0, 0, {}};
    read_blocks(content, flow);
    flush_carried(flow);
    std::move(flow.blocks.begin(), flow.blocks.end(), std::back_inserter(open.after));
    fields_ = outer;
    --shared_.nesting;
}

}  // namespace sop::docx
