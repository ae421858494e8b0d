// Points of improvement and their terms.
#pragma once

#include <string_view>

#include "normalize/record.h"

namespace sop {

// A point of improvement whose term stands at its end: "Protocol invoeren – gereed: juni 2017", "… (schooljaar
// 2019-2020)". Without one, the whole text.
Verbeterpunt parse_improvement(std::string_view text);

}  // namespace sop
