// XML parts of a package as a tree that is safe to walk.
#pragma once

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "ingest/limits.h"

namespace sop::docx {

// A parsed part. Prefixes are canonical whatever the file declares: elements and attributes of WordprocessingML (strict
// and transitional) are "w:…", and so w14, mc, r, m, v, wp, wps, wpg, a, pic, c, dgm, o (see namespaces.cpp);
// other prefixes stand as written. White space of a text element is kept.
struct XmlPart {
    std::unique_ptr<std::string> buffer;  // what the tree points into; the bytes of the part, changed in place
    pugi::xml_document tree;
    pugi::xml_node root() const { return tree.document_element(); }
};

// `xml` is UTF-8 (see Package::xml), `name` is for messages. Throws damaged_part (not well formed), doctype, over_limit
// (depth, attributes, nodes).
XmlPart parse_xml(std::string xml, std::string_view name, const Limits& limits);

// Text of an element, all of it: comments and CDATA sections cut it into several nodes, of which child_value() gives
// the first. A view into the tree, or into `joined` where pieces had to be joined; lives until either changes.
std::string_view element_text(const pugi::xml_node& element, std::string& joined);

// Value of a boolean element or attribute (ST_OnOff, 17.17.4): true for "", "1", "true", "on"; the element absent:
// absent.
std::optional<bool> on_off(const pugi::xml_node& parent, const char* child);

// Attribute as a whole number, also out of range or malformed: absent then.
std::optional<int> int_value(const pugi::xml_attribute& attribute);

}  // namespace sop::docx
