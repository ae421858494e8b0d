#include "ingest/pdf/tokens.h"

#include <doctest/doctest.h>

#include <vector>

using namespace sop::pdf;
using Kind = Token::Kind;

TEST_CASE("numbers are read as other readers do, whatever their signs and points") {
    const struct {
        std::string_view text;
        double number;
    } cases[] = {{"0", 0},
                 {"12", 12},
                 {"-3.5", -3.5},
                 {"+.25", 0.25},
                 {"4.", 4},
                 {"--7", -7},
                 {"-", 0},
                 {".", 0},
                 {"00012", 12},
                 {"1.50x", 1.5},
                 {"123456789012", 1e9},
                 {"0.00001", 0.00001},
                 {"-.002", -0.002}};
    for (const auto& [text, number] : cases) {
        CAPTURE(text);
        Tokens tokens(text);
        const Token token = tokens.next();
        CHECK(token.kind == Kind::number);
        CHECK(token.number == doctest::Approx(number));
    }
}

TEST_CASE("strings lose their escapes, octal codes and line continuations") {
    const struct {
        std::string_view text, bytes;
    } cases[] = {{"(eenvoudig)", "eenvoudig"},
                 {"(met (haakjes) erin)", "met (haakjes) erin"},
                 {R"((\(\)\\ \n))", "()\\ \n"},
                 {R"((\101\1028))", "AB8"},
                 {"(a\\\nb)", "ab"},
                 {"(a\r\nb)", "a\nb"},
                 {"<48 65 6C6c 6F>", "Hello"},
                 {"<4>", "@"},
                 {"(zonder einde", "zonder einde"}};
    for (const auto& [text, bytes] : cases) {
        CAPTURE(text);
        Tokens tokens(text);
        std::string buffer;
        CHECK(string_bytes(tokens.next(), buffer) == bytes);
    }
}

TEST_CASE("names, operators and brackets end where the next begins, comments count as space") {
    Tokens tokens("/Naam#20met[<</A 1>>]T*%opmerking\n(x)'");
    std::vector<Kind> kinds;
    std::vector<std::string_view> texts;
    for (Token token = tokens.next(); token.kind != Kind::end; token = tokens.next()) {
        kinds.push_back(token.kind);
        texts.push_back(token.text);
    }
    CHECK(kinds == std::vector{Kind::name, Kind::array_open, Kind::dict_open, Kind::name, Kind::number,
                               Kind::dict_close, Kind::array_close, Kind::keyword, Kind::string, Kind::keyword});
    CHECK(name_text(texts[0]) == "Naam met");
    CHECK(texts[7] == "T*");
    CHECK(texts[9] == "'");
}

TEST_CASE("a value is a token, a whole array or dictionary, or a reference") {
    Tokens tokens("12 0 R [1 [2] (])] << /A << /B 1 >> >> 3 4 /X");
    for (const std::string_view value : {"12 0 R", "[1 [2] (])]", "<< /A << /B 1 >> >>", "3", "4", "/X", ""})
        CHECK(tokens.value() == value);
}
