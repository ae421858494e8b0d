// Every bound on what one PDF may cost, with its reason. Passed, never global; counted while things come out. "Seen" is
// the largest of the 5,042 files (10,673 pages) that the design was measured on.
#pragma once

#include <cstddef>

#include "ingest/limits.h"

namespace sop::pdf {

struct PdfLimits {
    // Profiles with photographs reach tens of MB.
    std::size_t file_bytes = Limits{}.file_bytes;
    // A profile has 20 pages; municipal policy with annexes some hundreds.
    int pages = 5'000;
    // Nodes of the page tree, /Pages and pages; balanced trees have few more nodes than pages.
    int page_nodes = 20'000;
    // Levels of the page tree; Acrobat writes 2 to 4.
    int page_tree_depth = 64;
    // Entries of the cross-reference table: each takes some 90 bytes in QPDF, whether its object is used or not. Seen
    // 22,160.
    std::size_t objects = 1'000'000;
    // Trailers, one for each time that the file was saved: QPDF tries each of those it cannot read.
    std::size_t trailers = 1'000;
    // Objects of more than `long_object` bytes without their streams, together: one of a megabyte may be an array of
    // 300,000 names, which take 100 MB. Seen 0.3 MB (widths of a Chinese font).
    std::size_t long_object = std::size_t{1} << 16;
    std::size_t long_objects = std::size_t{2} << 20;
    // One stream, decoded. The bytes of photographs do not count: images are never decoded.
    std::size_t stream_bytes = std::size_t{64} << 20;
    // All streams that are decoded, together: deflate gives 0.5 GB/s at most, and a document has 2 s.
    std::size_t decoded_bytes = std::size_t{256} << 20;
    // Filters at work at once, over nested streams: each holds 50 kB. Two on one stream is usual.
    int filters = 16;
    // Bytes of a row for a predictor (7.4.4.4), which is allocated before data comes. Seen 24 in what is decoded here.
    std::size_t predictor_row = std::size_t{1} << 16;
    // A font file or ToUnicode map, decoded, as Poppler will do it. Seen 15 MB (fonts for Chinese).
    std::size_t font_bytes = std::size_t{32} << 20;
    // All fonts of a document together.
    std::size_t font_bytes_total = std::size_t{128} << 20;
    // A ToUnicode map: Poppler parses it character by character. 65,536 ranges take 1.5 MB.
    std::size_t unicode_map_bytes = std::size_t{4} << 20;
    // Colour profiles, tables, functions: each stream, decoded. Profiles take 3 MB, functions some kB.
    std::size_t color_bytes = std::size_t{8} << 20;
    // Objects that a colour space or a visibility expression is made of, and how deep they are nested. DeviceN with 32
    // inks has 200; Poppler calls itself for each level, of braces in functions as well.
    int parts = 2'000;
    int part_depth = 32;
    // Decoded content of a page, forms counted each time they are painted.
    std::size_t page_content_bytes = std::size_t{64} << 20;
    // Operators of a page and of a document: 0.1 µs each here, 0.2 µs at Poppler. Seen 1.1 million on one page (a map).
    std::size_t page_operators = 3'000'000;
    std::size_t operators = 6'000'000;
    // Words shown, by the gaps between them: the time of Poppler's word list grows with their square. 20,000 words in
    // columns take 1 to 2 s, each by itself on a large page 15 s; 10,000 of those 1.7 s. A newspaper page has 8,000
    // words.
    std::size_t page_words = 10'000;
    // Characters shown on a page.
    std::size_t page_characters = 300'000;
    // Shapes kept of a page: beyond this it is a drawing or a map; its lines are dropped, its text stays.
    std::size_t page_shapes = 60'000;
    // Nesting of forms (8.10) and forms painted on a page; Poppler paints each anew.
    int form_depth = 12;
    int form_calls = 20'000;
    // Nesting of q (8.4.2): Poppler keeps a kilobyte for each.
    int state_depth = 512;
    // Marked content (14.6) open at each operator, summed: Poppler walks all of it to see whether content is hidden, at
    // 1 to 3 ns each. Some producers never close theirs: 6,000 of those with ten operators each come this far.
    std::size_t marked_steps = 200'000'000;
    // Colour spaces, fonts, XObjects looked up by one page: bounds what a resource dictionary makes us read.
    int page_resources = 20'000;
    // Elements of the structure tree, its depth and marked-content items. Seen 21,000 elements on 221 pages.
    int tags = 500'000;
    int tag_depth = 128;
    // Alternative and replacement texts of all elements, which may share one.
    std::size_t tag_text_bytes = std::size_t{8} << 20;
    // Fields and widgets, the depth of the field tree; seen 3,003 widgets in 428 files.
    int fields = 20'000;
    int field_depth = 32;
    // Bytes of names, labels, values and options of all widgets, and what it takes to find them: thousands of widgets
    // may share a text or a list. A form of 300 fields takes some 100 kB.
    std::size_t field_work = std::size_t{16} << 20;
    // Bytes of one text taken from an object: a field's value, a title, alternative text.
    std::size_t text_bytes = std::size_t{1} << 16;
    // Embedded files that are reported.
    int attachments = 1'000;
};

}  // namespace sop::pdf
