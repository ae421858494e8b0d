#include "extract/fold.h"

#include <doctest/doctest.h>

#include <utility>

namespace sop {

TEST_CASE("folding keeps letters and digits, in lower case and without accents, one space between words") {
    const std::pair<const char*, const char*> cases[] = {
        {"", ""},
        {" \t\n", ""},
        {"...!?", ""},
        {"Onderwijsvisie / schoolconcept:", "onderwijsvisie schoolconcept"},
        {"IB'er", "ib er"},
        {"ib´er", "ib er"},
        {"foto’s", "foto s"},
        {"E-mail", "e mail"},
        {"Coördinator", "coordinator"},
        {"REÜNIE", "reunie"},
        {"Cafe\u0301", "cafe"},  // a combining accent
        {"Ĳsbreker", "ijsbreker"},
        {"½ dag", "dag"},
        {"24.01", "24 01"},
        {"Ζ Ж ａ", "ζ ж a"},
        {"☒ ja", "ja"},
        {"a\xFF"
         "b",
         "a b"},  // not UTF-8
        {"\xE2\x82", ""},
    };
    for (const auto& [input, expected] : cases) {
        CAPTURE(input);
        CHECK(fold(input) == expected);
        CHECK(fold_words(input).folded == expected);
        CHECK(fold(fold(input)) == expected);
    }
}

TEST_CASE("every word knows the bytes it was made of") {
    const std::string text = "  Één – naam: 't Spoor.";
    const Words words = fold_words(text);
    REQUIRE(words.size() == 4);
    CHECK(words[0] == "een");
    CHECK(words[3] == "spoor");
    CHECK(text.substr(words.words[0].begin, words.words[0].end - words.words[0].begin) == "Één");
    CHECK(text.substr(words.words[3].begin, words.words[3].end - words.words[3].begin) == "Spoor");
}

TEST_CASE("a heading is its number and its title") {
    struct Row {
        const char *heading, *number, *title;
    };
    const Row rows[] = {
        {"2.1  Visie", "2.1", "Visie"},
        {"1. Gegevens van de school.", "1", "Gegevens van de school."},
        {"1.Gegevens", "1", "Gegevens"},
        {"1) Gegevens", "1", "Gegevens"},
        {"1\tGegevens", "1", "Gegevens"},
        {"1 - Gegevens", "1", "Gegevens"},
        {"2.1Visie", "2.1", "Visie"},
        {"2.1. Visie", "2.1", "Visie"},
        {"Ad 1: Gegevens van de school", "1", "Gegevens van de school"},
        {"A. Contactgegevens", "A", "Contactgegevens"},
        {"(A) basisondersteuning", "A", "basisondersteuning"},
        {"C1. Basisondersteuning", "C1", "Basisondersteuning"},
        {"B12) Grenzen", "B12", "Grenzen"},
        {"Hoofdstuk 1 Inleiding", "1", "Inleiding"},
        {"HOOFDSTUK 12: Inleiding", "12", "Inleiding"},
        {"DEEL I INVENTARISATIE", "I", "INVENTARISATIE"},
        {"Domein 1: de diversiteit", "1", "de diversiteit"},
        {"IV. Grenzen", "IV", "Grenzen"},
        {"4 Arrangementen extra ondersteuning", "4", "Arrangementen extra ondersteuning"},
        // No number:
        {"Visie", "", "Visie"},
        {"", "", ""},
        {"4", "", "4"},
        {"DEEL I", "", "DEEL I"},
        {"1 mei 2015", "", "1 mei 2015"},
        {"2014-2018 Plan", "", "2014-2018 Plan"},
        {"2014 was een goed jaar", "", "2014 was een goed jaar"},
        {"1e leerjaar", "", "1e leerjaar"},
        {"A-stroom", "", "A-stroom"},
        {"E3 en hoger", "", "E3 en hoger"},
        {"A4-papier", "", "A4-papier"},
        {"IVO rapport", "", "IVO rapport"},
        {"Deel uitmaken van", "", "Deel uitmaken van"},
        {"Ad interim directeur", "", "Ad interim directeur"},
        {"3D-printen", "", "3D-printen"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.heading);
        const NumberedHeading parts = split_heading(row.heading);
        CHECK(parts.number == row.number);
        CHECK(parts.title == row.title);
    }
}

}  // namespace sop
