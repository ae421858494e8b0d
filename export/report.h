// The report of one run: what became of every file, for people and programs that look after the run.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// Why a file gave no record; the error object of contract/record.md. Text is UTF-8, Dutch where people read it.
struct Failure {
    std::string code;  // "OUD_WORD_FORMAAT"; see ErrorCode
    std::string message;
    std::string file_name;          // without folders
    std::optional<std::string> id;  // "sha256:…"; absent where the bytes could not be read
    bool operator==(const Failure&) const = default;
};

// What an administrator looks at of a record. No other word of a document stands in a report.
struct RecordOutline {
    std::string soort;
    std::optional<std::string> sjabloon;  // its id
    std::optional<std::string> naam, brin, vestigingscode;
    std::optional<std::string> versie;  // when it is of: a day, month or year, or a school year ("2014-2015")
    std::string tekstlaag;
    std::vector<std::string> missing;  // ids of sections, see normalize/completeness.h
    std::vector<std::string> remarks;  // codes of meldingen that are a warning or worse, each once, sorted
    int diagnostics = 0;               // meldingen
    bool operator==(const RecordOutline&) const = default;
};

// What became of one file. Paths are relative and have forward slashes: to the folder that was named for the file's own
// path, to the output folder for the record's.
struct FileReport {
    std::string path;
    std::optional<std::string> id;
    std::optional<std::string> record;
    std::optional<RecordOutline> outline;  // of the record, where somebody has looked
    std::optional<Failure> failure;        // present exactly where `record` is absent
    bool is_known = false;                 // by an earlier run, and not read again
    // In an archive: where the edition before it and another document with the same text stood.
    std::optional<std::string> replaces, same_text;
    bool is_replaced = false;  // by a later edition
    bool operator==(const FileReport&) const = default;
};

// A file or folder found in a folder and not tried.
struct SkippedReport {
    std::string path;
    std::string reason;  // "ander bestandstype", "verborgen", …
    bool operator==(const SkippedReport&) const = default;
};

struct RunReport {
    std::string day;  // on which ages are counted, ISO 8601
    std::vector<FileReport> files;
    std::vector<SkippedReport> skipped;
    std::size_t unread = 0;  // files that had not been done when somebody stopped the run
    bool operator==(const RunReport&) const = default;
};

// "geconverteerd", "bekend", "mislukt".
std::string_view outcome_of(const FileReport& file);

// What may be the matter with a record that is there.
bool is_profile(const FileReport& file);     // a document of a school on its support
bool lacks_school(const FileReport& file);   // a profile without BRIN
bool is_incomplete(const FileReport& file);  // a profile without a section that it should have
bool has_no_text(const FileReport& file);    // a scan, or letters that mean nothing
// A profile that has no successor in the archive and is more than four years old on that day, the term within which the
// law wants a new one. Of a month, year or school year the last day counts. Absent where it does not say of when it is.
std::optional<bool> is_overdue(const FileReport& file, std::string_view day);

struct RunTotals {
    int converted = 0, known = 0, failed = 0, skipped = 0;  // known: of an earlier run, with a record
    int unread = 0;
    int with_remarks = 0;  // of those with a record
    int overdue = 0, without_school = 0, incomplete = 0, no_profile = 0, no_text = 0;
    bool operator==(const RunTotals&) const = default;
};
RunTotals totals_of(const RunReport& report);

// The report as JSON (rapport.json), indented, with a final newline. The order is the report's own; no clock, no
// absolute path.
std::string write_report(const RunReport& report);

// { "fout": { "code", "bericht", "bestandsnaam", "id" } }, indented, with a final newline.
std::string write_failure(const Failure& failure);

}  // namespace sop
