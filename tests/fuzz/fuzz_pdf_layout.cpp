// Any bytes as two pages and a structure tree that claims to be theirs: the document keeps every promise.
#include <algorithm>

#include "ingest/pdf/assemble.h"
#include "ingest/pdf/build.h"
#include "tests/fuzz/document_promise.h"
#include "tests/fuzz/page_of_bytes.h"

namespace {

// Four bytes an element: role, parent, page and marked content.
sop::pdf::Tags tags_of_bytes(const std::uint8_t* data, std::size_t size) {
    static const char* const roles[] = {"Document", "P",  "H1", "H2", "L",      "LI",  "Lbl",  "LBody",
                                        "Table",    "TR", "TH", "TD", "Figure", "TOC", "Note", "Span"};
    sop::pdf::Tags tags;
    for (std::size_t at = 0; at + 4 <= size && tags.tags.size() < 1'000; at += 4) {
        const std::uint8_t* b = data + at;
        sop::pdf::Tag tag;
        tag.role = roles[b[0] % 16];
        tag.row_span = 1 + b[0] / 64;
        tag.column_span = 1 + b[0] / 16 % 4;
        tag.content.push_back({.page = b[2] % 3, .mcid = b[3] % 16});
        if (b[3] >= 240) tag.alt = "beeld";
        const auto index = static_cast<int>(tags.tags.size());
        tags.tags.push_back(tag);
        if (index == 0 || b[1] == 0)
            tags.roots.push_back(index);
        else
            tags.tags[static_cast<std::size_t>(std::max(index - b[1], 0))].content.push_back({.child = index});
    }
    return tags;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // A third for the tree, the rest for the pages.
    const std::size_t tree = size / 3, page = (size - tree) / 2;
    std::vector<sop::pdf::Page> pages{sop::fuzz::page_of_bytes(data + tree, page, 1),
                                      sop::fuzz::page_of_bytes(data + tree + page, size - tree - page, 2)};
    sop::Document document;
    const std::vector<sop::pdf::Zones> zones = sop::pdf::find_zones(pages);
    const auto items = sop::pdf::assemble(pages, zones, tags_of_bytes(data, tree), document.diagnostics);
    sop::pdf::build(document, pages, zones, items, false);
    sop::fuzz::check_promise(document);
    return 0;
}
