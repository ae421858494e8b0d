// The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8).
#pragma once

#include <vector>

#include "ingest/diagnostic.h"
#include "ingest/pdf/limits.h"
#include "ingest/pdf/open.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

// Empty where there is none. `catalog` is the file's own.
Tags read_tags(OpenedFile& file, const Object& catalog, const PdfLimits& limits, bool is_encrypted,
               std::vector<Diagnostic>& diagnostics);

}  // namespace sop::pdf
