#include "ingest/pdf/characters.h"

#include <doctest/doctest.h>

#include "ingest/pdf/rows.h"
#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

std::string repaired(std::string_view text, const std::string& font = "Lettertype", bool is_symbol = false,
                     bool has_unicode = true, bool swapped = false) {
    Word word = make_word(text, 50, 100);
    const Font used{.name = font, .is_symbol = is_symbol, .has_unicode = has_unicode};
    repair_characters(word, &used, swapped);
    CHECK((word.edges.empty() || word.edges.size() == characters_of(word.text) + 1));
    return word.text;
}

}  // namespace

TEST_CASE("characters of text fonts are cleaned and otherwise kept") {
    struct Row {
        std::string text, expected;
    };
    const Row rows[] = {
        {"school", "school"},
        {"geïnventariseerd", "geïnventariseerd"},
        {"€ 3,50", "€ 3,50"},
        {"proﬁel", "profiel"},
        {"eﬃciënt", "efficiënt"},
        {"Ĳsselstein", "IJsselstein"},
        {"caf\u0065\u0301", "café"},
        {"on\u00ADder\u00AD", "onder\u00AD"},  // broken at the end of a line
        {"\u0093De\u0094", "“De”"},            // Windows-1252 read as Latin-1
        {"2013\u00962014", "2013–2014"},
        {"\u0095", "•"},
        {"a\u0003b", "a\uFFFDb"},  // a glyph that nobody can read
        {"een\r", "een"},
        {"•", "•"},
        {"日本", "日本"},
        {"αβ", "αβ"},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(repaired(text) == expected);
    }
}

TEST_CASE("a symbol font's codes and private-use characters are what a reader sees") {
    struct Row {
        std::string font, text, expected;
        bool has_unicode = true;
    };
    const Row rows[] = {
        {"Wingdings", "\uF0FE", "☒"},
        {"Wingdings-Regular", "\uF0A8", "☐"},
        {"Wingdings", "\u00FE", "☒", false},
        {"Wingdings", "o", "☐", false},
        {"Wingdings", "\u00A7", "▪", false},
        {"Wingdings", "\u00B7", "•"},  // the bullet that is meant, not the font's clock
        {"SymbolMT", "\uF0B7", "•"},
        {"SymbolMT", "\u00B7", "•"},
        {"Symbol", "\u00D7", "×"},  // Poppler knows Symbol's glyphs by name
        {"Symbol", "a", "α", false},
        {"ZapfDingbats", "✔", "✔"},
        {"ZapfDingbats", "❏", "☐"},
        {"ZapfDingbats", "4", "✔", false},
    };
    for (const auto& [font, text, expected, has_unicode] : rows) {
        CAPTURE(font);
        CAPTURE(text);
        CHECK(repaired(text, font, true, has_unicode) == expected);
    }
}

TEST_CASE("private use in text fonts is read where its meaning is known") {
    struct Row {
        std::string text, expected;
    };
    const Row rows[] = {
        {"\uF0B7", "•"},
        {"\uF0FE", "☒"},
        {"\uF0A8", "☐"},
        {"\uF8F1x\uF8FD", "\u23A7x\u23AC"},      // pieces of a brace
        {"\uF731\uF739\uF739\uF735", "1995"},    // old-style figures
        {"O\uF76E\uF764\uF765\uF772", "Onder"},  // small capitals
        {"\uE123", "\uE123"},                    // nobody knows
        {"□", "☐"},
        {"☑", "☒"},
        {"■", "■"},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(repaired(text) == expected);
    }
}

TEST_CASE("letters with swapped bytes are swapped back, long ligatures too") {
    struct Row {
        std::string text, expected;
    };
    const Row rows[] = {
        {"pro\u6600\u6900el", "profiel"},
        {"rela\u7400\u6900e", "relatie"},
        {"o\u6600\uCF00cieel", "officieel"},
        {"sa\u6600\uD200", "saffl"},
        {"a\u7400\uFFFDtude", "attitude"},
        {"gi\u6600\uFFFDg", "giftig"},
        {"school", "school"},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(repaired(text, "Carlito", false, true, true) == expected);
    }
    CHECK(repaired("pro\u6600\u6900el") == "pro\u6600\u6900el");
}

TEST_CASE("bytes were swapped only where all far characters of the document say so") {
    struct Row {
        std::string line;
        bool expected;
    };
    const Row rows[] = {
        {"een schoolpro\u6600\u6900el", true},
        {"pro\u6600\u6900el rela\u7400\u6900e o\u6600\uCF00cieel", true},
        {"een profiel", false},
        {"pro\u6600\u6900el 日本", false},  // real Chinese or Japanese
        {"\u4E00 en \u4E00", false},        // "one", which has a low byte of 0
        {"\uF0B7 punt", false},
        {"", false},
    };
    for (const auto& [line, expected] : rows) {
        CAPTURE(line);
        CHECK(has_swapped_letters({make_page(), make_page(make_line(line))}) == expected);
    }
}

TEST_CASE("Hebrew and Arabic words are in reading order") {
    CHECK(repaired("םולש") == "שלום");
    CHECK(repaired("?םולש") == "שלום?");
    CHECK(repaired("ש") == "ש");
    CHECK(repaired("20ב") == "20ב");
}

TEST_CASE("each letter of a ligature has its share of the place") {
    Word word = make_word("ﬁets", 50, 100);
    repair_characters(word, nullptr, false);
    CHECK(word.text == "fiets");
    CHECK(word.edges == std::vector<double>{50, 52.5, 55, 60, 65, 70});
}
