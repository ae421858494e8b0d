// Shortcuts of the tests of ingest/pdf.
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf/file.h"
#include "tests/support/pdf_builder.h"

namespace sop::pdf::test {

using namespace sop::test;

inline Page scan(const std::string& file, int index = 0) {
    std::vector<Diagnostic> diagnostics;
    return PdfFile(file, {}, {}, diagnostics).scan(index, diagnostics);
}

inline Page scan_content(const std::string& content) { return scan(sop::test::pdf(content)); }

inline Box rounded(const Box& box) {
    const auto round = [](double value) { return static_cast<double>(static_cast<long long>(value * 10 + 0.5)) / 10; };
    return {round(box.left), round(box.top), round(box.right), round(box.bottom)};
}

}  // namespace sop::pdf::test
