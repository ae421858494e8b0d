// What a process that read a file leaves to the one that watches over it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/descriptor.h"
#include "ingest/diagnostic.h"

namespace sop {

// How the work on one source ended. A closed list.
enum class Ending {
    answered,          // the answer is the result
    refused,           // the answer says why there is none
    cpu_limit,         // too much processor time
    wall_limit,        // slept, or waited, for too long
    memory_limit,      // an allocation was refused
    output_limit,      // the answer is too large
    policy_violation,  // tried what no reader does
    crash,             // a signal, or an exit code that means nothing
    lost,              // killed by the kernel for want of memory, by a person, or with its parent
};

// The error that an ending without answer is to the file's owner.
ErrorCode error_of(Ending ending);

// Exit codes of a process that says something in its answer. Every other end says nothing.
enum JobExit : int { job_answered = 0, job_refused = 3 };

// From what wait4(2) says; `is_late`: it was killed by the wall clock's backstop.
Ending ending_of(int status, bool is_late);

// A file in memory that has no name anywhere, at its beginning. Throws std::system_error.
Descriptor memory_file(std::string_view bytes);

// Everything in such a file; absent where that is more than `limit` bytes. Nobody may be writing to it any more.
std::optional<std::string> read_memory(int file, std::size_t limit);

}  // namespace sop
