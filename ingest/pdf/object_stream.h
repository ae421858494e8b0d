// Objects inside a stream (ISO 32000-1, 7.5.7).
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/pdf/objects.h"

namespace sop::pdf {

// Id and offset in `data` of each object, in order; `stream` gives /First and /N. At most `limit` of them.
std::vector<std::pair<int, std::size_t>> object_places(const Object& stream, std::string_view data, std::size_t limit);

}  // namespace sop::pdf
