// MDTO-XML 1.0.1, the Dutch government's metadata for lasting information: what an e-depot takes in beside a file. One
// XML document describes one object.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "export/archive/archive.h"

namespace sop {

// A file that an information object has.
struct MdtoFile {
    std::string name;  // of the file as exported
    std::string mediatype;
    std::string digest;  // "sha256:…"
    std::size_t size = 0;
    std::string role;  // tells the files of one object apart: "origineel", "record"
};

struct MdtoObject {
    const ArchivedDocument& document;
    std::string_view record;
    std::string archiefvormer;
    MdtoFile original, json;
};

// What the profile is: name, school year, language, conversion, edition that it replaces, both files. Nobody has said
// how long it is to be kept: `waardering` is "Nader te bepalen".
std::string mdto_of_object(const MdtoObject& object);

// What one of its files is: size, format, checksum.
std::string mdto_of_file(const MdtoObject& object, const MdtoFile& file);

}  // namespace sop
