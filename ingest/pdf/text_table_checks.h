// Whether texts in columns and rows are a table.
#pragma once

#include "ingest/pdf/text_rows.h"

namespace sop::pdf {

enum class TextTable {
    table,  // what only a table looks like: enough rows with text in several columns, each column with one side in line
    lines,  // too little, labels that end in a colon with their values, a list, a table of contents, tick boxes
    running  // columns of running text: texts beside each other have nothing to do with each other
};

TextTable judge_text_table(const Page& page, const TextRows& rows);

}  // namespace sop::pdf
