// Characters that Poppler gives as the file says them, and the file says them wrong or in a font's own code.
#pragma once

#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// True where the document's ligatures came through Ghostscript (seen in 10.00), which writes their ToUnicode values
// with swapped bytes: "ti" as U+7400 U+6900. The evidence: every character of the document beyond the alphabets makes a
// Latin letter when swapped, and stands in a word with other Latin letters. A single word of Chinese or Korean says no.
bool has_swapped_letters(const std::vector<Page>& pages);

// What the text of `word` says, as ingest/text.h cleans it, with two exceptions: a soft hyphen at the end stays (the
// word was broken there), and a control character is read as Windows-1252 or becomes U+FFFD (a glyph was seen that
// nobody can read).
//  - letters with swapped bytes, where `swapped`;
//  - characters of symbol fonts and private-use characters: what a reader sees; a tick box is ☐ or ☒, whatever it was;
//  - small capitals and old-style figures in Adobe's private use: their letters and figures;
//  - Hebrew and Arabic words, which Poppler gives as drawn, left to right: in reading order.
// `font` is the word's font or null.
void repair_characters(Word& word, const Font* font, bool swapped);

}  // namespace sop::pdf
