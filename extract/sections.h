// Cuts a document's body at its headings.
#pragma once

#include <vector>

#include "extract/extraction.h"
#include "extract/matched_template.h"

namespace sop {

struct Sections {
    std::vector<Block> front;
    std::vector<Section> sections;
};

// Sections by the headings that the vocabulary knows, whatever their number. Headings by the document's own styles
// count as they are; a paragraph without one counts when it stands alone, is bold, underlined, numbered or in capitals,
// and all of it is a known heading. A heading that is not known opens a section "overig" where it stands on the main
// level between the others, else it stays in its section. `blocks` have their layout unwrapped. Tables of contents are
// left out and counted in a diagnostic.
// `is_chapter`: they stand below the title of a profile, which is not among them.
Sections find_sections(const MatchedTemplate& form, std::vector<Block> blocks, std::vector<Diagnostic>& diagnostics,
                       bool is_chapter = false);

// Sections of a document that is no known form: one "overig" for each heading of the highest level.
Sections cut_at_headings(std::vector<Block> blocks, std::vector<Diagnostic>& diagnostics);

// For each section the index of the one it stands under; -1 for a main section.
std::vector<int> find_parents(const std::vector<Section>& sections);

}  // namespace sop
