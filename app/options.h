// The command line, the same for both programs.
#pragma once

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "export/archive/archive.h"
#include "ingest/options.h"

namespace sop {

enum ExitCode {
    all_converted = 0,
    some_failed = 1,
    wrong_usage = 2,
    bad_data = 65,        // EX_DATAERR: an archive is none, damaged, or of a later version
    unavailable = 69,     // EX_UNAVAILABLE: a protection that was asked for is not to be had
    internal_error = 70,  // EX_SOFTWARE
    input_output = 74,    // EX_IOERR: of an archive, a report or an export: the disk, the rights, the server
    busy = 75,            // EX_TEMPFAIL: another run works in the archive
    bad_config = 78,      // EX_CONFIG: the file of --config
};

enum class Command {
    help,
    version,
    convert,
    import,
    archive,
    watch,
    inspect,
    check_template,
    explain_template,
    draft_template,
    schema,
    doctor
};

enum class ArchiveAction { list, show, search, export_files, verify, forget, collect_garbage };
enum class ArchiveFormat { json, ndjson, csv };

enum class LogFormat { none, text, json };
enum class LogLevel { info, warning, error };

// sopconv archive
struct ArchiveOptions {
    ArchiveAction action = ArchiveAction::list;
    std::vector<std::string> ids;                // show, forget
    std::vector<std::string> words;              // search
    DocumentFilter filter;                       // list, search, export
    ArchiveFormat format = ArchiveFormat::json;  // export
    std::string archiefvormer;                   // export: with MDTO; empty: without
};

struct Options {
    Command command = Command::help;
    std::vector<std::filesystem::path> paths;  // convert, import, template
    std::filesystem::path output;              // convert, archive export: where to; empty: standard output
    std::filesystem::path manifest, registry;  // convert, import: lists of files and of schools; empty: none
    std::filesystem::path taxonomy;            // convert, import: the needs; empty: the built-in ones
    std::filesystem::path templates;           // convert, import, template explain: a folder; empty: the built-in ones
    bool is_redacted = false;                  // convert: records for publication
    std::filesystem::path file;                // inspect
    std::filesystem::path overlay;             // inspect: the HTML file to draw to; empty: the document as text
    unsigned workers = 1;                      // convert, import: sources at once
    bool requires_sandbox = false;
    std::string archive;            // import, watch, archive: a file, or the address of a database
    std::filesystem::path inbox;    // watch
    std::filesystem::path config;   // settings for what the command line does not say; empty: none
    bool once = false;              // watch: ends when all is done
    bool by_reference = false;      // import: originals stay where they are
    std::filesystem::path report;   // import, watch: the folder for reports; empty: none
    std::filesystem::path metrics;  // convert, import, watch: the file for Prometheus; empty: none
    LogFormat log = LogFormat::none;
    LogLevel log_level = LogLevel::info;  // what is below is not logged
    std::string day;                      // on which the report counts ages, ISO 8601; empty: today
    ArchiveOptions archive_options;
    ReadOptions read;
};

// The command is wrong: a Dutch sentence without its full stop.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

extern const std::string_view help_text, version_text, version_number;

// All of a list of files or schools is read; DUO's has two megabytes.
inline constexpr std::size_t most_list_bytes = std::size_t{32} << 20;

// The templates in the folder of --templates: each *.yaml but the vocabulary, in the order of their names. None where
// `folder` is empty. Throws UsageError where it is no folder or has none.
std::vector<std::filesystem::path> template_files(const std::filesystem::path& folder);

// The command line, and for what it does not say the file of --config. Throws UsageError and ConfigError.
Options parse_options(int argc, const char* const* argv);

// First argument of the program where it is to be the readers' of a supervisor.
inline constexpr std::string_view worker_argument = "--worker";

// Of the environment: what --password does not say.
inline constexpr const char* password_variable = "SOPCONV_PASSWORD";

// Throws SandboxMissing where the options ask for all layers of the sandbox and this system lacks one.
void require_sandbox(const Options& options);

class SandboxMissing : public std::runtime_error {
public:
    SandboxMissing();
};

// To standard output. A full disk or a closed pipe shows here and not later: ConversionError (write_error).
void print(std::string_view text);
void print_error(std::string_view text);

// On standard error: "sopconv: CODE: sentence"; `code` may be "".
void say_error(std::string_view code, std::string_view sentence);

// Runs the main function of a program: what it throws is said and becomes its exit code.
using SayError = std::function<void(std::string_view code, std::string_view sentence)>;
// `tells_runs_apart`: what ends a run as a whole is input_output or internal_error, and not some_failed, which timers
// may take for success.
int run_guarded(const std::function<int()>& run, const SayError& say = say_error, bool tells_runs_apart = false);

}  // namespace sop
