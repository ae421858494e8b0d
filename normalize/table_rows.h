// The rows of a found table, cell by column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "normalize/confidence.h"
#include "normalize/record.h"

namespace sop {

// Column of a table that the record has no place for.
inline constexpr std::string_view other_column = "overig";

// The cells of one column in one row: what they say, and as they stood.
struct Column {
    std::string_view id, heading;
    Tekst value;
    std::string raw;  // trimmed
    const FoundCell* first = nullptr;
    bool is_lost_ditto = false;  // repeats a cell that is not there
};

using Columns = std::vector<Column>;

// Null where the row has no such column.
const Column* find_column(const Columns& columns, std::string_view id);

// Reads the rows of one table from above, so that a ditto finds what it repeats.
class TableRows {
public:
    explicit TableRows(SopRecord& record) : record_(record) {}

    // The columns of a row in its order; several cells of one known column are one value.
    Columns read(const FoundRow& row);

private:
    // The last cell of a column that says something itself. The heading tells columns apart, and the grid where two
    // have the same.
    struct Above {
        std::string_view column, heading;
        int place = 0;
        const FoundCell* cell = nullptr;
    };

    Tekst value_of(const FoundCell& cell, int place, bool& is_lost_ditto);
    void remark_ditto(const Origin& origin);

    SopRecord& record_;
    std::string_view group_;
    std::vector<Above> above_;
};

// Adds the herkomst of a value that is a column of a row; none where the column is empty.
void add_evidence(SopRecord& record, std::string pointer, const FoundRow& row, const Column& column, double factor = 1);

}  // namespace sop
