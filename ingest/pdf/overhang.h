// Text that runs off the right of its page: tables wider than the paper, as they come when a Word file is printed on
// other paper. The print does not show it; the file has it.
#pragma once

#include "ingest/pdf/page.h"

namespace sop::pdf {

// How far level text that starts on the page runs off its right side, in points; 0 where none does.
double find_overhang(const Page& page);

// Whether a word off the page belongs to text that starts on it.
bool is_overhanging(const Page& page, const Box& word);

// Brings words and parts of words that stand off the right of the page to its last point, in their order: everything
// else of the page, its lines and its tables, ends there.
void pull_in(Page& page);

}  // namespace sop::pdf
