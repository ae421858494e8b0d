// Versions of the archive's schema. Inside export/archive/ only.
#pragma once

#include "export/archive/sqlite.h"

namespace sop::sqlite {

// Makes the schema of a new file, or brings an older one up to date, each step in a transaction of its own. Throws
// ArchiveError where the file is no archive, or one of a later version.
void migrate(const Database& database);

// The same without changing anything: an older one is an error, too.
void check_schema(const Database& database);

}  // namespace sop::sqlite
