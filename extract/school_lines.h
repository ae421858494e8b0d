// What lines without a label say of the school: its address, and its name in a sentence that introduces it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/labels.h"
#include "extract/patterns.h"
#include "extract/region.h"

namespace sop {

struct SchoolLine {
    std::string text;  // an address in one or two lines; a name
    std::string context;
    Origin origin;
    std::size_t line = 0;  // in Region::lines
};

// What stands beside an address, and the field that its shape tells.
struct ContactLine : SchoolLine {
    std::string_view field;
};

// The address in a region that has only one: a postcode and its place, with street and number before them or in the
// line above; other words may stand around it. Not the board's, a partner's or a post office box. `hits` are the
// region's labels.
std::optional<SchoolLine> find_address(const Region& region, const std::vector<LabelHit>& hits);

// Telephone, e-mail and web address behind an address and in the lines below it, each alone between bars, tabs,
// commas or dashes, beside no label but of these, and a BRIN in brackets in those above: a block of them has no labels.
std::vector<ContactLine> find_contact_lines(const Region& region, const std::vector<LabelHit>& hits,
                                            const std::vector<FieldDef>& fields, const SchoolLine& address);

// The name in "De Waterjuffer is een openbare basisschool in het dorp …", in the region's first lines.
std::optional<SchoolLine> find_introduced_name(const Region& region);

// The name of a partnership before its code, with it: "Rivierenland (PO 26.97)" of "… bij SWV Rivierenland (PO 26.97)";
// the code alone where none stands there.
std::string partnership_at(std::string_view text, const Spot& code);

// Calls see(field, line) for each value that a sentence of running text gives in one of the phrases of a field that
// `is_wanted` (by index in `fields`) says: "De Brug valt onder Stichting Zon." Numbers of a group's or a board's pupils
// are none.
void find_phrases(const Region& region, const std::vector<FieldDef>& fields, const std::vector<bool>& is_wanted,
                  const std::function<void(std::size_t, SchoolLine)>& see);

}  // namespace sop
