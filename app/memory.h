// How the process gets its memory from the kernel.
#pragma once

namespace sop {

// Sets up malloc for one document after another. Once, before the first thread starts.
void set_up_memory();

// Lets blocks that are allocated from here on lie apart from all before, on huge pages of their own. A huge page that a
// child shares with this process falls into small ones as soon as the child writes to it, and each of these costs time
// when it is first used: what is only read, what is also written, and what children allocate belong on different ones.
void start_new_pages();

}  // namespace sop
