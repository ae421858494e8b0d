// Files by way of the folder they stand below, for folders that strangers write in too: no link is followed on the way,
// so that a folder that is exchanged for one meanwhile leads nowhere else, and no path is too long.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string_view>

#include "app/descriptor.h"

namespace sop {

// Opens what stands at `path` below the open folder; "" is the folder itself. `flags` as open(2) has them. Not open
// where that fails; errno says why.
Descriptor open_beneath(int folder, const std::filesystem::path& path, int flags);

// The same for a folder, made where it is absent, with those above it.
Descriptor make_folders_beneath(int folder, const std::filesystem::path& path);

// Moves a file, and makes the folders on its way; `to` is free. False where that fails; errno says why.
bool move_beneath(int folder, const std::filesystem::path& from, int target, const std::filesystem::path& to);

// Which file it is, whatever it is called.
struct FileIdentity {
    dev_t device = 0;
    ino_t number = 0;
    bool operator==(const FileIdentity&) const = default;
};
FileIdentity identity_of(int file);

}  // namespace sop
