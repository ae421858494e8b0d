// From what was found to clean values with evidence.
#pragma once

#include <cstdint>
#include <string>

#include "extract/extraction.h"
#include "normalize/record.h"
#include "normalize/taxonomy.h"

namespace sop {

struct SchoolLists;  // identity.h

// What is known of a source besides its content.
struct SourceInfo {
    std::string name;        // file name without folders, UTF-8
    std::uint64_t size = 0;  // bytes
    std::string digest;      // sha256() of the bytes
    bool operator==(const SourceInfo&) const = default;
};

// Total: any extraction gives a record. A value that does not parse keeps its raw text in herkomst and gives a melding.
// `lists` (see identify()) add what they know of the school; without them, the document and its file's name are all.
SopRecord normalize(const SourceInfo& source, const Extraction& extraction, const Taxonomy& taxonomy,
                    const SchoolLists& lists);
SopRecord normalize(const SourceInfo& source, const Extraction& extraction, const Taxonomy& taxonomy);

}  // namespace sop
