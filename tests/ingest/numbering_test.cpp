#include "ingest/docx/numbering.h"

#include <doctest/doctest.h>

#include <sstream>

#include "ingest/docx/xml.h"

using namespace sop;
using namespace sop::docx;

namespace {

XmlPart part(const std::string& root, const std::string& content) {
    return parse_xml("<w:" + root +
                         " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                         "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" +
                         content + "</w:" + root + ">",
                     root, Limits());
}

// A level; `rest` holds its other elements.
std::string level(int index, const std::string& format, const std::string& text, const std::string& rest = "",
                  int start = 1) {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"" + std::to_string(start) +
           "\"/><w:numFmt w:val=\"" + format + "\"/>" + rest + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

std::string abstract(int id, const std::string& content) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + content + "</w:abstractNum>";
}

std::string num(int id, int abstract_id, const std::string& overrides = "") {
    return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract_id) +
           "\"/>" + overrides + "</w:num>";
}

std::string override_level(int index, const std::string& content) {
    return "<w:lvlOverride w:ilvl=\"" + std::to_string(index) + "\">" + content + "</w:lvlOverride>";
}

std::string start_override(int index, int start) {
    return override_level(index, "<w:startOverride w:val=\"" + std::to_string(start) + "\"/>");
}

std::string style(const std::string& id, const std::string& numbering, const std::string& based_on = "") {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:basedOn w:val=\"" + based_on +
           "\"/><w:pPr><w:numPr>" + numbering + "</w:numPr></w:pPr></w:style>";
}

std::string num_id(int id) { return "<w:numId w:val=\"" + std::to_string(id) + "\"/>"; }
std::string ilvl(int level) { return "<w:ilvl w:val=\"" + std::to_string(level) + "\"/>"; }

Numbering numbering_of(const std::string& numbering, const Styles& styles = {}) {
    return Numbering(part("numbering", numbering).root(), styles, Limits());
}

// Labels of `paragraphs`, with blanks between: "1:0" is a paragraph with w:numId 1 and w:ilvl 0, either may be left
// out; "Kop1" one with that style, "Kop1+2:1" with both. "-" is a paragraph that is not numbered.
std::string labels(const std::string& numbering, const std::string& paragraphs, const std::string& styles = "") {
    const Styles known(part("styles", styles).root(), Limits());
    Numbering counter = numbering_of(numbering, known);
    std::istringstream in(paragraphs);
    std::string out;
    for (std::string token; in >> token;) {
        std::string style_id;
        NumberingRef direct;
        const auto colon = token.find(':');
        if (colon == std::string::npos) {
            style_id = token;
        } else {
            const auto plus = token.find('+');
            if (plus != std::string::npos) style_id = token.substr(0, plus);
            const std::string id = token.substr(plus == std::string::npos ? 0 : plus + 1, colon - (plus + 1));
            if (!id.empty()) direct.num_id = std::stoi(id);
            if (colon + 1 < token.size()) direct.level = std::stoi(token.substr(colon + 1));
        }
        const auto label = counter.next(direct, known.paragraph(style_id), style_id);
        out += (out.empty() ? "" : " ") + (label ? label->text : "-");
    }
    return out;
}

const std::string outline = abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") +
                                            level(2, "decimal", "%1.%2.%3") + level(3, "lowerLetter", "%4)"));

}  // namespace

TEST_CASE("lists count as Word counts them") {
    const struct {
        const char* what;
        std::string numbering;
        const char* paragraphs;
        const char* expected;
    } rows[] = {
        {"one level", outline + num(1, 0), "1:0 1:0 1:0", "1 2 3"},
        {"deeper levels start anew under a higher one", outline + num(1, 0), "1:0 1:1 1:1 1:2 1:0 1:1 1:2 1:3 1:3",
         "1 1.1 1.2 1.2.1 2 2.1 2.1.1 a) b)"},
        {"a skipped level has its start value and counts as used", outline + num(1, 0), "1:1 1:1 1:0 1:2",
         "1.1 1.2 2 2.1.1"},
        {"two w:num of one definition are one list", outline + num(1, 0) + num(2, 0), "1:0 2:0 1:0 2:1", "1 2 3 3.1"},
        {"two definitions are two lists", outline + abstract(1, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 1),
         "1:0 2:0 1:0 2:0", "1 1. 2 2."},
        {"start values",
         abstract(0, level(0, "decimal", "%1", "", 5) + level(1, "decimal", "%1.%2", "", 0)) + num(1, 0),
         "1:0 1:1 1:1 1:0 1:1", "5 5.0 5.1 6 6.0"},
        {"a level without w:start starts at 0",
         abstract(0, "<w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1\"/></w:lvl>") + num(1, 0), "1:0 1:0", "0 1"},
        {"a start override starts anew once", outline + num(1, 0) + num(2, 0, start_override(0, 1)),
         "1:0 1:0 2:0 2:0 1:0 2:0", "1 2 1 2 3 4"},
        {"a start override to another number", outline + num(1, 0) + num(2, 0, start_override(0, 7)), "1:0 2:0 2:0",
         "1 7 8"},
        {"a start override starts anew where its w:num is first used, and there alone",
         outline + num(1, 0) + num(2, 0, start_override(0, 1) + start_override(1, 1)), "1:0 1:1 1:1 2:1 2:1 2:0 2:1",
         "1 1.1 1.2 1.1 1.2 2 2.1"},
        {"a start override of another level changes nothing", outline + num(1, 0) + num(2, 0, start_override(0, 1)),
         "1:0 1:1 1:1 2:1", "1 1.1 1.2 1.3"},
        {"a start override holds whenever the level starts anew", outline + num(1, 0, start_override(1, 4)),
         "1:0 1:1 1:1 1:0 1:1", "1 1.4 1.5 2 2.4"},
        {"a start override of a skipped level", outline + num(1, 0, start_override(0, 3)), "1:1 1:0", "1.1 3"},
        {"a level override replaces the level",
         outline + num(1, 0, override_level(0, level(0, "upperRoman", "%1:"))) + num(2, 0), "1:0 1:0 2:0 1:1",
         "I: II: 3 III.1"},
        {"a level override with a start",
         outline + num(1, 0) +
             num(2, 0, override_level(0, "<w:startOverride w:val=\"3\"/>" + level(0, "upperLetter", "%1)", "", 9))),
         "1:0 2:0 2:0", "1 C) D)"},
        {"w:lvlRestart 0 never starts anew",
         abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>")) + num(1, 0),
         "1:0 1:1 1:1 1:0 1:1", "1 1. 2. 2 3."},
        {"w:lvlRestart 1 starts anew after the first level alone",
         abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") +
                         level(2, "decimal", "%3)", "<w:lvlRestart w:val=\"1\"/>")) +
             num(1, 0),
         "1:0 1:1 1:2 1:1 1:2 1:0 1:1 1:2", "1 1.1 1) 1.2 2) 2 2.1 1)"},
        {"w:lvlRestart of a level that is not above is ignored",
         abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"8\"/>")) + num(1, 0),
         "1:0 1:1 1:0 1:1", "1 1. 2 1."},
        {"w:isLgl writes all numbers in decimal",
         abstract(0, level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                         level(2, "lowerLetter", "%1.%2.%3", "<w:isLgl w:val=\"0\"/>")) +
             num(1, 0),
         "1:0 1:0 1:1 1:2", "I. II. 2.1 II.1.a"},
        {"bullets count too: a level below one starts anew",
         abstract(0, level(0, "bullet", "-") + level(1, "decimal", "%2.")) + num(1, 0), "1:0 1:1 1:1 1:0 1:1",
         "- 1. 2. - 1."},
        {"a number of a bullet level is not printed",
         abstract(0, level(0, "bullet", "-") + level(1, "decimal", "%1.%2")) + num(1, 0), "1:0 1:1", "- .1"},
        {"a level below its own is not printed", abstract(0, level(0, "decimal", "%1.%2")) + num(1, 0), "1:0", "1."},
        {"a level that nothing defines counts from 1",
         abstract(0, level(0, "decimal", "%1") + level(2, "decimal", "%1.%2.%3")) + num(1, 0), "1:0 1:2 1:1 1:2",
         "1 1.1.1 - 1.1.2"},
        {"id 0 and unknown ids and levels are not numbered", outline + num(1, 0) + num(3, 99) + num(0, 0),
         "0:0 2:0 3:0 1:7 1: :1 1:0", "- - - - 1 - 2"},
        {"levels are clamped", outline + num(1, 0), "1:-5 1:-2147483648 1:12 1:2147483647", "1 2 - -"},
        {"a single-level list has one level",
         abstract(0, "<w:multiLevelType w:val=\"singleLevel\"/>" + level(0, "decimal", "%1.")) + num(1, 0),
         "1:0 1:3 1:0", "1. 2. 3."},
    };
    for (const auto& row : rows) {
        CAPTURE(row.what);
        CHECK(labels(row.numbering, row.paragraphs) == row.expected);
    }
}

TEST_CASE("numbers are written in the format of their level") {
    const struct {
        const char* format;
        int number;
        const char* expected;
    } rows[] = {
        {"decimal", 1, "1"},
        {"decimal", 999'999, "999999"},
        {"decimalZero", 9, "09"},
        {"decimalZero", 10, "10"},
        {"decimalZero", 100, "100"},
        {"lowerLetter", 1, "a"},
        {"lowerLetter", 26, "z"},
        {"lowerLetter", 27, "aa"},
        {"lowerLetter", 53, "aaa"},
        {"upperLetter", 28, "BB"},
        {"upperLetter", 780, "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ"},
        {"upperLetter", 781, "781"},
        {"lowerLetter", 0, "0"},
        {"lowerRoman", 1, "i"},
        {"lowerRoman", 4, "iv"},
        {"upperRoman", 9, "IX"},
        {"upperRoman", 1994, "MCMXCIV"},
        {"upperRoman", 4999, "MMMMCMXCIX"},
        {"upperRoman", 1'000'000, "1000000"},
        {"upperRoman", 0, "0"},
        {"ordinal", 2, "2"},
        {"cardinalText", 3, "3"},
        {"ordinalText", 3, "3"},
        {"chineseCounting", 3, "3"},
        {"none", 3, ""},
        {"", 3, "3"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.format);
        CAPTURE(row.number);
        CHECK(labels(abstract(0, level(0, row.format, "%1", "", row.number)) + num(1, 0), "1:0") == row.expected);
    }
}

TEST_CASE("a label is the level's text with its numbers") {
    const struct {
        const char* text;
        const char* expected;
    } rows[] = {
        {"%1.", "7."},          {"Artikel %1 ", "Artikel 7"},
        {" (%1)\t", "(7)"},     {"%", "%"},
        {"%0%1%", "%07%"},      {"%%1", "%7"},
        {"%10", "70"},          {"%9", ""},
        {"Bijlage", "Bijlage"}, {"", ""},
        {"%1&#xA0;", "7"},      {"e&#x301;", "\u00E9"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(labels(abstract(0, level(0, "decimal", row.text, "", 7)) + num(1, 0), "1:0") == row.expected);
    }
}

TEST_CASE("Word's custom formats with leading zeros are read; others by their fallback") {
    const auto custom = [](const std::string& example) {
        return "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt "
               "w:val=\"custom\" w:format=\"" +
               example +
               "\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"upperRoman\"/></mc:Fallback></mc:AlternateContent>"
               "<w:lvlText w:val=\"%1\"/></w:lvl>";
    };
    CHECK(labels(abstract(0, custom("0001, 0002, 0003, ...")) + num(1, 0), "1:0 1:0") == "0003 0004");
    CHECK(labels(abstract(0, custom("&#x430;, &#x439;, ...")) + num(1, 0), "1:0 1:0") == "III IV");
}

TEST_CASE("styles bring their numbering along") {
    // Word's multilevel list for headings: each style names the list, each level names its style.
    const std::string headings =
        abstract(0, level(0, "decimal", "%1", "<w:pStyle w:val=\"Kop1\"/>") +
                        level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Kop2\"/>") +
                        level(2, "decimal", "%1.%2.%3", "<w:pStyle w:val=\"Kop3\"/>")) +
        num(1, 0) + abstract(1, level(0, "lowerLetter", "%1)") + level(1, "lowerRoman", "%2)")) + num(2, 1);
    const std::string styles = style("Kop1", num_id(1)) + style("Kop2", ilvl(1) + num_id(1)) +
                               style("Kop3", num_id(1)) +  // its level is told by the list alone
                               style("SWVKop", "", "Kop3") + style("KopZonder", num_id(0), "Kop1") +
                               style("Lijst", num_id(2)) + style("Lijst2", ilvl(1), "Lijst");
    const struct {
        const char* paragraphs;
        const char* expected;
    } rows[] = {
        {"Kop1 Kop2 Kop2 Kop3 Kop1 Kop2", "1 1.1 1.2 1.2.1 2 2.1"},
        {"Kop1 KopZonder Kop1", "1 - 2"},
        {"Kop1 Kop2 SWVKop Kop3", "1 1.1 1.1.1 1.1.2"},
        {"Lijst Lijst2 Lijst2 Lijst", "a) i) ii) b)"},
        {"Kop1 Kop1+0:0 Kop1+2:0 Kop2", "1 - a) 1.1"},
        {"Kop1 Kop1+:1 Kop2+2: Onbekend", "1 1.1 i) -"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.paragraphs);
        CHECK(labels(headings, row.paragraphs, styles) == row.expected);
    }
}

TEST_CASE("a definition that names a numbering style has that style's levels and its own count") {
    const std::string styles =
        "<w:style w:type=\"numbering\" w:styleId=\"Hoofdstukken\"><w:pPr><w:numPr><w:numId "
        "w:val=\"1\"/></w:numPr></w:pPr>"
        "</w:style><w:style w:type=\"numbering\" w:styleId=\"Rond\"><w:pPr><w:numPr><w:numId "
        "w:val=\"3\"/></w:numPr></w:pPr>"
        "</w:style>";
    const std::string numbering =
        abstract(0, "<w:styleLink w:val=\"Hoofdstukken\"/>" + level(0, "decimal", "%1.")) +
        abstract(1, "<w:numStyleLink w:val=\"Hoofdstukken\"/>") + abstract(2, "<w:numStyleLink w:val=\"Rond\"/>") +
        abstract(3, "<w:numStyleLink w:val=\"Nergens\"/>") + num(1, 0) + num(2, 1) + num(3, 2) + num(4, 3);
    CHECK(labels(numbering, "2:0 2:0 1:0 3:0 4:0", styles) == "1. 2. 1. - -");
}

TEST_CASE("bullets are read in the font of their level") {
    const struct {
        const char* what;
        std::string rest;
        const char* text;
        const char* expected;
        std::optional<bool> tick;
    } rows[] = {
        {"Symbol's bullet", "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr>", "&#xF0B7;", "•", {}},
        {"Wingdings' square", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>", "&#xF0A7;", "▪", {}},
        {"Wingdings' mark", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>", "&#xF0FC;", "✓", {}},
        {"Wingdings' empty box", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>", "&#xF0A8;", "☐", false},
        {"Wingdings' ticked box by letter", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>", "þ", "☒", true},
        {"a letter", "<w:rPr><w:rFonts w:ascii=\"Courier New\"/></w:rPr>", "o", "o", {}},
        {"no font named", "", "&#xF0B7;", "•", {}},
        {"a dash", "", "- ", "-", {}},
        {"a Unicode box", "", "☐", "☐", false},
        {"a Unicode square", "", "■", "■", {}},
        {"a picture", "<w:lvlPicBulletId w:val=\"0\"/>", "&#xF0B7;", "•", {}},
        {"a blank", "", " ", "", {}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.what);
        Numbering numbering = numbering_of(abstract(0, level(0, "bullet", row.text, row.rest)) + num(1, 0));
        const auto label = numbering.next({1, 0}, {}, "");
        REQUIRE(label);
        CHECK(*label == NumberLabel{0, false, row.expected, row.tick});
    }
}

TEST_CASE("a label knows its level and whether it counts") {
    Numbering numbering = numbering_of(outline + abstract(1, level(0, "none", "")) + num(1, 0) + num(2, 1));
    CHECK(numbering.next({1, 2}, {}, "") == NumberLabel{2, true, "1.1.1", {}});
    CHECK(numbering.next({2, 0}, {}, "") == NumberLabel{0, false, "", {}});
}

TEST_CASE("a copy counts by itself") {
    const Numbering fresh = numbering_of(outline + num(1, 0));
    Numbering body = fresh, note = fresh;
    CHECK(body.next({1, 0}, {}, "")->text == "1");
    CHECK(body.next({1, 0}, {}, "")->text == "2");
    CHECK(note.next({1, 0}, {}, "")->text == "1");
    CHECK_FALSE(Numbering().next({1, 0}, {}, ""));
}

TEST_CASE("wild numbering is survived") {
    CHECK(labels(abstract(0, level(0, "decimal", "%1", "", 2147483647)) + num(1, 0), "1:0 1:0") ==
          "999999999 999999999");
    CHECK(labels(abstract(0, level(0, "decimal", "%1", "", -7)) + num(1, 0), "1:0") == "0");
    CHECK(labels("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483648\"/>"
                 "<w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>" +
                     num(1, 0),
                 "1:0") == "0");
    CHECK(labels(abstract(0, level(-1, "decimal", "x") + level(9, "decimal", "x")) + num(1, 0), "1:0 1:8") == "- -");
    CHECK(labels("<w:abstractNum/><w:num/><w:num w:numId=\"1\"/>" + num(2, -1), "1:0 2:0") == "- -");

    std::string flood;
    for (int i = 0; i < 1000; ++i) flood += "%1";
    const std::string flooded = labels(abstract(0, level(0, "upperRoman", flood, "", 4888)) + num(1, 0), "1:0");
    CHECK(flooded.size() == Limits().list_label_bytes);
}
