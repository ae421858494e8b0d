// Running headers, footers and page numbers: what stands in the margins and repeats from page to page.
#pragma once

#include <vector>

#include "ingest/pdf/zones_rows.h"

namespace sop::pdf {

// How many of a page's rows are header, from the top, and footer, from the bottom.
struct Furniture {
    std::size_t header = 0, footer = 0;
    bool operator==(const Furniture&) const = default;
};

// One for each page; `rows` are the pages' own. A row of a table that goes on in the body is none, however often it is
// repeated.
std::vector<Furniture> find_furniture(const PageViews& pages, const std::vector<std::vector<PageRow>>& rows);

}  // namespace sop::pdf
