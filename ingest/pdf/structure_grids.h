// Tables of the structure tree beside the lines that are drawn around their cells.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/pdf/grids.h"
#include "ingest/pdf/layout.h"
#include "ingest/pdf/structure_words.h"

namespace sop::pdf {

// Grids of the pages, found when they are asked for.
class PageGrids {
public:
    PageGrids(const std::vector<Page>& pages, const std::vector<Zones>& zones)
        : pages_(pages), zones_(zones), grids_(pages.size()) {}
    const std::vector<Grid>& of(int page);

private:
    const std::vector<Page>& pages_;
    const std::vector<Zones>& zones_;
    std::vector<std::optional<std::vector<Grid>>> grids_;
};

// Gives tables among `items` and their cells the boxes of the drawn grids they stand in, where each cell of the one
// holds what one cell of the other does. Where the tree's rows then fall short of the table's width, because it lacks
// the spans of merged cells, the grid tells their columns.
void fit_grids(std::vector<Item>& items, const std::vector<Page>& pages, PageGrids& grids);

// Trusted pages with a drawn table whose texts the tree has as paragraphs or items, in none of its tables: what it says
// of such a page is no order of reading.
std::vector<std::size_t> pages_with_loose_grids(const std::vector<Item>& items, const std::vector<Page>& pages,
                                                const TaggedWords& words, PageGrids& grids);

}  // namespace sop::pdf
