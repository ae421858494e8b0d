// One writer for each archive.
#pragma once

#include <string>

#include "app/descriptor.h"
#include "export/archive/archive.h"

namespace sop {

// Holds a lock that the system releases when the process ends, however it ends. It stands on a file beside the archive,
// "<archive>.lock", which stays. Of an archive on a server it holds none: that one has its own.
class ArchiveLock {
public:
    // For changing an archive, or for creating it too. Throws ArchiveError: busy where another process has it;
    // input_output where the archive is to be there and is not, or the lock's file cannot be made, or stands on a
    // network drive, where locks and flushes are not to be relied on.
    ArchiveLock(const std::string& archive, Archive::Access access);

private:
    Descriptor file_;
};

// Whether the archive is a file in which, or beside which, this user cannot write.
bool is_read_only(const std::string& archive);

// What reading takes. Readers lock nothing and are in nobody's way, but where the archive is read-only: there SQLite
// cannot tell writers of them, and so they keep writers out.
class ReadLock {
public:
    explicit ReadLock(const std::string& archive);
    Archive::Access access() const { return access_; }

private:
    Archive::Access access_ = Archive::Access::read;
    Descriptor file_;
};

}  // namespace sop
