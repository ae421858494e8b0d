// How the process gets its memory from the kernel.
#pragma once

namespace sop {

// Sets up malloc for one document after another. Once, before the first thread starts.
void set_up_memory();

}  // namespace sop
