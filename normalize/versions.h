// Versions, school years and plan periods.
#pragma once

#include <optional>
#include <string_view>

#include "normalize/record.h"

namespace sop {

// Two years that differ by one are a school year: "2014-2015", "2016 – 2017", "cursusjaar 2013/2014", "14-15". Where
// the text has several different ones: absent.
Tekst parse_school_year(std::string_view text);

// Two years that differ by two to ten are a plan period: "2014-2018", "2014 t/m 2018".
std::optional<Planperiode> parse_plan_period(std::string_view text);

// "concept", "definitief" or "vastgesteld"; absent where the text says none, denies it ("nog niet vastgesteld") or says
// two that exclude each other.
Tekst parse_version_status(std::string_view text);

}  // namespace sop
