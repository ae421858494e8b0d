// Reader for Word documents (ECMA-376 part 1, WordprocessingML, strict and transitional; docx, docm, dotx, dotm).
#pragma once

#include <string_view>

#include "ingest/document.h"
#include "ingest/limits.h"

namespace sop {

// Tracked changes as accepted, fields as their results, text boxes once. Throws ConversionError.
Document read_docx(std::string_view bytes, const Limits& limits);

}  // namespace sop
