// The conversion alone, warm: what script/bench holds against mammoth in a warm node process. Reads every file and
// makes its record PASSES + 1 times, the first to warm up; prints the CPU seconds of the best pass.
//
//     bench_warm PASSES FILE...
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <limits>
#include <vector>

#include "app/convert.h"

namespace {

double pass(const std::vector<std::filesystem::path>& files) {
    const std::clock_t start = std::clock();
    for (const std::filesystem::path& file : files) sop::convert(file, {}, [](const sop::Converted&) {});
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) return EXIT_FAILURE;
    const std::vector<std::filesystem::path> files(arguments + 2, arguments + count);
    pass(files);
    double best = std::numeric_limits<double>::infinity();
    for (int i = std::atoi(arguments[1]); i > 0; --i) best = std::min(best, pass(files));
    std::printf("%.6f\n", best);
}
