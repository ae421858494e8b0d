#include "normalize/contact.h"

#include <doctest/doctest.h>

#include <string_view>

#include "normalize/phone.h"

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
        {"112", ""},
        {"0000000000", ""},
        {"zie website", ""},
        {"info@debrug.example", ""},
        {"1333 EC", ""},
        {"", ""},
        {"0800-1234", "+318001234"},
        {"0900 1234567", "+319001234567"},
        {"088 - 555 01 00", "+31885550100"},
        {"+31 88 5550100", "+31885550100"},
        {"0031 (0)36 - 555 01 00", "+31365550100"},
        {"036-5550100 06-12345678", "+31365550100"},
        {"06-12345678 - 036-5550100", "+31612345678"},
        {"+31-6-12345678", "+31612345678"},
        {"(06) 1234 5678", "+31612345678"},
        {"+32 2 555 01 00", "+3225550100"},
        {"0032 2 555 01 00", "+3225550100"},
        {"+49 (0)5921 55501", "+49592155501"},
        {"+1 212 555 0100", ""},
        {"0212-555010", ""},
        {"0660123456", ""},
        {"0190123456", ""},
        {"0800-12", ""},
        {"bel 036-5550100 of mail", "+31365550100"},
        {"036_5550100", ""},
        {"01-10-2015", ""},
        {"0512345678", "+31512345678"},
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
        {"info(at)debrug.example", "info@debrug.example"},
        {"info [at] debrug.example", "info@debrug.example"},
        {"info @ debrug.example", "info@debrug.example"},
        {"mail: info (AT) debrug.example", "info@debrug.example"},
        {"(at)", ""},
        {"info @ school", ""},
        {"[email protected]", ""},
        {"info@debrug..example", ""},
        {".info@debrug.example", ""},
        {"www.debrug.example", ""},
        {"", ""},
        {"info@café.example", "info@xn--caf-dma.example"},
        {"Info@CAFÉ.example", "info@xn--caf-dma.example"},
        {"directie@debrug.example; info@debrug.example", "directie@debrug.example"},
        {"Mail: info@debrug.example", "info@debrug.example"},
        {"MAILTO:info@debrug.example", "info@debrug.example"},
        {"info@debrug.example?subject=x", ""},
        {"o'brien@debrug.example", "o'brien@debrug.example"},
        {"info+sop@debrug.example", "info+sop@debrug.example"},
        {"\"info@debrug.example\"", "info@debrug.example"},
        {"info@debrug.example)", "info@debrug.example"},
        {"info@debrug.example\ndirectie@debrug.example", "info@debrug.example"},
        {"info @debrug.example", ""},
        {"info@debrug.e", ""},
        {"info@debrug.123", ""},
        {"info.@debrug.example", ""},
        {"in fo@debrug.example", "fo@debrug.example"},
        {"info@-debrug.example", ""},
        {"info[at]debrug.example", "info@debrug.example"},
        {"info@debrug,example", ""},
        {"a@b.cc", "a@b.cc"},
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
        {"www.café.example", "https://www.xn--caf-dma.example"},
        {"info@debrug.example", ""},
        {"debrug", ""},
        {"www.debrug", ""},
        {"zie schoolgids", ""},
        {"www..example", ""},
        {"-debrug.example", ""},
        {"1.2", ""},
        {"", ""},
        {"café.example", "https://xn--caf-dma.example"},
        {"http://CAFÉ.example/Menu", "http://xn--caf-dma.example/Menu"},
        {"www.xn--caf-dma.example", "https://www.xn--caf-dma.example"},
        {"schoolgids.pdf", ""},
        {"sop.docx", ""},
        {"https://debrug.example/sop.pdf", "https://debrug.example/sop.pdf"},
        {"www.debrug.example/sop.pdf", "https://www.debrug.example/sop.pdf"},
        {"www.debrug.example, www.stichting.example", "https://www.debrug.example"},
        {"www.debrug.example; info@debrug.example", "https://www.debrug.example"},
        {"(www.debrug.example)", "https://www.debrug.example"},
        {"Http://www.DeBrug.example/A", "http://www.debrug.example/A"},
        {"www.de-brug.example", "https://www.de-brug.example"},
        {"www.debrug-.example", ""},
        {"www. debrug.example", "https://debrug.example"},
        {"ftp://debrug.example", ""},
        {"http:/debrug.example", ""},
        {"javascript:alert(1)", ""},
        {"voor ouders.De school", ""},
        {"samen leren.Het team", ""},
        {"zie bijv.de schoolgids", ""},
        {"debrug.de", "https://debrug.de"},
        {"DeBrug.NL", "https://debrug.nl"},
        {"WWW.DEBRUG.NL/Ouders", "https://www.debrug.nl/Ouders"},
        {"obsdebrug.amsterdam", "https://obsdebrug.amsterdam"},
        {"www . debrug . example", ""},
        {"www", ""},
        {"www.debrug", ""},
        {"http://", ""},
        {"o.a.", ""},
        {"d.m.v.", ""},
        {"debrug.example#contact", "https://debrug.example#contact"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_website(row.input).value_or("") == row.value);
    }
}

}  // namespace
}  // namespace sop
