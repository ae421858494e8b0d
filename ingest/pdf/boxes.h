// Tick boxes, bullets and filled-in fields that are no text in the file, as words: later parts see one kind of thing.
#pragma once

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Adds and replaces words of `page`:
//  - a tick box or radio button of the form (page.widgets) becomes ☐ or ☒ in its place, in stead of what its appearance
//    gave (a letter of ZapfDingbats, a drawn cross);
//  - a text or choice whose value no word shows becomes words in its box; one whose box shows its letters apart (comb
//    fields), a part of it (long texts) or more (lists with all their choices) gets its value's words;
//  - a drawn box (page.marks) becomes ☐, with a cross, a tick or an "x" in it ☒, unless a word stands there that says
//    so itself or says something else, or boxes of the page hold other letters; a drawn bullet becomes • where text
//    follows it on its line;
//  - a drawn tick by itself becomes ✓ where no word stands;
//  - a tick or cross by itself above or below a ☐ at the same indent becomes ☒.
// Marks stay in page.marks.
void show_boxes(Page& page);

}  // namespace sop::pdf
