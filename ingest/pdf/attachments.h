// Files inside a file (ISO 32000-1, 7.11.4).
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf/limits.h"
#include "ingest/pdf/objects.h"

namespace sop::pdf {

struct EmbeddedFile {
    std::string name;
    Object stream;
};

// Those of the catalog's name tree; a tree with loops gives each node once.
std::vector<EmbeddedFile> find_embedded_files(const Object& catalog, const PdfLimits& limits);

}  // namespace sop::pdf
