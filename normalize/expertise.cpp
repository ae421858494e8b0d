#include "normalize/expertise.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/fold.h"
#include "ingest/text.h"
#include "normalize/evidence.h"
#include "normalize/marks.h"
#include "normalize/numbers.h"
#include "normalize/table_rows.h"
#include "normalize/text.h"
#include "normalize/versions.h"

namespace sop {
namespace {

constexpr std::array<std::string_view, 4> frequencies{"nooit", "soms", "regelmatig", "vaak"};

// A cell says who has the expertise, which is not quite that it is there.
constexpr double worded_factor = 0.85;
// Nobody marked the cell, where others are marked.
constexpr double unmarked_factor = 0.9;

// Hours, days or a name stand beside an expertise, and nothing says where it is.
constexpr double staffed_factor = 0.8;

struct Mark {
    std::optional<bool> value;
    double factor = 1;
};

// Words that an expertise comes from outside with, and that it is in the school with.
constexpr std::array<std::string_view, 19> outside_words{
    "extern",   "externe", "buiten",      "buitenschools",        "via",      "afroep",   "oproepbaar",
    "inhuur",   "inhuren", "ingehuurd",   "bovenschools",         "bestuur",  "ambulant", "ambulante",
    "aanvraag", "swv",     "inschakelen", "samenwerkingsverband", "ingekocht"};
constexpr std::array<std::string_view, 9> inside_words{"intern", "interne", "binnen",   "team",  "zelf",
                                                       "huis",   "eigen",   "inpandig", "school"};
constexpr std::array<std::string_view, 3> both_words{"beide", "allebei", "zowel"};

template <std::size_t N>
bool has_word(const std::string& folded, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains_words(folded, word); });
}

// Where an expertise is.
struct Place {
    std::optional<bool> inside, outside;
    double factor = 1;
};

// "intern", "ja", "nee, wel via het bestuur", "op afroep"; nothing where the text says neither.
Place read_place(std::string_view text) {
    const Answer answer = parse_answer(text);
    if (answer.waarde == "in_ontwikkeling") return {};
    const std::string folded = fold(answer.waarde ? std::string_view(answer.rest) : text);
    const bool is_both = has_word(folded, both_words);
    const bool is_outside = is_both || has_word(folded, outside_words);
    const bool is_inside = is_both || (has_word(folded, inside_words) && !contains_words(folded, "buiten"));
    Place place;
    // A sentence may speak of both and mean neither.
    constexpr std::ptrdiff_t few_words = 3;
    if (std::count(folded.begin(), folded.end(), ' ') >= few_words) place.factor = worded_factor;
    if (answer.waarde == "nee") {
        place.inside = false;
        if (is_outside) place.outside = true;
        return place;
    }
    if (!answer.waarde && (contains_words(folded, "niet") || contains_words(folded, "geen"))) return {};
    if (is_outside) place.outside = true;
    if (is_inside || (answer.waarde && !is_outside)) place.inside = true;
    return place;
}

// Whether a cell says that somebody or some time is there.
bool is_staffed(const Column* column) {
    return column && column->value && fold(*column->value).find_first_not_of("0 ") != std::string::npos &&
           parse_answer(*column->value).waarde != "nee";
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& signs) {
    return std::ranges::find(signs, trim(text)) != signs.end();
}

// All that is in the cell of a box that is not ticked, and signs that are a mark by themselves.
constexpr std::array<std::string_view, 4> unticked{"☐", "[ ]", "[]", "○"};
constexpr std::array<std::string_view, 5> lone_marks{"●", "•", "■", "*", "🗸"};

// What a cell in a column of marks says; `is_used`: the column has marks, `is_filled_in`: the table has.
Mark read_mark(const Column* column, bool is_used, bool is_filled_in) {
    if (!column || column->raw.empty()) return is_used ? Mark{false, unmarked_factor} : Mark{};
    if (is_one_of(column->raw, unticked)) return is_filled_in ? Mark{false, 1} : Mark{};
    if (is_one_of(column->raw, lone_marks)) return {true, 1};
    const bool has_letters = !fold(column->raw).empty();
    // "?", "…" and arrows say nothing; "n.v.t." and a dash say that it is not there.
    if (!has_letters && !column->value) return column->raw == "-" || column->raw == "–" ? Mark{false, 1} : Mark{};
    if (!column->value || trim(*column->value) == "0") return {false, 1};
    const Answer answer = parse_answer(*column->value);
    if (answer.waarde == "in_ontwikkeling") return {};
    if (answer.waarde) return {*answer.waarde == "ja", 1};
    const bool has_words = !fold(answer.rest).empty();  // "?" says nothing
    return has_words ? Mark{true, worded_factor} : Mark{};
}

struct ReadRow {
    const FoundRow* found;
    Columns columns;
};

// The rows with their columns, each as it stands in its table.
std::vector<ReadRow> rows_of(const FoundTable& table, SopRecord& record) {
    TableRows reader(record);
    std::vector<ReadRow> rows;
    rows.reserve(table.rows.size());
    for (const FoundRow& row : table.rows) rows.push_back({&row, reader.read(row)});
    return rows;
}

// The table of the document that a row stood in; 0 where that is not known.
int table_of(const FoundRow& row) { return row.origin.cell ? row.origin.cell->table : 0; }

bool has_value(const Column* column) { return column && column->value; }

// The words that the columns have for a frequency too.
struct Wording {
    std::string_view words, frequency;
};
constexpr std::array wordings{
    Wording{"nooit", "nooit"},
    Wording{"soms", "soms"},
    Wording{"incidenteel", "soms"},
    Wording{"af en toe", "soms"},
    Wording{"een enkele keer", "soms"},
    Wording{"regelmatig", "regelmatig"},
    Wording{"structureel", "regelmatig"},
    Wording{"vaak", "vaak"},
    Wording{"intensief", "vaak"},
};

// The frequency that a text states: "regelmatig", "soms, op afroep".
Tekst parse_frequency(std::string_view text) {
    const std::string folded = fold(text);
    Tekst found;
    // "Zeer regelmatig" is one answer, not two.
    if (contains_words(folded, "zeer regelmatig")) return "vaak";
    if (contains_words(folded, "niet")) return std::nullopt;  // "niet regelmatig"
    for (const Wording& wording : wordings) {
        if (!contains_words(folded, wording.words)) continue;
        if (found && *found != wording.frequency) return std::nullopt;
        found = std::string(wording.frequency);
    }
    return found;
}

// The columns of a table of expertise in which somebody marked something.
struct MarkColumns {
    bool inside = false, outside = false;
    bool available = false;    // that it is there, or where
    bool is_crossed = false;   // by a sign, no word
    bool unavailable = false;  // that it is not there
    bool any() const { return inside || outside || available || unavailable; }
};

// What the columns that are no marks of inside and outside say, and the one that says it.
std::pair<Place, const Column*> find_place(const Columns& columns, const MarkColumns& marks, const FoundRow& row,
                                           SopRecord& record) {
    const Column* available = find_column(columns, "beschikbaar");
    const Column* unavailable = find_column(columns, "niet_beschikbaar");
    const bool is_unavailable =
        has_value(unavailable) && read_mark(unavailable, true, marks.any()).value.value_or(false);
    const Place place = has_value(available) ? read_place(*available->value) : Place{};
    if (is_unavailable && (place.inside.value_or(false) || place.outside.value_or(false))) {
        add_diagnostic(record.meldingen,
                       {"KEUZE_DUBBEL", Severity::warning, "Er is meer dan één antwoord aangekruist.", row.origin, 1});
        return {Place{}, nullptr};
    }
    if (is_unavailable) return {Place{false, std::nullopt, 1}, unavailable};
    if (place.inside || place.outside) return {place, available};
    if (marks.any()) {
        const bool is_unmarked = !available || available->raw.empty();
        if (is_unmarked && marks.is_crossed) return {Place{false, std::nullopt, unmarked_factor}, nullptr};
        return {Place{}, nullptr};
    }
    const Column* staffed = nullptr;
    for (const std::string_view id : {"omvang", "wie", "wanneer"}) {
        const Column* column = find_column(columns, id);
        if (!is_staffed(column)) continue;
        if (has_word(fold(*column->value), outside_words)) return {Place{std::nullopt, true, staffed_factor}, column};
        if (!staffed) staffed = column;
    }
    if (staffed) return {Place{true, std::nullopt, staffed_factor}, staffed};
    return {Place{}, nullptr};
}

std::string period_of(std::string_view heading) {
    if (Tekst year = parse_school_year(heading)) return *std::move(year);
    return collapse_spaces(heading);
}

}  // namespace

void read_expertise(const FoundTable& table, const Taxonomy& taxonomy, SopRecord& record) {
    const auto rows = rows_of(table, record);
    // An empty cell says something only beside marks of its own table: another may not have the column at all.
    std::map<int, MarkColumns> used;
    for (const ReadRow& read : rows) {
        const auto is_marked = [&](std::string_view id) {
            const Column* column = find_column(read.columns, id);
            return column && !column->raw.empty() && !is_one_of(column->raw, unticked);
        };
        MarkColumns& columns = used[table_of(*read.found)];
        columns.inside = columns.inside || is_marked("binnen_school");
        columns.outside = columns.outside || is_marked("buiten_school");
        columns.available = columns.available || is_marked("beschikbaar");
        columns.unavailable = columns.unavailable || is_marked("niet_beschikbaar");
        constexpr std::size_t sign_bytes = 1;
        const Column* available = find_column(read.columns, "beschikbaar");
        const bool is_sign = available && !available->raw.empty() && fold(available->raw).size() <= sign_bytes;
        columns.is_crossed = columns.is_crossed || is_sign;
    }
    for (const ReadRow& read_row : rows) {
        const FoundRow& row = *read_row.found;
        const Columns& columns = read_row.columns;
        const Column* label = find_column(columns, "label");
        if (!has_value(label)) continue;
        const std::size_t index = record.deskundigheid.size();
        const auto pointer = [&](std::string_view member) { return item_pointer("/deskundigheid", index, member); };
        Deskundigheid item{collapse_spaces(strip_item_mark(*label->value)), {}, {}, {}};
        add_evidence(record, pointer("label"), row, *label);
        std::vector<const Need*> needs = find_needs(taxonomy, item.label);
        if (needs.empty()) needs = find_needs(taxonomy, row.group);
        if (!needs.empty()) {
            item.categorie = needs.front()->id;
            add_evidence(record, pointer("categorie"), row, *label, derived_factor);
        }
        const MarkColumns marks = used[table_of(row)];
        const auto read = [&](std::string_view id, bool column_is_used) {
            const Column* column = find_column(columns, id);
            const Mark mark = read_mark(column, column_is_used, marks.inside || marks.outside);
            if (mark.value && column) add_evidence(record, pointer(id), row, *column, mark.factor);
            return mark.value;
        };
        item.binnen_school = read("binnen_school", marks.inside);
        item.buiten_school = read("buiten_school", marks.outside);
        if (!item.binnen_school && !item.buiten_school) {
            const auto [place, source] = find_place(columns, marks, row, record);
            item.binnen_school = place.inside;
            item.buiten_school = place.outside;
            if (place.inside && source) add_evidence(record, pointer("binnen_school"), row, *source, place.factor);
            if (place.outside && source) add_evidence(record, pointer("buiten_school"), row, *source, place.factor);
        }
        record.deskundigheid.push_back(std::move(item));
    }
}

void read_partners(const FoundTable& table, SopRecord& record) {
    for (const ReadRow& read_row : rows_of(table, record)) {
        const FoundRow& row = *read_row.found;
        const Columns& columns = read_row.columns;
        const Column* name = find_column(columns, "naam");
        if (!has_value(name)) continue;
        const std::size_t index = record.externe_partners.size();
        ExternePartner partner{collapse_spaces(strip_item_mark(*name->value)), {}};
        add_evidence(record, item_pointer("/externe_partners", index, "naam"), row, *name);
        std::vector<const Column*> marked;
        for (const std::string_view id : frequencies) {
            const Column* column = find_column(columns, id);
            if (has_value(column) && read_mark(column, true, true).value.value_or(false)) marked.push_back(column);
        }
        if (marked.size() > 1)
            add_diagnostic(record.meldingen, {"KEUZE_DUBBEL", Severity::warning,
                                              "Er is meer dan één antwoord aangekruist.", row.origin, 1});
        const Column* worded = find_column(columns, "frequentie");
        const Column* source = marked.size() == 1 ? marked.front() : nullptr;
        if (source) {
            partner.frequentie = std::string(source->id);
        } else if (marked.empty() && has_value(worded)) {
            partner.frequentie = parse_frequency(*worded->value);
            if (partner.frequentie)
                source = worded;
            else
                remark_unreadable(record, "externe_partners.frequentie", "nooit, soms, regelmatig of vaak",
                                  worded->first->origin);
        }
        if (source) add_evidence(record, item_pointer("/externe_partners", index, "frequentie"), row, *source);
        record.externe_partners.push_back(std::move(partner));
    }
}

void read_figures(const FoundTable& table, SopRecord& record) {
    for (const FoundRow& row : table.rows) {
        TableRows reader(record);  // each is a figure of its own
        const Columns columns = reader.read(row);
        const Column* name = find_column(columns, "indicator");
        const Column* year = find_column(columns, "periode");
        const Column* value = find_column(columns, "waarde");
        if (!has_value(name) || !value) continue;
        const std::size_t index = record.kengetallen.size();
        Kengetal figure{collapse_spaces(strip_item_mark(*name->value)), {}, {}, collapse_spaces(value->raw)};
        if (has_value(year)) figure.periode = period_of(*year->value);
        figure.waarde = parse_figure(value->raw);
        if (!figure.waarde && value->value)
            remark_unreadable(record, "kengetallen.waarde", "een getal", value->first->origin);
        add_evidence(record, item_pointer("/kengetallen", index, "indicator"), row, *name);
        if (figure.periode) add_evidence(record, item_pointer("/kengetallen", index, "periode"), row, *year);
        if (figure.waarde) add_evidence(record, item_pointer("/kengetallen", index, "waarde"), row, *value);
        record.kengetallen.push_back(std::move(figure));
    }
}

}  // namespace sop
