// Styles of a Word document (ECMA-376 part 1, 17.7), resolved through basedOn.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "ingest/document.h"
#include "ingest/limits.h"

namespace sop::docx {

// Run properties that carry meaning, each absent where nothing sets it (17.3.2).
struct RunFormat {
    std::optional<bool> bold, italic, underlined, struck, double_struck, hidden, highlighted;
    std::optional<int> vertical;      // +1 superscript, -1 subscript, 0 baseline
    std::optional<std::string> font;  // of Latin letters, for symbol fonts; "" for a font of the theme
    std::optional<int> half_points;   // font size in half points
    // Sets what `over` sets: direct formatting, or a style over the one that it is based on.
    void apply(const RunFormat& over);
    std::uint16_t bits() const;  // of enum Style
    bool operator==(const RunFormat&) const = default;
};

// Numbering as a paragraph or style names it (17.3.1.19).
struct NumberingRef {
    std::optional<int> num_id;  // 0 switches numbering off
    std::optional<int> level;
};

// A paragraph style with all it inherits.
struct ResolvedStyle {
    int heading = 0;                   // 1..9, by the names "heading N" or "Kop N"; 0: no heading
    std::optional<int> outline_level;  // 0..8, or 9 for body text; absent for titles and tables of contents
    Role role = Role::body;            // title by "Title", toc by "toc N" and "TOC Heading", caption by "caption"
    bool is_list = false;              // a "List …" style
    int list_level = 0;                // 0..8, by the names "List Bullet N" and the like: these are indented
    NumberingRef numbering;
    std::string numbering_style;  // id of the style in the chain that names numbering.num_id
    RunFormat run;                // with the document defaults
    std::string name;             // as written
};

class Styles {
public:
    Styles() = default;
    // Reads w:styles; an undefined style, a cycle or a chain that is too long gives what is known so far.
    Styles(const pugi::xml_node& styles, const Limits& limits);

    const ResolvedStyle& paragraph(std::string_view id) const;  // "" and unknown ids: the default paragraph style
    const RunFormat& character(std::string_view id) const;      // "" and unknown ids: the default character style
    bool knows(std::string_view id) const;                      // a paragraph style of this id is defined
    // Id of the numbering that a numbering style points to (17.7.4.14), for numStyleLink.
    std::optional<int> numbering_of(std::string_view style_id) const;

    // Puts a further level of the style hierarchy (17.7.2: table, paragraph, character style) over `below`. As
    // RunFormat::apply, but a toggle property (17.7.3: bold, italic, struck, hidden) that both levels set is off again,
    // unless the document defaults set it.
    void apply_style(RunFormat& below, const RunFormat& style) const;

private:
    std::map<std::string, ResolvedStyle, std::less<>> paragraph_;
    std::map<std::string, RunFormat, std::less<>> character_;
    std::map<std::string, int, std::less<>> numbering_;
    ResolvedStyle default_paragraph_;
    RunFormat default_character_;
    RunFormat defaults_;  // w:docDefaults
};

// Reads w:rPr (direct formatting). Hidden is w:vanish alone: w:webHidden hides from browsers, w:specVanish joins two
// paragraphs in print.
RunFormat read_run_format(const pugi::xml_node& run_properties);

// Reads w:numPr of w:pPr.
NumberingRef read_numbering(const pugi::xml_node& paragraph_properties);

// Reads w:outlineLvl of w:pPr: 0..9.
std::optional<int> read_outline_level(const pugi::xml_node& paragraph_properties);

}  // namespace sop::docx
