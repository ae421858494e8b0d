// The zip archive of a package: libdeflate inflates its entries (more than twice as fast as zlib does), and what the
// archive claims is checked before and after their bytes come out.
#pragma once

#include <libdeflate.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/docx/zip_directory.h"
#include "ingest/limits.h"

namespace sop::docx {

// `bytes` must outlive it.
class Archive {
public:
    // Throws ConversionError unknown_format (no archive) and what read_zip_directory throws.
    Archive(std::string_view bytes, const Limits& limits);

    const std::vector<ZipEntry>& entries() const { return entries_; }

    // Inflates an entry; `name` is for messages. Throws ConversionError damaged_package (CRC, declared size),
    // ambiguous_package (shares bytes with another entry), encrypted, over_limit (size, ratio, sum of all reads).
    std::string read(std::size_t index, std::string_view name);

private:
    struct FreeInflater {
        void operator()(libdeflate_decompressor* inflater) const { libdeflate_free_decompressor(inflater); }
    };
    void check_claims(const ZipEntry& entry, std::string_view name) const;

    std::string inflate(std::string_view packed, std::size_t size, std::string_view name);

    Limits limits_;
    std::vector<ZipEntry> entries_;
    std::unique_ptr<libdeflate_decompressor, FreeInflater> inflater_;
    std::size_t read_bytes_ = 0;  // of all entries, as often as they were read
};

}  // namespace sop::docx
