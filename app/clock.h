#pragma once

#include <string>

namespace sop {

// The time in UTC, ISO 8601: "2026-11-26T13:05:19Z".
std::string time_now();

// The day in UTC: "2026-11-26".
std::string today();

}  // namespace sop
