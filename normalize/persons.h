// Persons as a form names them.
#pragma once

#include <string_view>
#include <vector>

#include "normalize/record.h"

namespace sop {

struct Persons {
    std::vector<Persoon> list;
    bool is_complete = true;  // false: some of the text is neither a person nor something about one
};

// All persons in a value: "Mw. J. de Vries (ma, di), adjunct-directeur; P. Bakker 06-12345678". Titles are no part of a
// name. Days, function, telephone and e-mail go to the person they stand behind, or, before a colon, to the next one. A
// piece that does not look like a name is left out.
Persons parse_persons(std::string_view text);

// Whether the value is one person and what they do, and nothing else: "K. Bos, directeur". Not "OBS De Brug,
// bovenbouw", which is a school and a part of it.
bool is_person_with_role(std::string_view text);

// Says that there is nobody: "vacature", "n.v.t. (vacature)".
bool is_vacancy(std::string_view text);

}  // namespace sop
