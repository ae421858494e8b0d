#include "ingest/pdf/zones.h"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <utility>

#include "ingest/pdf/small_marks.h"
#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

void add(Page& page, std::string_view line, double top, double size = type_size) {
    for (Word& word : make_line(line, top)) {
        word.size = size;
        page.words.push_back(std::move(word));
    }
}

// Lines of body that differ from page to page, from 100 down.
Page make_body(int number, int lines = 20) {
    Page page = make_page();
    page.number = number;
    for (int i = 0; i < lines; ++i)
        add(page,
            "Regel " + std::string(static_cast<std::size_t>(number), 'x') +
                std::string(static_cast<std::size_t>(i + 1), 'y'),
            100 + 14 * i);
    return page;
}

std::string text(const Page& page, const std::vector<WordIndex>& words) {
    std::string text;
    for (const WordIndex word : words) text += (text.empty() ? "" : " ") + page.words[word].text;
    return text;
}

Ruling level_line(double y, double from, double to) {
    return {.is_horizontal = true, .position = y, .from = from, .to = to, .width = 0.5};
}

Ruling upright_line(double x, double from, double to) {
    return {.is_horizontal = false, .position = x, .from = from, .to = to, .width = 0.5};
}

}  // namespace

TEST_CASE("lines that repeat in the margins are headers and footers") {
    std::vector<Page> pages;
    for (int i = 1; i <= 4; ++i) {
        pages.push_back(make_body(i));
        add(pages.back(), "De Linde", 40);
        add(pages.back(), "Pagina " + std::to_string(i) + " van 4", 790);
    }
    const std::vector<Zones> zones = find_zones(pages);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        CHECK(text(pages[i], zones[i].header) == "De Linde");
        CHECK(text(pages[i], zones[i].footer) == "Pagina " + std::to_string(i + 1) + " van 4");
        CHECK(zones[i].body.size() == 40);
    }
}

TEST_CASE("a first page may be without header, and odd and even pages may differ") {
    std::vector<Page> pages;
    for (int i = 1; i <= 7; ++i) {
        pages.push_back(make_body(i));
        if (i > 1) add(pages.back(), i % 2 == 0 ? "Schoolprofiel" : "De Linde", 40);
        if (i > 1) add(pages.back(), std::to_string(i - 1), 790);
    }
    const std::vector<Zones> zones = find_zones(pages);
    CHECK(zones[0].header.empty());
    CHECK(text(pages[1], zones[1].header) == "Schoolprofiel");
    CHECK(text(pages[2], zones[2].header) == "De Linde");
    CHECK(text(pages[6], zones[6].footer) == "6");
}

TEST_CASE("headers of chapters of two pages each, and of few left and right pages, are headers") {
    std::vector<Page> pages;
    SUBCASE("chapters") {
        for (int i = 1; i <= 6; ++i) {
            pages.push_back(make_body(i));
            add(pages.back(), i <= 2 ? "Visie" : i <= 4 ? "Aanbod" : "Grenzen", 40);
        }
    }
    SUBCASE("left and right pages behind a first page without header") {
        for (int i = 1; i <= 5; ++i) {
            pages.push_back(make_body(i));
            if (i > 1) add(pages.back(), i % 2 == 0 ? "Schoolprofiel" : "De Linde", 40);
        }
    }
    const std::vector<Zones> zones = find_zones(pages);
    for (std::size_t i = 1; i < pages.size(); ++i) {
        CHECK_FALSE(zones[i].header.empty());
        CHECK(zones[i].body.size() == 40);
    }
}

TEST_CASE("a header that repeats the heading of a chapter of one page is a header") {
    std::vector<Page> pages;
    const std::vector<std::string> chapters{"Visie", "Aanbod", "Extra hulp", "Grenzen"};
    for (int i = 1; i <= 4; ++i) {
        const std::string& chapter = chapters[static_cast<std::size_t>(i - 1)];
        pages.push_back(make_body(i));
        add(pages.back(), chapter, 40, 0.9 * type_size);
        add(pages.back(), std::to_string(i) + " " + chapter, 80, 1.4 * type_size);
    }
    const std::vector<Zones> zones = find_zones(pages);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        CHECK(text(pages[i], zones[i].header) == chapters[i]);
        CHECK(text(pages[i], zones[i].body).ends_with(chapters[i]));
    }
}

TEST_CASE("lines of body that stand at the top of two pages each are body") {
    std::vector<Page> pages;
    for (int i = 1; i <= 6; ++i) {
        pages.push_back(make_body(i));
        const char* const line = i <= 2 ? "Visie" : i <= 4 ? "Aanbod" : "Grenzen";
        SUBCASE("without white space below") { add(pages.back(), line, 86); }
        SUBCASE("as a heading, in larger type") { add(pages.back(), line, 60, 1.4 * type_size); }
    }
    for (const Zones& zones : find_zones(pages)) CHECK(zones.header.empty());
}

TEST_CASE("numbered headings at the top of pages in a row are body") {
    std::vector<Page> pages;
    for (int i = 1; i <= 6; ++i) {
        pages.push_back(make_body(i));
        if (i > 3) add(pages.back(), "Bijlage " + std::to_string(i - 3), 60, 1.4 * type_size);
    }
    for (const Zones& zones : find_zones(pages)) CHECK(zones.header.empty());
}

TEST_CASE("numbers at the foot that do not count pages are body") {
    std::vector<Page> pages;
    for (int i = 1; i <= 3; ++i) {
        pages.push_back(make_body(i));
        add(pages.back(), std::to_string(i * i + 3), 790);
    }
    for (const Zones& zones : find_zones(pages)) CHECK(zones.footer.empty());
}

TEST_CASE("numbers below the text of most pages that count them are theirs, however wide the margin") {
    const auto footers = [](int count, const auto& said) {
        std::vector<Page> pages;
        for (int i = 1; i <= count; ++i) {
            pages.push_back(make_page());
            for (int line = 0; line < 20; ++line) add(pages.back(), "Woorden", 60 + 20.0 * line);
            add(pages.back(), said(i), 650);
        }
        std::size_t found = 0;
        for (const Zones& zones : find_zones(pages)) found += !zones.footer.empty();
        return found;
    };
    CHECK(footers(3, [](int i) { return std::to_string(i); }) == 3);
    CHECK(footers(2, [](int i) { return std::to_string(i); }) == 0);
    CHECK(footers(3, [](int) { return "3"; }) == 0);
    CHECK(footers(3, [](int i) { return std::to_string(i) + " kinderen"; }) == 0);
}

TEST_CASE("one page has no furniture but a page number that says so, and artifacts") {
    std::vector<Page> pages{make_body(1)};
    add(pages[0], "De Linde", 40);
    add(pages[0], "Pagina 1 van 1", 790);
    CHECK(find_zones(pages)[0].header.empty());
    CHECK(text(pages[0], find_zones(pages)[0].footer) == "Pagina 1 van 1");
    for (const auto& [last, footer] : {std::pair("Blz. 1", "Blz. 1"), std::pair("Pagina 3", ""), std::pair("1", "")}) {
        std::vector<Page> other{make_body(1)};
        add(other[0], last, 790);
        CHECK(text(other[0], find_zones(other)[0].footer) == footer);
    }
    pages[0].words[40].is_artifact = pages[0].words[41].is_artifact = true;
    CHECK(text(pages[0], find_zones(pages)[0].header) == "De Linde");
}

TEST_CASE("a number alone far below a page's text is its number where page numbers stand") {
    for (const auto& [number, left, top, is_footer] :
         {std::tuple("-7-", 50, 790, true), std::tuple("7", 295, 790, true), std::tuple("1", 540, 790, true),
          std::tuple("7", 295, 390, false), std::tuple("7", 150, 790, false), std::tuple("2018", 287, 790, false)}) {
        CAPTURE(number);
        std::vector<Page> pages{make_body(1)};
        pages[0].words.push_back(make_word(number, left, top));
        CHECK(text(pages[0], find_zones(pages)[0].footer) == (is_footer ? number : ""));
    }
}

TEST_CASE("a table's header row that is drawn again on each page is body") {
    std::vector<Page> pages;
    for (int i = 1; i <= 4; ++i) {
        pages.push_back(make_body(i));
        add(pages.back(), "Onderdeel[80]Toelichting", 80);
    }
    SUBCASE("with lines, drawn cell by cell") {
        for (Page& page : pages)
            for (const double x : {48.0, 150.0, 300.0})
                for (double y = 75; y < 300; y += 25) page.rulings.push_back(upright_line(x, y, y + 24));
    }
    SUBCASE("without lines, text below text") {
        for (Page& page : pages) {
            page.words.erase(page.words.begin(), page.words.begin() + 4);
            add(page, std::string(8, static_cast<char>('a' + page.number)) + "[85]ja", 95);
        }
    }
    for (const Zones& zones : find_zones(pages)) CHECK(zones.header.empty());
}

TEST_CASE("a header in a table of its own is a header") {
    std::vector<Page> pages;
    for (int i = 1; i <= 3; ++i) {
        pages.push_back(make_body(i));
        add(pages.back(), "De Linde[200]Versie 2", 40);
        for (const double x : {48.0, 150.0, 400.0}) pages.back().rulings.push_back(upright_line(x, 35, 58));
    }
    for (std::size_t i = 0; i < pages.size(); ++i)
        CHECK(text(pages[i], find_zones(pages)[i].header) == "De Linde Versie 2");
}

TEST_CASE("two pages that start with the same label keep it") {
    std::vector<Page> pages{make_body(1), make_body(2)};
    for (Page& page : pages) add(page, "Naam leerling:", 86);
    for (const Zones& zones : find_zones(pages)) CHECK(zones.header.empty());
}

TEST_CASE("headers of pages shown turned are found at their side") {
    std::vector<Page> pages;
    for (int i = 1; i <= 3; ++i) {
        Page page = make_body(i);
        add(page, "De Linde", 40);
        for (Word& word : page.words) {  // a quarter turn clockwise
            word.box = {page.height - word.box.bottom, word.box.left, page.height - word.box.top, word.box.right};
            word.rotation = 1;
        }
        std::swap(page.width, page.height);
        pages.push_back(std::move(page));
    }
    const std::vector<Zones> zones = find_zones(pages);
    CHECK(text(pages[1], zones[1].header) == "De Linde");
}

TEST_CASE("notes stand below a separator or have a mark in the text") {
    std::vector<Page> pages{make_body(1)};
    Page& page = pages[0];
    SUBCASE("separator") { page.rulings.push_back(level_line(740, 50, 194)); }
    SUBCASE("mark") {
        Word mark = make_word("1", 200, 98, 6);
        mark.is_raised = true;
        page.words.push_back(mark);
    }
    add(page, "1 Telling van oktober", 746, 8);
    add(page, "zonder dialecten", 756, 8);
    add(page, "2 Zie de website", 766, 8);
    const Zones zones = find_zones(pages)[0];
    REQUIRE(zones.footnotes.size() == 2);
    CHECK(zones.footnotes[0].label == "1");
    CHECK(text(page, zones.footnotes[0].words) == "Telling van oktober zonder dialecten");
    CHECK(text(page, zones.footnotes[1].words) == "Zie de website");
}

TEST_CASE("notes at the end of the document have their marks on earlier pages") {
    std::vector<Page> pages{make_body(1), make_body(2), make_body(3)};
    Word mark = make_word("1", 200, 98, 6);
    mark.is_raised = true;
    pages[0].words.push_back(mark);
    const std::size_t noted = 2;
    add(pages[noted], "1 Telling van oktober", 400, 8);
    std::vector<Zones> zones = find_zones(pages);
    REQUIRE(zones[noted].footnotes.size() == 1);
    CHECK(text(pages[noted], zones[noted].footnotes[0].words) == "Telling van oktober");

    pages.push_back(make_body(4));  // then the small line is not at the end
    CHECK(find_zones(pages)[noted].footnotes.empty());
}

TEST_CASE("notes at the end of the document may have roman numbers, each a note") {
    std::vector<Page> pages{make_body(1), make_body(2)};
    const auto raised = [](Page& page, const char* label, double left, double top) {
        page.words.push_back(make_word(label, left, top, 5));
        page.words.back().is_raised = true;
    };
    for (const auto& [label, top] : {std::pair("i", 98.0), std::pair("ii", 138.0)}) raised(pages[0], label, 200, top);
    pages[1].rulings.push_back(level_line(740, 50, 194));
    for (const auto& [label, text, top] :
         {std::tuple("i", "Telling van oktober", 746.0), std::tuple("ii", "Zie de website", 756.0)}) {
        raised(pages[1], label, 50, top);
        for (Word word : make_line(text, top)) {
            word.size = 8;
            word.box.left += 16;
            word.box.right += 16;
            pages[1].words.push_back(word);
        }
    }
    const std::vector<Footnote> notes = find_zones(pages)[1].footnotes;
    REQUIRE(notes.size() == 2);
    CHECK(text(pages[1], notes[0].words) == "Telling van oktober");
    CHECK(notes[1].label == "ii");
    CHECK(text(pages[1], notes[1].words) == "Zie de website");
}

TEST_CASE("a small number behind a word is the mark of a note that the page has") {
    const struct {
        const char* what;
        double size, gap, down;  // of the number: type, points behind the word, points below its line
        const char* label;       // of the page's note
        bool has_raised, is_mark;
    } cases[] = {{"on the line", 8, 0.6, 0, "4", false, true},
                 {"touching", 7, 0, 0, "4", false, true},
                 {"the number of a group in the same type", 10, 0.6, 0, "4", false, false},
                 {"the index of a formula", 7, 0, 2.5, "4", false, false},
                 {"a column of its own", 8, 6, 0, "4", false, false},
                 {"no note of this number", 8, 0.6, 0, "5", false, false},
                 {"a note that is raised elsewhere", 8, 0.6, 0, "4", true, false}};
    for (const auto& [what, size, gap, down, label, has_raised, is_mark] : cases) {
        CAPTURE(what);
        Page page = make_page(make_line("verwijzingen sbo"));
        const double right = page.words[1].box.right;
        Word number = make_word("4", right + gap, 100, size);
        const double move = 112 - 0.2 * 10 - (number.box.bottom - 0.2 * size) + down;  // to the same line of writing
        number.box.top += move;
        number.box.bottom += move;
        page.words.push_back(number);
        Zones zones;
        zones.footnotes.push_back({label, {}});
        zones.body = {0, 1, 2};
        if (has_raised) {
            page.words.push_back(make_word("4", 300, 97, 6));
            page.words.back().is_raised = true;
            zones.body.push_back(3);
        }
        raise_small_marks(page, zones);
        CHECK(page.words[2].is_raised == is_mark);
    }
}

TEST_CASE("small type at the foot without separator and mark is body") {
    std::vector<Page> pages{make_body(1)};
    add(pages[0], "1 Telling van oktober", 746, 8);
    CHECK(find_zones(pages)[0].footnotes.empty());
}

TEST_CASE("a line to sign on is no separator") {
    std::vector<Page> pages{make_body(1)};
    pages[0].rulings.push_back(level_line(740, 50, 194));
    add(pages[0], "Handtekening directeur", 746, 8);
    CHECK(find_zones(pages)[0].footnotes.empty());
}

TEST_CASE("tick boxes at the top of each page are no header") {
    std::vector<Page> pages;
    for (int i = 1; i <= 3; ++i) {
        pages.push_back(make_body(i));
        add(pages.back(), "☐ ☐ ☐", 40);
    }
    for (const Zones& zones : find_zones(pages)) CHECK(zones.header.empty());
}
