// White space in and around words: Poppler breaks words at a tenth of the type size, which is right for most text.
#pragma once

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Cuts leaders from the text that they touch: "Visie.........7", "Naam:______". No space between the pieces.
void cut_leaders(Page& page);

// Row by row (words of one page, joined with their runs and with repaired characters):
//  - a hyphen that LibreOffice drew apart from the word it breaks, at the end of a line, goes to its word;
//  - letters drawn apart make a word: "I N S P E C T I E", "Sin t Jan";
//  - a footnote mark or exponent is marked as raised.
// Each needs gaps that tell letters from words on the same line; where they do not, nothing changes.
void repair_spacing(Page& page);

}  // namespace sop::pdf
