// The program that watches over the readers of many files. It reads no document itself and links no reader; script/
// check-layering and a test hold it to that.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/archive_commands.h"
#include "app/batch.h"
#include "app/clock.h"
#include "app/file.h"
#include "app/folder_store.h"
#include "app/import.h"
#include "app/options.h"
#include "app/pool.h"
#include "app/report_files.h"
#include "app/run_log.h"
#include "app/run_metrics.h"
#include "app/sandbox.h"
#include "app/stop.h"
#include "app/watch.h"
#include "ingest/diagnostic.h"
#include "ingest/text.h"
#include "normalize/csv.h"
#include "normalize/manifest.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

// What readers need of the options, and nothing else: one that is taken over does not learn where the archive is, and
// with which password.
std::vector<std::string> command_of_readers(const std::string& program, const Options& options) {
    std::vector<std::string> command{program, std::string(worker_argument), "convert", "-",
                                     "--jobs=" + std::to_string(options.workers)};
    for (const auto& [name, path] : {std::pair("--manifest=", options.manifest),
                                     {"--register=", options.registry},
                                     {"--taxonomy=", options.taxonomy},
                                     {"--templates=", options.templates}})
        if (!path.empty()) command.push_back(name + path.string());
    if (options.is_redacted) command.emplace_back("--redact");
    return command;
}

std::unique_ptr<Pool> start_readers(const Options& options, const std::string& program) {
    // Not among the arguments, which everybody on the machine may see.
    if (!options.read.password.empty()) ::setenv(password_variable, options.read.password.c_str(), 1);
    // Twice as many sources as readers: none waits while this program writes what another gave.
    return std::make_unique<Pool>(command_of_readers(program, options), 2 * std::size_t{options.workers},
                                  WorkLimits{}.output_bytes);
}

// Files that the manifest names and that are not in the folders, among what was skipped: a name misspelled would else
// go unseen. Of files that are named one by one a manifest may well know more. A list that cannot be read is for the
// readers to refuse.
void note_unmatched(const Options& options, Inputs& inputs) {
    const auto is_folder = [](const fs::path& path) { return fs::is_directory(path); };
    if (options.manifest.empty() || std::none_of(options.paths.begin(), options.paths.end(), is_folder)) return;
    std::vector<std::string> names;
    for (const Input& input : inputs.files) names.push_back(text_of(input.file.filename()));
    try {
        for (const std::string& name : Manifest(read_file(options.manifest, most_list_bytes)).unmatched(names))
            inputs.skipped.push_back({name, "alleen in het manifest"});
    } catch (const ListError&) {
    } catch (const ConversionError&) {
    }
}

ExitCode convert_folder(const Options& options, const std::string& program) {
    if (fs::is_regular_file(options.output)) throw UsageError("--out is een bestand; geef een map");
    require_sandbox(options);
    stop_on_signals();
    Inputs inputs = collect_inputs(options.paths, std::span(&options.output, 1));
    note_unmatched(options, inputs);
    const auto readers = start_readers(options, program);
    FolderStore store(options.output, inputs.files);
    const Stopwatch watch;
    RunLog log(options, inputs.files.size() + inputs.failed.size());
    RunReport report = run_batch(
        inputs, [&]() -> Pool& { return *readers; }, store, log, options.read.limits.file_bytes);
    report.day = options.day.empty() ? today() : options.day;
    log.end(report);
    log.note_report(write_report_files(options.output, report_stem, report));
    note_run(options, report, watch.seconds(), std::nullopt);
    if (report.unread > 0) end_by_signal();
    return totals_of(report).failed == 0 ? all_converted : some_failed;
}

// Whether this was meant for a server and not for a file: an address of any kind, or what libpq takes in place of one,
// "host=… dbname=…". A file of that name would take the documents, and show a password.
bool looks_like_server(std::string_view archive) {
    static constexpr auto keys =
        std::to_array<std::string_view>({"host", "hostaddr", "port", "dbname", "user", "password", "passfile",
                                         "service", "sslmode", "connect_timeout"});
    const std::string_view key = trim(archive.substr(0, archive.find('=')));
    return archive.find("://") != std::string_view::npos ||
           (key.size() < archive.size() && std::ranges::find(keys, key) != keys.end());
}

ExitCode exit_code_of(ArchiveError::Kind kind) {
    switch (kind) {
        case ArchiveError::Kind::busy:
            return busy;
        case ArchiveError::Kind::input_output:
            return input_output;
        case ArchiveError::Kind::bad_data:
            break;
    }
    return bad_data;
}

int run(const Options& options, const std::string& program) {
    if (looks_like_server(options.archive) && !is_on_server(options.archive))
        throw UsageError("geef bij --archive het adres van een server als postgresql://SERVER/DATABASE");
    try {
        if (options.command == Command::archive) return run_archive(options);
        if (options.command == Command::convert) return convert_folder(options, program);
        require_sandbox(options);
        const auto readers = [&] { return start_readers(options, program); };
        return options.command == Command::watch ? run_watch(options, readers) : run_import(options, readers);
    } catch (const ArchiveError& error) {
        log_error(options, {}, error.what());
        note_broken_run(options);
        return exit_code_of(error.kind());
    } catch (...) {
        note_broken_run(options);
        throw;
    }
}

}  // namespace
}  // namespace sop

int main(int argc, char** argv) {
    return sop::run_guarded([&] {
        const sop::Options options = sop::parse_options(argc, argv);
        return sop::run_guarded(
            [&] { return sop::run(options, argv[0]); },
            [&](std::string_view code, std::string_view sentence) { sop::log_error(options, code, sentence); },
            options.command != sop::Command::convert);
    });
}
