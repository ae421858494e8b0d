#include "app/beneath.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

namespace sop {
namespace {

namespace fs = std::filesystem;

constexpr int folder_flags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

}  // namespace

Descriptor open_beneath(int folder, const fs::path& path, int flags) {
    Descriptor at(::openat(folder, ".", folder_flags));
    for (const fs::path& name : path.parent_path()) {
        if (!at.is_open()) return at;
        at = Descriptor(::openat(at.number(), name.c_str(), folder_flags));
    }
    if (!at.is_open()) return at;
    const fs::path name = path.empty() ? fs::path(".") : path.filename();
    return Descriptor(::openat(at.number(), name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
}

Descriptor make_folders_beneath(int folder, const fs::path& path) {
    Descriptor at(::openat(folder, ".", folder_flags));
    for (const fs::path& name : path) {
        if (!at.is_open()) return at;
        ::mkdirat(at.number(), name.c_str(), S_IRWXU | S_IRWXG | S_IRWXO);
        at = Descriptor(::openat(at.number(), name.c_str(), folder_flags));
    }
    return at;
}

bool move_beneath(int folder, const fs::path& from, int target, const fs::path& to) {
    const Descriptor source = open_beneath(folder, from.parent_path(), folder_flags);
    if (!source.is_open()) return false;
    const Descriptor place = make_folders_beneath(target, to.parent_path());
    return place.is_open() &&
           ::renameat(source.number(), from.filename().c_str(), place.number(), to.filename().c_str()) == 0;
}

FileIdentity identity_of(int file) {
    struct stat status {};
    if (::fstat(file, &status) != 0) return {};
    return {status.st_dev, status.st_ino};
}

}  // namespace sop
