// The words of a text as SQLite's full-text index has them, by that index's own tokenizer (FTS5, unicode61 without
// diacritics): letters and digits, in lower case, without accents. Inside export/archive/ only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

struct Word {
    std::string folded;
    std::size_t begin = 0, end = 0;  // bytes in the text
};

std::vector<Word> words_of(std::string_view text);

}  // namespace sop
