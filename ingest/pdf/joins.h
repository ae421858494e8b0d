// Over the page break: paragraphs and tables that a new page cut are made whole.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Joins, in `items` of the whole document in reading order, paragraphs that go on on the next page and tables that do:
// with or without a repeated header, with a row cut in two.
void join_pages(std::vector<Item>& items, const std::vector<Page>& pages);

}  // namespace sop::pdf
