// Shapes that are recognised without a label: where dates, years and codes stand in a text. Their meaning is read
// later.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/fold.h"

namespace sop {

// A piece of a text, in words and in bytes.
struct Spot {
    std::size_t first_word = 0, end_word = 0;
    std::size_t begin = 0, end = 0;
};

// Dates with a day or a month: "1 mei 2015", "30 november, 2015", "april 2018", "01-10-2015", "1/10/15", "20111010".
std::vector<Spot> find_dates(std::string_view text, const Words& words);

// Two years that belong together: "2014-2015", "2013/2014", "2016 – 2017", "2014 tot 2018"; short ones ("14-15") only
// behind "schooljaar" or "cursusjaar".
struct YearSpan : Spot {
    int from = 0, to = 0;
};
std::vector<YearSpan> find_year_spans(std::string_view text, const Words& words);

// The last year, of four digits, that a short text names: 2015 of "schooljaar 2014-2015"; 0 where it names none, or is
// no heading of a year.
int named_year(std::string_view text);

// Whether a folded word is one for the profile itself: "sop", "zorgprofiel"; and whether one of the words is.
bool is_profile_word(std::string_view word);
bool is_about_profile(const Words& words);
// Whether the words speak of an earlier profile: what they state is not of this one.
bool is_about_former(const Words& words);

// The first postcode of a text: "1333 EC", "1333EC".
std::optional<Spot> find_postcode(std::string_view text, const Words& words);

// A school's BRIN, with or without the two digits of its location: "08KA", "13IF00".
std::optional<Spot> find_brin(std::string_view text, const Words& words);

// A partnership's code with its sector, "PO 25-07" or "VO3006", a few words behind "samenwerkingsverband" or "SWV";
// its words are not told.
std::optional<Spot> find_partnership(std::string_view text);

// Number of words of a folded phrase where it stands at word `at`; 0 where it does not.
std::size_t phrase_at(const Words& words, std::size_t at, std::string_view phrase);

}  // namespace sop
