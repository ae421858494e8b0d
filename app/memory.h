// How the process gets its memory from the kernel.
#pragma once

namespace sop {

// Sets up malloc for one document after another. Once, before the first thread starts.
void set_up_memory();

// The same for the children of this process. What they write to of its memory is copied, page by page: they get blocks
// that lie apart from it.
void set_up_memory_of_children();

}  // namespace sop
