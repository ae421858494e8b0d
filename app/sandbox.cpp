#include "app/sandbox.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <initializer_list>
#include <system_error>

namespace sop {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool under_sanitizer = true;  // reserves terabytes of addresses and traces itself at the end
#else
constexpr bool under_sanitizer = false;
#endif

// What Poppler and hunspell read. Nothing else was opened over 970 test files of pdf.js.
constexpr std::array readable_places{
    "/usr/share/poppler",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/etc/fonts",
    "/usr/share/fontconfig",
    "/var/cache/fontconfig",
    "/usr/lib/x86_64-linux-gnu/gconv",
    "/usr/lib/aarch64-linux-gnu/gconv",
    "/usr/share/hunspell",
};

// Landlock (Documentation/userspace-api/landlock.rst). Debian 12's header stops at ABI 2, kernels do not.
namespace landlock {

constexpr long create_ruleset = 444, add_rule = 445, restrict_self = 446;
constexpr std::uint32_t version_flag = 1;
constexpr int path_beneath = 1;
constexpr std::uint64_t read_file = 1U << 2, read_directory = 1U << 3;

struct Ruleset {
    std::uint64_t files, network, scoped;
};
struct PathRule {
    std::uint64_t access;
    std::int32_t parent;
} __attribute__((packed));

int abi() {
    const long version = ::syscall(create_ruleset, nullptr, 0, version_flag);
    return version > 0 ? static_cast<int>(version) : 0;
}

// All rights over files that the ABI knows, and with it the size of the structure that it takes.
std::pair<Ruleset, std::size_t> everything(int version) {
    Ruleset rules{(1U << 13) - 1, 0, 0};
    if (version >= 2) rules.files |= 1U << 13;  // rename and link over folders
    if (version >= 3) rules.files |= 1U << 14;  // truncate
    if (version >= 5) rules.files |= 1U << 15;  // ioctl of devices
    std::size_t size = sizeof rules.files;
    if (version >= 4) {
        rules.network = 3;  // bind and connect of TCP
        size += sizeof rules.network;
    }
    if (version >= 6) {
        rules.scoped = 3;  // abstract sockets and signals
        size += sizeof rules.scoped;
    }
    return {rules, size};
}

void restrict_to_readable_places() {
    const auto [rules, size] = everything(abi());
    const int ruleset = static_cast<int>(::syscall(create_ruleset, &rules, size, 0));
    if (ruleset < 0) throw std::system_error(errno, std::generic_category(), "landlock_create_ruleset");
    for (const char* const place : readable_places) {
        const int folder = ::open(place, O_PATH | O_CLOEXEC);
        if (folder < 0) continue;  // what is not there need not be read
        const PathRule rule{read_file | read_directory, folder};
        ::syscall(add_rule, ruleset, path_beneath, &rule, 0);
        ::close(folder);
    }
    const long result = ::syscall(restrict_self, ruleset, 0);
    ::close(ruleset);
    if (result != 0) throw std::system_error(errno, std::generic_category(), "landlock_restrict_self");
}

}  // namespace landlock

// Stands in the filter for the number of the process, which only the child knows: it may signal itself (abort).
constexpr std::uint32_t own_process = 0x1badf00d;

class Filter {
public:
    Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {
        if (!context_) throw std::bad_alloc();
    }
    ~Filter() { seccomp_release(context_); }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    void add(std::uint32_t action, std::initializer_list<int> calls) {
        for (const int call : calls) check(seccomp_rule_add(context_, action, call, 0));
    }
    void allow_if(int call, const scmp_arg_cmp& condition) {
        check(seccomp_rule_add_array(context_, SCMP_ACT_ALLOW, call, 1, &condition));
    }

    std::vector<FilterInstruction> compiled() const {
        const int file = ::memfd_create("filter", MFD_CLOEXEC);
        check(file < 0 ? -errno : seccomp_export_bpf(context_, file));
        std::vector<FilterInstruction> out(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)) /
                                           sizeof(FilterInstruction));
        const auto size = static_cast<ssize_t>(out.size() * sizeof(FilterInstruction));
        const bool is_read = ::pread(file, out.data(), static_cast<std::size_t>(size), 0) == size;
        ::close(file);
        check(is_read ? 0 : -EIO);
        return out;
    }

private:
    static void check(int result) {
        if (result < 0) throw std::system_error(-result, std::generic_category(), "libseccomp");
    }
    scmp_filter_ctx context_;
};

// Computing, memory, the files that are open, and the reading of those that Landlock leaves.
std::vector<FilterInstruction> compile_filter(bool may_open) {
    Filter filter;
    filter.add(SCMP_ACT_ALLOW, {SCMP_SYS(read),         SCMP_SYS(pread64),         SCMP_SYS(readv),
                                SCMP_SYS(write),        SCMP_SYS(writev),          SCMP_SYS(pwrite64),
                                SCMP_SYS(lseek),        SCMP_SYS(close),           SCMP_SYS(fstat),
                                SCMP_SYS(newfstatat),   SCMP_SYS(statx),           SCMP_SYS(fstatfs),
                                SCMP_SYS(munmap),       SCMP_SYS(mremap),          SCMP_SYS(madvise),
                                SCMP_SYS(brk),          SCMP_SYS(futex),           SCMP_SYS(clock_gettime),
                                SCMP_SYS(gettimeofday), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
                                SCMP_SYS(getpid),       SCMP_SYS(gettid),          SCMP_SYS(rt_sigreturn),
                                SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),  SCMP_SYS(sigaltstack),
                                SCMP_SYS(exit),         SCMP_SYS(exit_group),      SCMP_SYS(restart_syscall),
                                SCMP_SYS(getrandom),    SCMP_SYS(sched_yield),     SCMP_SYS(sched_getaffinity),
                                SCMP_SYS(getrusage),    SCMP_SYS(uname),           SCMP_SYS(sysinfo),
                                SCMP_SYS(fadvise64)});
    constexpr auto executable = static_cast<scmp_datum_t>(PROT_EXEC);
    filter.allow_if(SCMP_SYS(mmap), {2, SCMP_CMP_MASKED_EQ, executable, 0});
    filter.allow_if(SCMP_SYS(mprotect), {2, SCMP_CMP_MASKED_EQ, executable, 0});
    filter.allow_if(SCMP_SYS(tgkill), {0, SCMP_CMP_EQ, own_process, 0});
    for (const int command : {F_GETFL, F_GETFD, F_SETFD})
        filter.allow_if(SCMP_SYS(fcntl), {1, SCMP_CMP_EQ, static_cast<scmp_datum_t>(command), 0});
    if (may_open) {
        filter.add(SCMP_ACT_ALLOW, {SCMP_SYS(readlink), SCMP_SYS(getdents64), SCMP_SYS(access), SCMP_SYS(faccessat2)});
        constexpr auto writing = static_cast<scmp_datum_t>(O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY));
        filter.allow_if(SCMP_SYS(openat), {2, SCMP_CMP_MASKED_EQ, writing, O_RDONLY});
    } else {
        filter.add(SCMP_ACT_ERRNO(ENOENT), {SCMP_SYS(openat), SCMP_SYS(access), SCMP_SYS(readlink)});
    }
    // No reader does these by accident.
    filter.add(SCMP_ACT_KILL_PROCESS, {SCMP_SYS(execve),
                                       SCMP_SYS(execveat),
                                       SCMP_SYS(ptrace),
                                       SCMP_SYS(socket),
                                       SCMP_SYS(connect),
                                       SCMP_SYS(bind),
                                       SCMP_SYS(mount),
                                       SCMP_SYS(umount2),
                                       SCMP_SYS(pivot_root),
                                       SCMP_SYS(setns),
                                       SCMP_SYS(unshare),
                                       SCMP_SYS(bpf),
                                       SCMP_SYS(perf_event_open),
                                       SCMP_SYS(io_uring_setup),
                                       SCMP_SYS(init_module),
                                       SCMP_SYS(finit_module),
                                       SCMP_SYS(kexec_load),
                                       SCMP_SYS(process_vm_readv),
                                       SCMP_SYS(process_vm_writev),
                                       SCMP_SYS(userfaultfd),
                                       SCMP_SYS(keyctl),
                                       SCMP_SYS(add_key),
                                       SCMP_SYS(memfd_create),
                                       SCMP_SYS(kill),
                                       SCMP_SYS(unlink),
                                       SCMP_SYS(unlinkat),
                                       SCMP_SYS(rename),
                                       SCMP_SYS(renameat2)});
    return filter.compiled();
}

// A limit below these that the whole program already has stays: only root could lift it. Seconds of warning (`soft`
// below `hard`) are kept.
void limit(int resource, rlim_t soft, rlim_t hard) {
    const auto kind = static_cast<__rlimit_resource_t>(resource);
    rlimit value{};
    if (::getrlimit(kind, &value) != 0) ::_exit(EXIT_FAILURE);
    const rlim_t warning = hard - soft;
    value.rlim_max = std::min(value.rlim_max, hard);
    value.rlim_cur = std::min(soft, value.rlim_max - std::min(value.rlim_max, warning));
    if (::setrlimit(kind, &value) != 0) ::_exit(EXIT_FAILURE);
}

}  // namespace

SandboxLayers probe_sandbox() {
    // Without a filter to load, a kernel that knows the call complains of the address, one that does not of the call.
    const bool has_seccomp = ::prctl(PR_GET_SECCOMP) >= 0 &&
                             ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, nullptr) != 0 && errno == EFAULT;
    return {landlock::abi(), has_seccomp};
}

Sandbox::Sandbox() : nowhere_(::open("/dev/null", O_RDWR | O_CLOEXEC)) {
    const SandboxLayers layers = probe_sandbox();
    ::prctl(PR_SET_DUMPABLE, 0);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        throw std::system_error(errno, std::generic_category(), "PR_SET_NO_NEW_PRIVS");
    if (under_sanitizer) return;
    if (layers.landlock_abi > 0) landlock::restrict_to_readable_places();
    if (layers.seccomp) filter_ = compile_filter(layers.landlock_abi > 0);
}

void Sandbox::keep_only(std::initializer_list<int> files) const {
    constexpr int first = STDERR_FILENO + 1;
    const int end = first + static_cast<int>(files.size());
    const int nowhere = ::fcntl(nowhere_.number(), F_DUPFD, end);
    std::vector<int> kept;
    for (const int file : files) kept.push_back(::fcntl(file, F_DUPFD, end));
    bool is_done = nowhere >= 0;
    for (int to = STDIN_FILENO; to < (under_sanitizer ? STDERR_FILENO : first); ++to)
        is_done &= ::dup2(nowhere, to) >= 0;
    for (int to = first; to < end; ++to) is_done &= ::dup2(kept[static_cast<std::size_t>(to - first)], to) >= 0;
    if (!is_done) ::_exit(EXIT_FAILURE);
    if (::syscall(SYS_close_range, static_cast<unsigned>(end), ~0U, 0U) == 0) return;
    constexpr int most_files = 4096;  // containers may refuse calls that are younger than they are
    for (int file = end; file < most_files; ++file) ::close(file);
}

void Sandbox::enter(const WorkLimits& limits) const {
    constexpr rlim_t open_files = 64, stack = rlim_t{16} << 20;
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 2);
    limit(RLIMIT_FSIZE, limits.output_bytes, limits.output_bytes);
    limit(RLIMIT_NOFILE, open_files, open_files);
    limit(RLIMIT_MEMLOCK, 0, 0);
    limit(RLIMIT_MSGQUEUE, 0, 0);
    if (under_sanitizer) return;
    limit(RLIMIT_STACK, stack, stack);
    limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
    if (filter_.empty()) return;
    std::vector<sock_filter> program;
    program.reserve(filter_.size());
    for (const FilterInstruction& at : filter_) {
        const bool is_process = at.operand == own_process;
        program.push_back(
            {at.code, at.jump_true, at.jump_false, is_process ? static_cast<std::uint32_t>(::getpid()) : at.operand});
    }
    const sock_fprog loaded{static_cast<unsigned short>(program.size()), program.data()};
    if (::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &loaded) != 0) ::_exit(EXIT_FAILURE);
}

}  // namespace sop
