#include "extract/scoring.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "extract/survey.h"

namespace sop {
namespace {

// Shared words below a title that says what the document is; in a title itself they say as much as the template's own.
constexpr double titled_wording = 0.75;
// What shows a form without its title to be a template's: so many items in words that nobody else uses for them, or so
// many that it words as others do, among them one of these or all the headings that are enough for it.
constexpr int fewest_distinctive = 2;
constexpr int fewest_own = 6;
// A form below its own title may have lost more of the rest.
constexpr double titled_threshold = 0.30;
// Below a title that leaves no doubt a profile may tell its story in headings of its own; something of it is known.
constexpr double clear_title_threshold = 0.26;
// Two templates whose scores are this close fit equally well.
constexpr double close_score = 0.05;

// The section that says which school a profile is of.
constexpr std::string_view school_section = "schoolgegevens";

// Sum of what was found of the items in `own`, each found in `all` by its name; what was found at all counts `least`.
template <class Items, class Name>
double sum_of(const Items& own, const Items& all, const std::vector<double>& found, double least, Name name) {
    double sum = 0;
    for (const auto& item : own)
        for (std::size_t i = 0; i < all.size(); ++i)
            if (name(all[i]) == name(item) && found[i] > 0) sum += std::max(found[i], least);
    return sum;
}

// Whether anything says that the document is of a school: a title, a school's name, the section with its data, or a
// label that only schools have. Any organisation has a telephone, a board and somebody who adopts a plan.
bool names_school(const Evidence& evidence) {
    constexpr std::array<std::string_view, 7> labels{
        "school.naam",        "school.brin",           "school.vestigingscode", "school.schoolsoort",
        "school.denominatie", "school.leerlingaantal", "interne_begeleiding"};
    const Vocabulary& vocabulary = default_vocabulary();
    for (std::size_t i = 0; i < vocabulary.sections.size(); ++i)
        if (vocabulary.sections[i].id == school_section && evidence.sections[i] > 0) return true;
    for (std::size_t i = 0; i < vocabulary.fields.size(); ++i)
        if (evidence.fields[i] > 0 && std::ranges::find(labels, vocabulary.fields[i].field) != labels.end())
            return true;
    return (evidence.title > 0 && !evidence.is_shared_title) || evidence.has_name;
}

// Whether two tables are there that only a profile has together, each known by its columns wherever it stands: the
// expertise of the team, and how often which partner comes.
bool has_core_tables(const Evidence& evidence) {
    constexpr std::ptrdiff_t fewest_tables = 2;
    const std::vector<TableDef>& tables = default_vocabulary().tables;
    std::ptrdiff_t known = 0;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::vector<double>& columns = evidence.columns[i];
        const auto found = std::count_if(columns.begin(), columns.end(), [](double value) { return value > 0; });
        known += tables[i].telling > 0 && found >= tables[i].telling ? 1 : 0;
    }
    return known >= fewest_tables;
}

double found_of(const std::vector<SectionDef>& sections, const std::vector<double>& found, std::string_view id) {
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (sections[i].id == id) return found[i];
    return 0;
}

// Whether the document is in this template's own words.
bool has_own_wording(const Template& form, const Evidence& evidence) {
    if (form.recognition.title.is_needed && !evidence.is_own_title) return false;
    if (form.recognition.is_generic || evidence.is_own_title || evidence.footers > 0) return true;
    if (evidence.distinctive >= fewest_distinctive) return true;
    const auto own_in = [](const std::vector<double>& found) {
        return std::count_if(found.begin(), found.end(), [](double value) { return value >= own_wording; });
    };
    auto own = own_in(evidence.sections);
    if (evidence.distinctive == 0 && own < form.recognition.heading.enough) return false;
    own += own_in(evidence.fields);
    for (const std::vector<double>& columns : evidence.columns) own += own_in(columns);
    return own >= fewest_own;
}

// Whether a document without a profile's title has what only a profile has together: its sections or its tables.
bool has_core(const Template& form, const Evidence& evidence) {
    const std::vector<std::string>& core = form.recognition.core;
    return evidence.title > 0 || has_core_tables(evidence) ||
           std::all_of(core.begin(), core.end(), [&](const std::string& id) {
               return found_of(default_vocabulary().sections, evidence.sections, id) > 0;
           });
}

TemplateScore score_of(const Template& form, const Evidence& evidence) {
    const Vocabulary& vocabulary = default_vocabulary();
    const Recognition& recognition = form.recognition;
    const double least = evidence.title > 0 || has_core_tables(evidence) ? titled_wording : shared_wording;
    double columns = 0;
    for (const TableDef& table : form.tables)
        for (std::size_t i = 0; i < vocabulary.tables.size(); ++i)
            if (vocabulary.tables[i].id == table.id)
                columns += sum_of(table.columns, vocabulary.tables[i].columns, evidence.columns[i], least,
                                  [](const ColumnDef& column) { return column.id; });
    TemplateScore result;
    double weights = 0, found = 0;
    const auto count = [&](double& share, const Measure& measure, double sum) {
        share = std::min(1.0, sum / measure.enough);
        found += measure.weight * share;
        weights += measure.weight;
    };
    const double title = recognition.is_generic && evidence.title > 0 ? own_wording : evidence.title;
    count(result.title, recognition.title, title);
    count(result.heading, recognition.heading,
          sum_of(form.sections, vocabulary.sections, evidence.sections, least,
                 [](const SectionDef& section) { return section.id; }));
    count(result.label, recognition.label,
          sum_of(form.fields, vocabulary.fields, evidence.fields, least,
                 [](const FieldDef& field) { return field.field; }));
    count(result.column, recognition.column, columns);
    count(result.footer, recognition.footer, evidence.footers);
    result.score = found / weights;
    result.is_own_title = evidence.is_own_title;
    result.is_clear_title = evidence.is_clear_title;
    if (evidence.is_foreign && !evidence.is_own_title)
        result.ruled_out = RuledOut::foreign_title;
    else if (evidence.is_guide)
        result.ruled_out = RuledOut::guide;
    else if (!names_school(evidence))
        result.ruled_out = RuledOut::no_school;
    else if (!has_own_wording(form, evidence))
        result.ruled_out = RuledOut::no_own_wording;
    else if (!has_core(form, evidence))
        result.ruled_out = RuledOut::no_core;
    return result;
}

}  // namespace

std::string in_text(double score) {
    char text[16] = {};
    std::snprintf(text, sizeof text, "%.2f", score);
    std::replace(text, text + sizeof text, '.', ',');
    return text;
}

std::vector<TemplateScore> score_templates(const Document& document, const TemplateSet& templates, Scope scope) {
    std::vector<Evidence> evidence = survey(document, templates);
    std::vector<TemplateScore> scores;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        // The document that a chapter is of names the school.
        if (scope != Scope::document) evidence[i].has_name = true;
        if (scope == Scope::titled_chapter) evidence[i].title = shared_wording;
        scores.push_back(score_of(templates.templates()[i], evidence[i]));
    }
    return scores;
}

std::optional<TemplateChoice> choose_template(const std::vector<TemplateScore>& scores, const TemplateSet& templates) {
    std::optional<TemplateChoice> best, generic;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double score = scores[i].score;
        const bool is_generic = templates.templates()[i].recognition.is_generic;
        const double least = scores[i].is_own_title                   ? titled_threshold
                             : is_generic && scores[i].is_clear_title ? clear_title_threshold
                                                                      : match_threshold;
        if (scores[i].ruled_out != RuledOut::no || score < least) continue;
        auto& choice = is_generic ? generic : best;
        if (!choice || score > choice->score) choice = TemplateChoice{i, score};
    }
    return best ? best : generic;
}

std::optional<Diagnostic> find_doubt(const TemplateChoice& choice, const std::vector<TemplateScore>& scores,
                                     const TemplateSet& templates) {
    if (choice.score < match_threshold && !scores[choice.index].is_own_title)
        return Diagnostic{"SJABLOON_TWIJFEL",
                          Severity::warning,
                          "Dat dit een profiel is, zegt vooral de titel: verder is er weinig van herkend.",
                          {},
                          1};
    std::optional<std::size_t> rival;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const bool is_rival = i != choice.index && scores[i].ruled_out == RuledOut::no &&
                              !templates.templates()[i].recognition.is_generic && scores[i].score >= match_threshold &&
                              choice.score - scores[i].score < close_score;
        if (is_rival && (!rival || scores[i].score > scores[*rival].score)) rival = i;
    }
    if (!rival) return std::nullopt;
    const auto named = [&](std::size_t index) {
        return templates.templates()[index].id + " (" + in_text(scores[index].score) + ")";
    };
    return Diagnostic{"SJABLOON_TWIJFEL",
                      Severity::warning,
                      "Twee sjablonen passen bijna even goed: " + named(choice.index) + " en " + named(*rival) +
                          "; het eerste is gebruikt.",
                      {},
                      1};
}

const Edition& match_edition(const Template& form, const std::vector<Section>& sections) {
    const auto agreement = [&](const Edition& edition) {
        int agreed = 0;
        int place = 0;
        for (const Section& section : sections) {
            if (section.level != 1) continue;
            ++place;
            const std::string number = section.number.empty() ? std::to_string(place) : section.number;
            agreed += std::count(edition.numbers.begin(), edition.numbers.end(), std::pair(section.id, number)) > 0;
        }
        return agreed;
    };
    const auto best = std::max_element(form.editions.begin(), form.editions.end(),
                                       [&](const auto& a, const auto& b) { return agreement(a) < agreement(b); });
    return *best;  // the first of equals; a template has at least one
}

}  // namespace sop
