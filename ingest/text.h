// Cleaning of the text that a reader takes from a file: what every text of a Document promises.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace sop {

// True where `bytes` are well-formed UTF-8 (Unicode 15, D92: no surrogates, no overlong forms, no more than U+10FFFF).
bool is_utf8(std::string_view bytes);

// `text` in NFC without soft hyphens, zero-width characters, ligature characters (ﬁ → fi, ĳ → ij) and control
// characters but tab and newline; no-break and other odd spaces become a space, full-width letters, presentation forms
// and letters of formulas plain ones, Cyrillic and Greek letters in a Latin word Latin ones (ingest/look_alikes.h), and
// UTF-8 that was read as another encoding what it was (ingest/mojibake.h). Noncharacters become U+FFFD. Rewords nothing
// else. Private-use characters stay: their meaning depends on the font (see docx/symbols.h). `text` should
// be UTF-8; what is none of it becomes U+FFFD.
std::string clean_text(std::string_view text);

// `text` without white space at both ends, each run of white space one space.
std::string collapse_spaces(std::string_view text);

// `text` without white space at both ends.
std::string_view trim(std::string_view text);

// First bytes of `text`, at most `size`, never cutting a character.
std::string_view truncate_utf8(std::string_view text, std::size_t size);

// Whether `word` is in a list of words.
template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != std::ranges::end(words);
}

}  // namespace sop
