// Lines of text that a page break cut through, as browsers' prints have them: painted on both pages, and part seen on
// each.
#pragma once

#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Keeps such a line on the page that shows more of it: of a word that stands at the same place across two pages, and of
// whose height the one shows what the other does not, the text of the smaller part is cleared.
void drop_cut_lines(std::vector<Page>& pages);

}  // namespace sop::pdf
