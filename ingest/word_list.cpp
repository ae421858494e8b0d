#include "ingest/word_list.h"

#include <hunspell/hunspell.hxx>

#include <filesystem>

namespace sop {
namespace {

// Where Debian's hunspell-nl puts it.
constexpr const char* affixes = "/usr/share/hunspell/nl.aff";
constexpr const char* words = "/usr/share/hunspell/nl.dic";

// The time of hunspell's search for compounds grows fast with a word's length; no Dutch word of a school is longer. In
// bytes.
constexpr std::size_t longest = 60;
// Answers that are kept, so that a document full of one word asks once.
constexpr std::size_t usually_kept = 1000, most_kept = 100'000;

bool is_installed() {
    std::error_code error;
    return std::filesystem::exists(affixes, error) && std::filesystem::exists(words, error);
}

}  // namespace

WordList::WordList() : dictionary_(std::make_unique<Hunspell>(affixes, words)), asked_(usually_kept) {}

WordList::~WordList() = default;

const WordList* WordList::dutch() {
    static const bool is_there = is_installed();
    if (!is_there) return nullptr;
    static const WordList list;
    return &list;
}

Known WordList::find(std::string_view word) const {
    if (word.empty() || word.size() > longest) return Known::no;
    std::string key(word);
    if (const auto found = asked_.find(key); found != asked_.end()) return found->second;
    int flags = 0;
    Known known = Known::no;
    if (dictionary_->spell(key, &flags)) known = (flags & SPELL_COMPOUND) ? Known::compound : Known::listed;
    if (asked_.size() < most_kept) asked_.emplace(std::move(key), known);
    return known;
}

}  // namespace sop
