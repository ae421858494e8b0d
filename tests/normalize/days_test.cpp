#include "normalize/days.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sop {
namespace {

std::string joined(const std::optional<std::vector<std::string>>& days) {
    std::string out;
    for (const std::string& day : days.value_or(std::vector<std::string>{})) out += (out.empty() ? "" : " ") + day;
    return out;
}

TEST_CASE("working days are listed in the order of the week") {
    struct Row {
        std::string_view input, days;
    };
    const Row rows[]{
        {"(ma, di, do, vr)", "ma di do vr"},
        {"ma t/m do", "ma di wo do"},
        {"ma. t/m do.", "ma di wo do"},
        {"ma tm wo", "ma di wo"},
        {"maandag tot en met woensdag", "ma di wo"},
        {"maandag en dinsdag", "ma di"},
        {"Maandag, dinsdag en donderdag", "ma di do"},
        {"ma/di/do", "ma di do"},
        {"ma-do", "ma di wo do"},
        {"ma - do", "ma di wo do"},
        {"ma – do", "ma di wo do"},
        {"ma-di-do", "ma di do"},
        {"di + do", "di do"},
        {"do en ma", "ma do"},
        {"ma, ma, di", "ma di"},
        {"wo-ochtend", "wo"},
        {"woensdagochtend en vrijdagmiddag", "wo vr"},
        {"aanwezig op maandag", "ma"},
        {"werkdagen: di, wo", "di wo"},
        {"di, wo, vr ochtend", "di wo vr"},
        {"ma di wo do vr", "ma di wo do vr"},
        {"ma t/m wo en vr", "ma di wo vr"},
        {"vr t/m ma", ""},
        {"niet op maandag", ""},
        {"maandag tot donderdag", ""},
        {"woensdag vrij", ""},
        {"Jan", ""},
        {"3 dagen", ""},
        {"om de week op maandag", ""},
        {"t/m", ""},
        {"", ""},
        {"(ma t/m do)", "ma di wo do"},
        {"ma t/m vr", "ma di wo do vr"},
        {"ma.di.do", "ma di do"},
        {"ma+di", "ma di"},
        {"ma & di", "ma di"},
        {"MA, DI", "ma di"},
        {"'s maandags", "ma"},
        {"op maandagen en donderdagen", "ma do"},
        {"ma, di, do(ochtend)", "ma di do"},
        {"di t/m do", "di wo do"},
        {"dinsdag t.m. donderdag", "di wo do"},
        {"ma – wo", "ma di wo"},
        {"ma, wo\nvr", "ma wo vr"},
        {"ma di", "ma di"},
        {"woensdag en vrijdag hele dag", "wo vr"},
        {"ma (even weken)", ""},
        {"elke dag", ""},
        {"dagelijks", ""},
        {"fulltime", ""},
        {"0,6 fte", ""},
        {"ma t/m", ""},
        {"ma?", ""},
        {"maan- en dinsdag", ""},
        {"zaterdag", "za"},
        {"zo", "zo"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(joined(parse_work_days(row.input)) == row.days);
    }
}

}  // namespace
}  // namespace sop
