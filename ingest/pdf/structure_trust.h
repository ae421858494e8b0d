// How far the structure tree can be believed.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/pdf/structure_words.h"
#include "ingest/pdf/zones.h"

namespace sop::pdf {

// Pages whose words the tree does not know, or of which it knows more than stands there.
std::vector<std::size_t> pages_with_gaps(const std::vector<Page>& pages, const std::vector<Zones>& zones,
                                         const Tags& tags, const TaggedWords& words);

// Pages whose blocks, as walked, are in no plausible order, or are no paragraphs: every line its own, or all of them
// one.
std::vector<std::size_t> pages_against_geometry(const std::vector<Page>& pages, const std::vector<Item>& items,
                                                const TaggedWords& words);

// Takes away the headings of a document whose text is mostly headings.
void demote_headings(std::vector<Item>& items, const std::vector<Page>& pages);

}  // namespace sop::pdf
