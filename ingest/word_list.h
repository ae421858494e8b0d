// The Dutch word list: what decides on a word where the document itself does not.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

class Hunspell;

namespace sop {

// How the list knows a word.
enum class Known {
    no,
    compound,  // of words that it has, by its rules for compounds: "leesspecialist"
    listed,
};

// Words by hunspell's dictionary for Dutch (OpenTaal), compounds by its rules. A hyphen is a letter: "zee-eend"
// is listed, "zeeeend" and "onder-wijs" are no words. Lets a single thread at a time ask.
class WordList {
public:
    // The list of this system, loaded the first time (0.15 s) and kept; null where it is not installed.
    static const WordList* dutch();

    ~WordList();
    WordList(const WordList&) = delete;
    WordList& operator=(const WordList&) = delete;

    // `word` is UTF-8 without punctuation around it. No for what is longer than any word.
    Known find(std::string_view word) const;
    bool has(std::string_view word) const { return find(word) != Known::no; }

private:
    WordList();

    std::unique_ptr<Hunspell> dictionary_;
    mutable std::unordered_map<std::string, Known> asked_;  // bounded: see the .cpp
};

}  // namespace sop
