// Every bound on what one source may cost, with its reason. Passed, never global. "Seen" is the largest of 1,954 real
// and test documents of the measurements the design rests on. Numbers are counted as things come out: a declared size
// is a claim.
#pragma once

#include <cstddef>

namespace sop {

struct Limits {
    // Seen 4.2 MB; profiles with photographs reach tens of MB.
    std::size_t file_bytes = std::size_t{64} << 20;
    // Seen 291. Checked in the end-of-central-directory record, before any entry is read.
    std::size_t package_entries = 4096;
    // Seen 12.6 MB for one XML part.
    std::size_t part_bytes = std::size_t{64} << 20;
    // Seen 15.3 MB for all parts that are read.
    std::size_t package_bytes = std::size_t{128} << 20;
    // Seen 94 for parts over 1 MB; deflate cannot exceed 1032. Applied to parts larger than `ratio_from_bytes`.
    std::size_t inflate_ratio = 250;
    std::size_t ratio_from_bytes = std::size_t{1} << 20;
    // Seen 29. The walk over the tree recurses to this depth at most.
    int xml_depth = 128;
    // Seen 18 attributes on one element, 100 namespace bindings in a document.
    int xml_attributes = 256;
    // Seen 50 kB (embedded data).
    std::size_t xml_attribute_bytes = std::size_t{1} << 20;
    // Elements and attributes of one part. Seen one in 12 bytes at the densest, 5.4 million in a part of 64 MB. A node
    // of the tree takes up to 64 bytes however short its tag: 8 million "<b/>" deflate to 31 kB and grow to 525 MB.
    std::size_t xml_nodes = 6'000'000;
    // Seen 8 (tables) and less for controls and fields.
    int nesting = 32;
    // Seen 20 columns and 948 rows. Spans are clamped, more columns or rows are an error.
    int table_columns = 63;
    int table_rows = 100'000;
    // Paragraphs, table rows and cells of a document, empty ones too: two million empty cells deflate to 177 kB and
    // make a record of 260 MB. A thousand pages have 40,000, a part of 50 MB 200,000 or so.
    int blocks = 500'000;
    // Text of a document. The Bible has 4.5 MB.
    std::size_t text_bytes = std::size_t{8} << 20;
    // Seen far less; bounds chains of basedOn and numStyleLink, with cycles.
    int style_chain = 32;
    // Word writes some 400 at most; a resolved style takes 700 bytes. Further ones are read as undefined.
    int styles = 16'384;
    // Bytes of a printed list number: a level's text may be 1 MB and is printed before every paragraph.
    std::size_t list_label_bytes = 96;
    // Seen 320 relationships in one part.
    int relationships = 4096;
};

}  // namespace sop
