#include "ingest/pdf/build.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "ingest/pdf/flow.h"
#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;

namespace {

// A block of the lines of `page` from `top` to `bottom`.
TextBlock block_of(const Page& page, int page_index = 0, double top = 0, double bottom = 842) {
    std::vector<WordIndex> words;
    for (WordIndex i = 0; i < page.words.size(); ++i)
        if (page.words[i].box.top >= top && page.words[i].box.top < bottom) words.push_back(i);
    TextBlock block;
    block.lines = lines_of(page, page_index, words, std::nullopt);
    return block;
}

Page page_of(std::initializer_list<std::string_view> lines) {
    std::vector<Word> words;
    double top = 100;
    for (const std::string_view line : lines) {
        for (Word& word : test::make_line(line, top)) words.push_back(std::move(word));
        top += 14;
    }
    return test::make_page(std::move(words));
}

Document built(const std::vector<Page>& pages, const std::vector<Item>& items, std::vector<Zones> zones = {},
               bool uses_word_list = false) {
    zones.resize(pages.size());
    Document document;
    build(document, pages, zones, items, uses_word_list);
    return document;
}

const Paragraph& only_paragraph(const Document& document) {
    REQUIRE(document.blocks.size() == 1);
    return std::get<Paragraph>(document.blocks.front().content);
}

std::string text_of(Page page) {
    const TextBlock block = block_of(page);
    const Document document = built({std::move(page)}, {{block}});
    return plain_text(only_paragraph(document).inlines);
}

// "Dag ab gd ok" with Hebrew letters that are a word each.
Page make_hebrew() {
    std::vector<Word> words = test::make_line("Dag d[0]g b[0]a ok");
    constexpr std::string_view letters[] = {"ד", "ג", "ב", "א"};
    for (std::size_t i = 0; i < 4; ++i) words[i + 1].text = letters[i];
    words[1].space_after = words[3].space_after = false;
    return test::make_page(std::move(words));
}

// Sides of a cell around the lines of page_of().
void add_sides(Page& page, double right) {
    for (const double x : {47.0, right}) {
        Ruling side;
        side.is_horizontal = false;
        side.position = x;
        side.from = 90;
        side.to = 150;
        page.rulings.push_back(side);
    }
}

}  // namespace

TEST_CASE("lines of a paragraph become one text, broken words whole") {
    CHECK(text_of(page_of({"Wij bieden onder-", "steuning aan ieder", "kind."})) ==
          "Wij bieden ondersteuning aan ieder kind.");
}

TEST_CASE("an address over several lines is one") {
    CHECK(text_of(page_of({"Mail directie@basis", "schoolde", "linde.nl of bel"})) ==
          "Mail directie@basisschooldelinde.nl of bel");
    CHECK(text_of(page_of({"ib@", "schoolde", "linde.nl"})) == "ib@schooldelinde.nl");
    CHECK(text_of(page_of({"zie www.school.nl", "voor meer"})) == "zie www.school.nl voor meer");
}

TEST_CASE("a word that a narrow cell cuts twice is whole") {
    for (const auto& [first, second, third, whole] :
         {std::array{"onderwijs", "begeleidin", "gsdienst helpt", "onderwijsbegeleidingsdienst helpt"},
          std::array{"onderwijs", "materiale", "n zijn er", "onderwijsmaterialen zijn er"},
          std::array{"onderwijs", "begint om", "negen uur", "onderwijs begint om negen uur"}}) {
        Page page = page_of({first, second, third});
        add_sides(page, 102.0);
        const TextBlock block = block_of(page);
        const Document document = built({std::move(page)}, {{block}}, {}, true);
        CHECK(plain_text(only_paragraph(document).inlines) == whole);
    }
}

TEST_CASE("a word that no line of its cell has room for may be cut on the line where it begins") {
    for (const auto& [side_right, first, second, whole] :
         {std::tuple(96.0, "het samen", "werkingsverband", "het samenwerkingsverband"),
          std::tuple(119.0, "wij gaan samen", "werken", "wij gaan samen werken"),
          std::tuple(78.0, "voor", "bereiden en nalezen", "voorbereiden en nalezen"),
          std::tuple(81.0, "toets", "en", "toetsen"),
          std::tuple(120.0, "ergotherapeut", "en logopedist", "ergotherapeut en logopedist")}) {
        Page page = page_of({first, second});
        add_sides(page, side_right);
        const TextBlock block = block_of(page);
        CHECK(plain_text(only_paragraph(built({page}, {{block}}, {}, true)).inlines) == whole);
    }
}

TEST_CASE("a word that is cut in a cell without sides is whole where the list knows it and not one of its halves") {
    for (const auto& [first, second, whole] : {std::array{"gedragsspeciali", "st helpt", "gedragsspecialist helpt"},
                                               std::array{"begeleiding", "sdienst helpt", "begeleidingsdienst helpt"},
                                               std::array{"minute", "n per week", "minuten per week"},
                                               std::array{"begeleiding", "dienst helpt", "begeleiding dienst helpt"},
                                               std::array{"begeleiding", "u leest", "begeleiding u leest"},
                                               std::array{"ict", "coach helpt", "ict coach helpt"}}) {
        const Page page = page_of({first, second});
        const TextBlock block = block_of(page);
        CHECK(plain_text(only_paragraph(built({page}, {{block}}, {}, true)).inlines) == whole);
    }
}

TEST_CASE("typed labels that go on start lines of a tagged block") {
    const auto tagged = [](std::initializer_list<std::string_view> lines) {
        const Page page = page_of(lines);
        TextBlock block = block_of(page);
        block.role = "TD";
        return plain_text(only_paragraph(built({page}, {{block}})).inlines);
    };
    CHECK(tagged({"- rust in de klas", "- een vaste plek", "voor elk kind"}) ==
          "- rust in de klas\n- een vaste plek voor elk kind");
    CHECK(tagged({"1. lezen", "2. rekenen in groep", "4. of hoger"}) == "1. lezen\n2. rekenen in groep 4. of hoger");
    CHECK(tagged({"lezen", "- en rekenen", "2. of meer"}) == "lezen - en rekenen 2. of meer");
}

TEST_CASE("the middle of an address over several lines keeps its hyphen") {
    CHECK(text_of(page_of({"www.passend-", "onderwijs-", "almere.example"})) == "www.passend-onderwijs-almere.example");
}

TEST_CASE("a line of a tagged block that had room for the next word was ended on purpose") {
    const Page page = page_of({"De Brug", "Dorpsstraat 1", "Zuid"});
    TextBlock block = block_of(page);
    REQUIRE(block.lines.size() == 3);
    block.lines[0].room = 300;
    block.lines[1].room = 12;
    CHECK(plain_text(only_paragraph(built({page}, {{block}})).inlines) == "De Brug Dorpsstraat 1 Zuid");
    block.role = "P";
    const std::vector<Inline> expected{Text{"De Brug"}, LineBreak{}, Text{"Dorpsstraat 1 Zuid"}};
    CHECK(only_paragraph(built({page}, {{block}})).inlines == expected);
}

TEST_CASE("a wide gap in a line is a tab, wide spaces of justified text are spaces") {
    CHECK(text_of(page_of({"Naam de school[60]De Linde"})) == "Naam de school\tDe Linde");
    CHECK(text_of(page_of({"Alle[14]spaties[13]zijn[15]wijd"})) == "Alle spaties zijn wijd");
}

TEST_CASE("values below each other behind a tab are rows, the rest of a value is none") {
    Page page = page_of({"Adres[60]Kade 7", "Directeur[20]Els Bos", "Coordinator Jan Vos", "van de school"});
    // Values start at one place.
    const double left = page.words[1].box.left;
    const auto move = [&](std::size_t from, std::size_t to) {
        const double by = left - page.words[from].box.left;
        for (std::size_t i = from; i < to; ++i) {
            page.words[i].box.left += by;
            page.words[i].box.right += by;
            for (double& edge : page.words[i].edges) edge += by;
        }
    };
    move(4, 6);
    move(7, 9);
    CHECK(text_of(page).find("Adres\tKade 7\nDirecteur") == 0);
    CHECK(text_of(page).find("Els Bos\nCoordinator") != std::string::npos);
    // No gap is left behind a label that is as wide as its column.
    CHECK(text_of(page).ends_with("\nCoordinator\tJan Vos van de school"));
}

TEST_CASE("dots that lead to a value are a tab, those of a form stay") {
    CHECK(text_of(page_of({"Wijkteam ........ elke week"})) == "Wijkteam\telke week");
    CHECK(text_of(page_of({"Wijkteam . . . . . elke week"})) == "Wijkteam\telke week");
    CHECK(text_of(page_of({"Inhoud ..... 3"})) == "Inhoud\t3");
    for (const std::string_view kept :
         {"Naam ..... Datum: 3 mei", "Naam ..... Datum .....", "Anders, nl. ......", "Wij ... doen mee"})
        CHECK(text_of(page_of({kept})) == kept);
}

TEST_CASE("tick boxes stand in the text where they stood, also when their label touches them") {
    Page page = page_of({"Protocol[40]☒ ja[40]☐nee"});
    const TextBlock block = block_of(page);
    const Document document = built({page}, {{block}});
    const std::vector<Inline> expected{Text{"Protocol\t"}, Checkbox{true}, Text{" ja\t"}, Checkbox{false}, Text{"nee"}};
    CHECK(only_paragraph(document).inlines == expected);
}

TEST_CASE("words that look alike are one text and the space between others is plain") {
    Page page = page_of({"Directie: mevrouw De Wit"});
    page.fonts.push_back({.name = "Vet", .bold = true});
    page.words[0].font = 1;
    page.words[2].font = page.words[3].font = 1;
    const TextBlock block = block_of(page);
    const Document document = built({page}, {{block}});
    const std::vector<Inline> expected{Text{"Directie:", bold}, Text{" mevrouw "}, Text{"De Wit", bold}};
    CHECK(only_paragraph(document).inlines == expected);
}

TEST_CASE("a raised label of a footnote is its mark, any other raised word is an exponent") {
    Page page = page_of({"Tekst[0]1 van 40 m[0]2 groot"});
    page.words[0].space_after = page.words[4].space_after = false;
    page.words[1].is_raised = page.words[5].is_raised = true;
    page.words.push_back(test::make_word("Noot.", 50, 700));
    const auto note = static_cast<WordIndex>(page.words.size() - 1);
    const TextBlock block = block_of(page, 0, 0, 600);
    Zones zones;
    zones.footnotes.push_back({"1", {note}});
    const Document document = built({page}, {{block}}, {zones});
    const std::vector<Inline> expected{Text{"Tekst"}, NoteMark{"footnote 1"}, Text{" van 40 m"}, Text{"2", superscript},
                                       Text{" groot"}};
    CHECK(only_paragraph(document).inlines == expected);
    REQUIRE(document.stories.size() == 1);
    CHECK(document.stories[0].kind == Story::Kind::footnote);
    CHECK(document.stories[0].id == "footnote 1");
    CHECK(plain_text(document.stories[0].blocks) == "Noot.");
}

TEST_CASE("a note on a later page has its mark on the last page before that has one") {
    const auto page_with_mark = [](int number) {
        Page page = page_of({"Tekst[0]1 verder"});
        page.number = number;
        page.words[0].space_after = false;
        page.words[1].is_raised = true;
        return page;
    };
    std::vector<Page> pages{page_with_mark(1), page_with_mark(2), page_of({"Slot"})};
    pages[2].number = 3;
    std::vector<Zones> zones(3);
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (WordIndex word = 0; word < pages[i].words.size(); ++word) zones[i].body.push_back(word);
    pages[2].words.push_back(test::make_word("Noot.", 50, 700));
    zones[2].footnotes.push_back({"1", {static_cast<WordIndex>(pages[2].words.size() - 1)}});
    const Document document = built(pages, {{block_of(pages[0], 0)}, {block_of(pages[1], 1)}}, zones);
    const std::vector<Inline> exponent{Text{"Tekst"}, Text{"1", superscript}, Text{" verder"}};
    const std::vector<Inline> mark{Text{"Tekst"}, NoteMark{"footnote 1"}, Text{" verder"}};
    REQUIRE(document.blocks.size() == 2);
    CHECK(std::get<Paragraph>(document.blocks[0].content).inlines == exponent);
    CHECK(std::get<Paragraph>(document.blocks[1].content).inlines == mark);
    REQUIRE(document.stories.size() == 1);
    CHECK(document.stories[0].id == "footnote 1");
}

TEST_CASE("every page has its own footer") {
    std::vector<Page> pages;
    std::vector<Zones> zones(3);
    for (int i = 0; i < 3; ++i) {
        pages.push_back(page_of({"Pagina " + std::to_string(i + 9) + " van 11"}));
        pages.back().number = i + 1;
        zones[static_cast<std::size_t>(i)].footer = {0, 1, 2, 3};
    }
    const Document document = built(pages, {}, zones);
    REQUIRE(document.stories.size() == 3);
    CHECK(document.stories[1].id == "voet 2");
    CHECK(plain_text(document.stories[1].blocks) == "Pagina 10 van 11");
}

TEST_CASE("what a page has and does not show is a story of its own, line by line") {
    Page page = page_of({"Wat men ziet"});
    for (const std::string_view line : {"niet", "te zien"})
        for (Word& word : test::make_line(line, 200 + 14 * static_cast<double>(page.hidden.size())))
            page.hidden.push_back(std::move(word));
    page.number = 3;
    const Document document = built({page}, {{block_of(page)}});
    REQUIRE(document.stories.size() == 1);
    CHECK(document.stories[0].kind == Story::Kind::hidden);
    CHECK(document.stories[0].id == "verborgen 3");
    CHECK(plain_text(document.stories[0].blocks, TextOf::everything) == "niet\nte zien");
    CHECK(plain_text(document.stories[0].blocks) == "\n");
}

TEST_CASE("Hebrew beside other text is read from right to left, with the spaces that it has") {
    CHECK(text_of(make_hebrew()) == "Dag אב גד ok");
}

TEST_CASE("words in a field's box carry its control, an empty field is a control without text") {
    Page page = page_of({"Naam: De Linde"});
    Widget field;
    field.box = {70, 98, 200, 114};
    field.name = "naam";
    field.label = "Naam van de school";
    field.value = "De Linde";
    page.widgets.push_back(field);
    Widget empty;
    empty.box = {70, 118, 200, 134};
    empty.name = "adres";
    page.widgets.push_back(empty);
    page.widgets[0].box.left = page.words[1].box.left - 1;
    const TextBlock block = block_of(page);
    const Document document = built({page}, {{block}});
    const std::vector<Inline> expected{Text{"Naam: "}, Text{"De Linde", plain, 0}};
    CHECK(only_paragraph(document).inlines == expected);
    REQUIRE(document.controls.size() == 2);
    CHECK(document.controls[0].label == "Naam van de school");
    CHECK(document.controls[0].value == "De Linde");
    CHECK(document.controls[1].name == "adres");
    CHECK(document.controls[1].is_empty);
}

TEST_CASE("paragraphs of cells know their table, row and column, and nested tables count") {
    const Page page = page_of({"Cel", "Binnen"});
    TableCell inner_cell, outer_cell;
    inner_cell.items.push_back({block_of(page, 0, 110)});
    TableBlock inner;
    inner.columns = 1;
    inner.rows.push_back({false, {inner_cell}});
    outer_cell.column = 1;
    outer_cell.items = {{block_of(page, 0, 0, 110)}, {inner}};
    TableBlock outer;
    outer.columns = 2;
    outer.rows.push_back({true, {outer_cell}});
    const Document document = built({page}, {{outer}, {inner}});
    REQUIRE(document.blocks.size() == 2);
    const auto& table = std::get<Table>(document.blocks[0].content);
    CHECK(table.ordinal == 1);
    const Cell& cell = table.rows.at(0).cells.at(0);
    REQUIRE(cell.blocks.size() == 2);
    CHECK(std::get<Paragraph>(cell.blocks[0].content).origin.cell == CellPlace{1, 0, 1});
    CHECK(std::get<Table>(cell.blocks[1].content).ordinal == 2);
    CHECK(std::get<Table>(document.blocks[1].content).ordinal == 3);
}
