// A part of the document in which fields are looked for, as lines of text with their place in tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/columns.h"
#include "extract/contacts.h"
#include "extract/fold.h"
#include "extract/matched_template.h"

namespace sop {

struct Line {
    Owner owner = Owner::school;
    bool names_owner = false;  // it heads the data of another than the school
    std::string text;          // as filled_text() gives it; of prose, longer than label_line_bytes, one sentence
    Words words;               // none where that is as long too
    const Paragraph* paragraph = nullptr;
    int cell = -1;  // in Region::cells; -1: in no table
};

struct RegionCell {
    const Cell* cell = nullptr;
    int row = 0;                       // in Region::rows
    int first_line = 0, end_line = 0;  // in Region::lines
    std::optional<Owner> owner = {};   // of the column, by its heading: "School | Bestuur"
};

struct RegionRow {
    int index = 0;           // in its table
    int table = 0;           // of the region, counted from the first
    std::vector<int> cells;  // in Region::cells, by column
    int below = -1;          // the next row of the same table, in Region::rows
    bool is_header = false;
};

struct Region {
    std::string_view place;   // section id, front_place; "" for a header or footer
    bool takes_weak = false;  // weak labels count
    std::vector<Line> lines;
    std::vector<RegionCell> cells;
    std::vector<RegionRow> rows;
    std::vector<FoundContact> contacts;  // of tables of persons
    std::vector<ControlIndex> controls;  // that have content here, each once
};

// Whether a word of `text` is one of `words`, folded.
bool has_word(const std::vector<std::string>& words, const Words& text);

// Longer lines are prose: no label with its value is as long, but a sentence of it may be one.
inline constexpr std::size_t label_line_bytes = 300;

// The lines of `blocks`, tables of the record and of persons left out. `owner`: whose data they are where nothing among
// them says otherwise.
Region read_region(const MatchedTemplate& form, TableMeanings& meanings, const std::vector<Block>& blocks,
                   std::string_view place, Owner owner = Owner::school);

}  // namespace sop
