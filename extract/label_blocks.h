// Rows of a table that were written as labels with their values, one below the other.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tables.h"

namespace sop {

// Takes paragraph after paragraph of a section:
//
//     Doelgroep: leerlingen met dyslexie
//     Begeleiding: elke dag een kwartier lezen
//     Duur: een half jaar
//
// A label is the name of a column with a colon or tab behind it, or a bold line or a heading of its own; a short line
// with a colon beside such labels is one that the record does not know. What follows up to the next label is its value,
// as far as it may go on: not behind a blank line, and not a sentence behind a few words. A label that comes again
// starts the next row, two labels of one column are both in it; a heading starts the next row too and names it where no
// label does. Two columns at least make a row; where others below a heading do, one does.
class LabelBlocks {
public:
    LabelBlocks(const MatchedTemplate& form, std::size_t table, TableWork work)
        : form_(form), table_(table), def_(form.rules.tables[table]), work_(work) {}

    void paragraph(const Paragraph& paragraph);
    // Ends the row: something else follows.
    void end();
    // Adds the rows.
    void finish();

private:
    struct Label {
        std::string_view column;  // id
        std::string heading;
        std::string_view value;  // on the label's line
    };
    std::optional<Label> known_label(std::string_view line, bool is_alone) const;
    std::optional<Label> other_label(std::string_view line) const;
    void add(const Label& label, const Origin& origin);
    void heading(const Paragraph& paragraph, std::string_view text);
    void go_on(std::string_view line, const Paragraph& paragraph);

    struct ReadRow {
        FoundRow row;
        bool is_thin;  // one column
    };

    const MatchedTemplate& form_;
    std::size_t table_;
    const TableDef& def_;
    TableWork work_;
    std::vector<ReadRow> rows_;
    FoundRow row_;
    std::string title_;
    int title_level_ = 0;
    bool is_open_ = false;    // the last value may go on
    bool is_phrase_ = false;  // the last value is no sentence
};

}  // namespace sop
