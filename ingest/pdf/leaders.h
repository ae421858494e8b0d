// Dots that lead from a label to its value, from a title to its page.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Places in Line::words.
struct Leader {
    std::size_t first, end;
};

// The dots within `line`, from its word number `skipped` on, with words on both sides. Absent where they are a form's
// to be filled in: several runs of them, or a label with a colon behind them.
std::optional<Leader> find_leader(const Line& line, const std::vector<Word>& words, std::size_t skipped = 0);

// Whether `word` ends with room to write in: a long run of dots or underscores.
bool ends_in_blank(std::string_view word);
// The same, and it is nothing else.
bool is_blank(std::string_view word);

}  // namespace sop::pdf
