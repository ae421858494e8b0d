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
    std::string
        target;  // internal: normalised part name without leading slash, "word/styles.xml"; external: as written
    bool external = false;  // never followed
};

// Reads parts of a package. Part names are compared normalised: backslash is slash, no leading slash, ASCII case
// folded, percent-decoded. Not copyable; `bytes` must outlive it.
class Package {
public:
    // Checks signature, entry count, names and encryption before anything is inflated.
    // Throws ConversionError (empty_file, unknown_format, legacy_doc, encrypted, unsupported_format, damaged_package,
    // ambiguous_package, over_limit).
    Package(std::string_view bytes, const Limits& limits);
    ~Package();
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;

    // Main part's name by the officeDocument relationship (never by a fixed name). Throws no_main_part, also for
    // packages of other applications (spreadsheets, presentations: unsupported_format).
    std::string main_part() const;

    // Relationships of a part, "" for those of the package; empty where there are none.
    std::vector<Relationship> relationships(std::string_view part) const;

    bool has(std::string_view part) const;

    // The part's bytes as UTF-8 XML without BOM (UTF-16 transcoded). Absent where the package has no such part.
    // Throws damaged_package (CRC, declared size), over_limit (size, ratio, sum of all parts), invalid_encoding,
    // doctype.
    std::optional<std::string> xml(std::string_view part) const;

    // Names of all parts, normalised, sorted.
    std::vector<std::string> names() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sop::docx
