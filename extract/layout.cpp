#include "extract/layout.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "extract/columns.h"
#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Longest heading, in bytes.
constexpr std::size_t heading_bytes = 150;
// Longest sentence of a form.
constexpr std::size_t boilerplate_bytes = 300;
// A table arranges sections when its first column names this many different ones, in half of its rows at least.
constexpr std::size_t sections_in_column = 3;
// Less text beside a heading is a page number, a mark or a yes or no.
constexpr std::size_t section_bytes = 20;

Paragraph* first_paragraph(Cell& cell) {
    for (Block& block : cell.blocks) {
        auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (!paragraph) return nullptr;
        if (!is_blank(*paragraph)) return paragraph;
    }
    return nullptr;
}

struct CellHeading {
    Paragraph* paragraph = nullptr;
    HeadingMatch match;
    bool is_numbered = false;
    bool is_marked = false;  // by its style, weight or capitals
    bool is_label = false;   // the same words may be a field's label
};

std::optional<CellHeading> heading_of(const MatchedTemplate& form, Cell& cell) {
    Paragraph* paragraph = first_paragraph(cell);
    if (!paragraph || text_bytes(*paragraph) > heading_bytes) return std::nullopt;
    const std::string text = collapse_spaces(plain_text(paragraph->inlines, TextOf::value));
    const NumberedHeading heading = split_heading(text);
    const auto match = match_heading(form, heading.title, text);
    if (!match || match->is_chapter) return std::nullopt;
    CellHeading found{paragraph, *match};
    found.is_numbered =
        !heading.number.empty() || !paragraph->number.empty() || (paragraph->list && paragraph->list->ordered);
    found.is_marked = paragraph->heading > 0 || is_all(*paragraph, bold) || is_capitals(text);
    found.is_label = form.is_term(fold_words(heading.title), Term::label);
    return found;
}

void mark_heading(Paragraph& paragraph) {
    if (paragraph.heading > 0) return;
    paragraph.heading = 1;
    paragraph.heading_reason = HeadingReason::layout;
    if (paragraph.list && paragraph.list->ordered && paragraph.number.empty()) paragraph.number = paragraph.list->label;
    paragraph.list.reset();
}

void append(std::vector<Block>& to, std::vector<Block>&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

class Unwrapper {
public:
    Unwrapper(const MatchedTemplate& form, std::vector<Diagnostic>& diagnostics)
        : form_(form), diagnostics_(diagnostics) {}

    std::vector<Block> blocks(std::vector<Block> from) {
        std::vector<Block> to;
        to.reserve(from.size());
        for (Block& block : from) {
            auto* table = std::get_if<Table>(&block.content);
            if (table)
                append(to, unwrap(std::move(*table)));
            else if (!is_boilerplate(std::get<Paragraph>(block.content)))
                to.push_back(std::move(block));
        }
        return to;
    }

private:
    std::vector<Block> unwrap(Table table) {
        if (table.rows.size() == 1 && table.rows[0].cells.size() == 1)
            return blocks(std::move(table.rows[0].cells[0].blocks));
        if (is_column_of_sections(table)) return take_column_of_sections(std::move(table));
        std::vector<std::size_t> headings = heading_rows(table);
        if (!headings.empty()) return cut(std::move(table), headings);
        clean(table);
        std::vector<Block> result;
        result.push_back(Block{std::move(table)});
        return result;
    }

    // Leaves the form's sentences out of the cells.
    void clean(Table& table) {
        for (Row& row : table.rows)
            for (Cell& cell : row.cells) {
                for (Block& block : cell.blocks)
                    if (auto* nested = std::get_if<Table>(&block.content)) clean(*nested);
                std::erase_if(cell.blocks, [&](const Block& block) {
                    const auto* paragraph = std::get_if<Paragraph>(&block.content);
                    return paragraph && is_boilerplate(*paragraph);
                });
            }
    }

    bool is_boilerplate(const Paragraph& paragraph) {
        const std::size_t bytes = text_bytes(paragraph);
        if (bytes == 0 || bytes > boilerplate_bytes) return false;
        if (!form_.is_boilerplate(plain_text(paragraph.inlines, TextOf::value))) return false;
        add_diagnostic(diagnostics_, {"SJABLOONTEKST_WEGGELATEN", Severity::info,
                                      "Zinnen die bij het formulier zelf horen, zijn weggelaten.", paragraph.origin});
        return true;
    }

    bool is_sure_table(const Table& table) const {
        const std::vector<TableReading> readings = match_columns(form_, table).readings;
        return std::any_of(readings.begin(), readings.end(),
                           [&](const TableReading& reading) { return is_sure(form_, reading); });
    }

    std::optional<CellHeading> row_heading(Row& row) const {
        const int only = only_cell(row);
        if (only < 0) return std::nullopt;
        return heading_of(form_, row.cells[static_cast<std::size_t>(only)]);
    }

    // Rows that hold one cell with content, which starts with a section's heading.
    std::vector<std::size_t> heading_rows(Table& table) {
        std::vector<std::size_t> rows;
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            Row& row = table.rows[r];
            const auto heading = row_heading(row);
            if (!heading) continue;
            const bool is_merged = row.cells.size() == 1 && (table.columns <= 1 || row.cells[0].column_span > 1);
            const bool is_clear = heading->is_numbered || heading->match.is_own;
            if (heading->is_label && !heading->is_numbered && !is_merged) continue;
            if (is_clear || (is_merged ? !heading->match.goes_on : heading->is_marked)) rows.push_back(r);
        }
        // A table of arrangements may have group titles that read like headings; only the form's own or numbered ones
        // end it.
        if (!rows.empty() && is_sure_table(table))
            std::erase_if(rows, [&](std::size_t r) {
                const auto heading = row_heading(table.rows[r]);
                return !heading->match.is_own && !heading->is_numbered;
            });
        return rows;
    }

    std::vector<Block> cut(Table table, const std::vector<std::size_t>& headings) {
        std::vector<Block> result;
        std::size_t from = 0;
        for (const std::size_t row : headings) {
            add_part(result, table, from, row);
            for (Cell& cell : table.rows[row].cells) {
                if (is_blank(cell.blocks)) continue;
                mark_heading(*first_paragraph(cell));
                append(result, blocks(std::move(cell.blocks)));
            }
            from = row + 1;
        }
        add_part(result, table, from, table.rows.size());
        return result;
    }

    // Rows from..end of `table` as a table of their own; one cell as the blocks in it.
    void add_part(std::vector<Block>& result, Table& table, std::size_t from, std::size_t end) {
        if (from >= end) return;
        Table part{table.columns, table.ordinal, {}, table.origin};
        for (std::size_t r = from; r < end; ++r) {
            for (Cell& cell : table.rows[r].cells)
                cell.row_span = static_cast<int>(
                    std::min<std::size_t>(static_cast<std::size_t>(std::max(1, cell.row_span)), end - r));
            part.rows.push_back(std::move(table.rows[r]));
        }
        append(result, unwrap(std::move(part)));
    }

    bool is_column_of_sections(Table& table) {
        std::set<std::size_t> sections;
        std::size_t headings = 0, rows = 0;
        for (Row& row : table.rows) {
            if (row.cells.size() < 2 || is_blank(row.cells[0].blocks)) continue;
            ++rows;
            const auto heading = heading_of(form_, row.cells[0]);
            if (!heading) continue;
            std::size_t content = 0;
            for (std::size_t c = 1; c < row.cells.size(); ++c) content += cell_text(row.cells[c]).size();
            const bool is_clear = heading->is_numbered || heading->match.is_own || heading->paragraph->heading > 0;
            if (content == 0 ? !is_clear : content < section_bytes) continue;
            ++headings;
            sections.insert(heading->match.section);
        }
        return sections.size() >= sections_in_column && headings * 2 >= rows && !is_sure_table(table);
    }

    std::vector<Block> take_column_of_sections(Table table) {
        std::vector<Block> result;
        for (Row& row : table.rows) {
            if (row.cells.empty()) continue;
            Cell& leading = row.cells[0];
            Paragraph* paragraph = first_paragraph(leading);
            if (paragraph && row.cells.size() > 1 && text_bytes(*paragraph) <= heading_bytes) mark_heading(*paragraph);
            append(result, blocks(std::move(leading.blocks)));
            for (std::size_t c = 1; c < row.cells.size(); ++c) append(result, blocks(std::move(row.cells[c].blocks)));
        }
        return result;
    }

    const MatchedTemplate& form_;
    std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

std::vector<Block> unwrap_layout(const MatchedTemplate& form, std::vector<Block> blocks,
                                 std::vector<Diagnostic>& diagnostics) {
    return Unwrapper(form, diagnostics).blocks(std::move(blocks));
}

}  // namespace sop
