#include "ingest/pdf/rows.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

TEST_CASE("turned text is seen as if it stood upright") {
    // A word 30 long and 12 high whose text starts at (100, 200), read in each direction.
    struct Row {
        int rotation;
        Box box, expected;
    };
    const Row rows[] = {
        {0, {100, 200, 130, 212}, {100, 200, 130, 212}},
        {1, {88, 200, 100, 230}, {200, -100, 230, -88}},
        {2, {70, 188, 100, 200}, {-100, -200, -70, -188}},
        {3, {100, 170, 112, 200}, {-200, 100, -170, 112}},
    };
    for (const auto& [rotation, box, expected] : rows) {
        CAPTURE(rotation);
        CHECK(upright(box, rotation) == expected);
    }
}

TEST_CASE("words of one line are a row in reading direction, whatever order they came in") {
    Page page = make_page({make_word("ons", 90, 100), make_word("profiel", 120, 101), make_word("regel", 50, 112),
                           make_word("Dit", 50, 100)});
    page.words.push_back(make_word("kant", 60, 100));
    page.words.back().rotation = 1;
    const std::vector<Row> rows = rows_of(page);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == Row{3, 0, 1});
    CHECK(rows[1] == Row{2});
    CHECK(rows[2] == Row{4});
}

TEST_CASE("a footnote mark shares the row of its word") {
    const Page page = make_page({make_word("plan", 50, 100), make_word("1", 70, 99, 6)});
    CHECK(rows_of(page).size() == 1);
}

TEST_CASE("upward text runs from the bottom of the page to its top") {
    Page page = make_page({make_word("school", 0, 0), make_word("De", 0, 0)});
    page.words[0].box = {100, 300, 112, 330};
    page.words[1].box = {100, 340, 112, 350};
    for (Word& word : page.words) word.rotation = 3;
    const std::vector<Row> rows = rows_of(page);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0] == Row{1, 0});
    CHECK(gap_between(page.words[1], page.words[0]) == doctest::Approx(10));
}

TEST_CASE("a word is cut at characters, not bytes") {
    Page page = make_page({make_word("één—twee", 50, 100)});
    cut_word(page, 0, {3, 4});
    CHECK(text_of(page.words) == "één|—|twee");
    CHECK(page.words[0].box.right == 65);
    CHECK(page.words[1].box.left == 65);
    CHECK(page.words[2].edges.front() == 70);
    CHECK(page.words[2].box.right == 90);
}

TEST_CASE("a turned word is cut along its text") {
    Page page = make_page({make_word("ab", 0, 0)});
    Word& word = page.words[0];
    word.rotation = 3;
    word.box = {100, 190, 112, 200};
    word.edges = {200, 195, 190};
    cut_word(page, 0, {1});
    CHECK(page.words[0].box == Box{100, 195, 112, 200});
    CHECK(page.words[1].box == Box{100, 190, 112, 195});
}
