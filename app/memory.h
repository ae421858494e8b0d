// How the process gets its memory from the kernel.
#pragma once

namespace sop {

// Sets up malloc for one document after another. Once, before the first thread starts.
void set_up_memory();

// Once everything is loaded, and before the first child: what children write to of this process's memory is copied,
// page by page, and so their blocks are to lie apart from it.
void set_up_memory_of_children();

}  // namespace sop
