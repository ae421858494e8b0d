// Counts.
#pragma once

#include <optional>
#include <string_view>

namespace sop {

// The one number of pupils in a value: "212", "212 leerlingen (1 oktober 2015)", "per 1-10-2015: 1.012". Absent where
// several numbers stand there, or one that is no whole number of pupils.
std::optional<int> parse_pupil_count(std::string_view text);

}  // namespace sop
