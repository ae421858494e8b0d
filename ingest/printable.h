// Names and sentences as people see them: on a terminal, in a log, in a report.
#pragma once

#include <string>
#include <string_view>

namespace sop {

// `text` with `instead` for each control character, line separator and character that turns the direction of writing:
// so that no name steers a terminal, ends a line or passes itself off as another one. `text` is UTF-8.
std::string printable(std::string_view text, char instead = '?');

}  // namespace sop
