// A list of the files of a batch with what the administrator knows of each.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/codes.h"
#include "normalize/record.h"

namespace sop {

// What a manifest says of one file.
struct ManifestEntry {
    std::optional<SchoolCode> code;
    Tekst naam;
    Bestuur bestuur;
    Tekst schooljaar;
    bool operator==(const ManifestEntry&) const = default;
};

class Manifest {
public:
    Manifest() = default;

    // `csv`: a column `bestandsnaam` and at least one of vestigingscode, brin, naam, bestuur, bestuursnummer,
    // schooljaar, in any order; others are not read. Throws ListError where a column is missing or a cell is not what
    // its column says, with the row.
    explicit Manifest(std::string_view csv);

    bool empty() const { return entries_.empty(); }

    // What it says of a file, by name without folders: first as it is written, then whatever its case. Several entries
    // where rows of one name differ.
    std::vector<ManifestEntry> find(std::string_view file_name) const;

    // Names, as they are written and without folders, that none of `file_names` is: what somebody misspelled, or a file
    // that is not there.
    std::vector<std::string> unmatched(const std::vector<std::string>& file_names) const;

private:
    std::vector<std::string> names_;  // in the order of the rows
    std::unordered_map<std::string, std::vector<ManifestEntry>> entries_;
};

}  // namespace sop
