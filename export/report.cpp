#include "export/report.h"

#include "export/json_writer.h"

namespace sop {

namespace json {

void write(Writer& out, const Failure& failure) {
    object(out, "code", failure.code, "bericht", failure.message, "bestandsnaam", failure.file_name, "id", failure.id);
}

void write(Writer& out, const FileReport& file) {
    object(out, "pad", file.path, "uitkomst", file.failure ? "mislukt" : "geconverteerd", "id", file.id, "record",
           file.record, "soort", file.soort, "meldingen", file.diagnostics, "opmerkingen", file.has_remarks, "fout",
           file.failure);
}

void write(Writer& out, const SkippedReport& skipped) { object(out, "pad", skipped.path, "reden", skipped.reason); }

void write(Writer& out, const RunTotals& totals) {
    object(out, "geconverteerd", totals.converted, "met_opmerkingen", totals.with_remarks, "mislukt", totals.failed,
           "overgeslagen", totals.skipped);
}

}  // namespace json

RunTotals totals_of(const RunReport& report) {
    RunTotals totals;
    for (const FileReport& file : report.files) {
        ++(file.failure ? totals.failed : file.is_known ? totals.known : totals.converted);
        if (file.has_remarks) ++totals.with_remarks;
    }
    totals.skipped = static_cast<int>(report.skipped.size());
    return totals;
}

std::string write_report(const RunReport& report) {
    json::Writer out(json::Layout::indented);
    json::object(out, "aantallen", totals_of(report), "bestanden", report.files, "overgeslagen", report.skipped);
    return out.take();
}

std::string write_failure(const Failure& failure) {
    json::Writer out(json::Layout::indented);
    json::object(out, "fout", failure);
    return out.take();
}

}  // namespace sop
