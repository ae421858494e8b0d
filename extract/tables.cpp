#include "extract/tables.h"

#include <algorithm>
#include <array>

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

class RowTables {
public:
    RowTables(const MatchedTemplate& form, std::size_t table, bool is_expected, TableWork work)
        : form_(form), table_(table), is_expected_(is_expected), work_(work) {}

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block.content);
            if (paragraph && paragraph->heading > 0) last_ = {};
            if (!paragraph) table(std::get<Table>(block.content));
        }
    }

private:
    void table(const Table& table) {
        const TableReading* reading = work_.meanings.of(table).reading_of(table_);
        if (reading && is_enough(form_, *reading, is_expected_)) {
            const double columns = reading->own >= 2 ? own_columns_confidence : known_columns_confidence;
            read_rows(form_, table, *reading, columns * (is_expected_ ? 1 : elsewhere_factor), work_.rows,
                      work_.diagnostics);
            last_ = *reading;
            return;
        }
        // A table without header right behind one that had it goes on with it.
        if (is_expected_ && !last_.columns.empty() && static_cast<std::size_t>(table.columns) == last_.columns.size()) {
            last_.header_rows = 0;
            read_rows(form_, table, last_, known_columns_confidence * no_header_factor, work_.rows, work_.diagnostics);
            return;
        }
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) blocks(cell.blocks);
    }

    const MatchedTemplate& form_;
    std::size_t table_;
    bool is_expected_;
    TableWork work_;
    TableReading last_;
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
        read(sections.front, false);
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
