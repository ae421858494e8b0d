// sopconv import: a run whose records go to an archive.
#pragma once

#include <functional>
#include <memory>

#include "app/options.h"
#include "app/pool.h"

namespace sop {

// `start_readers` is called where there is something to read. Throws ArchiveError.
ExitCode run_import(const Options& options, const std::function<std::unique_ptr<Pool>()>& start_readers);

}  // namespace sop
