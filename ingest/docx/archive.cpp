#include "ingest/docx/archive.h"

#include <algorithm>
#include <array>
#include <cstring>
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

Archive::Archive(std::string_view bytes, const Limits& limits) : limits_(limits), source_{bytes} {
    auto entries = read_zip_directory(bytes, limits);
    if (!entries) throw ConversionError(ErrorCode::unknown_format);
    entries_ = std::move(*entries);

    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_function_create(serve, &source_, &error);
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

// As zip_source_buffer, which does not say how much of it was read (libzip, zip_source_function(3)).
zip_int64_t Archive::serve(void* source, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& [bytes, at, taken, error] = *static_cast<Source*>(source);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            at = 0;
            return 0;
        case ZIP_SOURCE_READ: {
            const std::uint64_t count = std::min<std::uint64_t>(size, bytes.size() - at);
            std::memcpy(data, bytes.data() + at, static_cast<std::size_t>(count));
            at += count;
            taken += count;
            return static_cast<zip_int64_t>(count);
        }
        case ZIP_SOURCE_SEEK: {
            const zip_int64_t to = zip_source_seek_compute_offset(at, bytes.size(), data, size, &error);
            if (to < 0) return -1;
            at = static_cast<std::uint64_t>(to);
            return 0;
        }
        case ZIP_SOURCE_TELL:
            return static_cast<zip_int64_t>(at);
        case ZIP_SOURCE_STAT: {
            auto* stat = static_cast<zip_stat_t*>(data);
            zip_stat_init(stat);
            stat->size = bytes.size();
            stat->valid = ZIP_STAT_SIZE;
            return sizeof(zip_stat_t);
        }
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&error, data, size);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                                  ZIP_SOURCE_SUPPORTS, -1);
        default:
            zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
    }
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
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), index, 0));
    if (!file) refuse(ErrorCode::damaged_package, name);
    std::string bytes;
    bytes.reserve(size);
    const std::uint64_t taken_before = source_.taken;
    std::array<char, 65536> chunk;
    for (;;) {
        // One byte more than there should be: only at the end of the data does libzip check the CRC.
        const std::size_t wanted = std::min(chunk.size(), size - bytes.size() + 1);
        const zip_int64_t got = zip_fread(file.get(), chunk.data(), wanted);
        if (got < 0) refuse(ErrorCode::damaged_package, name);
        if (got == 0) break;
        if (static_cast<std::size_t>(got) > size - bytes.size())
            refuse(ErrorCode::damaged_package, name, "langer dan opgegeven");
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
        // A declared size within the limits may be that of a bomb's first bytes.
        if (bytes.size() > limits_.ratio_from_bytes &&
            bytes.size() / limits_.inflate_ratio >= source_.taken - taken_before)
            refuse(ErrorCode::over_limit, name, "compressie");
    }
    if (bytes.size() != size) refuse(ErrorCode::damaged_package, name, "korter dan opgegeven");
    return bytes;
}

}  // namespace sop::docx
