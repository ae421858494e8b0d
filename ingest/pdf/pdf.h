// Reader for PDF (ISO 32000-1).
#pragma once

#include <string>
#include <string_view>

#include "ingest/document.h"
#include "ingest/options.h"
#include "ingest/reader.h"

namespace sop {

// The Document that the file was printed from, as far as words, lines, shapes and tags tell. Throws ConversionError.
Document read_pdf(std::string_view bytes, const ReadOptions& options);

// See read_attachment().
AttachedFile take_attachment(std::string_view bytes, const ReadOptions& options);

// The same seen, drawn over the pages (overlay.h).
std::string draw_pdf(std::string_view bytes, const ReadOptions& options);

}  // namespace sop
