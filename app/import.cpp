#include "app/import.h"

#include <sys/stat.h>

#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/archive_store.h"
#include "app/batch.h"
#include "app/clock.h"
#include "app/editions.h"
#include "app/file.h"
#include "app/lock.h"
#include "app/report_files.h"
#include "app/run_log.h"
#include "app/run_metrics.h"
#include "app/stop.h"
#include "ingest/digest.h"

namespace sop {
namespace {

constexpr std::size_t list_digits = 16;  // of a digest

// Version, and a digest of the data files that decide with it what a source gives.
std::string converter_of(const Options& options) {
    std::vector<std::pair<std::string, std::filesystem::path>> files;
    for (const std::filesystem::path& file : template_files(options.templates))
        files.emplace_back(text_of(file.filename()), file);
    files.emplace_back("--manifest", options.manifest);
    files.emplace_back("--register", options.registry);
    files.emplace_back("--taxonomy", options.taxonomy);
    std::string lists;
    for (const auto& [name, path] : files) {
        if (path.empty()) continue;
        try {
            lists += name + sha256(read_file(path, most_list_bytes));
        } catch (const ConversionError& error) {
            throw UsageError(text_of(path.filename()) + ": " + error.what());
        }
    }
    std::string converter(version_number);
    if (!lists.empty()) converter += '+' + sha256(lists).substr(std::string_view("sha256:").size(), list_digits);
    return converter;
}

// Takes note of what becomes of each source.
class NotingStore : public ArchiveStore {
public:
    using ArchiveStore::ArchiveStore;

    std::optional<FileReport> find_known(const BatchSource& source) override {
        auto known = ArchiveStore::find_known(source);
        if (known) sources.emplace_back(&source.input, known->failure);
        return known;
    }
    std::string keep(const BatchSource& source, std::string_view json, const RecordFacts& facts) override {
        std::string name = ArchiveStore::keep(source, json, facts);
        sources.emplace_back(&source.input, std::nullopt);
        return name;
    }
    void refuse(const Input& input, const std::optional<std::string>& id, const Failure& failure) override {
        ArchiveStore::refuse(input, id, failure);
        sources.emplace_back(&input, failure);
    }

    std::vector<std::pair<const Input*, std::optional<Failure>>> sources;
};

}  // namespace

ImportOutcome import_inputs(const Options& options, const Inputs& inputs, std::string_view stem,
                            const StartReaders& readers) {
    const Stopwatch watch;
    const std::string converter = converter_of(options);
    // Persons stand in it: not for everybody.
    ::umask(::umask(0) | S_IRWXO);
    constexpr auto access = Archive::Access::create;
    const ArchiveLock lock(options.archive, access);
    Archive archive(options.archive, access);
    archive.begin({time_now(), converter});
    NotingStore store(archive, !options.by_reference, !options.read.password.empty());
    RunLog log(options, inputs.files.size() + inputs.failed.size());
    RunReport report = run_batch(inputs, readers, store, log, options.read.limits.file_bytes);
    if (report.unread == 0) archive.end(time_now());
    log.end(report);
    if (options.report.empty() && options.metrics.empty()) return {std::move(report), std::move(store.sources)};
    report.day = options.day.empty() ? today() : options.day;
    const std::int64_t documents = add_editions(archive, report);
    if (!options.report.empty()) log.note_report(write_report_files(options.report, stem, report));
    note_run(options, report, watch.seconds(), documents);
    return {std::move(report), std::move(store.sources)};
}

ExitCode run_import(const Options& options, const std::function<std::unique_ptr<Pool>()>& start_readers) {
    stop_on_signals();
    if (!options.report.empty()) prepare_folder(options.report);
    const Inputs inputs = collect_inputs(options.paths, std::span(&options.report, 1));
    std::unique_ptr<Pool> readers;
    const ImportOutcome outcome = import_inputs(options, inputs, report_stem, [&]() -> Pool& {
        readers = start_readers();
        return *readers;
    });
    if (outcome.report.unread > 0) end_by_signal();
    return totals_of(outcome.report).failed == 0 ? all_converted : some_failed;
}

}  // namespace sop
