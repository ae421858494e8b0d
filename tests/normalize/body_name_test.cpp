#include "normalize/body_name.h"

#include <doctest/doctest.h>

namespace sop {
namespace {

TEST_CASE("the name of a body ends where persons and ways to reach them start") {
    struct Row {
        std::string_view text, name;
    };
    const Row rows[]{
        {"Stichting Linde", "Stichting Linde"},
        {"Stichting Linde (bestuurder: dhr. P. Bos, tel 06-12345678)", "Stichting Linde"},
        {"Stichting Linde (dhr. P. Bos)", "Stichting Linde"},
        {"Stichting Linde; contactpersoon: mevr. T. Vos", "Stichting Linde"},
        {"Stichting Linde, directeur-bestuurder Anna Bos", "Stichting Linde"},
        {"Stichting Linde – mw. Bos", "Stichting Linde"},
        {"Stichting Linde - mw. Bos", "Stichting Linde"},
        {"Stichting Linde tel. 036-5550100", "Stichting Linde"},
        {"Stichting Linde, info@linde.example.org", "Stichting Linde"},
        {"Stichting Linde (mail: info@linde.example.org)", "Stichting Linde"},
        {"OBS De Wilg (directeur mw. K. Berg)", "OBS De Wilg"},
        {"OBS De Wilg\nIB'er: K. Berg", "OBS De Wilg"},
        {"dhr. P. Bos", ""},
        {"Mevrouw T. Vos, bestuurder", ""},
        {"ASG (Almeerse Scholen Groep)", "ASG (Almeerse Scholen Groep)"},
        {"OBS De Wilg, locatie Noord", "OBS De Wilg, locatie Noord"},
        {"OBS De Wilg - bovenbouw", "OBS De Wilg - bovenbouw"},
        {"OBS De Wilg (Jenaplan)", "OBS De Wilg (Jenaplan)"},
        {"Stichting Linde Postbus 12 7940 AA Meppel", "Stichting Linde"},
        {"Stichting Linde, Kerkstraat 5, 7940 AA Meppel", "Stichting Linde"},
        {"Stichting Linde Dorpsweg 12a", "Stichting Linde"},
        {"Stichting Linde, Laan 9, 7940 AA Meppel", "Stichting Linde"},
        {"Stichting voor Christelijk, Algemeen Onderwijs, 7940 AA Meppel",
         "Stichting voor Christelijk, Algemeen Onderwijs"},
        {"Stichting Linde 7940AA Meppel", "Stichting Linde"},
        {"Stichting De Lange Weg", "Stichting De Lange Weg"},
        {"Basisschool Dorpsweg", "Basisschool Dorpsweg"},
        {"Dr. Poelsschool", "Dr. Poelsschool"},
        {"Meester Verhoevenschool", "Meester Verhoevenschool"},
        {"Stichting Linde (99114)", "Stichting Linde (99114)"},
        {"Anna van Burenschool", "Anna van Burenschool"},
        {"De Leraarsschool", "De Leraarsschool"},
        {"", ""},
        {"(", "("},
        {"\xFF;\xFE", "\xFF;\xFE"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(body_name(row.text) == row.name);
    }
}

}  // namespace
}  // namespace sop
