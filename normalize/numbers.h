// Counts and figures.
#pragma once

#include <optional>
#include <string_view>

namespace sop {

// The one number of pupils in a value: "212", "212 leerlingen (1 oktober 2015)", "per 1-10-2015: 1.012". Absent where
// several numbers stand there, or one that is no whole number of pupils, or one for each group: "24 per groep".
std::optional<int> parse_pupil_count(std::string_view text);

// The one number that is all of a value, whole or with decimals: "4", "27,1", "1.012", "12 %", "ca. 30 lln". Absent
// where words or a second number say more: "2 (groep 8: 1)", "10-12".
std::optional<double> parse_figure(std::string_view text);

}  // namespace sop
