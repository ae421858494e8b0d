// What language a text is in.
#pragma once

#include <string>
#include <string_view>

#include "normalize/record.h"

namespace sop {

// "nl", "en", "de", "fr", "fy", "es", "tr", "pl" or "pap", by its most frequent small words. Absent where the text is
// too short or no language leads. `folded` is folded text (extract/fold.h); its first thousand words decide.
Tekst find_language(std::string_view folded);

}  // namespace sop
