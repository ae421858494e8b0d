// Builds small compound files ([MS-CFB]) in memory: directories only, the streams are empty.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sop::test {

// A directory entry; `left`, `right` and `child` are numbers of entries, the root is entry 0 and has the first child.
struct CompoundEntry {
    std::string name;
    int type = 2;  // 1 storage, 2 stream, 5 root
    std::uint32_t left = 0xFFFFFFFF, right = 0xFFFFFFFF, child = 0xFFFFFFFF;
};

// `fat_sector` is where the header says that the FAT is; 0 is right, and the directory starts in sector 1.
std::string compound_file(const std::vector<CompoundEntry>& entries, std::uint32_t fat_sector = 0);

}  // namespace sop::test
