// From the fields that were found to the values of school, contact, bestuur, samenwerkingsverband, versie,
// vaststelling.
#pragma once

#include "extract/extraction.h"
#include "normalize/normalize.h"
#include "normalize/record.h"

namespace sop {

// Fills these parts of `record` with their herkomst and meldingen. Where a field was found more than once, the first
// one that parses wins.
void normalize_fields(const SourceInfo& source, const Extraction& extraction, SopRecord& record);

}  // namespace sop
