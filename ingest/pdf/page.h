// What stands on a page of a PDF, told by two witnesses: words by Poppler, everything that is not text by QPDF. Values
// only; no type of either library. Boxes are in points from the top left of the page as shown (CropBox and /Rotate
// applied).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/diagnostic.h"

namespace sop::pdf {

// Marked-content identifier within a page; none: no_mcid.
inline constexpr int no_mcid = -1;

struct Font {
    std::string name;  // BaseFont without subset prefix
    bool bold = false, italic = false, fixed = false;
    bool is_symbol = false;   // Wingdings, Symbol, … (docx/symbols.h)
    bool has_unicode = true;  // ToUnicode, or an encoding whose characters are known
    bool operator==(const Font&) const = default;
};

// One string that a text-showing operator paints (ISO 32000-1, 9.4.3): where it stands and how it looks, not what it
// says.
struct TextRun {
    Box box;
    double size = 0;   // font size in points as shown
    int font = -1;     // index into Page::fonts
    int rotation = 0;  // quarter turns clockwise as shown, 0..3
    int mcid = no_mcid;
    std::uint32_t color = 0;    // 0xRRGGBB of the fill
    bool is_artifact = false;   // inside an /Artifact
    bool is_invisible = false;  // text render mode 3, or fully transparent
    bool is_slanted = false;    // neither level nor upright: a watermark
    double seen = 1;            // share of the height of level text that lies inside the clip
    bool operator==(const TextRun&) const = default;
};

// A straight horizontal or vertical line that is seen, however it was painted.
struct Ruling {
    enum class Source { stroke, thin_fill, fill_edge, image, clip };
    bool is_horizontal = true;
    double position = 0;      // y of a horizontal, x of a vertical line
    double from = 0, to = 0;  // extent along the line
    double width = 0;
    std::uint32_t color = 0;
    Source source = Source::stroke;
    bool operator==(const Ruling&) const = default;
};

struct Fill {  // a filled rectangle that is no line
    Box box;
    std::uint32_t color = 0;
    bool operator==(const Fill&) const = default;
};

struct Image {
    Box box;
    int mcid = no_mcid;
    bool is_artifact = false;
    bool operator==(const Image&) const = default;
};

// A small vector shape that stands for a character: a round bullet, a square, a square with a cross or a tick in it, a
// tick by itself.
struct Mark {
    enum class Kind { bullet, box, ticked_box, tick };
    Kind kind = Kind::bullet;
    Box box;
    bool operator==(const Mark&) const = default;
};

// A widget of an interactive form (ISO 32000-1, 12.7) on this page.
struct Widget {
    enum class Kind { text, choice, checkbox, radio, button, signature };
    Kind kind = Kind::text;
    Box box;
    std::string name;   // fully qualified field name
    std::string label;  // /TU, for people
    std::string value;  // text, chosen entries joined by ", ", export value of a ticked box; "" where empty
    std::vector<std::string> options;  // of a choice, as a reader sees them
    bool is_checked = false;
    bool is_shown = true;  // has an appearance that Poppler paints; false: its value is in no word
    bool operator==(const Widget&) const = default;
};

// A word as Poppler gives it, joined with the run that painted it.
struct Word {
    std::string text;  // UTF-8, not yet cleaned
    Box box;
    std::vector<double> edges;  // x (y when turned) where each character starts, and the end; empty where unknown
    double size = 0;
    int font = -1;     // index into Page::fonts
    int rotation = 0;  // quarter turns clockwise, 0..3
    int mcid = no_mcid;
    std::uint32_t color = 0;
    bool is_artifact = false, is_invisible = false;
    bool space_after = false;
    double seen = 1;         // as of its run
    bool is_raised = false;  // smaller than the text it stands at and above its line: a footnote mark, an exponent
    bool operator==(const Word&) const = default;
};

struct Page {
    int number = 0;                   // from 1
    double width = 0, height = 0;     // as shown
    int turned = 0;                   // quarter turns counter-clockwise that turn_upright (turn.h) gave it, 0..3
    bool has_free_text = false;       // free text annotations (12.5.6.6) without appearance: Poppler draws them
    std::size_t lost_characters = 0;  // bytes of strings that are painted in fonts which are not in the file
    bool is_skipped = false;          // over a limit or broken: nothing of it was read; a diagnostic says why
    std::vector<Font> fonts;
    std::vector<TextRun> runs;  // in the order of the content stream
    std::vector<Word> words;    // in no order that means anything
    std::vector<Word> hidden;   // words that nobody sees, as Poppler gives them; no part of what the page says
    std::vector<Ruling> rulings;
    std::vector<Fill> fills;
    std::vector<Box> clips;  // rectangles that text was clipped to (Word clips each cell)
    std::vector<Image> images;
    std::vector<Mark> marks;
    std::vector<Widget> widgets;
    bool operator==(const Page&) const = default;
};

// One element of the structure tree (ISO 32000-1, 14.7 and 14.8), role mapped to a standard one.
struct Tag {
    std::string role;  // "P", "H1", "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody", "Figure", "TOC", …
    struct Content {
        int page = 0;
        int mcid = no_mcid;
        int child = -1;
        bool operator==(const Content&) const = default;
    };
    std::vector<Content> content;  // in reading order: marked content (page, mcid) or a child (index into Tags::tags)
    int row_span = 1, column_span = 1;
    std::string alt, actual_text;  // "" where absent
    bool operator==(const Tag&) const = default;
};

struct Tags {
    std::vector<Tag> tags;  // parents before children; empty: the file is not tagged
    std::vector<int> roots;
    bool operator==(const Tags&) const = default;
};

}  // namespace sop::pdf
