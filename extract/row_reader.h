// The rows of a table whose columns are known.
#pragma once

#include <vector>

#include "extract/columns.h"
#include "extract/extraction.h"
#include "extract/matched_template.h"

namespace sop {

// Adds the rows of `table` below its header to `rows`, each with its cells that are not empty.
//
// - A cell merged over rows or columns is in each of them.
// - A row of one cell over all columns is the title of a group, `group` of the rows below it; so is a row in which only
//   the naming column is filled in, bold or in capitals, where those of the other rows are not.
// - A repeated header, a row without text, a sum ("Totaal") and a note ("* per week", "NB …") are no rows.
// - A row that names nothing and whose text goes on in the middle of a sentence is joined to the row it continues. Any
//   other row that names nothing stays a row of its own: what it belongs to cannot be told.
void read_rows(const MatchedTemplate& form, const Table& table, const TableReading& reading, double confidence,
               std::vector<FoundRow>& rows, std::vector<Diagnostic>& diagnostics);

// The cell of column `id` in a row; null where it has none.
const FoundCell* find_cell(const FoundRow& row, std::string_view id);

}  // namespace sop
