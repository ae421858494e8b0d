// Words joined with the runs that painted them: Poppler says what stands somewhere, the content stream how it looks and
// which marked content it belongs to. Both know the place.
#pragma once

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Gives each word of `page` size, font, mcid, colour, is_artifact and is_invisible of the run under it. A word whose
// characters stand over runs that differ in what matters (weight, slant, symbol font, size, marked content) is cut
// where they do, without a space between. A word over no run keeps the size that its height suggests. Slanted text is
// an artifact: Poppler reads it as pieces of words.
void join_runs(Page& page);

}  // namespace sop::pdf
