#include "normalize/dates.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

struct Row {
    std::string_view input, date;  // date is "" where none can be read
};

Precisie precision_of(std::string_view date) {
    return date.size() == 10 ? Precisie::dag : date.size() == 7 ? Precisie::maand : Precisie::jaar;
}

void check(std::string_view input, std::string_view expected, const std::optional<Datum>& date) {
    CAPTURE(input);
    REQUIRE(date.has_value() == !expected.empty());
    if (!date) return;
    CHECK(date->waarde == expected);
    CHECK(date->precisie == precision_of(expected));
}

TEST_CASE("a date is read in every notation that schools use") {
    const Row rows[]{
        {"1 oktober 2015", "2015-10-01"},
        {"01-10-2015", "2015-10-01"},
        {"1-10-2015", "2015-10-01"},
        {"1/10/2015", "2015-10-01"},
        {"1.10.2015", "2015-10-01"},
        {"01 - 10 - 2015", "2015-10-01"},
        {"01 10 2015", "2015-10-01"},
        {"01-10-'15", "2015-10-01"},
        {"01-10-’15", "2015-10-01"},
        {"01-10-15", "2015-10-01"},
        {"01.10.15", "2015-10-01"},
        {"1–10–2015", "2015-10-01"},
        {"30 november, 2015", "2015-11-30"},
        {"1 aug. 2014", "2014-08-01"},
        {"3 mrt 2014", "2014-03-03"},
        {"27 Februari 2013", "2013-02-27"},
        {"29 februari 2016", "2016-02-29"},
        {"1e oktober 2015", "2015-10-01"},
        {"1-mei-2015", "2015-05-01"},
        {"1mei2015", "2015-05-01"},
        {"1 mei '15", "2015-05-01"},
        {"1 mei 15", "2015-05-01"},
        {"1 september 1998", "1998-09-01"},
        {"01-09-98", "1998-09-01"},
        {"2015-10-01", "2015-10-01"},
        {"20111010", "2011-10-10"},
        {"10102011", "2011-10-10"},
        {"December 2015", "2015-12"},
        {"Februari 2014", "2014-02"},
        {"juli 2016", "2016-07"},
        {"dec. '15", "2015-12"},
        {"10-2015", "2015-10"},
        {"2015", "2015"},
        {"najaar 2015", "2015"},
        {"versie 2015", "2015"},
        {"2015/10/01", "2015-10-01"},
        {"2015.10.01", "2015-10-01"},
        {"1 okt 2015", "2015-10-01"},
        {"1 OKTOBER 2015", "2015-10-01"},
        {"1ste oktober 2015", "2015-10-01"},
        {"12 sept. 2017", "2017-09-12"},
        {"1 jan. '14", "2014-01-01"},
        {"31/12/14", "2014-12-31"},
        {"1 februari,2014", "2014-02-01"},
        {"maart, 2014", "2014-03"},
        {"03/2014", "2014-03"},
        {"eind 2015", "2015"},
    };
    for (const Row& row : rows) check(row.input, row.date, parse_date(row.input));
}

TEST_CASE("a date is found among other words") {
    const Row rows[]{
        {"06-01-2014; versie 1", "2014-01-06"},
        {"Versie 1.1 / april 2018", "2018-04"},
        {"vastgesteld 27 maart 2018", "2018-03-27"},
        {"Definitieve versie 1 mei 2015", "2015-05-01"},
        {"Versie 27 februari 2013", "2013-02-27"},
        {"d.d. 1 mei 2015", "2015-05-01"},
        {"Almere, 12 juni 2017", "2017-06-12"},
        {"vrijdag 12 juni 2017", "2017-06-12"},
        {"ma 4 nov. 2019", "2019-11-04"},
        {"per 1 aug '19", "2019-08-01"},
        {"1e versie 2 febr. 2017", "2017-02-02"},
        {"1 oktober 2015 (peildatum)", "2015-10-01"},
        {"De MR heeft op 20 april 2015 positief geadviseerd.", "2015-04-20"},
        {"12-06-2017 (12 juni 2017)", "2017-06-12"},
        {"versie 2, 12-6-2017", "2017-06-12"},
    };
    for (const Row& row : rows) check(row.input, row.date, parse_date(row.input));
}

TEST_CASE("what is no date, or more than one, is absent") {
    const std::string_view inputs[]{
        "",
        "31-02-2015",
        "29 februari 2015",
        "31 april 2015",
        "32 mei 2015",
        "10/31/2015",
        "0-10-2015",
        "1 mei",
        "mei",
        "mei 15 leerlingen",
        "1 mei 15:00 uur",
        "1-10",
        "versie 1.2",
        "versie 1.2.15",
        "2014-2018",
        "2015-2016",
        "schooljaar 2015-2016",
        "12 april 2017 en 3 mei 2017",
        "tussen 1 mei en 1 juni 2019",
        "1 mei t/m 1 juni 2019",
        "10 dec 2014 / 12 jan 2015",
        "1 okt. jl.",
        "mei/juni 2015",
        "april t/m 2015 leerlingen",
        "1 augustus 2014 - 31 juli 2018",
        "036-5321065",
        "1333 EC",
        "12345678",
        "1-2-3-2015",
        "groep 8",
        "2015 leerlingen",
        "0000-00-00",
    };
    for (const std::string_view input : inputs) check(input, "", parse_date(input));
}

TEST_CASE("an advice or decision that still has to come has no date") {
    const Row rows[]{
        {"20 april 2015", "2015-04-20"},
        {"De MR adviseerde positief op 20-04-2015", "2015-04-20"},
        {"mei 2019", "2019-05"},
        {"nog niet besproken, gepland op 1 mei 2019", ""},
        {"wordt vastgesteld op 1 mei 2019", ""},
        {"niet vastgesteld", ""},
        {"verwacht: mei 2019", ""},
        {"volgt", ""},
        {"streefdatum 1 juni 2019", ""},
        {"1 mei 2019", "2019-05-01"},
        {"01-05-2019", "2019-05-01"},
        {"1-5-'19", "2019-05-01"},
        {"20190501", "2019-05-01"},
        {"2019", "2019"},
        {"MR 1 mei 2019", "2019-05-01"},
        {"Instemming MR d.d. 1 mei 2019", "2019-05-01"},
        {"ja, 1 mei 2019", "2019-05-01"},
        {"akkoord op 1 mei 2019", "2019-05-01"},
        {"vastgesteld in de vergadering van 1 mei 2019", "2019-05-01"},
        {"positief advies, 1 mei 2019", "2019-05-01"},
        {"Almere, 1 mei 2019", "2019-05-01"},
        {"12 juni", ""},
        {"ja", ""},
        {"akkoord", ""},
        {"1 mei 2019 en 2 mei 2019", ""},
        {"31 april 2019", ""},
        {"zal op 1 mei 2019 besproken worden", ""},
        {"moet nog, mei 2019", ""},
        {"voorgenomen: 1 mei 2019", ""},
        {"wordt 1 mei 2019", ""},
        {"gepland: 1 mei 2019", ""},
        {"verwachte datum 1 mei 2019", ""},
        {"streefdatum: mei 2019", ""},
        {"volgt in mei 2019", ""},
        {"nog onbekend", ""},
        {"n.v.t.", ""},
        {"…", ""},
        {"2 jaar", ""},
        {"1/5/2019", "2019-05-01"},
        {"mei '19", "2019-05"},
    };
    for (const Row& row : rows) check(row.input, row.date, parse_adoption_date(row.input));
}

}  // namespace
}  // namespace sop
