// The work alone, warm: what script/bench holds against mammoth in a warm node process. Reads every file and makes its
// text (`inspect`) or its record (`convert`) PASSES + 1 times, the first to warm up; prints the CPU seconds of the best
// pass.
//
//     bench_warm inspect|convert PASSES FILE...
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "app/convert.h"
#include "app/file.h"
#include "app/memory.h"

namespace {

double pass(bool converts, const std::vector<std::filesystem::path>& files) {
    const std::clock_t start = std::clock();
    for (const std::filesystem::path& file : files) {
        const std::string bytes = sop::read_file(file, sop::Limits{}.file_bytes);
        const auto ignore = [](std::string_view) {};
        if (converts)
            sop::convert({file.native(), bytes}, {}, {}, ignore);
        else
            sop::inspect({file.native(), bytes}, {}, ignore);
    }
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return EXIT_FAILURE;
    setenv("TZ", "UTC0", 1);  // as app/main.cpp
    sop::set_up_memory();
    const bool converts = std::string_view(arguments[1]) == "convert";
    const std::vector<std::filesystem::path> files(arguments + 3, arguments + count);
    pass(converts, files);
    double best = std::numeric_limits<double>::infinity();
    for (int i = std::atoi(arguments[2]); i > 0; --i) best = std::min(best, pass(converts, files));
    std::printf("%.6f\n", best);
}
