#include "ingest/pdf/turn.h"

#include <doctest/doctest.h>

using namespace sop;
using namespace sop::pdf;

namespace {

Word word(const char* text, Box box, std::vector<double> edges, int rotation) {
    Word made;
    made.text = text;
    made.box = box;
    made.edges = std::move(edges);
    made.rotation = rotation;
    return made;
}

Page page_with(Word first) {
    Page page;
    page.width = 600;
    page.height = 800;
    page.words.push_back(std::move(first));
    return page;
}

}  // namespace

TEST_CASE("a page of upright text stays as it is") {
    Page page = page_with(word("tekst", {10, 20, 40, 30}, {10, 40}, 0));
    page.words.push_back(word("rug", {5, 5, 10, 30}, {5, 30}, 1));
    const Page before = page;
    turn_upright(page);
    CHECK(page == before);
}

TEST_CASE("text in every direction is turned upright and its places found back") {
    struct Row {
        Word word;
        Box turned;
        std::vector<double> edges;
    };
    const Row rows[] = {
        // Reads downward along the right side: the top line of the page on its left side.
        {word("ab", {580, 100, 590, 140}, {100, 120, 140}, 1), {100, 10, 140, 20}, {100, 120, 140}},
        {word("ab", {100, 780, 140, 790}, {140, 120, 100}, 2), {460, 10, 500, 20}, {460, 480, 500}},
        // Reads upward along the left side.
        {word("ab", {10, 660, 20, 700}, {700, 680, 660}, 3), {100, 10, 140, 20}, {100, 120, 140}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.word.rotation);
        Page page = page_with(row.word);
        turn_upright(page);
        CHECK(page.words[0].rotation == 0);
        CHECK(page.words[0].box == row.turned);
        CHECK(page.words[0].edges == row.edges);
        CHECK(as_shown(page, page.words[0].box) == row.word.box);
    }
}

TEST_CASE("lines turn with the page") {
    Page page = page_with(word("ab", {580, 100, 590, 140}, {100, 140}, 1));
    Ruling level, upright;
    level.position = 50;
    level.from = 100;
    level.to = 200;
    upright.is_horizontal = false;
    upright.position = 570;
    upright.from = 90;
    upright.to = 300;
    page.rulings = {level, upright};
    turn_upright(page);
    CHECK(page.width == 800);
    CHECK(page.rulings[0].is_horizontal);
    CHECK(page.rulings[0].position == 30);
    CHECK(page.rulings[0].from == 90);
    CHECK_FALSE(page.rulings[1].is_horizontal);
    CHECK(page.rulings[1].position == 50);
    CHECK(page.rulings[1].from == 400);
    CHECK(page.rulings[1].to == 500);
}

TEST_CASE("the lines of a turned page stand in their order again") {
    for (const int rotation : {1, 2, 3}) {
        CAPTURE(rotation);
        Page page = page_with(word("tekst", {10, 20, 40, 30}, {10, 40}, rotation));
        for (const double y : {100.0, 200.0}) page.rulings.push_back({.position = y, .from = 50, .to = 300});
        for (const double x : {50.0, 300.0})
            page.rulings.push_back({.is_horizontal = false, .position = x, .from = 100, .to = 200});
        turn_upright(page);
        REQUIRE(page.rulings.size() == 4);
        CHECK(page.rulings[0].is_horizontal);
        CHECK(page.rulings[1].is_horizontal);
        CHECK(page.rulings[0].position < page.rulings[1].position);
        CHECK(page.rulings[2].position < page.rulings[3].position);
    }
}
