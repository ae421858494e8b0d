// Names of parts (ECMA-376 part 2, 6.2) as writers really spell them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/diagnostic.h"

namespace sop::docx {

// One spelling for all of a part's: backslash is slash, no leading slash, ASCII in lower case, percent-decoded, "." and
// ".." resolved (never above the package). Absent for what cannot name a part: empty, a folder, not UTF-8, control
// characters.
std::optional<std::string> normalize_part_name(std::string_view name);

// Part that the target of a relationship names; `source` is the normalized name of the part that has it, "" for the
// package. A fragment is dropped.
std::optional<std::string> resolve_target(std::string_view source, std::string_view target);

// Name of the part with the relationships of `part` (ECMA-376 part 2, 6.5.2).
std::string relationships_name(std::string_view part);

// The error that ends a conversion at a part. It names those that Word itself writes: any other name is what somebody
// wrote, as much as the text is.
ConversionError part_error(ErrorCode code, std::string_view part, std::string_view detail = {});

}  // namespace sop::docx
