// Folding of text for comparison: headings, labels and synonyms match on words, whatever their case, accents or
// punctuation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sop {

// Lower case, accents removed, every run of characters that are no letter or digit one space, none at the ends:
// "Onderwijsvisie / schoolconcept:" gives "onderwijsvisie schoolconcept", "IB'er" gives "ib er".
std::string fold(std::string_view text);

// A heading's number and its title: "2.1  Visie", "Ad 1: Gegevens", "A. Contact", "Hoofdstuk 1 Inleiding", "DEEL I",
// "Domein 1:".
struct NumberedHeading {
    std::string number;  // "2.1", "1", "A", "I"; "" where none
    std::string title;   // the rest, trimmed, as it stood
};
NumberedHeading split_heading(std::string_view heading);

}  // namespace sop
