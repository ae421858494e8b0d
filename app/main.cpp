#include <cstdlib>

#include "app/cli.h"
#include "app/memory.h"
#include "app/options.h"

int main(int argc, char** argv) {
    // No date of a source is local, but libzip turns each entry's into one: without TZ the C library looks at
    // /etc/localtime every time, a twelfth of the time of a small document.
    setenv("TZ", "UTC0", 1);
    // A reader's children start with the memory of their zygote, and what they touch of it is copied: the less the
    // better.
    if (argc < 2 || argv[1] != sop::worker_argument) sop::set_up_memory();
    return sop::run_cli(argc, argv);
}
