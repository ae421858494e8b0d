// A new trailer, catalog and page tree for a file that lost them.
#pragma once

#include <string>
#include <string_view>

#include "ingest/pdf/limits.h"

namespace sop::pdf {

// `bytes` followed by what lets a reader with repair find the pages: the objects of object streams by themselves, and
// a page tree of all page objects in the order they stand in where the file's own cannot be found. "" where there is
// no page.
std::string rebuild(std::string_view bytes, const PdfLimits& limits);

}  // namespace sop::pdf
