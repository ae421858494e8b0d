#include "export/metrics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "ingest/diagnostic.h"

namespace sop {
namespace {

struct Family {
    std::string_view name, type, help, label;
    std::vector<std::string_view> values;  // of the label; none: one figure without labels
};

std::vector<std::string_view> error_codes() {
    std::vector<std::string_view> codes;
    for (int i = 0; i <= static_cast<int>(ErrorCode::internal); ++i)
        codes.push_back(code_of(static_cast<ErrorCode>(i)));
    return codes;
}

constexpr std::string_view files = "sopconv_files_total", failures = "sopconv_failures_total",
                           runs = "sopconv_runs_total", last_run = "sopconv_last_run_timestamp_seconds",
                           last_success = "sopconv_last_success_timestamp_seconds",
                           duration = "sopconv_run_duration_seconds", documents = "sopconv_archive_documents";

const std::vector<Family>& families() {
    static const std::vector<Family> all{
        {files, "counter", "Files of all runs, by what became of them.", "result", {"converted", "known", "failed"}},
        {failures, "counter", "Files that failed, by error code.", "code", error_codes()},
        {runs, "counter", "Runs, by how they ended.", "result", {"completed", "aborted"}},
        {last_run, "gauge", "When the last run ended, well or not.", "", {}},
        {last_success, "gauge", "When the last run ended that came to its end.", "", {}},
        {duration, "gauge", "How long the last run took that came to its end.", "", {}},
        {documents, "gauge", "Documents in the archive after the last run.", "", {}},
    };
    return all;
}

std::string series(const Family& family, std::string_view value) {
    std::string name(family.name);
    if (!family.label.empty()) name += "{" + std::string(family.label) + "=\"" + std::string(value) + "\"}";
    return name;
}

class Figures {
public:
    explicit Figures(std::string_view text) {
        while (!text.empty()) {
            const std::string_view line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(line.size() + 1, text.size()));
            const auto space = line.rfind(' ');
            if (line.starts_with('#') || space == std::string_view::npos) continue;
            double number = 0;
            const std::string_view digits = line.substr(space + 1);
            if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ec == std::errc() && number >= 0)
                figures_[std::string(line.substr(0, space))] = number;
        }
    }

    void add(std::string_view name, std::string_view label, std::string_view value, double number) {
        figures_[std::string(name) + "{" + std::string(label) + "=\"" + std::string(value) + "\"}"] += number;
    }
    void set(std::string_view name, double number) { figures_[std::string(name)] = number; }

    std::string write() const {
        std::string text;
        for (const Family& family : families()) {
            const std::string name(family.name);
            text.append("# HELP ").append(name).append(" ").append(family.help).append("\n");
            text.append("# TYPE ").append(name).append(" ").append(family.type).append("\n");
            if (family.label.empty()) add_line(text, series(family, {}));
            for (const std::string_view value : family.values) add_line(text, series(family, value));
        }
        return text;
    }

private:
    void add_line(std::string& text, const std::string& name) const {
        const auto figure = figures_.find(name);
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                       figure == figures_.end() ? 0.0 : figure->second, std::chars_format::fixed);
        text += name + ' ' + std::string(digits.data(), end.ptr) + '\n';
    }

    std::map<std::string, double> figures_;
};

}  // namespace

std::string count_run(std::string_view earlier, const RunReport& report, const RunFigures& run) {
    Figures figures(earlier);
    for (const FileReport& file : report.files) {
        figures.add(files, "result", file.failure ? "failed" : file.is_known ? "known" : "converted", 1);
        if (file.failure) figures.add(failures, "code", file.failure->code, 1);
    }
    if (run.documents) figures.set(documents, static_cast<double>(*run.documents));
    if (report.unread > 0) return count_broken_run(figures.write(), run.time);
    figures.set(last_run, static_cast<double>(run.time));
    figures.set(last_success, static_cast<double>(run.time));
    if (!report.files.empty()) {
        figures.add(runs, "result", "completed", 1);
        figures.set(duration, run.seconds);
    }
    return figures.write();
}

std::string count_broken_run(std::string_view earlier, std::int64_t time) {
    Figures figures(earlier);
    figures.add(runs, "result", "aborted", 1);
    figures.set(last_run, static_cast<double>(time));
    return figures.write();
}

}  // namespace sop
