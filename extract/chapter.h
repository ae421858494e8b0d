// The chapter of a larger document, a school guide, that is the profile.
#pragma once

#include <optional>
#include <vector>

#include "extract/extraction.h"
#include "extract/scoring.h"

namespace sop {

// Blocks of a document's body: the heading of the chapter and what stands under it.
struct Chapter {
    std::size_t begin = 0, end = 0;
};

struct ChapterChoice {
    Chapter chapter;
    TemplateChoice choice;
};

// The chapter that a template of profiles fits best. Its heading has a profile's title anywhere
// ("Zorg voor kinderen: SOP"), or is that of such a chapter ("Ondersteuningsaanbod"); or it only has the words of one
// ("Passend onderwijs op De Brug") above two of the sections that a profile has; or it is the smallest with all of
// these. It is less than half of the document, but where `is_guide`: the title says that it is larger than a profile.
// Absent where there is none.
std::optional<ChapterChoice> find_chapter(const Document& document, const TemplateSet& templates, bool is_guide);

}  // namespace sop
