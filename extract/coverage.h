// How much of a document's text went where.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/extraction.h"

namespace sop {

// Characters that are no white space.
std::size_t count_characters(std::string_view text);

// Those of a reader's text: no prompts, no hidden text, no list marks, no automatic numbers.
std::size_t count_characters(const std::vector<Block>& blocks);

// Of the body with its notes, and of running headers and footers.
TextSize measure_text(const Document& document);

}  // namespace sop
