// One source through all stages. Here, and nowhere else, an error that ends a conversion is caught: whatever a file
// does, the next one goes on.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "export/report.h"
#include "ingest/options.h"

namespace sop {

// A record and what a report says of it.
struct Converted {
    std::string id;  // of the source
    std::string json;
    std::string soort;
    int diagnostics = 0;
    bool has_remarks = false;  // a diagnostic that is more than information
};

// Reads `file`, converts it and hands the record to `write`, whose errors count as the file's. Absent: all went well.
std::optional<Failure> convert(const std::filesystem::path& file, const ReadOptions& options,
                               const std::function<void(const Converted&)>& write);

// Reads `file` and hands the Document as text to `write`.
std::optional<Failure> inspect(const std::filesystem::path& file, const ReadOptions& options,
                               const std::function<void(std::string_view)>& write);

// The same drawn over the pages of a PDF, as HTML.
std::optional<Failure> draw(const std::filesystem::path& file, const ReadOptions& options,
                            const std::function<void(std::string_view)>& write);

}  // namespace sop
