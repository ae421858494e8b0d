// The register of schools: DUO's open-data list of addresses of establishments.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/record.h"

namespace sop {

// One establishment.
struct RegisteredSchool {
    std::string brin;      // "22KC"
    Tekst vestigingscode;  // "22KC00"
    std::string naam;      // as the register has it
    Tekst denominatie;     // as parse_denomination() gives it
    Tekst bestuursnummer, bestuur;
    Adres adres;
    Tekst telefoon, website;
    bool operator==(const RegisteredSchool&) const = default;
};

// What a document says of its school; absent what it does not say.
struct SchoolClues {
    std::string naam;
    Tekst denominatie, bestuursnummer, bestuur, postcode, plaats;
};

// How a name was found in the register.
struct RegisterMatch {
    std::vector<const RegisteredSchool*> candidates;  // one: it is that one; more: they cannot be told apart
    bool is_confirmed = false;                        // the one has the document's postcode, place or board too
    bool is_elsewhere = false;                        // all have another denomination or place than the document says
};

class SchoolRegister {
public:
    SchoolRegister() = default;

    // `csv`: columns in any order by the names that DUO gave them in the past ten years. Throws ListError where BRIN
    // or name has no column, or no row has both.
    explicit SchoolRegister(std::string_view csv);

    bool empty() const { return schools_.empty(); }

    // All establishments of a BRIN.
    std::vector<const RegisteredSchool*> with_brin(std::string_view brin) const;

    // By name: without what kind of school it is and without articles ("PCB De Brug", "Basisschool de Brug"), by its
    // words. A school of another denomination or in another place is none, unless it has the same postcode; then
    // postcode, board, place and denomination decide, in this order, as long as they tell candidates apart.
    // Where no other bears the name, those are the candidates.
    RegisterMatch find(const SchoolClues& clues) const;

private:
    std::vector<RegisteredSchool> schools_;
    std::unordered_multimap<std::string, std::size_t> by_name_, by_brin_;
};

// A school's name without what tells its kind and without articles, folded: "brug" of "PCB De Brug". The whole name,
// folded, where nothing else would be left.
std::string name_key(std::string_view name);

}  // namespace sop
