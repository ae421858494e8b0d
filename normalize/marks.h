// Marks and answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalize/record.h"

namespace sop {

// Tick boxes of one text (☒ and ☐, as plain_text gives them) with their labels, views into the text.
struct TickBox {
    bool is_ticked = false;
    std::string_view label;  // trimmed
    bool operator==(const TickBox&) const = default;
};
struct TickBoxes {
    std::string_view lead;  // text before the first box, trimmed; "" where the labels stand before their boxes
    std::vector<TickBox> boxes;
    bool operator==(const TickBoxes&) const = default;
};

// "☐ ja ☒ nee", or "ja ☐ nee ☒": labels stand before their boxes where the text starts with none and ends with one.
TickBoxes split_boxes(std::string_view text);

// An answer to "does the school have this": "ja", "nee" or "in_ontwikkeling". Absent where the text says none or two.
struct Answer {
    Tekst waarde;
    std::string rest;  // what the text says besides: "zie protocol"
    bool operator==(const Answer&) const = default;
};

// "x", "X", "1x", "✓", "☒", "Ja", "ja, zie protocol", "☐ ja ☒ nee", "i.o."; struck options (~~ja~~) do not count.
Answer parse_answer(std::string_view text);

}  // namespace sop
