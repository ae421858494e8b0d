// What the columns of a table mean, by their headings.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/matched_template.h"

namespace sop {

struct ColumnUse {
    int column = -1;               // in TableDef::columns; -1: one that the table of the record does not have
    std::string heading;           // as it stood, header rows joined by " / "
    bool is_own = false;           // the template's own wording
    bool is_weak = false;          // a heading that means this only where the table is expected
    bool is_telling = false;       // a heading that with another known one makes the table this one
    bool is_taken = false;         // for the name of the row, which no heading says
    bool is_guess = false;         // a word of its heading tells it
    bool is_second_label = false;  // names the row too, beside the column that does
    bool is_rival = false;         // means what another column means that was taken for it
    const Cell* parent = nullptr;  // header cell over several columns that this one is a part of
};

// How a table of the document is read as one of the record.
struct TableReading {
    std::size_t table = 0;  // in Definitions::tables
    std::size_t header_rows = 0;
    std::vector<ColumnUse> columns;  // by column of the grid
    int known = 0;                   // different columns of the record that were found
    int firm = 0;                    // those of them that mean this wherever the table stands
    int own = 0;                     // those of them in the template's own wording
};

// What the columns of a table of the document say.
struct TableMeaning {
    // The readings in whose header at least one column is known, the one that knows most first; at most one for each
    // table of the record. Whether one knows enough is for the caller to decide.
    std::vector<TableReading> readings;
    // Tables of the record (in Definitions::tables) that a heading in the first row rules out.
    std::vector<std::size_t> excluded;

    const TableReading* reading_of(std::size_t table) const;
    bool excludes(std::size_t table) const;
};
TableMeaning match_columns(const MatchedTemplate& form, const Table& table);

// match_columns() of the tables of a document, each worked out once. The tables must not move.
class TableMeanings {
public:
    explicit TableMeanings(const MatchedTemplate& form) : form_(form) {}
    const TableMeaning& of(const Table& table);

private:
    const MatchedTemplate& form_;
    std::unordered_map<const Table*, TableMeaning> known_;
};

// Whether the columns make the table what the reading says, wherever it stands: three known ones of a table of rows, or
// as many as TableDef::telling asks for.
bool is_sure(const MatchedTemplate& form, const TableReading& reading);

// Whether a column has nothing but a number or letter for each row below the header, all of them different: "3.1",
// "a.".
bool numbers_rows(const Table& table, std::size_t column, std::size_t header_rows);

// Whether the rows of the table say in words what there is for whom, and are not marked.
bool describes(const TableDef& table);

// Whether `text` is the heading of some column of some table of the record.
bool is_column_heading(const MatchedTemplate& form, std::string_view text);

// Index of the table's column `id`; -1 where it has none.
int column_index(const TableDef& table, std::string_view id);

}  // namespace sop
