// A linear look over the bytes of an XML part before a tree is built of it: what would make the tree expensive or
// unsafe is refused while it costs nothing yet.
#pragma once

#include <string_view>

#include "ingest/limits.h"

namespace sop::docx {

// What the scan saw that decides how the tree is treated.
struct XmlScan {
    bool has_odd_prefix = false;  // a prefix is bound in another way than the canonical one (see namespaces.h)
};

// Checks depth, attributes of an element, length of attributes, number of nodes, references to characters that XML does
// not have (XML 1.0, 2.2 and 4.1). Sees the same tags as pugixml in every part that is well formed; what is not is left
// to the parser to refuse. `name` is the part, for messages. Throws ConversionError over_limit, doctype, damaged_part.
XmlScan scan_xml(std::string_view xml, std::string_view name, const Limits& limits);

}  // namespace sop::docx
