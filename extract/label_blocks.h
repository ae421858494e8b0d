// Rows of a table that were written as labels with their values, one below the other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extract/tables.h"

namespace sop {

// Takes paragraph after paragraph of a section:
//
//     Doelgroep: leerlingen met dyslexie
//     Begeleiding: elke dag een kwartier lezen
//
// A label is the name of a column with a colon or tab behind it, or a bold line of its own; what follows up to the next
// label is its value. A label that comes again starts the next row, and so does a heading, which names the row where no
// label does. Two columns at least make a row; fewer are words of a text.
class LabelBlocks {
public:
    LabelBlocks(const MatchedTemplate& form, std::size_t table, TableWork work)
        : form_(form), table_(table), def_(form.rules.tables[table]), work_(work) {}

    void paragraph(const Paragraph& paragraph);
    // Ends the row: something else follows.
    void end();

private:
    bool label(std::string_view line, bool is_bold, const Origin& origin);

    const MatchedTemplate& form_;
    std::size_t table_;
    const TableDef& def_;
    TableWork work_;
    FoundRow row_;
    std::string title_;
};

}  // namespace sop
