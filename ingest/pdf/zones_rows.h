// Rows of a page as furniture and footnotes are told by: level text over the page's whole width.
#pragma once

#include <optional>
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

// `page` as if most of its text stood upright, words and rulings only, where /Rotate shows it turned; absent where it
// stands upright as it is. Words keep their indices.
std::optional<Page> upright_page(const Page& page);

// Pages of one document; not owned.
using PageViews = std::vector<const Page*>;

// Level rows of `page` from top to bottom.
std::vector<PageRow> page_rows(const Page& page);

// The size with the most characters; 0 where there are none.
double main_size(const PageViews& pages);

}  // namespace sop::pdf
