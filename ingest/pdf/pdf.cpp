#include "ingest/pdf/pdf.h"

#include <utility>
#include <vector>

#include "ingest/pdf/build.h"
#include "ingest/pdf/file.h"
#include "ingest/pdf/flow.h"
#include "ingest/pdf/grids.h"
#include "ingest/pdf/headings.h"
#include "ingest/pdf/join.h"
#include "ingest/pdf/joins.h"
#include "ingest/pdf/repair.h"
#include "ingest/pdf/structure.h"
#include "ingest/pdf/turn.h"
#include "ingest/pdf/words.h"
#include "ingest/pdf/zones.h"

namespace sop {

using namespace pdf;

namespace {

std::vector<Page> read_pages(PdfFile& file, std::vector<Diagnostic>& diagnostics) {
    std::vector<Page> pages;
    pages.reserve(static_cast<std::size_t>(file.page_count()));
    for (int i = 0; i < file.page_count(); ++i) pages.push_back(file.scan(i, diagnostics));
    TextReader reader(file.poppler_bytes());
    for (Page& page : pages) {
        reader.read(page);
        join_runs(page);
    }
    repair_words(pages);
    for (Page& page : pages) turn_upright(page);
    return pages;
}

// All blocks of the document in reading order: the structure tree's where it is trusted, geometry's elsewhere.
std::vector<Item> items_of(const std::vector<Page>& pages, const std::vector<Zones>& zones, const Tags& tags,
                           std::vector<Diagnostic>& diagnostics) {
    Structure structure = read_structure(pages, zones, tags);
    for (Diagnostic& diagnostic : structure.diagnostics) add_diagnostic(diagnostics, std::move(diagnostic));
    std::vector<Item> items;
    auto tagged = structure.blocks.begin();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (; tagged != structure.blocks.end() && tagged->page <= static_cast<int>(i); ++tagged)
            items.push_back(std::move(tagged->item));
        if (structure.is_trusted[i]) continue;
        const Page& page = pages[i];
        const std::vector<Grid> grids = find_grids(page, zones[i].body);
        for (Item& item : flow(page, static_cast<int>(i), zones[i].body, grids, {0, 0, page.width, page.height}))
            items.push_back(std::move(item));
    }
    return items;
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
    const std::vector<Zones> zones = find_zones(pages);
    std::vector<Item> items = items_of(pages, zones, tags, document.diagnostics);
    join_pages(items, pages);
    find_headings(items, pages);
    build(document, pages, zones, items);
    return document;
}

}  // namespace sop
