#include "ingest/pdf/shapes.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/scan_pages.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;
using Source = Ruling::Source;
using Kind = Mark::Kind;

namespace {

// A circle of radius `r` as everyone draws it: four curves.
std::string circle(double x, double y, double r) {
    const auto n = [](double value) { return std::to_string(value) + " "; };
    const double k = 0.5523 * r;
    return n(x + r) + n(y) + "m " + n(x + r) + n(y + k) + n(x + k) + n(y + r) + n(x) + n(y + r) + "c " + n(x - k) +
           n(y + r) + n(x - r) + n(y + k) + n(x - r) + n(y) + "c " + n(x - r) + n(y - k) + n(x - k) + n(y - r) + n(x) +
           n(y - r) + "c " + n(x + k) + n(y - r) + n(x + r) + n(y - k) + n(x + r) + n(y) + "c h ";
}

std::vector<Kind> marks_of(const std::string& content) {
    std::vector<Kind> kinds;
    for (const Mark& mark : scan_content(content).marks) kinds.push_back(mark.kind);
    return kinds;
}

}  // namespace

TEST_CASE("a horizontal line is one, however it is painted") {
    const struct {
        const char* how;
        const char* content;
        Source source;
    } cases[] = {
        {"stroke", "1 w 100 700 m 300 700 l S", Source::stroke},
        {"stroke of no width", "0 w 100 700 m 300 700 l S", Source::stroke},
        {"side of a stroked path", "1 w 100 700 m 300 700 l 300 700 l s", Source::stroke},
        {"thin rectangle", "100 699.5 200 1 re f", Source::thin_fill},
        {"thin polygon", "100 699 m 300 699 l 299 701 l 101 701 l h f", Source::thin_fill},
        {"pieces with corner squares",
         "100 699.76 .48 .48 re f* 100.48 699.76 100 .48 re f* 200.48 699.76 .48 .48 re f* 200.96 699.76 99.04 .48 re "
         "f*",
         Source::thin_fill},
        {"dots", nullptr, Source::thin_fill},
        {"both lines of a double border", "100 698.75 200 .75 re f 100 700.5 200 .75 re f", Source::thin_fill},
        {"thin image", "q 200 0 0 1 100 699.5 cm BI /W 1 /H 1 ID x\nEI Q", Source::image},
        {"scaled", "q 2 0 0 2 0 0 cm 50 350 m 150 350 l S Q", Source::stroke},
    };
    std::string dots;
    for (int x = 100; x < 300; x += 4) dots += std::to_string(x) + " 699.5 1 1 re f ";
    for (const auto& [how, content, source] : cases) {
        CAPTURE(how);
        const Page page = scan_content(content ? content : dots);
        REQUIRE(page.rulings.size() == 1);
        const Ruling& line = page.rulings[0];
        CHECK(line.is_horizontal);
        CHECK(line.position == doctest::Approx(142).epsilon(0.01));
        CHECK(line.from == doctest::Approx(100).epsilon(0.01));
        CHECK(line.to == doctest::Approx(300).epsilon(0.02));
        CHECK(line.source == source);
        CHECK(page.fills.empty());
        CHECK(page.marks.empty());
    }
}

TEST_CASE("lines that nobody sees are none: clipped away, transparent, oblique, off the page") {
    for (const char* content : {"q 0 0 50 50 re W n 100 700 m 300 700 l S Q", "/G gs 100 700 m 300 700 l S",
                                "100 700 m 300 600 l S", "100 900 m 300 900 l S", "100 700 m 300 700 l n", "/Uit Do"}) {
        CAPTURE(content);
        CHECK(scan(sop::test::pdf({{content, {}, "/ExtGState << /G << /CA 0 >> >>"}})).rulings.empty());
    }
}

TEST_CASE("the edges of a shading are lines, those of a shading inside one of its colour are not") {
    const Page one = scan_content("0.9 g 100 600 200 100 re f");
    CHECK(one.fills.size() == 1);
    CHECK(one.rulings.size() == 4);
    CHECK(one.rulings[0].source == Source::fill_edge);
    const Page nested = scan_content("0.9 g 100 600 200 100 re f 105 620 100 14 re f");
    CHECK(nested.fills.size() == 1);
    CHECK(nested.rulings.size() == 4);
    CHECK(scan_content("0.9 g 100 600 200 100 re f 0.5 g 105 620 100 14 re f").fills.size() == 2);
}

TEST_CASE("white on white is nothing, white on a shading is") {
    CHECK(scan_content("1 g 100 600 200 100 re f").rulings.empty());
    const Page page = scan_content("0.8 g 100 600 200 100 re f 1 g 100 650 200 1 re f");
    REQUIRE(page.rulings.size() == 5);
    CHECK(std::count_if(page.rulings.begin(), page.rulings.end(),
                        [](const Ruling& line) { return line.color == 0xFFFFFF; }) == 1);
    CHECK(scan_content("0.8 g 100 600 200 100 re f 1 g 110 610 80 80 re f").fills.size() == 2);
}

TEST_CASE("a page's own background has no edges") { CHECK(scan_content("0.9 g 0 0 595 842 re f").rulings.empty()); }

TEST_CASE("a frame painted as the space between two rectangles is four lines") {
    const Page page = scan_content("100 600 200 100 re 101 601 198 98 re f*");
    CHECK(page.rulings.size() == 4);
    CHECK(page.fills.empty());
}

TEST_CASE("bullets and tick boxes are known by their shapes") {
    const std::string box = "100 700 9 9 re S ";
    const struct {
        std::string what;
        std::string content;
        std::vector<Kind> marks;
    } cases[] = {
        {"disc", circle(100, 700, 2) + "f", {Kind::bullet}},
        {"circle", circle(100, 700, 2) + "S", {Kind::bullet}},
        {"disc painted twice", circle(100, 700, 2) + "f " + circle(100, 700, 2) + "f", {Kind::bullet}},
        {"square bullet", "100 700 3 3 re f", {Kind::bullet}},
        {"row of discs", circle(100, 700, 1) + "f " + circle(104, 700, 1) + "f " + circle(108, 700, 1) + "f", {}},
        {"large disc", circle(100, 700, 20) + "f", {}},
        {"box", box, {Kind::box}},
        {"box of four lines",
         "100 700 m 109 700 l S 100 709 m 109 709 l S 100 700 m 100 709 l S 109 700 m 109 709 l S",
         {Kind::box}},
        {"box of four thin rectangles close to the sides of its cell",
         "98 711 60 0.5 re f 98 640 0.5 71 re f 100 709 9 0.5 re f 100 700 9 0.5 re f 100 700 0.5 9 re f "
         "109 700 0.5 9.5 re f",
         {Kind::box}},
        {"small cells, each side painted by itself",
         "100 700 12 .5 re f 112 700 12 .5 re f 100 712 12 .5 re f 112 712 12 .5 re f 100 700 .5 12 re f "
         "112 700 .5 12 re f 124 700 .5 12 re f",
         {}},
        {"box as a ring", "100 700 9 9 re 101 701 7 7 re f*", {Kind::box}},
        {"box with a white ground", "1 g 100 700 9 9 re f " + box, {Kind::box}},
        {"box with a cross", box + "100 700 m 109 709 l S 100 709 m 109 700 l S", {Kind::ticked_box}},
        {"box with a tick", box + "102 704 m 104 702 l 108 711 l S", {Kind::ticked_box}},
        {"box with a filled tick", box + "102 704 m 104 701 l 109 710 l 104 703 l h f", {Kind::ticked_box}},
        {"ticks by themselves",
         "102 704 m 104 702 l 108 711 l S 102 604 m 104 602 l 108 611 l S",
         {Kind::tick, Kind::tick}},
        {"filled ticks by themselves, the other way round",
         "102 705 m 105 702 l 111 709 l 110 710 l 105 704 l 103 706 l h f "
         "102 605 m 105 602 l 111 609 l 110 610 l 105 604 l 103 606 l h f",
         {Kind::tick, Kind::tick}},
        {"one tick by itself", "102 704 m 104 702 l 108 711 l S", {}},
        {"two angles", "102 711 m 105 702 l 108 711 l S 102 611 m 105 602 l 108 611 l S", {}},
        {"box with a filled square", box + "102 702 5 5 re f", {Kind::ticked_box}},
        {"dark box with a white tick",
         "0 0.4 0.8 rg 100 700 9 9 re f 1 g 102 704 m 104 701 l 109 710 l 104 703 l h f",
         {Kind::ticked_box}},
        {"filled square alone", "100 700 9 9 re f", {}},
        {"filled square with an outline of its colour", "100 700 9 9 re B", {}},
        {"filled square below an empty box", "100 700 9 9 re B 100 680 9 9 re S", {Kind::ticked_box, Kind::box}},
        {"box with a word", box + "BT /F1 4 Tf 101 702 Td (jaja) Tj ET", {}},
        {"box with a letter, which may tick it", box + "BT /F1 8 Tf 102 702 Td (X) Tj ET", {Kind::box}},
        {"box before a text", box + "BT /F1 8 Tf 114 702 Td (ja) Tj ET", {Kind::box}},
        {"two boxes", box + "100 680 9 9 re S", {Kind::box, Kind::box}},
        {"boxes in a row, one for each digit", "100 700 12 12 re S 112 700 12 12 re S 124 700 12 12 re S", {}},
        {"narrow cell of a table", "50 700 m 300 700 l S 50 712 m 300 712 l S 100 700 12 12 re S", {}},
    };
    for (const auto& [what, content, marks] : cases) {
        CAPTURE(what);
        CHECK(marks_of(content) == marks);
    }
}

TEST_CASE("a tick box is no lines and no shading") {
    const Page page = scan_content("0.9 g 100 700 9 9 re B");
    CHECK(page.marks.size() == 1);
    CHECK(page.rulings.empty());
    CHECK(page.fills.empty());
}

TEST_CASE("a double border is one line, also beside the lines of another table") {
    const Page page = scan_content("100.5 600 1 100 re f 103.5 400 .75 100 re f 105 400 .75 100 re f");
    REQUIRE(page.rulings.size() == 2);
    CHECK(page.rulings[1].from == doctest::Approx(342));
}

TEST_CASE("a table's cells keep their lines") {
    std::string content;
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 3; ++column)
            content += std::to_string(100 + column * 80) + " " + std::to_string(600 + row * 20) + " 80 20 re S ";
    const Page page = scan_content(content);
    CHECK(page.rulings.size() == 9);
    CHECK(page.marks.empty());
}
