// The structure tree as items: its blocks, with the words that stand in them.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/pdf/structure_words.h"

namespace sop::pdf {

// Walks the whole tree in reading order and takes its words. Tables are as the tree gives them; one that is no
// rectangle stays so.
std::vector<Item> walk_tree(const std::vector<Page>& pages, const Tags& tags, TaggedWords& words);

}  // namespace sop::pdf
