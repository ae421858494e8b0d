// The ways in which a value is found, by the names that template files use.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/extraction.h"

namespace sop {

enum class Locator {
    // From a label:
    control,         // a form control that bears the label as its name
    after_sign,      // behind the label and a colon or dash, on the same line
    after_tab,       // behind the label and a tab or several spaces
    after_label,     // behind the label, nothing between them
    next_line,       // behind a line break in the same paragraph or cell
    cell_right,      // in the next cell of the row
    cell_below,      // in the cell below
    next_paragraph,  // in the paragraphs that follow, up to the next label
    // Without a label:
    title_line,    // a school's name in or below the document's title
    version,       // a line with the word "versie", "concept" or "definitief"
    version_date,  // the date in what was found as the version
    school_year,
    plan_period,
    brin,
    address,      // a postcode, with the street before it
    introduced,   // a name in "De Brug is een openbare basisschool"
    sentence,     // a sentence or table row with certain words and a date
    partnership,  // a partnership's code behind the word for one, in running text
    phrase,       // a name or number in certain words: "valt onder Stichting De Brug"
    role,         // a person with the label behind the name: "Els Bos, directeur"
};

struct LocatorInfo {
    Locator locator;
    std::string_view name;  // in template files
    Method method;
    // How sure a value is that was found so, all else being well: a full label of the template in the section where it
    // belongs. See confidence_of() for what lowers it.
    double confidence;
};

const LocatorInfo& info_of(Locator locator);
std::optional<Locator> find_locator(std::string_view name);

// Where a field is looked for when its definition does not say: every label locator but after_label, which takes any
// text that starts with the label for a value.
const std::vector<Locator>& usual_locators();

}  // namespace sop
