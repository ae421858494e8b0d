// Whose data the lines of a region give: the school's, or those of its board, its partnership or another.
#pragma once

#include <optional>
#include <string_view>

#include "extract/matched_template.h"
#include "extract/region.h"

namespace sop {

// Whose data stand under a heading that names somebody: "Gegevens van het bestuur". The school's where it names the
// school too; absent where it names nobody.
std::optional<Owner> owner_named(std::string_view heading);

// Sets Line::owner of each line. A block of another's data starts below a line that names the other and nothing more,
// as a heading, bold, a row of its own in a table, or beside such a line for the school; it ends at the next line of
// that kind, or at a label that only schools have. In a table with a column for each, the column says it. `outer`:
// whose data the region gives where nothing says otherwise.
void mark_owners(const MatchedTemplate& form, Region& region, Owner outer);

}  // namespace sop
