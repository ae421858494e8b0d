// The archive in one SQLite file. Inside export/archive/ only.
#pragma once

#include <memory>
#include <string>

#include "export/archive/database.h"

namespace sop {

std::unique_ptr<Database> open_sqlite(const std::string& file, Archive::Access access);

}  // namespace sop
