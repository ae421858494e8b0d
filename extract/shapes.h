// Fields that are found by the shape of a line, without a label: a title, a version, years, a code, a sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/fold.h"
#include "extract/locators.h"
#include "extract/matched_template.h"

namespace sop {

// A line near the top of a document, in its first lines or in a header or footer.
struct TopLine {
    std::string_view text;  // trimmed
    const Words& words;
    bool has_label = false;       // a field's label stands in it
    bool is_below_title = false;  // right below the document's title
    bool is_about_other = false;  // its row is about a school that this one comes from
};

struct ShapedValue {
    std::string text;
    double factor = 1;  // of the locator's confidence
};

// What `locator` finds in a line; absent where the line has no such shape, or where `locator` is no locator of lines.
std::optional<ShapedValue> find_shape(const MatchedTemplate& form, Locator locator, const TopLine& line);

// Whether a text starts with what only a school's name starts with: "OBS De Brug", "Basisschool De Brug".
bool starts_as_school(std::string_view text);

// A field whose date a text states.
struct StatedDate {
    std::size_t field = 0;  // in Definitions::fields
    std::string date;       // as it stood
};

// The dates that a text states of events: for each field with a `sentence`, of each of its lists a word, and none that
// says it is still to come: "De MR heeft op 20 april 2015 positief geadviseerd". A date belongs to the field of which a
// word of the first list stands nearest. Words of the further lists may also stand in `around`, the folded text around
// the sentence.
std::vector<StatedDate> find_stated_dates(const Definitions& rules, std::string_view text, const Words& words,
                                          std::string_view around);

// Whether a word of the first list of some field's sentence stands in the text.
bool names_subject(const Definitions& rules, const Words& words);

}  // namespace sop
