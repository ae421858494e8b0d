#include "ingest/pdf/reading.h"

#include <utility>

#include "ingest/pdf/assemble.h"
#include "ingest/pdf/damaged_letters.h"
#include "ingest/pdf/file.h"
#include "ingest/pdf/join.h"
#include "ingest/pdf/overhang.h"
#include "ingest/pdf/repair.h"
#include "ingest/pdf/small_marks.h"
#include "ingest/pdf/text_layer.h"
#include "ingest/pdf/turn.h"

namespace sop::pdf {
namespace {

void skip(Page& page, std::vector<Diagnostic>& diagnostics) {
    const std::string number = std::to_string(page.number);
    Origin origin;
    origin.page = page.number;
    add_diagnostic(diagnostics,
                   {"PAGINA_OVERGESLAGEN", Severity::warning,
                    "De tekst van pagina " + number + " kan niet worden gelezen; zij is overgeslagen.", origin, 1});
    Page skipped;
    skipped.number = page.number;
    skipped.width = page.width;
    skipped.height = page.height;
    skipped.is_skipped = true;
    page = std::move(skipped);
}

std::vector<Page> read_pages(PdfFile& file, std::optional<TextReader>& reader, std::vector<Diagnostic>& diagnostics) {
    std::vector<Page> pages;
    pages.reserve(static_cast<std::size_t>(file.page_count()));
    for (int i = 0; i < file.page_count(); ++i) pages.push_back(file.scan(i, diagnostics));
    for (const Page& page : pages)
        if (const double overhang = find_overhang(page); overhang > 0) file.widen(page.number - 1, overhang);
    reader.emplace(file.poppler_bytes());
    for (Page& page : pages) {
        // Where nothing shows text there are no words: scans, drawings.
        if ((!page.runs.empty() || page.has_free_text) && !reader->read(page)) skip(page, diagnostics);
        join_runs(page);
        pull_in(page);
    }
    repair_words(pages);
    for (Page& page : pages) turn_upright(page);
    return pages;
}

// The verdict on pages, and on the letters of the whole document.
TextLayer with_letters(TextLayer pages, TextLayer letters) {
    if (letters == TextLayer::beschadigd) return letters;
    return pages == TextLayer::volledig ? letters : pages;
}

}  // namespace

Reading read_layout(std::string_view bytes, const ReadOptions& options) {
    Reading reading;
    PdfLimits limits;
    limits.file_bytes = options.limits.file_bytes;
    PdfFile file(bytes, options.password, limits, reading.diagnostics);
    reading.metadata = file.metadata();
    if (file.is_tagged()) reading.tags = file.tags(reading.diagnostics);
    reading.pages = read_pages(file, reading.poppler, reading.diagnostics);
    const TextLayer letters = repair_letters(reading.pages, options.uses_word_list, reading.diagnostics);
    reading.metadata.text_layer = with_letters(text_layer(reading.pages, reading.diagnostics), letters);
    reading.zones = find_zones(reading.pages);
    for (std::size_t i = 0; i < reading.pages.size(); ++i) raise_small_marks(reading.pages[i], reading.zones[i]);
    reading.items = assemble(reading.pages, reading.zones, reading.tags, reading.diagnostics);
    return reading;
}

}  // namespace sop::pdf
