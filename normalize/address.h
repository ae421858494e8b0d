// Postal addresses.
#pragma once

#include <string_view>

#include "normalize/record.h"

namespace sop {

// "1333 EC" of "1333ec": four digits not starting with 0, two letters. Absent where the value holds none or two.
Tekst parse_postcode(std::string_view text);

// The parts of an address that a value gives, on lines or with commas: "Lindelaan 12a, 1333 EC Almere" all of them,
// "1333 EC Almere" the last two, "Lindelaan 12" the first two. A word alone may be a street or a place: it stays
// absent.
Adres parse_address(std::string_view text);

// A place, in capitals or not, without "te" before it; absent where the text has digits.
Tekst parse_place(std::string_view text);

}  // namespace sop
