#pragma once

#include <cstdint>
#include <string>

#include "export/archive/archive.h"
#include "export/report.h"

namespace sop {

// Adds to the report what the archive knows of its files: outlines of records that an earlier run gave, editions, equal
// texts. Gives the number of documents in the archive. Throws ArchiveError.
std::int64_t add_editions(const Archive& archive, RunReport& report);

// Where a document was seen, relative to the folder that was imported: many have the same file name. The first of
// several places. Throws ArchiveError.
std::string place_of(const Archive& archive, const ArchivedDocument& document);

}  // namespace sop
