// The central directory of a zip archive (PKWARE APPNOTE 6.3), and where the bytes of its entries are. Read here and
// not by libzip, whose index takes quadratic time on colliding names, which accepts entries that share their bytes, and
// which loads OpenSSL at every start of the program.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/limits.h"

namespace sop::docx {

struct ZipEntry {
    std::string_view name;         // as it stands in the archive, in no known encoding
    std::string_view data;         // as it is stored, compressed; empty where is_broken
    std::uint64_t offset = 0;      // of the local header
    std::uint64_t compressed = 0;  // bytes
    std::uint64_t size = 0;        // bytes when inflated: a claim
    std::uint32_t crc = 0;         // of these
    std::uint16_t method = 0;
    bool is_encrypted = false;
    bool is_broken = false;  // no local header, or its data is not in front of the directory
    bool overlaps = false;   // shares bytes with another entry
};

// Entries in the order of the directory. Absent where `bytes` has no end-of-central-directory record
// and does not start like a zip archive. Views into `bytes`. Throws ConversionError damaged_package (truncated,
// inconsistent), over_limit (entries), ambiguous_package (more than one directory).
std::optional<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes, const Limits& limits);

}  // namespace sop::docx
