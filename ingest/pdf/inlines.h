// Words of a block as the inlines of a paragraph.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/document.h"
#include "ingest/pdf/decor.h"
#include "ingest/pdf/hyphens.h"
#include "ingest/pdf/layout.h"
#include "ingest/pdf/widgets.h"

namespace sop::pdf {

// Ids of a page's footnotes by their labels.
using NoteIds = std::map<std::string, std::string, std::less<>>;

// What a line of words needs to become text; all outlive it.
struct Surroundings {
    const std::vector<Page>& pages;
    const Vocabulary& vocabulary;
    const std::vector<NoteIds>& notes;  // by page
    Widgets& widgets;
    Decor& decor;
};

// The text of `lines` from their word number `skipped` on, in one Text for all that looks alike. Line ends are a space
// or nothing (hyphens.h); a wide gap or a leader before a page number is a tab; ☐ and ☒ are tick boxes, raised labels
// of the page's footnotes their marks. `is_tagged`: the structure tree made them one block; a line that had room for
// the next one's first word was broken on purpose then. Geometry would have ended the block there.
std::vector<Inline> inlines_of(const std::vector<Line>& lines, int skipped, bool is_tagged, const Surroundings& around);

}  // namespace sop::pdf
