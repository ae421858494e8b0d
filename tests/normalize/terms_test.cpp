#include "normalize/terms.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

TEST_CASE("a point of improvement gives up the term at its end") {
    struct Row {
        std::string_view input, text, term;
    };
    const Row rows[]{
        {"Protocol invoeren – gereed: juni 2017", "Protocol invoeren", "juni 2017"},
        {"Protocol invoeren - gereed: juni 2017", "Protocol invoeren", "juni 2017"},
        {"Protocol invoeren. Termijn: december 2017", "Protocol invoeren.", "december 2017"},
        {"Protocol invoeren. Termijn: zomer 2018", "Protocol invoeren.", "zomer 2018"},
        {"Protocol invoeren. (gereed: juni 2016)", "Protocol invoeren.", "juni 2016"},
        {"Protocol invoeren (klaar: 1-6-2016).", "Protocol invoeren", "1-6-2016"},
        {"Protocol invoeren. Termijn: schooljaar 2018-2019", "Protocol invoeren.", "schooljaar 2018-2019"},
        {"Protocol invoeren (schooljaar 2019-2020).", "Protocol invoeren.", "schooljaar 2019-2020"},
        {"Protocol invoeren (2021).", "Protocol invoeren.", "2021"},
        {"Protocol invoeren (juni 2017)", "Protocol invoeren", "juni 2017"},
        {"Protocol invoeren (voor 1 augustus 2017)", "Protocol invoeren", "voor 1 augustus 2017"},
        {"Protocol invoeren; planning: 2017-2019", "Protocol invoeren", "2017-2019"},
        {"Protocol invoeren", "Protocol invoeren", ""},
        {"Protocol invoeren - schooljaar 2019-2020", "Protocol invoeren", "schooljaar 2019-2020"},
        {"Protocol invoeren – juni 2017", "Protocol invoeren", "juni 2017"},
        {"Protocol invoeren, juni 2017", "Protocol invoeren", "juni 2017"},
        {"Protocol invoeren, uiterlijk 1 mei 2018.", "Protocol invoeren", "uiterlijk 1 mei 2018"},
        {"Protocol invoeren in 2017, 2018", "Protocol invoeren in 2017, 2018", ""},
        {"Protocol invoeren in mei 2017, juni 2018", "Protocol invoeren in mei 2017, juni 2018", ""},
        {"2025: protocol invoeren", "protocol invoeren", "2025"},
        {"Schooljaar 2025-2026 – protocol invoeren", "protocol invoeren", "Schooljaar 2025-2026"},
        {"Protocol invoeren - plan van 2017", "Protocol invoeren - plan van 2017", ""},
        {"Protocol: invoeren in 2017", "Protocol: invoeren in 2017", ""},
        {"Protocol invoeren (zie bijlage)", "Protocol invoeren (zie bijlage)", ""},
        {"Protocol invoeren (vastgesteld in 2017)", "Protocol invoeren (vastgesteld in 2017)", ""},
        {"Protocol invoeren in 2017", "Protocol invoeren in 2017", ""},
        {"Termijn: juni 2017", "Termijn: juni 2017", ""},
        {"(juni 2017)", "(juni 2017)", ""},
        {"Gereed: alle protocollen", "Gereed: alle protocollen", ""},
        {"Plan 2014-2018 evalueren", "Plan 2014-2018 evalueren", ""},
        {"", "", ""},
        {"Protocol invoeren – klaar: mei 2018", "Protocol invoeren", "mei 2018"},
        {"Protocol invoeren. Gereed: 01-08-2018", "Protocol invoeren.", "01-08-2018"},
        {"Protocol invoeren. Deadline: eind 2018", "Protocol invoeren.", "eind 2018"},
        {"Protocol invoeren (eind 2018)", "Protocol invoeren", "eind 2018"},
        {"Protocol invoeren (2018-2019)", "Protocol invoeren", "2018-2019"},
        {"Protocol invoeren (in schooljaar 2018-2019)", "Protocol invoeren", "in schooljaar 2018-2019"},
        {"Protocol invoeren (cursusjaar 2018/2019)", "Protocol invoeren", "cursusjaar 2018/2019"},
        {"Protocol invoeren (t/m juni 2018)", "Protocol invoeren", "t/m juni 2018"},
        {"Protocol invoeren (uiterlijk 1 mei 2018)", "Protocol invoeren", "uiterlijk 1 mei 2018"},
        {"Protocol invoeren, streefdatum: 1 mei 2018", "Protocol invoeren", "1 mei 2018"},
        {"Protocol invoeren (begin 2018).", "Protocol invoeren.", "begin 2018"},
        {"Protocol invoeren (2018) voor groep 3", "Protocol invoeren (2018) voor groep 3", ""},
        {"Protocol invoeren. Termijn: zo snel mogelijk", "Protocol invoeren. Termijn: zo snel mogelijk", ""},
        {"Protocol invoeren (jan. 2018)", "Protocol invoeren", "jan. 2018"},
        {"Protocol (2017) invoeren (2018)", "Protocol (2017) invoeren", "2018"},
        {"  Protocol invoeren  ", "Protocol invoeren", ""},
        {"Protocol invoeren ()", "Protocol invoeren ()", ""},
        {"Termijn:", "Termijn:", ""},
        {")", ")", ""},
        {"().", "().", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const Verbeterpunt point = parse_improvement(row.input);
        CHECK(point.tekst == row.text);
        CHECK(point.termijn.value_or("") == row.term);
    }
}

}  // namespace
}  // namespace sop
