// PDFs that are small and cost much: to inflate, to run, to walk. For tests and for the corpora of the fuzz targets.
#pragma once

#include <string>
#include <vector>

namespace sop::test {

struct PdfBomb {
    std::string name;
    std::string file;
};

std::vector<PdfBomb> pdf_bombs();

}  // namespace sop::test
