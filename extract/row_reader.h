// The rows of a table whose columns are known.
#pragma once

#include <vector>

#include "extract/columns.h"
#include "extract/extraction.h"
#include "extract/matched_template.h"

namespace sop {

struct RowsFrom {
    double confidence = 0;
    bool goes_on = false;  // the table goes on with the last of the rows before it
};

// Adds the rows of `table` below its header to `rows`, each with its cells that are not empty.
//
// - A cell merged over rows is in each of them; one merged over columns is in each that is known, and else once.
// - A row of one cell over all columns is the title of a group, `group` of the rows below it; so is a row in which only
//   the naming column is filled in, bold or in capitals, where those of the other rows are not.
// - A repeated header, a row without text, a sum ("Totaal") and a note ("* per week", "NB …") are no rows.
// - A row that names nothing and goes on in the middle of a phrase is joined to the row above; so is one with few
// cells,
//   less surely. Any other has the name of the row above in a table of descriptions, less surely too: an empty cell
//   below a name stands for it. In a table of marks it has none.
// - Parts of one heading ("Begeleiding" over "individueel" and "in de groep") are cells of one column.
void read_rows(const MatchedTemplate& form, const Table& table, const TableReading& reading, RowsFrom from,
               std::vector<FoundRow>& rows, std::vector<Diagnostic>& diagnostics);

// The cell of column `id` in a row; null where it has none.
const FoundCell* find_cell(const FoundRow& row, std::string_view id);

}  // namespace sop
