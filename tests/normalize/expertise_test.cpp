#include "normalize/expertise.h"

#include <doctest/doctest.h>

#include "normalize/numbers.h"
#include "support.h"

namespace sop {
namespace {

using test::cell;
using test::evidence;
using test::has_remark;
using test::profile;
using test::record_of;
using test::row;

SopRecord expertise(std::vector<FoundRow> rows) { return record_of(profile({}, {{"deskundigheid", std::move(rows)}})); }
SopRecord partners(std::vector<FoundRow> rows) {
    return record_of(profile({}, {{"externe_partners", std::move(rows)}}));
}

TEST_CASE("expertise is there where it is marked or someone is named, and not where a used column is empty") {
    const SopRecord record = expertise({row({cell("binnen_school", "x"), cell("label", "dyslexie")}),
                                        row({cell("buiten_school", "Ja, via het bestuur"), cell("label", "ADHD")}),
                                        row({cell("binnen_school", "de IB'er"), cell("label", "rekenen")}),
                                        row({cell("binnen_school", "nee"), cell("label", "slechtziend")}),
                                        row({cell("binnen_school", "n.v.t."), cell("label", "motoriek")}),
                                        row({cell("binnen_school", "in ontwikkeling"), cell("label", "autisme")}),
                                        row({cell("binnen_school", "x")})});
    REQUIRE(record.deskundigheid.size() == 6);
    CHECK(record.deskundigheid[0] == Deskundigheid{"dyslexie", "lezen_dyslexie", true, false});
    CHECK(record.deskundigheid[1] == Deskundigheid{"ADHD", "adhd", false, true});
    CHECK(record.deskundigheid[2].binnen_school == true);
    CHECK(record.deskundigheid[3].binnen_school == false);
    CHECK(record.deskundigheid[4].binnen_school == false);
    CHECK_FALSE(record.deskundigheid[5].binnen_school.has_value());
    CHECK(evidence(record, "/deskundigheid/0/binnen_school")->ruw == "x");
    CHECK(evidence(record, "/deskundigheid/0/categorie"));
    // An empty cell has no place of its own to show.
    CHECK_FALSE(evidence(record, "/deskundigheid/0/buiten_school"));
    CHECK(evidence(record, "/deskundigheid/2/binnen_school")->zekerheid <
          evidence(record, "/deskundigheid/0/binnen_school")->zekerheid);
}

TEST_CASE("a sign alone is a mark, an empty one and a nought are none") {
    const std::pair<std::string, bool> cases[]{{"●", true},    {"•", true},  {"■", true},    {"*", true},
                                               {"🗸", true}, {"0", false}, {"[ ]", false}, {"○", false}};
    for (const auto& [sign, is_there] : cases) {
        CAPTURE(sign);
        const SopRecord record = expertise({row({cell("binnen_school", "x"), cell("label", "ADHD")}),
                                            row({cell("binnen_school", sign), cell("label", "dyslexie")})});
        CHECK(record.deskundigheid[1].binnen_school == is_there);
    }
}

TEST_CASE("one column may say in words where an expertise is") {
    struct Case {
        std::string text;
        std::optional<bool> inside, outside;
    };
    const Case cases[]{
        {"ja", true, {}},
        {"x", true, {}},
        {"nee", false, {}},
        {"nee, wel via het bestuur", false, true},
        {"ja, via bestuur", {}, true},
        {"intern", true, {}},
        {"extern", {}, true},
        {"intern en extern", true, true},
        {"op afroep", {}, true},
        {"beide", true, true},
        {"in het team", true, {}},
        {"buiten de school", {}, true},
        {"?", {}, {}},
        {"in ontwikkeling", {}, {}},
        {"maandag", {}, {}},
        {"niet op school", false, {}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const SopRecord record = expertise({row({cell("label", "tolk"), cell("beschikbaar", c.text)})});
        REQUIRE(record.deskundigheid.size() == 1);
        CHECK(record.deskundigheid[0].binnen_school == c.inside);
        CHECK(record.deskundigheid[0].buiten_school == c.outside);
    }
}

TEST_CASE("an expertise is there for who has hours, a name or a day beside it, less surely, and not beside no hours") {
    const SopRecord record = expertise({row({cell("label", "tolk"), cell("omvang", "2 uur")}),
                                        row({cell("label", "coach"), cell("wie", "extern bureau")}),
                                        row({cell("label", "arts"), cell("omvang", "0"), cell("wanneer", "-")})});
    REQUIRE(record.deskundigheid.size() == 3);
    CHECK(record.deskundigheid[0].binnen_school == true);
    CHECK(record.deskundigheid[1].buiten_school == true);
    CHECK_FALSE(record.deskundigheid[1].binnen_school.has_value());
    CHECK_FALSE(record.deskundigheid[2].binnen_school.has_value());
    CHECK(evidence(record, "/deskundigheid/0/binnen_school")->zekerheid < 0.8);
}

TEST_CASE("what is marked as absent is not there, and what is marked as both is doubtful") {
    const SopRecord record =
        expertise({row({cell("label", "tolk"), cell("niet_beschikbaar", "x")}),
                   row({cell("label", "coach"), cell("beschikbaar", "x")}),
                   row({cell("label", "arts"), cell("beschikbaar", "x"), cell("niet_beschikbaar", "x")}),
                   row({cell("label", "ergotherapeut")})});
    REQUIRE(record.deskundigheid.size() == 4);
    CHECK(record.deskundigheid[0].binnen_school == false);
    CHECK(record.deskundigheid[1].binnen_school == true);
    CHECK_FALSE(record.deskundigheid[2].binnen_school.has_value());
    CHECK(record.deskundigheid[3].binnen_school == false);
}

TEST_CASE("a question mark is no answer") {
    CHECK_FALSE(expertise({row({cell("binnen_school", "?"), cell("label", "dyslexie")})})
                    .deskundigheid[0]
                    .binnen_school.has_value());
}

TEST_CASE("a column that nobody filled in says nothing") {
    const SopRecord record = expertise({row({cell("binnen_school", "✓"), cell("label", "dyslexie")})});
    CHECK(record.deskundigheid[0].binnen_school == true);
    CHECK_FALSE(record.deskundigheid[0].buiten_school.has_value());
}

FoundRow in_table(int table, FoundRow row) {
    row.origin.cell = CellPlace{table, 1, 0};
    return row;
}

TEST_CASE("an empty cell says nothing where its own table has no such marks") {
    const SopRecord record =
        expertise({in_table(1, row({cell("label", "rekenspecialist"), cell("toelichting", "Ans")})),
                   in_table(2, row({cell("label", "tolk"), cell("binnen_school", "x")})),
                   in_table(2, row({cell("label", "arts"), cell("buiten_school", "x")}))});
    REQUIRE(record.deskundigheid.size() == 3);
    CHECK(record.deskundigheid[0] == Deskundigheid{"rekenspecialist", {}, {}, {}});
    CHECK(record.deskundigheid[1] == Deskundigheid{"tolk", {}, true, false});
    CHECK(record.deskundigheid[2] == Deskundigheid{"arts", {}, false, true});
}

TEST_CASE("a box that is not ticked says no, in a table in which some are") {
    const SopRecord ticked =
        expertise({row({cell("label", "tolk"), cell("binnen_school", "☒"), cell("buiten_school", "☐")}),
                   row({cell("label", "arts"), cell("binnen_school", "☐"), cell("buiten_school", "☐")})});
    CHECK(ticked.deskundigheid[0] == Deskundigheid{"tolk", {}, true, false});
    CHECK(ticked.deskundigheid[1] == Deskundigheid{"arts", {}, false, false});
    CHECK(evidence(ticked, "/deskundigheid/1/binnen_school")->ruw == "☐");
    // Nobody filled in this one.
    const SopRecord blank =
        expertise({row({cell("label", "tolk"), cell("binnen_school", "☐"), cell("buiten_school", "☐")})});
    CHECK(blank.deskundigheid[0] == Deskundigheid{"tolk", {}, {}, {}});
}

TEST_CASE("a partner's frequency is the one that is marked or written") {
    const SopRecord record =
        partners({row({cell("naam", "GGD"), cell("regelmatig", "X")}), row({cell("naam", "- MEE")}),
                  row({cell("naam", "GGZ"), cell("frequentie", "Vaak, wekelijks")}),
                  row({cell("naam", "Halt"), cell("frequentie", "elke maand")})});
    CHECK(record.externe_partners ==
          std::vector<ExternePartner>{
              {"GGD", "regelmatig"}, {"MEE", std::nullopt}, {"GGZ", "vaak"}, {"Halt", std::nullopt}});
    CHECK(evidence(record, "/externe_partners/0/frequentie")->ruw == "X");
    CHECK(has_remark(record, "WAARDE_ONLEESBAAR"));
    CHECK_FALSE(has_remark(record, "KEUZE_DUBBEL"));
}

TEST_CASE("a frequency has the words that the columns have too") {
    struct Case {
        const char* written;
        Tekst read;
    };
    const Case cases[]{{"incidenteel", "soms"},     {"Structureel overleg", "regelmatig"},
                       {"zeer regelmatig", "vaak"}, {"af en toe", "soms"},
                       {"intensief", "vaak"},       {"soms of vaak", {}},
                       {"6 x per jaar", {}},        {"niet regelmatig", {}}};
    for (const Case& c : cases) {
        CAPTURE(c.written);
        CHECK(partners({row({cell("naam", "GGD"), cell("frequentie", c.written)})}).externe_partners[0].frequentie ==
              c.read);
    }
}

TEST_CASE("two marked frequencies are none, and that is said") {
    const SopRecord record = partners({row({cell("naam", "GGD"), cell("soms", "x"), cell("vaak", "x")})});
    CHECK_FALSE(record.externe_partners[0].frequentie.has_value());
    CHECK(has_remark(record, "KEUZE_DUBBEL"));
}

TEST_CASE("figures keep what stood there, with the number where it is one") {
    const SopRecord record = record_of(profile(
        {},
        {{"kengetallen",
          {row({cell("indicator", "verwijzingen sbo"), cell("periode", "schooljaar 2013 – 2014"), cell("waarde", "2")}),
           row({cell("indicator", "verzuim"), cell("periode", "2016"), cell("waarde", "27,1 %")}),
           row({cell("indicator", "instroom"), cell("periode", "2016"), cell("waarde", "variabel")}),
           row({cell("indicator", "uitstroom"), cell("periode", "2016"), cell("waarde", "-")})}}}));
    REQUIRE(record.kengetallen.size() == 4);
    CHECK(record.kengetallen[0] == Kengetal{"verwijzingen sbo", "2013-2014", 2.0, "2"});
    CHECK(record.kengetallen[1] == Kengetal{"verzuim", "2016", 27.1, "27,1 %"});
    CHECK(record.kengetallen[2] == Kengetal{"instroom", "2016", std::nullopt, "variabel"});
    CHECK(record.kengetallen[3] == Kengetal{"uitstroom", "2016", std::nullopt, "-"});
    CHECK(evidence(record, "/kengetallen/1/waarde")->ruw == "27,1 %");
    CHECK(has_remark(record, "WAARDE_ONLEESBAAR"));
}

TEST_CASE("a figure is one number and nothing else") {
    const std::pair<const char*, std::optional<double>> cases[] = {
        {"0", 0.0},
        {"4", 4.0},
        {"212", 212.0},
        {" 12 ", 12.0},
        {"27,1", 27.1},
        {"27.1", 27.1},
        {"0,5", 0.5},
        {"0.333", 0.333},
        {"1.012", 1012.0},
        {"1.234.567", 1234567.0},
        {"1.012,5", 1012.5},
        {"12 %", 12.0},
        {"12%", 12.0},
        {"12,50 %", 12.5},
        {"30 lln", 30.0},
        {"30 lln.", 30.0},
        {"5 leerlingen", 5.0},
        {"ca. 30", 30.0},
        {"circa 30", 30.0},
        {"± 30", 30.0},
        {"ongeveer 12", 12.0},
        {"80 procent", 80.0},
        {"007", 7.0},
        {"2012", 2012.0},
        {"", std::nullopt},
        {"-", std::nullopt},
        {"variabel", std::nullopt},
        {"n.v.t.", std::nullopt},
        {"10-12", std::nullopt},
        {"2 (groep 8: 1)", std::nullopt},
        {"3 en 4", std::nullopt},
        {"2/3", std::nullopt},
        {"1 x per week", std::nullopt},
        {"-5", std::nullopt},
        {"1e", std::nullopt},
        {"12345678901", std::nullopt},
        {"1,23456", std::nullopt},
        {"1,,2", std::nullopt},
        {"½", std::nullopt},
        {"IV", std::nullopt},
        {"12 kg", std::nullopt},
        {"12 13", std::nullopt},
    };
    for (const auto& [text, value] : cases) {
        CAPTURE(text);
        const auto found = parse_figure(text);
        CHECK(found.has_value() == value.has_value());
        if (found && value) CHECK(*found == doctest::Approx(*value));
    }
}

}  // namespace
}  // namespace sop
