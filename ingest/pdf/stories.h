// What stands beside the body: running headers and footers, footnotes.
#pragma once

#include <vector>

#include "ingest/document.h"
#include "ingest/pdf/inlines.h"
#include "ingest/pdf/zones.h"

namespace sop::pdf {

// Ids of the footnotes of each page: "footnote 1", with the page number behind where a label comes again. A page whose
// mark has its note on a later page has that note's id too.
std::vector<NoteIds> note_ids(const std::vector<Page>& pages, const std::vector<Zones>& zones);

// A running header or footer as one paragraph a line; the ids are "kop" and "voet", "kop2" …
// Each that differs in more than figures is told once, as the first page has it.
std::vector<Story> furniture(const std::vector<Zones>& zones, const Surroundings& around);

// What pages have and do not show, line by line, a story a page: "verborgen 2".
std::vector<Story> hidden_text(const std::vector<Page>& pages);

}  // namespace sop::pdf
