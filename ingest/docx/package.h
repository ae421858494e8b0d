// An Office Open XML package (ECMA-376 part 2, OPC): a zip archive of parts that name each other by relationships.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/limits.h"

namespace sop::docx {

// A relationship of a part (OPC 9.3). `type` is the last segment of the type URI, the same for strict and transitional
// ("officeDocument", "styles", "header", "hyperlink").
struct Relationship {
    std::string id;
    std::string type;
    std::string target;     // internal: normalized part name, "word/styles.xml", "" for none; external: as written
    bool external = false;  // never followed
};

// Reads parts of a package. Part names are given and taken normalized (see part_name.h: lower case, no leading slash).
// Two entries of the archive may have the same name, or share bytes, as long as the part is not read.
// Not copyable; `bytes` must outlive it.
class Package {
public:
    // Reads the archive's directory; inflates nothing. Throws ConversionError (empty_file, unknown_format, legacy_doc,
    // encrypted, unsupported_format, damaged_package, ambiguous_package, over_limit).
    Package(std::string_view bytes, const Limits& limits);
    ~Package();
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;

    // Main part's name by the officeDocument relationship, else by a content type that only a main part has; never by a
    // fixed name. Throws no_main_part, unsupported_format (spreadsheets, presentations), and what xml() throws.
    std::string main_part() const;

    // Relationships of a part, "" for those of the package; empty where there are none. Throws over_limit, and what
    // xml() and parse_xml() throw.
    std::vector<Relationship> relationships(std::string_view part) const;

    bool has(std::string_view part) const;

    // The part's bytes as UTF-8 XML without BOM (UTF-16 transcoded). Absent where the package has no such part.
    // Throws damaged_package (CRC, declared size), ambiguous_package, encrypted, over_limit (size, ratio, sum of all
    // reads), invalid_encoding.
    std::optional<std::string> xml(std::string_view part) const;

    // Names of all parts, normalized, sorted.
    std::vector<std::string> names() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sop::docx
