#include "ingest/pdf/repair.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

std::string repaired(Page page) {
    std::vector<Page> pages{std::move(page)};
    repair_words(pages);
    return text_of(pages[0].words);
}

Image whole_page(const Page& page, double share = 1) { return {.box = {0, 0, page.width, page.height * share}}; }

}  // namespace

TEST_CASE("text that is not seen is dropped unless it is the text of a scan") {
    struct Row {
        std::string what;
        double image_share;
        bool second_is_invisible;
        std::string expected;
    };
    const Row rows[] = {
        {"a hidden note on a page of text", 0, false, "zichtbare"},
        {"a page whose text is all hidden: a scan in outlines", 0, true, "geheim zichtbare"},
        {"a hidden note over a background", 1, false, "zichtbare"},
        {"a scan with its text", 1, true, "geheim zichtbare"},
        {"a hidden note beside a photograph", 0.4, false, "zichtbare"},
    };
    for (const auto& [what, image_share, second_is_invisible, expected] : rows) {
        CAPTURE(what);
        Page page = make_page(make_line("geheim zichtbare"));
        page.words[0].is_invisible = true;
        page.words[1].is_invisible = second_is_invisible;
        if (image_share > 0) page.images.push_back(whole_page(page, image_share));
        CHECK(repaired(page) == expected);
    }
}

TEST_CASE("text that is not seen is kept apart") {
    std::vector<Page> pages{make_page(make_line("geheim zichtbare"))};
    pages[0].words[0].is_invisible = true;
    repair_words(pages);
    CHECK(text_of(pages[0].words) == "zichtbare");
    CHECK(text_of(pages[0].hidden) == "geheim");
}

TEST_CASE("text painted twice is kept once") {
    struct Row {
        std::string first, second;
        double right, down;  // of the second word's start against the first one's, in points at 10 points
        bool is_double;
    };
    const Row rows[] = {
        {"Visie", "Visie", 0.3, 0, true},  // fake bold
        {"Visie", "Visie", 0, 0, true},   {"Visie", "Visie", 0.5, 0.5, true},
        {"Visie", "Visie", 0, 12, false},                             // next line
        {"ja", "ja", 12, 0, false},       {"l", "l", 2.2, 0, false},  // the narrowest letters in a row
        {"Visie", "Missie", 0, 0, false},
    };
    for (const auto& [first, second, right, down, is_double] : rows) {
        CAPTURE(second);
        CAPTURE(right);
        Page page = make_page({make_word(first, 50, 100), make_word(second, 50 + right, 100 + down)});
        std::vector<Page> pages{page};
        repair_words(pages);
        CHECK(pages[0].words.size() == (is_double ? 1 : 2));
    }
}

TEST_CASE("an unknown character before a line is a bullet, elsewhere it stays unknown") {
    struct Row {
        std::string line, expected;
    };
    const Row rows[] = {
        {"\uFFFD[8]ondersteuning", "• ondersteuning"},
        {"\uE00A[8]ondersteuning", "• ondersteuning"},
        {"de \uFFFD school", "de \uFFFD school"},
        {"\uFFFDschool is", "\uFFFDschool is"},
        {"\uFFFD[0.5]school", "\uFFFD school"},  // a letter of the word
        {"\uFFFD", "\uFFFD"},
    };
    for (const auto& [line, expected] : rows) {
        CAPTURE(line);
        CHECK(repaired(make_page(make_line(line))) == expected);
    }
}

TEST_CASE("repairs work together") {
    // Ghostscript's ligatures on one page tell what those of another page are; leaders part; a tick box is named.
    std::vector<Page> pages{make_page(make_line("\uF0FE pro\u6600\u6900el.......3")),
                            make_page(make_line("rela\u7400\u6900e"))};
    pages[0].words[0].font = -1;
    repair_words(pages);
    CHECK(text_of(pages[0].words) == "☒ profiel|.......|3");
    CHECK(text_of(pages[1].words) == "relatie");
}

TEST_CASE("repairing twice changes nothing") {
    std::vector<Page> pages{make_page(make_line("D[3]E[8]L[3]I[3]N[3]D[3]E \uF0FE onder[1.3]\u00AD"))};
    repair_words(pages);
    const std::vector<Page> once = pages;
    repair_words(pages);
    CHECK(pages == once);
}
