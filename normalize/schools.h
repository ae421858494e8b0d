// What kind of school it is.
#pragma once

#include <string_view>

#include "normalize/record.h"

namespace sop {

// bao, sbo, so, vso, vo or pro, from a labelled value. Absent where the text names none or two.
Tekst parse_school_type(std::string_view text);

// A labelled denomination in one spelling ("RK" gives "rooms-katholiek"); one we do not know stays as it stands.
Tekst parse_denomination(std::string_view text);

// What a school's name leaves no doubt about: "OBS De Brug" is openbaar and a bao, a "Jenaplanschool" teaches by that
// concept.
struct NameEvidence {
    Tekst schoolsoort, denominatie, onderwijsconcept;
    bool operator==(const NameEvidence&) const = default;
};
NameEvidence read_name(std::string_view name);

}  // namespace sop
