// Finds what a document has of the record's tables.
#pragma once

#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/matched_template.h"
#include "extract/row_reader.h"
#include "extract/sections.h"

namespace sop {

// Content of one section (or of the front) as the readers of tables see it.
struct TablePlace {
    const std::vector<Block>& blocks;
    bool is_expected;  // the table belongs here: only then lists and tables without known columns are read
    // Nothing says what belongs here, and the table was found nowhere: several rows of labels alike are read too.
    bool is_last_resort = false;
    std::string_view section = {};  // id of the section that has the blocks
};

// One reader for each TableForm. They add what they find of `rules.tables[table]` to `rows`.
struct TableWork {
    TableMeanings& meanings;
    std::vector<FoundRow>& rows;
    std::vector<Diagnostic>& diagnostics;
};
void read_row_tables(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work);
void read_points(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work);
void read_years(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work);
void read_choices(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work);

// All tables of the record that have rows, in the order of the rules.
std::vector<FoundTable> find_tables(const MatchedTemplate& form, const Sections& sections, TableMeanings& meanings,
                                    std::vector<Diagnostic>& diagnostics);

// Says of the rows that hold the names of known columns that they are header rows, which few files say themselves.
void mark_headers(Sections& sections, TableMeanings& meanings);

// Tick boxes as the text of a paragraph has them; both take the same bytes.
inline constexpr std::string_view ticked = "☒", unticked = "☐";

// Position of the first tick box from `at` on; the text's size where there is none.
inline std::size_t next_box(std::string_view text, std::size_t at) {
    // One search for what both begin with: two would each read on to the end of the text for every box.
    for (at = text.find(ticked.substr(0, 2), at); at != std::string_view::npos;
         at = text.find(ticked.substr(0, 2), at + 1))
        if (text.substr(at).starts_with(ticked) || text.substr(at).starts_with(unticked)) return at;
    return text.size();
}

// How sure a row is.
inline constexpr double own_columns_confidence = 0.96;    // two columns at least in the template's own wording
inline constexpr double known_columns_confidence = 0.92;  // columns by the shared vocabulary
inline constexpr double list_item_confidence = 0.93;      // an item of a list, a numbered or dashed paragraph
inline constexpr double bare_line_confidence = 0.65;      // a line below "…:", with no mark of its own
inline constexpr double ticked_confidence = 0.93;         // a tick box or a marked column
inline constexpr double written_confidence = 0.90;        // "ja" behind a colon or in a cell
inline constexpr double elsewhere_factor = 0.97;          // not in the section where the table belongs
inline constexpr double one_column_factor = 0.92;         // no column is known but the one that names the rows
inline constexpr double guessed_factor = 0.8;             // in a section that a word of its heading told, or nothing
inline constexpr double bare_point_factor = 0.9;          // nothing beside it, where other rows have more
inline constexpr double no_header_factor = 0.85;          // columns taken from the table before, or from their place

}  // namespace sop
