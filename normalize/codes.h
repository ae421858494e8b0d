// Codes that identify a school, its board and its partnership.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "normalize/record.h"

namespace sop {

struct SchoolCode {
    std::string brin;      // "22KC"
    Tekst vestigingscode;  // "22KC00", where the text has the two digits too
    bool operator==(const SchoolCode&) const = default;
};

// The one BRIN of a labelled value: "22KC", "22 kc", "BRIN: 22KC00".
std::optional<SchoolCode> parse_brin(std::string_view text);

// The BRIN in a file name: two digits, two letters and perhaps two digits more, with neither letter nor digit before or
// after them; capitals, or small letters at the very start of the name; no size, ordinal or month ("10MB", "14DE").
// Absent where two stand in the name.
std::optional<SchoolCode> parse_file_brin(std::string_view file_name);

// A school's name with its BRIN at one end, as on many covers: "08KA De Linde", "OBS De Brug (22KC00)". `name` is the
// rest, the whole text where there is no BRIN.
struct NamedSchool {
    std::string name;
    std::optional<SchoolCode> code;
    bool operator==(const NamedSchool&) const = default;
};
NamedSchool split_brin(std::string_view name);

// The establishment: "22KC01", or "01" where the BRIN is known.
Tekst parse_vestiging(std::string_view text, const Tekst& brin);

// Five digits: "40114".
Tekst parse_board_number(std::string_view text);

// A board with or without its number: "Stichting Linde (40114)". Neither where the text only points elsewhere
// (is_reference()).
Bestuur parse_board(std::string_view text);

// A partnership with or without its code: "Passend Onderwijs Almere (PO 24.01)" has code "PO2401". `sector` is "PO" or
// "VO" where the school is known to be of it: a number alone ("SWV 3006") is a code then. Neither where the text only
// points elsewhere.
Samenwerkingsverband parse_partnership(std::string_view text, std::string_view sector = {});

}  // namespace sop
