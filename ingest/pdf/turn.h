// Pages whose text stands sideways or on its head, turned as their reader turns the paper: layout sees upright text.
#pragma once

#include "ingest/pdf/page.h"

namespace sop::pdf {

// Turns all of `page` (its words joined and repaired) so that most of its text stands upright; Page::turned says how.
void turn_upright(Page& page);

// A box of `page` in points from the top left of the page as shown, before turn_upright.
Box as_shown(const Page& page, const Box& box);

}  // namespace sop::pdf
