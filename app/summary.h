// What a person reads at the end of a run.
#pragma once

#include <string>

#include "export/report.h"

namespace sop {

// Dutch, several lines: how many files were converted, how many with remarks, which failed and why, what was skipped.
// File names have no control characters in it, so that no name can steer a terminal.
std::string summary_of(const RunReport& report);

}  // namespace sop
