// sopconv import: a run whose records go to an archive.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "app/inputs.h"
#include "app/options.h"
#include "app/pool.h"
#include "export/report.h"

namespace sop {

using StartReaders = std::function<Pool&()>;

// What became of each of the inputs that were given, in the order in which they were done; absent: it is in the
// archive.
struct ImportOutcome {
    RunReport report;
    std::vector<std::pair<const Input*, std::optional<Failure>>> sources;
};

// One run, which ends on the disk; its report, under the name `stem`, and its figures go where the options say.
// `readers` is called where there is something to read. Throws ArchiveError.
ImportOutcome import_inputs(const Options& options, const Inputs& inputs, std::string_view stem,
                            const StartReaders& readers);

// `start_readers` is called where there is something to read. Throws ArchiveError.
ExitCode run_import(const Options& options, const std::function<std::unique_ptr<Pool>()>& start_readers);

}  // namespace sop
