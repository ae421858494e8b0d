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

TEST_CASE("a vestiging is a full code, or two digits behind the BRIN that is known") {
    CHECK(parse_vestiging("98KC01", std::nullopt) == "98KC01");
    CHECK(parse_vestiging("98KC01", "98KC") == "98KC01");
    CHECK(parse_vestiging("01", "98KC") == "98KC01");
    CHECK_FALSE(parse_vestiging("01", std::nullopt).has_value());
    CHECK_FALSE(parse_vestiging("1", "98KC").has_value());
    CHECK_FALSE(parse_vestiging("98KC", "98KC").has_value());
    CHECK_FALSE(parse_vestiging("hoofdvestiging", "98KC").has_value());
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
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const Bestuur board = parse_board(row.input);
        CHECK(board.naam.value_or("") == row.name);
        CHECK(board.nummer.value_or("") == row.number);
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
        {"Samenwerkingsverband PO 20.01", "PO2001", ""},
        {"Passend Onderwijs Almere (PO2401)", "PO2401", "Passend Onderwijs Almere"},
        {"PO 24.01 Passend Onderwijs Almere", "PO2401", "Passend Onderwijs Almere"},
        {"Samenwerkingsverband Passend Onderwijs Almere, PO 24.01", "PO2401",
         "Samenwerkingsverband Passend Onderwijs Almere"},
        {"Passend Onderwijs Almere", "", "Passend Onderwijs Almere"},
        {"30-04", "", "30-04"},
        {"PO 240", "", "PO 240"},
        {"PO 24011", "", "PO 24011"},
        {"PO2401 en VO2402", "", "PO2401 en VO2402"},
        {"DEPO 2401", "", "DEPO 2401"},
        {"", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const Samenwerkingsverband partnership = parse_partnership(row.input);
        CHECK(partnership.code.value_or("") == row.code);
        CHECK(partnership.naam.value_or("") == row.name);
    }
}

}  // namespace
}  // namespace sop
