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

TEST_CASE("a label before a row of numbers counts pupils too, and so does the text") {
    Tabel table;
    table.rijen = {{{"Jaar", 1, 1}, {"2016", 1, 1}, {"2017", 1, 1}},
                   {{"Groepen", 1, 1}, {"2", 1, 1}, {"3", 1, 1}},
                   {{"Aantal leerlingen met dyslexie", 1, 1}, {"2", 1, 1}, {"3", 1, 1}},
                   {{"Aantal leerlingen", 1, 1}, {"212", 1, 1}, {"215", 1, 1}}};
    SopRecord record = record_with("Er zijn 3 leerlingen met autisme, en 12 leerlingen met dyslexie.");
    record.secties[0].blokken.emplace_back(table);
    CHECK(count_personal_data(record, "").kleine_aantallen == 2);
    record.kengetallen = {{"groepen", "2016", 2.0, "2"}};  // whatever the key figures call what they count
    CHECK(count_personal_data(record, "").kleine_aantallen == 3);
}

TEST_CASE("persons in tables are counted by the heading or label of their cells") {
    const auto table = [](std::vector<std::vector<std::string>> rows) {
        Tabel out;
        for (const auto& row : rows) {
            std::vector<TabelCel>& cells = out.rijen.emplace_back();
            for (const std::string& text : row) cells.push_back({text, 1, 1});
        }
        return out;
    };
    const auto headed = [&](std::vector<std::vector<std::string>> rows) {
        Tabel out = table(std::move(rows));
        out.kopregels = 1;
        return out;
    };
    struct Row {
        Tabel table;
        int names;
    };
    const Row rows[]{
        {table({{"Naam", "Functie"}, {"Xaviera Bosveld", "IB"}, {"mw. Molhoek", "RT"}}), 2},
        {table({{"Groep", "Leerkracht(en)"}, {"1/2", "Xaviera Bosveld en Xander Molhoek"}}), 2},
        {table({{"Contactpersoon", "Xaviera Bosveld"}}), 1},
        {table({{"Handtekening directeur", "Handtekening MR"}, {"Xaviera Bosveld", "Xander Molhoek"}}), 2},
        {table({{"Leerling", "Groep"}, {"Xelle V.", "5"}, {"Xidde", "6"}}), 2},
        {headed({{"Leerling", "Hulp", "Bijzonderheden"}, {"Xelle Vis (groep 5)", "lezen", "geen"}}), 1},
        {headed({{"Leerling", "Sanne", "Groep"}, {"Geboren", "maart", "5"}}), 1},
        {table({{"Leerling", "Hulp"}, {"Xelle (groep 1/2)", "lezen"}}), 1},
        {table({{"Wie", "Wat"}, {"Xaviera Bosveld", "overleg"}}), 1},
        {table({{"Titel", "Plaats"}, {"Atlas", "Kamer IB"}, {"Bosatlas", "Kamer IB"}, {"Spel", "Kast Xanne-Marie"}}),
         0},
        {table({{"Naam", "Beschikbaar"}, {"Protocol Dyslexie", "ja"}}), 0},
        {table({{"Naam", "Functie"}, {"Protocol Dyslexie", "beleid"}}), 0},
        {table({{"Schoolarts", "GGD Flevoland"}, {"Ambulant begeleider", "Twee Dagdelen"}}), 0},
        {table({{"Leerkracht", "Zie Formatieplan"}}), 0},
        {table({{"Rekenen", "Wereld In Getallen"}}), 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.table.rijen[0][0].tekst);
        SopRecord record;
        record.secties.push_back({"overig", std::nullopt, "Team", 1, "", {row.table}});
        CHECK(count_personal_data(record, "").persoonsnamen == row.names);
    }
}

TEST_CASE("personal addresses and numbers are counted once, those of school and office are not") {
    struct Row {
        std::string_view text;
        int emails, phones, pupils, numbers;
    };
    const Row rows[]{
        {"", 0, 0, 0, 0},
        {"a.bos@debrug.example", 1, 0, 0, 0},
        {"a.bos@debrug.example en A.Bos@debrug.example", 1, 0, 0, 0},
        {"info@ggd.example, directie@debrug.example", 0, 0, 0, 0},
        {"school@debrug.example", 0, 0, 0, 0},
        {"vragen@debrug.example", 0, 0, 0, 0},
        {"06-12345678", 0, 1, 0, 0},
        {"06-12345678, +31 6 12345678", 0, 1, 0, 0},
        {"036-5550199", 0, 0, 0, 0},
        {"de moeder van Sanne en leerling Daan", 0, 0, 2, 0},
        {"Leerling Daan. Daarna leerling Daan weer.", 0, 0, 1, 0},
        {"onderwijsnummer 103456789", 0, 0, 0, 1},
        {"leerlingnummers", 0, 0, 0, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        SopRecord record = record_with(row.text);
        record.school.email = "vragen@debrug.example";
        const Privacy privacy = count_personal_data(record, "");
        CHECK(privacy.emailadressen == row.emails);
        CHECK(privacy.telefoonnummers == row.phones);
        CHECK(privacy.ouders_leerlingen == row.pupils);
        CHECK(privacy.onderwijsnummers == row.numbers);
    }
}

TEST_CASE("a school that is called after somebody is nobody") {
    SopRecord record = record_with("Basisschool Jan de Wit ligt in het dorp. Sanne de Boer leidt haar.");
    record.school.naam = "Basisschool Jan de Wit";
    CHECK(count_personal_data(record, "").persoonsnamen == 1);
}

}  // namespace
}  // namespace sop
