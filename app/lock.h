// One writer for each archive.
#pragma once

#include <string>

#include "app/descriptor.h"

namespace sop {

// Holds a lock that the system releases when the process ends, however it ends. It stands on a file beside the archive,
// "<archive>.lock", which stays. Of an archive on a server it holds none: that one has its own.
class ArchiveLock {
public:
    // Throws ArchiveError: busy where another process has it; input_output where the file cannot be made, or stands on
    // a network drive, where locks and flushes are not to be relied on.
    explicit ArchiveLock(const std::string& archive);

private:
    Descriptor file_;
};

}  // namespace sop
