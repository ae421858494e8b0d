#include "normalize/text.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

TEST_CASE("a text is cut into numbers, words and marks") {
    const Tokens tokens("1e groep–'15, café");
    REQUIRE(tokens.size() == 8);
    CHECK(tokens[0].number(1, 2) == 1);
    CHECK(tokens[1].is("e"));
    CHECK(tokens[1].glued);
    CHECK_FALSE(tokens[2].glued);
    CHECK(tokens[3].is('-'));
    CHECK(tokens[4].is('\''));
    CHECK(tokens[5].number(2, 2) == 15);
    CHECK(tokens[7].text == "café");
    CHECK(tokens[8].kind == Token::Kind::end);
    CHECK(tokens[static_cast<std::size_t>(-1)].kind == Token::Kind::end);
    CHECK(tokens.slice(1, 5) == "e groep–'15");
}

TEST_CASE("lines are trimmed and empty ones dropped") {
    CHECK(tidy_lines("  een  twee \n\n\t drie\t") == "een twee\ndrie");
    CHECK(tidy_lines(" \n ") == "");
    CHECK(tidy_lines("een") == "een");
    CHECK(tidy_lines("een \n twee") == "een\ntwee");
}

TEST_CASE("the ways to say that there is nothing are absent") {
    for (const std::string_view input : {"",
                                         " ",
                                         "-",
                                         "--",
                                         "–",
                                         "…",
                                         "....",
                                         "/",
                                         "?",
                                         "n.v.t.",
                                         "N.v.t",
                                         "nvt",
                                         "NVT",
                                         "n. v. t.",
                                         "(n.v.t.)",
                                         "niet van toepassing",
                                         "Niet van toepassing.",
                                         "geen",
                                         "Geen.",
                                         "leeg",
                                         "- geen",
                                         "___",
                                         "niet ingevuld"}) {
        CAPTURE(input);
        CHECK(is_absent(input));
    }
    for (const std::string_view input :
         {"x", "☒", "+", "✓", "0", "ja", "geen bijzonderheden", "n.v.t. (vacature)", "nee", "\"", "geenszins"}) {
        CAPTURE(input);
        CHECK_FALSE(is_absent(input));
    }
}

TEST_CASE("a ditto is a word or a mark for the cell above") {
    for (const std::string_view input :
         {"idem", "Idem", "IDEM.", "idem dito", "zie boven", "Zie boven.", "zie hierboven", "als boven", "\"", "”", "„",
          "''", ",,", "〃", "- idem", "\" \""}) {
        CAPTURE(input);
        CHECK(is_ditto(input));
    }
    for (const std::string_view input : {"", "-", "idem, en extra materiaal", "zie bijlage", "zie boven bij dyslexie",
                                         "'", ",", "identiek", "\"citaat\""}) {
        CAPTURE(input);
        CHECK_FALSE(is_ditto(input));
    }
}

TEST_CASE("a typed bullet or number is no part of an item") {
    struct Row {
        std::string_view input, item;
    };
    const Row rows[]{
        {"- punt", "punt"},
        {"• punt", "punt"},
        {"– punt", "punt"},
        {"* punt", "punt"},
        {"1. punt", "punt"},
        {"12) punt", "punt"},
        {"b) punt", "punt"},
        {"A. Bakker", "A. Bakker"},
        {"-punt", "-punt"},
        {"1.5 fte", "1.5 fte"},
        {"1.1 De school", "De school"},
        {"2.3.1 De school", "De school"},
        {"2.30 uur lezen", "2.30 uur lezen"},
        {"1. De school", "De school"},
        {"3 kinderen", "3 kinderen"},
        {"2015. Punt", "2015. Punt"},
        {"a punt", "a punt"},
        {"-", "-"},
        {"", ""},
        {"1.", "1."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(strip_item_mark(row.input) == row.item);
    }
}

}  // namespace
}  // namespace sop
