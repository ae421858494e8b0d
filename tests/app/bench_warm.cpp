// The work alone, warm: what script/bench holds against mammoth in a warm node process. Reads every file and makes its
// text (`inspect`) or its record (`convert`) PASSES + 1 times, the first to warm up; prints the CPU seconds of the best
// pass. `read` and `normalize` do one stage of a conversion and count that stage alone.
//
//     bench_warm inspect|convert|read|normalize PASSES FILE...
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
#include "extract/extract.h"
#include "ingest/reader.h"
#include "normalize/normalize.h"

namespace {

double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

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
    return seconds_since(start);
}

// Files that cannot be converted count for nothing.
double pass_stage(bool normalizes, const std::vector<std::filesystem::path>& files) {
    double seconds = 0;
    for (const std::filesystem::path& file : files) {
        try {
            const std::string bytes = sop::read_file(file, sop::Limits{}.file_bytes);
            const std::clock_t reading = std::clock();
            const sop::Document document = sop::read_document(bytes, {});
            const double read = seconds_since(reading);
            const sop::Extraction extraction = sop::extract(document, sop::default_templates());
            const std::clock_t normalizing = std::clock();
            sop::normalize({file.filename().string(), bytes.size(), "sha256:"}, extraction, sop::default_taxonomy());
            seconds += normalizes ? seconds_since(normalizing) : read;
        } catch (const sop::ConversionError&) {
        }
    }
    return seconds;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return EXIT_FAILURE;
    sop::set_up_memory();
    const std::string_view work = arguments[1];
    const std::vector<std::filesystem::path> files(arguments + 3, arguments + count);
    const auto once = [&] {
        const bool is_stage = work == "read" || work == "normalize";
        return is_stage ? pass_stage(work == "normalize", files) : pass(work == "convert", files);
    };
    once();
    double best = std::numeric_limits<double>::infinity();
    for (int i = std::atoi(arguments[2]); i > 0; --i) best = std::min(best, once());
    std::printf("%.6f\n", best);
}
