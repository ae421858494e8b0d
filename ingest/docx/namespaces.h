// The namespaces of Word documents and the prefixes that the reader knows them by.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "ingest/limits.h"

namespace sop::docx {

// Canonical prefix of a namespace ("w" for WordprocessingML, strict and transitional); "" for others.
std::string_view canonical_prefix(std::string_view uri);

// Prefix that an attribute declares: "" for "xmlns", "w" for "xmlns:w"; absent for any other attribute.
std::optional<std::string_view> declared_prefix(std::string_view attribute_name);

// True where a declaration xmlns:`prefix`="`uri`" (`prefix` "" for xmlns="…") makes names read otherwise than they
// stand: a known namespace under another prefix, or a known prefix for another namespace.
bool is_odd_binding(std::string_view prefix, std::string_view uri);

// Renames elements, attributes and the prefixes in mc:Choice/@Requires to canonical prefixes, by the bindings in scope.
// A known prefix that stands for another namespace gets "x-" before it. Throws ConversionError over_limit for more
// bindings in one scope than limits.xml_attributes.
void rename_to_canonical(const pugi::xml_node& root, std::string_view part, const Limits& limits);

}  // namespace sop::docx
