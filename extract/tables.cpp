#include "extract/tables.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/grid.h"
#include "extract/label_blocks.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

using Reader = void (*)(const MatchedTemplate&, std::size_t, const TablePlace&, TableWork);
// In the order of TableForm.
constexpr std::array<Reader, 4> readers{read_row_tables, read_points, read_choices, read_years};

bool is_place(const TableDef& table, std::string_view section) {
    return std::any_of(table.places.begin(), table.places.end(),
                       [&](const std::string& place) { return place == section || place == any_place; });
}

// Whether a reading knows enough columns to be the table. In its own section two do; elsewhere it must be sure.
bool is_enough(const MatchedTemplate& form, const TableReading& reading, bool is_expected) {
    return (is_expected && reading.known >= 2) || is_sure(form, reading);
}

// A table that is turned on its side is read from a copy; the largest that is worth one.
constexpr std::size_t most_turned_cells = 1000;
// Above a table, a longer line is a sentence.
constexpr std::size_t title_bytes = 120;

class RowTables {
public:
    RowTables(const MatchedTemplate& form, std::size_t table, bool is_expected, TableWork work)
        : form_(form), table_(table), is_expected_(is_expected), work_(work), blocks_(form, table, work) {}

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block.content);
            if (!paragraph) {
                blocks_.end();
                table(std::get<Table>(block.content));
                continue;
            }
            if (paragraph->heading > 0) last_ = {};
            if (is_expected_) blocks_.paragraph(*paragraph);
            read_title(*paragraph);
        }
        blocks_.end();
    }

private:
    void table(const Table& table) {
        const TableReading* reading = work_.meanings.of(table).reading_of(table_);
        if (reading && is_enough(form_, *reading, is_expected_)) {
            read(table, *reading);
            last_ = *reading;
            return;
        }
        // A table without header right behind one that had it goes on with it.
        if (is_expected_ && !last_.columns.empty() && static_cast<std::size_t>(table.columns) == last_.columns.size()) {
            last_.header_rows = 0;
            read_rows(form_, table, last_, {known_columns_confidence * no_header_factor, !work_.rows.empty()},
                      work_.rows, work_.diagnostics);
            return;
        }
        if (read_turned(table)) return;
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) blocks(cell.blocks);
    }

    // Adds the table's rows; those that name nothing belong to the title above the table.
    void read(const Table& table, const TableReading& reading) {
        const double columns = reading.own >= 2 ? own_columns_confidence : known_columns_confidence;
        const std::size_t first = work_.rows.size();
        read_rows(form_, table, reading, {columns * (is_expected_ ? 1 : elsewhere_factor)}, work_.rows,
                  work_.diagnostics);
        const std::string& label = form_.rules.tables[table_].row_label;
        for (std::size_t i = first; i < work_.rows.size(); ++i)
            if (work_.rows[i].group.empty() && !find_cell(work_.rows[i], label)) work_.rows[i].group = title_;
    }

    // A table whose first column has the names of the columns, and beside it a column for each row. One of two columns
    // is a row by itself. What it is for must be told, in it or above it.
    bool read_turned(const Table& table) {
        std::size_t cells = 0;
        for (const Row& row : table.rows) cells += row.cells.size();
        if (table.rows.size() < 2 || cells > most_turned_cells) return false;
        const Table side = turned(table);
        if (side.rows.size() < 2) return false;
        const TableMeaning meaning = match_columns(form_, side);
        const TableReading* reading = meaning.reading_of(table_);
        if (!reading || reading->header_rows != 1 || !is_enough(form_, *reading, is_expected_)) return false;
        const TableDef& def = form_.rules.tables[table_];
        const int label = column_index(def, def.row_label);
        const bool has_label = std::any_of(reading->columns.begin(), reading->columns.end(), [&](const ColumnUse& use) {
            return use.column == label && !use.heading.empty();
        });
        if (!has_label && (side.rows.size() > 2 || title_.empty())) return false;
        read(side, *reading);
        return true;
    }

    // The line above a table that may say what it is for.
    void read_title(const Paragraph& paragraph) {
        if (is_blank(paragraph)) return;
        const bool may_be = text_bytes(paragraph) <= title_bytes && (paragraph.heading > 0 || is_all(paragraph, bold));
        title_ = may_be ? collapse_spaces(plain_text(paragraph.inlines, TextOf::value)) : std::string();
    }

    const MatchedTemplate& form_;
    std::size_t table_;
    bool is_expected_;
    TableWork work_;
    LabelBlocks blocks_;
    TableReading last_;
    std::string title_;
};

}  // namespace

void mark_headers(Sections& sections, TableMeanings& meanings) {
    constexpr int least_columns = 2;
    for (Section& section : sections.sections)
        for (Block& block : section.blocks) {
            auto* const table = std::get_if<Table>(&block.content);
            if (!table) continue;
            const std::vector<TableReading>& readings = meanings.of(*table).readings;
            if (readings.empty() || readings.front().known < least_columns) continue;
            for (std::size_t row = 0; row < std::min(readings.front().header_rows, table->rows.size()); ++row) {
                table->rows[row].is_header = true;
                for (Cell& cell : table->rows[row].cells) cell.is_header = true;
            }
        }
}

void read_row_tables(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work) {
    RowTables(form, table, place.is_expected, work).blocks(place.blocks);
}

std::vector<FoundTable> find_tables(const MatchedTemplate& form, const Sections& sections, TableMeanings& meanings,
                                    std::vector<Diagnostic>& diagnostics) {
    std::vector<FoundTable> found;
    const std::vector<int> parents = find_parents(sections.sections);
    for (std::size_t t = 0; t < form.rules.tables.size(); ++t) {
        const TableDef& def = form.rules.tables[t];
        FoundTable table{def.id, {}};
        const auto read = [&](const std::vector<Block>& blocks, bool is_expected) {
            readers[static_cast<std::size_t>(def.form)](form, t, {blocks, is_expected},
                                                        {meanings, table.rows, diagnostics});
        };
        read(sections.front, is_place(def, front_place));
        for (std::size_t i = 0; i < sections.sections.size(); ++i) {
            bool is_expected = false;
            for (int s = static_cast<int>(i); s >= 0 && !is_expected; s = parents[static_cast<std::size_t>(s)])
                is_expected = is_place(def, sections.sections[static_cast<std::size_t>(s)].id);
            read(sections.sections[i].blocks, is_expected);
        }
        if (!table.rows.empty()) found.push_back(std::move(table));
    }
    return found;
}

}  // namespace sop
