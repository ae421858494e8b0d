#include "app/batch.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/convert.h"
#include "app/file.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digest_digits = 16;  // 64 bits: nobody finds a second source with the same ones
constexpr auto progress_interval = std::chrono::milliseconds(100);

// Where each input's record goes.
class RecordNames {
public:
    explicit RecordNames(const std::vector<Input>& inputs) {
        ++uses_[fs::path(report_name)];
        for (const Input& input : inputs) ++uses_[plain(input)];
    }

    // `id` is the source's digest; without one, an input whose name is shared has no record name.
    std::optional<fs::path> of(const Input& input, const std::optional<std::string>& id) const {
        if (uses_.at(plain(input)) == 1) return plain(input);
        if (!id) return std::nullopt;
        const std::string digits = id->substr(id->find(':') + 1, digest_digits);
        return fs::path(input.relative).concat("." + digits + ".json");
    }

private:
    static fs::path plain(const Input& input) { return fs::path(input.relative).concat(".json"); }

    std::map<fs::path, int> uses_;
};

FileReport convert_input(const Input& input, const RecordNames& names, const Batch& batch) {
    FileReport report;
    report.path = text_of(input.relative);
    report.failure = convert(input.file, batch.options, [&](const Converted& converted) {
        const fs::path name = *names.of(input, converted.id);
        write_file(batch.output / name, converted.json);
        report.id = converted.id;
        report.record = text_of(name);
        report.soort = converted.soort;
        report.diagnostics = converted.diagnostics;
        report.has_remarks = converted.has_remarks;
    });
    if (report.failure) {
        report.id = report.failure->id;
        if (const auto name = names.of(input, report.id)) remove_file(batch.output / *name);
    }
    return report;
}

// Calls work(0) … work(count - 1), each once, on `workers` threads.
template <typename Work>
void run_parallel(std::size_t count, unsigned workers, const Work& work,
                  const std::function<void(std::size_t)>& on_progress) {
    std::atomic<std::size_t> next{0}, done{0};
    std::mutex mutex;
    std::condition_variable finished;
    const auto worker = [&] {
        for (std::size_t index = next++; index < count; index = next++) {
            work(index);
            if (++done == count) {
                const std::lock_guard lock(mutex);
                finished.notify_one();
            }
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::min<std::size_t>(workers, count); ++i) threads.emplace_back(worker);
    std::unique_lock lock(mutex);
    while (!finished.wait_for(lock, progress_interval, [&] { return done == count; })) on_progress(done);
    on_progress(count);
}

}  // namespace

RunReport run_batch(const Batch& batch, const std::function<void(std::size_t)>& on_progress) {
    const std::vector<Input>& inputs = batch.inputs.files;
    const RecordNames names(inputs);
    prepare_folder(batch.output);
    remove_file(batch.output / report_name);
    RunReport report;
    report.files.resize(inputs.size());
    run_parallel(
        inputs.size(), batch.workers,
        [&](std::size_t index) { report.files[index] = convert_input(inputs[index], names, batch); }, on_progress);

    // Inputs of one relative path are told apart by their content: the folders they came from are no part of it.
    std::ranges::stable_sort(report.files, {}, [](const FileReport& file) { return std::tie(file.path, file.id); });
    for (const Skipped& skipped : batch.inputs.skipped)
        report.skipped.push_back({text_of(skipped.relative), std::string(skipped.reason)});
    return report;
}

}  // namespace sop
