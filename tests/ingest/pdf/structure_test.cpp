#include "ingest/pdf/structure.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;
using namespace std::string_literals;

namespace {

// A tagged document while it is made: each text stands in marked content of its own.
struct Tagged {
    std::vector<Page> pages;
    Tags tags;

    explicit Tagged(int page_count = 1) {
        for (int i = 0; i < page_count; ++i) {
            pages.push_back(make_page());
            pages.back().number = i + 1;
        }
    }

    int add(std::string role, int parent = -1) {
        const int index = static_cast<int>(tags.tags.size());
        tags.tags.emplace_back();
        tags.tags.back().role = std::move(role);
        if (parent < 0)
            tags.roots.push_back(index);
        else
            tags.tags[static_cast<std::size_t>(parent)].content.push_back({0, no_mcid, index});
        return index;
    }

    Tag& operator[](int index) { return tags.tags[static_cast<std::size_t>(index)]; }

    // Lines of words, under `tag`: one marked content.
    void put(int tag, std::string_view text, double left, double top, int page = 1) {
        Page& where = pages[static_cast<std::size_t>(page) - 1];
        const int mcid = next_++;
        write(where, text, left, top, mcid);
        (*this)[tag].content.push_back({page, mcid, -1});
    }

    // Words with blanks of 2.5 points between them.
    static void write(Page& page, std::string_view text, double left, double top, int mcid) {
        while (!text.empty()) {
            const std::size_t blank = std::min(text.find(' '), text.size());
            Word word = make_word(text.substr(0, blank), left, top);
            word.mcid = mcid;
            word.space_after = blank < text.size();
            left = word.box.right + 2.5;
            page.words.push_back(std::move(word));
            text.remove_prefix(std::min(blank + 1, text.size()));
        }
    }

    int text(std::string role, int parent, std::string_view text, double left, double top, int page = 1) {
        const int tag = add(std::move(role), parent);
        put(tag, text, left, top, page);
        return tag;
    }

    Structure read() const { return read_structure(pages, zones(), tags); }

    std::vector<Zones> zones() const {
        std::vector<Zones> zones(pages.size());
        for (std::size_t i = 0; i < pages.size(); ++i)
            for (WordIndex word = 0; word < pages[i].words.size(); ++word) zones[i].body.push_back(word);
        return zones;
    }

private:
    int next_ = 0;
};

std::string text_of(const TextBlock& block, const std::vector<Page>& pages) {
    std::string text;
    for (const Line& line : block.lines)
        for (const WordIndex word : line.words)
            text += (text.empty() ? "" : " ") + pages[static_cast<std::size_t>(line.page)].words[word].text;
    return text;
}

std::string dump(const std::vector<Item>& items, const std::vector<Page>& pages);

std::string dump(const Item& item, const std::vector<Page>& pages) {
    if (const auto* picture = std::get_if<PictureBlock>(&item.content)) return "[" + picture->description + "]";
    if (const auto* block = std::get_if<TextBlock>(&item.content)) {
        std::string text;
        if (block->heading > 0) text += "h" + std::to_string(block->heading) + " ";
        if (block->meaning == Role::toc) text += "toc ";
        if (block->meaning == Role::title) text += "title ";
        if (block->meaning == Role::caption) text += "caption ";
        if (block->list)
            text += "item" + std::to_string(block->list->level) + (block->list->ordered ? " ordered '" : " '") +
                    block->list->label + "'-" + std::to_string(block->label_words) + " ";
        return text + text_of(*block, pages);
    }
    const auto& table = std::get<TableBlock>(item.content);
    std::string text = "table" + std::to_string(table.columns) + "{";
    for (const TableRow& row : table.rows) {
        text += row.is_header ? "H(" : "(";
        for (const TableCell& cell : row.cells) {
            text += std::to_string(cell.column);
            if (cell.column_span > 1) text += "+" + std::to_string(cell.column_span - 1);
            if (cell.row_span > 1) text += "v" + std::to_string(cell.row_span);
            text += ":" + dump(cell.items, pages) + ";";
        }
        text += ")";
    }
    return text + "}";
}

std::string dump(const std::vector<Item>& items, const std::vector<Page>& pages) {
    std::string text;
    for (const Item& item : items) text += (text.empty() ? "" : " | ") + dump(item, pages);
    return text;
}

std::string dump(const Structure& structure, const std::vector<Page>& pages) {
    std::string text;
    for (const Structure::Block& block : structure.blocks)
        text += (text.empty() ? "" : " | ") + dump(block.item, pages);
    return text;
}

std::string dump(const Tagged& document) { return dump(document.read(), document.pages); }

void count_words(const std::vector<Item>& items, std::vector<std::vector<int>>& counts) {
    for (const Item& item : items) {
        if (const auto* block = std::get_if<TextBlock>(&item.content))
            for (const Line& line : block->lines)
                for (const WordIndex word : line.words) ++counts[static_cast<std::size_t>(line.page)][word];
        if (const auto* table = std::get_if<TableBlock>(&item.content))
            for (const TableRow& row : table->rows)
                for (const TableCell& cell : row.cells) count_words(cell.items, counts);
    }
}

// Every body word of pages that are trusted stands in the blocks once, none of the others does.
bool has_each_word_once(const Tagged& document) {
    const Structure structure = document.read();
    std::vector<std::vector<int>> counts;
    for (const Page& page : document.pages) counts.emplace_back(page.words.size());
    std::vector<Item> items;
    for (const Structure::Block& block : structure.blocks) items.push_back(block.item);
    count_words(items, counts);
    for (std::size_t i = 0; i < counts.size(); ++i)
        for (std::size_t word = 0; word < counts[i].size(); ++word) {
            const bool is_wanted = structure.is_trusted[i] && !document.pages[i].words[word].is_artifact;
            if (counts[i][word] != (is_wanted ? 1 : 0)) return false;
        }
    return true;
}

}  // namespace

TEST_CASE("a document without tags is left to geometry") {
    Tagged document;
    Tagged::write(document.pages[0], "los", 50, 100, no_mcid);
    const Structure structure = document.read();
    CHECK(structure.blocks.empty());
    CHECK_FALSE(structure.is_trusted[0]);
    CHECK(structure.diagnostics.empty());
}

TEST_CASE("headings, titles and paragraphs stand in the tree's order") {
    Tagged document;
    const int root = document.add("Document");
    document.text("Title", root, "Profiel", 50, 60);
    document.text("H1", root, "Visie", 50, 80);
    const int paragraph = document.text("P", root, "een twee", 50, 100);
    document.text("Span", paragraph, "drie", 50, 112);
    const int section = document.add("Sect", document.add("Sect", root));
    document.text("H", section, "Kop", 50, 140);
    CHECK(dump(document) == "title Profiel | h1 Visie | een twee drie | h2 Kop");
    CHECK(has_each_word_once(document));
}

TEST_CASE("a note in a paragraph does not end it") {
    Tagged document;
    const int paragraph = document.text("P", document.add("Document"), "een school", 50, 100);
    document.text("P", document.add("Note", paragraph), "zie bijlage", 50, 700);
    document.put(paragraph, "en meer.", 102.5, 100);
    CHECK(dump(document) == "een school en meer. | zie bijlage");
    CHECK(has_each_word_once(document));
}

TEST_CASE("the label of a list item is no part of its text") {
    Tagged document;
    const int list = document.add("L", document.add("Document"));
    const auto item = [&](int parent, std::string_view label, std::string_view text, double left, double top) {
        const int made = document.add("LI", parent);
        document.text("Lbl", made, label, left, top);
        const int body = document.add("LBody", made);
        document.put(body, text, left + 20, top);
        return body;
    };
    const int first = item(list, "1.", "eerste", 50, 100);
    item(document.add("L", first), "a)", "binnen", 80, 112);
    const int second = item(list, "•", "tweede", 50, 124);
    document.text("P", second, "nog een alinea", 70, 140);
    CHECK(dump(document) ==
          "item0 ordered '1.'-1 1. eerste | item1 ordered 'a)'-1 a) binnen | item0 '•'-1 • tweede | nog een alinea");
    CHECK(has_each_word_once(document));
}

TEST_CASE("items that the tree has at one level are told apart by their indents") {
    Tagged document;
    const int root = document.add("Document");
    const auto item = [&](std::string_view text, double left, double top) {
        const int made = document.add("LI", document.add("L", root));
        document.text("Lbl", made, "•", left, top);
        document.text("LBody", made, text, left + 20, top);
    };
    item("eerste", 50, 100);
    item("binnen", 68, 112);
    item("tweede", 50, 124);
    item("elders", 300, 100);  // in the next column
    CHECK(dump(document) ==
          "item0 '•'-1 • eerste | item1 '•'-1 • binnen | item0 '•'-1 • tweede | item0 '•'-1 • elders");
}

TEST_CASE("a label on another base line than its text still stands first") {
    Tagged document;
    const int item = document.add("LI", document.add("L", document.add("Document")));
    document.text("Lbl", item, "•", 50, 109);
    document.text("LBody", item, "tekst", 70, 100);
    CHECK(dump(document) == "item0 '•'-1 • tekst");
}

TEST_CASE("a heading in a list item is a heading with its number") {
    Tagged document;
    const int item = document.add("LI", document.add("L", document.add("Document")));
    document.text("Lbl", item, "2.", 50, 100);
    document.text("H2", document.add("LBody", item), "Aanbod", 70, 100);
    CHECK(dump(document) == "h2 item0 ordered '2.'-1 2. Aanbod");
}

TEST_CASE("tables keep their spans, headers and empty cells") {
    Tagged document;
    const int table = document.add("Table", document.add("Document"));
    int row = document.add("TR", table);
    const int wide = document.text("TH", row, "Beide", 50, 100);
    document[wide].column_span = 2;
    row = document.add("TR", document.add("TBody", table));
    const int tall = document.text("TD", row, "Hoog", 50, 120);
    document[tall].row_span = 2;
    document.add("TD", row);
    row = document.add("TR", document[table].content.back().child);
    document.text("P", document.add("TD", row), "onder", 150, 140);
    CHECK(dump(document) == "table2{H(0+1:Beide;)(0v2:Hoog;1:;)(1:onder;)}");
    CHECK(has_each_word_once(document));
}

TEST_CASE("the list of a cell that stands in the list of the cell before it is its own") {
    for (const double left : {150.0, 50.0}) {
        Tagged document;
        const int row = document.add("TR", document.add("Table", document.add("Document")));
        document.text("TD", row, "Bo", 10, 100);
        const int list = document.add("L", document.add("TD", row));
        const auto add = [&](std::string_view text, double x, double top) {
            const int item = document.add("LI", list);
            document.text("Lbl", item, "•", x, top);
            document.text("LBody", item, text, x + 10, top);
        };
        add("lezen", 50, 100);
        add("rekenen", 50, 120);
        add("uitleg", left, left > 50 ? 100 : 140);
        add("taal", 50, 160);
        add("plan", left, 180);
        document.add("TD", row);
        CHECK(dump(document) == (left > 50 ? "table3{(0:Bo;1:item0 '•'-1 • lezen | item0 '•'-1 • rekenen | "
                                             "item0 '•'-1 • taal;2:item0 '•'-1 • uitleg | item0 '•'-1 • plan;)}"s
                                           : "table3{(0:Bo;1:item0 '•'-1 • lezen | item0 '•'-1 • rekenen | "
                                             "item0 '•'-1 • uitleg | item0 '•'-1 • taal | item0 '•'-1 • plan;2:;)}"s));
    }
}

TEST_CASE("a table of one cell is a frame") {
    Tagged document;
    const int cell = document.add("TD", document.add("TR", document.add("Table", document.add("Document"))));
    document.text("P", cell, "in een kader", 50, 100);
    document.text("P", cell, "meer", 50, 120);
    CHECK(dump(document) == "in een kader | meer");
}

TEST_CASE("a header row that a browser printed on each page is taken once") {
    Tagged document(2);
    const int table = document.add("Table", document.add("Document"));
    int row = document.add("TR", document.add("THead", table));
    for (const char* text : {"Naam", "Groep"}) {
        const int head = document.add("TH", row);
        for (const double top : {40.0, 50.0}) {
            const int line = document.add("P", head);
            document.put(line, text, text[0] == 'N' ? 50 : 150, top, 1);
            document.put(line, text, text[0] == 'N' ? 50 : 150, top, 2);
        }
    }
    for (int page = 1; page <= 2; ++page) {
        row = document.add("TR", table);
        document.text("TD", row, "a", 50, 70, page);
        document.text("TD", row, "b", 150, 70, page);
    }
    const Structure structure = document.read();
    CHECK(dump(structure, document.pages) == "table2{H(0:Naam | Naam;1:Groep | Groep;)(0:a;1:b;)(0:a;1:b;)}");
    const auto& made = std::get<TableBlock>(structure.blocks.front().item.content);
    CHECK(made.page == 0);
    CHECK(made.last_page == 1);
}

TEST_CASE("a cell that the tree leaves out is told by the lines around it") {
    Tagged document;
    for (const double y : {90.0, 120.0, 150.0}) document.pages[0].rulings.push_back({true, y, 40, 340, 0.5});
    for (const double x : {40.0, 140.0, 240.0, 340.0}) document.pages[0].rulings.push_back({false, x, 90, 150, 0.5});
    const int table = document.add("Table", document.add("Document"));
    int row = document.add("TR", table);
    for (const int column : {0, 1, 2}) document.text("TD", row, "boven", 50 + 100 * column, 100);
    row = document.add("TR", table);
    for (const int column : {0, 2}) document.text("TD", row, "onder", 50 + 100 * column, 130);
    const Structure structure = document.read();
    CHECK(dump(structure, document.pages) == "table3{(0:boven;1:boven;2:boven;)(0:onder;1:;2:onder;)}");
    const auto& made = std::get<TableBlock>(structure.blocks.front().item.content);
    CHECK(made.edges.size() == 4);
    CHECK(made.rows[0].cells[0].box.right == doctest::Approx(140).epsilon(0.01));
}

TEST_CASE("without lines, a cell that the tree leaves out is told by the columns of full rows") {
    Tagged document;
    const int table = document.add("Table", document.add("Document"));
    auto add_row = [&, top = 100.0](std::string_view role,
                                    const std::vector<std::pair<std::string_view, double>>& cells) mutable {
        const int row = document.add("TR", table);
        for (const auto& [text, left] : cells) document.text(std::string(role), row, text, left, top);
        top += 20;
    };
    SUBCASE("header over centred marks; a title stays what it is") {
        add_row("TH", {{"Kennis", 50}, {"in het team", 160}, {"elders", 240}});
        add_row("TD", {{"lezen", 50}, {"x", 185}});
        add_row("TD", {{"een titel die over alle kolommen heen loopt", 50}});
        add_row("TD", {{"rekenen en taal", 50}, {"x", 252}});
        add_row("TD", {{"gedrag", 50}});
        CHECK(dump(document) ==
              "table3{H(0:Kennis;1:in het team;2:elders;)(0:lezen;1:x;2:;)(0:een titel die over alle kolommen heen "
              "loopt;)(0:rekenen en taal;1:;2:x;)(0:gedrag;1:;2:;)}");
    }
    SUBCASE("header without a cell over the labels") {
        add_row("TH", {{"ja", 160}, {"nee", 240}});
        add_row("TD", {{"lift", 50}, {"x", 160}});
        add_row("TD", {{"helling", 50}, {"x", 242}});
        CHECK(dump(document) == "table3{H(0:;1:ja;2:nee;)(0:lift;1:x;2:;)(0:helling;1:;2:x;)}");
    }
    SUBCASE("a text under two columns is a span") {
        add_row("TD", {{"Kennis", 50}, {"in het team", 160}, {"elders", 240}});
        add_row("TD", {{"lezen", 50}, {"onder beide kolommen", 170}});
        CHECK(dump(document) == "table3{(0:Kennis;1:in het team;2:elders;)(0:lezen;1:onder beide kolommen;)}");
    }
}

TEST_CASE("a mark that was drawn into an empty cell stands in it, one beside the table does not") {
    Tagged document;
    for (const double y : {90.0, 120.0, 150.0}) document.pages[0].rulings.push_back({true, y, 40, 340, 0.5});
    for (const double x : {40.0, 140.0, 240.0, 340.0}) document.pages[0].rulings.push_back({false, x, 90, 150, 0.5});
    const int root = document.add("Document");
    const int table = document.add("Table", root);
    int row = document.add("TR", table);
    for (const int column : {0, 1, 2}) document.text("TD", row, "bovenste rij", 45 + 100 * column, 100);
    row = document.add("TR", table);
    document.text("TD", row, "onderste rij", 45, 130);
    document.add("TD", row);
    document.add("TD", row);
    document.text("P", root, "een hele regel met genoeg tekst voor een bladzijde vol letters", 50, 200);
    Tagged::write(document.pages[0], "x", 290, 130, no_mcid);
    Tagged::write(document.pages[0], "y", 400, 130, no_mcid);
    CHECK(dump(document) ==
          "y | table3{(0:bovenste rij;1:bovenste rij;2:bovenste rij;)(0:onderste rij;1:;2:x;)} | een hele regel met "
          "genoeg tekst voor een bladzijde vol letters");
    CHECK(has_each_word_once(document));
}

TEST_CASE("a picture in a line follows its paragraph, with its text") {
    Tagged document;
    const int paragraph = document.text("P", document.add("Document"), "voor", 50, 100);
    const int figure = document.text("Figure", paragraph, "bijschrift", 50, 130);
    document[figure].alt = "logo";
    document.put(paragraph, "na", 80, 100);
    CHECK(dump(document) == "voor na | [logo] | bijschrift");
    CHECK(has_each_word_once(document));
}

TEST_CASE("what stands in a table of contents is told as such") {
    Tagged document;
    const int contents = document.add("TOC", document.add("Document"));
    document.text("P", document.add("TOCI", contents), "Visie 2", 50, 100);
    document.text("TOCI", contents, "Grenzen 3", 50, 112);
    CHECK(dump(document) == "toc Visie 2 | toc Grenzen 3");
}

TEST_CASE("a page whose words the tree does not know is geometry's") {
    Tagged document(2);
    const int root = document.add("Document");
    document.text("P", root, "bekend", 50, 100, 1);
    document.text("P", root, "bekend", 50, 100, 2);
    Tagged::write(document.pages[1], "onbekende woorden op deze bladzijde", 50, 200, no_mcid);
    const Structure structure = document.read();
    CHECK(structure.is_trusted == std::vector<bool>{true, false});
    CHECK(dump(structure, document.pages) == "bekend");
    REQUIRE(structure.diagnostics.size() == 1);
    CHECK(structure.diagnostics[0].code == "STRUCTUUR_NIET_VERTROUWD");
    CHECK(structure.diagnostics[0].origin.page == 2);
    CHECK(has_each_word_once(document));
}

TEST_CASE("words without a tag come out where they stand") {
    Tagged document;
    const int root = document.add("Document");
    const std::string_view long_text = "een hele regel met genoeg tekst voor een bladzijde vol letters die getagd is";
    document.text("P", root, long_text, 50, 100);
    Tagged::write(document.pages[0], "los", 50, 150, no_mcid);
    document.text("P", root, long_text, 50, 200);
    const Structure structure = document.read();
    REQUIRE(structure.blocks.size() == 3);
    CHECK(dump(structure.blocks[1].item, document.pages) == "los");
    CHECK(has_each_word_once(document));
}

TEST_CASE("an untagged value in a line of tagged text belongs to that line") {
    Tagged document;
    const int root = document.add("Document");
    const int label = document.text("P", root, "Naam van de school zoals in het register staat:", 50, 100);
    const double end = document.pages[0].words.back().box.right;
    Tagged::write(document.pages[0], "Ei", end + 5, 100, no_mcid);
    document.text("P", root, "Nog een alinea met tekst", 50, 120);
    CHECK(document[label].content.size() == 1);
    CHECK(dump(document) == "Naam van de school zoals in het register staat: Ei | Nog een alinea met tekst");
}

TEST_CASE("an untagged box behind the side of its cell does not belong to the text before it") {
    Tagged file;
    const int table = file.add("Table");
    int row = file.add("TR", table);
    for (const int column : {0, 1}) file.text("TD", row, "bovenste rij van de tabel", 50 + 140 * column, 100);
    row = file.add("TR", table);
    file.text("TD", row, "Kinderen met rekenproblemen", 50, 120);
    file.add("TD", row);
    const double right = file.pages[0].words.back().box.right;
    Tagged::write(file.pages[0], "☒", right + 4, 120, no_mcid);
    for (const double x : {48.0, right + 2, 320.0})
        file.pages[0].rulings.push_back({.is_horizontal = false, .position = x, .from = 95, .to = 135});
    for (const double y : {95.0, 116.0, 135.0})
        file.pages[0].rulings.push_back({.is_horizontal = true, .position = y, .from = 48, .to = 320});
    CHECK(dump(file) ==
          "table2{(0:bovenste rij van de tabel;1:bovenste rij van de tabel;)(0:Kinderen met rekenproblemen;1:☒;)}");
}

TEST_CASE("an untagged bullet belongs to the text on its right, however near it is to the text on its left") {
    Tagged file;
    const int table = file.add("Table");
    const int row = file.add("TR", table);
    file.text("TD", row, "Kinderen met rekenproblemen", 50, 100);
    const double right = file.pages[0].words.back().box.right;
    Tagged::write(file.pages[0], "•", right + 1, 100, no_mcid);
    file.text("TD", row, "uitleg vooraf", right + 12, 100);
    CHECK(dump(file) == "table2{(0:Kinderen met rekenproblemen;1:• uitleg vooraf;)}");
}

TEST_CASE("texts side by side whose tags do not say what they are come line by line") {
    Tagged document;
    const int root = document.add("Document");
    document.text("P", root, "Over de school", 50, 100);
    for (const auto& [label, value, top] :
         {std::tuple("Telefoon", "010-1234567", 120), std::tuple("BRIN", "99XX", 145)}) {
        document.text("NonStruct", root, label, 50, top);
        document.text("NonStruct", root, value, 200, top);
    }
    document.text("NonStruct", root, "een eigen regel onder de waarden", 200, 170);
    document.text("P", root, "Waar we in geloven", 50, 200);
    CHECK(dump(document) ==
          "Over de school | Telefoon 010-1234567 | BRIN 99XX | een eigen regel onder de waarden | Waar we in geloven");
    CHECK(has_each_word_once(document));
}

TEST_CASE("a table that a browser tagged as layout is one where all its text stands in rows and columns") {
    Tagged document;
    const int root = document.add("Document");
    const int layout = document.add("NonStruct", root);
    for (const auto& [label, value, top] :
         {std::tuple("Naam van de school", "De Wilg", 120), std::tuple("Adres", "Dorpsstraat 12", 136),
          std::tuple("Telefoon", "010-1234567", 152), std::tuple("Directeur", "mw. Voorbeeld", 168)}) {
        const int row = document.add("NonStruct", layout);
        document.text("NonStruct", row, label, 50, top);
        document.text("NonStruct", row, value, 200, top);
    }
    document.text("NonStruct", root, "een regel en verder niets", 50, 300);
    CHECK(
        dump(document) ==
        "table2{(0:Naam van de school;1:De Wilg;)(0:Adres;1:Dorpsstraat 12;)(0:Telefoon;1:010-1234567;)(0:Directeur;1:"
        "mw. Voorbeeld;)} | een regel en verder niets");
    CHECK(has_each_word_once(document));
}

TEST_CASE("no column of a table stands beside the text right below it") {
    Tagged document;
    const int root = document.add("Document");
    const int table = document.add("Table", root);
    for (const double top : {100.0, 112.0}) {
        const int row = document.add("TR", table);
        document.text("TD", row, "adres", 50, top);
        document.text("TD", row, "Dorpsstraat 12", 200, top);
    }
    const int paragraph = document.add("P", root);
    document.put(paragraph, "De Wilg", 50, 124);
    document.put(paragraph, "wij zijn een school in de wijk met acht groepen en veel ruimte", 50, 136);
    document.put(paragraph, "buiten", 50, 148);
    const Structure structure = document.read();
    const auto& text = std::get<TextBlock>(structure.blocks.back().item.content);
    REQUIRE(text.lines.size() == 3);
    CHECK(text.lines[0].room.value_or(0) > 200);
}

TEST_CASE("a line of a paragraph beside which nothing stands shows how wide the column is") {
    for (const double left : {50.0, 120.0}) {
        CAPTURE(left);
        Tagged document;
        const int root = document.add("Document");
        document.text("P", root, "wij zijn een school in de wijk met acht groepen en veel ruimte", left, 100);
        const int paragraph = document.add("P", root);
        for (const auto& [text, top] :
             {std::tuple("Hoe divers?", 130), std::tuple("klein", 142), std::tuple("groot", 154)})
            document.put(paragraph, text, 50, top);
        const Structure structure = document.read();
        const auto& text = std::get<TextBlock>(structure.blocks.back().item.content);
        REQUIRE(text.lines.size() == 3);
        CHECK((text.lines[1].room.value_or(0) > 200) == (left == 50));
    }
}

TEST_CASE("artifacts are no body text") {
    Tagged document;
    document.text("P", document.add("Document"), "tekst van de bladzijde", 50, 100);
    Tagged::write(document.pages[0], "kop", 50, 40, no_mcid);
    document.pages[0].words.back().is_artifact = true;
    CHECK(dump(document) == "tekst van de bladzijde");
    CHECK(has_each_word_once(document));
}

TEST_CASE("lines that are each tagged as a paragraph are geometry's") {
    Tagged document;
    const int root = document.add("Document");
    for (int i = 0; i < 12; ++i) document.text("P", root, "een volle regel van een lange alinea", 50, 100 + 12 * i);
    const Structure structure = document.read();
    CHECK_FALSE(structure.is_trusted[0]);
    CHECK(structure.blocks.empty());
}

TEST_CASE("a page tagged as one paragraph is geometry's") {
    Tagged document;
    const int paragraph = document.add("P", document.add("Document"));
    for (int i = 0; i < 16; ++i) document.put(paragraph, "een regel van een alinea", 50, 100 + 12 * i + 20 * (i / 4));
    CHECK_FALSE(document.read().is_trusted[0]);
}

TEST_CASE("a page whose drawn table is tagged as paragraphs is geometry's") {
    for (const std::string_view role : {"P", "TD"}) {
        CAPTURE(role);
        Tagged document;
        for (const double y : {90.0, 120.0, 150.0}) document.pages[0].rulings.push_back({true, y, 40, 240, 0.5});
        for (const double x : {40.0, 140.0, 240.0}) document.pages[0].rulings.push_back({false, x, 90, 150, 0.5});
        const int root = document.add("Document");
        document.text("P", root, "de partners van de school", 50, 60);
        const int table = role == "TD" ? document.add("Table", root) : root;
        for (const double left : {50.0, 150.0}) {  // column by column
            const int row = role == "TD" ? document.add("TR", table) : root;
            for (const double top : {100.0, 130.0}) document.text(std::string(role), row, "opvang", left, top);
        }
        CHECK(document.read().is_trusted[0] == (role == "TD"));
    }
}

TEST_CASE("a tree that reads the page upwards is not believed") {
    Tagged document;
    const int root = document.add("Document");
    for (int i = 0; i < 8; ++i) document.text("P", root, "alinea", 50, 400 - 40 * i);
    CHECK_FALSE(document.read().is_trusted[0]);
}

TEST_CASE("a document of headings alone has none") {
    Tagged document;
    const int root = document.add("Document");
    for (int i = 0; i < 15; ++i)
        document.text("H1", root, "lange tekst die als kop is getagd maar het niet is", 50, 100 + 40 * i);
    for (const Structure::Block& block : document.read().blocks)
        CHECK(std::get<TextBlock>(block.item.content).heading == 0);
}

TEST_CASE("lines know the white space behind them in their column") {
    Tagged document;
    const int root = document.add("Document");
    const int paragraph = document.text("P", root, "een regel die de kolom vult", 50, 100);
    document.put(paragraph, "nog een regel die hem vult", 50, 112);
    document.put(paragraph, "kort", 50, 124);
    const Structure structure = document.read();
    const auto& block = std::get<TextBlock>(structure.blocks.front().item.content);
    REQUIRE(block.lines.size() == 3);
    CHECK(block.lines[0].room == 0);
    CHECK(block.lines[2].room == block.lines[0].box.right - block.lines[2].box.right);
}

TEST_CASE("a line that something stands beside has no more room than the others beside it") {
    Tagged document;
    const int root = document.add("Document");
    const int paragraph = document.text("P", root, "smalle regel naast een kader", 50, 100);
    document.put(paragraph, "smalle regel naast het", 50, 112);
    document.put(paragraph, "hele brede regel van de alinea die onder het kader door loopt tot de kant", 50, 148);
    const int side = document.text("P", root, "let op", 250, 100);
    document.put(side, "kader", 250, 112);
    const int wide = document.text("P", root, "weer een brede regel", 50, 200);
    document.put(wide, "en nog een", 50, 212);
    document.put(wide, "hele brede regel van de alinea die onder het kader door loopt tot de kant", 50, 224);
    const Structure structure = document.read();
    const auto& lines = std::get<TextBlock>(structure.blocks.front().item.content).lines;
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].room == 0);
    CHECK(lines[1].room == lines[0].box.right - lines[1].box.right);
    CHECK(lines[2].room == 0);
}

TEST_CASE("a paragraph that goes on in the next column is read down the first") {
    Tagged document;
    const int paragraph = document.text("P", document.add("Document"), "links boven", 50, 600);
    document.put(paragraph, "links onder", 50, 612);
    document.put(paragraph, "rechts boven", 300, 100);
    document.put(paragraph, "rechts onder", 300, 600);
    CHECK(dump(document) == "links boven links onder rechts boven rechts onder");
}

TEST_CASE("marked content that two tags name is read once") {
    Tagged document;
    const int root = document.add("Document");
    const int first = document.text("P", root, "tekst", 50, 100);
    const int second = document.add("P", root);
    document[second].content = document[first].content;
    CHECK(dump(document) == "tekst");
}

TEST_CASE("a page is read before the next, whatever the tree's order") {
    Tagged document(2);
    const int root = document.add("Document");
    document.text("P", root, "tweede", 50, 100, 2);
    document.text("P", root, "eerste", 50, 100, 1);
    CHECK(dump(document) == "eerste | tweede");
}
