// One source through all stages. Here, and nowhere else, an error that ends a conversion is caught: whatever a file
// does, the next one goes on.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "export/report.h"
#include "extract/template.h"
#include "ingest/diagnostic.h"
#include "ingest/options.h"
#include "normalize/identity.h"
#include "normalize/taxonomy.h"

namespace sop {

// A source in memory. `name`: its file name without folders, UTF-8.
struct Source {
    std::string_view name;
    std::string_view bytes;
};

using Write = std::function<void(std::string_view)>;

// What a conversion goes by besides the source.
struct Conversion {
    SchoolLists lists;                     // what else is known of the schools; see identify()
    std::optional<Taxonomy> taxonomy;      // absent: default_taxonomy()
    std::optional<TemplateSet> templates;  // absent: default_templates()
    bool is_redacted = false;              // records for publication; see redact()
};

// Converts the source and hands its record, as JSON, to `write`, whose errors count as the source's. Absent: all went
// well.
std::optional<Failure> convert(const Source& source, const ReadOptions& options, const Conversion& conversion,
                               const Write& write);

// Hands the Document as text to `write`.
std::optional<Failure> inspect(const Source& source, const ReadOptions& options, const Write& write);

// The same drawn over the pages of a PDF, as HTML.
std::optional<Failure> draw(const Source& source, const ReadOptions& options, const Write& write);

// Hands explain() of the source, or find_form_texts() of it, to `write`.
std::optional<Failure> explain_source(const Source& source, const ReadOptions& options, const TemplateSet& templates,
                                      const Write& write);
std::optional<Failure> form_texts(const Source& source, const ReadOptions& options, const Write& write);

// The error object of a source; `id` only where its bytes could be read.
Failure failure_of(const ConversionError& error, std::string_view name, std::optional<std::string> id);

}  // namespace sop
