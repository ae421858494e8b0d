// Line ends: where a word was broken over two lines, and what it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/pdf/layout.h"
#include "ingest/word_list.h"

namespace sop::pdf {

// The words of a document, folded and without the punctuation around them.
class Vocabulary {
public:
    // `uses_word_list`: find_dutch() asks the word list.
    Vocabulary(const std::vector<Page>& pages, bool uses_word_list);

    // Reads from the line ends of all of the document's text whether its printer broke words at all.
    void read_line_ends(const std::vector<Item>& items, const std::vector<Page>& pages);

    // How often the document writes a word. Halves of broken words are words too.
    int count(std::string_view word) const;
    bool has(std::string_view word) const { return count(word) > 0; }
    // In the Dutch word list, which is loaded when it is first asked. Absent where there is none.
    std::optional<Known> find_dutch(std::string_view word) const;
    // False where hyphens at line ends are the writer's own: nothing tells that any word was broken.
    bool is_hyphenated() const { return is_hyphenated_; }
    // Several words were broken, or one that the document has whole too: not a hyphen or two of the writer's own.
    bool is_often_hyphenated() const { return is_often_hyphenated_; }

private:
    std::unordered_map<std::string, int> words_;  // how often
    bool is_hyphenated_ = true, is_often_hyphenated_ = true;
    bool uses_word_list_;
};

// How the last word of a line and the first of the next go together.
enum class LineEnd {
    space,        // two words; also "voor- | en naschools"
    joined,       // one word as it stands: "e-|portfolio", "www.school.|nl"
    hyphen_gone,  // one word whose hyphen the line end put there: "onder-|steuning"
    trema_back,   // the same, and hyphenation took the trema from its second part: "re-|unie"
};

// Soft hyphens and U+2010 at the end of `left` are the line end's. "-" is judged by how the document writes the word
// elsewhere, then by the Dutch word list, then by the form of its parts. In doubt the hyphen stays.
LineEnd line_end(std::string_view left, std::string_view right, const Vocabulary& vocabulary);

// Whether `left` and `right`, that stand at a line's full end and at the next one's start without a hyphen or a space,
// are one word cut in two: the document writes it so elsewhere, or the word list has it. Where the whole may have had
// room on one line, the list must also lack one of the two.
bool is_cut_word(std::string_view left, std::string_view right, bool has_no_room, const Vocabulary& vocabulary);

// Whether `right` is as well a word between two others as the end of one: "ergotherapeut|en logopedist".
bool may_be_conjunction(std::string_view left, std::string_view right, const Vocabulary& vocabulary);

// As is_cut_word(), of a word that no list has and no line has room for, "daisyspele|r": neither half is a word then,
// or the cut goes through one with which the whole ends: "dyscalculieproto|col".
bool is_cut_unknown(std::string_view left, std::string_view right, const Vocabulary& vocabulary);

// As is_cut_word(), where `left` is alone on a line of which nothing tells whether it is full: it is long, one of the
// two is no word, and the list has the whole.
bool is_cut_half(std::string_view left, std::string_view right, const Vocabulary& vocabulary);

// `word` without the hyphen at its end.
std::string_view without_hyphen(std::string_view word);

}  // namespace sop::pdf
