// Line ends: where a word was broken over two lines, and what it was.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// The words of a document, folded and without the punctuation around them.
class Vocabulary {
public:
    explicit Vocabulary(const std::vector<Page>& pages);
    bool has(std::string_view word) const;

private:
    std::unordered_set<std::string> words_;
};

// How the last word of a line and the first of the next go together.
enum class LineEnd {
    space,        // two words; also "voor- | en naschools"
    joined,       // one word as it stands: "e-|portfolio", "www.school.|nl"
    hyphen_gone,  // one word whose hyphen the line end put there: "onder-|steuning"
};

// Soft hyphens and U+2010 at the end of `left` are the line end's; "-" is judged by Dutch spelling and by how the
// document writes the word elsewhere.
LineEnd line_end(std::string_view left, std::string_view right, const Vocabulary& vocabulary);

// `word` without the hyphen at its end.
std::string_view without_hyphen(std::string_view word);

}  // namespace sop::pdf
