// The file as Poppler gets it.
#pragma once

#include <string>

#include "ingest/pdf/open.h"

namespace sop::pdf {

// The file with a catalog that has pages and optional content only. Poppler builds a colour transform for every page
// of a file with /OutputIntents (20 to 35 times slower), hangs on field trees that share nodes, and needs neither these
// nor the structure tree for words. A sound file gets an incremental update (ISO 32000-1, 7.5.6); a damaged or
// encrypted one, or one whose page tree readers understand differently, is written anew.
std::string for_poppler(OpenedFile& file, bool is_encrypted);

}  // namespace sop::pdf
