// Extractions by hand, and look-ups in the record they give.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "normalize/normalize.h"

namespace sop::test {

inline FoundField field(std::string name, std::string raw, double confidence = 0.95) {
    FoundField out;
    out.field = std::move(name);
    out.context = "label: " + raw;
    out.raw = std::move(raw);
    out.confidence = confidence;
    out.origin.path = "body/" + out.field;
    return out;
}

inline FoundCell cell(std::string column, std::string raw, std::string heading = {}) {
    FoundCell out;
    out.column = std::move(column);
    out.heading = std::move(heading);
    out.raw = std::move(raw);
    out.origin.path = "body/" + out.column;
    return out;
}

inline FoundRow row(std::vector<FoundCell> cells, std::string group = {}) {
    FoundRow out;
    out.group = std::move(group);
    out.cells = std::move(cells);
    out.confidence = 0.9;
    return out;
}

// A profile with nothing but these.
inline Extraction profile(std::vector<FoundField> fields, std::vector<FoundTable> tables = {}) {
    Extraction out;
    out.match = TemplateMatch{.id = "almere-po", .edition = "7-secties", .score = 0.97, .kind = "sop"};
    out.fields = std::move(fields);
    out.tables = std::move(tables);
    return out;
}

inline SopRecord record_of(const Extraction& extraction, std::string file_name = "sop.docx") {
    return normalize({std::move(file_name), 1, "sha256:00"}, extraction, default_taxonomy());
}

inline const Herkomst* evidence(const SopRecord& record, std::string_view pointer) {
    const auto entry = std::find_if(record.herkomst.begin(), record.herkomst.end(),
                                    [&](const auto& item) { return item.first == pointer; });
    return entry == record.herkomst.end() ? nullptr : &entry->second;
}

inline bool has_remark(const SopRecord& record, std::string_view code, std::string_view part = {}) {
    return std::any_of(record.meldingen.begin(), record.meldingen.end(), [&](const Diagnostic& remark) {
        return remark.code == code && remark.message.find(part) != std::string::npos;
    });
}

}  // namespace sop::test
