// The character encoding of an XML part (XML 1.0, 4.3.3 and appendix F).
#pragma once

#include <string>
#include <string_view>

namespace sop::docx {

// `bytes` as UTF-8 without byte order mark. UTF-16 (by mark, by declaration or by its first bytes), ISO 8859-1 and
// Windows-1252 are transcoded; the XML declaration keeps its words. `name` is the part, for messages. Throws
// ConversionError invalid_encoding: another encoding, or bytes that are not what they claim to be.
std::string to_utf8_xml(std::string bytes, std::string_view name);

}  // namespace sop::docx
