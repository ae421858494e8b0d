#include "ingest/pdf/pdf.h"

#include <utility>

#include "ingest/pdf/build.h"
#include "ingest/pdf/overlay.h"
#include "ingest/pdf/reading.h"

namespace sop {

Document read_pdf(std::string_view bytes, const ReadOptions& options) {
    pdf::Reading reading = pdf::read_layout(bytes, options);
    reading.poppler.reset();  // its memory is the document's now
    Document document;
    document.metadata = std::move(reading.metadata);
    document.diagnostics = std::move(reading.diagnostics);
    pdf::build(document, reading.pages, reading.zones, reading.items, options.uses_word_list);
    return document;
}

std::string draw_pdf(std::string_view bytes, const ReadOptions& options) {
    pdf::Reading reading = pdf::read_layout(bytes, options);
    return pdf::write_overlay(reading);
}

}  // namespace sop
