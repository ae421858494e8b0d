#include "ingest/pdf/structure.h"

#include <algorithm>
#include <utility>

#include "ingest/pdf/line_breaks.h"
#include "ingest/pdf/line_ends.h"
#include "ingest/pdf/structure_grids.h"
#include "ingest/pdf/structure_list.h"
#include "ingest/pdf/structure_rest.h"
#include "ingest/pdf/structure_rooms.h"
#include "ingest/pdf/structure_trust.h"
#include "ingest/pdf/structure_walk.h"
#include "ingest/pdf/structure_words.h"

namespace sop::pdf {
namespace {

// See line_breaks.h.
void heed_line_breaks(std::vector<Item>& items, const std::vector<Page>& pages) {
    const auto page_of_line = [&](const Line& line) -> const Page& {
        return pages[static_cast<std::size_t>(line.page)];
    };
    LineBreaks breaks;
    for_each_line_end(items,
                      [&](const Line& above, const Line& below) { breaks.see(page_of_line(above), above, below); });
    if (!breaks.weighs_paragraphs()) return;
    for_each_line_end(items, [&](Line& above, const Line& below) { close_room(page_of_line(above), above, below); });
}

}  // namespace

Structure read_structure(const std::vector<Page>& pages, const std::vector<Zones>& zones, const Tags& tags) {
    Structure structure;
    structure.is_trusted.assign(pages.size(), false);
    if (tags.tags.empty()) return structure;

    TaggedWords words(pages, zones, tags);
    std::vector<std::size_t> bad = pages_with_gaps(pages, zones, tags, words);
    for (const std::size_t page : bad) words.distrust(page);
    std::vector<Item> items = walk_tree(pages, tags, words);
    PageGrids grids(pages, zones);
    std::vector<std::size_t> worse = pages_against_geometry(pages, items, words);
    for (const std::size_t page : worse) words.distrust(page);
    for (const std::size_t page : pages_with_loose_grids(items, pages, words, grids)) {
        words.distrust(page);
        worse.push_back(page);
    }
    if (!worse.empty()) {
        bad.insert(bad.end(), worse.begin(), worse.end());
        words.restore();
        items = walk_tree(pages, tags, words);
    }
    demote_headings(items, pages);
    set_levels_by_indent(items, pages);
    fit_grids(items, pages, grids);
    set_rooms(items, pages.size());
    heed_line_breaks(items, pages);
    add_rest(items, pages, words);

    for (std::size_t i = 0; i < pages.size(); ++i) structure.is_trusted[i] = words.is_trusted(i);
    for (Item& item : items) {
        const int page = page_of(item);
        structure.blocks.push_back({std::move(item), page});
    }
    const auto has_text = [&](std::size_t page) { return !zones[page].body.empty(); };
    const auto count = std::count_if(bad.begin(), bad.end(), has_text);
    if (count > 0) {
        const int first = pages[*std::min_element(bad.begin(), bad.end())].number;
        Diagnostic diagnostic{"STRUCTUUR_NIET_VERTROUWD",
                              Severity::info,
                              "De structuur in het PDF-bestand past niet bij wat op de pagina staat; de pagina is "
                              "zonder die structuur gelezen.",
                              {},
                              static_cast<int>(count)};
        diagnostic.origin.page = first;
        structure.diagnostics.push_back(std::move(diagnostic));
    }
    return structure;
}

}  // namespace sop::pdf
