#include "normalize/address.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

struct Row {
    std::string_view input, street, number, postcode, place;
};

TEST_CASE("an address is read in the parts that it gives") {
    const Row rows[]{
        {"Lindelaan 12, 1399 EC Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12\n1399EC Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Adres Lindelaan 12, 1399 EC Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12 1399 ec ALMERE", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12a, 1399 EC Almere", "Lindelaan", "12a", "1399 EC", "Almere"},
        {"Lindelaan 12 A, 1399 EC Almere", "Lindelaan", "12 A", "1399 EC", "Almere"},
        {"Lindelaan 12 bis, 1399 EC Almere", "Lindelaan", "12 bis", "1399 EC", "Almere"},
        {"Lindelaan 12-14, 1399 EC Almere", "Lindelaan", "12-14", "1399 EC", "Almere"},
        {"Lindelaan 12 - 14, 1399 EC Almere", "Lindelaan", "12 - 14", "1399 EC", "Almere"},
        {"Lindelaan nr. 12, 1399 EC Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"1e Lindestraat 5, 1399 EC Almere", "1e Lindestraat", "5", "1399 EC", "Almere"},
        {"Plein 1940 5, 1399 EC Almere", "Plein 1940", "5", "1399 EC", "Almere"},
        {"Burg. van der Lindestraat 5", "Burg. van der Lindestraat", "5", "", ""},
        {"Lindelaan 12", "Lindelaan", "12", "", ""},
        {"Lindelaan 12, Almere", "Lindelaan", "12", "", "Almere"},
        {"Lindelaan 12 Almere", "Lindelaan", "12", "", "Almere"},
        {"Lindelaan 12 in Almere (1399 EC)", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12, Almere (1399 EC)", "Lindelaan", "12", "1399 EC", "Almere"},
        {"OBS De Brug (1399 EC)", "", "", "1399 EC", ""},
        {"Lindelaan 45-47 te Almere", "Lindelaan", "45-47", "", "Almere"},
        {"1399 EC Almere", "", "", "1399 EC", "Almere"},
        {"Lindelaan 12, 1399 EC Almere. Tel", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12, 1399 EC Almere Telefoon", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12, 1399 EC Almere E-mail", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12, 1399 EC Almere. Tel. (036) 555 01 00", "Lindelaan", "12", "1399 EC", "Almere"},
        {"1399XK ALMERE", "", "", "1399 XK", "Almere"},
        {"1399 EC", "", "", "1399 EC", ""},
        {"1399 EC, Almere", "", "", "1399 EC", "Almere"},
        {"OBS De Brug\nLindelaan 12\n1399 EC Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Bezoekadres: Lindelaan 12, 1399 EC Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12, 1399 EC 's-Gravenhage", "Lindelaan", "12", "1399 EC", "'s-Gravenhage"},
        {"Lindelaan 12, 1399 EC Capelle aan den IJssel", "Lindelaan", "12", "1399 EC", "Capelle aan den IJssel"},
        {"Plein 1945 nr. 3, 1399 EC Almere", "Plein 1945", "3", "1399 EC", "Almere"},
        {"1399 EC Almere, Lindelaan 12", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan 12, 1399 EC Almere\nPostbus 1, 1300 AA Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan, 1399 EC Almere", "", "", "1399 EC", "Almere"},
        {"Lindelaan 12 (bezoekadres)\nPostbus 1, 1300 AA Almere", "Postbus", "1", "1300 AA", "Almere"},
        {"Lindelaan 12 (ingang plein)", "Lindelaan", "12", "", ""},
        {"Lindelaan 12 tel 036-5550100", "", "", "", ""},
        {"Lindelaan 12, 1399EC, Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Almere", "", "", "", ""},
        {"zie website", "", "", "", ""},
        {"036-5550100", "", "", "", ""},
        {"0399 EC", "", "", "", ""},
        {"", "", "", "", ""},
        {"Lindelaan 12b-1, 1399 EC Almere", "Lindelaan", "12b-1", "1399 EC", "Almere"},
        {"Lindelaan 12/14, 1399 EC Almere", "Lindelaan", "12/14", "1399 EC", "Almere"},
        {"Lindelaan 12-II, 1399 EC Almere", "Lindelaan", "12-II", "1399 EC", "Almere"},
        {"2e Lindedwarsstraat 3 hs, 1399 EC Almere", "2e Lindedwarsstraat", "3 hs", "1399 EC", "Almere"},
        {"Postbus 12, 1399 EC Almere", "Postbus", "12", "1399 EC", "Almere"},
        {"Lindelaan 12; 1399 EC; Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Adres: Lindelaan 12\nPostcode: 1399 EC\nPlaats: Almere", "Lindelaan", "12", "1399 EC", "Almere"},
        {"Lindelaan\t12\t1399 EC\tAlmere", "", "", "1399 EC", "Almere"},
        {"Van Lindeplein 1", "Van Lindeplein", "1", "", ""},
        {"'t Lindepad 1, 1399 EC 't Veld", "'t Lindepad", "1", "1399 EC", "'t Veld"},
        {"Lindelaan 0, 1399 EC Almere", "", "", "1399 EC", "Almere"},
        {"1399 EC  ALMERE-HAVEN", "", "", "1399 EC", "Almere-Haven"},
        {"12, 1399 EC Almere", "", "", "1399 EC", "Almere"},
        {"Lindelaan 4 (dislocatie: Eikenlaan 2), 1399 EC Almere", "Lindelaan", "4", "1399 EC", "Almere"},
        {"Adres (bezoek): Lindelaan 4, 1399 EC Almere", "Lindelaan", "4", "1399 EC", "Almere"},
        {"Laan van Linde en Es 20-22, 1399 EC  'S-HERTOGENBOSCH", "Laan van Linde en Es", "20-22", "1399 EC",
         "'s-Hertogenbosch"},
        {"Lindekade 12B-3, 1399EC Almere", "Lindekade", "12B-3", "1399 EC", "Almere"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const Adres address = parse_address(row.input);
        CHECK(address.straat.value_or("") == row.street);
        CHECK(address.huisnummer.value_or("") == row.number);
        CHECK(address.postcode.value_or("") == row.postcode);
        CHECK(address.plaats.value_or("") == row.place);
    }
}

TEST_CASE("a bracket that was opened is closed, and a shortened street keeps its full stop") {
    CHECK(parse_place("Hengelo (O)") == "Hengelo (O)");
    CHECK(parse_address("Dorpsstraat 1, 7551 AA Hengelo (O)").plaats == "Hengelo (O)");
    CHECK(parse_address("Dorpsstraat 1 (7551 AA Hengelo)").plaats == "Hengelo");
    CHECK(parse_place("Hengelo (gld)") == "Hengelo (gld)");
    CHECK(parse_address("Dorpsstraat 1, 7551 AA Hengelo (hoofdlocatie)").plaats == "Hengelo");
    CHECK(parse_address("Dorpsstraat 1 – 7551 AA – Hengelo").huisnummer == "1");
    CHECK(parse_address("Rijssensestr. 12").straat == "Rijssensestr.");
    CHECK(parse_address("Dorpsstraat. 12").straat == "Dorpsstraat");
}

TEST_CASE("a postcode has a space and capitals, and is never repaired") {
    struct CodeRow {
        std::string_view input, code;
    };
    const CodeRow rows[]{
        {"1399 EC", "1399 EC"},
        {"1399EC", "1399 EC"},
        {"1399 ec", "1399 EC"},
        {"1399  EC Almere", "1399 EC"},
        {"NL-1399 EC", ""},
        {"Postcode: 1399 EC", "1399 EC"},
        {"1399 EC / 1399 EC", "1399 EC"},
        {"1399 EC en 1398 AA", ""},
        {"139 EC", ""},
        {"13990 EC", ""},
        {"1399 E", ""},
        {"1399 ECA", ""},
        {"0399 EC", ""},
        {"1399", ""},
        {"EC Almere", ""},
        {"1399 éé", ""},
        {"1399 EC12", ""},
        {"x1399 EC", ""},
        {"(1399 EC)", "1399 EC"},
        {"", ""},
        {"1399-EC", ""},
        {"1399.EC", ""},
        {"1399\u00A0EC", "1399 EC"},
        {"1399\tEC", "1399 EC"},
        {"1399 Ec", "1399 EC"},
        {"1399ec Almere", "1399 EC"},
        {"postcode 1399 EC te Almere", "1399 EC"},
        {"1000 AA", "1000 AA"},
        {"9999 ZZ", "9999 ZZ"},
        {"1399EC1399EC", ""},
        {"1399 EC, 1399 EC", "1399 EC"},
        {"Lindelaan 12 1399 EC", "1399 EC"},
        {"Lindelaan 1399 te Almere", ""},
        {"2015 en", ""},
        {"1399 E C", ""},
        {"1399 3C", ""},
        {"13 99 EC", ""},
        {"o1399 EC", ""},
        {"1399 EC-1", "1399 EC"},
        {"1399 IJ", "1399 IJ"},
    };
    for (const CodeRow& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_postcode(row.input).value_or("") == row.code);
    }
}

TEST_CASE("a place that is all capitals gets small letters") {
    struct PlaceRow {
        std::string_view input, place;
    };
    const PlaceRow rows[]{
        {"ALMERE", "Almere"},
        {"Almere", "Almere"},
        {"DEN HAAG", "Den Haag"},
        {"CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"},
        {"'S-GRAVENHAGE", "'s-Gravenhage"},
        {"’s-Hertogenbosch", "’s-Hertogenbosch"},
        {"te Almere", "Almere"},
        {"EE", "EE"},
        {"Almere Buiten", "Almere Buiten"},
        {"BERGEN OP ZOOM", "Bergen op Zoom"},
        {"1399", ""},
        {"", ""},
        {"almere", "almere"},
        {"in Almere", "Almere"},
        {", Almere", "Almere"},
        {"(Almere)", "Almere"},
        {"Almere.", "Almere"},
        {"IJMUIDEN", "IJmuiden"},
        {"IJSSELSTEIN", "IJsselstein"},
        {"ALPHEN AAN DEN RIJN", "Alphen aan den Rijn"},
        {"ALPHEN A/D RIJN", "Alphen A/D Rijn"},
        {"BERKEL-ENSCHOT", "Berkel-Enschot"},
        {"OUDERKERK AAN DE AMSTEL", "Ouderkerk aan de Amstel"},
        {"'T VELD", "'t Veld"},
        {"Súdwest-Fryslân", "Súdwest-Fryslân"},
        {"NES", "NES"},
        {"Ee", "Ee"},
        {"Almere 2", ""},
        {"1399 EC Almere", ""},
        {"  Almere  ", "Almere"},
        {"Almere\nHaven", "Almere Haven"},
        {"DE LUTTE", "De Lutte"},
        {"HET VELD", "Het Veld"},
        {"DEN BOSCH", "Den Bosch"},
        {"te", ""},
        {"-", ""},
        {"…", ""},
        {"?", ""},
        {"Bergen (NH)", "Bergen (NH)"},
    };
    for (const PlaceRow& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_place(row.input).value_or("") == row.place);
    }
}

}  // namespace
}  // namespace sop
