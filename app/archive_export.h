// sopconv archive export: what the archive has, as files.
#pragma once

#include "app/options.h"

namespace sop {

// Throws UsageError, ConversionError (write_error) and ArchiveError.
ExitCode export_archive(const Archive& archive, const Options& options);

}  // namespace sop
