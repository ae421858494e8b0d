#include "ingest/docx/compound_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "ingest/diagnostic.h"
#include "ingest/docx/bytes.h"

namespace sop::docx {
namespace {

constexpr std::string_view signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

struct Kind {
    std::string_view stream;  // in lower case: writers differ
    ErrorCode code;
    const char* detail;
};
// The first that is there decides: an encrypted package may have a stub of the old format beside it.
constexpr std::array kinds{
    Kind{"encryptedpackage", ErrorCode::encrypted, ""},
    Kind{"worddocument", ErrorCode::legacy_doc, ""},
    Kind{"workbook", ErrorCode::unsupported_format, "Excel-werkmap"},
    Kind{"book", ErrorCode::unsupported_format, "Excel-werkmap"},
    Kind{"powerpoint document", ErrorCode::unsupported_format, "PowerPoint-presentatie"},
    Kind{"__properties_version1.0", ErrorCode::unsupported_format, "Outlook-bericht"},
};

// Entries of a directory that are looked at. A Word document has some ten, one with many embedded objects hundreds.
constexpr std::size_t max_entries = 16'384;
constexpr std::size_t entry_bytes = 128;
constexpr std::uint32_t max_sector = 0xFFFFFFF9;  // above are marks such as the end of a chain

struct Entry {
    std::string name;  // ASCII in lower case, others as '?'
    bool is_stream = false;
    std::uint32_t left = 0, right = 0, child = 0;
};

class CompoundFile {
public:
    explicit CompoundFile(std::string_view bytes) : bytes_(bytes), sector_bytes_(std::uint64_t{1} << shift()) {}

    // Names of the streams that stand in the root storage.
    std::vector<std::string> root_streams() const {
        const std::vector<Entry> entries = directory();
        std::vector<std::string> names;
        if (entries.empty()) return names;
        std::vector<bool> seen(entries.size());
        std::vector<std::uint32_t> open{entries[0].child};  // entry 0 is the root ([MS-CFB] 2.6.2)
        while (!open.empty()) {
            const std::uint32_t index = open.back();
            open.pop_back();
            if (index >= entries.size() || seen[index]) continue;
            seen[index] = true;
            const Entry& entry = entries[index];
            if (entry.is_stream) names.push_back(entry.name);
            open.push_back(entry.left);
            open.push_back(entry.right);
        }
        return names;
    }

private:
    // 512 or 4096 bytes a sector ([MS-CFB] 2.2).
    unsigned shift() const { return u16(bytes_, 30) == 12 ? 12 : 9; }

    std::uint64_t offset_of(std::uint32_t sector) const { return (std::uint64_t{sector} + 1) * sector_bytes_; }
    bool holds(std::uint32_t sector) const {
        return sector <= max_sector && offset_of(sector) + sector_bytes_ <= bytes_.size();
    }

    // Sector that holds the n-th piece of the FAT: 109 in the header, the rest in a chain of DIFAT sectors (2.5).
    std::uint32_t fat_sector(std::uint64_t n) const {
        constexpr std::uint64_t in_header = 109;
        if (n < in_header) return u32(bytes_, 76 + 4 * n);
        n -= in_header;
        const std::uint64_t in_sector = sector_bytes_ / 4 - 1;
        std::uint32_t sector = u32(bytes_, 68);
        for (; n >= in_sector && holds(sector); n -= in_sector) sector = u32(bytes_, offset_of(sector) + 4 * in_sector);
        return holds(sector) ? u32(bytes_, offset_of(sector) + 4 * n) : max_sector + 1;
    }
    std::uint32_t next_sector(std::uint32_t sector) const {
        const std::uint64_t in_sector = sector_bytes_ / 4;
        const std::uint32_t fat = fat_sector(sector / in_sector);
        return holds(fat) ? u32(bytes_, offset_of(fat) + 4 * (sector % in_sector)) : max_sector + 1;
    }

    std::vector<Entry> directory() const {
        std::vector<Entry> entries;
        const std::size_t most = std::min(max_entries, bytes_.size() / entry_bytes);  // a longer chain is a circle
        for (std::uint32_t sector = u32(bytes_, 48); holds(sector) && entries.size() < most;
             sector = next_sector(sector)) {
            for (std::uint64_t at = 0; at < sector_bytes_; at += entry_bytes)
                entries.push_back(read_entry(bytes_.substr(offset_of(sector) + at, entry_bytes)));
        }
        return entries;
    }
    static Entry read_entry(std::string_view bytes) {
        Entry entry;
        const std::size_t units = std::min<std::size_t>(u16(bytes, 64) / 2, 32);
        for (std::size_t i = 0; i + 1 < units; ++i) {
            const std::uint16_t unit = u16(bytes, 2 * i);
            const char c = unit < 0x80 ? static_cast<char>(unit) : '?';
            entry.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
        entry.is_stream = bytes[66] == 2;
        entry.left = u32(bytes, 68);
        entry.right = u32(bytes, 72);
        entry.child = u32(bytes, 76);
        return entry;
    }

    std::string_view bytes_;
    std::uint64_t sector_bytes_;
};

}  // namespace

bool is_compound_file(std::string_view bytes) { return bytes.starts_with(signature); }

void refuse_compound_file(std::string_view bytes) {
    const std::vector<std::string> streams = CompoundFile(bytes).root_streams();
    if (streams.empty()) throw ConversionError(ErrorCode::damaged_package);
    for (const Kind& kind : kinds)
        if (std::find(streams.begin(), streams.end(), kind.stream) != streams.end())
            throw ConversionError(kind.code, "", kind.detail);
    throw ConversionError(ErrorCode::unsupported_format);
}

}  // namespace sop::docx
