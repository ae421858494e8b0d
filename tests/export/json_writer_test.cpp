#include "export/json_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace sop::json;

namespace {

template <typename T>
std::string one_line(const T& value) {
    Writer out(Layout::one_line);
    write(out, value);
    std::string text = out.take();
    REQUIRE(text.back() == '\n');
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("text is escaped where JSON demands it and nowhere else") {
    struct Row {
        std::string_view input, expected;
    };
    const Row rows[] = {
        {"", R"("")"},
        {"één ☒ 🙂", R"("één ☒ 🙂")"},
        {"a\"b\\c/d", R"("a\"b\\c/d")"},
        {"regel\nkolom\tterug\r", R"("regel\nkolom\tterug\r")"},
        {std::string_view("\0\x01\x1f", 3), R"("\u0000\u0001\u001f")"},
        {"\b\f\x7f", "\"\\b\\f\x7f\""},
    };
    for (const auto& [input, expected] : rows) {
        CAPTURE(input);
        CHECK(one_line(input) == expected);
    }
}

TEST_CASE("text that is not UTF-8 is refused") {
    for (const std::string_view input : {"\xff", "\xc3", "\xed\xa0\x80", "\xc0\x80"}) {
        CAPTURE(input);
        Writer out(Layout::one_line);
        CHECK_THROWS_AS(write(out, input), std::invalid_argument);
    }
}

TEST_CASE("a number is written as the shortest text that reads back") {
    struct Row {
        double input;
        std::string_view expected;
    };
    const Row rows[] = {
        {0.97, "0.97"},
        {2, "2"},
        {2.5, "2.5"},
        {-0.1, "-0.1"},
        {1e300, "1e+300"},
        {std::numeric_limits<double>::quiet_NaN(), "null"},
        {std::numeric_limits<double>::infinity(), "null"},
    };
    for (const auto& [input, expected] : rows) {
        CAPTURE(input);
        CHECK(one_line(input) == expected);
    }
}

TEST_CASE("empty brackets stay together and nested ones are indented") {
    Writer out(Layout::indented);
    object(out, "leeg", std::vector<int>{}, "rijen", std::vector<std::vector<int>>{{1, 2}, {}}, "weg",
           std::optional<int>{});
    CHECK(out.take() == R"({
  "leeg": [],
  "rijen": [
    [
      1,
      2
    ],
    []
  ],
  "weg": null
}
)");
}
