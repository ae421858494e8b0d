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

// The chapter with a profile's title ("Schoolondersteuningsprofiel", "Ondersteuningsaanbod") that a template of
// profiles fits best, where it is less than half of the document. Absent where no heading has one, or no template fits
// what stands under it.
std::optional<ChapterChoice> find_chapter(const Document& document, const TemplateSet& templates);

}  // namespace sop
