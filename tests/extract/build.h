// Documents made by hand, for tests.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "extract/matched_template.h"
#include "extract/sections.h"

namespace sop::test {

// "\n" in the text is a line break.
inline Paragraph paragraph(std::string_view text, std::uint16_t style = plain) {
    Paragraph result;
    for (;;) {
        const std::size_t end = text.find('\n');
        if (end != 0 && !text.empty())
            result.inlines.emplace_back(Text{std::string(text.substr(0, end)), style, no_control});
        if (end == std::string_view::npos) return result;
        result.inlines.emplace_back(LineBreak{});
        text.remove_prefix(end + 1);
    }
}

inline Block p(std::string_view text, std::uint16_t style = plain) { return Block{paragraph(text, style)}; }

inline Block h(int level, std::string_view text, std::string_view number = "") {
    Paragraph result = paragraph(text);
    result.heading = level;
    result.heading_reason = HeadingReason::style;
    result.number = number;
    return Block{std::move(result)};
}

inline Block item(std::string_view text, int level = 0, bool ordered = false, std::string_view label = "•") {
    Paragraph result = paragraph(text);
    result.list = ListMark{level, ordered, std::string(label)};
    return Block{std::move(result)};
}

inline Block title(std::string_view text) {
    Paragraph result = paragraph(text);
    result.role = Role::title;
    return Block{std::move(result)};
}

inline Block toc(std::string_view text) {
    Paragraph result = paragraph(text);
    result.role = Role::toc;
    return Block{std::move(result)};
}

struct CellText {
    CellText(const char* content, int columns = 1, int rows = 1)
        : blocks{p(content)}, column_span(columns), row_span(rows) {}
    CellText(std::vector<Block> content, int columns = 1, int rows = 1)
        : blocks(std::move(content)), column_span(columns), row_span(rows) {}
    std::vector<Block> blocks;
    int column_span, row_span;
};
inline CellText strong(const char* text, int columns = 1) { return CellText({p(text, bold)}, columns); }

// Cells stand in the columns that merged cells above leave free.
inline Block table(std::initializer_list<std::vector<CellText>> rows, int header_rows = 0) {
    Table result;
    result.ordinal = 1;
    std::vector<int> covered;  // rows still covered, by column
    for (const std::vector<CellText>& texts : rows) {
        Row row;
        row.is_header = static_cast<int>(result.rows.size()) < header_rows;
        std::vector<int> next = covered;
        int column = 0;
        for (const CellText& text : texts) {
            while (column < static_cast<int>(covered.size()) && covered[static_cast<std::size_t>(column)] > 0) ++column;
            Cell cell;
            cell.column = column;
            cell.column_span = text.column_span;
            cell.row_span = text.row_span;
            cell.blocks = text.blocks;
            cell.origin.cell = CellPlace{result.ordinal, static_cast<int>(result.rows.size()), column};
            column += text.column_span;
            next.resize(std::max<std::size_t>(next.size(), static_cast<std::size_t>(column)));
            for (int c = cell.column; c < column; ++c) next[static_cast<std::size_t>(c)] = text.row_span;
            row.cells.push_back(std::move(cell));
            result.columns = std::max(result.columns, column);
        }
        for (int& rows_left : next) rows_left = std::max(0, rows_left - 1);
        covered = next;
        result.rows.push_back(std::move(row));
    }
    return Block{std::move(result)};
}

inline Document document(std::vector<Block> blocks) {
    Document result;
    result.blocks = std::move(blocks);
    return result;
}

// The built-in template, as if a document had matched it.
struct Form {
    explicit Form(std::vector<Control> filled = {}) : controls(std::move(filled)) {}
    std::vector<Control> controls;
    MatchedTemplate form{default_templates().lexicon(), default_templates().rules(0), 0, controls};
    operator const MatchedTemplate&() const { return form; }
};

inline std::string text_of(const std::vector<Block>& blocks) { return plain_text(blocks); }

// "id number|heading|level: text" for each section, one a line; the front first.
inline std::string outline(const Sections& sections) {
    std::string result;
    if (!sections.front.empty()) result += "voorwerk: " + text_of(sections.front) + "\n";
    for (const Section& section : sections.sections) {
        result += section.id + " " + section.number + "|" + section.heading + "|" + std::to_string(section.level);
        if (!section.blocks.empty()) result += ": " + text_of(section.blocks);
        result += "\n";
    }
    return result;
}

}  // namespace sop::test
