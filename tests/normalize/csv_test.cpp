#include "normalize/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sop {
namespace {

TEST_CASE("a list is read whatever its separator, encoding and line ends") {
    using namespace std::string_literals;
    const std::string lists[] = {
        "BRIN NUMMER;VESTIGINGSNAAM\n98ZA;De Eéndracht\n",
        "\xEF\xBB\xBF"
        "BRIN_NUMMER,Vestigingsnaam\r\n98ZA,De Eéndracht\r\n",
        "brinnummer\tvestigingsnaam\r98ZA\tDe Eéndracht",
        "BRIN NUMMER;VESTIGINGSNAAM\n98ZA;De E\xE9ndracht\n",
        "sep=;\nBRIN NUMMER;VESTIGINGSNAAM\n\n;\n\"98ZA\";\"De Eéndracht\"\n",
        "\xFF\xFE"
        "b\0r\0i\0n\0n\0u\0m\0m\0e\0r\0;\0v\0e\0s\0t\0i\0g\0i\0n\0g\0s\0n\0a\0a\0m\0\n\0"
        "9\0"s
        "8\0Z\0A\0;\0D\0e\0 \0E\0\xE9\0n\0d\0r\0a\0c\0h\0t\0"s,
    };
    for (const std::string& list : lists) {
        CAPTURE(list);
        const Csv csv(list);
        REQUIRE(csv.size() == 1);
        CHECK(csv.cell(0, csv.find_column({"brinnummer"})) == "98ZA");
        CHECK(csv.cell(0, csv.find_column({"naam", "vestigingsnaam"})) == "De Eéndracht");
        CHECK(csv.cell(0, csv.find_column({"postcode"})).empty());
    }
}

TEST_CASE("a quoted field keeps separators, line ends and doubled quotes") {
    const Csv csv("naam;plaats\n\"De \"\"Brug\"\"; noord\nen zuid\";Veen\n'De Kade;");
    REQUIRE(csv.size() == 2);
    CHECK(csv.cell(0, 0) == "De \"Brug\"; noord en zuid");
    CHECK(csv.cell(0, 1) == "Veen");
    CHECK(csv.cell(1, 0) == "'De Kade");
    CHECK(csv.cell(1, 7).empty());
}

TEST_CASE("the euro sign and curly quotes of Windows-1252 are read") {
    CHECK(Csv("a\n\x80 \x91t \x96 \xEB").cell(0, 0) == "€ ‘t – ë");
}

TEST_CASE("nothing is no list") {
    for (const char* text : {"", "\n\n", ";;;\n", "sep=;"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(Csv{text}, ListError);
    }
}

}  // namespace
}  // namespace sop
