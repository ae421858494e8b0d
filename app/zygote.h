// The process that the readers of files are forked from: single-threaded, everything loaded, nothing of any file seen.
#pragma once

#include <functional>
#include <string_view>

#include "app/sandbox.h"

namespace sop {

struct Job {
    int source = -1;  // descriptor to read from
    int answer = -1;  // descriptor to write to
    std::string_view name;
};

// Takes jobs from `socket` until the supervisor closes it, each in a child of its own that enters `sandbox` and ends
// with the exit code that `work` returns; see app/answer.h. At most `children` at once; further jobs wait in the
// socket.
void run_zygote(int socket, unsigned children, const Sandbox& sandbox, const WorkLimits& limits,
                const std::function<int(const Job&)>& work);

}  // namespace sop
