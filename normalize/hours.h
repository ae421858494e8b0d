// Amounts of support: hours, half days, full-time equivalents.
#pragma once

#include <string_view>
#include <vector>

#include "normalize/record.h"

namespace sop {

// All amounts with a unit in a text, in order: "2.30 uur per week" is 2.5, "9 uur en 45 min" 9.75, "3 x 30 minuten" 90,
// "1u30" 1.5, "2 uur per 2 weken" 1 a week, "2 uur per kind per week" 2 a week, "fte: 0,4" 0.4. The same time said
// again in brackets, "2 uur (120 min.)", is no second amount.
// What cannot be told is left out: a number without a unit, a range ("2 à 3 uur"), a time of day ("om 9 uur"), and
// "1,30 uur", which may be ninety minutes or a decimal.
std::vector<Omvang> parse_amounts(std::string_view text);

// The amounts of a cell; one that names no period has that of the heading, where it gives a unit per period: "9 uur"
// under "Aantal uren per week".
std::vector<Omvang> parse_amounts_below(std::string_view heading, std::string_view cell);

// A cell that holds a number only, under a heading that says the unit: "2.30" under "Aantal uren per week".
std::vector<Omvang> parse_amount_below(std::string_view heading, std::string_view cell);

}  // namespace sop
