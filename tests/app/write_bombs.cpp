// Writes every PDF bomb of the tests into a folder, for hostile_test.py.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/support/pdf_bombs.h"

int main(int argc, char** argv) {
    if (argc != 2) return std::fputs("write_bombs FOLDER\n", stderr), 64;
    int number = 0;
    for (const auto& [name, file] : sop::test::pdf_bombs()) {
        std::ofstream out(std::filesystem::path(argv[1]) / ("bom-" + std::to_string(number++) + ".pdf"));
        if (!out.write(file.data(), static_cast<std::streamsize>(file.size()))) return 1;
    }
    return 0;
}
