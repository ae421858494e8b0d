// A PDF opened by QPDF, which is the guard: what it refuses or finds too large, Poppler never sees. Everything that is
// not text is read from here.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/diagnostic.h"
#include "ingest/document.h"
#include "ingest/pdf/limits.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

// A file inside the file (ISO 32000-1, 7.11.4).
struct Attachment {
    std::string name;  // as the file gives it: any characters, no path to be used
    bool operator==(const Attachment&) const = default;
};

class PdfFile {
public:
    // `bytes` must stay as long as the PdfFile does. A damaged file is repaired as far as that goes, with a diagnostic.
    // Throws ConversionError: encrypted (no password, or another one), damaged_package, no_pages, over_limit.
    PdfFile(std::string_view bytes, std::string_view password, const PdfLimits& limits,
            std::vector<Diagnostic>& diagnostics);
    ~PdfFile();
    PdfFile(PdfFile&&) noexcept;
    PdfFile& operator=(PdfFile&&) noexcept;

    int page_count() const;
    const Metadata& metadata() const;
    bool is_tagged() const;

    // All of a page but its words; `index` from 0, each page once and in order where time matters. A skipped page
    // (Page::is_skipped) must not be given to Poppler: what made it skipped would hang it.
    Page scan(int index, std::vector<Diagnostic>& diagnostics);

    // The structure tree; empty where the file is not tagged or the tree is beyond its limits.
    Tags tags(std::vector<Diagnostic>& diagnostics);

    // Makes a page wider for Poppler, which drops the letters beside it; `points` to the right. Turned pages stay.
    void widen(int index, double points);

    // The file for Poppler: the same pages in the same order, decrypted, without what makes Poppler hang or crawl and
    // text does not need (form fields, output intents, structure, outlines). Call after the pages are scanned: a
    // repaired file is written anew, and that changes QPDF's objects.
    std::string poppler_bytes();

    const std::vector<Attachment>& attachments() const;
    // Absent where it cannot be decoded or is over a limit.
    std::optional<std::string> attachment_bytes(std::size_t index);

private:
    struct Source;
    std::unique_ptr<Source> source_;
};

}  // namespace sop::pdf
