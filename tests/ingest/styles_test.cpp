#include "ingest/docx/styles.h"

#include <doctest/doctest.h>

#include "ingest/docx/xml.h"

using namespace sop;
using namespace sop::docx;

namespace {

Styles styles_of(const std::string& content) {
    const XmlPart part = parse_xml(
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content + "</w:styles>",
        "word/styles.xml", Limits());
    return Styles(part.root(), Limits());
}

std::string paragraph_style(const std::string& id, const std::string& name, const std::string& rest = "") {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + rest +
           "</w:style>";
}

std::string based_on(const std::string& id) { return "<w:basedOn w:val=\"" + id + "\"/>"; }

std::string outline(int level) { return "<w:pPr><w:outlineLvl w:val=\"" + std::to_string(level) + "\"/></w:pPr>"; }

RunFormat run_format(const std::string& content) {
    const XmlPart part = parse_xml(
        "<w:rPr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content + "</w:rPr>", "p",
        Limits());
    return read_run_format(part.root());
}

}  // namespace

TEST_CASE("a style's name says what it is, whatever its id") {
    const struct {
        const char* name;
        int heading;
        Role role;
        bool is_list;
        int list_level = 0;
    } rows[] = {
        {"heading 1", 1, Role::body, false},
        {"Heading 2", 2, Role::body, false},
        {"HEADING 9", 9, Role::body, false},
        {" heading  3 ", 3, Role::body, false},
        {"heading 1,Kop A", 1, Role::body, false},
        {"Kop 1", 1, Role::body, false},
        {"kop4", 4, Role::body, false},
        {"heading 10", 0, Role::body, false},
        {"heading", 0, Role::body, false},
        {"heading 1 Char", 0, Role::body, false},
        {"Koptekst", 0, Role::body, false},
        {"Kop 0", 0, Role::body, false},
        {"Title", 0, Role::title, false},
        {"Titel", 0, Role::title, false},
        {"Title page", 0, Role::body, false},
        {"Subtitle", 0, Role::body, false},
        {"toc 1", 0, Role::toc, false},
        {"TOC Heading", 0, Role::toc, false},
        {"Inhopg 2", 0, Role::toc, false},
        {"Contents 3", 0, Role::toc, false},
        {"table of figures", 0, Role::toc, false},
        {"caption", 0, Role::caption, false},
        {"Bijschrift", 0, Role::caption, false},
        {"List Paragraph", 0, Role::body, true},
        {"List Bullet 2", 0, Role::body, true, 1},
        {"List Number", 0, Role::body, true},
        {"Lijstalinea", 0, Role::body, true},
        {"Opsomming 1", 0, Role::body, true},
        {"Normal", 0, Role::body, false},
        {"", 0, Role::body, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        const Styles styles = styles_of(paragraph_style("a", row.name));
        const ResolvedStyle& style = styles.paragraph("a");
        CHECK(style.heading == row.heading);
        CHECK(style.role == row.role);
        CHECK(style.is_list == row.is_list);
        CHECK(style.list_level == row.list_level);
        CHECK(style.outline_level == (row.heading > 0 ? std::optional(row.heading - 1) : std::nullopt));
    }
}

TEST_CASE("a style is what it is based on, until its own name or outline level says otherwise") {
    const struct {
        const char* what;
        std::string style;
        int heading;
        std::optional<int> outline_level;
        Role role;
    } rows[] = {
        {"based on a heading", paragraph_style("x", "SWV kop", based_on("h2")), 2, 1, Role::body},
        {"two steps from a heading",
         paragraph_style("y", "SWV", based_on("h2")) + paragraph_style("x", "SWV klein", based_on("y")), 2, 1,
         Role::body},
        {"outline level of its own", paragraph_style("x", "Hoofdstuk", based_on("h2") + outline(0)), 1, 0, Role::body},
        {"body text on a heading", paragraph_style("x", "Geen kop", based_on("h2") + outline(9)), 0, 9, Role::body},
        {"a heading by its level alone", paragraph_style("x", "Paragraafkop", outline(2)), 0, 2, Role::body},
        {"a wild outline level", paragraph_style("x", "Paragraafkop", outline(77)), 0, 9, Role::body},
        {"Word's heading with another level", paragraph_style("x", "heading 3", outline(0)), 3, 2, Role::body},
        {"a Dutch heading with another level", paragraph_style("x", "Kop 3", outline(0)), 1, 0, Role::body},
        {"a heading on a heading", paragraph_style("x", "heading 4", based_on("h2")), 4, 3, Role::body},
        {"heading of the contents", paragraph_style("x", "TOC Heading", based_on("h2")), 0, {}, Role::toc},
        {"on the heading of the contents",
         paragraph_style("y", "TOC Heading", based_on("h2")) +
             paragraph_style("x", "Inhoud", based_on("y") + outline(0)),
         0,
         {},
         Role::toc},
        {"contents in outline view", paragraph_style("x", "toc 1", outline(0)), 0, {}, Role::toc},
        {"Word 2003's title", paragraph_style("x", "Title", outline(0)), 0, {}, Role::title},
        {"on the title",
         paragraph_style("y", "Title") + paragraph_style("x", "Titelblad", based_on("y")),
         0,
         {},
         Role::title},
        {"section named after the title",
         paragraph_style("y", "Title") + paragraph_style("x", "Deel", based_on("y") + outline(0)), 0, 0, Role::body},
        {"Word 2003's subtitle", paragraph_style("x", "Subtitle", outline(1)), 0, {}, Role::body},
    };
    for (const auto& row : rows) {
        CAPTURE(row.what);
        const Styles styles = styles_of(row.style + paragraph_style("h2", "heading 2"));
        const ResolvedStyle& style = styles.paragraph("x");
        CHECK(style.heading == row.heading);
        CHECK(style.outline_level == row.outline_level);
        CHECK(style.role == row.role);
    }
}

TEST_CASE("paragraphs without a known style have the default paragraph style") {
    const Styles styles = styles_of(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standaard\"><w:name w:val=\"Normal\"/>"
        "<w:rPr><w:sz w:val=\"22\"/></w:rPr></w:style>" +
        paragraph_style("Kop1", "heading 1") +
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"c\"><w:rPr><w:i/></w:rPr></w:style>"
        "<w:style w:styleId=\"untyped\"><w:name w:val=\"heading 2\"/></w:style>");
    CHECK(styles.paragraph("").name == "Normal");
    CHECK(styles.paragraph("nergens").run.half_points == 22);
    CHECK(styles.paragraph("c").name == "Normal");
    CHECK(styles.paragraph("Kop1").heading == 1);
    CHECK(styles.paragraph("untyped").heading == 2);
    CHECK(styles.character("").italic == true);
    CHECK(styles.knows("Kop1"));
    CHECK_FALSE(styles.knows("nergens"));
    CHECK_FALSE(styles.knows("c"));
    CHECK(Styles().paragraph("Kop1").heading == 0);
}

TEST_CASE("run formats come from the defaults, then down the chain") {
    const Styles styles = styles_of(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault>"
        "</w:docDefaults>" +
        paragraph_style("a", "A", "<w:rPr><w:b/><w:i/><w:sz w:val=\"28\"/></w:rPr>") +
        paragraph_style("b", "B", based_on("a") + "<w:rPr><w:b w:val=\"0\"/><w:u w:val=\"single\"/></w:rPr>"));
    RunFormat expected;
    expected.font = "Calibri";
    expected.half_points = 22;
    CHECK(styles.paragraph("").run == expected);
    expected.half_points = 28;
    expected.bold = false;
    expected.italic = expected.underlined = true;
    CHECK(styles.paragraph("b").run == expected);
}

TEST_CASE("toggle properties of two levels cancel out, unless the defaults set them") {
    const struct {
        const char* defaults;
        const char* paragraph;
        const char* character;
        std::optional<bool> bold, struck, underlined;
    } rows[] = {
        {"", "", "", {}, {}, {}},
        {"", "<w:b/>", "", true, {}, {}},
        {"", "", "<w:b/>", true, {}, {}},
        {"", "<w:b/>", "<w:b/>", false, {}, {}},
        {"", "<w:b/>", "<w:b w:val=\"0\"/>", true, {}, {}},
        {"", "<w:b w:val=\"0\"/>", "<w:b/>", true, {}, {}},
        {"<w:b/>", "", "<w:b/>", true, {}, {}},
        {"<w:b/>", "<w:b/>", "<w:b/>", true, {}, {}},
        {"", "<w:strike/>", "<w:strike/>", {}, false, {}},
        {"", "<w:u w:val=\"single\"/>", "<w:u w:val=\"single\"/>", {}, {}, true},
        {"", "<w:u w:val=\"single\"/>", "<w:u w:val=\"none\"/>", {}, {}, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.defaults);
        CAPTURE(row.paragraph);
        CAPTURE(row.character);
        const Styles styles =
            styles_of("<w:docDefaults><w:rPrDefault><w:rPr>" + std::string(row.defaults) +
                      "</w:rPr></w:rPrDefault></w:docDefaults>" +
                      paragraph_style("p", "P", "<w:rPr>" + std::string(row.paragraph) + "</w:rPr>") +
                      "<w:style w:type=\"character\" w:styleId=\"c\"><w:rPr>" + row.character + "</w:rPr></w:style>");
        RunFormat format = styles.paragraph("p").run;
        styles.apply_style(format, styles.character("c"));
        CHECK(format.bold == row.bold);
        CHECK(format.struck == row.struck);
        CHECK(format.underlined == row.underlined);
    }
}

TEST_CASE("direct formatting says how a run looks") {
    const struct {
        const char* xml;
        unsigned bits;
    } rows[] = {
        {"", plain},
        {"<w:b/>", bold},
        {"<w:b w:val=\"0\"/>", plain},
        {"<w:b w:val=\"false\"/>", plain},
        {"<w:b w:val=\"on\"/><w:i/>", bold | italic},
        {"<w:bCs/>", plain},
        {"<w:u w:val=\"double\"/>", underlined},
        {"<w:u w:val=\"none\"/>", plain},
        {"<w:u w:color=\"FF0000\"/>", plain},
        {"<w:strike/>", struck},
        {"<w:dstrike/>", struck},
        {"<w:strike/><w:dstrike w:val=\"0\"/>", struck},
        {"<w:vanish/>", hidden},
        {"<w:webHidden/>", plain},
        {"<w:specVanish/>", plain},
        {"<w:highlight w:val=\"yellow\"/>", highlighted},
        {"<w:highlight w:val=\"none\"/>", plain},
        {"<w:vertAlign w:val=\"superscript\"/>", superscript},
        {"<w:vertAlign w:val=\"subscript\"/>", subscript},
        {"<w:vertAlign w:val=\"baseline\"/>", plain},
        {"<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>", plain},
    };
    for (const auto& row : rows) {
        CAPTURE(row.xml);
        CHECK(run_format(row.xml).bits() == row.bits);
    }
}

TEST_CASE("the font is that of Latin letters; a font of the theme is none to name") {
    const struct {
        const char* attributes;
        std::optional<std::string> font;
    } rows[] = {
        {"w:ascii=\"Wingdings\" w:hAnsi=\"Arial\"", "Wingdings"},
        {"w:hAnsi=\"Wingdings\"", "Wingdings"},
        {"w:ascii=\"Wingdings\" w:asciiTheme=\"minorHAnsi\"", ""},
        {"w:eastAsia=\"MS Gothic\"", {}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.attributes);
        CHECK(run_format("<w:rFonts " + std::string(row.attributes) + "/>").font == row.font);
    }
    CHECK(run_format("<w:sz w:val=\"24\"/>").half_points == 24);
    CHECK_FALSE(run_format("<w:sz w:val=\"groot\"/>").half_points);
}

TEST_CASE("numbering comes down the chain, id and level each by itself") {
    const auto numbering = [](const std::string& content) {
        return "<w:pPr><w:numPr>" + content + "</w:numPr></w:pPr>";
    };
    const Styles styles =
        styles_of(paragraph_style("a", "A", numbering("<w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/>")) +
                  paragraph_style("b", "B", based_on("a") + numbering("<w:ilvl w:val=\"2\"/>")) +
                  paragraph_style("c", "C", based_on("b") + numbering("<w:numId w:val=\"0\"/>")) +
                  "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:pPr><w:numPr><w:numId "
                  "w:val=\"7\"/></w:numPr></w:pPr></w:style>");
    CHECK(styles.paragraph("a").numbering.num_id == 5);
    CHECK(styles.paragraph("b").numbering.num_id == 5);
    CHECK(styles.paragraph("b").numbering.level == 2);
    CHECK(styles.paragraph("b").numbering_style == "a");
    CHECK(styles.paragraph("c").numbering.num_id == 0);
    CHECK(styles.numbering_of("n") == 7);
    CHECK_FALSE(styles.numbering_of("a"));
}

TEST_CASE("cycles, long chains and floods of styles end") {
    const Styles cycle =
        styles_of(paragraph_style("a", "heading 1", based_on("b")) + paragraph_style("b", "B", based_on("a")) +
                  paragraph_style("c", "C", based_on("c")) + paragraph_style("d", "D", based_on("?")));
    CHECK(cycle.paragraph("a").heading == 1);
    CHECK(cycle.paragraph("c").name == "C");
    CHECK(cycle.paragraph("d").name == "D");

    std::string chain;
    for (int i = 40'000; i > 0; --i)
        chain += paragraph_style("s" + std::to_string(i), "S", based_on("s" + std::to_string(i - 1)));
    const Styles styles = styles_of(chain);
    CHECK(styles.knows("s40000"));
    CHECK_FALSE(styles.knows("s1"));
}
