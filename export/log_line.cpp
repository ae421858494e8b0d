#include "export/log_line.h"

#include "export/json_writer.h"
#include "ingest/printable.h"

namespace sop {
std::string as_text(const LogLine& line) {
    std::string text;
    for (const std::string_view word : {line.time, line.level, line.state, line.code}) {
        if (word.empty()) continue;
        if (!text.empty()) text += ' ';
        text += word;
    }
    if (line.milliseconds) text += " " + std::to_string(*line.milliseconds) + " ms";
    for (const std::string_view part : {line.file, line.message})
        if (!part.empty()) text += ": " + printable(part);
    return text + '\n';
}

std::string as_json(const LogLine& line) {
    json::Writer out(json::Layout::one_line);
    out.open('{');
    const auto member = [&](std::string_view key, std::string_view value) {
        if (!value.empty()) json::members(out, key, value);
    };
    member("tijd", line.time);
    member("niveau", line.level);
    member("staat", line.state);
    member("bestand", line.file);
    member("code", line.code);
    if (line.milliseconds) {
        out.key("ms");
        out.integer(*line.milliseconds);
    }
    member("bericht", line.message);
    out.close('}');
    return out.take();
}

}  // namespace sop
