#include "extract/yaml.h"

#include <doctest/doctest.h>

#include <string>

namespace sop {
namespace {

std::string repeat(std::string_view text, std::size_t bytes) {
    std::string result;
    while (result.size() < bytes) result += text;
    return result;
}

std::string mistake(std::string_view text) {
    try {
        read_yaml(text, "x.yaml");
    } catch (const YamlError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a data file gives maps, lists and scalars with their place") {
    const Yaml root = read_yaml("id: een # hier\nlijst: [a, 'b c']\nblok:\n  - x: 1\n    y:\n  - z\n", "x.yaml");
    REQUIRE(root.kind == Yaml::Kind::map);
    REQUIRE(root.entries.size() == 3);
    CHECK(root.entries[0].value.text == "een");
    CHECK(root.entries[1].value.items[1].text == "b c");
    const Yaml& first = root.entries[2].value.items[0];
    CHECK(first.entries[1].value.kind == Yaml::Kind::empty);
    CHECK(root.entries[2].value.items[1].text == "z");
    CHECK(root.entries[2].value.items[1].line == 6);
    CHECK(root.entries[2].value.items[1].column == 5);
}

TEST_CASE("a mistake says where it stands") {
    CHECK(mistake("a: b\nc: [d\n").starts_with("x.yaml:"));
    CHECK(mistake("a: &x b\n").starts_with("x.yaml:1:4: Verwijzingen"));
    CHECK(mistake("a: 1\nb: *a\n").starts_with("x.yaml:2:"));
    CHECK(mistake("a: !!str b\n").starts_with("x.yaml:1:4: Typeaanduidingen"));
    CHECK(mistake("? [a]\n: b\n").find("Een sleutel moet een woord zijn") != std::string::npos);
    CHECK(mistake("a: b\n---\nc: d\n").find("meer dan één document") != std::string::npos);
    CHECK(mistake("").find("leeg") != std::string::npos);
    CHECK(mistake("a: \xFF\n").find("UTF-8") != std::string::npos);
    CHECK(mistake(std::string_view("a: \0\n", 5)).find("UTF-8") != std::string::npos);
}

TEST_CASE("hostile data files are refused at once, whatever they repeat") {
    for (const char* text : {"[",   "{",    "- ", "? ", ": ",  "a: ",   "[a, ", "{a: ",  "'",      "\"", "&a ",
                             "!a ", "%a\n", ",",  "]",  "|\n", "---\n", "a\n",  "- a\n", "a: b\n", "\t", "*a "}) {
        CAPTURE(text);
        mistake(repeat(text, 200'000));  // ends, with an error or without
    }
    CHECK(mistake(repeat("[", 1000)).find("te diep genest") != std::string::npos);
    CHECK(mistake(repeat("a", yaml_bytes + 1)).find("te groot") != std::string::npos);
}

}  // namespace sop
