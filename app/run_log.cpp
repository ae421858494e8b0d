#include "app/run_log.h"

#include <array>
#include <cmath>
#include <string>

#include "app/clock.h"
#include "app/file.h"
#include "app/summary.h"
#include "export/log_line.h"

namespace sop {
namespace {

// In the order of LogLevel.
constexpr std::array<std::string_view, 3> level_names{"info", "waarschuwing", "fout"};

void write(const Options& options, LogLevel level, LogLine line) {
    if (level < options.log_level) return;
    const std::string time = time_now();
    line.time = time;
    line.level = level_names[static_cast<std::size_t>(level)];
    print_error(options.log == LogFormat::json ? as_json(line) : as_text(line));
}

}  // namespace

RunLog::RunLog(const Options& options, std::size_t files) : options_(options) {
    if (options.log == LogFormat::none) bar_.emplace(files);
}

void RunLog::show(std::size_t done) {
    if (bar_) bar_->show(done);
}

void RunLog::note(const Step& step) {
    if (bar_) return;
    const std::string file = text_of(step.input.file);
    const bool is_odd = step.file.outline && !step.file.outline->remarks.empty();
    LogLine line{.time = {},
                 .level = {},
                 .state = outcome_of(step.file),
                 .file = file,
                 .code = {},
                 .milliseconds = {},
                 .message = {}};
    line.milliseconds = std::llround(step.seconds * 1000);
    if (step.file.failure) line.code = step.file.failure->code;
    write(options_, step.file.failure ? LogLevel::error : is_odd ? LogLevel::warning : LogLevel::info, line);
}

void RunLog::end(const RunReport& report) {
    bar_.reset();
    const std::string summary = summary_of(report);
    if (options_.log == LogFormat::none) return print_error(summary);
    const bool is_broken = report.unread > 0;
    LogLine line{.time = {},
                 .level = {},
                 .state = is_broken ? "afgebroken" : "einde",
                 .file = {},
                 .code = {},
                 .milliseconds = {},
                 .message = {}};
    line.message = std::string_view(summary).substr(0, summary.find('\n'));
    write(options_, is_broken ? LogLevel::warning : LogLevel::info, line);
}

void RunLog::note_report(const std::filesystem::path& page) const {
    const std::string file = text_of(page);
    if (options_.log == LogFormat::none) return print_error("Verslag: " + file + "\n");
    write(options_, LogLevel::info,
          {.time = {}, .level = {}, .state = "verslag", .file = file, .code = {}, .milliseconds = {}, .message = {}});
}

void log_failure(const Options& options, const std::filesystem::path& file, const ConversionError& error) {
    const std::string name = text_of(file);
    const std::string_view code = code_of(error.code());
    if (options.log == LogFormat::none) return say_error(code, name + ": " + error.what());
    write(options, LogLevel::error,
          {.time = {},
           .level = {},
           .state = "mislukt",
           .file = name,
           .code = code,
           .milliseconds = {},
           .message = error.what()});
}

void log_error(const Options& options, std::string_view code, std::string_view sentence) {
    if (options.log == LogFormat::none) return say_error(code, sentence);
    write(options, LogLevel::error,
          {.time = {},
           .level = {},
           .state = "afgebroken",
           .file = {},
           .code = code,
           .milliseconds = {},
           .message = sentence});
}

}  // namespace sop
