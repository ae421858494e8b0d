// Personal data in a record, counted.
#pragma once

#include <string_view>

#include "normalize/record.h"

namespace sop {

// persoonsnamen: different names in `contact`, and in the text behind an honorific or a role. bsn_mogelijk: numbers
// that pass the eleven test with a word for BSN shortly before them. kleine_aantallen: rows of tables with fewer than
// five pupils in a column that counts them. Reads contact, secties and voorwerk of `record`; `front` is voorwerk as
// text.
Privacy count_personal_data(const SopRecord& record, std::string_view front);

// Eight or nine digits whose weighted sum (9, 8, ... 2, -1) is a multiple of eleven, not all the same.
bool is_possible_bsn(std::string_view digits);

}  // namespace sop
