#include <cstdlib>

#include "app/cli.h"
#include "app/memory.h"

int main(int argc, char** argv) {
    sop::set_up_memory();
    // What was printed is flushed. Taking down what some fifty libraries have set up takes as long as a small document.
    std::quick_exit(sop::run_cli(argc, argv));
}
