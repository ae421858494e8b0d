// Finds the fields of a template in a document.
#pragma once

#include <string_view>
#include <vector>

#include "extract/columns.h"
#include "extract/extraction.h"
#include "extract/matched_template.h"
#include "extract/sections.h"

namespace sop {

// Every field that has a value, in the order of the rules; of one field the surest value first. The same value found in
// two ways is one, and surer. `stories` are the document's headers and footers, a weaker source than its body.
//
// How sure a value is follows from the locator that found it (see locators.h) and from what lowers it, see fields.cpp.
std::vector<FoundField> find_fields(const MatchedTemplate& form, const Sections& sections,
                                    const std::vector<Story>& stories, TableMeanings& meanings);

// Whether `value` is one of those that the form offers for the field, and has the shape that it asks for.
bool passes_check(const FieldDef& field, std::string_view value);

}  // namespace sop
