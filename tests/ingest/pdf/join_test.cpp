#include "ingest/pdf/join.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

TextRun make_run(double left, double right, double top, int mcid, int font = 0, double size = type_size) {
    TextRun run;
    run.box = {left, top, right, top + 1.2 * size};
    run.size = size;
    run.font = font;
    run.mcid = mcid;
    return run;
}

}  // namespace

TEST_CASE("a word has the looks of the run under it") {
    Page page = make_page({make_word("Visie", 50, 100), make_word("school", 80, 114)});
    page.runs = {make_run(50, 75, 100, 3), make_run(50, 200, 114, 4)};
    page.runs[1].color = 0x112233;
    page.runs[1].is_artifact = true;
    join_runs(page);
    CHECK(page.words[0].mcid == 3);
    CHECK(page.words[0].font == 0);
    CHECK(page.words[0].size == 10);
    CHECK(page.words[1].mcid == 4);
    CHECK(page.words[1].color == 0x112233);
    CHECK(page.words[1].is_artifact);
}

TEST_CASE("of runs that overlap the one that starts nearest painted the word") {
    // Trailing spaces make a run reach over what follows it.
    Page page = make_page({make_word("een", 50, 100), make_word("twee", 70, 100), make_word("drie", 95, 100)});
    page.runs = {make_run(50, 120, 100, 1), make_run(70, 118, 100, 2), make_run(95, 115, 100, 3)};
    join_runs(page);
    CHECK(page.words[0].mcid == 1);
    CHECK(page.words[1].mcid == 2);
    CHECK(page.words[2].mcid == 3);
}

TEST_CASE("a run of the next line is not taken, however high its box") {
    Page page = make_page({make_word("boven", 50, 100), make_word("onder", 50, 110)});
    page.runs = {make_run(50, 75, 100, 1), make_run(50, 75, 110, 2)};
    join_runs(page);
    CHECK(page.words[0].mcid == 1);
    CHECK(page.words[1].mcid == 2);
}

TEST_CASE("a word is cut where its looks change and nowhere else") {
    struct Row {
        std::string change;
        TextRun second;
        std::string expected;
    };
    TextRun tinted = make_run(95, 115, 100, 1);
    tinted.color = 0xFF0000;
    TextRun artifact = make_run(95, 115, 100, 1);
    artifact.is_artifact = true;
    const Row rows[] = {
        {"none", make_run(95, 115, 100, 1), "Onderwijsplan"},
        {"a colour", tinted, "Onderwijsplan"},
        {"an equal font", make_run(95, 115, 100, 1, 1), "Onderwijsplan"},
        {"weight", make_run(95, 115, 100, 1, 2), "Onderwijs|plan"},
        {"marked content", make_run(95, 115, 100, 2), "Onderwijs|plan"},
        {"an artifact", artifact, "Onderwijs|plan"},
        {"size", make_run(95, 115, 99, 1, 0, 6), "Onderwijs|plan"},
        {"rounding of size", make_run(95, 115, 100, 1, 0, 9.6), "Onderwijsplan"},
    };
    for (const auto& [change, second, expected] : rows) {
        CAPTURE(change);
        Page page = make_page({make_word("Onderwijsplan", 50, 100)});
        page.fonts.resize(3);
        page.fonts[2].bold = true;
        page.runs = {make_run(50, 95, 100, 1), second};
        join_runs(page);
        CHECK(text_of(page.words) == expected);
    }
}

TEST_CASE("each piece of a cut word has its own looks") {
    Page page = make_page({make_word("aaabbbccc", 50, 100)});
    page.runs = {make_run(50, 65, 100, 1), make_run(65, 80, 100, 2), make_run(80, 95, 100, 3)};
    join_runs(page);
    REQUIRE(text_of(page.words) == "aaa|bbb|ccc");
    CHECK(page.words[0].mcid == 1);
    CHECK(page.words[1].mcid == 2);
    CHECK(page.words[2].mcid == 3);
}

TEST_CASE("a word over no run keeps what can be known of it") {
    Page page = make_page({make_word("los", 50, 100)});
    page.words[0].font = -1;
    page.runs = {make_run(300, 400, 100, 1), make_run(50, 65, 300, 2)};
    join_runs(page);
    CHECK(page.words[0].mcid == no_mcid);
    CHECK(page.words[0].font == -1);
    CHECK(page.words[0].size == doctest::Approx(10));
}

TEST_CASE("a word whose edges are unknown is joined by its middle") {
    Page page = make_page({make_word("woord", 50, 100)});
    page.words[0].edges.clear();
    page.runs = {make_run(50, 75, 100, 7)};
    join_runs(page);
    CHECK(page.words[0].mcid == 7);
}

TEST_CASE("turned words are joined with turned runs only") {
    Page page = make_page({make_word("kop", 0, 0)});
    page.words[0].rotation = 3;
    page.words[0].box = {100, 285, 112, 300};
    page.words[0].edges = {300, 295, 290, 285};
    TextRun run;
    run.box = {100, 280, 112, 300};
    run.size = 10;
    run.rotation = 3;
    run.mcid = 5;
    TextRun level = run;
    level.rotation = 0;
    level.mcid = 6;
    page.runs = {run, level};
    join_runs(page);
    CHECK(page.words[0].mcid == 5);
}

TEST_CASE("a watermark is an artifact and lends no looks to the text that it stands over") {
    Page page = make_page({make_word("CO", 200, 400, 60), make_word("gewone", 240, 420), make_word("tekst", 300, 420),
                           make_word("NC", 260, 350, 60), make_word("EPT", 320, 300, 60)});
    TextRun slanted = make_run(190, 410, 280, 9, 0, 60);
    slanted.box.bottom = 480;
    slanted.is_slanted = true;
    page.runs = {make_run(50, 500, 420, 3), slanted};
    join_runs(page);
    for (const Word& word : page.words) {
        CAPTURE(word.text);
        CHECK(word.is_artifact == (word.size == 60));
        CHECK(word.mcid == (word.size == 60 ? 9 : 3));
    }
}

TEST_CASE("runs far outside the page and of odd numbers are no harm") {
    Page page = make_page({make_word("woord", 50, 100)});
    page.runs = {make_run(50, 75, 100, 1), make_run(-1e30, 1e30, 100, 2), make_run(0.0 / 0.0, 75, 100, 3),
                 make_run(50, 75, 1e12, 4)};
    page.runs[1].box.top = -1e30;
    page.runs[1].box.bottom = 1e30;
    join_runs(page);
    CHECK(page.words[0].mcid == 1);
}
