#include "app/memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace sop {
namespace {

constexpr std::size_t page = 4096;

// Where the last block of malloc's heap ends.
std::uintptr_t top() { return reinterpret_cast<std::uintptr_t>(::sbrk(0)) - mallinfo2().keepcost; }

// Of a block that nobody uses nor frees; 0 where there is none.
std::uintptr_t take(std::size_t size) {
    void* volatile block = std::malloc(size);  // or the compiler leaves it out
    return reinterpret_cast<std::uintptr_t>(block);
}

}  // namespace

void set_up_memory() {
    constexpr int block = 32 << 20;  // the largest that malloc takes from its heap
    // What one document frees is for the next, not for the kernel: no page is given back and fetched again.
    mallopt(M_MMAP_THRESHOLD, block);
    mallopt(M_TRIM_THRESHOLD, 16 * block);
    // A third of the time of a large document goes into first touching its pages. Huge ones are touched once for 512:
    // the heap grows by what the largest document needs, and may be of huge pages. That is address space only until it
    // is used.
    const std::uintptr_t from = (top() + page - 1) / page * page;
    std::array<void*, 8> blocks;
    for (void*& at : blocks) at = std::malloc(block - page);
    for (void* const at : blocks) std::free(at);
    char* const end = static_cast<char*>(::sbrk(0));
    const std::uintptr_t to = reinterpret_cast<std::uintptr_t>(end);
    if (to > from) madvise(end - (to - from), to - from, MADV_HUGEPAGE);
}

void start_new_pages() {
    // What is free between the blocks in use is taken, size by size, until malloc has to break new ground. A bin of
    // small blocks is for one size, which are 16 bytes apart; of larger ones any that is large enough is cut.
    constexpr std::size_t largest = 1 << 20, largest_small = 1040, step = 16;
    const std::uintptr_t new_ground = top();
    for (std::size_t size = largest; size > 0; size = size > largest_small ? size / 2 : size - step) {
        std::uintptr_t block = 0;
        do block = take(size);
        while (block != 0 && block < new_ground);
    }
    // And on to shortly before a huge page begins, with room for what this process itself still needs.
    constexpr std::size_t huge_page = 2 << 20, room = 16 << 10;
    take(2 * huge_page - top() % huge_page - room);
}

}  // namespace sop
