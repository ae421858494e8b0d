#include "ingest/pdf/assemble.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/pdf/carried_columns.h"
#include "ingest/pdf/flow.h"
#include "ingest/pdf/grids.h"
#include "ingest/pdf/headings.h"
#include "ingest/pdf/joins.h"
#include "ingest/pdf/structure.h"

namespace sop::pdf {
namespace {

// What geometry makes of the pages that the structure tree is not trusted on; page by page.
std::vector<std::vector<Item>> flow_pages(const std::vector<Page>& pages, const std::vector<Zones>& zones,
                                          const std::vector<bool>& is_trusted, Setting& setting) {
    std::vector<std::vector<Item>> flowed(pages.size());
    std::vector<Grid> above;  // that the page before ends with
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::vector<Grid> before = std::exchange(above, {});
        if (is_trusted[i]) continue;
        const Page& page = pages[i];
        std::vector<Grid> grids = find_grids(page, zones[i].body);
        if (!grids.empty()) {
            const WordPlaces places(page, zones[i].body);
            for (const Grid& grid : before) carry_columns(grid, grids, places);
            above = last_grids(grids, places);
        }
        flowed[i] = flow(page, static_cast<int>(i), zones[i].body, grids, {0, 0, page.width, page.height}, setting);
    }
    return flowed;
}

// All blocks of the document in reading order: the structure tree's where it is trusted, geometry's elsewhere.
std::vector<Item> items_of(const std::vector<Page>& pages, const std::vector<Zones>& zones, const Tags& tags,
                           std::vector<Diagnostic>& diagnostics) {
    Structure structure = read_structure(pages, zones, tags);
    for (Diagnostic& diagnostic : structure.diagnostics) add_diagnostic(diagnostics, std::move(diagnostic));
    Setting setting;
    std::vector<std::vector<Item>> flowed = flow_pages(pages, zones, structure.is_trusted, setting);
    if (setting.breaks.weighs_paragraphs()) {
        setting = {.gutters = {}, .breaks = {}, .weighs_paragraphs = true};
        flowed = flow_pages(pages, zones, structure.is_trusted, setting);
    }
    std::vector<Item> items;
    auto tagged = structure.blocks.begin();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (; tagged != structure.blocks.end() && tagged->page <= static_cast<int>(i); ++tagged)
            items.push_back(std::move(tagged->item));
        std::move(flowed[i].begin(), flowed[i].end(), std::back_inserter(items));
    }
    return items;
}

}  // namespace

std::vector<Item> assemble(const std::vector<Page>& pages, const std::vector<Zones>& zones, const Tags& tags,
                           std::vector<Diagnostic>& diagnostics) {
    std::vector<Item> items = items_of(pages, zones, tags, diagnostics);
    join_pages(items, pages);
    find_headings(items, pages);
    return items;
}

}  // namespace sop::pdf
