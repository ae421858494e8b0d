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

struct Mark {
    std::optional<bool> value;
    double factor = 1;
};

// Whether there is nothing in a cell but a box that is not ticked.
bool is_unticked(const Column& column) {
    constexpr std::string_view unticked = "☐";
    return trim(column.raw) == unticked;
}

// What a cell in a column of marks says; `is_used`: the column has marks, `is_filled_in`: the table has.
Mark read_mark(const Column* column, bool is_used, bool is_filled_in) {
    if (!column || column->raw.empty()) return is_used ? Mark{false, unmarked_factor} : Mark{};
    if (is_unticked(*column)) return is_filled_in ? Mark{false, 1} : Mark{};
    const bool has_letters = !fold(column->raw).empty();
    // "?", "…" and arrows say nothing; "n.v.t." and a dash say that it is not there.
    if (!has_letters && !column->value) return column->raw == "-" || column->raw == "–" ? Mark{false, 1} : Mark{};
    if (!column->value) return {false, 1};
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
};

std::string period_of(std::string_view heading) {
    if (Tekst year = parse_school_year(heading)) return *std::move(year);
    return collapse_spaces(heading);
}

}  // namespace

void read_expertise(const FoundTable& table, const Taxonomy& taxonomy, SopRecord& record) {
    const auto rows = rows_of(table, record);
    // An empty cell says something only beside marks of its own table: another may not have the column at all.
    std::map<int, MarkColumns> used;
    for (const ReadRow& row : rows) {
        const auto is_marked = [&](std::string_view id) {
            const Column* column = find_column(row.columns, id);
            return column && !column->raw.empty() && !is_unticked(*column);
        };
        MarkColumns& columns = used[table_of(*row.found)];
        columns.inside = columns.inside || is_marked("binnen_school");
        columns.outside = columns.outside || is_marked("buiten_school");
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
