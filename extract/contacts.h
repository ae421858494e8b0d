// Tables of persons: a row for each, or a column for each task.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/matched_template.h"

namespace sop {

// A person, or the persons of one place, for a field that names persons.
struct FoundContact {
    std::size_t field = 0;  // in Definitions::fields
    std::string raw;        // name, days, telephone and e-mail: "Els Bos (ma, di), 06-12345678"
    std::string context;    // the row as it stood
    Origin origin;
};

// The persons of a table whose first row says that its rows are about persons: "Functie | Naam | Telefoon", or
// "Locatie | Directeur | IB'er" over two rows at least. Absent for any other table. A row whose task no field is for
// gives nobody; its telephone and e-mail are a person's all the same.
std::optional<std::vector<FoundContact>> read_contacts(const MatchedTemplate& form, const Table& table);

}  // namespace sop
