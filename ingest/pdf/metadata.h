// What a PDF says of itself.
#pragma once

#include <string>

#include "ingest/document.h"
#include "ingest/pdf/objects.h"

namespace sop::pdf {

// From the information dictionary (ISO 32000-1, 14.3.3) and the catalog's /Lang.
Metadata read_metadata(const Object& information, const Object& catalog, int pages);

// "D:20150216…" (7.9.4) as 2015-02-16; "" where it is no date.
std::string iso_date(const std::string& text);

}  // namespace sop::pdf
