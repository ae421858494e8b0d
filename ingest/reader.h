// From bytes to a Document: finds the format by its signature and calls its reader.
#pragma once

#include <string>
#include <string_view>

#include "ingest/document.h"
#include "ingest/options.h"

namespace sop {

// Reads one source. `bytes` is the whole file; nothing of it is kept. Format by content, never by file name.
// Throws ConversionError, nothing else, whatever the bytes are (and std::bad_alloc).
Document read_document(std::string_view bytes, const ReadOptions& options = {});

// What the reader of PDFs saw, drawn over the pages, as HTML. Other formats have no pages: unsupported_format. Throws
// as read_document does.
std::string read_overlay(std::string_view bytes, const ReadOptions& options = {});

}  // namespace sop
