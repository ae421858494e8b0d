// What the reader saw, drawn over the pages: for people who write templates or report a mistake.
#pragma once

#include <string>

#include "ingest/pdf/reading.h"

namespace sop::pdf {

// A page of HTML that needs nothing else: each page as a picture, over it words, lines, cells, headings and so on, each
// kind to be shown or hidden by a tick box; no script, nothing is fetched. Skipped pages have no picture: what made
// them skipped would hang Poppler. At most `overlay_pages` pages.
inline constexpr std::size_t overlay_pages = 100;
std::string write_overlay(Reading& reading);

}  // namespace sop::pdf
