// The format-neutral content of one source: what every reader gives and every later stage works on.
//
// Said once for all headers of sopconv: text is UTF-8 in NFC; lengths are points (1/72 inch) from the page's top left,
// y downward; pages, tables and paths count from 1, rows and columns of a grid from 0; dates are ISO 8601.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ingest/diagnostic.h"

namespace sop {

// Character formatting that carries meaning in a form; a set of bits.
enum Style : std::uint16_t {
    plain = 0,
    bold = 1 << 0,
    italic = 1 << 1,
    underlined = 1 << 2,
    struck = 1 << 3,  // "doorhalen wat niet van toepassing is": the option that does not apply
    hidden = 1 << 4,  // in the file, never shown to a reader
    highlighted = 1 << 5,
    superscript = 1 << 6,
    subscript = 1 << 7,
    placeholder = 1 << 8,  // the prompt of an empty form control; never a value
};

// Index into Document::controls of the innermost form control that an inline stands in; none: npos.
using ControlIndex = std::uint32_t;
inline constexpr ControlIndex no_control = 0xFFFFFFFF;

struct Text {
    std::string text;
    std::uint16_t style = plain;
    ControlIndex control = no_control;
    bool operator==(const Text&) const = default;
};

// A tick box, whatever carried it: form control, legacy form field, symbol font, Unicode box, bullet.
struct Checkbox {
    bool checked = false;
    std::uint16_t style = plain;
    ControlIndex control = no_control;
    bool operator==(const Checkbox&) const = default;
};

// A line break inside a paragraph (w:br, w:cr) or a page or column break that stood there.
struct LineBreak {
    bool page = false;
    bool operator==(const LineBreak&) const = default;
};

// A reference to a note: the mark stands in the text, the note's own text in Document::stories under the same id.
struct NoteMark {
    std::string id;  // equals Story::id
    bool operator==(const NoteMark&) const = default;
};

// A picture, chart, drawing or embedded object: content that is not text. `description` is the alternative text or "".
struct Picture {
    std::string description;
    bool operator==(const Picture&) const = default;
};

using Inline = std::variant<Text, Checkbox, LineBreak, NoteMark, Picture>;

// A form control (content control, legacy form field, AcroForm field). Its content stands in the text, in its place;
// every inline inside it carries its index.
struct Control {
    enum class Kind {
        text,
        rich_text,
        date,
        drop_down,
        combo_box,
        checkbox,
        picture,
        group,
        repeating,
        building_block
    };
    Kind kind = Kind::rich_text;
    std::string name;   // tag or field name, for machines; may be ""
    std::string label;  // alias, title or tooltip, for people; may be ""
    std::string value;  // what is filled in: display text, an ISO date, "true"/"false" for a checkbox; "" where empty
    bool is_empty = false;             // shows only its prompt
    std::vector<std::string> options;  // what drop_down and combo_box let choose, as shown
    ControlIndex parent = no_control;
    Origin origin;
    bool operator==(const Control&) const = default;
};

// Why a paragraph counts as a heading, best evidence first.
enum class HeadingReason { none, style, outline_level, structure_tag, bold_numbered, layout };

struct ListMark {
    int level = 0;  // 0 is the outermost
    bool ordered = false;
    std::string label;  // as shown: "2.1", "b)", "•"
    bool operator==(const ListMark&) const = default;
};

// What a paragraph is for, where the source says so.
enum class Role { body, title, toc, caption };

struct Paragraph {
    int heading = 0;  // 1..9; 0: not a heading
    HeadingReason heading_reason = HeadingReason::none;
    Role role = Role::body;
    std::string number;  // printed number of an automatically numbered heading, "2.1"; "" where none
    std::optional<ListMark> list;
    std::vector<Inline> inlines;
    Origin origin;
    bool operator==(const Paragraph&) const = default;
};

struct Block;

struct Cell {
    int column = 0;       // in the table's grid, from 0
    int column_span = 1;  // >= 1
    int row_span = 1;     // >= 1; the rows a merged cell goes on in have no cell for it
    bool is_header = false;
    std::vector<Block> blocks;
    Origin origin;
    bool operator==(const Cell&) const;
};

struct Row {
    bool is_header = false;   // the source says so (repeated header row, TH)
    std::vector<Cell> cells;  // in column order; columns may be missing at either end or in between
    bool operator==(const Row&) const = default;
};

struct Table {
    int columns = 0;  // width of the grid
    int ordinal = 0;  // n-th table of the source in reading order, nested ones counted, from 1
    std::vector<Row> rows;
    Origin origin;
    bool operator==(const Table&) const = default;
};

struct Block {
    std::variant<Paragraph, Table> content;
    bool operator==(const Block&) const;
};

// Out of the classes, where both are complete: clang 14 crashes on Block's otherwise.
inline bool Block::operator==(const Block&) const = default;
inline bool Cell::operator==(const Cell&) const = default;

// Text that stands beside the body: each is printed but for `hidden`, none is part of the body's reading order. Hidden
// is what a page of a PDF has and does not show: outside of what its clip leaves, transparent, on a layer switched off.
struct Story {
    enum class Kind { header, footer, footnote, endnote, comment, hidden };
    Kind kind = Kind::header;
    std::string id;  // of a note: what NoteMark names; of the others: the part's name
    std::vector<Block> blocks;
    Origin origin;
    bool operator==(const Story&) const = default;
};

enum class Format { docx, pdf };

// Whether the words of a source are what a reader sees: the record's `tekstlaag`, best first.
enum class TextLayer {
    volledig,      // the words are the text
    gedeeltelijk,  // some pages, or some fonts, have no readable text
    ocr,           // read by someone's OCR before: the text has its mistakes
    geen,          // pictures of text
    beschadigd,    // words that are not what is seen: fonts without Unicode, a damaged mapping
};
std::string_view name_of(TextLayer layer);

// What the source says of itself. Absent is empty.
struct Metadata {
    Format format = Format::docx;
    TextLayer text_layer = TextLayer::volledig;
    std::optional<int> pages;  // null where the format does not say (DOCX)
    std::string title;
    std::string producer;  // the application that wrote the file
    std::string created;   // ISO date
    std::string modified;  // ISO date
    std::string language;  // BCP 47 tag of the main text, as the file declares it
    bool operator==(const Metadata&) const = default;
};

struct Document {
    Metadata metadata;
    std::vector<Block> blocks;  // the body in reading order; a text box stands after the paragraph that anchors it
    std::vector<Story> stories;
    std::vector<Control> controls;
    std::vector<Diagnostic> diagnostics;
    bool operator==(const Document&) const = default;
};

// What to leave out of a paragraph's text.
enum class TextOf {
    everything,  // all there is, prompts and hidden text too
    reader,      // what a reader sees: no prompts, no hidden text; struck text between ~~ and ~~
    value,       // what a reader takes as filled in: as `reader`, without struck text
};

// Plain text of inlines, line breaks as '\n', tick boxes as "☒ "/"☐ ", note marks and pictures left out. Never trimmed.
std::string plain_text(const std::vector<Inline>& inlines, TextOf what = TextOf::reader);

// Plain text of blocks: paragraphs joined by '\n', list items with "- " before them, cells of a table row joined by
// '\t'.
std::string plain_text(const std::vector<Block>& blocks, TextOf what = TextOf::reader);

// An indented dump that people read and tests compare: metadata, body, stories, controls, diagnostics. One line a
// paragraph, a table's rows and cells indented below it:
//
//   heading 2 (style) "2.1": Visie        text of a paragraph after its first ": "; "p" is an ordinary paragraph,
//   title bold: Schoolprofiel             "bold" where all of its text is
//   item 0 "•": eerste                    list level and label as shown; "1." style labels: item 0 ordered "1.": …
//   p: ⟨naam: De Linde⟩ [x] ja ~~nee~~    form control with its name; tick boxes [x] and [ ]; struck text
//   p: {hidden: …} {prompt: …} een ⏎ twee ⇥ drie [^footnote 2] [picture: alt]
//   p: 30 m² {super: zie daar}            raised and lowered text as such where Unicode has all of its characters
//   table 1: 3 columns (body/tbl[1])
//     row header                          cells by their column; +1: spans one more column, v2: two rows
//       0+1 v2 header
//         p: …
std::string to_text(const Document& document);

}  // namespace sop
