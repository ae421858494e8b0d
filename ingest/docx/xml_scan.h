// A linear look over the bytes of an XML part before a tree is built of it: what would make the tree expensive or
// unsafe is refused while it costs nothing yet.
#pragma once

#include <string_view>

#include "ingest/limits.h"

namespace sop::docx {

// Checks depth, attributes of an element, length of attributes, number of nodes, and references to characters that XML
// does not have. Sees the same tags as pugixml in every part that is well formed; what is not is left to the parser to
// refuse. `name` is the part, for messages. Throws ConversionError over_limit, doctype, damaged_part.
void check_xml(std::string_view xml, std::string_view name, const Limits& limits);

// True where the part may bind a prefix in another way than the canonical one (see namespaces.h).
bool may_have_odd_prefix(std::string_view xml);

}  // namespace sop::docx
