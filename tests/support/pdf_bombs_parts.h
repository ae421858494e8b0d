// What the files that make bombs share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/pdf_bombs.h"
#include "tests/support/pdf_builder.h"

namespace sop::test {

inline std::string repeat(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

void add_file_bombs(std::vector<PdfBomb>& bombs);
void add_object_bombs(std::vector<PdfBomb>& bombs);

}  // namespace sop::test
