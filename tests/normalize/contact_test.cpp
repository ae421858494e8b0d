#include "normalize/contact.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

struct Row {
    std::string_view input, value;
};

TEST_CASE("a Dutch telephone number is given in E.164") {
    const Row rows[]{
        {"036-5550100", "+31365550100"},
        {"036 - 555 01 00", "+31365550100"},
        {"036 – 555 01 00", "+31365550100"},
        {"036 555 01 00", "+31365550100"},
        {"0365550100", "+31365550100"},
        {"(036) 555 01 00", "+31365550100"},
        {"036/5550100", "+31365550100"},
        {"036.555.01.00", "+31365550100"},
        {"Tel.: 036-5550100", "+31365550100"},
        {"T 036-5550100 (toestel 12)", "+31365550100"},
        {"+31 36 555 0100", "+31365550100"},
        {"+31 (0)36 555 0100", "+31365550100"},
        {"0031 36 5550100", "+31365550100"},
        {"+31365550100", "+31365550100"},
        {"06-12345678", "+31612345678"},
        {"06 12 34 56 78", "+31612345678"},
        {"036-5550100 / 06-12345678", "+31365550100"},
        {"036-5550100 of 06-12345678", "+31365550100"},
        {"0592 0 820550", ""},
        {"036-555010", ""},
        {"036-55501000", ""},
        {"555 01 00", ""},
        {"+32 2 555 01 00", ""},
        {"112", ""},
        {"0000000000", ""},
        {"zie website", ""},
        {"info@debrug.example", ""},
        {"1333 EC", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_phone(row.input).value_or("") == row.value);
    }
}

TEST_CASE("an e-mail address is given in small letters") {
    const Row rows[]{
        {"info@debrug.example", "info@debrug.example"},
        {"Info@DeBrug.example", "info@debrug.example"},
        {"mailto:info@debrug.example", "info@debrug.example"},
        {"e-mail: info@debrug.example", "info@debrug.example"},
        {"e-mail:info@debrug.example", "info@debrug.example"},
        {"<info@debrug.example>", "info@debrug.example"},
        {"info@debrug.example.", "info@debrug.example"},
        {"info@debrug.example, directie@debrug.example", "info@debrug.example"},
        {"info@debrug.example/directie@debrug.example", "info@debrug.example"},
        {"j.de-vries_2@ib.debrug.example", "j.de-vries_2@ib.debrug.example"},
        {"De Brug (info@debrug.example)", "info@debrug.example"},
        {"info@debrug", ""},
        {"info@", ""},
        {"@debrug.example", ""},
        {"info@@debrug.example", ""},
        {"info@de brug.example", ""},
        {"info(at)debrug.example", ""},
        {"[email protected]", ""},
        {"info@debrug..example", ""},
        {".info@debrug.example", ""},
        {"www.debrug.example", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_email(row.input).value_or("") == row.value);
    }
}

TEST_CASE("a web address has a scheme and a host in small letters") {
    const Row rows[]{
        {"www.debrug.example", "https://www.debrug.example"},
        {"WWW.DeBrug.example", "https://www.debrug.example"},
        {"debrug.example", "https://debrug.example"},
        {"http://www.debrug.example", "http://www.debrug.example"},
        {"https://debrug.example/", "https://debrug.example"},
        {"HTTPS://debrug.example", "https://debrug.example"},
        {"www.debrug.example/ouders/SOP.html", "https://www.debrug.example/ouders/SOP.html"},
        {"http://debrug.example/?p=1", "http://debrug.example/?p=1"},
        {"www.debrug.example.", "https://www.debrug.example"},
        {"Website: www.debrug.example (zie ook de schoolgids)", "https://www.debrug.example"},
        {"zie www.debrug.example", "https://www.debrug.example"},
        {"www.debrug.example / www.stichting.example", "https://www.debrug.example"},
        {"<https://debrug.example>", "https://debrug.example"},
        {"www.café.example", "https://www.café.example"},
        {"info@debrug.example", ""},
        {"debrug", ""},
        {"www.debrug", "https://www.debrug"},
        {"n.v.t.", ""},
        {"zie schoolgids", ""},
        {"www..example", ""},
        {"-debrug.example", ""},
        {"1.2", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_website(row.input).value_or("") == row.value);
    }
}

}  // namespace
}  // namespace sop
