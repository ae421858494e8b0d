#include <cstdlib>

#include "app/cli.h"
#include "app/memory.h"

int main(int argc, char** argv) {
    sop::set_up_memory();
    // What was printed is flushed. Taking down what some fifty libraries have set up is a twentieth of a small file's
    // time.
    std::quick_exit(sop::run_cli(argc, argv));
}
