// Builds zip archives in memory, honest ones and ones that lie.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sop::test {

// An entry; what is set beside name and data replaces what would be true, in both headers.
struct Entry {
    std::string name;
    std::string data;                          // uncompressed, unless `method` is set
    std::optional<std::uint16_t> method = {};  // data is as it stands in the archive: 0 stored, 8 deflated, …
    std::optional<std::uint32_t> size = {}, compressed = {}, crc = {};
    std::optional<std::uint32_t> offset = {};  // of the local header, in the directory only
    std::uint16_t flags = 0;
    bool zip64 = false;  // sizes and offset stand in an extra field of the directory
};

struct Archive {
    std::vector<Entry> entries = {};
    std::string prefix = {};    // in front; offsets count it
    std::string trailing = {};  // behind the end record
    std::string comment = {};
    std::optional<std::uint16_t> count = {};        // entries, in the end record
    std::optional<std::uint64_t> zip64_count = {};  // writes zip64 end records with this count
};

std::string write_zip(const Archive& archive);

// Raw deflate stream (RFC 1951) of `data`; of `data` repeated: each copy is compressed by itself, once.
std::string deflate(std::string_view data, std::size_t times = 1);
std::uint32_t crc32_of(std::string_view data);

}  // namespace sop::test
