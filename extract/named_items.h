// Rows of a table that were written as a list of names with a text behind each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tables.h"

namespace sop {

// Takes paragraph after paragraph of a section:
//
//     - Dyslexie: extra leesbegeleiding
//     - Hoogbegaafdheid: deelname aan de plusklas
//
// or a title with the text below it:
//
//     Leerlingen met dyslexie
//     Zij krijgen extra leestijd.
//
// A name is a few words with a colon or a dash behind them, or in bold, and the label of nothing that is known. Two of
// them, and two of each three items, make a list of names. What is named may still be anything ("Stap 1: …"): the rows
// have Method::pattern, and who knows the needs decides.
class NamedItems {
public:
    NamedItems(const MatchedTemplate& form, std::size_t table) : form_(form), def_(form.rules.tables[table]) {}

    void paragraph(const Paragraph& paragraph);
    // Takes a table of two columns, of names and texts, as such a list.
    void table(const Table& table);
    // Ends list and text: something else follows.
    void end();
    // The rows of all lists.
    std::vector<FoundRow> take();

private:
    struct Item {
        std::string name, text;  // no name where it has none
        Origin origin;
    };
    std::optional<Item> named(const Paragraph& paragraph, std::string_view text, bool is_item) const;
    bool is_name(std::string_view text) const;
    bool takes_lines(const Paragraph& paragraph, std::string_view text);
    bool takes_title(const Paragraph& paragraph, std::string_view text);
    void end_list();
    void add_rows(std::vector<Item>& items);

    const MatchedTemplate& form_;
    const TableDef& def_;
    std::vector<Item> items_;
    std::vector<Item> titled_;
    int level_ = 0;
    std::vector<FoundRow> rows_;
};

}  // namespace sop
