// What a caller may ask of reading one source.
#pragma once

#include <string>

#include "ingest/limits.h"

namespace sop {

struct ReadOptions {
    Limits limits = {};
    std::string password = {};  // of an encrypted PDF, UTF-8; it goes into no message and no record
};

}  // namespace sop
