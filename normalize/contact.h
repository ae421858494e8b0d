// Telephone numbers, e-mail and web addresses.
#pragma once

#include <optional>
#include <string>
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

// The first e-mail address in a value, in lower case, its host as for parse_website().
Tekst parse_email(std::string_view text);

// The first web address in a value, host in lower case and ASCII ("xn--caf-dma.nl" of "café.nl"), with "https://" where
// no scheme is given and without a lone final "/".
Tekst parse_website(std::string_view text);

}  // namespace sop
