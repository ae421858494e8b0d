#include "app/run_metrics.h"

#include <sys/stat.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "app/file.h"
#include "app/run_log.h"
#include "export/metrics.h"
#include "ingest/diagnostic.h"

namespace sop {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;  // ours has three kilobytes
constexpr mode_t readable_by_all = S_IWGRP | S_IWOTH;

std::int64_t seconds_now() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string earlier(const std::filesystem::path& file) {
    try {
        return read_file(file, most_bytes);
    } catch (const ConversionError&) {  // the first time there is none
        return {};
    }
}

class Umask {
public:
    explicit Umask(mode_t mask) : before_(::umask(mask)) {}
    ~Umask() { ::umask(before_); }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;

private:
    mode_t before_;
};

// `write` gives the new text for the one that was there.
void rewrite(const Options& options, const std::function<std::string(std::string_view)>& write) {
    if (options.metrics.empty()) return;
    try {
        const Umask umask(readable_by_all);
        const std::string text = write(earlier(options.metrics));
        write_named_file(options.metrics, [&](const WriteBytes& out) { out(text); });
    } catch (const ConversionError& error) {
        log_error(options, code_of(error.code()), "--metrics: " + std::string(error.what()));
    }
}

}  // namespace

void note_run(const Options& options, const RunReport& report, double seconds, std::optional<std::int64_t> documents) {
    rewrite(options, [&](std::string_view text) {
        return count_run(text, report, {.time = seconds_now(), .seconds = seconds, .documents = documents});
    });
}

void note_broken_run(const Options& options) {
    rewrite(options, [](std::string_view text) { return count_broken_run(text, seconds_now()); });
}

}  // namespace sop
