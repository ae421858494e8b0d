#include "app/malloc_guard.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace {

constexpr std::size_t large_block = std::size_t{16} << 20;
bool is_guarded = false;
std::size_t refused = 0;

}  // namespace

namespace sop {

void guard_allocations() { is_guarded = true; }

std::size_t refused_allocations() { return refused; }

}  // namespace sop

#if !defined(__SANITIZE_ADDRESS__)
// glibc's own functions under their second names: the documented way to replace malloc and still call it.
extern "C" {

void* __libc_malloc(std::size_t);               // NOLINT(bugprone-reserved-identifier)
void* __libc_calloc(std::size_t, std::size_t);  // NOLINT(bugprone-reserved-identifier)
void* __libc_realloc(void*, std::size_t);       // NOLINT(bugprone-reserved-identifier)

static void* checked(void* block, std::size_t size) {
    if (block || size == 0 || !is_guarded) return block;
    if (size < large_block) ::_exit(sop::exit_out_of_memory);
    ++refused;
    errno = ENOMEM;
    return nullptr;
}

void* malloc(std::size_t size) { return checked(__libc_malloc(size), size); }

void* calloc(std::size_t count, std::size_t size) {
    std::size_t total = 0;
    if (__builtin_mul_overflow(count, size, &total)) total = static_cast<std::size_t>(-1);
    return checked(__libc_calloc(count, size), total);
}

void* realloc(void* block, std::size_t size) { return checked(__libc_realloc(block, size), size); }
}
#endif
