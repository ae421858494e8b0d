#include "ingest/pdf/text_layer.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

constexpr const char* dutch =
    "De school heeft een visie op ondersteuning van leerlingen en werkt samen met ouders en het "
    "samenwerkingsverband aan passend onderwijs voor alle kinderen in de wijk";

Page with_image(Page page) {
    page.images.push_back({.box = {0, 0, page.width, page.height}});
    return page;
}

Page invisible(Page page) {
    for (Word& word : page.words) word.is_invisible = true;
    return page;
}

Page skipped() {
    Page page = make_page();
    page.is_skipped = true;
    return page;
}

// A page of which `share` of the painted text is in a font without Unicode.
Page without_unicode(Page page, double share) {
    page.fonts.resize(2);
    page.fonts[1].has_unicode = false;
    for (int font : {0, 1}) {
        TextRun run;
        run.box = {50, 100, 50 + 400 * (font == 1 ? share : 1 - share), 112};
        run.size = 10;
        run.font = font;
        page.runs.push_back(run);
    }
    return page;
}

Page without_fonts(Page page, std::size_t characters) {
    page.lost_characters = characters;
    return page;
}

std::string verdict(const std::optional<TextLayer>& layer) { return layer ? std::string(name_of(*layer)) : "-"; }

Page text(std::string_view line) { return make_page(make_line(line)); }

}  // namespace

TEST_CASE("a page's words are judged by what they are made of") {
    struct Row {
        std::string what;
        Page page;
        std::string expected;
    };
    const Row rows[] = {
        {"text", text(dutch), "volledig"},
        {"text on a background", with_image(text(dutch)), "volledig"},
        {"blank", make_page(), "-"},
        {"a page number", text("12"), "-"},
        {"a scan", with_image(make_page()), "geen"},
        {"a scan with a page number", with_image(text("pagina 12")), "geen"},
        {"a scan with the text of an OCR program", with_image(invisible(text(dutch))), "ocr"},
        {"a table of numbers", text("2010 2011 2012 12,5 13,4 14,0 8 9 10 11 214 198 187 176 165"), "volledig"},
        {"a table of contents", text("1 Visie.................................................................... 3"),
         "-"},
        {"English",
         text("the school board and its teachers support every pupil who needs more than the ordinary "
              "lessons can give in a class of thirty children with different needs and talents"),
         "volledig"},
        {"capitals",
         text("PASSEND ONDERWIJS VOOR ALLE LEERLINGEN IN DE REGIO EN DE WIJKEN EROMHEEN MET ONDERSTEUNING VAN "
              "HET SAMENWERKINGSVERBAND EN DE SCHOLEN"),
         "volledig"},
        {"Chinese", text("学校的教育理念和学生支持计划以及与家长的合作方式和学校董事会"), "volledig"},
        {"letters moved along the alphabet",
         text("Gh vfkrro khhiw hhq ylvlh rs rqghuvwhxqlqj ydq ohhuolqjhq hq zhunw vdphq phw rxghuv hq khw "
              "vdphqzhunlqjvyhuedqg ddq sdvvhqg rqghuzlmv yrru doohn lqghuhq"),
         "beschadigd"},
        {"glyph numbers",
         text("\uFFFD\uFFFDde\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD een\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD school\uFFFD"),
         "beschadigd"},
        {"private use",
         text("\uE001\uE002\uE003 \uE004\uE005\uE006\uE007 \uE008\uE009\uE00A\uE001\uE002\uE003 abcdefghij"),
         "beschadigd"},
        {"some letters unreadable",
         text("De scho\uFFFDl hee\uFFFDt een v\uFFFDsie op onderste\uFFFDning en w\uFFFDrkt samen"), "gedeeltelijk"},
        {"fonts without Unicode that gave nothing", without_unicode(make_page(), 1), "beschadigd"},
        {"fonts without Unicode whose codes are letters all the same", without_unicode(text(dutch), 0.6), "volledig"},
        {"text whose fonts are lost", without_fonts(make_page(), 200), "beschadigd"},
        {"a few letters whose font is lost", without_fonts(make_page(), 12), "-"},
        {"text that was read all the same", without_fonts(text(dutch), 200), "volledig"},
        {"some text in a font without Unicode", without_unicode(text(dutch), 0.3), "gedeeltelijk"},
        {"bullets in a font without Unicode", without_unicode(text(dutch), 0.05), "volledig"},
        {"skipped", skipped(), "-"},
    };
    for (const auto& [what, page, expected] : rows) {
        CAPTURE(what);
        CHECK(verdict(text_layer(text_figures(page))) == expected);
    }
}

TEST_CASE("a document's text layer is that of its pages") {
    const Page good = text(dutch), scan = with_image(make_page()), blank = make_page(),
               ocr = with_image(invisible(text(dutch))),
               odd = text("\uFFFD\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD abcdefghijkl\uFFFD\uFFFD");
    struct Row {
        std::string what;
        std::vector<Page> pages;
        TextLayer expected;
    };
    const Row rows[] = {
        {"text", {good, good}, TextLayer::volledig},
        {"text and a blank page", {good, blank}, TextLayer::volledig},
        {"nothing", {}, TextLayer::geen},
        {"blank pages", {blank, blank}, TextLayer::geen},
        {"scans", {scan, scan, blank}, TextLayer::geen},
        {"a scanned annex", {good, good, scan}, TextLayer::gedeeltelijk},
        {"a skipped page", {good, skipped()}, TextLayer::gedeeltelijk},
        {"OCR", {ocr, ocr, blank}, TextLayer::ocr},
        {"an annex read by OCR", {good, good, ocr}, TextLayer::volledig},
        {"OCR and a scan", {ocr, ocr, scan}, TextLayer::ocr},
        {"damaged", {odd, odd, good}, TextLayer::beschadigd},
        {"a damaged annex", {good, good, odd}, TextLayer::gedeeltelijk},
        {"one short line", {text("Bijlage 1")}, TextLayer::volledig},
    };
    for (const auto& [what, pages, expected] : rows) {
        CAPTURE(what);
        CHECK(name_of(text_layer(pages)) == name_of(expected));
    }
}
