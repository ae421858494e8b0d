// Rows of a table that were written as labels with their values, one below the other.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tables.h"

namespace sop {

// Takes paragraph after paragraph of a section:
//
//     Doelgroep: leerlingen met dyslexie
//     Begeleiding: elke dag een kwartier lezen
//     Duur: een half jaar
//
// A label is the name of a column with a colon or tab behind it, or a bold line or a heading of its own; a short line
// with a colon beside such labels is one that the record does not know. Several may stand on one line. What follows up
// to the next label is its value, as far as it may go on: not behind a blank line, and not a sentence behind a few
// words. A label that comes again starts the next row, two labels of one column are both in it; a title starts the next
// row too and names it where no label does: a heading, a bold line or an item of a list with labels below it. Where a
// heading has several such lines below it each names a row, where it has one the heading does. Two known labels make a
// row; where others below a title do, or have the same label, one does.
class LabelBlocks {
public:
    LabelBlocks(const MatchedTemplate& form, std::size_t table, TableWork work)
        : form_(form), table_(table), def_(form.rules.tables[table]), work_(work) {}

    void paragraph(const Paragraph& paragraph);
    // Takes a table of names and values with a block for each row: "Doelgroep | lezen", "Begeleiding | …", "Doelgroep |
    // rekenen", …, or with a title above each block. False where it is none.
    bool table(const Table& table);
    // Ends the row: something else follows.
    void end();
    // Adds the rows, each where it stands among those that were added meanwhile.
    void finish();

private:
    struct Label {
        std::string_view column;  // id
        std::string heading;
        std::string_view value;  // on the label's line
    };
    struct Title {
        std::string text;
        int level = 0;  // that of a heading, deeper for a bold line and an item of a list; 0: there is none
    };
    std::optional<Label> known_label(std::string_view line, bool is_alone) const;
    std::optional<Label> other_label(std::string_view line) const;
    std::vector<std::string_view> parts_of(std::string_view line) const;
    void add(const Label& label, const Origin& origin);
    void heading(const Paragraph& paragraph, std::string_view text);
    bool first_line_title(std::string_view lines);
    bool inner_title(const Paragraph& paragraph, std::string_view text, bool is_bold);
    void line(std::string_view line, const Paragraph& paragraph, bool is_bold);
    void go_on(std::string_view line, const Paragraph& paragraph);
    void close_row();

    struct ReadRow {
        FoundRow row;
        std::string inner;        // the bold line or item that names it
        std::string column;       // the first that is known
        std::size_t heading = 0;  // the heading that it stands below
        bool is_thin = false;     // one known label
        std::size_t place = 0;    // rows of other tables before it
    };

    const MatchedTemplate& form_;
    std::size_t table_;
    const TableDef& def_;
    TableWork work_;
    std::vector<ReadRow> rows_;
    FoundRow row_;
    Title title_, inner_;
    std::size_t headings_ = 0;
    bool in_table_ = false;
    int label_level_ = 0;     // of the item of a list that the last label is; 0: it is none
    bool in_list_ = false;    // the inner title is one of several items in a row
    bool is_open_ = false;    // the last value may go on
    bool is_phrase_ = false;  // the last value is no sentence
};

// The name of a row behind a word for what it is: "dyslexie" for "Doelgroep: dyslexie" and "Arrangement 1: dyslexie";
// absent where there is no such word.
std::optional<std::string> behind_row_word(std::string_view text);

// The title of a row without its number or that word: "Dyslexie" for "4.1 Dyslexie" and "1) Dyslexie".
std::string row_title(std::string_view text);

}  // namespace sop
