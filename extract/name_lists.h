// Rows of a table that were written as names only: the items of a list, or the parts of a sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tables.h"

namespace sop {

// Takes paragraph after paragraph of a section:
//
//     Wij werken samen met:          "Wij werken samen met de GGD, het jeugdteam en schoolmaatschappelijk werk."
//     - GGD
//     - jeugdteam Oost
//
// What is listed may be anything ("Wij overleggen over: ..."): the list counts when enough of its names have a word of
// TableDef::known_names. A sentence counts when all that it lists is short enough for names.
class NameLists {
public:
    explicit NameLists(const TableDef& def) : def_(def) {}

    void paragraph(const Paragraph& paragraph);
    // Ends the list: something else follows.
    void end();
    // The rows of all lists.
    std::vector<FoundRow> take();

private:
    struct Name {
        std::string text;
        Origin origin;
    };
    void item(std::string_view text, const Origin& origin);
    void sentence(std::string_view text, const Origin& origin);
    bool is_no_name(std::string_view folded) const;
    // What a sentence lists behind "samen met"; absent where it says no such thing.
    std::optional<std::string_view> listed_in(std::string_view sentence) const;
    // Adds the name that a part of a sentence is; false where it is none and more than a name.
    bool take_name(std::string_view part, bool is_led, std::vector<std::string>& names) const;
    bool take_last(std::string_view part, bool is_led, std::vector<std::string>& names) const;
    bool is_bare_name(std::string_view line) const;
    bool is_known(std::string_view name) const;
    void add(const Name& name, double confidence);

    const TableDef& def_;
    std::vector<Name> items_;  // of the list that is being read
    std::size_t others_ = 0;   // its items that are no names
    std::vector<FoundRow> rows_;
};

}  // namespace sop
