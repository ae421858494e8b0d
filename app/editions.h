#pragma once

#include <cstdint>

#include "export/archive/archive.h"
#include "export/report.h"

namespace sop {

// Adds to the report what the archive knows of its files: outlines of records that an earlier run gave, editions, equal
// texts. Gives the number of documents in the archive. Throws ArchiveError.
std::int64_t add_editions(const Archive& archive, RunReport& report);

}  // namespace sop
