// Where labels stand in the lines of a region, and what separates them from their values.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/region.h"

namespace sop {

enum class Separator : std::uint8_t {
    none,  // the value follows at once: "Naam de school Obs X"
    colon,
    dash,   // between spaces
    digit,  // the value starts with a digit: "Tel. 036 …", "Schooljaar 2014-2015"
    space,  // a tab or several spaces
    end,    // the label ends the line
};

struct LabelHit {
    std::size_t line = 0;   // in Region::lines
    std::size_t field = 0;  // in Definitions::fields
    // In the line's text, in bytes: the label with its separator, the value behind it up to the next label.
    std::size_t label_begin = 0, value_begin = 0, value_end = 0;
    Separator separator = Separator::none;
    bool is_own = false;
    bool is_weak = false;
    bool has_tail = false;      // words of no meaning between label and separator: "Aantal leerlingen op 1 oktober:"
    bool is_leading = false;    // first in its line
    bool is_persons = false;    // its value is a person's or another body's: each has a telephone
    bool is_respelled = false;  // a letter away from a label: "Telefon"
};

// All labels of the fields that `is_wanted` (by index in Definitions::fields) says, in reading order.
std::vector<LabelHit> find_labels(const MatchedTemplate& form, const Region& region,
                                  const std::vector<bool>& is_wanted);

// Whether the line reads like "Label: value" or "Label:", a label that is not known.
bool looks_labelled(std::string_view line);

}  // namespace sop
