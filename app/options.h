// The command line, the same for both programs.
#pragma once

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "ingest/options.h"

namespace sop {

enum ExitCode {
    all_converted = 0,
    some_failed = 1,
    wrong_usage = 2,
    unavailable = 69,  // EX_UNAVAILABLE: a protection that was asked for is not to be had
};

enum class Command { help, version, convert, inspect, schema, doctor };

struct Options {
    Command command = Command::help;
    std::vector<std::filesystem::path> paths;  // convert
    std::filesystem::path output;              // convert: the folder of the records; empty: standard output
    std::filesystem::path manifest, registry;  // convert: lists of files and of schools; empty: none
    std::filesystem::path file;                // inspect
    std::filesystem::path overlay;             // inspect: the HTML file to draw to; empty: the document as text
    unsigned workers = 1;                      // convert: sources at once
    bool requires_sandbox = false;
    ReadOptions read;
};

// The command is wrong: a Dutch sentence without its full stop.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

extern const std::string_view help_text, version_text;

// Throws UsageError.
Options parse_options(int argc, const char* const* argv);

// First argument of the program where it is to be the readers' of a supervisor.
inline constexpr std::string_view worker_argument = "--worker";

// Throws SandboxMissing where the options ask for all layers of the sandbox and this system lacks one.
void require_sandbox(const Options& options);

class SandboxMissing : public std::runtime_error {
public:
    SandboxMissing();
};

// To standard output. A full disk or a closed pipe shows here and not later: ConversionError (write_error).
void print(std::string_view text);
void print_error(std::string_view text);

// Runs the main function of a program: what it throws is said on standard error and becomes its exit code.
int run_guarded(const std::function<int()>& run);

}  // namespace sop
