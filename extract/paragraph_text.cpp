#include "extract/paragraph_text.h"

#include <algorithm>
#include <array>

#include "ingest/text.h"

namespace sop {
namespace {

bool is_shown(std::uint16_t style) { return !(style & (hidden | placeholder | struck)); }

bool is_blank_inline(const Inline& piece) {
    if (const auto* text = std::get_if<Text>(&piece)) return (text->style & hidden) || trim(text->text).empty();
    return std::holds_alternative<LineBreak>(piece) || std::holds_alternative<NoteMark>(piece);
}

}  // namespace

std::string filled_text(const std::vector<Inline>& inlines, const std::vector<Control>& controls) {
    std::string out;
    const auto add = [&](std::uint16_t style, ControlIndex control, std::string_view text) {
        const bool is_empty = (style & placeholder) || (control < controls.size() && controls[control].is_empty);
        if (is_empty && !out.ends_with(blank_mark)) out += blank_mark;
        if (!is_empty && is_shown(style)) out += text;
    };
    for (const Inline& piece : inlines) {
        if (const auto* text = std::get_if<Text>(&piece)) {
            add(text->style, text->control, text->text);
        } else if (const auto* box = std::get_if<Checkbox>(&piece)) {
            if (is_shown(box->style)) out += box->checked ? "☒ " : "☐ ";
        } else if (std::holds_alternative<LineBreak>(piece)) {
            out += '\n';
        }
    }
    return out;
}

std::size_t text_bytes(const Paragraph& paragraph) {
    std::size_t bytes = 0;
    for (const Inline& piece : paragraph.inlines)
        if (const auto* text = std::get_if<Text>(&piece)) bytes += text->text.size();
    return bytes;
}

bool is_blank(const Paragraph& paragraph) {
    return std::all_of(paragraph.inlines.begin(), paragraph.inlines.end(), is_blank_inline);
}

bool is_blank(const std::vector<Block>& blocks) {
    return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
        const auto* table = std::get_if<Table>(&block.content);
        if (!table) return is_blank(std::get<Paragraph>(block.content));
        return std::all_of(table->rows.begin(), table->rows.end(), [](const Row& row) {
            return std::all_of(row.cells.begin(), row.cells.end(),
                               [](const Cell& cell) { return is_blank(cell.blocks); });
        });
    });
}

bool is_all(const Paragraph& paragraph, Style style) {
    bool any = false;
    for (const Inline& piece : paragraph.inlines) {
        const auto* text = std::get_if<Text>(&piece);
        if (!text || (text->style & hidden) || trim(text->text).empty()) continue;
        if (!(text->style & style)) return false;
        any = true;
    }
    return any;
}

bool is_capitals(std::string_view text) {
    int letters = 0;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') return false;
        if (c >= 'A' && c <= 'Z') ++letters;
    }
    return letters >= 3;
}

std::optional<std::string_view> bullet_text(std::string_view line) {
    constexpr std::array<std::string_view, 10> bullets{"-", "–", "—", "•", "·", "*", "▪", "●", "→", "o"};
    for (const std::string_view bullet : bullets) {
        if (!line.starts_with(bullet)) continue;
        const std::string_view rest = line.substr(bullet.size());
        const bool is_letter = bullet == "o";
        const bool is_apart = rest.empty() || rest[0] == '\t' || (rest[0] == ' ' && !is_letter);
        const bool is_glued =
            !is_letter && !rest.empty() && ((rest[0] >= 'A' && rest[0] <= 'Z') || (rest[0] & 0x80) != 0);
        if (is_apart || is_glued) return trim(rest);
    }
    return std::nullopt;
}

}  // namespace sop
