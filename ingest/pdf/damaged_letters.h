// Text layers whose letters are not what is seen: a ligature that its font maps to another character, or a letter or
// ligature that is nowhere in the text.
#pragma once

#include <vector>

#include "ingest/document.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

// Repairs the words of a document where a single substitution explains all words that have a character ("acƟef" for
// "actief"), or that lack one ("acef"), and the Dutch word list confirms it; a diagnostic says what was done. Gives the
// best that can be said of the text layer after it: volledig where nothing is wrong or all was repaired, gedeeltelijk
// where letters were put back that the file does not have, beschadigd where letters are missing and no single
// substitution tells which. Nothing is done without a word list.
TextLayer repair_letters(std::vector<Page>& pages, bool uses_word_list, std::vector<Diagnostic>& diagnostics);

}  // namespace sop::pdf
