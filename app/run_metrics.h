// The file of --metrics.
#pragma once

#include <cstdint>
#include <optional>

#include "app/options.h"
#include "export/report.h"

namespace sop {

// Counts a run, or one that broke off, in the file; does nothing where the options name none. The file is written
// whole, and everybody may read it: node_exporter runs as another user, and there is no name in it. Where it cannot be
// written, that is said, and the run goes on.
void note_run(const Options& options, const RunReport& report, double seconds, std::optional<std::int64_t> documents);
void note_broken_run(const Options& options);

}  // namespace sop
