// Arrangements as a flat table, for programs that take no JSON: Power BI, SharePoint lists, Excel.
#pragma once

#include <string>
#include <string_view>

#include "export/archive/archive.h"

namespace sop {

// Byte order mark and the names of the columns. RFC 4180 with semicolons, which Dutch Excel wants; a multiple value has
// a comma between, a text keeps its lines.
std::string csv_header();

// One row for each arrangement of the record, "" where it has none. A cell that a spreadsheet would take for a formula
// has an apostrophe in front, and list items have a bullet instead of their dash: the text is a stranger's.
std::string csv_rows(const ArchivedDocument& document, std::string_view record);

}  // namespace sop
