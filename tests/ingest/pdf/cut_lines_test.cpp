#include "ingest/pdf/cut_lines.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;

namespace {

// Two pages with a line each, of which so much is seen.
std::vector<Page> two_pages(std::string_view last, double seen, std::string_view first, double rest) {
    std::vector<Page> pages{test::make_page(), test::make_page()};
    pages[0].words = test::make_line(last, 780);
    pages[1].words = test::make_line(first, 50);
    for (Word& word : pages[0].words) word.seen = seen;
    for (Word& word : pages[1].words) word.seen = rest;
    return pages;
}

std::string text_of(const Page& page) {
    std::string text;
    for (const Word& word : page.words) text += word.text;
    return text;
}

}  // namespace

TEST_CASE("a line that a page break cut is on the page that shows more of it") {
    for (const auto& [seen, rest] : {std::pair(0.7, 0.35), std::pair(0.2, 0.8)}) {
        std::vector<Page> pages = two_pages("extra tijd", seen, "extra tijd", rest);
        drop_cut_lines(pages);
        CHECK(text_of(pages[0]) == (seen > rest ? "extratijd" : ""));
        CHECK(text_of(pages[1]) == (seen > rest ? "" : "extratijd"));
    }
}

TEST_CASE("what is seen once stays, however little of it") {
    std::vector<Page> pages = two_pages("extra tijd", 0.3, "extra uur", 0.7);
    drop_cut_lines(pages);
    CHECK(text_of(pages[0]) == "tijd");
    CHECK(text_of(pages[1]) == "extrauur");
}

TEST_CASE("equal lines of two pages that are seen alike are two") {
    for (const auto& [seen, rest] : {std::pair(1.0, 1.0), std::pair(0.9, 0.9), std::pair(0.3, 0.3)}) {
        std::vector<Page> pages = two_pages("extra tijd", seen, "extra tijd", rest);
        drop_cut_lines(pages);
        CHECK(text_of(pages[0]) == "extratijd");
        CHECK(text_of(pages[1]) == "extratijd");
    }
}
