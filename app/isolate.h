// One piece of work on a stranger's bytes in a process of its own, without a pool: what commands for a single file use.
#pragma once

#include <functional>
#include <string>

#include "app/answer.h"
#include "app/sandbox.h"

namespace sop {

struct Isolated {
    Ending ending = Ending::lost;
    std::string answer;
};

// Forks a child in which `work` runs restricted (see Sandbox) with a descriptor to write its answer to; its result is
// the child's exit code, see JobExit. Waits for it.
Isolated run_isolated(const WorkLimits& limits, const std::function<int(int)>& work);

}  // namespace sop
