#include "export/report.h"

#include <algorithm>
#include <charconv>

#include "export/advice.h"
#include "export/json_writer.h"

namespace sop {
namespace {

constexpr int most_years =
    4;  // a school makes its profile anew at least once in four years (WPO article 8, WEC article 11)

constexpr std::size_t year_size = 4, month_size = 7, school_year_size = 9;

// Upper bound of the days that `version` may mean; days of a month are not counted out.
std::string last_day_of(std::string_view version) {
    if (version.size() == school_year_size) return std::string(version.substr(year_size + 1)) + "-07-31";
    std::string day(version);
    if (day.size() == year_size) day += "-12";
    if (day.size() == month_size) day += "-31";
    return day;
}

std::string years_before(std::string_view day, int years) {
    int year = 0;
    std::from_chars(day.data(), day.data() + day.size(), year);
    return std::to_string(year - years) + std::string(day.substr(std::min(year_size, day.size())));
}

}  // namespace

std::string_view outcome_of(const FileReport& file) {
    if (file.failure) return "mislukt";
    return file.is_known ? "bekend" : "geconverteerd";
}

namespace json {

void write(Writer& out, const Failure& failure) {
    object(out, "code", failure.code, "bericht", failure.message, "bestandsnaam", failure.file_name, "id", failure.id);
}

void write(Writer& out, const SkippedReport& skipped) { object(out, "pad", skipped.path, "reden", skipped.reason); }

void write(Writer& out, const RunTotals& totals) {
    object(out, "geconverteerd", totals.converted, "bekend", totals.known, "met_opmerkingen", totals.with_remarks,
           "mislukt", totals.failed, "overgeslagen", totals.skipped, "niet_gedaan", totals.unread,
           "ouder_dan_vier_jaar", totals.overdue, "zonder_school", totals.without_school, "onvolledig",
           totals.incomplete, "zonder_tekst", totals.no_text, "geen_profiel", totals.no_profile);
}

void write(Writer& out, const FileReport& file, std::string_view day) {
    const RecordOutline outline = file.outline.value_or(RecordOutline());
    const std::optional<std::string> soort = file.outline ? std::optional(outline.soort) : std::nullopt;
    std::optional<std::string> advice;
    if (file.failure) advice = advice_of(file.failure->code);
    object(out, "pad", file.path, "uitkomst", outcome_of(file), "id", file.id, "record", file.record, "soort", soort,
           "sjabloon", outline.sjabloon, "naam", outline.naam, "brin", outline.brin, "vestigingscode",
           outline.vestigingscode, "versie", outline.versie, "ouder_dan_vier_jaar", is_overdue(file, day),
           "zonder_school", lacks_school(file), "ontbrekende_secties", outline.missing, "meldingen",
           outline.diagnostics, "opmerkingen", outline.remarks, "vervangt", file.replaces, "vervangen",
           file.is_replaced, "zelfde_tekst", file.same_text, "fout", file.failure, "advies", advice);
}

}  // namespace json

bool is_profile(const FileReport& file) { return file.outline && file.outline->soort != "anders"; }

bool lacks_school(const FileReport& file) { return is_profile(file) && !file.outline->brin; }

bool is_incomplete(const FileReport& file) { return is_profile(file) && !file.outline->missing.empty(); }

bool has_no_text(const FileReport& file) {
    return file.outline && (file.outline->tekstlaag == "geen" || file.outline->tekstlaag == "beschadigd");
}

std::optional<bool> is_overdue(const FileReport& file, std::string_view day) {
    if (!is_profile(file) || !file.outline->versie) return std::nullopt;
    return !file.is_replaced && last_day_of(*file.outline->versie) < years_before(day, most_years);
}

RunTotals totals_of(const RunReport& report) {
    RunTotals totals;
    for (const FileReport& file : report.files) {
        ++(file.failure ? totals.failed : file.is_known ? totals.known : totals.converted);
        if (!file.outline) continue;
        if (!file.outline->remarks.empty()) ++totals.with_remarks;
        if (is_overdue(file, report.day).value_or(false)) ++totals.overdue;
        if (lacks_school(file)) ++totals.without_school;
        if (is_incomplete(file)) ++totals.incomplete;
        if (has_no_text(file)) ++totals.no_text;
        if (!is_profile(file)) ++totals.no_profile;
    }
    totals.skipped = static_cast<int>(report.skipped.size());
    totals.unread = static_cast<int>(report.unread);
    return totals;
}

std::string write_report(const RunReport& report) {
    json::Writer out(json::Layout::indented);
    out.open('{');
    json::members(out, "dag", report.day, "afgebroken", report.unread > 0, "aantallen", totals_of(report));
    out.key("bestanden");
    out.open('[');
    for (const FileReport& file : report.files) {
        out.item();
        json::write(out, file, report.day);
    }
    out.close(']');
    json::members(out, "overgeslagen", report.skipped);
    out.close('}');
    return out.take();
}

std::string write_failure(const Failure& failure) {
    json::Writer out(json::Layout::indented);
    json::object(out, "fout", failure);
    return out.take();
}

}  // namespace sop
