// What a person reads at the end of a run.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "export/report.h"

namespace sop {

// "1 bestand", "2 bestanden".
std::string counted(std::size_t count, std::string_view one, std::string_view more);

// Dutch, several lines: how many files were converted, how many with remarks, which failed and why, what was skipped.
// File names have no control characters in it, so that no name can steer a terminal.
std::string summary_of(const RunReport& report);

}  // namespace sop
