// Whether one block of text is the rest of another, which the end of a page or cell cut.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Text of a block stops in the middle of a sentence, or starts there.
bool stops_midway(const TextBlock& block, const std::vector<Page>& pages);
bool starts_midway(const TextBlock& block, const std::vector<Page>& pages);

// True where `next` is the rest of `block`. `right` is where lines of the column or cell that `block` stands in end at
// most; `slack` how far from there a full line may end.
bool goes_on(const TextBlock& block, const TextBlock& next, const std::vector<Page>& pages, double right, double slack);

// `next` behind `block`, as one.
void append(TextBlock& block, TextBlock&& next);

}  // namespace sop::pdf
