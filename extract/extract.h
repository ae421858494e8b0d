// Applies templates to a document.
#pragma once

#include "extract/extraction.h"
#include "extract/template.h"

namespace sop {

// Picks the template that fits best and finds its sections, fields and tables. All blocks of the document's body end up
// in `front` or in a section. Total: any document gives an extraction.
Extraction extract(Document document, const TemplateSet& templates);

}  // namespace sop
