// One page, seen by QPDF: all but its words.
#pragma once

#include <vector>

#include "ingest/diagnostic.h"
#include "ingest/pdf/page.h"
#include "ingest/pdf/page_tree.h"
#include "ingest/pdf/resources.h"

namespace sop::pdf {

// Runs, fonts, rulings, fills, clips, images, marks and widgets of a page; `number` counts from 1. A page over a limit
// is skipped, with a diagnostic.
Page scan_page(const PageNode& node, int number, SharedResources& shared, std::vector<Diagnostic>& diagnostics);

}  // namespace sop::pdf
