#include "ingest/pdf/joins.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "ingest/pdf/flow.h"
#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;

namespace {

// Pages that fill up line by line; a character is five points wide.
class Paper {
public:
    Paper() { turn(); }

    void turn() {
        pages.push_back(test::make_page());
        pages.back().number = static_cast<int>(pages.size());
        top_ = 60;
    }
    void go_to(double top) { top_ = top; }

    TextBlock text(std::initializer_list<std::string_view> lines, double left = 50) {
        TextBlock block;
        for (const std::string_view line : lines) {
            Page& page = pages.back();
            std::vector<WordIndex> words;
            for (Word word : test::make_line(line, top_)) {
                word.box.left += left - 50;
                word.box.right += left - 50;
                for (double& edge : word.edges) edge += left - 50;
                words.push_back(static_cast<WordIndex>(page.words.size()));
                page.words.push_back(std::move(word));
            }
            for (Line& made : lines_of(page, static_cast<int>(pages.size()) - 1, words, std::nullopt)) {
                block.lines.push_back(std::move(made));
            }
            top_ += 14;
        }
        return block;
    }

    TableRow row(std::initializer_list<std::string_view> cells, bool is_header = false) {
        TableRow made;
        made.is_header = is_header;
        const double top = top_;
        int column = 0;
        for (const std::string_view text : cells) {
            TableCell cell;
            cell.column = column;
            cell.page = static_cast<int>(pages.size()) - 1;
            cell.is_header = is_header;
            const double left = 50 + 100 * column++;
            cell.box = {left, top, left + 100, top + 14};
            top_ = top;
            if (!text.empty()) cell.items.push_back({this->text({text}, left + 2)});
            made.cells.push_back(std::move(cell));
        }
        top_ = top + 14;
        return made;
    }

    TableBlock table(std::vector<TableRow> rows) const {
        TableBlock made;
        made.page = made.last_page = static_cast<int>(pages.size()) - 1;
        made.columns = static_cast<int>(rows.front().cells.size());
        for (int i = 0; i <= made.columns; ++i) made.edges.push_back(50 + 100 * i);
        made.box = rows.front().cells.front().box;
        made.box.bottom = rows.back().cells.back().box.bottom;
        made.rows = std::move(rows);
        return made;
    }

    std::vector<Page> pages;

private:
    double top_ = 60;
};

std::string text_of(const TableCell& cell, const std::vector<Page>& pages) {
    std::string text;
    for (const Item& item : cell.items)
        for (const Line& line : std::get<TextBlock>(item.content).lines) {
            if (!text.empty()) text += &line == &std::get<TextBlock>(item.content).lines.front() ? '/' : ' ';
            for (const WordIndex word : line.words)
                text += (word == line.words.front() ? "" : " ") +
                        pages[static_cast<std::size_t>(line.page)].words[word].text;
        }
    return text;
}

// Rows by '\n', cells by '|', merged ones with their span.
std::string text_of(const Item& item, const std::vector<Page>& pages) {
    std::string text;
    for (const TableRow& row : std::get<TableBlock>(item.content).rows) {
        if (!text.empty()) text += '\n';
        for (const TableCell& cell : row.cells) {
            text += &cell == &row.cells.front() ? "" : "|";
            text += text_of(cell, pages);
            if (cell.row_span > 1) text += " v" + std::to_string(cell.row_span);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a paragraph that the page cut in a sentence is whole, also with a page number between") {
    Paper paper;
    std::vector<Item> items;
    items.push_back({paper.text(
        {"Wij bieden ieder kind de ondersteuning die het", "nodig heeft en wij doen dat samen met de ouders"})});
    paper.go_to(800);
    items.push_back({paper.text({"4"})});
    paper.turn();
    items.push_back({paper.text({"en de leerkracht."})});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 2);
    CHECK(std::get<TextBlock>(items[0].content).lines.size() == 3);
    CHECK(std::get<TextBlock>(items[1].content).lines.front().page == 0);
}

TEST_CASE("a word that the page cut goes on wherever the next column starts") {
    for (const auto& [left, first, count] :
         {std::tuple(50, "steuning geven wij", 1), std::tuple(90, "steuning geven wij", 1),
          std::tuple(90, "Steuning geven wij", 2)}) {
        CAPTURE(first);
        Paper paper;
        paper.go_to(740);
        std::vector<Item> items{{paper.text({"Wij lezen elke dag een half uur en onder-"})}};
        paper.turn();
        items.push_back({paper.text({first}, left)});
        join_pages(items, paper.pages);
        CHECK(items.size() == static_cast<std::size_t>(count));
    }
}

TEST_CASE("a paragraph that ends does not go on on the next page") {
    const struct {
        std::string_view last, next;
    } rows[] = {
        {"die het nodig heeft. Wij doen dat samen.", "Samen met ouders"},
        {"een korte regel", "en nog een regel"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.last);
        Paper paper;
        std::vector<Item> items;
        items.push_back({paper.text({"Wij bieden ieder kind in onze school de ondersteuning", row.last})});
        paper.turn();
        items.push_back({paper.text({row.next})});
        join_pages(items, paper.pages);
        CHECK(items.size() == 2);
    }
}

TEST_CASE("the longest of the short lines of a form does not go on on the next page") {
    Paper paper;
    std::vector<Item> items;
    for (const std::string_view line : {"Namens de school", "Naam: K. Bos", "Plaats en datum: Gouda, 10 oktober 2013"})
        items.push_back({paper.text({line})});
    paper.turn();
    items.push_back({paper.text({"Namens de MR"})});
    SUBCASE("where nothing tells how wide the text may be") {
        join_pages(items, paper.pages);
        CHECK(items.size() == 4);
    }
    SUBCASE("where other lines are longer") {
        items.push_back({paper.text({"De medezeggenschapsraad heeft instemming verleend aan", "dit profiel."})});
        join_pages(items, paper.pages);
        CHECK(items.size() == 5);
    }
    SUBCASE("but it does where others end there") {
        items.push_back({paper.text({"De medezeggenschapsraad verleent instemmin", "aan dit profiel."})});
        join_pages(items, paper.pages);
        CHECK(items.size() == 4);
    }
}

TEST_CASE("a table goes on on the next page without its repeated header") {
    Paper paper;
    std::vector<Item> items;
    items.push_back({paper.table({paper.row({"Naam", "Taak"}, true), paper.row({"An", "Les"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"Naam", "Taak"}), paper.row({"Bo", "Zorg"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"Naam", "Taak"}), paper.row({"Cas", "Hulp"})})});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 1);
    CHECK(text_of(items[0], paper.pages) == "Naam|Taak\nAn|Les\nBo|Zorg\nCas|Hulp");
}

TEST_CASE("the space below a row's text that went to the next page is no row, one to write in is") {
    for (const double height : {5.0, 14.0}) {
        Paper paper;
        paper.go_to(770);
        TableBlock first = paper.table({paper.row({"Doelgroep", "Hulp"}, true), paper.row({"lezen", "maatje"})});
        paper.turn();
        TableBlock second = paper.table(
            {paper.row({"Doelgroep", "Hulp"}, true), paper.row({"", ""}), paper.row({"gedrag", "training"})});
        for (TableCell& cell : second.rows[1].cells) cell.box.bottom = cell.box.top + height;
        std::vector<Item> items{{std::move(first)}, {std::move(second)}};
        join_pages(items, paper.pages);
        REQUIRE(items.size() == 1);
        CHECK(text_of(items[0], paper.pages) == (height < 14 ? "Doelgroep|Hulp\nlezen|maatje\ngedrag|training"
                                                             : "Doelgroep|Hulp\nlezen|maatje\n|\ngedrag|training"));
    }
}

TEST_CASE("two tables with their own headers stay two") {
    Paper paper;
    std::vector<Item> items;
    items.push_back({paper.table({paper.row({"Naam", "Taak"}, true), paper.row({"An", "Les"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"Jaar", "Aantal"}, true), paper.row({"2015", "3"})})});
    join_pages(items, paper.pages);
    CHECK(items.size() == 2);
}

TEST_CASE("a table with room below it does not go on on the next page") {
    Paper paper;
    std::vector<Item> items;
    items.push_back({paper.table({paper.row({"An", "Les"}), paper.row({"Bo", "Zorg"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"Cas", "Hulp"}), paper.row({"Dirk", "Rust"})})});
    paper.go_to(700);
    items.push_back({paper.text({"De onderste regel."})});
    join_pages(items, paper.pages);
    CHECK(items.size() == 3);
}

TEST_CASE("a row that the page cut is one row and its sentences are whole") {
    Paper paper;
    std::vector<Item> items;
    items.push_back({paper.table({paper.row({"An", "Les."}), paper.row({"Bo", "Zorg voor allemaal"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"", "in de klas."}), paper.row({"Cas", "Hulp."})})});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 1);
    CHECK(text_of(items[0], paper.pages) == "An|Les.\nBo|Zorg voor allemaal in de klas.\nCas|Hulp.");
}

TEST_CASE("the rest of a row is no header, though it is shaded unlike the next") {
    for (const bool goes_on : {false, true}) {
        CAPTURE(goes_on);
        Paper paper;
        std::vector<Item> items;
        items.push_back({paper.table({paper.row({"An", "Les."}), paper.row({"Bo", "Zorg voor allemaal"})})});
        paper.turn();
        const std::string_view text = goes_on ? "in de klas." : "In de klas.";
        items.push_back({paper.table({paper.row({"", text}, true), paper.row({"Cas", "Hulp."})})});
        join_pages(items, paper.pages);
        CHECK(items.size() == (goes_on ? 1 : 2));
    }
}

TEST_CASE("a cell that the page did not part stands with the rest of its row") {
    Paper paper;
    std::vector<Item> items;
    items.push_back({paper.table({paper.row({"An", "Les.", "Boek"}), paper.row({"Bo", "Zorg voor allemaal", ""})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"", "in de klas.", "Bord"}), paper.row({"Cas", "Hulp.", "Pen"})})});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 1);
    CHECK(text_of(items[0], paper.pages) == "An|Les.|Boek\nBo|Zorg voor allemaal in de klas.|Bord\nCas|Hulp.|Pen");

    Paper other;
    items = {{other.table({other.row({"An", "Les."}), other.row({"", "Zorg voor allemaal"})})}};
    other.turn();
    items.push_back({other.table({other.row({"Bo", "in de klas."}), other.row({"Cas", "Hulp."})})});
    join_pages(items, other.pages);
    REQUIRE(items.size() == 1);
    CHECK(text_of(items[0], other.pages) == "An|Les.\nBo|Zorg voor allemaal in de klas.\nCas|Hulp.");
}

TEST_CASE("rows in small letters on both sides of a page break are two") {
    Paper paper;
    std::vector<Item> items;
    items.push_back(
        {paper.table({paper.row({"lezen", "leesgroep en een laptop"}), paper.row({"gedrag", "een rustige plek"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"hoogbegaafd", "een plusklas"}), paper.row({"taal", "logopedie"})})});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 1);
    CHECK(text_of(items[0], paper.pages) ==
          "lezen|leesgroep en een laptop\ngedrag|een rustige plek\nhoogbegaafd|een plusklas\ntaal|logopedie");
}

TEST_CASE("a row whose columns are often empty is no rest of the row before the page break") {
    Paper paper;
    std::vector<Item> items;
    paper.go_to(718);
    items.push_back({paper.table(
        {paper.row({"x", "", "lezen"}), paper.row({"", "x", "rekenen"}), paper.row({"x", "x", "autisme"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"", "", "slechtziend"}), paper.row({"x", "", "taal"})})});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 1);
    CHECK(text_of(items[0], paper.pages) == "x||lezen\n|x|rekenen\nx|x|autisme\n||slechtziend\nx||taal");
}

TEST_CASE("a row over three pages is one row") {
    Paper paper;
    std::vector<Item> items;
    items.push_back({paper.table({paper.row({"An", "Les."}), paper.row({"Bo", "Zorg voor allemaal"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"", "die in de klas"})})});
    paper.turn();
    items.push_back({paper.table({paper.row({"", "zitten."}), paper.row({"Cas", "Hulp."})})});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 1);
    CHECK(text_of(items[0], paper.pages) == "An|Les.\nBo|Zorg voor allemaal die in de klas zitten.\nCas|Hulp.");
}

TEST_CASE("a merged cell goes on over the page break") {
    Paper paper;
    std::vector<TableRow> rows{paper.row({"Zorg", "Les."}), paper.row({"", "Rust."})};
    rows[0].cells[0].row_span = 2;
    rows[1].cells.erase(rows[1].cells.begin());
    std::vector<Item> items;
    items.push_back({paper.table(std::move(rows))});
    paper.turn();
    items.push_back({paper.table({paper.row({"", "Hulp."}), paper.row({"Cas", "Hulp."})})});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 1);
    CHECK(text_of(items[0], paper.pages) == "Zorg v3|Les.\nRust.\nHulp.\nCas|Hulp.");
}

TEST_CASE("a cell without the line below that others have goes on over the page break") {
    for (const bool is_open : {false, true}) {
        CAPTURE(is_open);
        Paper paper;
        std::vector<TableRow> rows{paper.row({"Zorg", "Les."})};
        rows[0].cells[0].is_open = is_open;
        std::vector<Item> items;
        items.push_back({paper.table(std::move(rows))});
        paper.turn();
        items.push_back({paper.table({paper.row({"", "Hulp."}), paper.row({"Cas", "Rust."})})});
        join_pages(items, paper.pages);
        REQUIRE(items.size() == 1);
        // Without it, what the full page cut was the row.
        const std::string expected = is_open ? "Zorg v2|Les.\nHulp.\nCas|Rust." : "Zorg|Les./Hulp.\nCas|Rust.";
        CHECK(text_of(items[0], paper.pages) == expected);
    }
}

TEST_CASE("what stands below the gaps of a row without a line below it is of that row") {
    for (const bool is_cut : {false, true}) {
        CAPTURE(is_cut);
        Paper paper;
        std::vector<Item> items;
        items.push_back({paper.table({paper.row({"An", "Les.", "Boek"}), paper.row({"Bo", "", "Bord"})})});
        std::get<TableBlock>(items[0].content).is_cut = is_cut;
        paper.turn();
        items.push_back({paper.table({paper.row({"", "Zorg", ""}), paper.row({"Cas", "Hulp.", "Pen"})})});
        join_pages(items, paper.pages);
        REQUIRE(items.size() == 1);
        const std::string expected = is_cut ? "Bo|Zorg|Bord" : "Bo||Bord\n|Zorg|";
        CHECK(text_of(items[0], paper.pages) == "An|Les.|Boek\n" + expected + "\nCas|Hulp.|Pen");
    }
}

TEST_CASE("what stands below cells without the line that others have is of their row") {
    for (const bool is_open : {false, true}) {
        CAPTURE(is_open);
        Paper paper;
        std::vector<TableRow> rows{paper.row({"An", "Les.", "Boek"}), paper.row({"Bo", "Zorg.", ""})};
        for (TableCell& cell : rows[1].cells) cell.is_open = is_open && cell.column > 0;
        std::vector<Item> items;
        items.push_back({paper.table(std::move(rows))});
        paper.turn();
        items.push_back({paper.table({paper.row({"", "Rust.", "Bord"}), paper.row({"Cas", "Hulp.", "Pen"})})});
        join_pages(items, paper.pages);
        REQUIRE(items.size() == 1);
        const std::string expected = is_open ? "Bo|Zorg./Rust.|Bord" : "Bo|Zorg.|\n|Rust.|Bord";
        CHECK(text_of(items[0], paper.pages) == "An|Les.|Boek\n" + expected + "\nCas|Hulp.|Pen");
    }
}

TEST_CASE("a table in a cell goes on over the page break, and its row with it") {
    const auto rows_of = [](std::string_view first_below) {
        Paper paper;
        // A row with a label and a table below each other, as an outer row.
        const auto chapter = [&](std::string_view label, std::initializer_list<std::string_view> inner) {
            TableRow outer = paper.row({label, ""});
            outer.cells[1].items.push_back({paper.table({paper.row(inner)})});
            return outer;
        };
        paper.go_to(740);
        std::vector<Item> items{{paper.table({chapter("Hulp", {"Lezen", "Elke dag"})})}};
        paper.turn();
        items.push_back({paper.table({chapter(first_below, {"Rekenen", "Soms"})})});
        join_pages(items, paper.pages);
        REQUIRE(items.size() == 1);
        const auto& rows = std::get<TableBlock>(items[0].content).rows;
        const auto& inner = std::get<TableBlock>(rows[0].cells[1].items.at(0).content).rows;
        return std::pair(rows.size(), inner.size());
    };
    CHECK(rows_of("") == std::pair(std::size_t{1}, std::size_t{2}));
    CHECK(rows_of("Grenzen") == std::pair(std::size_t{2}, std::size_t{1}));
}

TEST_CASE("a paragraph goes on at the top of the next column") {
    Paper paper;
    std::vector<Item> items;
    TextBlock left = paper.text({"Wij bieden ieder kind de", "ondersteuning die het"});
    paper.go_to(60);
    TextBlock right = paper.text({"nodig heeft in de klas."}, 250);
    for (TextBlock* block : {&left, &right})
        for (Line& line : block->lines) {
            line.indent = 0;
            line.room = 3;
        }
    SUBCASE("where both stand in columns") {
        items.push_back({left});
        items.push_back({right});
        join_pages(items, paper.pages);
        REQUIRE(items.size() == 1);
        CHECK(std::get<TextBlock>(items[0].content).lines.size() == 3);
    }
    SUBCASE("but not where its text is indented") {
        right.lines.front().indent = 12;
        items.push_back({left});
        items.push_back({right});
        join_pages(items, paper.pages);
        CHECK(items.size() == 2);
    }
}

TEST_CASE("a page whose rows are merged has the columns of the table it goes on with") {
    Paper paper;
    std::vector<Item> items;
    items.push_back({paper.table({paper.row({"An", "Les", "ja"}), paper.row({"Bo", "Zorg", "nee"})})});
    paper.turn();
    TableBlock rest = paper.table({paper.row({"Alles"})});
    rest.edges = {50, 350};
    items.push_back({std::move(rest)});
    join_pages(items, paper.pages);
    REQUIRE(items.size() == 1);
    const auto& table = std::get<TableBlock>(items[0].content);
    CHECK(table.columns == 3);
    CHECK(table.rows.back().cells.at(0).column_span == 3);
}
