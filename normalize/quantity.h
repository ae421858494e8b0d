// Numbers as people write them before a unit.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "normalize/text.h"

namespace sop {

// Digits as they stand; what they amount to depends on the unit.
struct Quantity {
    double value = 0;           // of "2 ½", "2 1/2", "twee", and the part before the separator
    std::string_view fraction;  // "30" of "2.30"
    char separator = 0;         // '/' where "1/2" is in the value
    bool is_article = false;    // "een", which says one only where a period follows
    std::size_t end = 0;        // token behind it; 0: none
};

Quantity read_quantity(const Tokens& tokens, std::size_t at);

// The value of a quantity in its unit ("2.30" is two and a half of "uur"); absent where its digits can be read in two
// ways.
std::optional<double> value_of(const Quantity& quantity, std::string_view unit);

}  // namespace sop
