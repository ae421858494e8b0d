#include "ingest/pdf/boxes.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

std::string boxed(Page page) {
    show_boxes(page);
    return text_of(page.words);
}

Mark make_mark(Mark::Kind kind, double left, double top, double size = 8) {
    return {.kind = kind, .box = {left, top, left + size, top + size}};
}

Widget make_widget(Widget::Kind kind, Box box) {
    Widget widget;
    widget.kind = kind;
    widget.box = box;
    return widget;
}

}  // namespace

TEST_CASE("a drawn box is a tick box unless a word says what it is") {
    struct Row {
        std::string inside;  // "" for nothing
        Mark::Kind kind;
        std::string expected;
    };
    const Row rows[] = {
        {"", Mark::Kind::box, "ja ☐"},         {"", Mark::Kind::ticked_box, "ja ☒"},
        {"x", Mark::Kind::box, "ja ☒"},        {"X", Mark::Kind::box, "ja ☒"},
        {"✓", Mark::Kind::box, "ja ☒"},        {"v", Mark::Kind::ticked_box, "ja ☒"},
        {"☐", Mark::Kind::box, "ja ☐"},                                         // the glyph has a border of its own
        {"☒", Mark::Kind::ticked_box, "ja ☒"}, {"1", Mark::Kind::box, "ja 1"},  // a number in a frame
        {"A", Mark::Kind::box, "ja A"},
    };
    for (const auto& [inside, kind, expected] : rows) {
        CAPTURE(inside);
        Page page = make_page({make_word("ja", 70, 100)});
        if (!inside.empty()) page.words.push_back(make_word(inside, 51.5, 98));
        page.marks.push_back(make_mark(kind, 50, 100));
        CHECK(boxed(page) == expected);
    }
}

TEST_CASE("a letter in a drawn box is none that ticks it where other boxes hold letters") {
    Page page = make_page({make_word("X", 51.5, 98), make_word("K", 71.5, 98)});
    page.marks = {make_mark(Mark::Kind::box, 50, 100), make_mark(Mark::Kind::box, 70, 100)};
    CHECK(boxed(page) == "X K");
}

TEST_CASE("a tick in a list of empty boxes is a ticked box") {
    CHECK(boxed(make_page({make_word("✔", 50, 100), make_word("☐", 50, 115), make_word("✘", 50, 130)})) == "☒ ☐ ☒");
    SUBCASE("but one that stands elsewhere answers by itself") {
        CHECK(boxed(make_page({make_word("✔", 150, 100), make_word("☐", 50, 115)})) == "✔ ☐");
        CHECK(boxed(make_page({make_word("✔", 50, 100), make_word("☐", 50, 400)})) == "✔ ☐");
    }
}

TEST_CASE("a drawn bullet is a word where text follows it") {
    struct Row {
        std::string what;
        Word word;
        std::string expected;
    };
    const Row rows[] = {
        {"text behind it", make_word("punt", 66, 97), "punt •"},
        {"text at the next tab stop", make_word("punt", 88, 97), "punt •"},
        {"text far away", make_word("punt", 200, 97), "punt"},
        {"text on the next line", make_word("punt", 66, 112), "punt"},
        {"text before it", make_word("punt", 20, 97), "punt"},
        {"a bullet that is text", make_word("•", 50.5, 97), "•"},
    };
    for (const auto& [what, word, expected] : rows) {
        CAPTURE(what);
        Page page = make_page({word});
        page.marks.push_back(make_mark(Mark::Kind::bullet, 50, 101, 4));
        CHECK(boxed(page) == expected);
    }
}

TEST_CASE("a drawn tick by itself is a word where none stands") {
    Page page = make_page({make_word("ja", 66, 97)});
    page.marks.push_back(make_mark(Mark::Kind::tick, 50, 99, 8));
    CHECK(boxed(page) == "ja ✓");
    page = make_page({make_word("✔", 50, 97)});
    page.marks.push_back(make_mark(Mark::Kind::tick, 50, 99, 8));
    CHECK(boxed(page) == "✔");
}

TEST_CASE("a tick box of the form is one word, whatever its appearance painted") {
    struct Row {
        std::string what;
        Widget::Kind kind;
        bool is_checked;
        std::string glyph;
        bool has_mark;
        std::string expected;
    };
    const Row rows[] = {
        {"ticked, no appearance", Widget::Kind::checkbox, true, "", false, "☒"},
        {"empty", Widget::Kind::checkbox, false, "", false, "☐"},
        {"ticked, a letter of ZapfDingbats", Widget::Kind::checkbox, true, "✔", false, "☒"},
        {"ticked, drawn", Widget::Kind::checkbox, true, "", true, "☒"},
        {"empty, its border drawn", Widget::Kind::checkbox, false, "", true, "☐"},
        {"radio button", Widget::Kind::radio, true, "●", false, "☒"},
        {"push button", Widget::Kind::button, false, "OK", false, "OK"},
    };
    for (const auto& [what, kind, is_checked, glyph, has_mark, expected] : rows) {
        CAPTURE(what);
        Page page = make_page();
        if (!glyph.empty()) page.words.push_back(make_word(glyph, 51, 99));
        if (has_mark) page.marks.push_back(make_mark(Mark::Kind::ticked_box, 51, 101));
        page.widgets.push_back(make_widget(kind, {50, 100, 60, 110}));
        page.widgets[0].is_checked = is_checked;
        CHECK(boxed(page) == expected);
    }
}

TEST_CASE("a field's value is words once") {
    struct Row {
        std::string what;
        Widget::Kind kind;
        std::string value;
        bool is_shown;
        std::string words, expected;
    };
    const Row rows[] = {
        {"no appearance", Widget::Kind::text, "De Linde", false, "", "De Linde"},
        {"no appearance, yet painted", Widget::Kind::text, "De Linde", false, "De Linde", "De Linde"},
        {"no appearance over a prompt", Widget::Kind::text, "De Linde", false, "naam:", "naam: De Linde"},
        {"an appearance without text", Widget::Kind::text, "De Linde", true, "", "De Linde"},
        {"no value", Widget::Kind::text, "", false, "", ""},
        {"shown", Widget::Kind::text, "De Linde", true, "De Linde", "De Linde"},
        {"comb", Widget::Kind::text, "23EV", true, "2[5]3[5]E[5]V", "23EV"},
        {"cut off", Widget::Kind::text, "De Linde in Dorp", true, "De Linde in D", "De Linde in Dorp"},
        {"hidden by another text", Widget::Kind::text, "De Linde", true, "verplicht", "verplicht"},
        {"choice", Widget::Kind::choice, "Dorp", false, "", "Dorp"},
        {"list of choices", Widget::Kind::choice, "Dorp", true, "Stad Dorp Gehucht", "Dorp"},
        {"a code of the application", Widget::Kind::choice, "3", true, "Dorp", "Dorp"},
        {"nothing chosen", Widget::Kind::choice, "", true, "kies", "kies"},
        {"two lines", Widget::Kind::text, "een\ntwee", false, "", "een twee"},
        {"ligature", Widget::Kind::text, "proﬁel", false, "", "profiel"},
    };
    for (const auto& [what, kind, value, is_shown, words, expected] : rows) {
        CAPTURE(what);
        Page page = make_page(make_line(words));
        page.widgets.push_back(make_widget(kind, {45, 98, 245, 114}));
        page.widgets[0].value = value;
        page.widgets[0].is_shown = is_shown;
        CHECK(boxed(page) == expected);
    }
}

TEST_CASE("the words of a value stand in its box, in lines") {
    Page page = make_page();
    page.widgets.push_back(make_widget(Widget::Kind::text, {50, 100, 90, 130}));
    page.widgets[0].value = "een\neen regel die veel langer is dan het vak";
    page.widgets[0].is_shown = false;
    show_boxes(page);
    REQUIRE(page.words.size() == 10);
    for (const Word& word : page.words) {
        CAPTURE(word.text);
        CHECK(word.box.left >= 50);
        CHECK(word.box.right <= 90);
        CHECK(word.box.top >= 100);
        CHECK(word.box.bottom <= 130);
    }
    CHECK(page.words[0].box.bottom <= page.words[1].box.top);
}

TEST_CASE("a page with thousands of marks is a drawing") {
    Page page = make_page(make_line("kaart"));
    for (int i = 0; i < 3000; ++i)
        page.marks.push_back(make_mark(Mark::Kind::box, 10 + i % 50 * 10, 200 + i / 50 * 10));
    CHECK(boxed(page) == "kaart");
}
