#include "normalize/codes.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

struct CodeRow {
    std::string_view input, brin, vestiging;
};

void check(const CodeRow& row, const std::optional<SchoolCode>& code) {
    CAPTURE(row.input);
    CHECK((code ? code->brin : "") == row.brin);
    CHECK((code ? code->vestigingscode.value_or("") : "") == row.vestiging);
}

TEST_CASE("a BRIN is two digits and two letters, a vestiging two digits more") {
    const CodeRow rows[]{
        {"98KC", "98KC", ""},
        {"98kc", "98KC", ""},
        {"98 KC", "98KC", ""},
        {"98KC00", "98KC", "98KC00"},
        {"98kc01", "98KC", "98KC01"},
        {"BRIN: 98KC", "98KC", ""},
        {"Brinnummer 98KC00", "98KC", "98KC00"},
        {"98KC (98KC00)", "98KC", "98KC00"},
        {"brin 98KC.", "98KC", ""},
        {"99999-98KC-000", "98KC", ""},
        {"OBS De Brug, 98KC", "98KC", ""},
        {"98KC en 97AB", "", ""},
        {"98KC/97AB", "", ""},
        {"9KC", "", ""},
        {"198KC", "", ""},
        {"98KCA", "", ""},
        {"98K", "", ""},
        {"98KC001", "", ""},
        {"98KÉ", "", ""},
        {"KC98", "", ""},
        {"onbekend", "", ""},
        {"1333 EC", "", ""},
        {"", "", ""},
        {"22kc00", "22KC", "22KC00"},
        {"98-KC", "", ""},
        {"98KC 00", "98KC", ""},
        {"98KC-00", "98KC", "98KC00"},
        {"98KC/00", "98KC", "98KC00"},
        {"98KC-14-15", "98KC", ""},
        {"98KC-14/15", "98KC", ""},
        {"98KC - 00", "98KC", ""},
        {"Brinnr. 98KC", "98KC", ""},
        {"BRIN-nummer: 98 KC", "98KC", ""},
        {"98KC, 98KC", "98KC", ""},
        {"98KC01, 98KC00", "98KC", "98KC01"},
        {"98KC (hoofdvestiging)", "98KC", ""},
        {"(98KC)", "98KC", ""},
        {"\t98KC\n", "98KC", ""},
        {"98KCé", "", ""},
        {"９８KC", "", ""},
        {"0098KC", "", ""},
        {"98.KC", "", ""},
        {"00AA", "00AA", ""},
        {"98K C", "", ""},
        {"BRIN98KC", "", ""},
        {"nvt", "", ""},
        {"?", "", ""},
    };
    for (const CodeRow& row : rows) check(row, parse_brin(row.input));
}

TEST_CASE("a BRIN in a file name stands for itself") {
    const CodeRow rows[]{
        {"98IF00 SOP def.docx", "98IF", "98IF00"},
        {"97ZK Oosterwind SOP", "97ZK", ""},
        {"97ZK_sop.docx", "97ZK", ""},
        {"97zk sop.docx", "97ZK", ""},
        {"SOP-97ZK.docx", "97ZK", ""},
        {"SOP (97ZK02).docx", "97ZK", "97ZK02"},
        {"SOP 97ZK 2018.docx", "97ZK", ""},
        {"97ZK", "97ZK", ""},
        {"sop 97zk.docx", "", ""},
        {"2018SchoolX.docx", "", ""},
        {"SOP 10MB.docx", "", ""},
        {"SOP 14de versie.docx", "", ""},
        {"14de versie.docx", "", ""},
        {"20140313 De Brug schoolondersteuningsprofiel.pdf", "", ""},
        {"SOPEduquaat20172018.pdf", "", ""},
        {"Schoolondersteuningsprofiel20schooljaar1718.docx", "", ""},
        {"26-06-17-SOP-voor-jaargids-1.pdf", "", ""},
        {"SOP 97ZK en 98AB.docx", "", ""},
        {"97ZK SOP 97ZK00.docx", "97ZK", "97ZK00"},
        {"A97ZK.docx", "", ""},
        {"97ZKX.docx", "", ""},
        {"SOP def.   De Brug 7 juli 2017.pdf", "", ""},
        {"", "", ""},
        {"98KC00.pdf", "98KC", "98KC00"},
        {"98kc00.pdf", "98KC", "98KC00"},
        {"SOP_98KC00_2019.pdf", "98KC", "98KC00"},
        {"sop-98KC-2019.pdf", "98KC", ""},
        {"De Brug [98KC].docx", "98KC", ""},
        {"98KC(1).docx", "98KC", ""},
        {"kopie van 98KC.docx", "98KC", ""},
        {"kopie van 98kc.docx", "", ""},
        {"98 KC.docx", "", ""},
        {"SOP 2KB.docx", "", ""},
        {"SOP 20KB.docx", "", ""},
        {"10cm.docx", "", ""},
        {"SOP 01jl.docx", "", ""},
        {"21AP.docx", "", ""},
        {"SOP 98KC en 98KC01.docx", "98KC", "98KC01"},
        {"SOP198KC.docx", "", ""},
        {"98KC001.docx", "", ""},
        {"SOP 98Kc.docx", "", ""},
        {"SOP groep 98KC.docx", "", ""},
    };
    for (const CodeRow& row : rows) check(row, parse_file_brin(row.input));
}

TEST_CASE("a BRIN at one end of a name is no part of the name") {
    struct Row {
        std::string_view input, name, brin;
    };
    const Row rows[]{
        {"98KA De Linde", "De Linde", "98KA"},
        {"98KA00 De Linde", "De Linde", "98KA"},
        {"OBS De Brug (98KC00)", "OBS De Brug", "98KC"},
        {"OBS De Brug - 98KC", "OBS De Brug", "98KC"},
        {"OBS De Brug, BRIN 98KC", "OBS De Brug", "98KC"},
        {"OBS De Brug (98KC) locatie Noord", "OBS De Brug locatie Noord", "98KC"},
        {"OBS De Brug", "OBS De Brug", ""},
        {"De 12de Klas", "De 12de Klas", ""},
        {"Basisschool 12ap", "Basisschool 12ap", ""},
        {"98KC", "", "98KC"},
        {"", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const NamedSchool named = split_brin(row.input);
        CHECK(named.name == row.name);
        CHECK((named.code ? named.code->brin : "") == row.brin);
    }
}

TEST_CASE("a BRIN behind the word for it is one in a name too") {
    const NamedSchool named = split_brin("OBS De Wilg (brin 98KC)");
    CHECK(named.name == "OBS De Wilg");
    REQUIRE(named.code);
    CHECK(named.code->brin == "98KC");
}

TEST_CASE("a vestiging is a full code, or two digits behind the BRIN that is known") {
    struct Row {
        std::string_view input, brin, vestiging;
    };
    const Row rows[]{
        {"98KC01", "", "98KC01"},
        {"98KC01", "98KC", "98KC01"},
        {"98kc01", "98KC", "98KC01"},
        {"01", "98KC", "98KC01"},
        {"00", "98KC", "98KC00"},
        {" 01 ", "98KC", "98KC01"},
        {"98 KC01", "", ""},
        {"vestiging 98KC01", "", "98KC01"},
        {"(98KC01)", "", "98KC01"},
        {"98KC01 (dependance)", "98KC", "98KC01"},
        {"97AB02", "98KC", ""},
        {"98KC, 98KC01", "", "98KC01"},
        {"Brin: 98KC00", "", "98KC00"},
        {"98KC00/98KC00", "", "98KC00"},
        {"01", "", ""},
        {"1", "98KC", ""},
        {"001", "98KC", ""},
        {"98KC", "98KC", ""},
        {"98KC", "", ""},
        {"hoofdvestiging", "98KC", ""},
        {"nevenvestiging", "98KC", ""},
        {"98KC-01", "98KC", "98KC01"},
        {"98KC 01", "98KC", ""},
        {"98KC1", "98KC", ""},
        {"98KC001", "98KC", ""},
        {"x98KC01", "98KC", ""},
        {"98KC01x", "98KC", ""},
        {"98KC01, 97AB01", "98KC", ""},
        {"97AB01", "98KC", ""},
        {"97AB01", "", "97AB01"},
        {"vestiging 01", "98KC", ""},
        {"01 en 02", "98KC", ""},
        {"nee", "98KC", ""},
        {"n.v.t.", "98KC", ""},
        {"0l", "98KC", ""},
        {"O1", "98KC", ""},
        {"1e", "98KC", ""},
        {"-", "98KC", ""},
        {"…", "98KC", ""},
        {"éé", "98KC", ""},
        {"01.", "98KC", ""},
        {"", "98KC", ""},
        {"", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const Tekst brin = row.brin.empty() ? std::nullopt : Tekst(row.brin);
        CHECK(parse_vestiging(row.input, brin).value_or("") == row.vestiging);
    }
}

TEST_CASE("a board's number is five digits, its name the rest") {
    struct Row {
        std::string_view input, name, number;
    };
    const Row rows[]{
        {"ASG", "ASG", ""},
        {"Stichting Linde (99114)", "Stichting Linde", "99114"},
        {"Stichting Linde, 99114", "Stichting Linde", "99114"},
        {"99114 Stichting Linde", "Stichting Linde", "99114"},
        {"99114 - Stichting Linde", "Stichting Linde", "99114"},
        {"Stichting Linde, bestuursnummer 99114", "Stichting Linde", "99114"},
        {"Stichting Linde (bestuursnummer: 99114)", "Stichting Linde", "99114"},
        {"99114", "", "99114"},
        {"Stichting  Linde\nAlmere", "Stichting Linde Almere", ""},
        {"Stichting 1234", "Stichting 1234", ""},
        {"Stichting 123456", "Stichting 123456", ""},
        {"99114 of 99115", "99114 of 99115", ""},
        {"", "", ""},
        {"zie boven", "", ""},
        {"Zie hierboven", "", ""},
        {"idem", "", ""},
        {"volgt", "", ""},
        {"onbekend", "", ""},
        {"Zie Zo", "Zie Zo", ""},
        {"Stichting Linde 99114", "Stichting Linde", "99114"},
        {"Bestuursnummer 99114", "", "99114"},
        {"Bestuursnr.: 99114", "", "99114"},
        {"nr. 99114", "", "99114"},
        {"Bevoegd gezag 99114 Stichting Linde", "Stichting Linde", "99114"},
        {"bevoegd gezag: 99114", "", "99114"},
        {"Stichting Linde [99114]", "Stichting Linde", "99114"},
        {"Stichting Linde / 99114", "Stichting Linde", "99114"},
        {"Stichting Linde\n99114", "Stichting Linde", "99114"},
        {"Stichting Linde – 99114", "Stichting Linde", "99114"},
        {"99114, 99114", "99114, 99114", ""},
        {"9911", "9911", ""},
        {"99114a", "99114a", ""},
        {"A99114", "A99114", ""},
        {"1399 EC", "1399 EC", ""},
        {"036-5550100", "", ""},
        {"Stichting Linde, Postbus 10100", "Stichting Linde", ""},
        {"Stichting Linde Postbus 12 7940 AA Meppel", "Stichting Linde", ""},
        {"Stichting Linde te Gemert", "Stichting Linde", ""},
        {"Stichting Christelijk Onderwijs te Ede", "Stichting Christelijk Onderwijs te Ede", ""},
        {"Stichting Linde te Ede en omstreken", "Stichting Linde te Ede en omstreken", ""},
        {"ASG (Almeerse Scholen Groep)", "ASG (Almeerse Scholen Groep)", ""},
        {"Prisma", "Prisma", ""},
        {"S.K.O. Linde", "S.K.O. Linde", ""},
        {"?", "?", ""},
        {"…", "…", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const Bestuur board = parse_board(row.input);
        CHECK(board.naam.value_or("") == row.name);
        CHECK(board.nummer.value_or("") == row.number);
        CHECK(parse_board_number(row.input) == board.nummer);
    }
}

TEST_CASE("a partnership's code has one spelling") {
    struct Row {
        std::string_view input, code, name;
    };
    const Row rows[]{
        {"PO2401", "PO2401", ""},
        {"PO 2401", "PO2401", ""},
        {"PO 24.01", "PO2401", ""},
        {"PO-24-01", "PO2401", ""},
        {"PO 24-01", "PO2401", ""},
        {"PO24 01", "PO2401", ""},
        {"po2401", "PO2401", ""},
        {"VO2507", "VO2507", ""},
        {"VO-25-07", "VO2507", ""},
        {"SWV PO 30.06", "PO3006", ""},
        {"SWV 30.06 (PO)", "PO3006", ""},
        {"SWV PO-2401 Passend Onderwijs Linde", "PO2401", "Passend Onderwijs Linde"},
        {"Samenwerkingsverband PO 20.01", "PO2001", ""},
        {"Passend Onderwijs Almere (PO2401)", "PO2401", "Passend Onderwijs Almere"},
        {"PO 24.01 Passend Onderwijs Almere", "PO2401", "Passend Onderwijs Almere"},
        {"Samenwerkingsverband Passend Onderwijs Almere, PO 24.01", "PO2401",
         "Samenwerkingsverband Passend Onderwijs Almere"},
        {"Passend Onderwijs Almere", "", "Passend Onderwijs Almere"},
        {"VO 24-02 (Almere Noord)", "VO2402", "Almere Noord"},
        {"30-04", "", "30-04"},
        {"PO 240", "", "PO 240"},
        {"PO 24011", "", "PO 24011"},
        {"PO2401 en VO2402", "", "PO2401 en VO2402"},
        {"DEPO 2401", "", "DEPO 2401"},
        {"", "", ""},
        {"PO 20.01", "PO2001", ""},
        {"po 20-01", "PO2001", ""},
        {"SWV PO 3006", "PO3006", ""},
        {"swvpo3006", "PO3006", ""},
        {"SWV-PO-3006", "PO3006", ""},
        {"SWV VO 25-07", "VO2507", ""},
        {"25-07 VO", "VO2507", ""},
        {"25-07 PO en VO", "", "25-07 PO en VO"},
        {"3006", "", "3006"},
        {"SWV 3006", "", "SWV 3006"},
        {"zie boven", "", ""},
        {"idem", "", ""},
        {"volgt", "", ""},
        {"Passend Onderwijs Almere PO-24-01", "PO2401", "Passend Onderwijs Almere"},
        {"PO 24/01", "PO2401", ""},
        {"PO.24.01", "PO2401", ""},
        {"PO2401, PO2401", "PO2401", ""},
        {"PO 24.1", "", "PO 24.1"},
        {"PO 24 01 Almere", "PO2401", "Almere"},
        {"VO", "", "VO"},
        {"Linde (SWV PO2401)", "PO2401", "Linde"},
        {"Linde, code PO2401", "PO2401", "Linde"},
        {"2401 PO", "", "2401 PO"},
        {"PO 24.01.02", "", "PO 24.01.02"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const Samenwerkingsverband partnership = parse_partnership(row.input);
        CHECK(partnership.code.value_or("") == row.code);
        CHECK(partnership.naam.value_or("") == row.name);
    }
}

TEST_CASE("a partnership's number is a code where the sector is known") {
    struct Row {
        std::string_view input, sector, code;
    };
    const Row rows[]{
        {"3006", "PO", "PO3006"},
        {"30.06", "PO", "PO3006"},
        {"30-06", "PO", "PO3006"},
        {"SWV 3006", "PO", "PO3006"},
        {"Samenwerkingsverband 30.06", "PO", "PO3006"},
        {"3006", "VO", "VO3006"},
        {"PO3006", "VO", "PO3006"},
        {"20.01", "PO", "PO2001"},
        {"2001", "PO", ""},
        {"2015", "PO", ""},
        {"SWV 2015", "PO", ""},
        {"3299", "PO", ""},
        {"1901", "PO", ""},
        {"3000", "PO", ""},
        {"3040", "PO", ""},
        {"sinds 3006", "PO", ""},
        {"3006 leerlingen", "PO", ""},
        {"30.06.2015", "PO", ""},
        {"3006", "", ""},
        {"SWV 3006 en 3007", "PO", ""},
        {"zie boven", "PO", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_partnership(row.input, row.sector).code.value_or("") == row.code);
    }
    CHECK(parse_partnership("SWV VO Noord-Zuid (27-08)").code == "VO2708");
    CHECK(parse_partnership("SWV VO Noord-Zuid (27-08)").naam == "SWV VO Noord-Zuid");
    CHECK_FALSE(parse_partnership("Passend Noord (27-08)").code.has_value());
}

}  // namespace
}  // namespace sop
