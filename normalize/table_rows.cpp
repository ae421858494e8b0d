#include "normalize/table_rows.h"

#include <algorithm>
#include <utility>

#include "ingest/text.h"
#include "normalize/dutch.h"
#include "normalize/evidence.h"
#include "normalize/text.h"

namespace sop {
namespace {

int place_of(const FoundCell& cell, bool is_turned) {
    if (!cell.origin.cell) return -1;
    return is_turned ? cell.origin.cell->row : cell.origin.cell->column;
}

// Whether the cells of the row stand below each other: the table lies on its side.
bool is_turned(const FoundRow& row) {
    const std::optional<CellPlace>& first = row.cells.front().origin.cell;
    return first && row.cells.size() > 1 &&
           std::all_of(row.cells.begin() + 1, row.cells.end(), [&](const FoundCell& cell) {
               const std::optional<CellPlace>& place = cell.origin.cell;
               return place && place->column == first->column && place->row != first->row;
           });
}

Tekst clean(const FoundCell& cell) { return is_absent(cell.raw) ? std::nullopt : Tekst(dutch_lines(cell.raw)); }

}  // namespace

const Column* find_column(const Columns& columns, std::string_view id) {
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.id == id; });
    return column == columns.end() ? nullptr : &*column;
}

Columns TableRows::read(const FoundRow& row) {
    if (row.group != group_) above_.clear();
    group_ = row.group;
    Columns columns;
    const bool is_on_side = !row.cells.empty() && is_turned(row);
    for (const FoundCell& cell : row.cells) {
        bool is_lost_ditto = false;
        Tekst value = value_of(cell, place_of(cell, is_on_side), is_lost_ditto);
        const bool is_other = cell.column == other_column;
        auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& c) {
            return c.id == cell.column && (!is_other || c.heading == cell.heading);
        });
        if (column == columns.end()) {
            columns.push_back(
                {cell.column, cell.heading, std::move(value), std::string(trim(cell.raw)), &cell, is_lost_ditto});
            continue;
        }
        column->is_lost_ditto = column->is_lost_ditto || is_lost_ditto;
        column->raw += '\n';
        column->raw += trim(cell.raw);
        if (value && column->value)
            *column->value += '\n' + *value;
        else if (value)
            column->value = std::move(value);
    }
    return columns;
}

Tekst TableRows::value_of(const FoundCell& cell, int place, bool& is_lost_ditto) {
    auto above = std::find_if(above_.begin(), above_.end(), [&](const Above& other) {
        return other.column == cell.column && other.heading == cell.heading && other.place == place;
    });
    if (above == above_.end()) above = above_.insert(above, {cell.column, cell.heading, place, nullptr});
    if (!is_ditto(cell.raw)) {
        above->cell = &cell;
        return clean(cell);
    }
    // A ditto may repeat that something does not apply, not that nothing was filled in.
    is_lost_ditto = !above->cell || trim(above->cell->raw).empty();
    if (is_lost_ditto) remark_ditto(cell.origin);
    return above->cell ? clean(*above->cell) : std::nullopt;
}

void TableRows::remark_ditto(const Origin& origin) {
    add_diagnostic(
        record_.meldingen,
        {"IDEM_ZONDER_VOORGANGER", Severity::warning,
         "Een cel verwijst naar de cel erboven, maar die is leeg of hoort bij een andere groep.", origin, 1});
}

void add_evidence(SopRecord& record, std::string pointer, const FoundRow& row, const Column& column, double factor) {
    if (column.raw.empty()) return;
    if (column.first->is_guess) factor *= guessed_column_factor;
    add_evidence(record, std::move(pointer),
                 {column.raw, row.confidence * factor, std::string(name_of(row.method)), column.first->origin});
}

}  // namespace sop
