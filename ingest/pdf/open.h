// Opening a file with QPDF, by all means there are.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/pdf/limits.h"
#include "ingest/pdf/objects.h"
#include "ingest/pdf/page_tree.h"

namespace sop::pdf {

struct OpenedFile {
    std::string rebuilt;     // the text that `qpdf` reads where the file had to be changed for it, else ""
    std::string_view bytes;  // what `qpdf` reads: the file from its header, or `rebuilt`
    std::unique_ptr<QPDF> qpdf;
    PageTree tree;
    bool is_damaged = false;
};

// Tries the file as it stands, then with QPDF's repair of the cross-reference table, then rebuilt from the objects that
// can be found. Throws ConversionError.
std::unique_ptr<OpenedFile> open_file(std::string_view bytes, std::string_view password, const PdfLimits& limits);

}  // namespace sop::pdf
