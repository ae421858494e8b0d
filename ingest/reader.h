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

struct AttachedFile {
    std::string name;  // as the PDF gives it; no path to be used
    std::string bytes;
};

// The file attached to a PDF that `options.attachment` names. Throws as read_document does; read_error where there is
// none of that name, unsupported_format where the source is no PDF.
AttachedFile read_attachment(std::string_view bytes, const ReadOptions& options);

// What the reader of PDFs saw, drawn over the pages, as HTML. Other formats have no pages: unsupported_format. Throws
// as read_document does.
std::string read_overlay(std::string_view bytes, const ReadOptions& options = {});

}  // namespace sop
