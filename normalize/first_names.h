// First names that are frequent in the Netherlands.
#pragma once

#include <string_view>

namespace sop {

// "Sanne", "Mohamed": written with its capital and nothing else. The names of normalize/voornamen.txt are known, of
// many thousands: one that is not says nothing.
bool is_first_name(std::string_view word);

}  // namespace sop
