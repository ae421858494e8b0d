// The command line of sopconv.
#pragma once

namespace sop {

// Runs one command. Gives the exit code of contract/record.md: 0: all converted; 1: some could not be; 2: wrong usage.
int run_cli(int argc, const char* const* argv);

}  // namespace sop
