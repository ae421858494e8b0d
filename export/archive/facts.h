// What the archive takes out of a record to find it by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sop {

struct RecordFacts {
    std::string id, bestandsnaam, mediatype, soort;
    std::int64_t omvang = 0;
    std::optional<std::string> tekst_vingerafdruk;  // absent where the document has no text
    std::optional<std::string> naam, naam_gevouwen, brin, vestigingscode, bestuur, schooljaar;
    std::optional<std::int64_t> jaar;  // in which the school year began that the document is of
    std::optional<std::string> datum;  // of the version, where the day is known
    std::string tekst;                 // all of the body, a line for each piece
    bool operator==(const RecordFacts&) const = default;
};

// `record` is one that check_record() took.
RecordFacts facts_of(std::string_view record);

}  // namespace sop
