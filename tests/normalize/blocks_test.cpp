#include "normalize/blocks.h"

#include <doctest/doctest.h>

#include <string>

namespace sop {
namespace {

Paragraph paragraph(std::string text, std::uint16_t style = plain) {
    Paragraph out;
    out.inlines.emplace_back(Text{std::move(text), style, no_control});
    return out;
}

Paragraph item(std::string text, int level = 0, bool ordered = false) {
    Paragraph out = paragraph(std::move(text));
    out.list = ListMark{level, ordered, ordered ? "1." : "•"};
    return out;
}

Paragraph heading(std::string text, int level, std::string number = {}) {
    Paragraph out = paragraph(std::move(text));
    out.heading = level;
    out.number = std::move(number);
    return out;
}

Paragraph boxes(std::initializer_list<std::pair<bool, const char*>> items) {
    Paragraph out;
    for (const auto& [checked, label] : items) {
        out.inlines.emplace_back(Checkbox{checked, plain, no_control});
        out.inlines.emplace_back(Text{label, plain, no_control});
    }
    return out;
}

Cell cell(int column, std::string text, int rows = 1, int columns = 1) {
    Cell out;
    out.column = column;
    out.row_span = rows;
    out.column_span = columns;
    out.blocks.push_back({paragraph(std::move(text))});
    return out;
}

std::vector<Blok> blocks_of(std::vector<Block> blocks) {
    LeftOuts left_out;
    return normalize_blocks(blocks, left_out);
}

TEST_CASE("a paragraph is trimmed, an empty one dropped") {
    const auto blocks = blocks_of({{paragraph("  een   twee ")}, {paragraph(" ")}, {Paragraph{}}});
    CHECK(blocks == std::vector<Blok>{Alinea{"een twee", std::nullopt}});
}

TEST_CASE("a heading inside a section keeps its level and printed number") {
    CHECK(blocks_of({{heading("Basiskwaliteit", 2, "3.1")}}) == std::vector<Blok>{Alinea{"3.1 Basiskwaliteit", 2}});
}

TEST_CASE("items that follow each other are one list") {
    const auto blocks =
        blocks_of({{item("een")}, {item("twee", 1)}, {item("drie")}, {paragraph("tussen")}, {item("vier")}});
    REQUIRE(blocks.size() == 3);
    CHECK(std::get<Lijst>(blocks[0]) == Lijst{false, {{0, "een"}, {1, "twee"}, {0, "drie"}}});
    CHECK(std::get<Lijst>(blocks[2]) == Lijst{false, {{0, "vier"}}});
}

TEST_CASE("a dash that was typed in an item of a list is no part of it") {
    LeftOuts left_out;
    CHECK(text_of(normalize_blocks({Block{item("- lezen")}, Block{item("rekenen - taal")}, Block{item("-")}},
                                   left_out)) == "- lezen\n- rekenen - taal\n- -");
}

TEST_CASE("a numbered list behind bullets is a list of its own, inside one it is not") {
    const auto blocks = blocks_of({{item("een")}, {item("twee", 1, true)}, {item("drie", 0, true)}});
    REQUIRE(blocks.size() == 2);
    CHECK(std::get<Lijst>(blocks[0]).items.size() == 2);
    CHECK(std::get<Lijst>(blocks[1]).geordend);
}

TEST_CASE("several boxes in a paragraph are several items, boxes that follow each other one list") {
    const auto blocks = blocks_of({{boxes({{true, "ja "}, {false, " nee"}})}, {boxes({{false, "anders"}})}});
    CHECK(blocks == std::vector<Blok>{Keuzelijst{{{"ja", true, 0}, {"nee", false, 0}, {"anders", false, 0}}}});
}

TEST_CASE("text before the first box stands before the list") {
    Paragraph mixed = paragraph("Protocol: ");
    mixed.inlines.emplace_back(Checkbox{true, plain, no_control});
    mixed.inlines.emplace_back(Text{"ja", plain, no_control});
    CHECK(blocks_of({{mixed}}) == std::vector<Blok>{Alinea{"Protocol:", std::nullopt}, Keuzelijst{{{"ja", true, 0}}}});
}

TEST_CASE("a hidden box makes no list") {
    Paragraph mixed = paragraph("tekst");
    mixed.inlines.emplace_back(Checkbox{true, hidden, no_control});
    CHECK(blocks_of({{mixed}}) == std::vector<Blok>{Alinea{"tekst", std::nullopt}});
}

TEST_CASE("a table keeps its spans and counts its header rows") {
    Table table;
    table.columns = 3;
    table.rows.push_back({true, {cell(0, "a"), cell(1, "b", 1, 2)}});
    table.rows.push_back({false, {cell(0, "c", 2), cell(1, "d"), cell(2, "e")}});
    table.rows.push_back({false, {cell(1, "f"), cell(2, "g")}});
    const auto blocks = blocks_of({{table}});
    const Tabel expected{
        1, {{{"a", 1, 1}, {"b", 1, 2}}, {{"c", 2, 1}, {"d", 1, 1}, {"e", 1, 1}}, {{"f", 1, 1}, {"g", 1, 1}}}};
    CHECK(blocks == std::vector<Blok>{expected});
}

TEST_CASE("a row that starts late or has a gap gets empty cells") {
    Table table;
    table.columns = 4;
    table.rows.push_back({false, {cell(1, "b")}});
    table.rows.push_back({false, {cell(0, "a"), cell(3, "d")}});
    const auto blocks = blocks_of({{table}});
    const Tabel expected{0, {{{"", 1, 1}, {"b", 1, 1}, {"", 1, 2}}, {{"a", 1, 1}, {"", 1, 2}, {"d", 1, 1}}}};
    CHECK(blocks == std::vector<Blok>{expected});
}

TEST_CASE("a cell holds its paragraphs on lines, items with a dash, nested tables as text") {
    Table inner;
    inner.columns = 2;
    inner.rows.push_back({false, {cell(0, "x"), cell(1, "y")}});
    Cell outer = cell(0, "eerste");
    outer.blocks.push_back({item("punt")});
    outer.blocks.push_back({inner});
    Table table;
    table.columns = 1;
    table.rows.push_back({false, {outer}});
    const auto blocks = blocks_of({{table}});
    CHECK(std::get<Tabel>(blocks.at(0)).rijen[0][0].tekst == "eerste\n- punt\nx y");
}

TEST_CASE("a grid that lies does no harm") {
    Table table;
    table.columns = -3;
    table.rows.push_back({false, {cell(1'000'000, "a", -1, 1'000'000'000), cell(-5, "b", 0, 0)}});
    table.rows.push_back({false, {}});
    CHECK(std::get<Tabel>(blocks_of({{table}}).at(0)).rijen.size() == 2);
    table.columns = 1'000'000'000;
    CHECK(std::get<Tabel>(blocks_of({{table}}).at(0)).rijen.size() == 2);
}

TEST_CASE("prompts, hidden text and pictures are left out and counted") {
    Paragraph mixed = paragraph("zichtbaar ");
    mixed.inlines.emplace_back(Text{"geheim", hidden, no_control});
    mixed.inlines.emplace_back(Text{"Klik hier", placeholder, no_control});
    mixed.inlines.emplace_back(Picture{"logo"});
    mixed.origin.path = "body/p[1]";
    Cell holder = cell(0, "cel");
    holder.blocks.push_back({mixed});
    Table table;
    table.columns = 1;
    table.rows.push_back({false, {holder}});
    LeftOuts left_out;
    const auto blocks = normalize_blocks({{mixed}, {table}}, left_out);
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0] == Blok{Alinea{"zichtbaar", std::nullopt}});
    CHECK(left_out.pictures.count == 2);
    CHECK(left_out.hidden_texts.count == 2);
    CHECK(left_out.prompts.count == 2);
    CHECK(left_out.pictures.first.path == "body/p[1]");
}

TEST_CASE("struck text stays between its marks") {
    Paragraph mixed = paragraph("ja ");
    mixed.inlines.emplace_back(Text{"nee", struck, no_control});
    CHECK(blocks_of({{mixed}}) == std::vector<Blok>{Alinea{"ja ~~nee~~", std::nullopt}});
}

TEST_CASE("blocks as text are joined by blank lines") {
    const std::vector<Blok> blocks{Alinea{"een", std::nullopt}, Lijst{false, {{0, "a"}, {1, "b"}}},
                                   Keuzelijst{{{"ja", true, 0}, {"nee", false, 0}}},
                                   Tabel{0, {{{"x", 1, 1}, {"y", 1, 1}}, {{"z", 1, 2}}}}};
    CHECK(text_of(blocks) == "een\n\n- a\n- b\n\n☒ ja\n☐ nee\n\nx\ty\nz");
}

}  // namespace
}  // namespace sop
