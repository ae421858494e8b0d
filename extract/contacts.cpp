#include "extract/contacts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Longer text in the first row is no heading of such a table.
constexpr std::size_t heading_bytes = 40;
// A list of persons is short.
constexpr std::size_t most_rows = 50;
// So many rows with the same tasks are a list; one may be a form that stands on its side.
constexpr std::size_t fewest_places = 2;

enum class Kind { unknown, name, task, days, phone, email, person, school };

constexpr std::array<std::pair<std::string_view, Kind>, 13> headings{{{"naam", Kind::name},
                                                                      {"namen", Kind::name},
                                                                      {"wie", Kind::name},
                                                                      {"functie", Kind::task},
                                                                      {"taak", Kind::task},
                                                                      {"rol", Kind::task},
                                                                      {"werkdagen", Kind::days},
                                                                      {"dagen", Kind::days},
                                                                      {"aanwezig", Kind::days},
                                                                      {"aanwezig op", Kind::days},
                                                                      {"bereikbaar", Kind::days},
                                                                      {"bereikbaar op", Kind::days},
                                                                      {"aanwezigheid", Kind::days}}};

class ContactReader {
public:
    ContactReader(const MatchedTemplate& form, const Table& table) : form_(form) {
        GridRows grid(table);
        while (rows_.size() <= most_rows && grid.next()) {
            std::vector<const Cell*>& row = rows_.emplace_back();
            for (const Cell* cell : grid.cells()) row.push_back(cell);
        }
    }

    std::optional<std::vector<FoundContact>> read() {
        if (rows_.size() < 2 || rows_.size() > most_rows) return std::nullopt;
        for (std::size_t column = 0; column < rows_[0].size(); ++column) kinds_.push_back(kind_of(column));
        if (count(Kind::school) > 0 || is_to_sign()) return std::nullopt;
        if (count(Kind::name) == 1) {
            if (count(Kind::task) == 0 && kinds_[0] == Kind::unknown && names_tasks()) kinds_[0] = Kind::task;
            if (count(Kind::task) != 1) return std::nullopt;
            for (std::size_t row = 1; row < rows_.size(); ++row) person(row);
            return std::move(found_);
        }
        if (count(Kind::person) == 0 || kinds_[0] != Kind::unknown || rows_.size() <= fewest_places)
            return std::nullopt;
        for (std::size_t row = 1; row < rows_.size(); ++row) place(row);
        return std::move(found_);
    }

private:
    // Whether the table is one to sign: its dates say more than its names.
    bool is_to_sign() const {
        for (std::size_t column = 0; column < kinds_.size(); ++column) {
            const std::string heading = fold(text(0, column));
            for (const std::string_view word : {"datum", "handtekening", "paraaf", "ondertekening"})
                if (heading.find(word) != std::string::npos) return true;
        }
        return false;
    }

    std::string text(std::size_t row, std::size_t column) const {
        const Cell* cell = rows_[row][column];
        return cell ? cell_text(*cell) : std::string();
    }
    std::string text(std::size_t row, Kind kind) const {
        const auto column = std::find(kinds_.begin(), kinds_.end(), kind);
        return column == kinds_.end() ? std::string() : text(row, static_cast<std::size_t>(column - kinds_.begin()));
    }
    std::ptrdiff_t count(Kind kind) const { return std::count(kinds_.begin(), kinds_.end(), kind); }

    // Whether a label of `taken` words is all that is said; "Teamleider SO" tells whose leader it is.
    static bool is_whole(const Words& words, std::size_t taken, const FieldDef& field) {
        const std::vector<std::string>& groups = default_vocabulary().group_words;
        for (std::size_t i = taken; i < words.size(); ++i)
            if (!is_persons(field) || (!has_digit(words[i]) && std::ranges::find(groups, words[i]) == groups.end()))
                return false;
        return true;
    }

    // The field that a text is a label of.
    const FieldDef* field_of(const std::string& text, std::size_t& index) const {
        if (text.empty() || text.size() > heading_bytes) return nullptr;
        const Words words = fold_words(text);
        const FieldDef* found = nullptr;
        form_.meanings_at(words, 0, Term::label, [&](const Meaning& meaning, std::size_t taken) {
            const FieldDef& field = form_.rules.fields[meaning.item];
            if (found || !is_whole(words, taken, field)) return;
            index = meaning.item;
            found = &field;
        });
        return found;
    }
    static bool is_persons(const FieldDef& field) { return !field.includes.empty(); }

    Kind kind_of(std::size_t column) const {
        const std::string heading = text(0, column);
        const std::string folded = heading.size() > heading_bytes ? std::string() : fold(heading);
        const auto known = std::find_if(headings.begin(), headings.end(),
                                        [&](const auto& candidate) { return candidate.first == folded; });
        if (known != headings.end()) return known->second;
        std::size_t index = 0;
        const FieldDef* field = field_of(heading, index);
        if (!field) return Kind::unknown;
        if (field->field == "school.telefoon") return Kind::phone;
        if (field->field == "school.email") return Kind::email;
        return is_persons(*field) ? Kind::person : Kind::school;
    }

    // Whether the first column says what somebody does.
    bool names_tasks() const {
        for (std::size_t row = 1; row < rows_.size(); ++row) {
            std::size_t index = 0;
            const FieldDef* field = field_of(text(row, std::size_t{0}), index);
            if (field && is_persons(*field)) return true;
        }
        return false;
    }

    std::string row_text(std::size_t row) const {
        std::string whole;
        const Cell* last = nullptr;
        for (std::size_t column = 0; column < rows_[row].size(); ++column) {
            if (!rows_[row][column] || rows_[row][column] == last) continue;
            last = rows_[row][column];
            if (!whole.empty()) whole += " | ";
            whole += cell_text(*last);
        }
        return whole;
    }

    void add(std::size_t field, std::string name, std::size_t row, bool has_own_row) {
        if (trim(name).empty()) return;
        const Cell* cell = rows_[row][0];
        if (has_own_row) {
            const std::string days = text(row, Kind::days);
            if (!days.empty()) name += " (" + days + ")";
            for (const Kind kind : {Kind::phone, Kind::email})
                if (const std::string value = text(row, kind); !value.empty()) name += ", " + value;
        }
        found_.push_back({field, std::move(name), row_text(row), cell ? cell->origin : Origin{}});
    }

    void person(std::size_t row) {
        std::size_t field = 0;
        const FieldDef* def = field_of(text(row, Kind::task), field);
        if (def && is_persons(*def)) add(field, text(row, Kind::name), row, true);
    }

    // A row for each place, and in it more persons: whose telephone it is, is not told then.
    void place(std::size_t row) {
        for (std::size_t column = 0; column < kinds_.size(); ++column) {
            if (kinds_[column] != Kind::person) continue;
            std::size_t field = 0;
            field_of(text(0, column), field);
            add(field, text(row, column), row, count(Kind::person) == 1);
        }
    }

    const MatchedTemplate& form_;
    std::vector<std::vector<const Cell*>> rows_;  // by row and column of the grid
    std::vector<Kind> kinds_;                     // by column
    std::vector<FoundContact> found_;
};

}  // namespace

std::optional<std::vector<FoundContact>> read_contacts(const MatchedTemplate& form, const Table& table) {
    return ContactReader(form, table).read();
}

}  // namespace sop
