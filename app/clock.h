#pragma once

#include <chrono>
#include <string>

namespace sop {

// The time in UTC, ISO 8601: "2026-11-26T13:05:19Z".
std::string time_now();

// The day in UTC: "2026-11-26".
std::string today();

// Since it was made.
class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace sop
