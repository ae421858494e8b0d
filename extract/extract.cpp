#include "extract/extract.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "extract/chapter.h"
#include "extract/coverage.h"
#include "extract/fields.h"
#include "extract/heading_candidates.h"
#include "extract/layout.h"
#include "extract/notes.h"
#include "extract/paragraph_text.h"
#include "extract/scoring.h"
#include "extract/sections.h"
#include "extract/sites.h"
#include "extract/tables.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Says of each value that is not what the template says its field holds; it is kept, with less confidence.
void remark_checks(const Definitions& rules, Extraction& result) {
    for (const FoundField& found : result.fields)
        for (const FieldDef& field : rules.fields)
            if (field.field == found.field && !passes_check(field, found.raw))
                add_diagnostic(result.diagnostics,
                               {"WAARDE_WIJKT_AF", Severity::warning,
                                "Een waarde is niet wat het formulier bij " + field.field + " vraagt.", found.origin});
}

bool is_guide_title(const std::string& heading, const Lexicon& lexicon) {
    bool found = false;
    lexicon.phrases_at(fold_words(heading), 0, [&](const std::vector<Meaning>& meanings, std::size_t) {
        found =
            found || std::ranges::any_of(meanings, [](const Meaning& meaning) { return meaning.term == Term::guide; });
    });
    return found;
}

// Appends as sections what stands in `blocks` before the first heading that is not the title of the whole, and what
// stands under a heading for the school's own data, up to the next of its level.
void append_school_data(const MatchedTemplate& form, const std::vector<Block>& blocks, Sections& to) {
    constexpr std::string_view school_section = "schoolgegevens", description = "typering", introduction = "inleiding";
    constexpr std::size_t heading_bytes = 120, cover_blocks = 12;
    if (blocks.empty()) return;
    constexpr int above_all = 100;
    int open = above_all;  // level of the heading that is read; 0: none
    to.sections.emplace_back().id = school_section;
    for (const Block& block : blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        const int level = paragraph ? paragraph->heading : 0;
        if (level == 0 || (open > 0 && level > open)) {
            std::vector<Block>& content = to.sections.back().blocks;
            if (open > 0 && (open < above_all || content.size() < cover_blocks)) content.push_back(block);
            continue;
        }
        const std::string text =
            text_bytes(*paragraph) <= heading_bytes ? collapse_spaces(plain_text(paragraph->inlines)) : "";
        if (open == above_all && is_guide_title(text, form.lexicon)) continue;
        NumberedHeading heading = split_heading(text);
        const auto match = match_heading(form, heading.title, text);
        std::string_view id = match ? std::string_view(form.rules.sections[match->section].id) : "";
        if (id == introduction) id = description;  // a welcome with the address below it
        open = id == school_section || id == description ? level : 0;
        if (open == 0) continue;
        Section& section = to.sections.emplace_back();
        section.id = id;
        section.heading = std::move(heading.title);
        section.origin = paragraph->origin;
    }
}

// Reads `blocks`, all of a document or its chapter, by a template. Gives its sections. `around`: the rest of the
// document that the chapter is of.
Sections read_form(const TemplateSet& templates, const TemplateChoice& choice, std::vector<Block> blocks,
                   const Document& document, const std::vector<Story>& stories, Extraction& result,
                   const std::vector<Block>& around = {}) {
    const Template& best = templates.templates()[choice.index];
    const MatchedTemplate form{templates.lexicon(), templates.rules(choice.index), static_cast<int>(choice.index),
                               document.controls};
    blocks = unwrap_layout(form, std::move(blocks), result.diagnostics);
    Sections sections = find_sections(form, std::move(blocks), result.diagnostics, !around.empty());
    result.match = TemplateMatch{best.id, match_edition(best, sections.sections).id, choice.score, best.kind, {}};
    for (const SectionDef& section : best.sections) result.match->sections.push_back(section.id);
    TableMeanings meanings(form);
    const auto own = static_cast<std::ptrdiff_t>(sections.sections.size());
    append_school_data(form, around, sections);
    result.fields = find_fields(form, sections, stories, meanings);
    // Alive as long as what `meanings` knows of their tables.
    const std::vector<Section> school_data(std::make_move_iterator(sections.sections.begin() + own),
                                           std::make_move_iterator(sections.sections.end()));
    sections.sections.erase(sections.sections.begin() + own, sections.sections.end());
    remark_checks(form.rules, result);
    remark_sites(sections, result.diagnostics);
    result.tables = find_tables(form, sections, meanings, result.diagnostics);
    mark_headers(sections, meanings);
    return sections;
}

void append(std::vector<Section>& to, std::vector<Section> from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

// What stands before the first chapter: in a file that has its title as a heading, what stands under that.
std::vector<Block> cover_of(const Sections& sections, const Lexicon& lexicon) {
    if (!sections.front.empty() || sections.sections.empty()) return sections.front;
    const Section& first = sections.sections.front();
    if (!is_guide_title(first.heading, lexicon)) return {};
    std::vector<Block> cover{Block{Paragraph{}}};
    std::get<Paragraph>(cover[0].content).inlines.emplace_back(Text{first.heading, plain, no_control});
    std::get<Paragraph>(cover[0].content).origin = first.origin;
    cover.insert(cover.end(), first.blocks.begin(), first.blocks.end());
    return cover;
}

// What says of a chapter which school it is of and which year: the cover and the running headers of the whole.
std::vector<Story> around_chapter(const Document& document, std::vector<Block> cover_blocks) {
    constexpr std::size_t most_blocks = 30;
    cover_blocks.resize(std::min(cover_blocks.size(), most_blocks));
    std::vector<Story> around = document.stories;
    Story& cover = around.emplace_back();
    cover.kind = Story::Kind::header;
    cover.blocks = std::move(cover_blocks);
    return around;
}

// A larger document with a chapter that is a profile: that chapter by its template, all else as sections "overig".
void read_guide(const TemplateSet& templates, const ChapterChoice& found, Document& document, Extraction& result) {
    const auto at = [&](std::size_t index) { return document.blocks.begin() + static_cast<std::ptrdiff_t>(index); };
    const auto cut = [&](std::size_t begin, std::size_t end) {
        return std::vector<Block>(std::make_move_iterator(at(begin)), std::make_move_iterator(at(end)));
    };
    const auto [begin, end] = found.chapter;
    std::vector<Block> around(at(0), at(begin));
    around.insert(around.end(), at(end), document.blocks.end());
    Sections before = cut_at_headings(cut(0, begin), result.diagnostics);
    const Paragraph heading = std::get<Paragraph>(document.blocks[begin].content);
    Sections chapter = read_form(templates, found.choice, cut(begin + 1, end), document,
                                 around_chapter(document, cover_of(before, templates.lexicon())), result, around);
    Sections after = cut_at_headings(cut(end, document.blocks.size()), result.diagnostics);
    result.match->kind = "schoolgids_met_sop";
    add_diagnostic(result.diagnostics, {"SOP_HOOFDSTUK", Severity::info,
                                        "Het schoolondersteuningsprofiel is een hoofdstuk van dit document; waarden "
                                        "zijn alleen daaruit, van het omslag en uit de gegevens van de school gelezen.",
                                        heading.origin});
    result.front = std::move(before.front);
    append(result.sections, std::move(before.sections));
    NumberedHeading title = split_heading(collapse_spaces(plain_text(heading.inlines)));
    Section& opening = result.sections.emplace_back();
    opening.id = "overig";
    opening.number = clean_number(heading.number.empty() ? title.number : heading.number);
    opening.heading = std::move(title.title);
    opening.origin = heading.origin;
    opening.blocks = std::move(chapter.front);
    for (Section& section : chapter.sections) ++section.level;
    append(result.sections, std::move(chapter.sections));
    std::vector<Block>& last = result.sections.back().blocks;
    std::move(after.front.begin(), after.front.end(), std::back_inserter(last));
    append(result.sections, std::move(after.sections));
}

}  // namespace

Extraction extract(Document document, const TemplateSet& templates) {
    Extraction result;
    const std::vector<TemplateScore> scores = score_templates(document, templates);
    const auto choice = choose_template(scores, templates);
    result.text_size = measure_text(document);
    result.metadata = std::move(document.metadata);
    result.diagnostics = std::move(document.diagnostics);
    const bool is_foreign = std::any_of(scores.begin(), scores.end(), [](const TemplateScore& score) {
        return score.ruled_out == RuledOut::foreign_title;
    });
    const bool has_title = choice && scores[choice->index].title > 0;
    const bool is_guide = std::any_of(scores.begin(), scores.end(),
                                      [](const TemplateScore& score) { return score.ruled_out == RuledOut::guide; });
    const auto chapter = has_title || is_foreign ? std::nullopt : find_chapter(document, templates, is_guide);
    if (chapter) {
        read_guide(templates, *chapter, document, result);
    } else if (choice) {
        if (auto doubt = find_doubt(*choice, scores, templates)) add_diagnostic(result.diagnostics, *std::move(doubt));
        Sections sections =
            read_form(templates, *choice, std::move(document.blocks), document, document.stories, result);
        result.front = std::move(sections.front);
        result.sections = std::move(sections.sections);
    } else {
        Sections sections = cut_at_headings(std::move(document.blocks), result.diagnostics);
        result.front = std::move(sections.front);
        result.sections = std::move(sections.sections);
    }
    append_notes(result, std::move(document.stories));
    return result;
}

}  // namespace sop
