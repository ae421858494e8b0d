// A readers' program whose every source is an order to misbehave, for pool_test.cpp: the first word of the bytes says
// how.
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/answer.h"
#include "app/malloc_guard.h"
#include "app/zygote.h"

namespace {

int say(const sop::Job& job, std::string_view text) {
    return ::write(job.answer, text.data(), text.size()) < 0 ? EXIT_FAILURE : sop::job_answered;
}

int say_whether(const sop::Job& job, bool succeeded) { return say(job, succeeded ? "done" : "refused"); }

const std::map<std::string, std::function<int(const sop::Job&)>, std::less<>> orders{
    {"good", [](const sop::Job& job) { return say(job, "good"); }},
    {"refuse", [](const sop::Job& job) { return say(job, "why"), static_cast<int>(sop::job_refused); }},
    {"crash", [](const sop::Job&) { return ::raise(SIGSEGV); }},
    {"abort", [](const sop::Job&) -> int { std::abort(); }},
    {"stack",
     [](const sop::Job&) {
         while (true) *static_cast<volatile char*>(__builtin_alloca(1 << 16)) = 1;
         return 0;
     }},
    {"exit", [](const sop::Job&) { return 77; }},
    {"loop",
     [](const sop::Job&) {
         while (::getpid() > 0) {
         }
         return 0;
     }},
    {"sleep", [](const sop::Job&) { return static_cast<int>(::sleep(1000)); }},
    {"doze", [](const sop::Job& job) { return static_cast<void>(::sleep(3)), say(job, "good"); }},
    {"small blocks",
     [](const sop::Job&) {
         for (std::vector<char*> blocks;;) blocks.push_back(static_cast<char*>(std::malloc(1 << 20)));
         return 0;
     }},
    {"large block",
     [](const sop::Job& job) {
         return say_whether(job, std::malloc(std::size_t{1} << 40) || sop::refused_allocations() != 1);
     }},
    {"answer",
     [](const sop::Job& job) {
         const std::string block(1 << 20, 'a');
         while (say(job, block) == sop::job_answered) {
         }
         return 0;
     }},
    {"open /etc/passwd", [](const sop::Job& job) { return say_whether(job, ::open("/etc/passwd", O_RDONLY) >= 0); }},
    {"make a file",
     [](const sop::Job& job) { return say_whether(job, ::open("made", O_WRONLY | O_CREAT, 0600) >= 0); }},
    {"fork", [](const sop::Job& job) { return say_whether(job, ::fork() >= 0); }},
    {"code",
     [](const sop::Job& job) {
         return say_whether(
             job, ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
     }},
    {"files",
     [](const sop::Job& job) {
         return say_whether(job, ::fcntl(job.source, F_DUPFD, 100) >= 0 || ::dup(job.source) >= 0);
     }},
    {"shorten", [](const sop::Job& job) { return say_whether(job, ::ftruncate(job.answer, 0) == 0); }},
    // Whatever the standard files are, they are not those of the program that watches.
    {"speak",
     [](const sop::Job& job) {
         bool is_heard = false;
         for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
             struct stat status {};
             is_heard |= ::fstat(file, &status) != 0 || status.st_rdev != makedev(1, 3);
         }
         return say_whether(job, is_heard);
     }},
    {"other files",
     [](const sop::Job& job) {
         bool is_open = false;
         for (int file = job.answer + 1; file < 64; ++file) is_open |= ::fcntl(file, F_GETFD) >= 0;
         return say_whether(job, is_open);
     }},
    {"socket", [](const sop::Job&) { return ::socket(AF_INET, SOCK_STREAM, 0); }},
    {"program", [](const sop::Job&) { return ::execl("/bin/true", "true", nullptr); }},
    {"kill", [](const sop::Job&) { return ::kill(::getppid(), SIGKILL); }},
    {"remove", [](const sop::Job&) { return ::unlink("made"); }},
};

// As a container does whose list of calls is older than this one.
void refuse_close_range() {
    std::array<sock_filter, 4> program{{{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
                                        {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_close_range},
                                        {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | ENOSYS},
                                        {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}}};
    const sock_fprog loaded{program.size(), program.data()};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &loaded);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "fail") return 42;
    if (argc > 1 && std::string_view(argv[1]) == "old") refuse_close_range();
    const sop::Sandbox sandbox;
    sop::run_zygote(3, 2, sandbox, {.cpu_seconds = 1, .wall_seconds = 20, .output_bytes = 8 << 20},
                    [](const sop::Job& job) {
                        std::string order(100, '\0');
                        order.resize(static_cast<std::size_t>(::pread(job.source, order.data(), order.size(), 0)));
                        return orders.find(order)->second(job);
                    });
}
