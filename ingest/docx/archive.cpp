#include "ingest/docx/archive.h"

#include <new>
#include <utility>

#include "ingest/diagnostic.h"

namespace sop::docx {
namespace {

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void refuse(ErrorCode code, std::string_view name, const char* detail = "") {
    throw ConversionError(code, name, detail);
}

}  // namespace

Archive::Archive(std::string_view bytes, const Limits& limits)
    : limits_(limits), inflater_(libdeflate_alloc_decompressor()) {
    if (!inflater_) throw std::bad_alloc();
    auto entries = read_zip_directory(bytes, limits);
    if (!entries) throw ConversionError(ErrorCode::unknown_format);
    entries_ = std::move(*entries);

    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    archive_.reset(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    const int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (!archive_) {
        if (source) zip_source_free(source);
        if (code == ZIP_ER_MEMORY) throw std::bad_alloc();
        throw ConversionError(ErrorCode::damaged_package);
    }
    // Where an archive has traces of two directories, libzip may have taken the other one.
    if (static_cast<std::size_t>(zip_get_num_entries(archive_.get(), 0)) != entries_.size())
        throw ConversionError(ErrorCode::ambiguous_package);
}

// What the directory says of an entry can already be enough to refuse it.
void Archive::check_claims(const ZipEntry& entry, std::string_view name) const {
    if (entry.overlaps) refuse(ErrorCode::ambiguous_package, name);
    if (entry.is_encrypted) refuse(ErrorCode::encrypted, name);
    if (entry.is_broken) refuse(ErrorCode::damaged_package, name);
    // The only ones that OPC allows (ECMA-376 part 2, annex B).
    if (entry.method != ZIP_CM_STORE && entry.method != ZIP_CM_DEFLATE)
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

    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || stat.size != entry.size ||
        stat.comp_size != entry.compressed)
        refuse(ErrorCode::ambiguous_package, name);
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), index, ZIP_FL_COMPRESSED));
    if (!file) refuse(ErrorCode::damaged_package, name);
    std::string packed(static_cast<std::size_t>(entry.compressed), '\0');
    if (zip_fread(file.get(), packed.data(), packed.size()) != static_cast<zip_int64_t>(packed.size()))
        refuse(ErrorCode::damaged_package, name);
    std::string bytes = entry.method == ZIP_CM_STORE ? std::move(packed) : inflate(packed, size, name);
    if (bytes.size() != size) refuse(ErrorCode::damaged_package, name, "korter dan opgegeven");
    if (libdeflate_crc32(0, bytes.data(), bytes.size()) != stat.crc) refuse(ErrorCode::damaged_package, name, "CRC");
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
