#pragma once

#include <string_view>

namespace sop {

// What the administrator does about files that fail with this code: a Dutch sentence or two. "" where there is no such
// code; see ErrorCode.
std::string_view advice_of(std::string_view code);

}  // namespace sop
