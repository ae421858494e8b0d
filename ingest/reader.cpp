#include "ingest/reader.h"

#include <algorithm>
#include <array>

#include "ingest/diagnostic.h"
#include "ingest/docx/docx.h"
#include "ingest/heading_pages.h"
#include "ingest/pdf/pdf.h"

namespace sop {
namespace {

using Reader = Document (*)(std::string_view bytes, const ReadOptions& options);

Document read_package(std::string_view bytes, const ReadOptions& options) { return read_docx(bytes, options.limits); }

Document refuse_rtf(std::string_view, const ReadOptions&) {
    throw ConversionError(ErrorCode::unsupported_format, "", "RTF");
}

struct Signature {
    std::string_view bytes;
    std::size_t within;  // first bytes of the file in which it may start
    Reader read;
    bool is_at_end = false;  // then the last ones
};

// The first that fits decides. A zip archive may have anything in front of it and is looked for last, as the reader of
// packages does by itself.
constexpr std::array signatures{
    Signature{"PK\3\4", 1, read_package},
    Signature{"\xD0\xCF\x11\xE0", 1, read_package},  // compound file: which one, the package reader tells
    Signature{"{\\rtf", 1, refuse_rtf},
    Signature{"%PDF-", 1024, read_pdf},  // ISO 32000-1 appendix H, note 13
    // 7.5.5: a PDF whose first lines are lost, or stand behind more than a kilobyte of something else.
    Signature{"startxref", 1024, read_pdf, true},
    Signature{"", 1, read_package},
};

bool fits(const Signature& signature, std::string_view bytes) {
    const std::size_t length = signature.within - 1 + signature.bytes.size();
    if (signature.is_at_end) bytes.remove_prefix(bytes.size() - std::min(bytes.size(), length));
    return bytes.substr(0, length).find(signature.bytes) != std::string_view::npos;
}

const Signature& signature_of(std::string_view bytes, const ReadOptions& options) {
    if (bytes.size() > options.limits.file_bytes)
        throw ConversionError(ErrorCode::over_limit, "", "omvang van het bestand");
    return *std::find_if(signatures.begin(), signatures.end(),
                         [&](const Signature& candidate) { return fits(candidate, bytes); });
}

}  // namespace

Document read_document(std::string_view bytes, const ReadOptions& options) {
    Document document = signature_of(bytes, options).read(bytes, options);
    drop_page_numbers(document);
    return document;
}

AttachedFile read_attachment(std::string_view bytes, const ReadOptions& options) {
    if (signature_of(bytes, options).read != read_pdf)
        throw ConversionError(ErrorCode::unsupported_format, "", "--attachment is er voor PDF-bestanden");
    return take_attachment(bytes, options);
}

std::string read_overlay(std::string_view bytes, const ReadOptions& options) {
    if (signature_of(bytes, options).read != read_pdf)
        throw ConversionError(ErrorCode::unsupported_format, "", "--overlay is er voor PDF-bestanden");
    return draw_pdf(bytes, options);
}

}  // namespace sop
