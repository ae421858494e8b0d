// The central directory of a zip archive (PKWARE APPNOTE 6.3), read before libzip opens the archive: its index takes
// quadratic time on colliding names, and it accepts entries that share their bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/limits.h"

namespace sop::docx {

struct ZipEntry {
    std::string_view name;  // as it stands in the archive, in no known encoding
    std::uint64_t offset = 0;
    std::uint64_t compressed = 0;  // bytes
    std::uint64_t size = 0;        // bytes when inflated: a claim
    std::uint16_t method = 0;
    bool is_encrypted = false;
    bool is_broken = false;  // no local header, or its data is not in front of the directory
    bool overlaps = false;   // shares bytes with another entry
};

// Entries in the order of the directory, which is libzip's. Absent where `bytes` has no end-of-central-directory record
// and does not start like a zip archive. Views into `bytes`. Throws ConversionError damaged_package (truncated,
// inconsistent), over_limit (entries), ambiguous_package (more than one directory).
std::optional<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes, const Limits& limits);

}  // namespace sop::docx
