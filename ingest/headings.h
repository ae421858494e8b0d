// Headings of documents whose writers used no styles.
#pragma once

#include "ingest/document.h"

namespace sop {

// Marks bold numbered paragraphs of the body as headings, with HeadingReason::bold_numbered, where the document's
// styles give none of their own level structure. Paragraphs in tables and lists of bullets stay what they are.
void infer_headings(Document& document);

}  // namespace sop
