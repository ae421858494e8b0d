// What of each template's wording stands in a document.
#pragma once

#include <vector>

#include "extract/template.h"
#include "ingest/document.h"

namespace sop {

// How much a wording says of an item: the template's own, or the vocabulary's for the same section, field or column.
inline constexpr double own_wording = 1.0;
inline constexpr double shared_wording = 0.5;

// What was found of one template: the best wording of each item, 0 where there is none. The items have the indexes of
// the vocabulary's.
struct Evidence {
    bool is_foreign = false;       // the title says that the document is something else
    bool is_guide = false;         // the title says that it is larger than a profile
    bool is_own_title = false;     // the title is the template's own
    bool is_clear_title = false;   // right at the top stands the title of a profile, with a school or a year beside it
    bool is_shared_title = false;  // no other title than one that others than schools use
    bool has_name = false;         // a line among the first starts like a school's name
    double title = 0;              // shared_wording: the vocabulary's, or another profile's
    std::vector<double> sections, fields;
    std::vector<std::vector<double>> columns;  // by table
    int footers = 0;                           // texts of its headers and footers
    int distinctive = 0;                       // items found in words that the vocabulary does not have for them
};

// The evidence of each template, in their order. Looks at the first 20,000 paragraphs, so that its cost does not grow
// with the document beyond that.
std::vector<Evidence> survey(const Document& document, const TemplateSet& templates);

}  // namespace sop
