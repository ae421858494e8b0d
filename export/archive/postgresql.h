// The archive in a database of a PostgreSQL server, in a schema `sopconv` of its own. Inside export/archive/ only.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "export/archive/database.h"

namespace sop {

// For changing it takes the archive's lock, which the server releases when the connection ends, however it ends; busy
// where another has it for some seconds.
std::unique_ptr<Database> open_postgresql(const std::string& address, Archive::Access access);

// The address with bounds on how long a server that is gone is waited for; those that it has itself stay.
std::string with_timeouts(std::string_view address);

}  // namespace sop
