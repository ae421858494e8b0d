#include "ingest/docx/zip_directory.h"

#include <algorithm>
#include <numeric>

#include "ingest/diagnostic.h"
#include "ingest/docx/bytes.h"

namespace sop::docx {
namespace {

// Signatures and sizes by APPNOTE 4.3.7, 4.3.12, 4.3.14 to 4.3.16.
constexpr std::string_view local_signature = "PK\3\4";
constexpr std::string_view central_signature = "PK\1\2";
constexpr std::string_view end_signature = "PK\5\6";
constexpr std::string_view end64_signature = "PK\6\6";
constexpr std::string_view locator64_signature = "PK\6\7";
constexpr std::size_t local_bytes = 30, central_bytes = 46, end_bytes = 22, end64_bytes = 56, locator64_bytes = 20;
constexpr std::size_t max_comment = 0xFFFF;

// What looks like an end record in the last 64 kB. An archive has one; a stored archive inside it may bring another.
constexpr int max_end_records = 16;

struct Directory {
    std::uint64_t offset = 0, size = 0, entries = 0;
};

bool stands_at(std::string_view bytes, std::uint64_t at, std::string_view signature) {
    return at <= bytes.size() && bytes.substr(static_cast<std::size_t>(at)).starts_with(signature);
}

// The directory that the end record at `end` tells of; absent where the record cannot be one.
std::optional<Directory> read_end_record(std::string_view bytes, std::uint64_t end) {
    if (bytes.size() - end < end_bytes) return std::nullopt;
    // Number of the disk and of the one with the directory, entries on this disk and in all: one file is one disk.
    if (u16(bytes, end + 4) != u16(bytes, end + 6) || u16(bytes, end + 8) != u16(bytes, end + 10)) return std::nullopt;
    if (bytes.size() - end - end_bytes < u16(bytes, end + 20)) return std::nullopt;
    Directory directory{u32(bytes, end + 16), u32(bytes, end + 12), u16(bytes, end + 10)};
    std::uint64_t behind = end;
    if (end >= locator64_bytes && stands_at(bytes, end - locator64_bytes, locator64_signature)) {
        const std::uint64_t end64 = u64(bytes, end - locator64_bytes + 8);
        if (end64 > end - locator64_bytes || end - locator64_bytes - end64 < end64_bytes) return std::nullopt;
        if (!stands_at(bytes, end64, end64_signature)) return std::nullopt;
        directory = {u64(bytes, end64 + 48), u64(bytes, end64 + 40), u64(bytes, end64 + 32)};
        behind = end64;
    }
    if (directory.offset > behind || directory.size > behind - directory.offset) return std::nullopt;
    return directory;
}

// Sizes and offset that do not fit 32 bits stand in an extra field, in this order (APPNOTE 4.5.3). Writers that stream
// use it for small entries too.
void apply_zip64(ZipEntry& entry, std::string_view extra) {
    while (extra.size() >= 4) {
        const std::size_t size = std::min<std::size_t>(u16(extra, 2), extra.size() - 4);
        if (u16(extra, 0) == 1) {
            const std::string_view data = extra.substr(4, size);
            std::size_t at = 0;
            for (std::uint64_t* field : {&entry.size, &entry.compressed, &entry.offset}) {
                if (*field != 0xFFFFFFFF) continue;
                *field = u64(data, at);
                at += 8;
            }
            return;
        }
        extra.remove_prefix(4 + size);
    }
}

std::vector<ZipEntry> read_entries(std::string_view bytes, const Directory& directory, const Limits& limits) {
    std::vector<ZipEntry> entries;
    entries.reserve(static_cast<std::size_t>(directory.entries));
    std::string_view rest = bytes.substr(directory.offset, directory.size);
    while (!rest.empty()) {
        // The record's count is a claim.
        if (entries.size() >= limits.package_entries)
            throw ConversionError(ErrorCode::over_limit, "", "aantal onderdelen");
        const std::size_t name = u16(rest, 28), extra = u16(rest, 30), comment = u16(rest, 32);
        const std::size_t size = central_bytes + name + extra + comment;
        if (!rest.starts_with(central_signature) || rest.size() < size)
            throw ConversionError(ErrorCode::damaged_package);
        ZipEntry entry;
        entry.name = rest.substr(central_bytes, name);
        entry.offset = u32(rest, 42);
        entry.compressed = u32(rest, 20);
        entry.size = u32(rest, 24);
        entry.crc = u32(rest, 16);
        entry.method = u16(rest, 10);
        entry.is_encrypted = (u16(rest, 8) & 1) != 0;
        apply_zip64(entry, rest.substr(central_bytes + name, extra));
        entries.push_back(entry);
        rest.remove_prefix(size);
    }
    if (entries.size() != directory.entries) throw ConversionError(ErrorCode::damaged_package);
    return entries;
}

// Marks entries without a local header of their own and entries that share bytes.
void check_ranges(std::string_view bytes, const Directory& directory, std::vector<ZipEntry>& entries) {
    std::vector<std::uint64_t> ends(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        ZipEntry& entry = entries[i];
        entry.is_broken = !stands_at(bytes, entry.offset, local_signature) || directory.offset < local_bytes ||
                          entry.offset > directory.offset - local_bytes;
        if (entry.is_broken) continue;
        const std::uint64_t data =
            entry.offset + local_bytes + u16(bytes, entry.offset + 26) + u16(bytes, entry.offset + 28);
        entry.is_broken = data > directory.offset || entry.compressed > directory.offset - data;
        if (!entry.is_broken)
            entry.data = bytes.substr(static_cast<std::size_t>(data), static_cast<std::size_t>(entry.compressed));
        ends[i] = data + entry.data.size();
    }
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return entries[i].is_broken; });
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return entries[a].offset < entries[b].offset; });
    // What overlaps anything overlaps the entry that reaches furthest so far.
    std::size_t furthest = 0;
    for (std::size_t n = 1; n < order.size(); ++n) {
        const std::size_t before = order[furthest], here = order[n];
        if (entries[here].offset < ends[before]) entries[here].overlaps = entries[before].overlaps = true;
        if (ends[here] > ends[before]) furthest = n;
    }
}

}  // namespace

std::optional<std::vector<ZipEntry>> read_zip_directory(std::string_view bytes, const Limits& limits) {
    const std::size_t window = std::min(bytes.size(), max_comment + end_bytes);
    std::optional<Directory> found;
    int records = 0;
    for (std::size_t at = bytes.size() - window; (at = bytes.find(end_signature, at)) != std::string_view::npos; ++at) {
        const auto directory = read_end_record(bytes, at);
        if (!directory) continue;
        if (directory->entries > limits.package_entries)
            throw ConversionError(ErrorCode::over_limit, "", "aantal onderdelen");
        if (++records > max_end_records) throw ConversionError(ErrorCode::ambiguous_package);
        const bool is_empty = directory->size == 0;
        if (!is_empty && !stands_at(bytes, directory->offset, central_signature)) continue;
        if (found && found->size > 0 && !is_empty) throw ConversionError(ErrorCode::ambiguous_package);
        if (!found || !is_empty) found = directory;
    }
    if (!found) {
        if (bytes.starts_with(local_signature) || records > 0) throw ConversionError(ErrorCode::damaged_package);
        return std::nullopt;
    }
    std::vector<ZipEntry> entries = read_entries(bytes, *found, limits);
    check_ranges(bytes, *found, entries);
    return entries;
}

}  // namespace sop::docx
