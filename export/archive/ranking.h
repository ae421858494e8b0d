// Words in a row in a document's texts, and how well they answer, for a database whose index has words and no order. By
// the rules of SQLite's FTS5, so that both give the same documents, the best first. Inside export/archive/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// Folded words (words.h) that stand in a row.
struct WordGroup {
    std::vector<std::string> words;
    bool is_prefix = false;  // the last is the beginning of one
};

struct GroupMatch {
    std::vector<double> counts;  // of each group, in all texts
    double words = 0;            // in all texts
    std::string excerpt;         // of one text, with the most of what is searched for; "…" where it goes on
};

// Absent where not every group is somewhere in one of the texts.
std::optional<GroupMatch> match_groups(std::span<const WordGroup> groups, std::span<const std::string_view> texts);

// What all documents have.
struct SearchTotals {
    double documents = 0, words = 0;
    std::vector<double> hits;  // documents with each group
};

// Okapi BM25 as FTS5 has it (k1 1.2, b 0.75; a group that half of all documents have counts for next to nothing).
double score_of(const GroupMatch& match, const SearchTotals& totals);

}  // namespace sop
