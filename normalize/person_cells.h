// Persons in tables: what the heading or label of a cell says of its content.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "normalize/record.h"

namespace sop {

// Whose names stand below a heading or behind a label.
enum class CellPersons {
    nobody,
    maybe,  // "Naam": persons' where another heading asks what only a person has
    staff,  // "Contactpersoon", "Leerkracht", "Handtekening directeur": with a surname
    named,  // "Naam" among such headings: a lone name too where the row has a role
    lone,   // that
    pupil,  // "Leerling", "Naam kind": a first name is enough
};
CellPersons persons_below(std::string_view heading);

// What the cells of a row say of those below them. Empty where they say nothing; never `maybe`: "Naam" is `named`
// beside a heading that asks what only a person has ("Functie", "Werkdagen").
std::vector<CellPersons> read_headings(const std::vector<TabelCel>& cells);

// Three cells or more, and in none of them a first name: "Leerling | Begeleiding | Bijzonderheden".
bool is_row_of_headings(const std::vector<TabelCel>& row);

// A cell of the row says who somebody is: "Rekenspecialist", "Voorzitter MR".
bool has_role(const std::vector<TabelCel>& row);

// The names of a cell that holds persons and nothing else.
std::vector<std::string_view> names_in_cell(std::string_view text, CellPersons persons);

// A later row has the same text in its cell `at`: content, no heading ("Kamer IB").
bool stands_below(const Tabel& table, std::size_t row, std::size_t at);

// Calls found(name) for every name in a cell below a heading of the first two rows, or behind a label in the first
// column, that says so. Names are views into the table.
template <class Found>
void for_each_person_cell(const Tabel& table, Found found) {
    constexpr std::size_t header_rows = 2;
    std::vector<CellPersons> columns;  // by the headings above
    for (std::size_t row = 0; row < table.rijen.size(); ++row) {
        const auto& cells = table.rijen[row];
        std::vector<CellPersons> headings =
            row < header_rows && cells.size() > 1 ? read_headings(cells) : std::vector<CellPersons>{};
        for (std::size_t at = 0; at < headings.size(); ++at)
            if (row > 0 && headings[at] != CellPersons::nobody && stands_below(table, row, at))
                headings[at] = CellPersons::nobody;
        // Above a name, or among more headings, it is the heading of its column, no label of its row.
        const bool is_heading = row == 0 && !headings.empty() && table.rijen.size() > 1 && !table.rijen[1].empty() &&
                                (!names_in_cell(table.rijen[1].front().tekst, headings[0]).empty() ||
                                 (table.kopregels > 0 && is_row_of_headings(cells)));
        const CellPersons label =
            cells.size() > 1 && !is_heading ? persons_below(cells.front().tekst) : CellPersons::nobody;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            CellPersons persons = at < columns.size() ? columns[at] : CellPersons::nobody;
            if (persons == CellPersons::nobody && at > 0 && label != CellPersons::maybe) persons = label;
            if (persons == CellPersons::nobody) continue;
            if (persons == CellPersons::named && has_role(cells)) persons = CellPersons::lone;
            for (const std::string_view name : names_in_cell(cells[at].tekst, persons)) found(name);
        }
        if (columns.size() < headings.size()) columns.resize(headings.size());
        for (std::size_t at = 0; at < headings.size(); ++at)
            if (headings[at] != CellPersons::nobody) columns[at] = headings[at];
    }
}

}  // namespace sop
