// The pages of a document in order (ISO 32000-1, 7.7.3), walked by ourselves: QPDF's walk refuses trees with a page
// that stands twice and trusts the rest.
#pragma once

#include <vector>

#include "ingest/pdf/limits.h"
#include "ingest/pdf/objects.h"

namespace sop::pdf {

// A page with what it inherits (7.7.3.4).
struct PageNode {
    Object object, resources;
    Rectangle media_box, crop_box;  // the latter inside the former
    int rotation = 0;               // quarter turns clockwise, 0..3
};

struct PageTree {
    std::vector<PageNode> pages;
    // Every node once, all pages indirect, the count as claimed: each reader sees the same pages.
    bool is_regular = true;
    bool is_over_limit = false;  // pages beyond a limit are left out
};

PageTree read_page_tree(const Object& root, const PdfLimits& limits);

}  // namespace sop::pdf
