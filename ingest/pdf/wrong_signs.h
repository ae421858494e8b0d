// Characters that stand in words for a ligature or a letter.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/word_list.h"

namespace sop::pdf {

// Words of a document in small letters, without what stands around them: how often each is there.
using WordCounts = std::unordered_map<std::string, int>;

struct Substitution {
    std::string sign, letters;
    std::size_t words = 0;  // different ones that it explains
    bool operator==(const Substitution&) const = default;
};

// Whether any sign is worth a look: without the list, that is, before it is loaded.
bool may_have_wrong_signs(const WordCounts& counts);

// The characters that are no Dutch letters and stand in words for letters, where the list knows the words with one
// replacement only.
std::vector<Substitution> find_wrong_signs(const WordCounts& counts, const WordList& list);

// Words whose ligatures stand as the last byte of their character (Ghostscript 10.00): "e\u00FBecten" for
// "e\uFB00ecten". Each as it stands -> as it was. Empty where fewer words say so than have such a letter of their own.
std::unordered_map<std::string, std::string> find_cut_ligatures(const WordCounts& counts, const WordList& list);
bool may_have_cut_ligatures(const WordCounts& counts);  // as above

// What is missing from the words of a document: a letter or ligature that Dutch text of this length has many of.
struct Loss {
    std::string letters;
    bool is_certain = false;                                // what is left tells each word: `restored` has them
    std::unordered_map<std::string, std::string> restored;  // word as it stands -> as it was
};
bool may_lack_letters(const WordCounts& counts);  // as above
std::optional<Loss> find_loss(const WordCounts& counts, const WordList& list);

}  // namespace sop::pdf
