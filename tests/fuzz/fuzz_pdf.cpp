// Any bytes as a PDF, from the file to its document.
#include <cstdint>

#include "ingest/pdf/pdf.h"
#include "tests/fuzz/document_promise.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const std::string_view bytes(reinterpret_cast<const char*>(data), size);
        sop::fuzz::check_promise(sop::read_pdf(bytes, {.limits = sop::fuzz::small_limits()}));
    } catch (const sop::ConversionError&) {
    }
    return 0;
}
