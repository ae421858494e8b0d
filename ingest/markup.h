#pragma once

#include <string>
#include <string_view>

namespace sop {

// `text` as the content of an element or of an attribute in double quotes, of HTML or XML. Control characters, which
// have no place there, and what printable() does not show either, become spaces.
std::string escape_markup(std::string_view text);

}  // namespace sop
