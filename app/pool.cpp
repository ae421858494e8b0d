#include "app/pool.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

#include "app/job_protocol.h"
#include "app/stop.h"

extern char** environ;

namespace sop {
namespace {

constexpr int socket_in_child = 3;
constexpr int most_tries = 5;  // of a zygote that somebody kills while it starts

[[noreturn]] void fail(const char* call) { throw std::system_error(errno, std::generic_category(), call); }

}  // namespace

Pool::Pool(std::vector<std::string> command, std::size_t capacity, std::size_t answer_bytes)
    : command_(std::move(command)), capacity_(capacity), answer_bytes_(answer_bytes) {
    spawn();
}

Pool::~Pool() { stop(); }

void Pool::spawn() {
    for (int status = 0, tries = 0; !try_to_spawn(status);)
        if (WIFEXITED(status) || ++tries == most_tries)
            throw PoolError(WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE);
}

bool Pool::try_to_spawn(int& status) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) fail("socketpair");
    socket_ = Descriptor(ends[0]);
    {
        const Descriptor other(ends[1]);
        // dup2 of a number onto itself would leave it close-on-exec.
        const Descriptor source(::fcntl(other.number(), F_DUPFD_CLOEXEC, socket_in_child + 1));
        std::vector<char*> arguments;
        for (std::string& word : command_) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        // What libpq reads, a password among it, is not for readers.
        std::vector<char*> environment;
        for (char** variable = environ; *variable != nullptr; ++variable)
            if (!std::string_view(*variable).starts_with("PG")) environment.push_back(*variable);
        // Functions of libraries are looked up once and not by every child.
        std::string bind_now = "LD_BIND_NOW=1";
        environment.push_back(bind_now.data());
        environment.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, source.number(), socket_in_child);
        const int error =
            ::posix_spawn(&process_, arguments.front(), &actions, nullptr, arguments.data(), environment.data());
        ::posix_spawn_file_actions_destroy(&actions);
        if (error != 0) {
            process_ = -1;
            errno = error;
            fail("posix_spawn");
        }
    }
    char mark = 0;
    while (::recv(socket_.number(), &mark, sizeof mark, 0) < 0 && errno == EINTR) {
    }
    if (mark == ready_mark) return true;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return false;
}

void Pool::stop() {
    socket_.close();
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);  // its children end with it
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
}

void Pool::start(std::uint64_t ticket, std::string_view name, std::string_view bytes) {
    assert(!is_full() && !jobs_.contains(ticket));
    if (process_ < 0) spawn();
    const Descriptor source = memory_file(bytes);
    Descriptor answer = memory_file({});
    JobPacket packet{.ticket = ticket};
    packet.name_size = static_cast<std::uint32_t>(std::min(name.size(), packet.name.size()));
    std::copy_n(name.data(), packet.name_size, packet.name.data());

    const std::array<int, 2> files{source.number(), answer.number()};
    iovec data{&packet, sizeof packet};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof files)> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* const header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof files);
    std::memcpy(CMSG_DATA(header), files.data(), sizeof files);
    while (::sendmsg(socket_.number(), &message, MSG_NOSIGNAL) < 0 && errno == EINTR) {
    }
    // Where the zygote is gone, wait() sees it and calls the job lost.
    jobs_.emplace(ticket, std::move(answer));
}

std::optional<Finished> Pool::wait(std::chrono::milliseconds patience) {
    assert(!is_idle());
    while (lost_.empty()) {
        std::array<pollfd, 2> files{{{socket_.number(), POLLIN, 0}, {stop_descriptor(), POLLIN, 0}}};
        int ready = 0;
        do ready = ::poll(files.data(), files.size(), static_cast<int>(patience.count()));
        while (ready < 0 && errno == EINTR);
        if (ready == 0 || stop_signal() != 0) return std::nullopt;
        EndPacket end;
        const ssize_t size = ::recv(socket_.number(), &end, sizeof end, 0);
        if (size < 0 && errno == EINTR) continue;
        const auto job = size == sizeof end ? jobs_.find(end.ticket) : jobs_.end();
        if (job == jobs_.end()) {  // gone, or no longer what we started
            stop();
            for (const auto& [ticket, answer] : jobs_) lost_.push_back(ticket);
            break;
        }
        Finished finished{.ticket = end.ticket,
                          .ending = ending_of(end.status, end.is_late != 0),
                          .answer = {},
                          .cpu_seconds = static_cast<double>(end.cpu_microseconds) * 1e-6,
                          .memory_kilobytes = end.memory_kilobytes};
        if (finished.ending == Ending::answered || finished.ending == Ending::refused) {
            auto answer = read_memory(job->second.number(), answer_bytes_);
            if (answer)
                finished.answer = std::move(*answer);
            else
                finished.ending = Ending::output_limit;
        }
        jobs_.erase(job);
        return finished;
    }
    const std::uint64_t ticket = lost_.back();
    lost_.pop_back();
    jobs_.erase(ticket);
    return Finished{.ticket = ticket, .ending = Ending::lost, .answer = {}};
}

}  // namespace sop
