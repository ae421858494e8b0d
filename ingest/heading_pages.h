// Page numbers that stand in headings: "Visie 5", "Visie5", as the line of a table of contents that became the heading.
#pragma once

#include "ingest/document.h"

namespace sop {

// Takes the numbers from the ends of the document's headings where they can only be page numbers: most headings end in
// one, they do not fall from one heading to the next, and no word stands before two of them ("Groep 1", "Groep 2"). A
// diagnostic counts them.
void drop_page_numbers(Document& document);

}  // namespace sop
