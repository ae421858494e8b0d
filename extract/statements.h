// Statements that the profile was advised on or adopted: in a sentence, a row of a table or a block to sign.
#pragma once

#include <functional>
#include <string_view>

#include "extract/region.h"
#include "extract/shapes.h"

namespace sop {

struct Statement {
    StatedDate stated;
    std::string_view context;  // the sentence or line; valid during the call
    const Origin& origin;
    bool is_sure;  // the sentence names the profile, or who signs and the date stand apart
};

// Calls see for each statement in the region. In its last `closing_lines` lines a sentence need not name the profile:
// that is where a document is signed.
void find_statements(const MatchedTemplate& form, const Region& region, std::size_t closing_lines,
                     const std::function<void(const Statement&)>& see);

}  // namespace sop
