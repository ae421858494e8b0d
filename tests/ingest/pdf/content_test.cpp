#include "ingest/pdf/content.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/scan_pages.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

const std::string text = "BT /F1 10 Tf 100 700 Td (ii) Tj ET ";  // two letters of 0.222 em: 4.44 points

TextRun only_run(const Page& page) {
    REQUIRE(page.runs.size() == 1);
    return page.runs[0];
}

TextRun run_of(const std::string& content) { return only_run(scan_content(content)); }

}  // namespace

TEST_CASE("a run stands where its matrices put it, in points from the page's top left") {
    const struct {
        const char* content;
        double left, right, baseline_from_top, size;
        int rotation;
    } cases[] = {
        {"BT /F1 10 Tf 100 700 Td (ii) Tj ET", 100, 104.4, 142, 10, 0},
        {"BT /F1 1 Tf 10 0 0 10 100 700 Tm (ii) Tj ET", 100, 104.4, 142, 10, 0},
        {"2 0 0 2 0 0 cm BT /F1 10 Tf 50 350 Td (ii) Tj ET", 100, 108.9, 142, 20, 0},
        {"BT /F1 10 Tf 14 TL 100 714 Td T* (ii) Tj ET", 100, 104.4, 142, 10, 0},
        {"BT /F1 10 Tf 100 714 Td 0 -14 TD (ii) Tj ET", 100, 104.4, 142, 10, 0},
        {"BT /F1 10 Tf 14 TL 100 714 Td (ii) ' ET", 100, 104.4, 142, 10, 0},
        {"BT /F1 10 Tf 100 700 Td 5 Tc (ii) Tj ET", 100, 109.4, 142, 10, 0},
        {"BT /F1 10 Tf 100 700 Td 200 Tz (ii) Tj ET", 100, 108.9, 142, 10, 0},
        {"BT /F1 10 Tf 100 700 Td [(i) -1000 (i)] TJ ET", 100, 114.4, 142, 10, 0},
        {"BT /F1 10 Tf 100 700 Td (  ii   ) Tj ET", 105.6, 110, 142, 10, 0},
        {"BT /F1 10 Tf 100 700 Td <6969> Tj ET", 100, 104.4, 142, 10, 0},
        {"BT /F1 10 Tf 100 695 Td 5 Ts (ii) Tj ET", 100, 104.4, 142, 10, 0},
        {"BT /F1 10 Tf -1 0 0 -1 100 700 Tm (ii) Tj ET", 95.6, 100, 142, 10, 2},
    };
    for (const auto& [content, left, right, baseline, size, rotation] : cases) {
        CAPTURE(content);
        const TextRun run = run_of(content);
        CHECK(run.box.left == doctest::Approx(left).epsilon(0.001));
        CHECK(run.box.right == doctest::Approx(right).epsilon(0.001));
        CHECK(run.box.top < baseline);
        CHECK(run.box.bottom > baseline);
        CHECK(run.size == doctest::Approx(size));
        CHECK(run.rotation == rotation);
    }
}

TEST_CASE("text that goes up or down is turned by quarter turns clockwise") {
    CHECK(run_of("BT /F1 10 Tf 0 1 -1 0 100 700 Tm (omhoog) Tj ET").rotation == 3);
    CHECK(run_of("BT /F1 10 Tf 0 -1 1 0 100 700 Tm (omlaag) Tj ET").rotation == 1);
}

TEST_CASE("boxes are those of the page as shown: cropped and turned") {
    const std::string upright = "BT /F1 10 Tf 100 700 Td (x) Tj ET";
    const auto page_with = [&](const std::string& entries) { return scan(sop::test::pdf({{upright, entries, {}}})); };
    const Page cropped = page_with("/CropBox [90 600 290 710]");
    CHECK(cropped.width == 200);
    CHECK(cropped.height == 110);
    CHECK(only_run(cropped).box.left == doctest::Approx(10));
    CHECK(only_run(cropped).box.bottom == doctest::Approx(12.5));

    const Page turned = page_with("/Rotate 90");
    CHECK(turned.width == 842);
    CHECK(turned.height == 595);
    CHECK(only_run(turned).rotation == 1);
    CHECK(only_run(turned).box.top == doctest::Approx(100));
    CHECK(only_run(page_with("/Rotate 180")).rotation == 2);
    CHECK(only_run(page_with("/Rotate 180")).box.right == doctest::Approx(495));
    CHECK(only_run(page_with("/Rotate -90")).rotation == 3);
    CHECK(only_run(page_with("/Rotate -90")).box.bottom == doctest::Approx(495));
    CHECK(page_with("/CropBox [300 0 400 100]").runs.empty());
}

TEST_CASE("marked content gives a run its number, artifacts are known as such") {
    const Page page =
        scan(sop::test::pdf({{"/P << /MCID 3 >> BDC " + text + "/Span << /Lang (nl) >> BDC " + text +
                                  "EMC EMC /Artifact << /Type /Pagination >> BDC " + text + "EMC /Artifact BMC " +
                                  text + "EMC /P /MC0 BDC " + text + "EMC EMC EMC " + text,
                              {},
                              "/Properties << /MC0 << /MCID 8 >> >>"}}));
    REQUIRE(page.runs.size() == 6);
    const int mcids[] = {3, 3, no_mcid, no_mcid, 8, no_mcid};
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(page.runs[i].mcid == mcids[i]);
        CHECK(page.runs[i].is_artifact == (i == 2 || i == 3));
    }
}

TEST_CASE("text that nobody sees is marked: render modes, transparency, clips, layers switched off") {
    const struct {
        std::string content;
        bool is_invisible;
    } cases[] = {{text, false},
                 {"3 Tr " + text, true},
                 {"7 Tr " + text, false},  // a clip that shows what is painted next
                 {"2 Tr " + text, false},
                 {"/G gs " + text, true},
                 {"0 0 50 50 re W n " + text, true},
                 {"90 690 50 50 re W n " + text, false},
                 {"/OC /Uit BDC " + text + "EMC", true},
                 {"/OC /Aan BDC " + text + "EMC", false}};
    for (const auto& [content, is_invisible] : cases) {
        CAPTURE(content);
        const Page page = scan(
            sop::test::pdf({{content, {}, "/ExtGState << /G << /ca 0 >> >> /Properties << /Uit 4 0 R /Aan 5 0 R >>"}},
                           {"<< /Type /OCG /Name (uit) >>", "<< /Type /OCG /Name (aan) >>"},
                           "/OCProperties << /OCGs [4 0 R 5 0 R] /D << /OFF [4 0 R] >> >>"));
        CHECK(only_run(page).is_invisible == is_invisible);
    }
}

TEST_CASE("colours of every space come near to what is shown") {
    const struct {
        const char* content;
        std::uint32_t color;
    } cases[] = {{"", 0x000000},
                 {"0.5 g ", 0x808080},
                 {"1 0 0 rg ", 0xFF0000},
                 {"0 1 1 0 k ", 0xFF0000},
                 {"/DeviceRGB cs 0 0 1 sc ", 0x0000FF},
                 {"/Merk cs 1 scn ", 0xFF0000},
                 {"/Merk cs 0 scn ", 0xFFFFFF},
                 {"/Palet cs 1 sc ", 0x00FF00},
                 {"/Icc cs 0 1 0 sc ", 0x00FF00},
                 {"1 0 0 rg q 0 g Q ", 0xFF0000},
                 {"1 Tr 0 0 1 RG ", 0x0000FF}};
    for (const auto& [content, color] : cases) {
        CAPTURE(content);
        const Page page = scan(sop::test::pdf(
            {{content + text,
              {},
              "/ColorSpace << /Merk [/Separation /Rood /DeviceRGB << /FunctionType 2 /N 1 /C0 [1 1 1] /C1 [1 0 0] >>] "
              "/Palet [/Indexed /DeviceRGB 1 <FF000000FF00>] /Icc [/ICCBased 4 0 R] >>"}},
            {stream_body("", "/N 3")}));
        CHECK(only_run(page).color == color);
    }
}

TEST_CASE("forms are painted with their matrix and resources, and number their own content") {
    const auto painted = [](const std::string& entries) {
        return only_run(scan(sop::test::pdf(
            {{"/P << /MCID 1 >> BDC q 1 0 0 1 10 20 cm /Vorm Do Q EMC", {}, "/XObject << /Vorm 4 0 R >>"}},
            {stream_body(
                "/P << /MCID 2 >> BDC BT /F9 10 Tf 50 60 Td (x) Tj ET EMC",
                "/Subtype /Form /BBox [0 0 500 500] /Matrix [1 0 0 1 100 200] /Resources << /Font << /F9 3 0 R >> >> " +
                    entries)})));
    };
    const TextRun run = painted("");
    CHECK(run.box.left == doctest::Approx(160));
    CHECK(run.box.bottom == doctest::Approx(842 - 280 + 2.5));
    CHECK(run.mcid == 2);
    CHECK(painted("/StructParents 0").mcid > 1'000);
}

TEST_CASE("inline images are passed over, even where their data says EI") {
    const Page page = scan_content("q 50 0 0 60 100 100 cm BI /W 2 /H 2 ID \x01 EI\x80 EI\x02\nEI Q " + text);
    CHECK(page.runs.size() == 1);
    REQUIRE(page.images.size() == 1);
    CHECK(rounded(page.images[0].box) == Box{100, 682, 150, 742});
}

TEST_CASE("the rectangles that text is clipped to are kept") {
    const Page page = scan_content("q 90 690 200 30 re W* n " + text + "Q q 0 0 595 842 re W n " + text + "Q " + text);
    REQUIRE(page.clips.size() == 1);
    CHECK(page.clips[0] == Box{90, 122, 290, 152});
}

TEST_CASE("content that makes no sense costs no more than itself") {
    for (const char* content : {"Q Q Q", "ET EMC", "(", "[ [ [", "<< <<", "1 2 3", "/Weg Do", "/Weg gs", "BT (x) Tj ET",
                                "BI", "BI /W 1 ID", "re re", "n W f", "]]>>)", "/F1 Tf", "10 /F1 Tf (x) Tj"}) {
        CAPTURE(content);
        CHECK(scan_content(content + std::string(" ") + text).is_skipped == false);
    }
}

TEST_CASE("a page over a limit is skipped, named, and the others are read") {
    std::string many;
    for (int i = 0; i < 600; ++i) many += "q ";
    const std::string file = sop::test::pdf({{text, {}, {}}, {many, {}, {}}, {text, {}, {}}});
    std::vector<Diagnostic> diagnostics;
    PdfFile pdf(file, {}, {}, diagnostics);
    CHECK_FALSE(pdf.scan(0, diagnostics).is_skipped);
    CHECK(pdf.scan(1, diagnostics).is_skipped);
    CHECK_FALSE(pdf.scan(2, diagnostics).is_skipped);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == "PAGINA_OVERGESLAGEN");
    CHECK(diagnostics[0].origin.page == 2);
}
