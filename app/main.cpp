#include "app/cli.h"
#include "app/memory.h"

int main(int argc, char** argv) {
    sop::set_up_memory();
    return sop::run_cli(argc, argv);
}
