// Any bytes as the file of a template.
#include <cstdint>

#include "extract/template.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        sop::read_template({reinterpret_cast<const char*>(data), size}, "sjabloon.yaml");
    } catch (const sop::TemplateError&) {
    }
    return 0;
}
