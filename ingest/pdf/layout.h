// What the words of a page make together: lines, paragraphs, tables. Layout works on these until the document is whole
// (pages joined, headings known); only then do words become text (build.h). Words are told by their index into
// Page::words, which no longer changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ingest/document.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

using WordIndex = std::uint32_t;

// Words of one rotation on one line of one column or cell, in reading direction.
struct Line {
    int page = 0;  // index into the pages
    std::vector<WordIndex> words;
    Box box;  // as shown
    int rotation = 0;
    double size = 0;       // of most of its characters
    bool is_bold = false;  // most of its letters
    // White space between its end and the end of the column or cell it stands in, in reading direction; absent where
    // that is not known.
    std::optional<double> room;
    // The same between the column's start and its own; absent where no column stands beside.
    std::optional<double> indent;
    bool operator==(const Line&) const = default;
};

// A paragraph, heading or list item.
struct TextBlock {
    std::vector<Line> lines;  // at least one; of two pages where it goes on over the break
    std::optional<ListMark> list;
    int label_words = 0;  // words at the start of the first line that are the list's label: no part of the text
    std::string role;     // structure type ("H1", "P", "Caption", "TOCI"); "" where geometry made the block
    int heading = 0;      // 1..9; 0: not a heading
    HeadingReason heading_reason = HeadingReason::none;
    Role meaning = Role::body;
    bool operator==(const TextBlock&) const = default;
};

// A picture with the text that stands for it.
struct PictureBlock {
    int page = 0;
    Box box;
    std::string description;
    bool operator==(const PictureBlock&) const = default;
};

struct Item;

struct TableCell {
    int column = 0, column_span = 1, row_span = 1;  // as in sop::Cell
    bool is_header = false;
    int page = 0;  // where it starts
    Box box;
    bool is_open = false;  // no line is drawn below it, where others of its row have one
    std::vector<Item> items;
    bool operator==(const TableCell&) const;
};

struct TableRow {
    bool is_header = false;
    std::vector<TableCell> cells;
    bool operator==(const TableRow&) const = default;
};

struct TableBlock {
    int page = 0, last_page = 0;  // where it starts and ends
    Box box;                      // on its first page
    std::optional<double> end;    // where a rest that was joined to it ends, on its last page
    std::vector<double> edges;    // x of the columns' sides, columns + 1 of them; empty where only tags made it
    bool is_open = false;         // the last of them is not seen: the end of the longest text
    bool is_cut = false;          // as Grid::is_cut: its last row goes on
    int columns = 0;
    std::vector<TableRow> rows;
    bool is_tagged = false;  // the structure tree says that it is a table, and how
    bool operator==(const TableBlock&) const = default;
};

struct Item {
    std::variant<TextBlock, TableBlock, PictureBlock> content;
    bool operator==(const Item&) const;
};

// Out of the classes, where both are complete, as in document.h.
inline bool Item::operator==(const Item&) const = default;
inline bool TableCell::operator==(const TableCell&) const = default;

}  // namespace sop::pdf
