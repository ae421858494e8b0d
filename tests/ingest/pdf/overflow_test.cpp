#include "ingest/pdf/overflow.h"

#include <doctest/doctest.h>

#include <string_view>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;

namespace {

// A column's side at 100 with text of the column behind it from 103 on; above it a word that runs over the side.
Page page_with(std::string_view word, double left) {
    Page page = test::make_page({test::make_word("Coach", 103, 130), test::make_word(word, left, 100)});
    Ruling side;
    side.is_horizontal = false;
    side.position = 100;
    side.from = 90;
    side.to = 150;
    page.rulings.push_back(side);
    return page;
}

void paint(Page& page, double left, double right) {
    TextRun run;
    run.box = {left, 100, right, 112};
    page.runs.push_back(run);
}

std::size_t words_after(Page page) {
    cut_overflows(page);
    return page.words.size();
}

}  // namespace

TEST_CASE("a word that runs into the text of the next cell is cut where that starts") {
    Page page = page_with("BegaafdheidVervroegd", 48);  // the capital at 103
    paint(page, 48, 104);
    paint(page, 103, 148);
    cut_overflows(page);
    REQUIRE(page.words.size() == 3);
    CHECK(page.words[1].text == "Begaafdheid");
    CHECK(page.words[1].box.right == doctest::Approx(103));
    CHECK(page.words[2].text == "Vervroegd");
}

TEST_CASE("a word that runs over the side of its cell is whole where nothing tells that another starts") {
    Page whole = page_with("hechtingsstoornis", 48);
    paint(whole, 48, 133);
    CHECK(words_after(whole) == 2);
    Page elsewhere = page_with("hechtingsstoornis", 48);  // painted in two pieces, not where the column starts
    paint(elsewhere, 48, 108);
    paint(elsewhere, 108, 133);
    CHECK(words_after(elsewhere) == 2);
    Page beneath = page_with("hechtingsstoornis", 48);  // the next cell's text is below its end
    paint(beneath, 48, 133);
    paint(beneath, 103, 190);
    CHECK(words_after(beneath) == 2);
    Page letters = page_with("hechtingsstoornis", 48);  // each letter by itself
    for (int i = 0; i < 17; ++i) paint(letters, 48 + 5 * i, 53 + 5 * i);
    CHECK(words_after(letters) == 2);
}
