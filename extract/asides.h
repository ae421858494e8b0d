// The school's data as a side bar has them: in the midst of a section of something else.
#pragma once

#include <string_view>
#include <vector>

#include "extract/matched_template.h"
#include "extract/tables.h"

namespace sop {

// The paragraphs among `blocks` that are a run of labels with short values, one below the other, of at least four
// fields that stand in the section `place`: "Adres", "Telefoon", "Directie". Empty where there is none.
std::vector<Block> find_aside(const MatchedTemplate& form, TableMeanings& meanings, const std::vector<Block>& blocks,
                              std::string_view place);

}  // namespace sop
