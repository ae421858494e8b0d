#include "ingest/docx/archive.h"

#include <cstdint>
#include <new>
#include <utility>

#include "ingest/diagnostic.h"
#include "ingest/docx/part_name.h"

namespace sop::docx {
namespace {

// Of compression (APPNOTE 4.4.5).
constexpr std::uint16_t stored = 0, deflated = 8;

[[noreturn]] void refuse(ErrorCode code, std::string_view name, const char* detail = "") {
    throw part_error(code, name, detail);
}

}  // namespace

Archive::Archive(std::string_view bytes, const Limits& limits)
    : limits_(limits), inflater_(libdeflate_alloc_decompressor()) {
    if (!inflater_) throw std::bad_alloc();
    auto entries = read_zip_directory(bytes, limits);
    if (!entries) throw ConversionError(ErrorCode::unknown_format);
    entries_ = std::move(*entries);
}

// What the directory says of an entry can already be enough to refuse it.
void Archive::check_claims(const ZipEntry& entry, std::string_view name) const {
    if (entry.overlaps) refuse(ErrorCode::ambiguous_package, name);
    if (entry.is_encrypted) refuse(ErrorCode::encrypted, name);
    if (entry.is_broken) refuse(ErrorCode::damaged_package, name);
    // The only ones that OPC allows (ECMA-376 part 2, annex B).
    if (entry.method != stored && entry.method != deflated)
        refuse(ErrorCode::damaged_package, name, "onbekende compressie");
    if (entry.size > limits_.part_bytes) refuse(ErrorCode::over_limit, name, "omvang");
    if (entry.size > limits_.package_bytes - read_bytes_)
        refuse(ErrorCode::over_limit, name, "omvang van alle onderdelen");
    if (entry.size > limits_.ratio_from_bytes && entry.size / limits_.inflate_ratio >= entry.compressed)
        refuse(ErrorCode::over_limit, name, "compressie");
}

std::string Archive::read(std::size_t index, std::string_view name) {
    const ZipEntry& entry = entries_[index];
    check_claims(entry, name);
    const auto size = static_cast<std::size_t>(entry.size);
    read_bytes_ += size;
    std::string bytes = entry.method == stored ? std::string(entry.data) : inflate(entry.data, size, name);
    if (bytes.size() != size) refuse(ErrorCode::damaged_package, name, "korter dan opgegeven");
    if (libdeflate_crc32(0, bytes.data(), bytes.size()) != entry.crc) refuse(ErrorCode::damaged_package, name, "CRC");
    return bytes;
}

std::string Archive::inflate(std::string_view packed, std::size_t size, std::string_view name) {
    std::string bytes(size, '\0');  // the declared size is the most that can come out
    std::size_t used = 0, got = 0;
    switch (libdeflate_deflate_decompress_ex(inflater_.get(), packed.data(), packed.size(), bytes.data(), size, &used,
                                             &got)) {
        case LIBDEFLATE_SUCCESS:
            break;
        case LIBDEFLATE_INSUFFICIENT_SPACE:
            refuse(ErrorCode::damaged_package, name, "langer dan opgegeven");
        default:
            refuse(ErrorCode::damaged_package, name);
    }
    // The compressed size is a claim too: what comes out may come from the first of many bytes.
    if (got > limits_.ratio_from_bytes && got / limits_.inflate_ratio >= used)
        refuse(ErrorCode::over_limit, name, "compressie");
    bytes.resize(got);
    return bytes;
}

}  // namespace sop::docx
