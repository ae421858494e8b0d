#include "ingest/pdf/words.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "ingest/pdf/file.h"
#include "ingest/pdf/join.h"
#include "ingest/pdf/reading.h"
#include "ingest/pdf/repair.h"
#include "ingest/pdf/rows.h"
#include "tests/ingest/pdf/page_builder.h"
#include "tests/support/pdf_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;
using sop::test::PdfPage;

namespace {

// The first page's words as the pipeline has them before repairs.
Page read_page(const std::string& file) {
    std::vector<Diagnostic> diagnostics;
    PdfFile source(file, {}, {}, diagnostics);
    Page page = source.scan(0, diagnostics);
    TextReader(source.poppler_bytes()).read(page);
    join_runs(page);
    return page;
}

Page read_content(const std::string& content, const std::string& entries = {}) {
    return read_page(sop::test::pdf({PdfPage{content, entries, {}}}));
}

}  // namespace

TEST_CASE("words have their text, place and looks") {
    const Page page = read_content("BT /F1 12 Tf 100 700 Td (De school) Tj ET");
    REQUIRE(text_of(page.words) == "De school");
    const Word& word = page.words[0];
    CHECK(word.box.left == doctest::Approx(100));
    CHECK(word.box.top < 842 - 700);
    CHECK(word.box.bottom > 842 - 700);
    CHECK(word.size == doctest::Approx(12));
    CHECK(word.rotation == 0);
    CHECK(word.font == 0);
    REQUIRE(word.edges.size() == 3);
    CHECK(word.edges[0] == doctest::Approx(100));
    CHECK(word.edges[1] == doctest::Approx(108.664));  // D is 0.722 em wide
    CHECK(word.edges[2] == doctest::Approx(word.box.right));
}

TEST_CASE("text that runs off the page is whole and ends at the page's side") {
    const std::string file = sop::test::pdf({PdfPage{
        "BT /F1 12 Tf 560 700 Td (externe partners) Tj ET BT /F1 12 Tf 650 650 Td (snijteken) Tj ET", {}, {}}});
    const Page page = read_layout(file, {}).pages.front();
    CHECK(text_of(page.words) == "externe partners");
    for (const Word& word : page.words) {
        CHECK(word.box.right <= page.width);
        CHECK(word.edges.back() <= page.width);
    }
    REQUIRE(page.words.size() == 2);
    CHECK(page.words[0].box.right <= page.words[1].box.left);
}

TEST_CASE("characters beyond ASCII are UTF-8 with one edge each") {
    const Page page = read_content("BT /F1 12 Tf 100 700 Td (\\340\\351\\200) Tj ET");
    REQUIRE(page.words.size() == 1);
    CHECK(page.words[0].edges.size() == characters_of(page.words[0].text) + 1);
}

TEST_CASE("turned text has its direction, box and edges") {
    struct Row {
        std::string matrix;  // of text that starts at (300, 400) from the bottom left: (300, 442) as shown
        int rotation;
    };
    const Row rows[] = {{"1 0 0 1", 0}, {"0 -1 1 0", 1}, {"-1 0 0 -1", 2}, {"0 1 -1 0", 3}};
    for (const auto& [matrix, rotation] : rows) {
        CAPTURE(rotation);
        const Page page = read_content("BT /F1 12 Tf " + matrix + " 300 400 Tm (De school) Tj ET");
        REQUIRE(page.words.size() == 2);
        const std::vector<pdf::Row> lines = rows_of(page);
        REQUIRE(lines.size() == 1);
        const Word& first = page.words[lines[0][0]];
        CHECK(first.text == "De");
        CHECK(first.rotation == rotation);
        const Box box = upright(first);
        CHECK(box.left == doctest::Approx(upright(Box{300, 442, 300, 442}, rotation).left));
        CHECK(upright_edge(first.edges.front(), rotation) == doctest::Approx(box.left));
        CHECK(upright_edge(first.edges.back(), rotation) == doctest::Approx(box.right));
        CHECK(first.font == 0);  // joined with its run
    }
}

TEST_CASE("a turned page is read as shown") {
    struct Row {
        std::string entries;
        double width, height;
        int rotation;
        double left, top;  // of where "De" starts
    };
    const Row rows[] = {
        {"/Rotate 0", 595, 842, 0, 100, 142},
        {"/Rotate 90", 842, 595, 1, 700, 100},
        {"/Rotate 180", 595, 842, 2, 495, 700},
        {"/Rotate 270", 842, 595, 3, 142, 495},
        {"/CropBox [50 50 545 792]", 495, 742, 0, 50, 92},
    };
    for (const auto& [entries, width, height, rotation, left, top] : rows) {
        CAPTURE(entries);
        const Page page = read_content("BT /F1 12 Tf 100 700 Td (De) Tj ET", entries);
        REQUIRE(page.words.size() == 1);
        CHECK(page.width == width);
        CHECK(page.height == height);
        CHECK(page.words[0].rotation == rotation);
        const Box start = upright(Box{left, top, left, top}, rotation), box = upright(page.words[0]);
        CHECK(box.left == doctest::Approx(start.left));
        CHECK(box.top < start.top);
        CHECK(box.bottom > start.top);
        CHECK(page.words[0].font == 0);
    }
}

TEST_CASE("text outside the page as shown is no text of the page") {
    const Page page = read_content("BT /F1 12 Tf 100 700 Td (binnen) Tj 500 0 Td (rechts) Tj -500 200 Td (boven) Tj ET",
                                   "/CropBox [50 50 545 792]");
    CHECK(text_of(page.words) == "binnen");
}

TEST_CASE("a word that runs off the page is read as far as Poppler sees it") {
    const Page page = read_content("BT /F1 12 Tf 530 700 Td (ondersteuning) Tj 11 -20 Td (rand) Tj 5 -20 Td (x) Tj ET",
                                   "/CropBox [50 50 545 792]");
    CHECK(text_of(page.words) == "ond|ra");
}

TEST_CASE("a skipped page is never given to Poppler") {
    Page page = make_page();
    page.is_skipped = true;
    TextReader(sop::test::pdf("BT /F1 12 Tf 100 700 Td (tekst) Tj ET")).read(page);
    CHECK(page.words.empty());
}

TEST_CASE("a page that Poppler does not have stays empty") {
    Page page = make_page();
    page.number = 2;
    TextReader reader(sop::test::pdf("BT /F1 12 Tf 100 700 Td (tekst) Tj ET"));
    reader.read(page);
    CHECK(page.words.empty());
    page.number = 1;
    reader.read(page);
    CHECK(page.words.size() == 1);
}

TEST_CASE("what Poppler cannot open is a damaged file") {
    for (const std::string bytes : {"", "%PDF-1.4", "geen pdf"}) {
        CAPTURE(bytes);
        try {
            const TextReader reader(bytes);
            FAIL("opened");
        } catch (const ConversionError& error) {
            CHECK(error.code() == ErrorCode::damaged_package);
        }
    }
}

TEST_CASE("Poppler's complaints are counted for each document and printed nowhere") {
    Page page = make_page();
    TextReader bad(sop::test::pdf("BT /F9 12 Tf (a) Tj ET Q Q Q")), good(sop::test::pdf("BT /F1 12 Tf (a) Tj ET"));
    bad.read(page);
    good.read(page);
    CHECK(bad.complaints() > 0);
    CHECK(good.complaints() == 0);
}

TEST_CASE("documents are read in several threads at once") {
    const std::string file = sop::test::pdf("BT /F1 12 Tf 100 700 Td (De school) Tj ET");
    std::vector<std::string> texts(4);
    std::vector<std::thread> threads;
    for (std::string& text : texts)
        threads.emplace_back([&file, &text] {
            Page page = make_page();
            TextReader(file).read(page);
            text = text_of(page.words);
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(texts == std::vector<std::string>(4, "De school"));
}

TEST_CASE("a footnote mark and a bold half are words of their own without a space before them") {
    const Page page = read_content("BT /F1 12 Tf 100 700 Td (plan) Tj 4 Ts /F1 7 Tf (1) Tj 0 Ts /F1 12 Tf ( is) Tj ET");
    std::vector<Page> pages{page};
    repair_words(pages);
    REQUIRE(text_of(pages[0].words) == "plan|1 is");
    CHECK(pages[0].words[1].is_raised);
}
