// Templates: the data files that describe one form layout each (extract/templates/*.yaml), on top of a vocabulary that
// all share (extract/templates/vocabulaire.yaml). templates/vocabulaire.yaml explains every key to an administrator.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/lexicon.h"
#include "extract/locators.h"
#include "extract/yaml.h"

namespace sop {

// A mistake in a template file, for the person who wrote it: what() is "file.yaml:12:5: sentence" (Dutch).
using TemplateError = YamlError;

// Places where a field is looked for that are no section.
inline constexpr std::string_view front_place = "voorwerk";
inline constexpr std::string_view any_place = "overal";

struct SectionDef {
    std::string id;
    std::vector<std::string> headings;
    std::vector<std::string> beginnings;  // headings that may go on after this
    std::vector<std::string> chapters;    // headings only where they stand as a chapter
    std::vector<std::string> mentions;    // words of longer headings that are most likely this section's
    std::vector<std::string> likely;      // whole headings that are most likely this section's
    std::string under;                    // section that it is a part of where the heading's level does not say
};

// Folded words that a value stands behind in a sentence, and those behind it: "telt", "leerlingen". A value with words
// behind it is a number, any other a name.
struct ValuePhrase {
    std::string before, behind;
    bool is_of_school = false;  // counts behind a word that names a school
};

struct FieldDef {
    std::string field;
    std::vector<std::string> labels;
    std::vector<std::string> weak_labels;            // labels that mean this only in a section of `places`
    std::vector<std::string> places;                 // section ids, front_place, any_place
    std::vector<Locator> locators;                   // in the order of trying
    bool several = false;                            // the value may take several lines: persons, an address
    std::vector<std::string> allowed;                // folded: the only values that the form offers; empty: any
    std::string mask;                                // its shape: 9 a digit, A a letter, others themselves; "": any
    std::vector<std::string> includes;               // fields whose label behind this one belongs to this value
    std::vector<std::vector<std::string>> sentence;  // of each list a word, and a date: Locator::sentence
    std::vector<ValuePhrase> phrases;                // Locator::phrase
    std::vector<std::string> not_before;             // folded phrases behind a number of something else
    std::vector<std::string> phrase_starts;          // folded words that such a value starts with; empty: any name
};

struct ColumnDef {
    std::string id;
    std::vector<std::string> headings;
    std::vector<std::string> beginnings;
    std::vector<std::string> weak_headings;  // headings that mean this only in a section of TableDef::places
    std::vector<std::string> telling;        // headings that with another known one make the table this one anywhere
    std::vector<std::string> not_with;       // folded: words with which a heading of `beginnings` means something else
    std::vector<std::string> first;          // folded beginnings of headings that come before others of this column
    std::vector<std::string> mentions;       // words of other headings that most likely mean this
};

// How a table of the record is read from a document.
enum class TableForm {
    rows,     // the rows of a table with known columns
    points,   // list items, numbered or dashed paragraphs, or the rows of a table
    choices,  // ja / nee / in ontwikkeling, by marked columns, by text or by tick boxes
    years,    // figures by year: a column, or a row, for each year
};

struct TableDef {
    std::string id;
    TableForm form = TableForm::rows;
    std::vector<std::string> places;  // sections where it is expected
    std::string row_label;            // column that names a row: the leading one where no heading says so
    std::string bare_column;          // what stands beside a row's name where no heading says what it is
    int telling = 0;                  // so many known columns beside row_label are no other table, wherever it stands
    std::vector<ColumnDef> columns;
    std::vector<std::string> excluded;    // headings of tables that are something else
    std::vector<std::string> not_after;   // folded: phrases of a line above a list of something else
    std::vector<std::string> no_mention;  // folded: phrases of a heading that ColumnDef::mentions say nothing of
    // Folded, for rows that are written as a list of names: words of names that are known, what such words end in,
    // phrases that a sentence lists names behind, what is no name and what starts none, and the ends of names that have
    // an "en" in them.
    std::vector<std::string> known_names, known_endings, list_leads, no_names, no_name_starts, joined_names;
};

struct Definitions {
    std::vector<SectionDef> sections;
    std::vector<FieldDef> fields;
    std::vector<TableDef> tables;
    std::vector<std::string> boilerplate;         // sentences of the form itself
    std::vector<std::string> boilerplate_starts;  // sentences of the form that go on after this
};

// Whose data a part of a document gives.
enum class Owner : std::uint8_t { school, board, partnership, another };
inline constexpr std::size_t owner_count = 4;

// The shared vocabulary: the closed list of sections, fields, tables and columns, and words with a role.
struct Vocabulary : Definitions {
    std::vector<std::string> titles;
    std::vector<std::string> shared_titles;  // others have them too: they count where the document names a school
    std::vector<std::string> before_title;   // folded words that may stand before such a title: "rapport"
    std::vector<std::string> foreign_titles;
    std::vector<std::string> guides;  // titles of larger documents that may hold a profile
    std::vector<std::string> parts;   // headings of a chapter that is a profile, in a larger document
    std::vector<std::string> stop_words, kept_words;
    std::vector<std::string> empty_values;     // folded: "n v t"
    std::vector<std::string> honorifics;       // folded: "mw"
    std::vector<std::string> school_prefixes;  // folded words that a school's name starts with: "obs"
    std::vector<std::string> no_school_name;   // folded words that stand in no school's name
    std::vector<std::string> teaching_kinds;   // folded: "havo"; alone no school's name
    std::vector<std::string>
        no_introduced_name;  // folded words that no name of a school in a sentence starts with: "onze"
    std::vector<std::string>
        school_words;  // folded words beside or above what is the school's own: "school", "locatie"
    std::vector<std::string> location_words;  // those of one of its locations: "locatie"
    std::vector<std::string> board_words;     // folded words that say that something is the board's: "bestuur"
    std::vector<std::string> other_words;     // of another body, the board too: "gemeente"
    std::vector<std::string> contact_words;   // before a telephone number or an address beside the school's: "tel"
    std::vector<std::string> part_words;      // that words of a part of the school or another body start with: "groep"
    std::vector<std::string> name_particles;  // small words in names: "van"
    std::vector<std::string> idle_words;     // folded words between a label and its colon that add nothing: "peildatum"
    std::vector<std::string> group_words;    // between a person's label and the name: "IB groep 1 t/m 4:"
    std::vector<std::string> row_words;      // before the name of a row, for what it is: "Arrangement 1: lezen"
    std::vector<std::string> leading_names;  // of a first column that names the rows beside another with its meaning
    std::vector<std::string> no_label_words;   // that make a label one of something else: "Plaats / datum"
    std::vector<std::string> signature_words;  // that begin a line beside somebody's name: "Functie"
    std::array<std::vector<std::string>, owner_count> owners;  // folded words of a heading over somebody's data
};

// How much one kind of evidence says: `weight` in full when `enough` different texts of the kind are found.
struct Measure {
    double weight = 0;
    int enough = 1;
    bool is_needed = false;  // without any in the template's own words it does not fit
};

struct Recognition {
    std::vector<std::string> titles;
    std::vector<std::string> foreign_titles;
    std::vector<std::string> furniture;  // texts of its headers and footers
    Measure title, heading, label, column, footer;
    // The vocabulary's wording is its own: a form without wording of its own.
    bool is_generic = false;
    std::vector<std::string> core;  // sections of which a document without a profile's title must have all
};

struct Edition {
    std::string id;
    std::vector<std::pair<std::string, std::string>> numbers;  // section id -> its number in this edition
};

struct Template : Definitions {
    std::string id, name;
    std::string kind = "sop";  // the record's `soort`
    std::vector<Edition> editions;
    Recognition recognition;
};

// Read the YAML text of a file; `file_name` is for messages. Total: any bytes give a value or a TemplateError.
Vocabulary read_vocabulary(std::string_view yaml, std::string_view file_name);
Template read_template(std::string_view yaml, std::string_view file_name);

// The part of a template that its recognition counts and that it does not have; "" where there is none. It can never be
// found whole then.
std::string_view missing_of(const Template& form);

// The vocabulary that is built in.
const Vocabulary& default_vocabulary();

// Templates with the index over all their phrases.
class TemplateSet {
public:
    TemplateSet();

    // Adds a template, or replaces the one that has its id.
    void add(Template added);

    const std::vector<Template>& templates() const { return templates_; }
    const Lexicon& lexicon() const { return lexicon_; }
    // What holds for a document of templates()[index]: the vocabulary's definitions, the template's added.
    const Definitions& rules(std::size_t index) const { return rules_[index]; }

private:
    void index_phrases();

    std::vector<Template> templates_;
    std::vector<Definitions> rules_;
    Lexicon lexicon_;
};

// The templates that are built in.
const TemplateSet& default_templates();

}  // namespace sop
