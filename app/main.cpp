#include "app/cli.h"
#include "app/memory.h"
#include "app/options.h"

int main(int argc, char** argv) {
    // A reader's children start with the memory of their zygote, and what they touch of it is copied: the less the
    // better.
    if (argc < 2 || argv[1] != sop::worker_argument) sop::set_up_memory();
    return sop::run_cli(argc, argv);
}
