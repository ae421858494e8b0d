// What a template found in a document: raw text with its origin. Nothing here is cleaned or interpreted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.h"

namespace sop {

// How a value was found; the record's `methode`.
enum class Method { label, table, control, heading, pattern, file_name, manifest, register_, ocr, derived };
std::string_view name_of(Method method);

// One value of one field. A field may be found more than once: best first, the others are what disagrees with it.
struct FoundField {
    std::string field;    // the template's name for it: "school.naam", "directie", "vaststelling.mr_advies"
    std::string raw;      // the value's text as a reader sees it, lines joined by '\n', struck and prompt text left out
    std::string context;  // label and value as they stood ("Naam de school: OBS De Brug"), evidence for herkomst
    Method method = Method::label;
    double confidence = 0;  // 0..1
    Origin origin;
    bool operator==(const FoundField&) const = default;
};

// One cell of a table with a meaning, or one item of a list that stands for such a table.
struct FoundCell {
    std::string column;   // canonical column id; "overig" where the heading is unknown
    std::string heading;  // the column's heading as it stood, header rows joined by " / "; "" where there was none
    std::string raw;      // paragraphs joined by '\n', list items with "- " before them, tick boxes as ☒/☐
    Origin origin;
    bool is_guess = false;  // the column is of a word in its heading, which says more
    bool operator==(const FoundCell&) const = default;
};

struct FoundRow {
    std::string group;  // text of the group-title row above; "" where none
    std::vector<FoundCell> cells;
    Method method = Method::table;
    double confidence = 0;
    Origin origin;
    bool operator==(const FoundRow&) const = default;
};

// All rows found for one table of the record: "arrangementen", "grenzen" (column "tekst"), "verbeterpunten" ("tekst",
// "termijn"), "basisondersteuning" ("label", "waarde", "toelichting"). A cell that is merged over several rows is in
// each.
struct FoundTable {
    std::string table;
    std::vector<FoundRow> rows;
    bool operator==(const FoundTable&) const = default;
};

// A part of the body under one heading. Deeper headings that are no section of their own stay in `blocks` as paragraphs
// with a heading level.
struct Section {
    std::string id;       // canonical section id; "overig" where unknown
    std::string number;   // as printed or numbered, without trailing punctuation: "4", "2.1", "A"; "" where none
    std::string heading;  // without its number
    int level = 1;
    std::vector<Block> blocks;
    Origin origin;          // of the heading
    bool is_guess = false;  // the id is of a word in the heading, which says more
    bool operator==(const Section&) const = default;
};

struct TemplateMatch {
    std::string id, edition;                 // "almere-po", "7-secties"
    double score = 0;                        // 0..1
    std::string kind = "sop";                // what the template is a form of: the record's `soort`
    std::vector<std::string> sections = {};  // ids of those that the form has
    bool operator==(const TemplateMatch&) const = default;
};

// Characters of the document that a reader sees, white space not counted.
struct TextSize {
    std::size_t body = 0;       // with its notes
    std::size_t furniture = 0;  // running headers and footers
    bool operator==(const TextSize&) const = default;
};

struct Extraction {
    Metadata metadata;
    TextSize text_size;                  // of the document before anything was left out
    std::optional<TemplateMatch> match;  // absent: no template fits, the document is something else
    std::vector<Block> front;            // body before the first section
    std::vector<Section> sections;
    std::vector<FoundField> fields;
    std::vector<FoundTable> tables;
    std::vector<Diagnostic> diagnostics;  // of the document and of the extraction
    bool operator==(const Extraction&) const = default;
};

}  // namespace sop
