#include "app/cli.h"

int main(int argc, char** argv) { return sop::run_cli(argc, argv); }
