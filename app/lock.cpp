#include "app/lock.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/file.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>

#include "app/file.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

bool is_on_network(int file) {
    static constexpr auto kinds =
        std::to_array<long>({NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC});
    struct statfs status {};
    return ::fstatfs(file, &status) == 0 && std::ranges::find(kinds, static_cast<long>(status.f_type)) != kinds.end();
}

// Beside the archive itself, where SQLite's own files stand too: one archive has one lock.
fs::path lock_of(const std::string& archive) { return real_place(archive).concat(".lock"); }

}  // namespace

ArchiveLock::ArchiveLock(const std::string& archive, Archive::Access access) {
    if (is_on_server(archive)) return;
    std::error_code error;
    if (access != Archive::Access::create && !fs::exists(archive, error) && !error)
        throw ArchiveError(ArchiveError::Kind::input_output, "het archief bestaat niet");
    file_ = Descriptor(::open(lock_of(archive).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (file_.number() < 0)
        throw ArchiveError(ArchiveError::Kind::input_output,
                           "in de map van het archief kan niet worden geschreven (" + reason_of(errno) + ")");
    if (is_on_network(file_.number()))
        throw ArchiveError(ArchiveError::Kind::input_output,
                           "het archief staat op een netwerkschijf, waar het niet veilig is; kies een lokale schijf");
    if (::flock(file_.number(), LOCK_EX | LOCK_NB) == 0) return;
    if (errno != EWOULDBLOCK)
        throw ArchiveError(ArchiveError::Kind::input_output,
                           "het archief kan niet worden vergrendeld (" + reason_of(errno) + ")");
    throw ArchiveError(ArchiveError::Kind::busy, "een andere opdracht werkt in het archief; probeer het later");
}

bool is_read_only(const std::string& archive) {
    if (is_on_server(archive)) return false;
    const fs::path real = real_place(archive);
    const auto can = [](const fs::path& path, int what) {
        return ::faccessat(AT_FDCWD, path.c_str(), what, AT_EACCESS) == 0;
    };
    return can(real, R_OK) && !(can(real, W_OK) && can(real.parent_path(), W_OK));
}

ReadLock::ReadLock(const std::string& archive) {
    if (!is_read_only(archive)) return;
    file_ = Descriptor(::open(lock_of(archive).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    // Without a lock file no run has ever written here. While one does, SQLite's files are there for readers too.
    if (file_.is_open() ? ::flock(file_.number(), LOCK_SH | LOCK_NB) == 0 : errno == ENOENT)
        access_ = Archive::Access::read_unchanging;
}

}  // namespace sop
