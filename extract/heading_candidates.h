// Paragraphs that may be headings, with what speaks for each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/matched_template.h"

namespace sop {

struct HeadingCandidate {
    std::size_t block = 0;  // in the body
    std::optional<HeadingMatch> match;
    std::string number, title;
    int style_level = 0;     // of a heading by style, layout or weight and number; 0: only its look and words
    bool is_styled = false;  // the document says so: style, outline level, tag; or it heads a row of a layout table
    bool is_bold = false;
    bool is_emphasized = false;    // bold, underlined or in capitals
    bool is_label = false;         // the same words may be a field's label
    bool is_behind_title = false;  // of the document
    bool is_capitals = false;
    bool has_look_only = false;  // nothing but its weight, and its place, speaks for it
    bool is_after_table = false;
    int depth = 0;  // of the number: 2 for "3.1"; 0 where there is none
    int value = 0;  // of a number of depth 1: 4 for "4", "D" or "IV"; 0 where there is none
};

// The headings of the body that count: in order, those that the words or the document's structure do not bear out left
// out. Splits a paragraph whose first line is a heading, the rest behind a line break its text.
std::vector<HeadingCandidate> find_heading_candidates(const MatchedTemplate& form, std::vector<Block>& blocks);

// A printed number without what surrounds it: "4" for "4.", "(A" or "Hoofdstuk 4:".
std::string clean_number(std::string_view label);

}  // namespace sop
