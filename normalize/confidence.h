// What makes a value more or less sure than the way in which it was found: every factor in one place. How sure a way
// of finding is stands in extract/locators.cpp; script/eval shows what share of the values at each confidence is right.
#pragma once

#include "extract/extraction.h"
#include "ingest/document.h"
#include "normalize/record.h"

namespace sop {

// What the other sources of a field in the same document say.
enum class Agreement { alone, agreed, contradicted };

// How sure what follows from another value is, given that value.
inline constexpr double derived_factor = 0.9;

// A column that a word of its heading tells.
inline constexpr double guessed_column_factor = 0.9;

// Each heading is there as it stands: what is in doubt is whether it is one, and of which section.
double confidence_of(const Section& section);

// `confidence` of a field's best source, given the others.
double weigh(double confidence, Agreement agreement);

// Lowers what was read from a document that its template fits badly: it may be something else. `score` is the
// template's, 0..1. What came from outside the document, and how sure its kind is, stays.
void weigh_fit(SopRecord& record, double score);

// Lowers what was read from a text that is not, or not wholly, what is seen on the page. What came from outside the
// document (its file's name, the manifest, the register) stays.
void weigh_text_layer(SopRecord& record, TextLayer layer);

}  // namespace sop
