#include <algorithm>
#include <array>
#include <optional>

#include "ingest/document.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::array<std::string_view, 6> reason_names{"none",          "style",         "outline level",
                                                       "structure tag", "bold numbered", "layout"};
constexpr std::array<std::string_view, 4> role_names{"p", "title", "toc", "caption"};
constexpr std::array<std::string_view, 10> kind_names{"text",     "rich_text", "date",  "drop_down", "combo_box",
                                                      "checkbox", "picture",   "group", "repeating", "building_block"};
constexpr std::array<std::string_view, 6> story_names{"header", "footer", "footnote", "endnote", "comment", "hidden"};
constexpr std::array<std::string_view, 3> severity_names{"info", "warning", "error"};
constexpr std::array<std::string_view, 2> format_names{"docx", "pdf"};

template <class Names, class Enum>
std::string_view name_of(const Names& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

// Styles that are shown around the text that has them; the others say nothing about the content of a form.
struct StyleMark {
    std::uint16_t style;
    std::string_view open, close;
};
constexpr std::array style_marks{
    StyleMark{hidden, "{hidden: ", "}"},           StyleMark{placeholder, "{prompt: ", "}"},
    StyleMark{highlighted, "{highlighted: ", "}"}, StyleMark{superscript, "{super: ", "}"},
    StyleMark{subscript, "{sub: ", "}"},           StyleMark{struck, "~~", "~~"},
};
constexpr std::uint16_t marked_styles = hidden | placeholder | highlighted | superscript | subscript | struck;

// Characters that Unicode has raised and lowered, each behind the one it is.
constexpr std::array<std::string_view, 46> raised{
    "0⁰", "1¹", "2²", "3³", "4⁴", "5⁵", "6⁶", "7⁷", "8⁸", "9⁹", "+⁺", "-⁻", "(⁽", ")⁾", "aᵃ", "bᵇ",
    "cᶜ", "dᵈ", "eᵉ", "fᶠ", "gᵍ", "hʰ", "iⁱ", "jʲ", "kᵏ", "lˡ", "mᵐ", "nⁿ", "oᵒ", "pᵖ", "rʳ", "sˢ",
    "tᵗ", "uᵘ", "vᵛ", "wʷ", "xˣ", "yʸ", "zᶻ", "Aᴬ", "Bᴮ", "Eᴱ", "Mᴹ", "Nᴺ", "Pᴾ", "Tᵀ"};
constexpr std::array<std::string_view, 24> lowered{"0₀", "1₁", "2₂", "3₃", "4₄", "5₅", "6₆", "7₇",
                                                   "8₈", "9₉", "+₊", "-₋", "(₍", ")₎", "aₐ", "eₑ",
                                                   "hₕ", "iᵢ", "kₖ", "mₘ", "nₙ", "oₒ", "tₜ", "xₓ"};

// `text` in the characters of `table`; absent where one is missing.
template <class Table>
std::optional<std::string> written_in(const Table& table, std::string_view text) {
    std::string written;
    for (const char c : text) {
        const auto entry = std::find_if(table.begin(), table.end(), [c](std::string_view e) { return e[0] == c; });
        if (entry == table.end()) return std::nullopt;
        written += entry->substr(1);
    }
    return written;
}

// Raised or lowered text as such: "m²" is one word to a reader.
std::optional<std::string> shifted(const Text& text) {
    const bool is_raised = text.style & superscript, is_lowered = text.style & subscript;
    if (is_raised == is_lowered) return std::nullopt;
    return is_raised ? written_in(raised, text.text) : written_in(lowered, text.text);
}

// Controls that stand open around one inline; deeper ones are not shown. Readers nest far less.
constexpr std::size_t shown_controls = 64;

// Text on one line: line breaks and tabs become signs.
void append_line(std::string& out, std::string_view text) {
    for (;;) {
        const auto sign = text.find_first_of("\n\t");
        out += text.substr(0, sign);
        if (sign == std::string_view::npos) return;
        out += text[sign] == '\n' ? " ⏎ " : " ⇥ ";
        text.remove_prefix(sign + 1);
    }
}

std::string_view shown_name(const Control& control) {
    if (!control.name.empty()) return control.name;
    if (!control.label.empty()) return control.label;
    return name_of(kind_names, control.kind);
}

// The inlines of one paragraph, controls and styles around them opened and closed as they change.
class InlineText {
public:
    InlineText(std::string& out, const std::vector<Control>& controls) : out_(out), controls_(controls) {}

    void operator()(const Text& text) {
        if (const std::optional<std::string> characters = shifted(text)) {
            enter(text.control, text.style & marked_styles & ~(superscript | subscript));
            out_ += *characters;
            return;
        }
        enter(text.control, text.style & marked_styles);
        append_line(out_, text.text);
    }
    void operator()(const Checkbox& box) {
        enter(box.control, box.style & marked_styles);
        out_ += box.checked ? "[x] " : "[ ] ";
    }
    void operator()(const LineBreak& line_break) { out_ += line_break.page ? " ⏎⏎ " : " ⏎ "; }
    void operator()(const NoteMark& mark) {
        out_ += "[^";
        append_line(out_, mark.id);
        out_ += ']';
    }
    void operator()(const Picture& picture) {
        out_ += "[picture: ";
        append_line(out_, picture.description);
        out_ += ']';
    }
    void close() { enter(no_control, plain); }

private:
    void enter(ControlIndex control, std::uint16_t style) {
        if (control == control_ && style == style_) return;
        close_style();
        if (control != control_) enter_control(control);
        for (const StyleMark& mark : style_marks)
            if (style & mark.style) out_ += mark.open;
        style_ = style;
    }
    void close_style() {
        for (auto mark = style_marks.rbegin(); mark != style_marks.rend(); ++mark)
            if (style_ & mark->style) out_ += mark->close;
        style_ = plain;
    }
    void enter_control(ControlIndex control) {
        control_ = control;
        chain_.clear();
        for (; control < controls_.size() && chain_.size() < shown_controls; control = controls_[control].parent)
            chain_.push_back(control);
        std::reverse(chain_.begin(), chain_.end());
        const auto same = static_cast<std::size_t>(
            std::mismatch(open_.begin(), open_.end(), chain_.begin(), chain_.end()).first - open_.begin());
        for (std::size_t i = open_.size(); i > same; --i) out_ += "⟩";
        for (std::size_t i = same; i < chain_.size(); ++i) {
            out_ += "⟨";
            append_line(out_, shown_name(controls_[chain_[i]]));
            out_ += ": ";
        }
        open_.swap(chain_);
    }

    std::string& out_;
    const std::vector<Control>& controls_;
    std::vector<ControlIndex> open_, chain_;
    ControlIndex control_ = no_control;
    std::uint16_t style_ = plain;
};

bool is_all_bold(const std::vector<Inline>& inlines) {
    bool any = false;
    for (const Inline& piece : inlines) {
        const auto* text = std::get_if<Text>(&piece);
        if (!text || trim(text->text).empty()) continue;
        if (!(text->style & bold)) return false;
        any = true;
    }
    return any;
}

class Dump {
public:
    explicit Dump(const Document& document) : document_(document) {}

    std::string text() {
        metadata();
        line(0, "body");
        blocks(document_.blocks, 1);
        for (const Story& item : document_.stories) story(item);
        if (!document_.controls.empty()) line(0, "controls");
        for (std::size_t i = 0; i < document_.controls.size(); ++i) control(i);
        if (!document_.diagnostics.empty()) line(0, "diagnostics");
        for (const Diagnostic& item : document_.diagnostics) diagnostic(item);
        return std::move(out_);
    }

private:
    void indent(int depth) { out_.append(static_cast<std::size_t>(depth) * 2, ' '); }
    void line(int depth, std::string_view text) {
        indent(depth);
        out_ += text;
        out_ += '\n';
    }
    void quoted(std::string_view text) {
        out_ += '"';
        append_line(out_, text);
        out_ += '"';
    }
    void named(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        indent(1);
        out_ += name;
        out_ += ": ";
        append_line(out_, value);
        out_ += '\n';
    }

    void metadata() {
        const Metadata& metadata = document_.metadata;
        line(0, "metadata");
        named("format", name_of(format_names, metadata.format));
        if (metadata.pages) named("pages", std::to_string(*metadata.pages));
        if (metadata.text_layer != TextLayer::volledig) named("text layer", sop::name_of(metadata.text_layer));
        named("title", metadata.title);
        named("producer", metadata.producer);
        named("created", metadata.created);
        named("modified", metadata.modified);
        named("language", metadata.language);
    }

    void blocks(const std::vector<Block>& items, int depth) {
        for (const Block& block : items) {
            if (const auto* item = std::get_if<Paragraph>(&block.content))
                paragraph(*item, depth);
            else
                table(std::get<Table>(block.content), depth);
        }
    }

    void paragraph(const Paragraph& item, int depth) {
        indent(depth);
        if (item.heading > 0) {
            out_ += "heading ";
            out_ += std::to_string(item.heading);
            out_ += " (";
            out_ += name_of(reason_names, item.heading_reason);
            out_ += ')';
        } else if (item.list) {
            out_ += "item ";
            out_ += std::to_string(item.list->level);
            if (item.list->ordered) out_ += " ordered";
            out_ += ' ';
            quoted(item.list->label);
        }
        // A heading or list item has a role only where it is an unusual one.
        if (item.role != Role::body || (item.heading == 0 && !item.list)) {
            if (item.heading > 0 || item.list) out_ += ' ';
            out_ += name_of(role_names, item.role);
        }
        if (!item.number.empty()) {
            out_ += ' ';
            quoted(item.number);
        }
        if (is_all_bold(item.inlines)) out_ += " bold";
        if (!item.inlines.empty()) {
            out_ += ": ";
            InlineText text(out_, document_.controls);
            for (const Inline& piece : item.inlines) std::visit(text, piece);
            text.close();
        }
        out_ += '\n';
    }

    void table(const Table& item, int depth) {
        indent(depth);
        out_ += "table ";
        out_ += std::to_string(item.ordinal);
        out_ += ": ";
        out_ += std::to_string(item.columns);
        out_ += item.columns == 1 ? " column" : " columns";
        place(item.origin);
        out_ += '\n';
        for (const Row& row : item.rows) {
            line(depth + 1, row.is_header ? "row header" : "row");
            for (const Cell& item_cell : row.cells) cell(item_cell, depth + 2);
        }
    }

    void cell(const Cell& item, int depth) {
        indent(depth);
        out_ += std::to_string(item.column);
        if (item.column_span > 1) {
            out_ += '+';
            out_ += std::to_string(item.column_span - 1);
        }
        if (item.row_span > 1) {
            out_ += " v";
            out_ += std::to_string(item.row_span);
        }
        if (item.is_header) out_ += " header";
        out_ += '\n';
        blocks(item.blocks, depth + 1);
    }

    void story(const Story& item) {
        const std::string_view kind = name_of(story_names, item.kind);
        if (!item.id.starts_with(kind)) {  // ids of notes do: "footnote 2"
            out_ += kind;
            out_ += ' ';
        }
        append_line(out_, item.id);
        out_ += '\n';
        blocks(item.blocks, 1);
    }

    void control(std::size_t index) {
        const Control& item = document_.controls[index];
        indent(1);
        out_ += std::to_string(index);
        out_ += ' ';
        out_ += name_of(kind_names, item.kind);
        if (item.parent != no_control) {
            out_ += " in ";
            out_ += std::to_string(item.parent);
        }
        if (!item.name.empty()) {
            out_ += " name ";
            quoted(item.name);
        }
        if (!item.label.empty()) {
            out_ += " label ";
            quoted(item.label);
        }
        if (item.is_empty) {
            out_ += " empty";
        } else if (!item.value.empty()) {
            out_ += " = ";
            quoted(item.value);
        }
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            out_ += i == 0 ? " of " : ", ";
            quoted(item.options[i]);
        }
        place(item.origin);
        out_ += '\n';
    }

    void diagnostic(const Diagnostic& item) {
        indent(1);
        out_ += name_of(severity_names, item.severity);
        out_ += ' ';
        out_ += item.code;
        if (item.count > 1) {
            out_ += " ×";
            out_ += std::to_string(item.count);
        }
        place(item.origin);
        out_ += ": ";
        append_line(out_, item.message);
        out_ += '\n';
    }

    void place(const Origin& origin) {
        if (origin.path.empty() && origin.page == 0) return;
        out_ += " (";
        if (origin.page > 0) {
            out_ += "page ";
            out_ += std::to_string(origin.page);
            if (!origin.path.empty()) out_ += ' ';
        }
        out_ += origin.path;
        out_ += ')';
    }

    const Document& document_;
    std::string out_;
};

}  // namespace

std::string to_text(const Document& document) { return Dump(document).text(); }

}  // namespace sop
