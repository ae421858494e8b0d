#include "app/answer.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "app/malloc_guard.h"

namespace sop {

ErrorCode error_of(Ending ending) {
    switch (ending) {
        case Ending::cpu_limit:
            return ErrorCode::cpu_limit;
        case Ending::wall_limit:
            return ErrorCode::wall_limit;
        case Ending::memory_limit:
            return ErrorCode::memory_limit;
        case Ending::output_limit:
            return ErrorCode::output_limit;
        case Ending::policy_violation:
            return ErrorCode::policy_violation;
        default:
            return ErrorCode::crash;
    }
}

Ending ending_of(int status, bool is_late) {
    if (WIFEXITED(status)) switch (WEXITSTATUS(status)) {
            case job_answered:
                return Ending::answered;
            case job_refused:
                return Ending::refused;
            case exit_out_of_memory:
                return Ending::memory_limit;
            default:
                return Ending::crash;
        }
    switch (WTERMSIG(status)) {
        case SIGSYS:
            return Ending::policy_violation;
        case SIGXCPU:
            return Ending::cpu_limit;
        case SIGXFSZ:
            return Ending::output_limit;
        case SIGKILL:
            return is_late ? Ending::wall_limit : Ending::lost;
        default:
            return Ending::crash;
    }
}

Descriptor memory_file(std::string_view bytes) {
    Descriptor file(::memfd_create("sopconv", MFD_CLOEXEC));
    if (!file.is_open()) throw std::system_error(errno, std::generic_category(), "memfd_create");
    if (!write_all(file.number(), bytes)) throw std::system_error(errno, std::generic_category(), "write");
    ::lseek(file.number(), 0, SEEK_SET);
    return file;
}

std::optional<std::string> read_memory(int file, std::size_t limit) {
    struct stat status {};
    if (::fstat(file, &status) != 0 || static_cast<std::size_t>(status.st_size) > limit) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t count = ::pread(file, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return std::nullopt;
        at += static_cast<std::size_t>(count);
    }
    return bytes;
}

}  // namespace sop
