#include "normalize/privacy.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace sop {
namespace {

SopRecord record_with(std::string_view text) {
    SopRecord record;
    record.secties.push_back({"visie", std::nullopt, "Visie", 1, std::string(text), {}});
    return record;
}

TEST_CASE("a BSN passes the eleven test") {
    for (const std::string_view digits : {"111222333", "123456782", "999996708", "12345672"}) {
        CAPTURE(digits);
        CHECK(is_possible_bsn(digits));
    }
    for (const std::string_view digits : {"999998620", "111111111", "000000000", "1234567", "1234567820", ""}) {
        CAPTURE(digits);
        CHECK_FALSE(is_possible_bsn(digits));
    }
}

TEST_CASE("a possible BSN needs a word for it shortly before") {
    struct Row {
        std::string_view text;
        int count;
    };
    const Row rows[]{
        {"BSN: 123456782", 1},
        {"burgerservicenummer 123456782", 1},
        {"Sofinummer: 1234.56.782", 1},
        {"bsn 123 456 782 en bsn 111222333", 2},
        {"rekening 123456782", 0},
        {"BSN: 123456789", 0},
        {"BSN: 1234567820", 0},
        {"bsn: 036-5550100", 0},
        {"", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(count_personal_data(record_with(row.text), "").bsn_mogelijk == row.count);
    }
}

TEST_CASE("names are counted once, in contact and in text") {
    struct Row {
        std::string_view text;
        int count;
    };
    const Row rows[]{
        {"Geen namen hier.", 0},
        {"Bel mevrouw De Vries of dhr. P. Bakker.", 2},
        {"Mevrouw Vos. Daarna mw. Vos weer, en mw. Bos.", 2},
        {"De intern begeleider Anna de Vries helpt.", 1},
        {"De directeur Onderwijs en de IB'er helpen.", 0},
        {"IB'er Anna Bos (ma)", 1},
        {"IB'er: Anna Bos", 1},
        {"de heer en mevrouw", 0},
        {"mw. drs. Anna Bos", 1},
        {"meneer de Uil", 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(count_personal_data(record_with(row.text), "").persoonsnamen == row.count);
    }
    SopRecord record = record_with("Mevrouw Bos overlegt met mevrouw Vos.");
    record.contact.directie.push_back({"Anna Bos", std::nullopt, {}, std::nullopt, std::nullopt});
    record.contact.interne_begeleiding.push_back({"Anna Bos", std::nullopt, {}, std::nullopt, std::nullopt});
    CHECK(count_personal_data(record, "").persoonsnamen == 2);
    CHECK(count_personal_data(record, "dhr. Mos").persoonsnamen == 3);
}

TEST_CASE("rows with fewer than five pupils are counted") {
    const auto cell = [](std::string text, int rows = 1) { return TabelCel{std::move(text), rows, 1}; };
    Tabel table;
    table.kopregels = 1;
    table.rijen = {{cell("Groep"), cell("Functie"), cell("Aantal betrokken lln.")},
                   {cell("3", 2), cell("RT"), cell("1")},
                   {cell("OA"), cell("4")},
                   {cell("4"), cell("RT"), cell("5")},
                   {cell("5"), cell("2"), cell("variabel")}};
    SopRecord record;
    record.secties.push_back({"overig", std::nullopt, "Inzet", 1, "", {table}});
    CHECK(count_personal_data(record, "").kleine_aantallen == 2);
    record.secties.clear();
    record.voorwerk.emplace_back(table);
    CHECK(count_personal_data(record, "").kleine_aantallen == 2);
}

}  // namespace
}  // namespace sop
