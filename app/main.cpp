#include <malloc.h>

#include <cstdlib>

#include "app/cli.h"

int main(int argc, char** argv) {
    // No date of a source is local, but libzip turns each entry's into one: without TZ the C library looks at
    // /etc/localtime every time, a twelfth of the time of a small document.
    setenv("TZ", "UTC0", 1);
    // One document after another: what one frees is for the next, not for the kernel.
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    return sop::run_cli(argc, argv);
}
