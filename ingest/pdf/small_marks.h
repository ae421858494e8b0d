// Marks of notes that were made small and not raised: "sbo 4".
#pragma once

#include "ingest/pdf/page.h"
#include "ingest/pdf/zones.h"

namespace sop::pdf {

// Marks as raised what is written as the mark of one of the page's notes: a number or star in clearly smaller type
// directly behind a word of the body, on its line, where the page has a note of that label and no raised mark of it.
void raise_small_marks(Page& page, const Zones& zones);

}  // namespace sop::pdf
