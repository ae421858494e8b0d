// The zip archive of a package: libzip finds and reads its entries, libdeflate inflates them (more than twice as fast
// as libzip with zlib), and what the archive claims is checked before and after their bytes come out.
#pragma once

#include <libdeflate.h>
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
    struct Discard {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    struct FreeInflater {
        void operator()(libdeflate_decompressor* inflater) const { libdeflate_free_decompressor(inflater); }
    };
    void check_claims(const ZipEntry& entry, std::string_view name) const;

    std::string inflate(std::string_view packed, std::size_t size, std::string_view name);

    Limits limits_;
    std::vector<ZipEntry> entries_;
    std::unique_ptr<libdeflate_decompressor, FreeInflater> inflater_;
    std::unique_ptr<zip_t, Discard> archive_;
    std::size_t read_bytes_ = 0;  // of all entries, as often as they were read
};

}  // namespace sop::docx
