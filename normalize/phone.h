// Telephone numbers.
#pragma once

#include <cstddef>
#include <string_view>

#include "normalize/record.h"

namespace sop {

// A number in E.164: "+31365321065" of "036-5321065", "(036) 532 10 65", "Tel.: 0031 36 5321065". The first of
// several ("036-5321065 / 06-12345678"). Absent where a number has too few or too many digits or an area code that the
// Dutch plan does not have; a foreign one needs its country code and is of a country nearby.
Tekst parse_phone(std::string_view text);

// End of the longest run of `text` from `begin` that is written like a telephone number; `begin` where there are too
// few digits for one.
std::size_t find_phone_end(std::string_view text, std::size_t begin);

}  // namespace sop
