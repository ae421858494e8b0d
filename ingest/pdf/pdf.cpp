#include "ingest/pdf/pdf.h"

#include <string>
#include <utility>
#include <vector>

#include "ingest/pdf/build.h"
#include "ingest/pdf/file.h"
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

AttachedFile take_attachment(std::string_view bytes, const ReadOptions& options) {
    std::vector<Diagnostic> diagnostics;
    pdf::PdfLimits limits;
    limits.file_bytes = options.limits.file_bytes;
    pdf::PdfFile file(bytes, options.password, limits, diagnostics);
    const std::vector<pdf::Attachment>& files = file.attachments();
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].name != options.attachment && std::to_string(i + 1) != options.attachment) continue;
        if (auto attached = file.attachment_bytes(i)) return {files[i].name, std::move(*attached)};
        throw ConversionError(ErrorCode::damaged_part, "", "de bijlage");
    }
    throw ConversionError(ErrorCode::read_error, "",
                          "geen bijlage met deze naam of dit nummer; het zijn er " + std::to_string(files.size()));
}

std::string draw_pdf(std::string_view bytes, const ReadOptions& options) {
    pdf::Reading reading = pdf::read_layout(bytes, options);
    return pdf::write_overlay(reading);
}

}  // namespace sop
