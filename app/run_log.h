// What a run says on standard error: a bar and a summary for a person who looks on, or a log in lines.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>

#include "app/batch.h"
#include "app/options.h"
#include "app/progress.h"
#include "export/report.h"

namespace sop {

// Our own few lines and no logging library: the lines are few, one thread writes them, and what makes them right, JSON
// whatever the name of a file, is in export/json_writer.h already.
class RunLog {
public:
    RunLog(const Options& options, std::size_t files);

    // So many files are finished; what the bar shows.
    void show(std::size_t done);
    void note(const Step& step);
    void end(const RunReport& report);
    void note_report(const std::filesystem::path& page) const;

private:
    const Options& options_;
    std::optional<ProgressBar> bar_;
};

// What could not be done with a file when its run had ended.
void log_failure(const Options& options, const std::filesystem::path& file, const ConversionError& error);

// What ended a run, or kept a watcher from one; `code` may be "".
void log_error(const Options& options, std::string_view code, std::string_view sentence);

}  // namespace sop
