#pragma once

#include <string>
#include <string_view>

namespace sop {

// JSON text on one line with a final newline: what write_ndjson() gives of the record that write_json() gave `json` of.
std::string on_one_line(std::string_view json);

}  // namespace sop
