#include "app/isolate.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "app/malloc_guard.h"
#include "app/memory.h"

namespace sop {

Isolated run_isolated(const WorkLimits& limits, const std::function<int(int)>& work) {
    const Descriptor answer = memory_file({});
    start_new_pages();
    const pid_t parent = ::getpid();
    const pid_t process = ::fork();
    if (process < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (process == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(EXIT_FAILURE);
        const Sandbox sandbox;
        sandbox.keep_only({answer.number()});
        guard_allocations();
        sandbox.enter(limits);
        constexpr int answer_number = 3;
        ::_exit(work(answer_number));
    }
    const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
    pollfd ended{handle.number(), POLLIN, 0};
    int ready = 0;
    do ready = ::poll(&ended, 1, static_cast<int>(limits.wall_seconds) * 1000);
    while (ready < 0 && errno == EINTR);
    if (ready == 0) ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    Isolated result{ending_of(status, ready == 0), {}};
    if (result.ending != Ending::answered && result.ending != Ending::refused) return result;
    if (auto bytes = read_memory(answer.number(), limits.output_bytes))
        result.answer = std::move(*bytes);
    else
        result.ending = Ending::output_limit;
    return result;
}

}  // namespace sop
