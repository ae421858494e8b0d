#include "app/watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/archive_store.h"
#include "app/clock.h"
#include "app/descriptor.h"
#include "app/file.h"
#include "app/import.h"
#include "app/inbox.h"
#include "app/report_files.h"
#include "app/run_log.h"
#include "app/run_metrics.h"
#include "app/stop.h"

namespace sop {
namespace {

using Clock = std::chrono::system_clock;

constexpr int waiting_milliseconds = 1000;  // between looks while a file has not settled
constexpr double silent_seconds = 60;       // between signs of life in the figures
constexpr int idle_milliseconds = 60'000;   // without: the hints may be wrong, and on a network drive there are none

// Changes in the folder itself.
class Hints {
public:
    explicit Hints(const std::filesystem::path& folder) : file_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
        ::inotify_add_watch(file_.number(), folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE);
    }
    // Until something changes, a signal comes or the time is over.
    void wait(int milliseconds) const {
        std::array<pollfd, 2> files{{{file_.number(), POLLIN, 0}, {stop_descriptor(), POLLIN, 0}}};
        ::poll(files.data(), files.size(), milliseconds);
        std::array<char, 4096> events{};
        while (::read(file_.number(), events.data(), events.size()) > 0) {
        }
    }

private:
    Descriptor file_;
};

// Each import of a watcher has a report of its own: "rapport-2026-11-26-023005".
std::string free_report_stem(const std::filesystem::path& folder) {
    std::string time = time_now();
    std::erase_if(time, [](char c) { return c == ':' || c == 'Z'; });
    std::replace(time.begin(), time.end(), 'T', '-');
    const std::string stem = std::string(report_stem) + '-' + time;
    std::string free = stem;
    for (int number = 2; exists(report_file(folder, free, ".html")); ++number)
        free = stem + '-' + std::to_string(number);
    return free;
}

// Imports what has been claimed and moves it where it belongs. False where not all of it could be.
bool import_claimed(Inbox& inbox, const Inputs& inputs, const Options& options, const StartReaders& readers) {
    const ImportOutcome outcome = import_inputs(options, inputs, free_report_stem(options.report), readers);
    bool all_moved = true;
    for (const auto& [input, failure] : outcome.sources) {
        try {
            if (!failure)
                inbox.put_away(*input);
            else if (is_passing(*failure))
                inbox.postpone(*input, *failure, Clock::now());
            else
                inbox.quarantine(*input, *failure);
        } catch (const ConversionError& error) {
            log_failure(options, input->file, error);
            all_moved = false;
        }
    }
    return all_moved && totals_of(outcome.report).failed == 0;
}

}  // namespace

ExitCode run_watch(const Options& options, const std::function<std::unique_ptr<Pool>()>& start_readers) {
    Inbox inbox(options.inbox);
    const Hints hints(options.inbox);
    if (!options.report.empty()) prepare_folder(options.report);
    stop_on_signals();
    std::unique_ptr<Pool> pool;
    const StartReaders readers = [&]() -> Pool& {
        if (!pool) pool = start_readers();
        return *pool;
    };
    std::optional<Stopwatch> silence;  // since the figures last told that there was nothing to do
    bool all_imported = true;
    while (stop_signal() == 0) {
        std::vector<FailedInput> failed = inbox.claim(Clock::now());
        Inputs inputs = inbox.claimed(Clock::now());
        inputs.failed.insert(inputs.failed.end(), failed.begin(), failed.end());
        try {
            if (!inputs.files.empty() || !inputs.failed.empty()) {
                all_imported &= import_claimed(inbox, inputs, options, readers);
            } else if (!silence || silence->seconds() >= silent_seconds) {
                note_run(options, {}, 0, std::nullopt);
                silence.emplace();
            }
        } catch (const ArchiveError& error) {
            // What has been claimed is still there; later it may go.
            if (options.once || error.kind() == ArchiveError::Kind::bad_data) throw;
            log_error(options, {}, error.what());
            note_broken_run(options);
        } catch (const ConversionError& error) {  // such as of the report's disk
            if (options.once) throw;
            log_error(options, code_of(error.code()), error.what());
            note_broken_run(options);
        }
        const bool is_waiting = inbox.is_waiting(Clock::now());
        if (options.once && !is_waiting) return all_imported ? all_converted : some_failed;
        hints.wait(is_waiting ? waiting_milliseconds : idle_milliseconds);
    }
    return all_converted;
}

}  // namespace sop
