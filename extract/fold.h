// Folding of text for comparison: headings, labels and synonyms match on words, whatever their case, accents or
// punctuation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// Lower case, accents removed, every run of characters that are no letter or digit one space, none at the ends:
// "Onderwijsvisie / schoolconcept:" gives "onderwijsvisie schoolconcept", "IB'er" gives "ib er".
std::string fold(std::string_view text);

// A text cut into its folded words; each knows the bytes of the text it was made of.
struct Words {
    struct Word {
        std::uint32_t begin = 0, end = 0;            // in the text
        std::uint32_t fold_begin = 0, fold_end = 0;  // in `folded`
    };
    std::string folded;  // as fold() gives it
    std::vector<Word> words;

    std::size_t size() const { return words.size(); }
    std::string_view operator[](std::size_t i) const {
        return std::string_view(folded).substr(words[i].fold_begin, words[i].fold_end - words[i].fold_begin);
    }
};
Words fold_words(std::string_view text);

// A heading's number and its title: "2.1  Visie", "Ad 1: Gegevens", "A. Contact", "Hoofdstuk 1 Inleiding", "DEEL I",
// "Domein 1:". A heading that is all number ("DEEL I", "4") keeps its text as the title.
struct NumberedHeading {
    std::string number;  // "2.1", "1", "A", "I"; "" where none
    std::string title;   // the rest, trimmed, as it stood
};
NumberedHeading split_heading(std::string_view heading);

// Month that a folded word names, in full or shortened as people do ("mrt", "sept"): 1..12; 0 where it names none.
int month_of(std::string_view folded_word);

}  // namespace sop
