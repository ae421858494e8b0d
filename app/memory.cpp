#include "app/memory.h"

#include <malloc.h>
#include <sys/mman.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <memory>

namespace sop {

void set_up_memory() {
    constexpr int block = 32 << 20;  // the largest that malloc takes from its heap
    constexpr std::size_t page = 4096;
    // What one document frees is for the next, not for the kernel: no page is given back and fetched again.
    mallopt(M_MMAP_THRESHOLD, block);
    mallopt(M_TRIM_THRESHOLD, 16 * block);
    // A third of the time of a large document goes into first touching its pages. Huge ones are touched once for 512:
    // the heap grows by what the largest document needs, and may be of huge pages. That is address space only until it
    // is used.
    std::array<void*, 8> blocks;
    for (void*& at : blocks) {
        at = std::malloc(block - page);
        if (!at) continue;
        std::size_t space = block - page;
        void* from = at;
        if (std::align(page, space - page, from, space)) madvise(from, space / page * page, MADV_HUGEPAGE);
    }
    for (void* const at : blocks) std::free(at);
}

}  // namespace sop
