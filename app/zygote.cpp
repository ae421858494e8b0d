#include "app/zygote.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <system_error>
#include <vector>

#include "app/job_protocol.h"
#include "app/malloc_guard.h"

namespace sop {
namespace {

using Clock = std::chrono::steady_clock;

struct Child {
    pid_t process = -1;
    int handle = -1;  // pidfd: readable when the process has ended
    std::uint64_t ticket = 0;
    Clock::time_point deadline;
    bool is_late = false;
};

struct ReceivedJob {
    JobPacket packet;
    int source = -1, answer = -1;
};

[[noreturn]] void fail(const char* call) { throw std::system_error(errno, std::generic_category(), call); }

// Absent: the supervisor is gone.
std::optional<ReceivedJob> receive(int socket) {
    ReceivedJob job;
    iovec data{&job.packet, sizeof job.packet};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(2 * sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t size = 0;
    do size = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (size < 0 && errno == EINTR);
    const cmsghdr* const header = CMSG_FIRSTHDR(&message);
    if (size != sizeof job.packet || !header || header->cmsg_len != CMSG_LEN(2 * sizeof(int))) return std::nullopt;
    std::array<int, 2> files{};
    std::memcpy(files.data(), CMSG_DATA(header), sizeof files);
    job.source = files[0];
    job.answer = files[1];
    return job;
}

// False: the supervisor is gone.
bool tell(int socket, const void* packet, std::size_t size) {
    if (::send(socket, packet, size, MSG_NOSIGNAL) >= 0) return true;
    if (errno == EPIPE || errno == ECONNRESET) return false;
    fail("send");
}

// Under which a child finds its files.
constexpr int source_number = 3, answer_number = 4;

[[noreturn]] void run_child(const ReceivedJob& job, pid_t zygote, const Sandbox& sandbox, const WorkLimits& limits,
                            const std::function<int(const Job&)>& work) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != zygote) ::_exit(EXIT_FAILURE);
    sandbox.keep_only({job.source, job.answer});
    guard_allocations();
    sandbox.enter(limits);
    const std::string_view name(job.packet.name.data(),
                                std::min<std::size_t>(job.packet.name_size, job.packet.name.size()));
    ::_exit(work({source_number, answer_number, name}));
}

class Children {
public:
    Children(int socket, unsigned most, const Sandbox& sandbox, const WorkLimits& limits,
             const std::function<int(const Job&)>& work)
        : socket_(socket), most_(most), sandbox_(sandbox), limits_(limits), work_(work) {}

    void start(const ReceivedJob& job) {
        const pid_t zygote = ::getpid();
        const pid_t process = ::fork();
        if (process == 0) run_child(job, zygote, sandbox_, limits_, work_);
        if (process < 0) fail("fork");
        ::close(job.source);
        ::close(job.answer);
        const int handle = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
        if (handle < 0) fail("pidfd_open");
        children_.push_back(
            {process, handle, job.packet.ticket, Clock::now() + std::chrono::seconds(limits_.wall_seconds), false});
    }

    // What to wait for, and how long (milliseconds, -1: for ever).
    std::vector<pollfd> waited_for() const {
        const short wanted = children_.size() < most_ ? POLLIN : 0;
        std::vector<pollfd> files{{socket_, wanted, 0}};
        for (const Child& child : children_) files.push_back({child.handle, POLLIN, 0});
        return files;
    }
    int patience() const {
        if (children_.empty()) return -1;
        const auto first = std::ranges::min_element(children_, {}, &Child::deadline);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(first->deadline - Clock::now()).count();
        return static_cast<int>(std::max<long>(0, left) + 1);
    }

    void end_late_ones() {
        for (Child& child : children_) {
            if (child.is_late || Clock::now() < child.deadline) continue;
            child.is_late = true;
            ::kill(child.process, SIGKILL);
            child.deadline += std::chrono::seconds(limits_.wall_seconds);
        }
    }

    // False: the supervisor is gone.
    bool collect(const std::vector<pollfd>& files) {
        for (std::size_t at = files.size(); at-- > 1;) {
            if (!files[at].revents) continue;
            const Child& child = children_[at - 1];
            EndPacket end{.ticket = child.ticket, .is_late = child.is_late};
            rusage used{};
            while (::wait4(child.process, &end.status, 0, &used) < 0 && errno == EINTR) {
            }
            const auto microseconds = [](const timeval& time) {
                return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000 + static_cast<std::uint64_t>(time.tv_usec);
            };
            end.cpu_microseconds = microseconds(used.ru_utime) + microseconds(used.ru_stime);
            end.memory_kilobytes = static_cast<std::uint64_t>(used.ru_maxrss);
            ::close(child.handle);
            children_.erase(children_.begin() + static_cast<std::ptrdiff_t>(at - 1));
            if (!tell(socket_, &end, sizeof end)) return false;
        }
        return true;
    }

private:
    int socket_;
    unsigned most_;
    const Sandbox& sandbox_;
    const WorkLimits& limits_;
    const std::function<int(const Job&)>& work_;
    std::vector<Child> children_;
};

}  // namespace

void run_zygote(int socket, unsigned children, const Sandbox& sandbox, const WorkLimits& limits,
                const std::function<int(const Job&)>& work) {
    if (!tell(socket, &ready_mark, sizeof ready_mark)) return;
    Children under_way(socket, children, sandbox, limits, work);
    while (true) {
        std::vector<pollfd> files = under_way.waited_for();
        if (::poll(files.data(), files.size(), under_way.patience()) < 0) {
            if (errno == EINTR) continue;
            fail("poll");
        }
        under_way.end_late_ones();
        if (!under_way.collect(files)) return;
        if (!files.front().revents) continue;
        const auto job = receive(socket);
        if (!job) return;
        under_way.start(*job);
    }
}

}  // namespace sop
