#include "ingest/pdf/pdf.h"

#include <utility>
#include <vector>

#include "ingest/pdf/assemble.h"
#include "ingest/pdf/file.h"
#include "ingest/pdf/join.h"
#include "ingest/pdf/repair.h"
#include "ingest/pdf/turn.h"
#include "ingest/pdf/words.h"

namespace sop {

using namespace pdf;

namespace {

std::vector<Page> read_pages(PdfFile& file, std::vector<Diagnostic>& diagnostics) {
    std::vector<Page> pages;
    pages.reserve(static_cast<std::size_t>(file.page_count()));
    for (int i = 0; i < file.page_count(); ++i) pages.push_back(file.scan(i, diagnostics));
    TextReader reader(file.poppler_bytes());
    for (Page& page : pages) {
        // Where nothing shows text there are no words: scans, drawings.
        if (!page.runs.empty()) reader.read(page);
        join_runs(page);
    }
    repair_words(pages);
    for (Page& page : pages) turn_upright(page);
    return pages;
}

}  // namespace

Document read_pdf(std::string_view bytes, const Limits& limits) {
    Document document;
    PdfLimits pdf_limits;
    pdf_limits.file_bytes = limits.file_bytes;
    PdfFile file(bytes, {}, pdf_limits, document.diagnostics);
    document.metadata = file.metadata();
    const Tags tags = file.is_tagged() ? file.tags(document.diagnostics) : Tags{};
    const std::vector<Page> pages = read_pages(file, document.diagnostics);
    assemble(document, pages, tags);
    return document;
}

}  // namespace sop
