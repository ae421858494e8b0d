#include "normalize/tables.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/text.h"
#include "normalize/confidence.h"
#include "normalize/dutch.h"
#include "normalize/evidence.h"
#include "normalize/expertise.h"
#include "normalize/hours.h"
#include "normalize/marks.h"
#include "normalize/table_rows.h"
#include "normalize/terms.h"
#include "normalize/text.h"

namespace sop {
namespace {

class TableReader {
public:
    TableReader(const Taxonomy& taxonomy, SopRecord& record) : taxonomy_(taxonomy), record_(record) {}

    void read_basics(const FoundTable& table) {
        TableRows rows(record_);
        for (const FoundRow& row : table.rows) {
            const Columns columns = rows.read(row);
            const Column* label = find_column(columns, "label");
            if (!label || !label->value) continue;
            const Column* value = find_column(columns, "waarde");
            const Column* note = find_column(columns, "toelichting");
            const auto add = [&](std::string_view member, const Column* column) {
                add_evidence(record_,
                             item_pointer("/basisondersteuning/items", record_.basisondersteuning.size(), member), row,
                             *column);
            };
            BasisItem item{std::string(strip_item_mark(*label->value)), std::nullopt,
                           note ? note->value : std::nullopt};
            add("label", label);
            if (value && value->value) {
                Answer answer = parse_answer(*value->value);
                if (!answer.waarde && !answer.rest.empty())
                    remark_unreadable(record_, "basisondersteuning.waarde", "ja, nee of in ontwikkeling", row.origin);
                item.waarde = std::move(answer.waarde);
                if (!item.toelichting && !answer.rest.empty()) {
                    item.toelichting = std::move(answer.rest);
                    note = value;
                }
            }
            if (value) add("waarde", value);
            if (note) add("toelichting", note);
            record_.basisondersteuning.push_back(std::move(item));
        }
    }

    void read_arrangements(const FoundTable& table) {
        TableRows rows(record_);
        for (const FoundRow& row : table.rows) {
            const Columns columns = rows.read(row);
            const bool is_filled_in = std::any_of(columns.begin(), columns.end(), [](const Column& column) {
                return (column.value || column.is_lost_ditto) && column.id != "doelgroep";
            });
            const Column* target = find_column(columns, "doelgroep");
            if (row.method == Method::pattern && !(target && target->value && names_pupils(*target->value)) &&
                !tells_of_pupils(find_column(columns, "begeleiding")))
                remark_unnamed(row);
            else if (is_filled_in)
                add_arrangement(row, columns);
            else if (target && target->value)
                remark_empty(row);
        }
    }

    void read_limits(const FoundTable& table) {
        TableRows rows(record_);
        for (const FoundRow& row : table.rows) {
            const Columns columns = rows.read(row);
            const Column* text = find_column(columns, "tekst");
            if (!text) continue;
            if (!text->value) {
                if (!text->raw.empty()) absent_limit_ = {&row, *text};
                continue;
            }
            add_evidence(record_, item_pointer("/grenzen/punten", record_.grenzen.punten.size()), row, *text);
            record_.grenzen.punten.emplace_back(strip_item_mark(*text->value));
        }
        // "Geen" is an answer: it stands in herkomst for the list that is empty.
        if (record_.grenzen.punten.empty() && absent_limit_.first)
            add_evidence(record_, "/grenzen/punten", *absent_limit_.first, absent_limit_.second);
    }

    void read_improvements(const FoundTable& table) {
        TableRows rows(record_);
        for (const FoundRow& row : table.rows) {
            const Columns columns = rows.read(row);
            const Column* text = find_column(columns, "tekst");
            const Column* term = find_column(columns, "termijn");
            if (!text || !text->value) continue;
            Verbeterpunt point = term && term->value
                                     ? Verbeterpunt{std::string(strip_item_mark(*text->value)), term->value}
                                     : parse_improvement(strip_item_mark(*text->value));
            const std::size_t index = record_.verbeterpunten.size();
            add_evidence(record_, item_pointer("/verbeterpunten", index, "tekst"), row, *text);
            if (term)
                add_evidence(record_, item_pointer("/verbeterpunten", index, "termijn"), row, *term);
            else if (point.termijn)
                add_evidence(record_, item_pointer("/verbeterpunten", index, "termijn"), row, *text);
            record_.verbeterpunten.push_back(std::move(point));
        }
    }

private:
    // "Dyslexie", "Kinderen die meer kunnen".
    bool names_pupils(std::string_view text) const {
        const Tokens tokens(text);
        return is_which_pupils(tokens, 0) || !find_needs(taxonomy_, text).empty();
    }

    static bool is_which_pupils(const Tokens& tokens, std::size_t at) {
        return at + 1 < tokens.size() && tokens[at].is_any({"leerling", "leerlingen", "kind", "kinderen"}) &&
               tokens[at + 1].is_any({"met", "die", "zonder"});
    }

    // "Leerlingen met een rekenachterstand krijgen steunles", below "Steunles".
    bool tells_of_pupils(const Column* text) const {
        if (!text || !text->value) return false;
        const Tokens tokens(*text->value);
        bool names = false;
        for (std::size_t i = 0; i < tokens.size(); ++i) names = names || is_which_pupils(tokens, i);
        return names && !find_needs(taxonomy_, *text->value).empty();
    }

    // An item of a list with a name and a text is an arrangement where one of them tells of a need: "Stap 1: …" is
    // none.
    void remark_unnamed(const FoundRow& row) {
        add_diagnostic(
            record_.meldingen,
            {"LIJST_NIET_GELEZEN", Severity::info,
             "Een punt van een lijst noemt geen bekende ondersteuningsbehoefte; de tekst is bewaard.", row.origin, 1});
    }

    // A form that has a row for each need says nothing of those that a school left empty.
    void remark_empty(const FoundRow& row) {
        add_diagnostic(record_.meldingen,
                       {"ARRANGEMENT_LEEG", Severity::info,
                        "Bij een doelgroep is niets ingevuld; dat is geen arrangement.", row.origin, 1});
    }

    void add_arrangement(const FoundRow& row, const Columns& columns) {
        Arrangement out;
        const std::size_t index = record_.arrangementen.size();
        const auto pointer = [&](std::string_view member) { return item_pointer("/arrangementen", index, member); };

        const Column* target = find_column(columns, "doelgroep");
        if (target && target->value) {
            out.doelgroep = target->value;
            add_evidence(record_, pointer("doelgroep"), row, *target);
        } else if (!is_absent(row.group)) {
            out.doelgroep = dutch_lines(row.group);
            add_evidence(record_, pointer("doelgroep"),
                         {row.group, row.confidence, std::string(name_of(row.method)), row.origin});
        } else if (target) {
            add_evidence(record_, pointer("doelgroep"), row, *target);
        }
        classify(row, target, pointer, out);

        const std::pair<std::string_view, Tekst Arrangement::*> members[]{
            {"begeleiding", &Arrangement::begeleiding},
            {"voorzieningen", &Arrangement::voorzieningen},
            {"ondersteuningsroute", &Arrangement::ondersteuningsroute},
            {"externe_expertise", &Arrangement::externe_expertise}};
        for (const auto& [id, member] : members) {
            const Column* column = find_column(columns, id);
            if (!column) continue;
            out.*member = column->value;
            add_evidence(record_, pointer(id), row, *column);
        }
        std::vector<std::string> headings;
        for (const Column& column : columns) {
            const bool is_member =
                column.id == "doelgroep" || std::any_of(std::begin(members), std::end(members),
                                                        [&](const auto& member) { return member.first == column.id; });
            if (is_member) continue;
            const std::string& heading = headings.emplace_back(heading_of(column, headings));
            add_evidence(record_, pointer("overig") + '/' + escape_pointer(heading), row, column);
            if (column.value) out.overig.emplace_back(heading, *column.value);
        }
        for (const Column& column : columns) {
            if (column.id == "doelgroep" || !column.value) continue;
            // A cell over several columns has its amounts once.
            const bool is_said = std::any_of(columns.data(), &column, [&](const Column& other) {
                return other.raw == column.raw && other.first->origin == column.first->origin;
            });
            if (is_said) continue;
            auto amounts = column.id == other_column ? parse_amounts_below(column.heading, *column.value)
                                                     : parse_amounts(*column.value);
            if (amounts.empty() && column.id == other_column)
                amounts = parse_amount_below(column.heading, *column.value);
            for (Omvang& amount : amounts) {
                add_evidence(record_, item_pointer(pointer("omvang"), out.omvang.size()),
                             {amount.ruw, row.confidence * derived_factor, std::string(name_of(row.method)),
                              column.first->origin});
                out.omvang.push_back(std::move(amount));
            }
        }
        record_.arrangementen.push_back(std::move(out));
    }

    // The target group says what a row is for; the group above it only where that says nothing we know.
    template <class Pointer>
    void classify(const FoundRow& row, const Column* target, Pointer pointer, Arrangement& out) {
        if (!out.doelgroep) return;
        std::vector<const Need*> needs = find_needs(taxonomy_, *out.doelgroep);
        const bool from_group = needs.empty() && !row.group.empty();
        if (from_group) needs = find_needs(taxonomy_, row.group);
        if (needs.empty()) return;
        for (const Need* need : needs) out.categorieen.push_back(need->id);
        out.domein = needs.front()->domain;
        const Origin& origin = target && target->value && !from_group ? target->first->origin : row.origin;
        const Herkomst evidence{from_group ? row.group : *out.doelgroep, row.confidence * derived_factor,
                                std::string(name_of(Method::derived)), origin};
        add_evidence(record_, pointer("categorieen"), evidence);
        add_evidence(record_, pointer("domein"), evidence);
    }

    // Key of a column we do not know: its heading on one line, or its place; never one that is taken.
    static std::string heading_of(const Column& column, const std::vector<std::string>& taken) {
        std::string heading = dutch_line(column.heading);
        if (heading.empty()) {
            const int place = column.first->origin.cell ? column.first->origin.cell->column : 0;
            heading = "kolom " + std::to_string(place + 1);
        }
        std::string key = heading;
        for (int copy = 2; std::find(taken.begin(), taken.end(), key) != taken.end(); ++copy)
            key = heading + " (" + std::to_string(copy) + ')';
        return key;
    }

    const Taxonomy& taxonomy_;
    SopRecord& record_;
    std::pair<const FoundRow*, Column> absent_limit_{};
};

bool is_about_limits(const Sectie& section) { return section.id == "grenzen" && !is_absent(section.tekst); }

// The text of the section about limits, for who wants more than its points.
void read_limits_text(const Extraction& extraction, SopRecord& record) {
    record.grenzen.tekst = text_of_limits(record);
    if (!record.grenzen.tekst) return;
    const auto first = std::find_if(record.secties.begin(), record.secties.end(), is_about_limits);
    const auto at = static_cast<std::size_t>(first - record.secties.begin());
    add_evidence(record, "/grenzen/tekst",
                 {first->kop, confidence_of(extraction.sections[at]), std::string(name_of(Method::heading)),
                  extraction.sections[at].origin});
}

const FoundTable* find_table(const Extraction& extraction, std::string_view name) {
    const auto table = std::find_if(extraction.tables.begin(), extraction.tables.end(),
                                    [&](const FoundTable& found) { return found.table == name; });
    return table == extraction.tables.end() ? nullptr : &*table;
}

}  // namespace

Tekst text_of_limits(const SopRecord& record) {
    Tekst text;
    for (const Sectie& section : record.secties)
        if (is_about_limits(section)) text = text ? *text + "\n\n" + section.tekst : section.tekst;
    return text;
}

void normalize_tables(const Extraction& extraction, const Taxonomy& taxonomy, SopRecord& record) {
    TableReader reader(taxonomy, record);
    if (const FoundTable* table = find_table(extraction, "basisondersteuning")) reader.read_basics(*table);
    if (const FoundTable* table = find_table(extraction, "arrangementen")) reader.read_arrangements(*table);
    read_limits_text(extraction, record);
    if (const FoundTable* table = find_table(extraction, "grenzen")) reader.read_limits(*table);
    if (const FoundTable* table = find_table(extraction, "verbeterpunten")) reader.read_improvements(*table);
    if (const FoundTable* table = find_table(extraction, "deskundigheid")) read_expertise(*table, taxonomy, record);
    if (const FoundTable* table = find_table(extraction, "externe_partners")) read_partners(*table, record);
    if (const FoundTable* table = find_table(extraction, "kengetallen")) read_figures(*table, record);
}

}  // namespace sop
