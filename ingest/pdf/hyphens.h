// Line ends: where a word was broken over two lines, and what it was.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// The words of a document, folded and without the punctuation around them.
class Vocabulary {
public:
    explicit Vocabulary(const std::vector<Page>& pages);

    // Reads from the line ends of all of the document's text whether its printer broke words at all.
    void read_line_ends(const std::vector<Item>& items, const std::vector<Page>& pages);

    // Halves of broken words are words too.
    bool has(std::string_view word) const { return words_.contains(std::string(word)); }
    // More than once: by itself somewhere, though it may be half of a broken word here.
    bool has_elsewhere(std::string_view word) const;
    // False where hyphens at line ends are the writer's own: nothing tells that any word was broken.
    bool is_hyphenated() const { return is_hyphenated_; }

private:
    std::unordered_map<std::string, int> words_;  // how often
    bool is_hyphenated_ = true;
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

// True where the document writes `left` and `right` as one word elsewhere.
bool is_one_word(std::string_view left, std::string_view right, const Vocabulary& vocabulary);

// True where `word` stands elsewhere in the document: it is no half of a word that was cut without a hyphen.
bool is_whole_word(std::string_view word, const Vocabulary& vocabulary);

// `word` without the hyphen at its end.
std::string_view without_hyphen(std::string_view word);

}  // namespace sop::pdf
