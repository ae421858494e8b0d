// Whether a document is of more than one location of a school.
#pragma once

#include "extract/sections.h"

namespace sop {

// Says so where titles, bold lines or the first cells of rows and columns name two locations: "Locatie Noord", "Locatie
// Zuid". What is read of each is in one record then.
void remark_sites(const Sections& sections, std::vector<Diagnostic>& diagnostics);

}  // namespace sop
