#include "ingest/document.h"

#include <doctest/doctest.h>

using namespace sop;

namespace {

Text text(std::string content, std::uint16_t style = plain, ControlIndex control = no_control) {
    return {std::move(content), style, control};
}

Block paragraph(std::vector<Inline> inlines) {
    Paragraph item;
    item.inlines = std::move(inlines);
    return {item};
}

Block item(int level, std::string label, std::string content) {
    Paragraph item;
    item.list = ListMark{level, label != "•", std::move(label)};
    item.inlines = {text(std::move(content))};
    return {item};
}

Cell cell(int column, std::vector<Block> blocks) {
    Cell item;
    item.column = column;
    item.blocks = std::move(blocks);
    return item;
}

// The lines of the body in the dump of a document that has only these blocks.
std::string dump(std::vector<Block> blocks, std::vector<Control> controls = {}) {
    Document document;
    document.blocks = std::move(blocks);
    document.controls = std::move(controls);
    const std::string all = to_text(document);
    const auto body = all.find("body\n") + 5;
    const auto end = all.find("controls\n");
    return all.substr(body, end == std::string::npos ? end : end - body);
}

}  // namespace

TEST_CASE("plain text shows what is asked for") {
    const std::vector<Inline> inlines{text("Keuze: "),
                                      text("ja", struck),
                                      text("/"),
                                      text("ne", struck),
                                      text("e", struck | bold),
                                      text(" "),
                                      text("kies een datum", placeholder),
                                      text("geheim", hidden),
                                      Checkbox{true},
                                      text("aan"),
                                      LineBreak{},
                                      Checkbox{false},
                                      text("uit"),
                                      NoteMark{"footnote 2"},
                                      Picture{"logo"}};
    CHECK(plain_text(inlines) == "Keuze: ~~ja~~/~~nee~~ ☒ aan\n☐ uit");
    CHECK(plain_text(inlines, TextOf::value) == "Keuze: / ☒ aan\n☐ uit");
    CHECK(plain_text(inlines, TextOf::everything) == "Keuze: ja/nee kies een datumgeheim☒ aan\n☐ uit");
}

TEST_CASE("struck text at the end is closed, hidden tick boxes are left out") {
    CHECK(plain_text(std::vector<Inline>{text("weg", struck)}) == "~~weg~~");
    CHECK(plain_text(std::vector<Inline>{Checkbox{true, hidden}, Checkbox{true, struck}}) == "~~☒ ~~");
    CHECK(plain_text(std::vector<Inline>{Checkbox{true, struck}}, TextOf::value) == "");
}

TEST_CASE("plain text of blocks keeps paragraphs, list items, rows and cells apart") {
    Table table;
    table.rows.push_back(
        {false, {cell(0, {paragraph({text("a")}), item(0, "•", "b")}), cell(1, {paragraph({text("c")})})}});
    table.rows.push_back({false, {cell(0, {paragraph({text("d")})})}});
    CHECK(plain_text(std::vector<Block>{paragraph({text("een")}), item(0, "1.", "twee"), {table}}) ==
          "een\n- twee\na\n- b\tc\nd");
}

TEST_CASE("the dump shows what a paragraph is and why") {
    Paragraph heading;
    heading.heading = 2;
    heading.heading_reason = HeadingReason::style;
    heading.number = "2.1";
    heading.inlines = {text("Visie", bold)};
    Paragraph title;
    title.role = Role::title;
    title.inlines = {text("Profiel")};
    CHECK(dump({{heading},
                {title},
                item(0, "•", "punt"),
                item(1, "b)", "letter"),
                paragraph({}),
                paragraph({text("vet", bold), text(" ")})}) ==
          "  heading 2 (style) \"2.1\" bold: Visie\n"
          "  title: Profiel\n"
          "  item 0 \"•\": punt\n"
          "  item 1 ordered \"b)\": letter\n"
          "  p\n"
          "  p bold: vet \n");
}

TEST_CASE("the dump shows inline content with what it means, on one line") {
    CHECK(dump({paragraph({text("a"), text("b", struck), text("c", struck | hidden), text("d", placeholder),
                           text("2", superscript), text("2)", subscript), text("2½", superscript), Checkbox{true},
                           Checkbox{false}, LineBreak{}, text("een\ttwee"), LineBreak{true}, NoteMark{"footnote 2"},
                           Picture{"het\nlogo"}})}) ==
          "  p: a~~b~~{hidden: ~~c~~}{prompt: d}²₂₎{super: 2½}[x] [ ]  ⏎ een ⇥ twee ⏎⏎ [^footnote 2][picture: het ⏎ "
          "logo]\n");
}

TEST_CASE("the dump shows form controls around their content, nested ones too") {
    Control outer;
    outer.kind = Control::Kind::group;
    Control inner;
    inner.name = "naam";
    inner.label = "Naam van de school";
    inner.value = "De Linde";
    inner.parent = 0;
    Control empty;
    empty.label = "Datum";
    empty.kind = Control::Kind::date;
    empty.is_empty = true;
    empty.options = {"ja", "nee"};
    Document document;
    document.blocks = {paragraph({text("x "), text("a", plain, 0), text("De ", plain, 1), text("Linde", bold, 1),
                                  text("b", plain, 0)}),
                       paragraph({text("kies", placeholder, 2)})};
    document.controls = {outer, inner, empty};
    CHECK(to_text(document) ==
          "metadata\n"
          "  format: docx\n"
          "body\n"
          "  p: x ⟨group: a⟨naam: De Linde⟩b⟩\n"
          "  p: ⟨Datum: {prompt: kies}⟩\n"
          "controls\n"
          "  0 group\n"
          "  1 rich_text in 0 name \"naam\" label \"Naam van de school\" = \"De Linde\"\n"
          "  2 date label \"Datum\" empty of \"ja\", \"nee\"\n");
}

TEST_CASE("a table shows its rows and cells with their place and spans") {
    Cell wide = cell(0, {paragraph({text("kop")})});
    wide.column_span = 2;
    wide.row_span = 3;
    wide.is_header = true;
    Table inner;
    inner.columns = 1;
    inner.ordinal = 2;
    inner.rows.push_back({false, {cell(0, {paragraph({text("binnen")})})}});
    Table table;
    table.columns = 3;
    table.ordinal = 1;
    table.origin.path = "body/tbl[1]";
    table.rows.push_back({true, {wide, cell(2, {{inner}})}});
    CHECK(dump({{table}}) ==
          "  table 1: 3 columns (body/tbl[1])\n"
          "    row header\n"
          "      0+1 v3 header\n"
          "        p: kop\n"
          "      2\n"
          "        table 2: 1 column\n"
          "          row\n"
          "            0\n"
          "              p: binnen\n");
}

TEST_CASE("stories and diagnostics follow the body") {
    Document document;
    document.metadata.title = "Profiel";
    document.metadata.pages = 3;
    Story note;
    note.kind = Story::Kind::footnote;
    note.id = "footnote 2";
    note.blocks = {paragraph({text("noot")})};
    Story header;
    header.id = "word/header1.xml";
    document.stories = {note, header};
    Diagnostic diagnostic{"OPEN_WIJZIGINGEN", Severity::warning, "Er staan wijzigingen open.", {}, 2};
    diagnostic.origin.path = "body/p[1]";
    document.diagnostics = {diagnostic};
    CHECK(to_text(document) ==
          "metadata\n"
          "  format: docx\n"
          "  pages: 3\n"
          "  title: Profiel\n"
          "body\n"
          "footnote 2\n"
          "  p: noot\n"
          "header word/header1.xml\n"
          "diagnostics\n"
          "  warning OPEN_WIJZIGINGEN ×2 (body/p[1]): Er staan wijzigingen open.\n");
}

TEST_CASE("a control index that points nowhere or in a circle is harmless") {
    Control loop;
    loop.parent = 0;
    CHECK(dump({paragraph({text("a", plain, 7)})}) == "  p: a\n");
    CHECK(dump({paragraph({text("a", plain, 0)})}, {loop}).find("a") != std::string::npos);
}
