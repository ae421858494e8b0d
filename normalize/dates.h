// Dates as schools write them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "normalize/record.h"
#include "normalize/text.h"

namespace sop {

// A date in running text; tokens `first` up to and including `last`.
struct FoundDate {
    std::optional<Datum> date;  // absent where no such day exists ("31-02-2015") or more than one reading does
    std::size_t first = 0, last = 0;
};

// All dates with a day or a month, in order: "1 oktober 2015", "01-10-'15", "30 november, 2015", "december 2015",
// "20111010", "10-2015", "2015-10-01".
std::vector<FoundDate> find_dates(const Tokens& tokens);

// The one date that a value states, among words or not; a lone year too ("najaar 2015"). Absent where the value states
// two dates or an impossible one.
std::optional<Datum> parse_date(std::string_view text);

// The same for the day on which a council advised or a board decided: absent where the text says that it still has to.
std::optional<Datum> parse_adoption_date(std::string_view text);

}  // namespace sop
