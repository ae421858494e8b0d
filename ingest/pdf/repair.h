// From what Poppler and the content stream say to words as a reader sees them.
#pragma once

#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Repairs page.words of all pages of one document, after join_runs, in this order:
//  - text that is not seen is dropped, unless the page is a scan with its text under it (an OCR layer);
//  - text painted twice to look bold, or on both pages of a break that cut its line (cut_lines.h), is kept once;
//  - characters (characters.h), leaders and spacing (spacing.h); text of two cells is parted (overflow.h);
//  - bullets that came out as an unknown character become "•";
//  - boxes and bullets drawn as shapes, ticked fields and values that no word shows become words (boxes.h).
// Afterwards a word's text is clean text but for a soft hyphen at its end, a tick box is ☐ or ☒, and space_after of
// words that were cut says what stood between them. An empty word is left nowhere.
void repair_words(std::vector<Page>& pages);

// True where the page is a picture of paper and its invisible text says what is on it: more text is invisible than
// visible, and images cover more than half of it or no text is visible at all (a scan in pieces or in outlines).
bool has_ocr_layer(const Page& page);

// Share of the page under images, 0 to 1.
double image_share(const Page& page);

}  // namespace sop::pdf
