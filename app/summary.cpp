#include "app/summary.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/printable.h"

namespace sop {
namespace {

constexpr std::size_t names_shown = 10;  // of the files that failed for one reason; the report has them all

void add_failures(std::string& text, const std::vector<FileReport>& files) {
    std::map<std::pair<std::string_view, std::string_view>, std::vector<std::string_view>> by_reason;
    for (const FileReport& file : files)
        if (file.failure) by_reason[{file.failure->code, file.failure->message}].push_back(file.path);
    for (const auto& [reason, paths] : by_reason) {
        text += "\n" + std::string(reason.first) + ": " + printable(reason.second) + "\n";
        for (std::size_t i = 0; i < std::min(paths.size(), names_shown); ++i) text += "  " + printable(paths[i]) + "\n";
        if (paths.size() > names_shown) text += "  … en nog " + std::to_string(paths.size() - names_shown) + "\n";
    }
}

void add_skipped(std::string& text, const std::vector<SkippedReport>& skipped) {
    std::map<std::string_view, int> by_reason;
    for (const SkippedReport& entry : skipped) ++by_reason[entry.reason];
    text += "Overgeslagen: ";
    std::string_view separator;
    for (const auto& [reason, count] : by_reason) {
        text += separator;
        text += std::to_string(count) + ' ' + std::string(reason);
        separator = ", ";
    }
    text += '\n';
}

}  // namespace

std::string counted(std::size_t count, std::string_view one, std::string_view more) {
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : more);
}

std::string summary_of(const RunReport& report) {
    const RunTotals totals = totals_of(report);
    std::string text = counted(report.files.size(), "bestand", "bestanden") + ": " + std::to_string(totals.converted) +
                       " geconverteerd";
    if (totals.with_remarks > 0) text += " (" + std::to_string(totals.with_remarks) + " met opmerkingen)";
    if (totals.known > 0) text += ", " + std::to_string(totals.known) + " al in het archief";
    text += ", " + std::to_string(totals.failed) + " mislukt";
    if (totals.unread > 0) text += "; afgebroken, " + std::to_string(totals.unread) + " niet gedaan";
    text += '\n';
    if (!report.skipped.empty()) add_skipped(text, report.skipped);
    if (totals.failed > 0) add_failures(text, report.files);
    return text;
}

}  // namespace sop
