#include "app/lock.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/file.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>

#include "export/archive/archive.h"

namespace sop {
namespace {

bool is_on_network(int file) {
    static constexpr auto kinds =
        std::to_array<long>({NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC});
    struct statfs status {};
    return ::fstatfs(file, &status) == 0 && std::ranges::find(kinds, static_cast<long>(status.f_type)) != kinds.end();
}

}  // namespace

ArchiveLock::ArchiveLock(const std::string& archive) {
    if (is_on_server(archive)) return;
    file_ = Descriptor(::open((archive + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (file_.number() < 0)
        throw ArchiveError(ArchiveError::Kind::input_output, "in de map van het archief kan niet worden geschreven");
    if (is_on_network(file_.number()))
        throw ArchiveError(ArchiveError::Kind::input_output,
                           "het archief staat op een netwerkschijf, waar het niet veilig is; kies een lokale schijf");
    if (::flock(file_.number(), LOCK_EX | LOCK_NB) != 0)
        throw ArchiveError(ArchiveError::Kind::busy, "een andere opdracht werkt in het archief; probeer het later");
}

}  // namespace sop
