// Letters of another script that look like Latin ones: "Соllege" with a Cyrillic С and о.
#pragma once

#include <string>
#include <string_view>

namespace sop {

// A letter of a script that has look-alikes of Latin letters: Greek and Cyrillic.
constexpr bool may_look_latin(char32_t code) { return code >= 0x370 && code < 0x530; }

// `text` with the Greek and Cyrillic letters of words that are otherwise Latin, where all of them look like Latin
// letters and they are not more than half: "кΩ" and Russian stay. `text` is UTF-8; what is none stays.
std::string resolve_look_alikes(std::string_view text);

}  // namespace sop
