// Numbers that tell who somebody is.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "normalize/personal_data.h"

namespace sop {

// Eight or nine digits whose weighted sum (9, 8, ... 2, -1) is a multiple of eleven, not all the same.
bool is_possible_bsn(std::string_view digits);

// The BSN or the pupil's number that begins at `begin`, by the word for it shortly before: "BSN 1234.56.782".
std::optional<PersonalSpan> find_id_number(std::string_view text, std::size_t begin);

}  // namespace sop
