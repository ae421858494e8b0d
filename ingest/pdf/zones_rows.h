// Rows of a page as furniture and footnotes are told by: level text over the page's whole width.
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf/page.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {

// Words of a row that no wide gap parts.
struct Segment {
    std::string text;  // words with a space where there is one
    Box box;
};

struct PageRow {
    Row words;
    Box box;
    double size = 0;           // of most of its characters
    bool is_artifact = false;  // every word is one
    std::vector<Segment> segments;
};

// `page` as if most of its text stood upright: /Rotate may show it turned. Words keep their indices.
Page upright_page(const Page& page);

// Level rows of `page` from top to bottom.
std::vector<PageRow> page_rows(const Page& page);

// The size with the most characters; 0 where there are none.
double main_size(const std::vector<Page>& pages);

}  // namespace sop::pdf
