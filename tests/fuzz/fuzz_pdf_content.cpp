// Any bytes as the content of a page that has a font, a form, layers and colours.
#include <cstdint>

#include "ingest/pdf/file.h"
#include "tests/support/pdf_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sop::test;
    const std::string content(reinterpret_cast<const char*>(data), size);
    const std::string file =
        pdf({{content,
              {},
              "/XObject << /X 4 0 R >> /ExtGState << /G << /ca .5 >> >> /Properties << /P << /MCID 1 >> >> "
              "/ColorSpace << /C [/Indexed /DeviceRGB 1 <FF000000FF00>] >>"}},
            {stream_body(content, "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>")});
    std::vector<sop::Diagnostic> diagnostics;
    sop::pdf::PdfFile(file, {}, {}, diagnostics).scan(0, diagnostics);
    return 0;
}
