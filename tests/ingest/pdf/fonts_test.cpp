#include "ingest/pdf/fonts.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/scan_pages.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

Page page_with(const std::string& font, const std::vector<std::string>& more = {},
               const std::string& shown = "(a) Tj") {
    std::vector<std::string> objects{font};
    objects.insert(objects.end(), more.begin(), more.end());
    return scan(sop::test::pdf({{"BT /F2 10 Tf 100 700 Td " + shown + " ET", {}, "/Font << /F2 4 0 R >>"}}, objects));
}

Font font_of(const std::string& entries, const std::string& descriptor = {}) {
    const Page page = page_with("<< /Type /Font " + entries + " /FontDescriptor 5 0 R >>",
                                {"<< " + descriptor + " >>", stream_body("")});
    REQUIRE(page.fonts.size() == 1);
    return page.fonts[0];
}

}  // namespace

TEST_CASE("a font's style comes from its name, flags, weight and angle") {
    const struct {
        const char *name, *descriptor, *expected;
        bool bold, italic;
    } cases[] = {{"Arial", "", "Arial", false, false},
                 {"ABCDEF+Calibri-Bold", "", "Calibri-Bold", true, false},
                 {"Arial,BoldItalic", "", "Arial,BoldItalic", true, true},
                 {"Helvetica-Oblique", "", "Helvetica-Oblique", false, true},
                 {"F1", "/FontWeight 700", "F1", true, false},
                 {"F1", "/Flags 262144", "F1", true, false},
                 {"F1", "/Flags 64", "F1", false, true},
                 {"F1", "/ItalicAngle -12", "F1", false, true},
                 {"F1", "/ItalicAngle 0 /FontWeight 400 /Flags 32", "F1", false, false},
                 {"Abcdef+Naam", "", "Abcdef+Naam", false, false}};
    for (const auto& [name, descriptor, expected, bold, italic] : cases) {
        CAPTURE(name);
        CAPTURE(descriptor);
        const Font font = font_of("/Subtype /TrueType /BaseFont /" + std::string(name), descriptor);
        CHECK(font.name == expected);
        CHECK(font.bold == bold);
        CHECK(font.italic == italic);
    }
}

TEST_CASE("letters that are filled and outlined in one colour are bold") {
    CHECK(scan_content("BT /F1 10 Tf 2 Tr 100 700 Td (a) Tj ET").fonts[0].bold);
    CHECK_FALSE(scan_content("BT /F1 10 Tf 2 Tr 1 0 0 RG 100 700 Td (a) Tj ET").fonts[0].bold);
}

TEST_CASE("symbol fonts are known by their names") {
    CHECK(font_of("/Subtype /TrueType /BaseFont /ABCDEF+Wingdings-Regular").is_symbol);
    CHECK(font_of("/Subtype /Type1 /BaseFont /ZapfDingbats").is_symbol);
    CHECK_FALSE(font_of("/Subtype /TrueType /BaseFont /Arial").is_symbol);
}

TEST_CASE("a font has Unicode where it has a map, an encoding, or glyphs with names") {
    const struct {
        const char *entries, *descriptor;
        bool has_unicode;
    } cases[] = {
        {"/Subtype /Type1 /BaseFont /Helvetica", "", true},
        {"/Subtype /TrueType /BaseFont /A /Encoding /WinAnsiEncoding", "/Flags 4 /FontFile2 6 0 R", true},
        {"/Subtype /TrueType /BaseFont /A", "/Flags 4 /FontFile2 6 0 R", false},
        {"/Subtype /TrueType /BaseFont /A /ToUnicode 6 0 R", "/Flags 4 /FontFile2 6 0 R", true},
        {"/Subtype /Type1 /BaseFont /A /Encoding << /Differences [1 /a /eacute /fi] >>", "/FontFile 6 0 R", true},
        {"/Subtype /Type1 /BaseFont /A /Encoding << /Differences [1 /g1 /g2 /g31] >>", "/FontFile 6 0 R", false},
        {"/Subtype /Type1 /BaseFont /A /Encoding << /Differences [1 /uni0041 /u1F600] >>", "/FontFile 6 0 R", true},
    };
    for (const auto& [entries, descriptor, has_unicode] : cases) {
        CAPTURE(entries);
        CHECK(font_of(entries, descriptor).has_unicode == has_unicode);
    }
    const auto composite = [](const char* encoding, const char* descendant, const char* more) {
        return page_with("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /" + std::string(encoding) +
                             " /DescendantFonts [5 0 R] " + more + " >>",
                         {std::string("<< ") + descendant + " >>", stream_body("")})
            .fonts[0]
            .has_unicode;
    };
    CHECK(composite("Identity-H", "", "/ToUnicode 6 0 R"));
    CHECK_FALSE(composite("Identity-H", "/CIDSystemInfo << /Ordering (Identity) >>", ""));
    CHECK(composite("Identity-H", "/CIDSystemInfo << /Ordering (Japan1) >>", ""));
    CHECK(composite("UniGB-UTF16-H", "", ""));
}

TEST_CASE("code 32 is a space unless the font numbers its letters and has another one there") {
    const struct {
        const char *encoding, *map;
        std::size_t runs;
    } cases[] = {{"", "1 beginbfchar <20> <0061> endbfchar", 1},
                 {"", "1 beginbfrange <1f> <21> <0061> endbfrange", 1},
                 {"", "1 beginbfrange <1f> <21> [<0061> <0062> <0063>] endbfrange", 1},
                 {"", "2 beginbfchar <20> <0020> <21> <0061> endbfchar", 0},
                 {"", "1 beginbfrange <20> <7e> <0020> endbfrange", 0},
                 {"", "1 beginbfchar <21> <0061> endbfchar", 0},
                 {"/Encoding /WinAnsiEncoding", "1 beginbfchar <20> <0061> endbfchar", 0}};
    for (const auto& [encoding, map, runs] : cases) {
        CAPTURE(map);
        const std::string font =
            "<< /Type /Font /Subtype /TrueType /BaseFont /A /ToUnicode 5 0 R " + std::string(encoding) + " >>";
        CHECK(page_with(font, {stream_body(map)}, "( ) Tj").runs.size() == runs);
    }
}

TEST_CASE("widths come from the file, for one byte and for two, else from the standard fonts") {
    const auto width = [](const Page& page) {
        REQUIRE(page.runs.size() == 1);
        return page.runs[0].box.right - page.runs[0].box.left;
    };
    CHECK(width(page_with("<< /Subtype /TrueType /BaseFont /A /FirstChar 97 /Widths [700 300] >>", {}, "(ab) Tj")) ==
          doctest::Approx(10));
    CHECK(width(page_with("<< /Subtype /Type1 /BaseFont /Times-Bold >>", {}, "(Wi) Tj")) == doctest::Approx(12.78));
    CHECK(width(page_with("<< /Subtype /Type1 /BaseFont /Courier >>", {}, "(Wi) Tj")) == doctest::Approx(12));
    const std::string composite =
        "<< /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /DW 400 /W [5 [700 300] 9 12 250] "
        ">>] >>";
    CHECK(width(page_with(composite, {}, "<00050006> Tj")) == doctest::Approx(10));
    CHECK(width(page_with(composite, {}, "<000A0001> Tj")) == doctest::Approx(6.5));
    const std::string mapped =
        "<< /Subtype /Type0 /BaseFont /A /Encoding 5 0 R /DescendantFonts [<< /DW 400 /W [5 [700]] >>] >>";
    CHECK(
        width(page_with(
            mapped,
            {stream_body("1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <41> <5A> 5 endcidrange")},
            "(AB) Tj")) == doctest::Approx(11));
    CHECK(width(page_with("<< /Subtype /Type3 /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /Widths [8] >>")) ==
          doctest::Approx(8));
}
