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
// Where so many section headings stand in frames, every line in a frame is a heading.
constexpr int headings_in_frames = 2;
// So many different names of columns are no answers.
constexpr std::size_t fewest_columns = 2;
// Less text beside a heading is a page number, a mark or a yes or no.
constexpr std::size_t section_bytes = 20;
// Beside a name that is no known heading, less is the value of a field.
constexpr std::size_t unknown_section_bytes = 60;

Paragraph* first_paragraph(Cell& cell) {
    for (Block& block : cell.blocks) {
        auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (!paragraph) return nullptr;
        if (!is_blank(*paragraph)) return paragraph;
    }
    return nullptr;
}

// The short line that a table of one cell frames, no sentence; null where it holds more.
Paragraph* only_paragraph(Table& table) {
    if (table.rows.size() != 1 || table.rows[0].cells.size() != 1) return nullptr;
    Cell& cell = table.rows[0].cells[0];
    Paragraph* first = first_paragraph(cell);
    if (!first || text_bytes(*first) > heading_bytes) return nullptr;
    const auto filled = std::count_if(cell.blocks.begin(), cell.blocks.end(), [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        return !paragraph || !is_blank(*paragraph);
    });
    const std::string text = plain_text(first->inlines, TextOf::value);
    return filled == 1 && !text.ends_with('.') && text.find('\n') == std::string::npos ? first : nullptr;
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

    // Learns what the body has of headings, in paragraphs of their own and in tables that have one for each row.
    void survey(std::vector<Block>& body) {
        std::set<std::size_t> arranged;
        for (Block& block : body) {
            if (auto* paragraph = std::get_if<Paragraph>(&block.content)) {
                if (paragraph->heading == 0 || text_bytes(*paragraph) > heading_bytes) continue;
                const std::string text = collapse_spaces(plain_text(paragraph->inlines, TextOf::value));
                if (const auto match = match_heading(form_, split_heading(text).title, text))
                    told_.insert(match->section);
            }
        }
        for (Block& block : body) {
            auto* table = std::get_if<Table>(&block.content);
            if (!table) continue;
            Paragraph* framed = only_paragraph(*table);
            framed_headings_ += framed && heading_of(form_, table->rows[0].cells[0]) ? 1 : 0;
            for (Row& row : table->rows) {
                std::size_t section = 0;
                if (part_of(row, 0, &section) == Part::heading) arranged.insert(section);
            }
        }
        in_columns_ = arranged.size() >= sections_in_column && !is_told_elsewhere(arranged);
    }

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
        if (table.rows.size() == 1 && table.rows[0].cells.size() == 1) {
            Paragraph* framed = only_paragraph(table);
            if (framed && framed_headings_ >= headings_in_frames) mark_heading(*framed);
            return blocks(std::move(table.rows[0].cells[0].blocks));
        }
        if (is_side_by_side(table)) {
            std::vector<Block> result;
            for (Cell& cell : table.rows[0].cells) append(result, blocks(std::move(cell.blocks)));
            return result;
        }
        if (const int column = column_of_sections(table); column >= 0)
            return take_column_of_sections(std::move(table), column);
        std::vector<std::size_t> headings = heading_rows(table);
        if (!headings.empty()) return cut(std::move(table), headings);
        clean(table);
        std::vector<Block> result;
        result.push_back(Block{std::move(table)});
        return result;
    }

    // One row of texts beside each other, one of them below a heading by its style: no table of anything.
    static bool is_side_by_side(const Table& table) {
        if (table.rows.size() != 1) return false;
        return std::any_of(table.rows[0].cells.begin(), table.rows[0].cells.end(), [](const Cell& cell) {
            const auto is_filled = [](const Block& block) {
                const auto* paragraph = std::get_if<Paragraph>(&block.content);
                return !paragraph || !is_blank(*paragraph);
            };
            const auto first = std::find_if(cell.blocks.begin(), cell.blocks.end(), is_filled);
            if (first == cell.blocks.end()) return false;
            const auto* heading = std::get_if<Paragraph>(&first->content);
            return heading && heading->heading > 0 && std::any_of(first + 1, cell.blocks.end(), is_filled);
        });
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

    // The column of the section's own table that a cell names: "Ja" of the basic support, "Wanneer" of the points; null
    // where it names none.
    const ColumnDef* named_column(const Cell& cell, const SectionDef& section, bool& is_answer) const {
        const Words words = fold_words(cell_text(cell));
        const ColumnDef* found = nullptr;
        form_.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
            const TableDef& table = form_.rules.tables[meaning.item];
            const bool is_place = std::any_of(table.places.begin(), table.places.end(), [&](const std::string& place) {
                return place == section.id || (!section.under.empty() && place == section.under);
            });
            const bool is_whole = taken == words.size() || (meaning.flags & Meaning::begins);
            const ColumnDef& column = table.columns[meaning.part];
            if (!is_place || !is_whole || column.id == table.row_label) return;
            found = &column;
            is_answer = table.form == TableForm::choices || table.telling > 0;
        });
        return found;
    }

    // The heading of a section that stands first in a row and has the names of its table's columns beside it:
    // "3. Basisondersteuning | Ja | Nee". One name alone may be the answer to what stands first: "2. Zorgstructuur |
    // ja". Without a number it is a heading only where the body has none of sections.
    std::optional<CellHeading> heading_over_table(Row& row) const {
        if (row.cells.size() < 2 || row.cells.front().column != 0) return std::nullopt;
        auto heading = heading_of(form_, row.cells.front());
        if (!heading) return std::nullopt;
        const SectionDef& section = form_.rules.sections[heading->match.section];
        std::size_t others = 0, known = 0;
        bool is_answer = false;
        std::set<const ColumnDef*> columns;
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            if (is_blank(row.cells[i].blocks)) continue;
            ++others;
            const ColumnDef* column = named_column(row.cells[i], section, is_answer);
            known += column ? 1 : 0;
            if (column) columns.insert(column);
        }
        const bool is_clear = heading->is_numbered || heading->paragraph->heading > 0;
        const bool is_enough = is_answer || !is_clear ? columns.size() >= fewest_columns : !columns.empty();
        if (!is_enough || known * 2 < others || (!is_clear && !told_.empty())) return std::nullopt;
        return heading;
    }

    // Rows that hold one cell with content, which starts with a section's heading, and rows that have one before the
    // names of columns.
    std::vector<std::size_t> heading_rows(Table& table) {
        std::vector<std::size_t> rows;
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            Row& row = table.rows[r];
            if (heading_over_table(row)) {
                rows.push_back(r);
                continue;
            }
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
                return heading && !heading->match.is_own && !heading->is_numbered;
            });
        return rows;
    }

    std::vector<Block> cut(Table table, const std::vector<std::size_t>& headings) {
        std::vector<Block> result;
        std::size_t from = 0;
        for (const std::size_t row : headings) {
            add_part(result, table, from, row);
            const bool heads_columns = only_cell(table.rows[row]) < 0;
            for (Cell& cell : table.rows[row].cells) {
                if (is_blank(cell.blocks)) continue;
                mark_heading(*first_paragraph(cell));
                append(result, blocks(std::exchange(cell.blocks, {})));
                if (heads_columns) break;
            }
            from = heads_columns ? row : row + 1;
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

    // What a row of a table that arranges sections is: a section's heading with its text beside it, the name of a field
    // with its value, or neither.
    enum class Part : std::uint8_t { heading, field, other };

    // The cell that stands in `column`; null where a merged cell reaches over it.
    static Cell* cell_at(Row& row, int column) {
        const auto cell =
            std::find_if(row.cells.begin(), row.cells.end(), [&](const Cell& c) { return c.column == column; });
        return cell == row.cells.end() ? nullptr : &*cell;
    }

    // Bytes of text right of `column`.
    static std::size_t text_beside(const Row& row, int column) {
        std::size_t bytes = 0;
        for (const Cell& cell : row.cells)
            if (cell.column > column) bytes += cell_text(cell).size();
        return bytes;
    }

    // The number that stands alone left of `column`; "" where nothing does, absent where something else does.
    static std::optional<std::string> number_before(const Row& row, int column) {
        std::string number;
        for (const Cell& cell : row.cells)
            if (cell.column < column) number += cell_text(cell);
        if (number.empty()) return number;
        NumberedHeading split = split_heading(number + " X");
        if (split.title != "X" || split.number.empty()) return std::nullopt;
        return std::move(split.number);
    }

    // Whether what stands in the cell looks like a heading though its words are not known.
    static bool has_heading_look(Cell& cell) {
        const Paragraph* paragraph = first_paragraph(cell);
        if (!paragraph || text_bytes(*paragraph) > heading_bytes) return false;
        const std::string text = collapse_spaces(plain_text(paragraph->inlines, TextOf::value));
        return paragraph->heading > 0 || !paragraph->number.empty() || !split_heading(text).number.empty();
    }

    Part part_of(Row& row, int column, std::size_t* section = nullptr) const {
        Cell* leading = cell_at(row, column);
        if (!leading || row.cells.size() < 2 || heading_over_table(row)) return Part::other;
        if (column > 0 && !number_before(row, column)) return Part::other;
        if (const auto heading = heading_of(form_, *leading)) {
            const std::size_t bytes = text_beside(row, column);
            const bool is_clear = heading->is_numbered || heading->match.is_own || heading->paragraph->heading > 0;
            if (bytes == 0 ? is_clear : bytes >= section_bytes) {
                if (section) *section = heading->match.section;
                return Part::heading;
            }
        }
        const Paragraph* paragraph = first_paragraph(*leading);
        if (!paragraph || text_bytes(*paragraph) > heading_bytes) return Part::other;
        const Words words = fold_words(plain_text(paragraph->inlines, TextOf::value));
        return form_.is_term(words, Term::label) ? Part::field : Part::other;
    }

    // The column that arranges the table's sections: the first, or the second beside numbers. -1 where none does.
    int column_of_sections(Table& table) const {
        constexpr int most_columns_before = 1;
        for (int column = 0; column <= most_columns_before && column + 1 < table.columns; ++column) {
            std::set<std::size_t> sections;
            std::size_t headings = 0, others = 0;
            for (Row& row : table.rows) {
                std::size_t section = 0;
                const Part part = part_of(row, column, &section);
                if (part == Part::heading) {
                    ++headings;
                    sections.insert(section);
                } else if (part == Part::other && headings > 0 && row.cells.size() > 1) {
                    const Cell* leading = cell_at(row, column);
                    others += leading && !is_blank(leading->blocks) ? 1 : 0;
                }
            }
            const bool is_enough = sections.size() >= sections_in_column || (in_columns_ && !sections.empty());
            if (!is_enough || headings < others || is_told_elsewhere(sections)) continue;
            return is_sure_table(table) ? -1 : column;
        }
        return -1;
    }

    // Whether the section's content is a table that says what there is for whom: below its title names are no headings.
    bool describes_rows(std::size_t section) const {
        const std::string& id = form_.rules.sections[section].id;
        return std::any_of(form_.rules.tables.begin(), form_.rules.tables.end(), [&](const TableDef& table) {
            return describes(table) && std::find(table.places.begin(), table.places.end(), id) != table.places.end();
        });
    }

    // Whether the body has headings for the sections, so that a table that names them tells of them.
    bool is_told_elsewhere(const std::set<std::size_t>& sections) const {
        const auto told = static_cast<std::size_t>(std::count_if(
            sections.begin(), sections.end(), [&](std::size_t section) { return told_.contains(section); }));
        return told > 1 && told * 2 >= sections.size();
    }

    // Each section's heading and text as running text; names of fields and what stands before the first section stay
    // rows of a table. A name that is no known heading opens a section where a text stands beside it.
    std::vector<Block> take_column_of_sections(Table table, int column) {
        std::vector<Block> result;
        std::size_t from = 0;  // of the rows that stay a table
        bool any = false;
        bool below_title = false;  // a row of its own, of a section whose rows these are
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            Row& row = table.rows[r];
            if (row.cells.empty()) continue;
            const Part part = part_of(row, column);
            if (part == Part::heading) below_title = false;
            if (row.cells.size() == 1)
                if (const auto title = heading_of(form_, row.cells.front()))
                    below_title = describes_rows(title->match.section);
            Cell* leading = cell_at(row, column);
            const bool is_named = leading && row.cells.size() > 1 && !is_blank(leading->blocks);
            const bool is_row = part == Part::other && is_named && below_title;
            const bool opens = part == Part::heading ||
                               (any && part == Part::other && is_named && !is_row &&
                                (text_beside(row, column) >= unknown_section_bytes || has_heading_look(*leading)));
            // A row without a name goes on with the section.
            const bool goes_on = any && part == Part::other && !is_named;
            if (!opens && !goes_on) continue;
            add_part(result, table, from, r);
            from = r + 1;
            any = true;
            for (Cell& cell : row.cells) {
                Paragraph* paragraph = first_paragraph(cell);
                if (opens && cell.column == column && paragraph && text_bytes(*paragraph) <= heading_bytes) {
                    mark_heading(*paragraph);
                    if (paragraph->number.empty()) paragraph->number = number_before(row, column).value_or("");
                }
            }
            for (Cell& cell : row.cells)
                if (cell.column >= column || !opens) append(result, blocks(std::move(cell.blocks)));
        }
        add_part(result, table, from, table.rows.size());
        return result;
    }

    const MatchedTemplate& form_;
    std::vector<Diagnostic>& diagnostics_;
    std::set<std::size_t> told_;  // sections for which the body has headings
    int framed_headings_ = 0;
    bool in_columns_ = false;  // the tables of the body together arrange sections
};

}  // namespace

std::vector<Block> unwrap_layout(const MatchedTemplate& form, std::vector<Block> blocks,
                                 std::vector<Diagnostic>& diagnostics) {
    Unwrapper unwrapper(form, diagnostics);
    unwrapper.survey(blocks);
    return unwrapper.blocks(std::move(blocks));
}

}  // namespace sop
