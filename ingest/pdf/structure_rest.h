// Words on a tagged page that its tags do not know.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/pdf/structure_words.h"

namespace sop::pdf {

// Adds the words that nobody took from pages that are trusted to `items` (of the whole document): in an empty cell of a
// table where they stand in one, else as geometry makes paragraphs of them, each where it stands on its page.
void add_rest(std::vector<Item>& items, const std::vector<Page>& pages, const TaggedWords& words);

// Index of the page that the item starts on.
int page_of(const Item& item);

}  // namespace sop::pdf
