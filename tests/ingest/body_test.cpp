// What the DOCX reader keeps of a document: the XML and what comes out of it on one page.
#include <doctest/doctest.h>

#include "ingest/docx/docx.h"
#include "tests/support/docx_builder.h"

using namespace sop;
using test::Parts;

namespace {

// Body of a document, one line a paragraph or row, "|" between cells, nested blocks between { and }.
std::string sketch(const std::vector<Inline>& inlines) {
    std::string out;
    for (const Inline& content : inlines) {
        if (const auto* text = std::get_if<Text>(&content)) {
            if (text->style & struck) out += "~";
            if (text->style & hidden) out += "?";
            if (text->style & placeholder) out += "!";
            out += text->text;
        } else if (const auto* box = std::get_if<Checkbox>(&content)) {
            out += box->checked ? "[x]" : "[ ]";
        } else if (std::holds_alternative<LineBreak>(content)) {
            out += "/";
        } else if (const auto* note = std::get_if<NoteMark>(&content)) {
            out += "^" + note->id + "^";
        } else if (const auto* picture = std::get_if<Picture>(&content)) {
            out += "<" + picture->description + ">";
        }
    }
    return out;
}

std::string sketch(const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (!out.empty()) out += "\n";
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            if (paragraph->heading > 0) out += "#" + std::to_string(paragraph->heading) + " ";
            if (!paragraph->number.empty()) out += "(" + paragraph->number + ") ";
            if (paragraph->role == Role::toc) out += "toc ";
            if (paragraph->list)
                out +=
                    std::string(static_cast<std::size_t>(paragraph->list->level), ' ') + paragraph->list->label + " ";
            out += sketch(paragraph->inlines);
            continue;
        }
        const auto& table = std::get<Table>(block.content);
        out += "{";
        for (const Row& row : table.rows) {
            out += &row == &table.rows.front() ? "" : "\n";
            if (row.is_header) out += "=";
            for (const Cell& cell : row.cells) {
                out += &cell == &row.cells.front() ? "" : "|";
                if (cell.column_span > 1) out += "c" + std::to_string(cell.column_span) + ":";
                if (cell.row_span > 1) out += "r" + std::to_string(cell.row_span) + ":";
                out += sketch(cell.blocks);
            }
        }
        out += "}";
    }
    return out;
}

Document read(const std::string& body, const Parts& parts = {}) { return read_docx(test::docx(body, parts), {}); }

std::string body_of(const std::string& body, const Parts& parts = {}) {
    const Document document = read(body, parts);
    return sketch(document.blocks);
}

std::string p(const std::string& runs) { return "<w:p>" + runs + "</w:p>"; }
std::string r(const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }
std::string tc(const std::string& text, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(r(text)) + "</w:tc>";
}
std::string tr(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }

}  // namespace

TEST_CASE("runs that look alike are one text, and blanks between them stay") {
    const Document document = read(p(r("onder") + r("steunings") + r(" ") + r("profiel")));
    const auto& paragraph = std::get<Paragraph>(document.blocks.at(0).content);
    REQUIRE(paragraph.inlines.size() == 1);
    CHECK(std::get<Text>(paragraph.inlines[0]).text == "ondersteunings profiel");
    CHECK(paragraph.origin.path == "body/p[1]");
}

TEST_CASE("inline content comes out once, in order, deleted content does not") {
    struct Case {
        const char* name;
        std::string body;
        std::string expected;
    };
    const std::string del = "<w:del w:id=\"1\"><w:r><w:delText>weg</w:delText></w:r></w:del>";
    const std::string moved = "<w:moveFrom w:id=\"1\">" + r("weg") + "</w:moveFrom>";
    const std::vector<Case> cases = {
        {"inserted", p(r("a") + "<w:ins w:id=\"1\">" + r("b") + "</w:ins>" + del + r("c")), "abc"},
        {"moved", p(r("a") + moved + "<w:moveTo w:id=\"2\">" + r("b") + "</w:moveTo>"), "ab"},
        {"hyperlink and smart tag",
         p("<w:hyperlink>" + r("a") + "</w:hyperlink><w:smartTag>" + r("b") + "</w:smartTag>"), "ab"},
        {"tab, break, hyphen",
         p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"), "a\tb/c-d"},
        {"simple field", p("<w:fldSimple w:instr=\" DOCPROPERTY x \">" + r("a") + "</w:fldSimple>"), "a"},
        {"ruby", p("<w:r><w:ruby><w:rt>" + r("b") + "</w:rt><w:rubyBase>" + r("a") + "</w:rubyBase></w:ruby></w:r>"),
         "ab"},
        {"direction", p("<w:dir><w:bdo>" + r("a") + "</w:bdo></w:dir>"), "a"},
        {"math",
         p("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></"
           "m:oMath>"),
         "12"},
        {"text split by a comment", p("<w:r><w:t>a<!-- x -->b</w:t></w:r>"), "ab"},
        {"note mark", p(r("a") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), "a^footnote 2^"},
        {"struck and hidden",
         p("<w:r><w:rPr><w:strike/></w:rPr><w:t>nee</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"),
         "~nee?x"},
        {"blank paragraphs", p("") + p(r("  ")) + p(r("a")), "a"},
        {"runs outside a paragraph", r("a") + p(r("b")), "a\nb"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(body_of(c.body) == c.expected);
    }
}

TEST_CASE("a deleted paragraph mark joins two paragraphs, and the next one's properties stay") {
    const std::string deleted_mark = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
    CHECK(body_of(p(deleted_mark + r("een ")) + p(r("twee")) + p(r("drie"))) == "een twee\ndrie");
    CHECK(body_of(p(deleted_mark + r("een"))) == "een");
    const Document document =
        read(p(deleted_mark + "<w:del w:id=\"2\"><w:r><w:delText>x</w:delText></w:r></w:del>") + p(r("a")));
    CHECK(sketch(document.blocks) == "a");
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].code == "WIJZIGINGEN_BIJGEHOUDEN");
    CHECK(document.diagnostics[0].count == 2);
}

TEST_CASE("fields show their result and never their instruction") {
    const auto field_char = [](const char* kind) {
        return std::string("<w:r><w:fldChar w:fldCharType=\"") + kind + "\"/></w:r>";
    };
    const std::string instruction = "<w:r><w:instrText> REF x </w:instrText></w:r>";
    CHECK(body_of(p(field_char("begin") + instruction + r("geheim") + field_char("separate") + r("a") +
                    field_char("end") + r("b"))) == "ab");
    CHECK(body_of(p(field_char("begin") + instruction + field_char("end") + r("b"))) == "b");
    // A result over paragraphs, with a field in it.
    CHECK(body_of(p(field_char("begin") + instruction + field_char("separate") + r("a")) +
                  p(field_char("begin") + instruction + field_char("separate") + r("b") + field_char("end")) +
                  p(field_char("end") + r("c"))) == "a\nb\nc");
    // A begin without its end is no field: the text after it is not lost.
    CHECK(body_of(p(field_char("begin") + instruction + r("a")) + p(r("b"))) == "a\nb");
}

TEST_CASE("a table of contents is known as one, and the text after it is not part of it") {
    const std::string begin =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    const std::string end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    CHECK(body_of(p(begin + r("1 Visie 2")) + p(r("2 Grenzen 3")) + p(end + r("Visie"))) ==
          "toc 1 Visie 2\ntoc 2 Grenzen 3\nVisie");
    CHECK(
        body_of("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
                "<w:sdtContent>" +
                p(r("Inhoud")) + "</w:sdtContent></w:sdt>" + p(r("a"))) == "toc Inhoud\na");
}

TEST_CASE("content controls keep their text in its place at every level, and are fields at the same time") {
    const auto sdt = [](const std::string& properties, const std::string& content) {
        return "<w:sdt><w:sdtPr><w:alias w:val=\"Naam\"/><w:tag w:val=\"naam\"/>" + properties +
               "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    };
    struct Case {
        const char* name;
        std::string body;
        std::string expected;
        const char* value;
        Control::Kind kind;
        bool is_empty;
    };
    const std::string row = "<w:tbl>" + tr(tc("a") + sdt("<w:text/>", tc("De Brug")) + tc("c")) + "</w:tbl>";
    const std::vector<Case> cases = {
        {"run", p(r("School: ") + sdt("<w:text/>", r("De ") + r("Brug"))), "School: De Brug", "De Brug",
         Control::Kind::text, false},
        {"block", sdt("", p(r("een")) + p(r("twee"))), "een\ntwee", "een\ntwee", Control::Kind::rich_text, false},
        {"cell", row, "{a|De Brug|c}", "De Brug", Control::Kind::text, false},
        {"row", "<w:tbl>" + tr(tc("a") + tc("b")) + sdt("<w15:repeatingSection/>", tr(tc("c") + tc("d"))) + "</w:tbl>",
         "{a|b\nc|d}", "c\nd", Control::Kind::repeating, false},
        {"placeholder", p(r("School: ") + sdt("<w:showingPlcHdr/><w:text/>", r("Klik hier"))), "School: !Klik hier", "",
         Control::Kind::text, true},
        {"date", p(sdt("<w:date w:fullDate=\"2015-05-01T00:00:00Z\"/>", r("1 mei 2015"))), "1 mei 2015", "2015-05-01",
         Control::Kind::date, false},
        {"drop-down",
         p(sdt("<w:dropDownList><w:listItem w:displayText=\"Ja\" w:value=\"1\"/></w:dropDownList>", r("Ja"))), "Ja",
         "Ja", Control::Kind::drop_down, false},
        {"ticked box", p(sdt("<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", r("☐")) + r(" ja")), "[x] ja",
         "true", Control::Kind::checkbox, false},
        {"box in a cell of its own",
         "<w:tbl>" + tr(sdt("<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>", tc("☐")) + tc("b")) +
             "</w:tbl>",
         "{[ ]|b}", "false", Control::Kind::checkbox, false},
        {"box around a paragraph", sdt("<w14:checkbox><w14:checked/></w14:checkbox>", p(r("☒ ja"))), "[x] ja", "true",
         Control::Kind::checkbox, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const Document document = read(c.body);
        CHECK(sketch(document.blocks) == c.expected);
        REQUIRE(document.controls.size() == 1);
        CHECK(document.controls[0].value == c.value);
        CHECK(document.controls[0].kind == c.kind);
        CHECK(document.controls[0].is_empty == c.is_empty);
        CHECK(document.controls[0].name == "naam");
        CHECK(document.controls[0].label == "Naam");
    }
}

TEST_CASE("a bound control that shows its prompt has the bound value") {
    const Parts parts = {
        {"word/_rels/document.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"r1\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" "
         "Target=\"../customXml/item1.xml\"/></Relationships>"},
        {"customXml/_rels/item1.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"r1\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps\" "
         "Target=\"itemProps1.xml\"/></Relationships>"},
        {"customXml/itemProps1.xml",
         "<ds:datastoreItem ds:itemID=\"{ABCDEF00-0000-0000-0000-000000000000}\" "
         "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"/>"},
        {"customXml/item1.xml", "<x:root xmlns:x=\"urn:x\"><x:naam>een</x:naam><x:naam>De Brug</x:naam></x:root>"},
    };
    const std::string binding =
        "<w:dataBinding w:xpath=\"/ns0:root[1]/ns0:naam[2]\" "
        "w:storeItemID=\"{abcdef00-0000-0000-0000-000000000000}\"/><w:showingPlcHdr/><w:text/>";
    const Document document = read(
        p("<w:sdt><w:sdtPr>" + binding + "</w:sdtPr><w:sdtContent>" + r("Klik") + "</w:sdtContent></w:sdt>"), parts);
    CHECK(sketch(document.blocks) == "De Brug!Klik");
    CHECK(document.controls.at(0).value == "De Brug");
    CHECK_FALSE(document.controls[0].is_empty);
}

TEST_CASE("legacy form fields give their state, their entry and their text") {
    const auto field = [](const std::string& data, const std::string& result) {
        return p("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"v\"/>" + data +
                 "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar "
                 "w:fldCharType=\"separate\"/></w:r>" +
                 result + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r(" na"));
    };
    const std::string list = "<w:listEntry w:val=\"geen\"/><w:listEntry w:val=\"soms\"/>";
    struct Case {
        std::string data, result, expected, value;
        bool is_empty;
    };
    const std::vector<Case> cases = {
        {"<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>", "", "[x] na", "true", false},
        {"<w:checkBox><w:default w:val=\"1\"/></w:checkBox>", "", "[x] na", "true", false},
        {"<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>", "", "[ ] na", "false", false},
        {"<w:ddList><w:result w:val=\"1\"/>" + list + "</w:ddList>", "", "soms na", "soms", false},
        {"<w:ddList><w:default w:val=\"1\"/>" + list + "</w:ddList>", "", "soms na", "soms", false},
        {"<w:ddList>" + list + "</w:ddList>", "", "geen na", "geen", false},
        {"<w:textInput/>", r("De Brug"), "De Brug na", "De Brug", false},
        {"<w:textInput/>", r("\u2002\u2002\u2002\u2002\u2002"), "na", "", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.data);
        const Document document = read(field(c.data, c.result));
        CHECK(sketch(document.blocks) == c.expected);
        REQUIRE(document.controls.size() == 1);
        CHECK(document.controls[0].name == "v");
        CHECK(document.controls[0].value == c.value);
        CHECK(document.controls[0].is_empty == c.is_empty);
        CHECK(document.controls[0].options.size() == (c.data.starts_with("<w:ddList>") ? 2 : 0));
    }
}

TEST_CASE("a list keeps what could be chosen, as a reader sees it") {
    const Document document =
        read(p("<w:sdt><w:sdtPr><w:comboBox><w:listItem w:value=\"\"/><w:listItem w:displayText=\"Ja\" w:value=\"1\"/>"
               "<w:listItem w:value=\"Nee\"/></w:comboBox></w:sdtPr><w:sdtContent>" +
               r("Ja") + "</w:sdtContent></w:sdt>"));
    REQUIRE(document.controls.size() == 1);
    CHECK(document.controls[0].options == std::vector<std::string>{"", "Ja", "Nee"});
}

TEST_CASE("ticks come from symbols, symbol fonts, private use and Unicode alike") {
    const auto in_font = [](const char* font, const std::string& text) {
        return std::string("<w:r><w:rPr><w:rFonts w:ascii=\"") + font + "\" w:hAnsi=\"" + font + "\"/></w:rPr><w:t>" +
               text + "</w:t></w:r>";
    };
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>", "[x]"},
        {"<w:r><w:sym w:font=\"Wingdings\" w:char=\"00A8\"/></w:r>", "[ ]"},
        {"<w:r><w:sym w:font=\"MS Gothic\" w:char=\"2612\"/></w:r>", "[x]"},
        {in_font("Wingdings", "\u00FE"), "[x]"},
        {r("\uF0A8 ja"), "[ ] ja"},
        {r("☐ nee ☒ ja"), "[ ] nee [x] ja"},
        {in_font("Symbol", "\uF0B7") + r(" punt"), "• punt"},
        {in_font("Wingdings", "school"), "school"},
        {in_font("Wingdings", "llll"), "●●●●"},
    };
    for (const auto& [runs, expected] : cases) {
        CAPTURE(runs);
        CHECK(body_of(p(runs)) == expected);
    }
}

TEST_CASE("tables keep spans, merges, columns left out and nested tables") {
    const std::string span = "<w:gridSpan w:val=\"2\"/>", restart = "<w:vMerge w:val=\"restart\"/>",
                      go_on = "<w:vMerge/>";
    const auto table = [](const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; };
    struct Case {
        const char* name;
        std::string body, expected;
    };
    const std::string header = "<w:trPr><w:tblHeader/></w:trPr>", deleted = "<w:trPr><w:del w:id=\"1\"/></w:trPr>";
    const std::vector<Case> cases = {
        {"column span", table(tr(tc("a", span) + tc("b")) + tr(tc("c") + tc("d") + tc("e"))), "{c2:a|b\nc|d|e}"},
        {"vertical merge", table(tr(tc("a", restart) + tc("b")) + tr(tc("", go_on) + tc("c"))), "{r2:a|b\nc}"},
        {"text in a cell that goes on a merge is kept",
         table(tr(tc("a", restart) + tc("b")) + tr(tc("x", go_on) + tc("c"))), "{r2:a\nx|b\nc}"},
        {"a merge that nothing started", table(tr(tc("a", go_on) + tc("b"))), "{a|b}"},
        {"header row and deleted row", table(tr(header + tc("a")) + tr(deleted + tc("b")) + tr(tc("c"))), "{=a\nc}"},
        {"nested table", table(tr("<w:tc>" + p(r("a")) + table(tr(tc("b"))) + p("") + "</w:tc>")), "{a\n{b}}"},
        {"a cell without a paragraph", table(tr("<w:tc/>" + tc("b"))), "{|b}"},
        {"old horizontal merge", table(tr(tc("a", "<w:hMerge w:val=\"restart\"/>") + tc("", "<w:hMerge/>") + tc("b"))),
         "{c2:a|b}"},
        {"a span out of all bounds", table(tr(tc("a", "<w:gridSpan w:val=\"2000000000\"/>"))), "{c63:a}"},
        {"a negative span", table(tr(tc("a", "<w:gridSpan w:val=\"-4\"/>") + tc("b"))), "{a|b}"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(body_of(c.body) == c.expected);
    }
    const Document document = read(table(tr("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + tc("a"))));
    const auto& cell = std::get<Table>(document.blocks.at(0).content).rows.at(0).cells.at(0);
    CHECK(cell.column == 1);
    CHECK(cell.origin.path == "body/tbl[1]/tr[1]/tc[1]");
    CHECK(cell.origin.cell == CellPlace{1, 0, 1});
    CHECK(std::get<Paragraph>(cell.blocks.at(0).content).origin.path == "body/tbl[1]/tr[1]/tc[1]/p[1]");
}

TEST_CASE("a text box stands once, after its anchor, whichever half of it is read") {
    const std::string box = "<w:txbxContent>" + p(r("in de vorm")) + "</w:txbxContent>";
    CHECK(
        body_of(p(r("anker") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>" +
                  box + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" + box +
                  "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>") +
                p(r("na"))) == "anker\nin de vorm\nna");
    CHECK(body_of(p("<w:r><w:pict><v:shape><v:textbox>" + box + "</v:textbox></v:shape></w:pict></w:r>")) ==
          "in de vorm");
}

TEST_CASE("headings come from style names, outline levels and bold numbered paragraphs") {
    const Parts parts = {
        {"word/_rels/document.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"r1\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
         "Target=\"styles.xml\"/></Relationships>"},
        {"word/styles.xml",
         "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style "
         "w:type=\"paragraph\" "
         "w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" "
         "w:styleId=\"Eigen\"><w:name "
         "w:val=\"Eigen kop\"/><w:basedOn w:val=\"Kop1\"/></w:style></w:styles>"},
    };
    const auto styled = [](const char* style, const char* text) {
        return p(std::string("<w:pPr><w:pStyle w:val=\"") + style + "\"/></w:pPr>" + r(text));
    };
    CHECK(body_of(styled("Kop1", "Visie") + styled("Eigen", "Grenzen") + styled("Onbekend", "tekst"), parts) ==
          "#1 Visie\n#1 Grenzen\ntekst");
    CHECK(body_of(p("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" + r("Visie"))) == "#2 Visie");
    const auto bold = [](const std::string& text) {
        return p("<w:r><w:rPr><w:b/></w:rPr><w:t>" + text + "</w:t></w:r>");
    };
    CHECK(body_of(bold("1. Gegevens") + p(r("a")) + bold("2.1 Visie") + p(r("b")) + bold("Let op") +
                  bold("2015 was een goed jaar")) ==
          "#1 1. Gegevens\na\n#2 2.1 Visie\nb\nLet op\n2015 was een goed jaar");
    CHECK(body_of(bold("1. rust") + bold("2. reinheid") + bold("3. regelmaat") + bold("4. rij")) ==
          "1. rust\n2. reinheid\n3. regelmaat\n4. rij");
    const std::string long_text(400, 'a');
    CHECK(body_of(styled("Kop1", long_text.c_str()), parts) == long_text);
}

TEST_CASE("headers, footers, notes and comments are stories of their own") {
    const std::string namespaces = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relation = [&](const char* id, const char* kind, const char* target) {
        return std::string("<Relationship Id=\"") + id + "\" Type=\"" + type + kind + "\" Target=\"" + target + "\"/>";
    };
    const Parts parts = {
        {"word/_rels/document.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
             relation("a", "header", "header1.xml") + relation("b", "footnotes", "footnotes.xml") +
             relation("c", "comments", "comments.xml") + "</Relationships>"},
        {"word/header1.xml", "<w:hdr" + namespaces + ">" + p(r("kop")) + "</w:hdr>"},
        {"word/footnotes.xml", "<w:footnotes" + namespaces + "><w:footnote w:type=\"separator\" w:id=\"-1\">" +
                                   p(r("-")) + "</w:footnote><w:footnote w:id=\"2\">" + p(r("noot")) +
                                   "</w:footnote></w:footnotes>"},
        {"word/comments.xml",
         "<w:comments" + namespaces + "><w:comment w:id=\"0\">" + p(r("klopt dit?")) + "</w:comment></w:comments>"},
    };
    const Document document = read(p(r("tekst")), parts);
    REQUIRE(document.stories.size() == 3);
    CHECK(document.stories[0].kind == Story::Kind::header);
    CHECK(document.stories[0].id == "header1");
    CHECK(sketch(document.stories[0].blocks) == "kop");
    CHECK(document.stories[1].id == "footnote 2");
    CHECK(sketch(document.stories[1].blocks) == "noot");
    CHECK(document.stories[2].id == "comment 0");
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].code == "OPMERKINGEN");
}

TEST_CASE("box bullets are tick boxes where one of them is ticked, and bullets where none is") {
    const auto list = [](const std::string& id, const std::string& bullet) {
        return "<w:abstractNum w:abstractNumId=\"" + id +
               "\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"" + bullet +
               "\"/></w:lvl></w:abstractNum>";
    };
    const auto num = [](const std::string& id) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + id + "\"/></w:num>";
    };
    const Parts parts = {
        {"word/_rels/document.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"r1\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" "
         "Target=\"numbering.xml\"/></Relationships>"},
        {"word/numbering.xml",
         "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + list("1", "☐") +
             list("2", "☒") + num("1") + num("2") + "</w:numbering>"},
    };
    const auto item = [](const std::string& id, const std::string& text) {
        return p("<w:pPr><w:numPr><w:numId w:val=\"" + id + "\"/></w:numPr></w:pPr>" + r(text));
    };
    CHECK(body_of(item("1", "nee") + item("2", "ja"), parts) == " [ ]nee\n [x]ja");
    CHECK(body_of(item("1", "een") + item("1", "twee"), parts) == "☐ een\n☐ twee");
}

TEST_CASE("nesting without end is refused") {
    std::string body = p(r("a"));
    for (int i = 0; i < 40; ++i) body = "<w:tbl><w:tr><w:tc>" + body + "</w:tc></w:tr></w:tbl>";
    try {
        read(body);
        FAIL("accepted");
    } catch (const ConversionError& error) {
        CHECK(error.code() == ErrorCode::over_limit);
    }
}

TEST_CASE("more paragraphs, cells or text than a document can have are refused") {
    const auto is_refused = [](const std::string& body, const Limits& limits) {
        try {
            read_docx(test::docx(body, {}), limits);
            return false;
        } catch (const ConversionError& error) {
            return error.code() == ErrorCode::over_limit;
        }
    };
    Limits limits;
    limits.blocks = 7;
    const std::string row = "<w:tr><w:tc/><w:tc/></w:tr>";
    CHECK(!is_refused("<w:p/><w:tbl>" + row + row + "</w:tbl>", limits));
    CHECK(is_refused("<w:p/><w:p/><w:tbl>" + row + row + "</w:tbl>", limits));
    CHECK(is_refused("<w:tbl>" + row + row + "<w:tr/><w:tr/></w:tbl>", limits));
    limits = {};
    limits.text_bytes = 10;
    CHECK(!is_refused(p(r("12345")) + p(r("67890")), limits));
    CHECK(is_refused(p(r("12345")) + p(r("678901")), limits));
}

TEST_CASE("a damaged styles part is reported and the text still read") {
    const Parts parts = {
        {"word/_rels/document.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"r1\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
         "Target=\"styles.xml\"/></Relationships>"},
        {"word/styles.xml", "<w:styles><w:style"},
    };
    const Document document = read(p(r("tekst")), parts);
    CHECK(sketch(document.blocks) == "tekst");
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].code == "BESCHADIGD_DEEL");
    CHECK(document.diagnostics[0].origin.path == "word/styles.xml");
}
