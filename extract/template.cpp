#include "extract/template.h"

#include <algorithm>

#include "embedded/templates.h"
#include "embedded/vocabulaire.h"

namespace sop {
namespace {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

// Each definition of `own` added to the one of `shared` that has its name. What is listed is added; what can be only
// one thing is replaced.
Definitions merge(const Definitions& shared, const Definitions& own) {
    Definitions result = shared;
    for (const FieldDef& added : own.fields)
        for (FieldDef& field : result.fields) {
            if (field.field != added.field) continue;
            append(field.labels, added.labels);
            append(field.weak_labels, added.weak_labels);
            append(field.includes, added.includes);
            if (!added.places.empty()) field.places = added.places;
            if (!added.locators.empty()) field.locators = added.locators;
            if (!added.sentence.empty()) field.sentence = added.sentence;
            if (!added.phrases.empty()) field.phrases = added.phrases;
            append(field.not_before, added.not_before);
            if (!added.phrase_starts.empty()) field.phrase_starts = added.phrase_starts;
            field.several = field.several || added.several;
            append(field.allowed, added.allowed);
            if (!added.mask.empty()) field.mask = added.mask;
        }
    for (const TableDef& added : own.tables)
        for (TableDef& table : result.tables)
            if (table.id == added.id && !added.places.empty()) table.places = added.places;
    return result;
}

std::uint16_t index_of(std::size_t index) { return static_cast<std::uint16_t>(index); }

// Adds the phrases of `own`, whose items have their index in `shared`.
void add_phrases(Lexicon& lexicon, const Definitions& shared, const Definitions& own, std::int16_t owner) {
    const auto add = [&](const std::vector<std::string>& phrases, Meaning meaning) {
        meaning.owner = owner;
        for (const std::string& phrase : phrases) lexicon.add(phrase, meaning);
    };
    for (const SectionDef& section : own.sections)
        for (std::size_t i = 0; i < shared.sections.size(); ++i) {
            if (shared.sections[i].id != section.id) continue;
            const Meaning meaning{Term::heading, owner, index_of(i), 0, Meaning::none};
            add(section.headings, meaning);
            add(section.beginnings, {Term::heading, owner, index_of(i), 0, Meaning::begins});
            add(section.chapters, {Term::heading, owner, index_of(i), 0, Meaning::chapter});
            add(section.mentions, {Term::mention, owner, index_of(i), 0, Meaning::none});
            add(section.likely, {Term::mention, owner, index_of(i), 0, Meaning::chapter});
        }
    for (const FieldDef& field : own.fields)
        for (std::size_t i = 0; i < shared.fields.size(); ++i) {
            if (shared.fields[i].field != field.field) continue;
            add(field.labels, {Term::label, owner, index_of(i), 0, Meaning::none});
            add(field.weak_labels, {Term::label, owner, index_of(i), 0, Meaning::weak});
        }
    for (const TableDef& table : own.tables)
        for (std::size_t i = 0; i < shared.tables.size(); ++i) {
            if (shared.tables[i].id != table.id) continue;
            for (const ColumnDef& column : table.columns)
                for (std::size_t j = 0; j < shared.tables[i].columns.size(); ++j) {
                    if (shared.tables[i].columns[j].id != column.id) continue;
                    add(column.headings, {Term::column, owner, index_of(i), index_of(j), Meaning::none});
                    add(column.beginnings, {Term::column, owner, index_of(i), index_of(j), Meaning::begins});
                    add(column.weak_headings, {Term::column, owner, index_of(i), index_of(j), Meaning::weak});
                    add(column.telling, {Term::column, owner, index_of(i), index_of(j), Meaning::telling});
                    add(column.mentions, {Term::column_mention, owner, index_of(i), index_of(j), Meaning::none});
                }
            add(table.excluded, {Term::not_a_table, owner, index_of(i), 0, Meaning::none});
        }
    add(own.boilerplate, {Term::boilerplate, owner, 0, 0, Meaning::none});
    add(own.boilerplate_starts, {Term::boilerplate, owner, 0, 0, Meaning::begins});
}

}  // namespace

const Vocabulary& default_vocabulary() {
    static const Vocabulary vocabulary = read_vocabulary(embedded::vocabulaire, "vocabulaire.yaml");
    return vocabulary;
}

TemplateSet::TemplateSet() : lexicon_({}) { index_phrases(); }

void TemplateSet::add(Template added) {
    const auto same = std::find_if(templates_.begin(), templates_.end(),
                                   [&](const Template& existing) { return existing.id == added.id; });
    if (same == templates_.end())
        templates_.push_back(std::move(added));
    else
        *same = std::move(added);
    index_phrases();
}

void TemplateSet::index_phrases() {
    const Vocabulary& vocabulary = default_vocabulary();
    lexicon_ = Lexicon(vocabulary.stop_words, vocabulary.kept_words);
    rules_.clear();
    const auto add_titles = [&](const std::vector<std::string>& titles, Term term, std::int16_t owner,
                                std::uint8_t flags = Meaning::begins) {
        for (const std::string& title : titles) lexicon_.add(title, {term, owner, 0, 0, flags});
    };
    // Own phrases before shared ones: the first meaning that fits counts.
    for (std::size_t i = 0; i < templates_.size(); ++i) {
        const auto owner = static_cast<std::int16_t>(i);
        add_titles(templates_[i].recognition.titles, Term::title, owner);
        add_titles(templates_[i].recognition.foreign_titles, Term::foreign, owner);
        add_titles(templates_[i].recognition.furniture, Term::furniture, owner);
        add_phrases(lexicon_, vocabulary, templates_[i], owner);
        rules_.push_back(merge(vocabulary, templates_[i]));
    }
    add_titles(vocabulary.titles, Term::title, shared_owner);
    add_titles(vocabulary.shared_titles, Term::title, shared_owner, Meaning::begins | Meaning::weak);
    add_titles(vocabulary.foreign_titles, Term::foreign, shared_owner);
    add_titles(vocabulary.guides, Term::guide, shared_owner);
    add_titles(vocabulary.parts, Term::part, shared_owner);
    add_phrases(lexicon_, vocabulary, vocabulary, shared_owner);
}

std::string_view missing_of(const Template& form) {
    const Recognition& counted = form.recognition;
    if (counted.heading.weight > 0 && form.sections.empty()) return "secties";
    if (counted.label.weight > 0 && form.fields.empty()) return "velden";
    if (counted.column.weight > 0 && form.tables.empty()) return "tabellen";
    return {};
}

const TemplateSet& default_templates() {
    static const TemplateSet templates = [] {
        TemplateSet set;
        for (const auto& [file_name, yaml] : embedded::templates) set.add(read_template(yaml, file_name));
        return set;
    }();
    return templates;
}

}  // namespace sop
