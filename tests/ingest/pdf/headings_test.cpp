#include "ingest/pdf/headings.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

constexpr std::string_view sentence =
    "Op onze school werken we met drie niveaus in elke groep en met een plan voor ieder die meer nodig heeft dan dat.";

// A document of one page, a block for each line.
class Sample {
public:
    Sample() : pages_{make_page()} { pages_[0].fonts.push_back({.name = "Vet", .bold = true}); }

    Sample& next_page() {
        pages_.push_back(make_page());
        pages_.back().fonts.push_back({.name = "Vet", .bold = true});
        top_ = 50;
        return *this;
    }

    Sample& add(std::string_view line, double size = type_size, bool is_bold = false, std::string role = "") {
        TextBlock block;
        Page& page = pages_.back();
        Line& made = block.lines.emplace_back();
        made.page = static_cast<int>(pages_.size()) - 1;
        for (Word& word : make_line(line, top_)) {
            word.size = size;
            word.font = is_bold ? 1 : 0;
            made.words.push_back(static_cast<WordIndex>(page.words.size()));
            page.words.push_back(std::move(word));
        }
        made.box = page.words[made.words.front()].box;
        made.box.right = page.words[made.words.back()].box.right;
        made.size = size;
        made.is_bold = is_bold;
        block.role = std::move(role);
        top_ += 20;
        items_.push_back({std::move(block)});
        return *this;
    }
    Sample& underline(std::size_t block) {
        const Line& line = std::get<TextBlock>(items_[block].content).lines.front();
        Page& page = pages_[static_cast<std::size_t>(line.page)];
        const Box &first = page.words[line.words.front()].box, &last = page.words[line.words.back()].box;
        page.rulings.push_back(
            {.position = first.bottom - 1, .from = first.left, .to = last.right, .width = 0.5, .color = 0});
        return *this;
    }
    // Around the text of a block.
    Sample& add_field(std::size_t block) {
        const Line& line = std::get<TextBlock>(items_[block].content).lines.front();
        Page& page = pages_[static_cast<std::size_t>(line.page)];
        Widget& field = page.widgets.emplace_back();
        field.box = page.words[line.words.front()].box;
        field.box.right = page.words[line.words.back()].box.right;
        return *this;
    }
    Sample& add_table() {
        items_.push_back({TableBlock{}});
        return *this;
    }

    // "1" to "9", "t" for a title, "i" for contents, "c" for a caption, "-" for the rest; "|" a table.
    std::string read() {
        find_headings(items_, pages_);
        std::string text;
        for (const Item& item : items_) {
            const auto* block = std::get_if<TextBlock>(&item.content);
            if (!block)
                text += '|';
            else if (block->heading > 0)
                text += std::to_string(block->heading);
            else
                text += block->meaning == Role::body    ? '-'
                        : block->meaning == Role::title ? 't'
                        : block->meaning == Role::toc   ? 'i'
                                                        : 'c';
        }
        return text;
    }

private:
    std::vector<Page> pages_;
    std::vector<Item> items_;
    double top_ = 50;
};

}  // namespace

TEST_CASE("headings by number and size have the level of their number") {
    Sample text;
    text.add("Schoolprofiel", 24).add("1. Gegevens", 16, true).add(sentence).add("2. Visie", 16, true);
    text.add("2.1 Missie", 13, true).add(sentence).add("2.2 Kernwaarden", 13, true).add(sentence).add(sentence);
    CHECK(text.read() == "t1-12-2--");
}

TEST_CASE("headings without numbers have the rank of their type") {
    Sample text;
    text.add("Visie", 16).add(sentence).add("Missie", 13).add(sentence).add("Beleid", 16).add(sentence).add(sentence);
    CHECK(text.read() == "1-2-1--");
}

TEST_CASE("bold numbered lines of the body's size are headings, also with a full stop") {
    Sample text;
    text.add("1. Gegevens.", 10, true).add(sentence).add("2. Visie.", 10, true).add(sentence);
    CHECK(text.read() == "1-1-");
}

TEST_CASE("bold lines are headings over text, below the numbered ones") {
    Sample text;
    text.add("1) Zorg", 10, true).add("Preventief", 10, true).add(sentence).add("Meer", 10, true).add(sentence);
    CHECK(text.read() == "12-2-");
}

TEST_CASE("a bold line in small capitals is a heading though its type is smaller than the body's") {
    Sample text;
    text.add("ONZE POPULATIE", 8, true).add(sentence).add("Onze populatie", 8, true).add(sentence);
    CHECK(text.read() == "1---");
}

TEST_CASE("an underlined line of the body's type over text is a heading") {
    Sample text;
    text.add("Onze populatie").add(sentence).underline(0).add("info@linde.example.org").underline(2).add(sentence);
    text.add("Handtekening").underline(4).add("Plaats").underline(5).add(sentence);
    text.add("Deze zin is belangrijk.").underline(7).add(sentence);
    CHECK(text.read() == "1----1---");
}

TEST_CASE("labels, sentences, lists and a table's caption are no headings") {
    Sample text;
    text.add(sentence).add("Dit is vet.", 10, true).add(sentence).add("Naam[40]De Linde", 13).add(sentence);
    text.add("Tabel 1 Arrangementen", 10, true).add_table().add("Binnen de school", 10, true).add_table().add(sentence);
    CHECK(text.read() == "-----c|-|-");
}

TEST_CASE("what is filled in is neither a title nor a heading, however large its type") {
    for (const bool is_filled : {false, true}) {
        CAPTURE(is_filled);
        Sample sample;
        sample.add("Checklist", 16, true).add("Toelichting").add("Elk jaar herzien", 24).add(sentence).add(sentence);
        if (is_filled) sample.add_field(2);
        CHECK(sample.read() == (is_filled ? "t----" : "--t--"));
    }
}

TEST_CASE("a sentence between quotation marks is no heading") {
    Sample text;
    text.add(sentence).add("“Elk kind hoort erbij.”", 16).add(sentence);
    CHECK(text.read() == "---");
}

TEST_CASE("four bold numbered lines with nothing between are a list") {
    Sample text;
    text.add(sentence)
        .add("1. Een", 10, true)
        .add("2. Twee", 10, true)
        .add("3. Drie", 10, true)
        .add("4. Vier", 10, true);
    text.add(sentence);
    CHECK(text.read() == "------");
}

TEST_CASE("regular type in two sizes is body in both") {
    Sample text;
    for (int i = 0; i < 4; ++i) text.add("Hoe groot is de school", 12).add(sentence, 12).add(sentence).add(sentence);
    CHECK(text.read() == "----------------");
}

TEST_CASE("numbered lines of much larger type are headings also where they are much of the text and no font is bold") {
    Sample text;
    text.add("1. Contactgegevens", 14)
        .add("De Linde, Dorpsstraat 1", 10)
        .add("2. Schooltijden", 14)
        .add("Tot half drie", 10);
    CHECK(text.read() == "1-1-");
    Sample form;
    form.add("1. Hoe heet de school", 12).add("De Linde", 10).add("2. Waar staat zij", 12).add("In het dorp", 10);
    CHECK(form.read() == "----");
}

TEST_CASE("type of the title at the top of later pages is a heading") {
    Sample slides;
    slides.add("Ons aanbod", 36).add("Wij werken met drie niveaus in elke groep", 18).next_page();
    slides.add("De niveaus", 36)
        .add("Het zijn er drie, voor alle leerlingen", 18)
        .add("Zo is het", 36)
        .add("Dus", 18)
        .next_page();
    slides.add("Op school wordt het.", 36).add("Tot ziens", 18);
    CHECK(slides.read() == "t-1-----");
}

TEST_CASE("tables of contents are known by their heading or by dots and pages") {
    SUBCASE("heading") {
        Sample text;
        text.add("Inhoud", 14, true).add("1 Gegevens 2").add("2 Visie 3").add("1 Gegevens", 14, true).add(sentence);
        CHECK(text.read() == "iii1-");
    }
    SUBCASE("dots") {
        Sample text;
        text.add("Gegevens........ 2").add("Visie......... 3").add("Zorg.......... 3").add(sentence);
        CHECK(text.read() == "iii-");
    }
    SUBCASE("labels with numbers are none") {
        Sample text;
        text.add("Groep 1[60]12").add("Groep 2[60]14").add("Groep 3[60]19").add(sentence);
        CHECK(text.read() == "----");
    }
}

TEST_CASE("tagged paragraphs are headings by size only where no tag is one") {
    Sample text;
    text.add("1. Gegevens", 16, false, "P").add(sentence, 10, false, "P").add("Zorg", 10, true, "P");
    text.add(sentence, 10, false, "P");
    CHECK(text.read() == "1---");
}
