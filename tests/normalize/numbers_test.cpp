#include "normalize/numbers.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

TEST_CASE("a number of pupils is the one number that counts them") {
    struct Row {
        std::string_view input;
        int count;  // 0: none
    };
    const Row rows[]{
        {"212", 212},
        {"212 leerlingen", 212},
        {"ca. 212 leerlingen", 212},
        {"212 (1 oktober 2015)", 212},
        {"212 (peildatum 1-10-2015)", 212},
        {"per 1 oktober 2015: 212", 212},
        {"212 op 1-10-2015", 212},
        {"212 leerlingen in 9 groepen", 212},
        {"9 groepen, 212 lln", 212},
        {"per 1 oktober: 212", 212},
        {"212 per 1-10", 212},
        {"(1 oktober): 212", 212},
        {"1.012", 1012},
        {"1.012 leerlingen", 1012},
        {"2012 leerlingen", 2012},
        {"212.", 212},
        {"  212 ", 212},
        {"3", 3},
        {"24 per groep", 0},
        {"per groep: 24", 0},
        {"212 per teldatum", 212},
        {"2015", 0},
        {"210-220", 0},
        {"210 à 220 leerlingen", 0},
        {"27,1", 0},
        {"2015: 212, 2016: 220", 0},
        {"212 leerlingen, waarvan 20 leerlingen met gewicht", 0},
        {"0", 0},
        {"12345", 0},
        {"1.0122", 0},
        {"0.212", 0},
        {"onbekend", 0},
        {"", 0},
        {"ongeveer 212", 212},
        {"± 212", 212},
        {"+/- 212", 212},
        {"212 leerlingen op 1 oktober", 212},
        {"Aantal: 212", 212},
        {"212 kinderen", 212},
        {"212 ll.", 212},
        {"1.012 lln.", 1012},
        {"op 01-10-2015 212 leerlingen", 212},
        {"212 leerlingen (peildatum oktober 2015)", 212},
        {"8 groepen met 212 leerlingen", 212},
        {"1 leerling", 1},
        {"9999", 9999},
        {"10000", 0},
        {"2014-2015: 212", 0},
        {"212/215", 0},
        {"212 tot 220", 0},
        {"212,5", 0},
        {"twee", 0},
        {"212 leerlingen en 215 leerlingen", 0},
        {"n.v.t.", 0},
        {"§", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_pupil_count(row.input).value_or(0) == row.count);
    }
}

}  // namespace
}  // namespace sop
