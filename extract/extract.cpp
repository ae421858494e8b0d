#include "extract/extract.h"

#include <utility>

#include "extract/coverage.h"
#include "extract/fields.h"
#include "extract/layout.h"
#include "extract/notes.h"
#include "extract/scoring.h"
#include "extract/sections.h"
#include "extract/tables.h"

namespace sop {

Extraction extract(Document document, const TemplateSet& templates) {
    Extraction result;
    const auto choice = match_template(document, templates);
    result.text_size = measure_text(document);
    result.metadata = std::move(document.metadata);
    result.diagnostics = std::move(document.diagnostics);
    if (!choice) {
        Sections sections = cut_at_headings(std::move(document.blocks), result.diagnostics);
        result.front = std::move(sections.front);
        result.sections = std::move(sections.sections);
        append_notes(result, std::move(document.stories));
        return result;
    }
    const Template& best = templates.templates()[choice->index];
    const MatchedTemplate form{templates.lexicon(), templates.rules(choice->index), static_cast<int>(choice->index),
                               document.controls};
    std::vector<Block> blocks = unwrap_layout(form, std::move(document.blocks), result.diagnostics);
    Sections sections = find_sections(form, std::move(blocks), result.diagnostics);
    result.match = TemplateMatch{best.id, match_edition(best, sections.sections).id, choice->score, best.kind};
    TableMeanings meanings(form);
    result.fields = find_fields(form, sections, document.stories, meanings);
    result.tables = find_tables(form, sections, meanings, result.diagnostics);
    mark_headers(sections, meanings);
    result.front = std::move(sections.front);
    result.sections = std::move(sections.sections);
    append_notes(result, std::move(document.stories));
    return result;
}

}  // namespace sop
