// A line of the log of a run. Nothing of a document's text is in it: names of files, codes and figures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sop {

struct LogLine {
    std::string_view time;   // UTC, ISO 8601
    std::string_view level;  // "info", "waarschuwing", "fout"
    std::string_view
        state;  // what this is about: "geconverteerd", "bekend", "mislukt", "einde", "verslag", "afgebroken"
    std::string_view file;  // UTF-8; "": the line is about no file
    std::string_view code;  // of what went wrong; "": nothing did
    std::optional<std::int64_t> milliseconds;
    std::string_view message;
};

// Both with a final newline and no other one, whatever stands in the name of a file.
std::string as_text(const LogLine& line);
// An object; what is empty has no key.
std::string as_json(const LogLine& line);

}  // namespace sop
