// The zip archive of a package: entries are read by libzip, and what the archive claims is checked before and while
// their bytes come out.
#pragma once

#include <zip.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/docx/zip_directory.h"
#include "ingest/limits.h"

namespace sop::docx {

// `bytes` must outlive it. libzip keeps its address.
class Archive {
public:
    // Throws ConversionError unknown_format (no archive) and what read_zip_directory throws.
    Archive(std::string_view bytes, const Limits& limits);

    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    const std::vector<ZipEntry>& entries() const { return entries_; }

    // Inflates an entry; `name` is for messages. Throws ConversionError damaged_package (CRC, declared size),
    // ambiguous_package (shares bytes with another entry), encrypted, over_limit (size, ratio, sum of all reads).
    std::string read(std::size_t index, std::string_view name);

private:
    // What libzip reads from: the bytes, and how many of them it has taken.
    struct Source {
        std::string_view bytes;
        std::uint64_t at = 0, taken = 0;
        zip_error_t error{};
    };
    struct Discard {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    static zip_int64_t serve(void* source, void* data, zip_uint64_t size, zip_source_cmd_t command);
    void check_claims(const ZipEntry& entry, std::string_view name) const;

    Limits limits_;
    std::vector<ZipEntry> entries_;
    Source source_;
    std::unique_ptr<zip_t, Discard> archive_;
    std::size_t read_bytes_ = 0;  // of all entries, as often as they were read
};

}  // namespace sop::docx
