#include "export/archive/packing.h"

#include <zstd.h>

#include <cstddef>
#include <memory>
#include <new>

#include "export/archive/archive.h"

namespace sop {
namespace {

struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

}  // namespace

std::string pack(std::string_view record) {
    // Kept: making one takes as long as packing a small record.
    static const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    if (!context) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string frame(ZSTD_compressBound(record.size()), '\0');
    const std::size_t size = ZSTD_compress2(context.get(), frame.data(), frame.size(), record.data(), record.size());
    if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // with room for the worst there is no other reason
    frame.resize(size);
    return frame;
}

std::optional<std::string> unpack(std::string_view stored) {
    if (stored.starts_with('{')) return std::string(stored);
    const unsigned long long size = ZSTD_getFrameContentSize(stored.data(), stored.size());
    if (size > most_record_bytes) return std::nullopt;  // among them what means that there is no size
    std::string record(static_cast<std::size_t>(size), '\0');
    if (ZSTD_decompress(record.data(), record.size(), stored.data(), stored.size()) != size) return std::nullopt;
    return record;
}

}  // namespace sop
