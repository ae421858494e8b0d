// What a process may do that reads a stranger's file: compute, read fonts, and write its answer. No root, no helper
// program and no namespace is needed; what the kernel does not offer is left out and said by probe_sandbox().
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "app/descriptor.h"

namespace sop {

// What one file may cost. Processor time decides the outcome, so that a busy machine gives the outcome of an idle one.
struct WorkLimits {
    // The slowest of 4,584 public PDFs that ends at all takes 8 s.
    unsigned cpu_seconds = 20;
    // Only a backstop, for a process that sleeps: ten times the processor time.
    unsigned wall_seconds = 200;
    // Address space. The largest of the public PDFs takes 120 MB, a part kept under every other limit 871 MB.
    std::size_t memory_bytes = std::size_t{1} << 30;
    // The answer. A part of 50 MB makes a record of 35 MB.
    std::size_t output_bytes = std::size_t{64} << 20;
};

// The layers of protection that this kernel offers to a process without privileges.
struct SandboxLayers {
    int landlock_abi = 0;  // 0: files cannot be restricted by path, so none is opened
    bool seccomp = false;
    bool is_complete() const { return landlock_abi > 0 && seccomp; }
};
SandboxLayers probe_sandbox();

// One instruction of a seccomp filter, as linux/filter.h has it.
struct FilterInstruction {
    std::uint16_t code;
    std::uint8_t jump_true, jump_false;
    std::uint32_t operand;
};

// The restrictions, worked out once for many children.
class Sandbox {
public:
    // Leaves this process and all its children the reading of fonts, of Poppler's tables and of dictionaries, and no
    // other file, and takes away new privileges and core dumps.
    Sandbox();

    // In the child: leaves it these open files, as 3, 4, …; its standard ones lead nowhere, since they are the log and
    // the output of others. Not under a sanitizer, which has something to say there.
    void keep_only(std::initializer_list<int> files) const;

    // In the child, before it looks at the file: sets the limits, then allows the system calls of computing alone. An
    // attempt to open a socket, to start a program, to signal another process or to remove a file ends the process with
    // SIGSYS; everything else that is not allowed fails with EPERM.
    void enter(const WorkLimits& limits) const;

private:
    Descriptor nowhere_;  // opened before no such file can be
    std::vector<FilterInstruction> filter_;
};

}  // namespace sop
