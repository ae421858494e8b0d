// Figures about runs, in the text format of Prometheus, for node_exporter's textfile collector. Each run is a program
// of its own, so counters go on from what the file said before. Labels are of closed sets: no file, no school.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "export/report.h"

namespace sop {

struct RunFigures {
    std::int64_t time = 0;                  // of its end, in seconds since 1970
    double seconds = 0;                     // that it took
    std::optional<std::int64_t> documents;  // in the archive; absent: nobody has counted
};

// The file after a run that came to its end, from the text that it had before; "" where there was none. What is not
// ours in it is left out. A run that found nothing to do only tells that there was one.
std::string count_run(std::string_view earlier, const RunReport& report, const RunFigures& figures);

// The same after one that broke off at `time`.
std::string count_broken_run(std::string_view earlier, std::int64_t time);

}  // namespace sop
