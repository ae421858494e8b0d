// sopconv watch: imports what people put in a folder.
#pragma once

#include <functional>
#include <memory>

#include "app/options.h"
#include "app/pool.h"

namespace sop {

// Looks at the folder until SIGTERM or SIGINT comes, or, with `once`, until all that lies still has been imported. A
// full look is the truth, what the kernel tells of changes only a hint to look earlier. Throws ArchiveError and, where
// the folder cannot be written, ConversionError.
ExitCode run_watch(const Options& options, const std::function<std::unique_ptr<Pool>()>& start_readers);

}  // namespace sop
