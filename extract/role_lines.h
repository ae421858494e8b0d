// Persons of whom a line says what they do behind their name: "Contactpersoon: Els Bos, directeur".
#pragma once

#include <cstddef>
#include <functional>

#include "extract/matched_template.h"
#include "extract/region.h"
#include "extract/school_lines.h"

namespace sop {

// Calls see(field, line) for each person in the region's lines whose role is a label of a field of persons. `of_lists`:
// only items of lists count, where the text may be about anybody.
void find_role_lines(const MatchedTemplate& form, const Region& region, bool of_lists,
                     const std::function<void(std::size_t, SchoolLine)>& see);

// The same for each table in which roles stand over or before the names of who signs: "Directeur | Voorzitter MR".
void find_role_cells(const MatchedTemplate& form, const Region& region,
                     const std::function<void(std::size_t, SchoolLine)>& see);

}  // namespace sop
