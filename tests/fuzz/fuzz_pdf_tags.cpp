// Any bytes as the objects of a structure tree; objects 5 and up are separated by an empty line.
#include <algorithm>
#include <cstdint>

#include "ingest/pdf/file.h"
#include "tests/support/pdf_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    std::vector<std::string> objects{
        "<< /Type /StructTreeRoot /K 5 0 R /RoleMap << /Kop /H1 /H1 /Kop >> /ClassMap 6 0 R >>"};
    for (std::size_t at = 0; at <= text.size() && objects.size() < 100;) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        objects.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    const std::string file = sop::test::pdf({{}}, objects, "/StructTreeRoot 4 0 R");
    std::vector<sop::Diagnostic> diagnostics;
    // An input that uses up every step must not take a minute under the sanitizers.
    sop::pdf::PdfLimits limits;
    limits.tags = 10'000;
    try {
        sop::pdf::PdfFile(file, {}, limits, diagnostics).tags(diagnostics);
    } catch (const sop::ConversionError&) {
    }
    return 0;
}
