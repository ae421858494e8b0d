// UTF-8 that was read as another encoding: "Ã©" for "é".
#pragma once

#include <string>
#include <string_view>

namespace sop {

// True where `text` has a character that mojibake starts with. Most texts have none.
bool may_be_mojibake(std::string_view text);

// `text` with the characters restored that were UTF-8 and were read as Windows-1252, CP850 or CP852, once or more
// often. Only those that Dutch text has, and where a single one of the encodings explains what stands there; all else
// stays. `text` must be UTF-8.
std::string repair_mojibake(std::string text);

}  // namespace sop
