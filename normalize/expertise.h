// What a school knows, whom it works with and its key figures.
#pragma once

#include "extract/extraction.h"
#include "normalize/record.h"
#include "normalize/taxonomy.h"

namespace sop {

// deskundigheid. A mark ("x", "ja", "1x", a tick), or a word of who has it, means that it is there, "nee" that it is
// not; so does a box that is not ticked. An empty cell means that it is not where its column has marks in that table; a
// column that nobody filled in, or that the table does not have, says nothing. One column may say it in words
// ("intern", "op afroep", "ja, via het bestuur"); in a table without such columns hours, days or a name beside the
// label say, less surely, that it is there.
void read_expertise(const FoundTable& table, const Taxonomy& taxonomy, SopRecord& record);

// externe_partners. The frequency is the column that is marked; where two are, none, with a melding.
void read_partners(const FoundTable& table, SopRecord& record);

// kengetallen, one for each figure and year.
void read_figures(const FoundTable& table, SopRecord& record);

}  // namespace sop
