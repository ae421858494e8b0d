// From words and layout to the Document.
#pragma once

#include <vector>

#include "ingest/document.h"
#include "ingest/pdf/layout.h"
#include "ingest/pdf/zones.h"

namespace sop::pdf {

// Adds blocks, stories and controls to `document`. Line-end hyphens go where the word is one; tick boxes, note marks
// and form controls stand in their places; every block has its page and box. `uses_word_list`: see ReadOptions.
void build(Document& document, const std::vector<Page>& pages, const std::vector<Zones>& zones,
           const std::vector<Item>& items, bool uses_word_list);

}  // namespace sop::pdf
