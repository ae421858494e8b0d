// A record that somebody else wrote, checked before it is stored: the process that read the file may have been taken
// over by it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "export/report.h"

namespace sop {

// What the archive finds a record by.
struct RecordFacts {
    std::string id;  // "sha256:…" of the source
    std::string bestandsnaam, mediatype, soort;
    std::int64_t omvang = 0;                        // of the source, in bytes
    std::optional<std::string> tekst_vingerafdruk;  // absent where the document has no text
    std::optional<std::string> naam, naam_gevouwen, brin, vestigingscode, bestuur, schooljaar;
    std::optional<std::int64_t> jaar;  // in which the school year began that the document is of
    std::optional<std::string> datum;  // of the version, where the day is known
    std::string tekst;                 // all of the body, a line for each piece
    bool operator==(const RecordFacts&) const = default;
};

// What a valid record says of itself.
struct CheckedRecord {
    RecordFacts facts;
    RecordOutline outline;
};

// Absent where `json` is not UTF-8, not JSON, or not of the shape that record_schema() gives: types, names, required
// and additional keys, enumerations, patterns and bounds. Absent, too, where a text has U+0000 or half a surrogate
// pair, a key twice, an integer beyond 2^53, or more values or levels than any document of ours. Takes no more memory
// than some twenty times that of `json`, whatever it is.
std::optional<CheckedRecord> check_record(std::string_view json);

// Of a record that check_record() took.
RecordOutline outline_of(std::string_view json);

// Code and sentence of an error object as write_failure() makes it; absent where it is not one, its code is unknown or
// its sentence longer than any of ours. The name and the digest in it are not believed, and stay empty.
std::optional<Failure> check_failure(std::string_view json);

}  // namespace sop
