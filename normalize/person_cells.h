// Persons in tables: what the heading or label of a cell says of its content.
#pragma once

#include <algorithm>
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
    pupil,  // "Leerling", "Naam kind": a first name is enough
};
CellPersons persons_below(std::string_view heading);

// Asks what only a person has: "Functie", "Werkdagen".
bool asks_of_person(std::string_view heading);

// The names of a cell that holds persons and nothing else.
std::vector<std::string_view> names_in_cell(std::string_view text, CellPersons persons);

// Calls found(name) for every name in a cell below a heading of the first two rows, or behind a label in the first
// column, that says so. Names are views into the table.
template <class Found>
void for_each_person_cell(const Tabel& table, Found found) {
    constexpr std::size_t header_rows = 2;
    std::vector<CellPersons> columns;
    for (std::size_t row = 0; row < table.rijen.size(); ++row) {
        const auto& cells = table.rijen[row];
        if (row < header_rows && cells.size() > 1) {
            const auto is_of_persons = [&] {
                return std::any_of(cells.begin(), cells.end(),
                                   [](const TabelCel& cell) { return asks_of_person(cell.tekst); });
            };
            for (std::size_t at = 0; at < cells.size(); ++at) {
                CellPersons persons = persons_below(cells[at].tekst);
                if (persons == CellPersons::maybe) persons = is_of_persons() ? CellPersons::staff : CellPersons::nobody;
                if (persons == CellPersons::nobody) continue;
                if (columns.size() <= at) columns.resize(at + 1);
                columns[at] = persons;
            }
        }
        const CellPersons label = cells.size() > 1 ? persons_below(cells.front().tekst) : CellPersons::nobody;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            CellPersons persons = at < columns.size() ? columns[at] : CellPersons::nobody;
            if (persons == CellPersons::nobody && at > 0 && label != CellPersons::maybe) persons = label;
            if (persons == CellPersons::nobody) continue;
            for (const std::string_view name : names_in_cell(cells[at].tekst, persons)) found(name);
        }
    }
}

}  // namespace sop
