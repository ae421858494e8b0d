// The program that watches over the readers of many files. It reads no document itself and links no reader; script/
// check-layering and a test hold it to that.
#include <filesystem>
#include <string>

#include "app/batch.h"
#include "app/file.h"
#include "app/options.h"
#include "app/pool.h"
#include "app/progress.h"
#include "app/sandbox.h"
#include "app/summary.h"
#include "ingest/diagnostic.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

Pool start_readers(const Options& options, int argc, const char* const* argv) {
    std::vector<std::string> command{argv[0], std::string(worker_argument)};
    command.insert(command.end(), argv + 1, argv + argc);
    // Twice as many sources as readers: none waits while this program writes what another gave.
    return Pool(std::move(command), 2 * std::size_t{options.workers}, WorkLimits{}.output_bytes);
}

int run(int argc, const char* const* argv) {
    const Options options = parse_options(argc, argv);
    if (fs::is_regular_file(options.output)) throw UsageError("--out is een bestand; geef een map");
    require_sandbox(options);
    const Batch batch{.inputs = collect_inputs(options.paths, options.output),
                      .output = options.output,
                      .file_bytes = options.read.limits.file_bytes};
    Pool pool = start_readers(options, argc, argv);
    const RunReport report = [&] {
        const ProgressBar progress(batch.inputs.files.size());
        return run_batch(batch, pool, [&](std::size_t done) { progress.show(done); });
    }();
    print_error(summary_of(report));
    write_file(options.output / report_name, write_report(report));
    print_error("Verslag: " + (options.output / report_name).generic_string() + "\n");
    return totals_of(report).failed == 0 ? all_converted : some_failed;
}

}  // namespace
}  // namespace sop

int main(int argc, char** argv) {
    return sop::run_guarded([&] { return sop::run(argc, argv); });
}
