// From the tables that were found to the lists of the record.
#pragma once

#include "extract/extraction.h"
#include "normalize/record.h"
#include "normalize/taxonomy.h"

namespace sop {

// Fills the lists of `record` with their herkomst and meldingen. A ditto ("idem") has the value of the cell above it
// in its column, within its group. Rows that hold nothing are left out. The sections of `record` must be filled.
void normalize_tables(const Extraction& extraction, const Taxonomy& taxonomy, SopRecord& record);

// grenzen.tekst: the text of the sections about limits; absent where they say nothing.
Tekst text_of_limits(const SopRecord& record);

}  // namespace sop
