#include "normalize/versions.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sop {
namespace {

struct Row {
    std::string_view input, school_year, plan_period;  // "" where there is none
};

std::string shown(const std::optional<Planperiode>& period) {
    return period ? std::to_string(period->van) + '-' + std::to_string(period->tot) : std::string();
}

TEST_CASE("two years are a school year or a plan period by their difference") {
    const Row rows[]{
        {"2014-2015", "2014-2015", ""},
        {"schooljaar 2015-2016", "2015-2016", ""},
        {"schooljaar 2016 – 2017", "2016-2017", ""},
        {"2015/2016", "2015-2016", ""},
        {"Cursusjaar 2013/2014", "2013-2014", ""},
        {"cursusjaar 2013 / 2014", "2013-2014", ""},
        {"schooljaar 14-15", "2014-2015", ""},
        {"14-15", "2014-2015", ""},
        {"'14-'15", "2014-2015", ""},
        {"’14/’15", "2014-2015", ""},
        {"2014-15", "2014-2015", ""},
        {"2014-'15", "2014-2015", ""},
        {"schooljaar 2011-12", "2011-2012", ""},
        {"schooljaar 1718", "2017-2018", ""},
        {"1718", "2017-2018", ""},
        {"schooljaar 20172018", "2017-2018", ""},
        {"Versie schooljaar 2015-2016, 1 mei 2015", "2015-2016", ""},
        {"2014-2018", "", "2014-2018"},
        {"2014 t/m 2018", "", "2014-2018"},
        {"van 2014 tot 2018", "", "2014-2018"},
        {"2014 tot en met 2018", "", "2014-2018"},
        {"Planperiode 2019-2023", "", "2019-2023"},
        {"periode 14-18", "", "2014-2018"},
        {"1 augustus 2014 t/m 31 juli 2018", "", "2014-2018"},
        {"2014 tot en met juli 2018", "", "2014-2018"},
        {"2014_2015", "2014-2015", ""},
        {"1-8-2014 - 31-7-2015", "2014-2015", ""},
        {"schooljaar 2015-2016, planperiode 2014-2018", "2015-2016", "2014-2018"},
        {"Schoolondersteuningsprofiel 2014-2018", "", "2014-2018"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_school_year(row.input).value_or("") == row.school_year);
        CHECK(shown(parse_plan_period(row.input)) == row.plan_period);
    }
}

TEST_CASE("numbers that are no pair of years give neither") {
    const std::string_view inputs[]{
        "",
        "2015",
        "schooljaar 2015",
        "schooljaar 2021",
        "2018-2014",
        "2015-2015",
        "1990-2015",
        "1815-1816",
        "13-14 leerlingen",
        "groep 7-8",
        "telefoon 036-5321065",
        "01-10-2015",
        "2017-07-06",
        "2014-2015 en 2015-2016",
        "1333 EC",
        "12-13-14-15",
        "schooljaar",
    };
    for (const std::string_view input : inputs) {
        CAPTURE(input);
        CHECK_FALSE(parse_school_year(input).has_value());
        CHECK_FALSE(parse_plan_period(input).has_value());
    }
}

TEST_CASE("a version's status is what its words say and do not deny") {
    struct StatusRow {
        std::string_view input, status;
    };
    const StatusRow rows[]{
        {"Definitieve versie 1 mei 2015", "definitief"},
        {"Definitief 2.0", "definitief"},
        {"versie 2 def.", "definitief"},
        {"CONCEPT", "concept"},
        {"conceptversie maart 2016", "concept"},
        {"concept-versie 3", "concept"},
        {"definitief concept", "concept"},
        {"Versie 7 juli 2016 (concept)", "concept"},
        {"Vastgesteld 3 juli 2017", "vastgesteld"},
        {"vastgestelde versie", "vastgesteld"},
        {"definitief, vastgesteld door het bestuur", "vastgesteld"},
        {"concept, nog vast te stellen", "concept"},
        {"concept, nog niet vastgesteld", "concept"},
        {"nog niet vastgesteld", ""},
        {"niet definitief", ""},
        {"vastgesteld concept", ""},
        {"versie 1.1 / april 2018", ""},
        {"maart 2016", ""},
        {"onderwijsconcept", ""},
        {"defect", ""},
        {"", ""},
        {"Concept", "concept"},
        {"CONCEPT 2", "concept"},
        {"concept versie 1 mei 2015", "concept"},
        {"Definitief", "definitief"},
        {"DEFINITIEF", "definitief"},
        {"def", "definitief"},
        {"SOP def 2016", "definitief"},
        {"definitieve versie", "definitief"},
        {"vastgesteld", "vastgesteld"},
        {"VASTGESTELD", "vastgesteld"},
        {"door de MR vastgesteld", "vastgesteld"},
        {"vastgesteld en definitief", "vastgesteld"},
        {"nog te bespreken", ""},
        {"nog definitief te maken", ""},
        {"wordt nog vastgesteld", ""},
        {"versie 3", ""},
        {"1 mei 2015", ""},
        {"concepten", ""},
        {"definitie", ""},
        {"schoolconcept", ""},
        {"Schoolconcept: definitief", "definitief"},
        {"\xFF", ""},
        {"n.v.t.", ""},
    };
    for (const StatusRow& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_version_status(row.input).value_or("") == row.status);
    }
}

}  // namespace
}  // namespace sop
