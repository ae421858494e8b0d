// The report of a run as files: "<stem>.json" for programs, "<stem>.html" for people.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "export/report.h"

namespace sop {

// What both files are called in the folder of the records, or of --report.
inline constexpr std::string_view report_stem = "rapport";

std::filesystem::path report_file(const std::filesystem::path& folder, std::string_view stem,
                                  std::string_view extension);

// Writes both and gives the page. Throws ConversionError (write_error).
std::filesystem::path write_report_files(const std::filesystem::path& folder, std::string_view stem,
                                         const RunReport& report);

}  // namespace sop
