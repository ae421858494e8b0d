// Styles of a Word document (ECMA-376 part 1, 17.7), resolved through basedOn.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "ingest/document.h"
#include "ingest/limits.h"

namespace sop::docx {

// Run properties that carry meaning, each absent where nothing sets it (17.3.2; toggle properties 17.7.3).
struct RunFormat {
    std::optional<bool> bold, italic, underlined, struck, hidden, highlighted;
    std::optional<int> vertical;      // +1 superscript, -1 subscript, 0 baseline
    std::optional<std::string> font;  // the ascii font, for symbol fonts
    std::optional<int> half_points;   // font size in half points
    // Sets what `over` sets.
    void apply(const RunFormat& over);
    std::uint16_t bits() const;  // of enum Style
};

// Numbering as a paragraph or style names it (17.3.1.19).
struct NumberingRef {
    std::optional<int> num_id;  // 0 switches numbering off
    std::optional<int> level;
};

// A style with all it inherits.
struct ResolvedStyle {
    int heading = 0;                   // "heading N" by name through basedOn (built-in names are English in every Word)
    std::optional<int> outline_level;  // 0..8; 9 is body text
    Role role = Role::body;            // title by "Title", toc by "toc N"/"TOC Heading", caption by "caption"
    bool is_list = false;              // a "List …" style
    NumberingRef numbering;
    RunFormat run;
    std::string name;
};

class Styles {
public:
    Styles() = default;
    // Reads w:styles; an undefined style or a cycle gives what is known so far.
    Styles(const pugi::xml_node& styles, const Limits& limits);

    const ResolvedStyle& paragraph(std::string_view id) const;  // "" and unknown ids: the default paragraph style
    const RunFormat& character(std::string_view id) const;      // unknown: nothing set
    const RunFormat& table(std::string_view id) const;          // run format of a table style; unknown: nothing set
    bool knows(std::string_view id) const;
    // Id of the numbering that a numbering style points to (17.7.4.14), for numStyleLink.
    std::optional<int> numbering_of(std::string_view style_id) const;

private:
    std::map<std::string, ResolvedStyle, std::less<>> paragraph_, character_, table_, numbering_;
    ResolvedStyle default_paragraph_;
};

// Reads w:rPr (direct formatting).
RunFormat read_run_format(const pugi::xml_node& run_properties);

}  // namespace sop::docx
