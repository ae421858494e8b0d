// The structure tree as blocks, where it can be trusted.
#pragma once

#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/pdf/zones.h"

namespace sop::pdf {

// What the tree says of the pages it is trusted on.
struct Structure {
    struct Block {
        Item item;     // pages of its lines and tables tell where it goes on
        int page = 0;  // index of the page it starts on
    };
    std::vector<Block> blocks;     // in reading order
    std::vector<bool> is_trusted;  // by page: all of its body is in `blocks`; the others are geometry's
    std::vector<Diagnostic> diagnostics;
};

// Measures how far `tags` cover the words of the pages and agree with where they stand, and turns what can be trusted
// into blocks. Words in `zones` that are not body are left out.
Structure read_structure(const std::vector<Page>& pages, const std::vector<Zones>& zones, const Tags& tags);

}  // namespace sop::pdf
