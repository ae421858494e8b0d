// A refused allocation must never be silent: Poppler with one failed malloc gave a different text and no error in 13 of
// 100 trials. Linked into the program that reads files, malloc_guard.cpp ends the process where a small block is
// refused and counts the large ones, which callers expect to fail.
#pragma once

#include <cstddef>

namespace sop {

inline constexpr int exit_out_of_memory = 112;

// From here on small blocks are guarded. Before, and in other processes, malloc is as ever.
void guard_allocations();

// Large blocks that were refused since then.
std::size_t refused_allocations();

}  // namespace sop
