// Any bytes as a file.
#include <cstdint>

#include "ingest/reader.h"
#include "tests/fuzz/document_promise.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const std::string_view bytes(reinterpret_cast<const char*>(data), size);
        sop::fuzz::check_promise(sop::read_document(bytes, {.limits = sop::fuzz::small_limits()}));
    } catch (const sop::ConversionError&) {
    }
    return 0;
}
