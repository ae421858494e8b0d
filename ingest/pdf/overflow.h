// Words that run over the side of their cell up to the text of the next one, as printers leave them that cut no words:
// FOP, react-pdf.
#pragma once

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Poppler takes both cells' letters for one word: cuts it where a string was painted from behind the side on.
void cut_overflows(Page& page);

}  // namespace sop::pdf
