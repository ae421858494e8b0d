// sopconv archive: what a person or a program asks of an archive.
#pragma once

#include "app/options.h"

namespace sop {

// Throws ArchiveError, and UsageError where the archive has no such document, or several.
ExitCode run_archive(const Options& options);

}  // namespace sop
