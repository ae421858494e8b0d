#include "ingest/pdf/forms.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/scan_pages.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;
using Kind = Widget::Kind;

namespace {

const std::string appearance = stream_body("BT /F1 9 Tf 2 2 Td (waarde) Tj ET",
                                           "/Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >>");

// The only widget of a page; object 4 is its parent, 5 an appearance with text, 6 one without.
std::vector<Widget> widgets_of(const std::string& entries,
                               const std::string& parent = "<< /T (groep) /TU (uitleg) >>") {
    return scan(sop::test::pdf({{"", "/Annots [<< /Subtype /Widget /Rect [100 700 200 720] " + entries + " >>]", {}}},
                               {parent, appearance, stream_body("", "/Subtype /Form /BBox [0 0 9 9]")}))
        .widgets;
}

Widget widget_of(const std::string& entries, const std::string& parent = "<< /T (groep) /TU (uitleg) >>") {
    const auto widgets = widgets_of(entries, parent);
    REQUIRE(widgets.size() == 1);
    return widgets[0];
}

}  // namespace

TEST_CASE("a widget has its full name, its label and its place") {
    const Widget widget = widget_of("/FT /Tx /T (naam) /Parent 4 0 R /V (De Linde)");
    CHECK(widget.kind == Kind::text);
    CHECK(widget.name == "groep.naam");
    CHECK(widget.label == "uitleg");
    CHECK(widget.value == "De Linde");
    CHECK(widget.box == Box{100, 122, 200, 142});
    CHECK_FALSE(widget.is_shown);
}

TEST_CASE("a value is shown where an appearance has text") {
    CHECK(widget_of("/FT /Tx /V (x) /AP << /N 5 0 R >>").is_shown);
    CHECK_FALSE(widget_of("/FT /Tx /V (x) /AP << /N 6 0 R >>").is_shown);
    CHECK(widgets_of("/FT /Tx /V (x) /F 2 /AP << /N 5 0 R >>").empty());
}

TEST_CASE("buttons are ticked by their state") {
    const struct {
        const char* entries;
        Kind kind;
        bool is_checked;
        const char* value;
    } cases[] = {{"/FT /Btn /AS /Ja /V /Ja", Kind::checkbox, true, "Ja"},
                 {"/FT /Btn /AS /Off /V /Ja", Kind::checkbox, false, ""},
                 {"/FT /Btn /V /Ja /AP << /N << /Ja 6 0 R >> >>", Kind::checkbox, true, "Ja"},
                 {"/FT /Btn /V /Nee /AP << /N << /Ja 6 0 R >> >>", Kind::checkbox, false, ""},
                 {"/FT /Btn", Kind::checkbox, false, ""},
                 {"/FT /Btn /V /Ja", Kind::checkbox, true, "Ja"},  // for a viewer to draw
                 {"/FT /Btn /V /Ja /AP << /N << /Off 6 0 R >> >>", Kind::checkbox, true, "Ja"},
                 {"/FT /Btn /V (Ja) /AP << /N << /Ja 6 0 R /Off 6 0 R >> >>", Kind::checkbox, true, "Ja"},
                 {"/FT /Btn /AS /Ja /AP << /N << /Ja 6 0 R /Off 6 0 R >> >>", Kind::checkbox, true, "Ja"},
                 {"/FT /Btn /AS /Yes /V /Yes /AP << /N << /1 6 0 R /Off 6 0 R >> >>", Kind::checkbox, false, ""},
                 {"/FT /Btn /Ff 32768 /Parent 4 0 R /AP << /N << /1 6 0 R >> >>", Kind::radio, true, "1"},
                 {"/FT /Btn /Ff 32768 /Parent 4 0 R /AP << /N << /0 6 0 R >> >>", Kind::radio, false, ""},
                 {"/FT /Btn /Ff 32768 /AS /1 /Opt [(eerste) (tweede)]", Kind::radio, true, "tweede"},
                 {"/FT /Btn /Ff 65536 /V /Ja", Kind::button, false, ""}};
    for (const auto& [entries, kind, is_checked, value] : cases) {
        CAPTURE(entries);
        const Widget widget = widget_of(entries, "<< /T (groep) /V /1 >>");
        CHECK(widget.kind == kind);
        CHECK(widget.is_checked == is_checked);
        CHECK(widget.value == value);
    }
}

TEST_CASE("choices give the text that a reader sees") {
    const struct {
        const char *entries, *value;
    } cases[] = {{"/V (b) /Opt [[(a) (Aanwezig)] [(b) (Beschikbaar)]]", "Beschikbaar"},
                 {"/V (los) /Opt [[(a) (Aanwezig)]]", "los"},
                 {"/V [(a) (b)] /Opt [[(a) (Aanwezig)] (b)]", "Aanwezig, b"},
                 {"/I [1] /Opt [(een) (twee)]", "twee"},
                 {"/Opt [(een)]", ""}};
    for (const auto& [entries, value] : cases) {
        CAPTURE(entries);
        const Widget widget = widget_of("/FT /Ch " + std::string(entries));
        CHECK(widget.kind == Kind::choice);
        CHECK(widget.value == value);
    }
}

TEST_CASE("a choice keeps what could be chosen, as a reader sees it") {
    using Options = std::vector<std::string>;
    CHECK(widget_of("/FT /Ch /V (b) /Opt [[(a) (Aanwezig)] (b)]").options == Options{"Aanwezig", "b"});
    CHECK(widget_of("/FT /Ch /Parent 4 0 R", "<< /Opt [(een)] >>").options == Options{"een"});
    CHECK(widget_of("/FT /Tx /V (b) /Opt [(a)]").options.empty());
}

TEST_CASE("what fields inherit comes from above, in circles too") {
    const Widget widget = widget_of("/Parent 4 0 R", "<< /FT /Tx /T (a) /V (boven) /Parent 4 0 R >>");
    CHECK(widget.value == "boven");
    CHECK(widget.name.starts_with("a.a"));
    CHECK(widget_of("/FT /Tx /V 7").value == "");
    CHECK(widget_of("").value == "");
}

TEST_CASE("an appearance is fitted into its rectangle, its text stands there, its frame is no line") {
    const Page page = scan(sop::test::pdf(
        {{"", "/Annots [<< /Subtype /Widget /FT /Tx /Rect [100 700 300 740] /AP << /N 5 0 R >> >>]", {}}},
        {"null", stream_body("0 0 100 20 re S BT /F1 9 Tf 2 2 Td (waarde) Tj ET",
                             "/Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >>")}));
    REQUIRE(page.runs.size() == 1);
    CHECK(page.runs[0].box.left == doctest::Approx(104));
    CHECK(page.runs[0].size == doctest::Approx(18));
    CHECK(page.rulings.empty());
}

TEST_CASE("hidden annotations and pop-ups leave nothing on the page") {
    for (const char* entries : {"/Subtype /Stamp /F 2", "/Subtype /Stamp /F 32", "/Subtype /Popup"}) {
        CAPTURE(entries);
        CHECK(scan(sop::test::pdf(
                       {{"", std::string("/Annots [<< /Rect [0 0 100 20] /AP << /N 4 0 R >> ") + entries + " >>]", {}}},
                       {appearance}))
                  .runs.empty());
    }
}
