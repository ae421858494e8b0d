#include "tests/support/compound_file_builder.h"

#include <string_view>

namespace sop::test {
namespace {

constexpr std::size_t sector_bytes = 512, entry_bytes = 128;

void put(std::string& out, std::size_t at, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i) & 0xFF);
}

}  // namespace

std::string compound_file(const std::vector<CompoundEntry>& entries, std::uint32_t fat_sector) {
    std::string header(sector_bytes, '\0'), fat(sector_bytes, '\xFF'), directory;
    header.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(header, 26, 3, 2);
    put(header, 28, 0xFFFE, 2);
    put(header, 30, 9, 2);
    put(header, 44, 1, 4);
    put(header, 48, 1, 4);
    put(header, 68, 0xFFFFFFFE, 4);
    put(header, 76, fat_sector, 4);
    for (const CompoundEntry& entry : entries) {
        std::string bytes(entry_bytes, '\0');
        for (std::size_t i = 0; i < entry.name.size(); ++i) bytes[2 * i] = entry.name[i];
        put(bytes, 64, 2 * entry.name.size() + 2, 2);
        bytes[66] = static_cast<char>(entry.type);
        put(bytes, 68, entry.left, 4);
        put(bytes, 72, entry.right, 4);
        put(bytes, 76, entry.child, 4);
        directory += bytes;
    }
    directory.resize((directory.size() + sector_bytes - 1) / sector_bytes * sector_bytes, '\0');
    const std::size_t sectors = directory.size() / sector_bytes;
    put(fat, 0, 0xFFFFFFFD, 4);
    for (std::size_t i = 1; i <= sectors; ++i) put(fat, 4 * i, i == sectors ? 0xFFFFFFFE : i + 1, 4);
    return header + fat + directory;
}

}  // namespace sop::test
