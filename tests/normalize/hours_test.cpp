#include "normalize/hours.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <string_view>

namespace sop {
namespace {

// "2.5 uur/week", amounts joined by "; ".
std::string shown(const std::vector<Omvang>& amounts) {
    std::ostringstream out;
    for (const Omvang& amount : amounts) {
        if (&amount != &amounts.front()) out << "; ";
        out << amount.waarde << ' ' << amount.eenheid;
        if (amount.per) out << '/' << *amount.per;
    }
    return out.str();
}

struct Row {
    std::string_view input, amounts;
};

TEST_CASE("an amount is a number with a unit") {
    const Row rows[]{
        {"2,5 uur", "2.5 uur"},
        {"2.5 uur per week", "2.5 uur/week"},
        {"2.30 uur per week", "2.5 uur/week"},
        {"2.45 uur", "2.75 uur"},
        {"2:30 uur", "2.5 uur"},
        {"2.75 uur", "2.75 uur"},
        {"1.20 uur", "1.33 uur"},
        {"9 uur en 45 min", "9.75 uur"},
        {"9 uur en 45 min. per week", "9.75 uur/week"},
        {"62uur en 30 min.", "62.5 uur"},
        {"62uur", "62 uur"},
        {"1 uur 30 minuten", "1.5 uur"},
        {"40 minuten per week", "40 minuut/week"},
        {"30 min. per dag", "30 minuut/dag"},
        {"3 dagdelen", "3 dagdeel"},
        {"4 dagdelen per week", "4 dagdeel/week"},
        {"één dagdeel per week", "1 dagdeel/week"},
        {"een dagdeel per week", "1 dagdeel/week"},
        {"0,2 fte", "0.2 fte"},
        {"0,15 fte", "0.15 fte"},
        {"0.125 wtf", "0.13 fte"},
        {"0,0625 fte", "0.06 fte"},
        {"2 dagen per week", "2 dag/week"},
        {"½ uur", "0.5 uur"},
        {"2½ uur", "2.5 uur"},
        {"2 ½ uur", "2.5 uur"},
        {"2 1/2 uur per week", "2.5 uur/week"},
        {"1/2 uur", "0.5 uur"},
        {"3/4 uur per week", "0.75 uur/week"},
        {"een half uur per week", "0.5 uur/week"},
        {"half uur", "0.5 uur"},
        {"1 uur om de 2 weken", "0.5 uur/week"},
        {"16.30 uur per week", "16.5 uur/week"},
        {"anderhalf uur per week", "1.5 uur/week"},
        {"twee en een half uur", "2.5 uur"},
        {"drie kwartier", "45 minuut"},
        {"1.000 uur per jaar", "1000 uur/jaar"},
        {"40 uur per schooljaar", "40 uur/jaar"},
        {"2 uur p/w", "2 uur/week"},
        {"2 uur p.w.", "2 uur/week"},
        {"2 uur pw", "2 uur/week"},
        {"2 uur/week", "2 uur/week"},
        {"2 uur/wk", "2 uur/week"},
        {"15 min./dag", "15 minuut/dag"},
        {"2 uur p. week", "2 uur/week"},
        {"dagelijks 15 min.", "15 minuut/dag"},
        {"2 uur in de week", "2 uur/week"},
        {"2 uur wekelijks", "2 uur/week"},
        {"wekelijks 2 uur", "2 uur/week"},
        {"wekelijks, 45 minuten", "45 minuut/week"},
        {"per week: 2 uur", "2 uur/week"},
        {"elke dag 10 minuten", "10 minuut/dag"},
        {"1 uur per leerling", "1 uur/leerling"},
        {"3 uur extra begeleiding per week", "3 uur/week"},
        {"de assistent werkt 3 uur per week met deze kinderen", "3 uur/week"},
        {"3 x 30 minuten per week", "90 minuut/week"},
        {"3x 30 min", "90 minuut"},
        {"2 keer per week een half uur", "1 uur/week"},
        {"twee keer per week 30 minuten", "60 minuut/week"},
        {"RT 2 uur, assistent 3 dagdelen per week", "2 uur; 3 dagdeel/week"},
        {"2 uur en 3 dagdelen per week", "2 uur; 3 dagdeel/week"},
        {"11 uur tot dec 2015", "11 uur"},
        {"een arrangement van 2 uur", "2 uur"},
        {"1u30 per week", "1.5 uur/week"},
        {"1u30", "1.5 uur"},
        {"1u30 p.w.", "1.5 uur/week"},
        {"2u", "2 uur"},
        {"2u per week", "2 uur/week"},
        {"2 u per week", "2 uur/week"},
        {"2 u p.w.", "2 uur/week"},
        {"2 u/w", "2 uur/week"},
        {"2u. per week", "2 uur/week"},
        {"2 uur p.m.", "2 uur/maand"},
        {"2 uur p/m", "2 uur/maand"},
        {"2 uur per mnd", "2 uur/maand"},
        {"4 uur p/j", "4 uur/jaar"},
        {"10 min. p.d.", "10 minuut/dag"},
        {"2 uur per wk", "2 uur/week"},
        {"2 uur p/wk", "2 uur/week"},
        {"2 uur per 2 weken", "1 uur/week"},
        {"2 uur per twee weken", "1 uur/week"},
        {"1 uur om de week", "0.5 uur/week"},
        {"1x per 6 weken 3 uur", "0.5 uur/week"},
        {"2 dagdelen p.w.", "2 dagdeel/week"},
        {"3 ochtenden per week", "3 dagdeel/week"},
        {"één middag per week", "1 dagdeel/week"},
        {"2,5 dagdelen", "2.5 dagdeel"},
        {"halve dag per week", "0.5 dag/week"},
        {"0,2 FTE", "0.2 fte"},
        {"0.2fte", "0.2 fte"},
        {"fte: 0,4", "0.4 fte"},
        {"wtf 0,4", "0.4 fte"},
        {"werktijdfactor: 0,2", "0.2 fte"},
        {"0,2 fte per jaar", "0.2 fte/jaar"},
        {"2 uur per lln", "2 uur/leerling"},
        {"2 uur per kind", "2 uur/leerling"},
        {"2 uur per kind per week", "2 uur/week"},
        {"30 minuten per week per leerling", "30 minuut/week"},
        {"10 uur p. jaar per leerling", "10 uur/jaar"},
        {"2 uur per leerling per 2 weken", "1 uur/week"},
        {"tweemaal per week 30 min", "60 minuut/week"},
        {"30 min. 3x per week", "90 minuut/week"},
        {"een half uur (2 keer per week)", "1 uur/week"},
        {"2 uur per week, 3x per jaar", "2 uur/week"},
        {"RT 2 uur, 3x per week 30 min", "2 uur; 90 minuut/week"},
        {"4 x per week 20 minuten", "80 minuut/week"},
        {"1 uur per 14 dagen", "0.5 uur/week"},
        {"2 u 15 min", "2.25 uur"},
        {"2 u 15 min. per week", "2.25 uur/week"},
        {"2 uur en een kwartier", "2.25 uur"},
        {"2 uur (120 min.) per week", "2 uur/week"},
        {"2 uur (120 min. per week)", "2 uur/week"},
        {"2 uur per week (30 min. per dag)", "2 uur/week; 30 minuut/dag"},
        {"1 dag p/w (0,2 fte)", "1 dag/week; 0.2 fte"},
        {"iedere ochtend een kwartier", "15 minuut/dag"},
        {"max. 3 uur per week", "3 uur/week"},
        {"8 weken, 2 x per week 30 minuten", "60 minuut/week"},
        {"2 kwartieren", "30 minuut"},
        {"1:45 uur", "1.75 uur"},
        {"27,1 uur", "27.1 uur"},
        {"40 klokuren", "40 uur"},
        {"1 UUR PER WEEK", "1 uur/week"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(shown(parse_amounts(row.input)) == row.amounts);
    }
}

TEST_CASE("what can be read in two ways, or has no unit, is no amount") {
    const std::string_view inputs[]{
        "",
        "2.30",
        "27,1",
        "variabel",
        "variabel en 1 arrangement",
        "2,30 uur",
        "2.50 uur",
        "2 à 3 uur per week",
        "2-3 uur",
        "2 tot 3 uur per week",
        "2 of 3 uur",
        "om 9 uur",
        "tot 15 uur",
        "van 8.30 uur",
        "om 8.30 uur",
        "binnen 24 uur",
        "16.00 uur",
        "binnen drie dagen",
        "maandag 9.00",
        "op een dag",
        "het duurt een uur",
        "24-uurs zorg",
        "groep 8",
        "6 leerlingen",
        "twee keer per week",
        "tweemaal per week",
        "1 à 2x per week 20 min",
        "2-3 keer per week een half uur",
        "15-20 minuten per dag",
        "van 9.00 tot 12.00 uur",
        "45'",
        "schooljaar 2015-2016",
        "123456 uur",
        "de volgende dag",
        "1 uurtje",
        "dat 2 u bij ons",
        "1u75",
        "fte 2015",
        "0,4",
        "p.m.",
        "2 lesuren",
        "per week",
        "2 x",
        "½",
        "fte",
        "2 uur à 3 uur per week",
        "2 uur 15",
        "groep 1/2 en groep 3",
        "0 uur",
        "0,00 uur per week",
        "0 x 30 minuten per week",
        "0,001 fte",
        "fte: 0",
    };
    for (const std::string_view input : inputs) {
        CAPTURE(input);
        CHECK(shown(parse_amounts(input)) == "");
    }
}

TEST_CASE("an amount keeps its words as they stood") {
    CHECK(parse_amounts("RT: 2.30 uur per week, in groepjes").at(0).ruw == "2.30 uur per week");
    CHECK(parse_amounts("wekelijks 2 uur").at(0).ruw == "wekelijks 2 uur");
    CHECK(parse_amounts("RT twee  keer per week een half uur.").at(0).ruw == "twee keer per week een half uur");
}

TEST_CASE("a number below a heading with a unit is an amount") {
    struct BelowRow {
        std::string_view heading, cell, amounts;
    };
    const BelowRow rows[]{
        {"Aantal uren per week", "2.30", "2.5 uur/week"},
        {"Aantal uren per week", "2", "2 uur/week"},
        {"Uren", "2,5", "2.5 uur"},
        {"Tijd (in minuten)", "45", "45 minuut"},
        {"Fte", "0,2", "0.2 fte"},
        {"Aantal dagdelen", "3", "3 dagdeel"},
        {"Aantal uren per week", "2 tot 3", ""},
        {"Aantal uren per week", "variabel", ""},
        {"Aantal uren per week", "een", ""},
        {"Aantal leerlingen", "4", ""},
        {"", "4", ""},
        {"Uren", "", ""},
        {"Aantal uren per week", "2,5", "2.5 uur/week"},
        {"Aantal uren per week", " 2 ", "2 uur/week"},
        {"Aantal uren per week", "½", "0.5 uur/week"},
        {"Aantal uren per week", "2½", "2.5 uur/week"},
        {"uren p.w.", "2", "2 uur/week"},
        {"uren per jaar", "40", "40 uur/jaar"},
        {"uur/week", "4", "4 uur/week"},
        {"Uren per twee weken", "3", "1.5 uur/week"},
        {"Uren", "2.45", "2.75 uur"},
        {"Uren", "1:30", "1.5 uur"},
        {"Uren", "2,30", ""},
        {"Uren", "2.50", ""},
        {"Uren", "twee", "2 uur"},
        {"Uren", "anderhalf", "1.5 uur"},
        {"Minuten per dag", "15", "15 minuut/dag"},
        {"Min. per week", "40", "40 minuut/week"},
        {"Dagdelen per week", "2", "2 dagdeel/week"},
        {"Dagen", "1,5", "1.5 dag"},
        {"wtf", "0,1234", "0.12 fte"},
        {"Werktijdfactor", "0,4", "0.4 fte"},
        {"Aantal uren per leerling", "1", "1 uur/leerling"},
        {"Klokuren per schooljaar", "40", "40 uur/jaar"},
        {"Uren", "12345", ""},
        {"Uren", "0", ""},
        {"Uren", "n.v.t.", ""},
        {"Uren", "2 x", ""},
        {"Uren", "-", ""},
        {"Uren", "2 (a)", ""},
        {"Groep", "2", ""},
        {"Duur", "2", ""},
    };
    for (const BelowRow& row : rows) {
        CAPTURE(row.heading);
        CAPTURE(row.cell);
        CHECK(shown(parse_amount_below(row.heading, row.cell)) == row.amounts);
    }
}

}  // namespace
}  // namespace sop
