#include "extract/tables.h"

#include <algorithm>
#include <array>

namespace sop {
namespace {

using Reader = void (*)(const MatchedTemplate&, std::size_t, const TablePlace&, TableSink);
// In the order of TableForm.
constexpr std::array<Reader, 3> readers{read_row_tables, read_points, read_choices};

bool is_place(const TableDef& table, std::string_view section) {
    return std::find(table.places.begin(), table.places.end(), section) != table.places.end();
}

// Whether a reading knows enough columns to be the table. In its own section two do; elsewhere it must be sure.
bool is_enough(const MatchedTemplate& form, const TableReading& reading, bool is_expected) {
    return is_expected ? reading.known >= 2 : is_sure(form, reading);
}

class RowTables {
public:
    RowTables(const MatchedTemplate& form, std::size_t table, bool is_expected, TableSink sink)
        : form_(form), table_(table), is_expected_(is_expected), sink_(sink) {}

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block.content);
            if (paragraph && paragraph->heading > 0) last_ = {};
            if (!paragraph) table(std::get<Table>(block.content));
        }
    }

private:
    void table(const Table& table) {
        for (TableReading& reading : match_columns(form_, table)) {
            if (reading.table != table_) continue;
            if (!is_enough(form_, reading, is_expected_)) break;
            const double columns = reading.own >= 2 ? own_columns_confidence : known_columns_confidence;
            read_rows(form_, table, reading, columns * (is_expected_ ? 1 : elsewhere_factor), sink_.rows,
                      sink_.diagnostics);
            last_ = std::move(reading);
            return;
        }
        // A table without header right behind one that had it goes on with it.
        if (is_expected_ && !last_.columns.empty() && static_cast<std::size_t>(table.columns) == last_.columns.size()) {
            last_.header_rows = 0;
            read_rows(form_, table, last_, known_columns_confidence * no_header_factor, sink_.rows, sink_.diagnostics);
            return;
        }
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) blocks(cell.blocks);
    }

    const MatchedTemplate& form_;
    std::size_t table_;
    bool is_expected_;
    TableSink sink_;
    TableReading last_;
};

}  // namespace

void read_row_tables(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableSink sink) {
    RowTables(form, table, place.is_expected, sink).blocks(place.blocks);
}

std::vector<FoundTable> find_tables(const MatchedTemplate& form, const Sections& sections,
                                    std::vector<Diagnostic>& diagnostics) {
    std::vector<FoundTable> found;
    const std::vector<int> parents = find_parents(sections.sections);
    for (std::size_t t = 0; t < form.rules.tables.size(); ++t) {
        const TableDef& def = form.rules.tables[t];
        FoundTable table{def.id, {}};
        const auto read = [&](const std::vector<Block>& blocks, bool is_expected) {
            readers[static_cast<std::size_t>(def.form)](form, t, {blocks, is_expected}, {table.rows, diagnostics});
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
