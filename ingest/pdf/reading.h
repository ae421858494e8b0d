// A whole PDF as layout sees it, one step before it becomes a Document: what the reader builds on, and the overlay
// draws.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/document.h"
#include "ingest/options.h"
#include "ingest/pdf/layout.h"
#include "ingest/pdf/words.h"
#include "ingest/pdf/zones.h"

namespace sop::pdf {

struct Reading {
    Metadata metadata;
    std::vector<Diagnostic> diagnostics;
    Tags tags;  // empty where the file has none
    std::vector<Page> pages;
    std::vector<Zones> zones;           // one for each page
    std::vector<Item> items;            // the body in reading order
    std::optional<TextReader> poppler;  // still open, for who wants to see the pages
};

// Throws ConversionError.
Reading read_layout(std::string_view bytes, const ReadOptions& options);

}  // namespace sop::pdf
