// The report of one run: what became of every file, for people and programs that look after the run.
#pragma once

#include <optional>
#include <string>
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

// What became of one file. Paths are relative and have forward slashes: to the folder that was named for the file's own
// path, to the output folder for the record's.
struct FileReport {
    std::string path;
    std::optional<std::string> id;
    std::optional<std::string> record;
    std::optional<std::string> soort;  // of the record
    int diagnostics = 0;               // meldingen of the record
    bool has_remarks = false;          // one of them is a warning or worse
    std::optional<Failure> failure;    // present exactly where `record` is absent
    bool is_known = false;             // by an earlier run, and not read again
    bool operator==(const FileReport&) const = default;
};

// A file or folder found in a folder and not tried.
struct SkippedReport {
    std::string path;
    std::string reason;  // "ander bestandstype", "verborgen", …
    bool operator==(const SkippedReport&) const = default;
};

struct RunReport {
    std::vector<FileReport> files;
    std::vector<SkippedReport> skipped;
    bool operator==(const RunReport&) const = default;
};

struct RunTotals {
    int converted = 0, known = 0, with_remarks = 0, failed = 0, skipped = 0;  // known: of an earlier run, with a record
    bool operator==(const RunTotals&) const = default;
};
RunTotals totals_of(const RunReport& report);

// The report as JSON (rapport.json), indented, with a final newline. The order is the report's own; no clock, no
// absolute path.
std::string write_report(const RunReport& report);

// { "fout": { "code", "bericht", "bestandsnaam", "id" } }, indented, with a final newline.
std::string write_failure(const Failure& failure);

}  // namespace sop
