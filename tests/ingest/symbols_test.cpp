#include "ingest/docx/symbols.h"

#include <doctest/doctest.h>

using namespace sop::docx;

namespace {

// "[x]" and "[ ]" for a tick box, else the text.
std::string shown(const Symbol& symbol) {
    if (const bool* tick = std::get_if<bool>(&symbol)) return *tick ? "[x]" : "[ ]";
    return std::get<std::string>(symbol);
}

struct Row {
    const char* font;
    char32_t code;
    const char* expected;
};

}  // namespace

TEST_CASE("a character of a symbol font is what a reader sees") {
    const Row rows[] = {
        // Tick boxes of forms.
        {"Wingdings", 0x6F, "[ ]"},
        {"Wingdings", 0x70, "[ ]"},
        {"Wingdings", 0x71, "[ ]"},
        {"Wingdings", 0x72, "[ ]"},
        {"Wingdings", 0xA8, "[ ]"},
        {"Wingdings", 0x78, "[x]"},
        {"Wingdings", 0xFD, "[x]"},
        {"Wingdings", 0xFE, "[x]"},
        {"Wingdings 2", 0x51, "[x]"},
        {"Wingdings 2", 0x52, "[x]"},
        {"Wingdings 2", 0x53, "[x]"},
        {"Wingdings 2", 0x54, "[x]"},
        {"Wingdings 2", 0xA3, "[ ]"},
        {"Wingdings 2", 0xA4, "[ ]"},
        {"Wingdings 2", 0xA6, "[ ]"},
        {"Webdings", 0x63, "[ ]"},
        {"ZapfDingbats", 0x6F, "[ ]"},
        {"ZapfDingbats", 0x72, "[ ]"},
        // Marks without a box answer by themselves.
        {"Wingdings", 0xFB, "✗"},
        {"Wingdings", 0xFC, "✓"},
        {"Wingdings 2", 0x4F, "✗"},
        {"Wingdings 2", 0x50, "✓"},
        {"Wingdings 2", 0x55, "⊗"},
        {"Webdings", 0x61, "✔"},
        {"Webdings", 0x72, "✗"},
        {"ZapfDingbats", 0x33, "✓"},
        {"ZapfDingbats", 0x34, "✔"},
        {"ZapfDingbats", 0x38, "✘"},
        // Bullets.
        {"Symbol", 0xB7, "•"},
        {"Wingdings", 0x6C, "●"},
        {"Wingdings", 0x6E, "■"},
        {"Wingdings", 0x75, "◆"},
        {"Wingdings", 0x76, "❖"},
        {"Wingdings", 0x9F, "•"},
        {"Wingdings", 0xA1, "○"},
        {"Wingdings", 0xA7, "▪"},
        {"Wingdings", 0xD8, "➢"},
        {"Wingdings 2", 0x98, "●"},
        {"Wingdings 2", 0xA2, "■"},
        {"Wingdings 2", 0xF8, "※"},
        {"Wingdings 3", 0x7D, "▶"},
        {"Webdings", 0x34, "▶"},
        {"Webdings", 0x67, "■"},
        {"Webdings", 0x6E, "●"},
        // Arrows.
        {"Wingdings", 0xDF, "←"},
        {"Wingdings", 0xE0, "→"},
        {"Wingdings", 0xE1, "↑"},
        {"Wingdings", 0xE2, "↓"},
        {"Wingdings", 0xE8, "➔"},
        {"Wingdings", 0xF0, "⇨"},
        {"Wingdings 3", 0x22, "→"},
        {"Wingdings 3", 0x67, "→"},
        {"Wingdings 3", 0xF0, "▼"},
        {"Symbol", 0xAC, "←"},
        {"Symbol", 0xAD, "↑"},
        {"Symbol", 0xAE, "→"},
        {"Symbol", 0xAF, "↓"},
        {"Symbol", 0xDE, "⇒"},
        // Pictures.
        {"Wingdings", 0x28, "☎"},
        {"Wingdings", 0x2A, "✉"},
        {"Wingdings", 0x46, "☞"},
        {"Wingdings", 0x4A, "☺"},
        {"Wingdings", 0x4B, "😐"},
        {"Wingdings", 0x4C, "☹"},
        {"Wingdings", 0x81, "①"},
        {"Wingdings", 0x95, "❿"},
        {"Wingdings", 0xB7, "🕐"},
        {"Wingdings", 0xC2, "🕛"},
        {"Wingdings 2", 0x6A, "①"},
        {"Wingdings 2", 0x7E, "❿"},
        {"Webdings", 0xE9, "♿"},
        {"ZapfDingbats", 0xAC, "①"},
        // Greek, mathematics and letters of Symbol.
        {"Symbol", 0x41, "Α"},
        {"Symbol", 0x57, "Ω"},
        {"Symbol", 0x61, "α"},
        {"Symbol", 0x62, "β"},
        {"Symbol", 0x6D, "μ"},
        {"Symbol", 0x70, "π"},
        {"Symbol", 0x7A, "ζ"},
        {"Symbol", 0x35, "5"},
        {"Symbol", 0x2D, "−"},
        {"Symbol", 0xA0 | 0xF000, "€"},
        {"Symbol", 0xA3, "≤"},
        {"Symbol", 0xB0, "°"},
        {"Symbol", 0xB1, "±"},
        {"Symbol", 0xB3, "≥"},
        {"Symbol", 0xB4, "×"},
        {"Symbol", 0xB9, "≠"},
        {"Symbol", 0xD6, "√"},
        {"Symbol", 0xE5, "∑"},
        // Blanks, and codes that the font lacks.
        {"Wingdings", 0x20, " "},
        {"Symbol", 0xA0, " "},
        {"Symbol", 0x85, " "},
        {"Wingdings 3", 0xFF, "•"},
        {"Wingdings", 0xFF, "•"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.font);
        CAPTURE(static_cast<unsigned>(row.code));
        CHECK(shown(resolve_symbol(row.font, row.code)) == row.expected);
        if (row.code != 0xA0) CHECK(shown(resolve_symbol(row.font, row.code | 0xF000)) == row.expected);
    }
}

TEST_CASE("a character beyond the codes of a symbol font, or in another font, is plain Unicode") {
    const Row rows[] = {
        {"Wingdings", 0x2612, "[x]"}, {"Wingdings", 0x2013, "–"},     {"Wingdings", 0x100, "Ā"},
        {"Wingdings", 0x0A, "\n"},    {"MS Gothic", 0x2612, "[x]"},   {"MS Gothic", 0x2610, "[ ]"},
        {"MS Gothic", 0xFE, "þ"},     {"Calibri", 0x6F, "o"},         {"", 0x2022, "•"},
        {"", 0x1F5F9, "[x]"},         {"Segoe UI Symbol", 0xFC, "ü"}, {"", 0xD800, "\uFFFD"},
        {"", 0x110000, "\uFFFD"},     {"", 0xE000, "\uE000"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.font);
        CAPTURE(static_cast<unsigned>(row.code));
        CHECK(shown(resolve_symbol(row.font, row.code)) == row.expected);
    }
}

TEST_CASE("private-use characters in an unknown font are Wingdings, save the bullet and dash of Symbol") {
    const Row rows[] = {
        {"Calibri", 0xF0B7, "•"}, {"Calibri", 0xF02D, "−"},   {"Calibri", 0xF0A7, "▪"}, {"Calibri", 0xF0FC, "✓"},
        {"Calibri", 0xF0D8, "➢"}, {"Calibri", 0xF0A8, "[ ]"}, {"", 0xF06F, "[ ]"},      {"", 0xF0FE, "[x]"},
        {"", 0xF078, "[x]"},      {"", 0xF0E0, "→"},          {"", 0xF04A, "☺"},        {"", 0xF020, " "},
    };
    for (const Row& row : rows) {
        CAPTURE(static_cast<unsigned>(row.code));
        CHECK(shown(resolve_symbol(row.font, row.code)) == row.expected);
        REQUIRE(resolve_private_use(row.code));
        CHECK(shown(*resolve_private_use(row.code)) == row.expected);
    }
    for (const char32_t code : {U'a', U'☒', char32_t{0xF01F}, char32_t{0xF100}, char32_t{0xE0FE}}) {
        CAPTURE(static_cast<unsigned>(code));
        CHECK_FALSE(resolve_private_use(code));
    }
}

TEST_CASE("symbol fonts are known by every spelling of their names") {
    for (const char* font :
         {"Wingdings", "WINGDINGS", "wingdings", "Wingdings 2", "Wingdings2", "Wingdings 3", "Webdings", "Symbol",
          "SymbolMT", "Symbol PS", "Wingdings-Regular", "Wingdings Regular", "ZapfDingbats", "Zapf Dingbats",
          "ITC Zapf Dingbats", "ZapfDingbatsITC", "Monotype Sorts"}) {
        CAPTURE(font);
        CHECK(is_symbol_font(font));
    }
    for (const char* font : {"", "Calibri", "MS Gothic", "Segoe UI Symbol", "OpenSymbol", "Symbola", "Wingdings 4",
                             "Web", "Wingdings Wingdings Wingdings Wingdings", "Søren", "MT", "ITC"}) {
        CAPTURE(font);
        CHECK_FALSE(is_symbol_font(font));
    }
}

TEST_CASE("only a box is a tick box: bullets and marks are text") {
    for (const char32_t box : U"☐□▢◻⬜❏❐❑❒") {
        if (box == 0) continue;
        CAPTURE(static_cast<unsigned>(box));
        CHECK(unicode_tick(box) == false);
    }
    for (const char32_t box : U"☑☒⊠⌧⮽🗹🗷🗵✅") {
        if (box == 0) continue;
        CAPTURE(static_cast<unsigned>(box));
        CHECK(unicode_tick(box) == true);
    }
    for (const char32_t text : U"✓✔✗✘×xX■▪▫⬛◾◽▣○●◯◉•❌❎⊗⊞⊟a\uF0FE") {
        CAPTURE(static_cast<unsigned>(text));
        CHECK_FALSE(unicode_tick(text));
    }
}
