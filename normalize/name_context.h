// What stands around the names of persons in running text: who they are, said before or behind them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "normalize/name_scan.h"

namespace sop {

// Where to look for a name behind a word for who somebody is, which ends at `end`: behind "is", a colon or a bracket,
// and words that say of what ("leerkracht groep 3: ", "voorzitter van de MR is "). A place before white space or before
// the name itself. Absent where nothing leads to a name.
std::optional<std::size_t> skip_to_name(std::string_view text, std::size_t end);

// The name before a word for who somebody is, which begins at `begin`: "Anna Bos (orthopedagoog)", "Anna Bos, onze
// logopedist", "Anna Bos is de intern begeleider". Two words at least; nothing where they may be a place or a body.
FoundName find_name_before(std::string_view text, std::size_t begin);

}  // namespace sop
