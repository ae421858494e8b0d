#include "ingest/pdf/flow.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <string>
#include <utility>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

constexpr Box whole{0, 0, 595, 842};

// Words of `line` from `left` on, with spaces of 2.5 points; the last one fonts[font].
void add(Page& page, std::string_view line, double left, double top, int font = 0) {
    double at = left;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        page.words.push_back(make_word(line.substr(0, end), at, top));
        page.words.back().font = font;
        at = page.words.back().box.right + 2.5;
        line.remove_prefix(std::min(end + 1, line.size()));
    }
}

std::vector<WordIndex> all_of(const Page& page) {
    std::vector<WordIndex> words(page.words.size());
    std::iota(words.begin(), words.end(), 0u);
    return words;
}

std::string text_of_block(const Page& page, const TextBlock& block) {
    std::string text;
    int skipped = block.label_words;
    if (block.list) text = "[" + std::to_string(block.list->level) + " " + block.list->label + "]";
    for (const Line& line : block.lines)
        for (const WordIndex word : line.words)
            if (skipped-- <= 0) text += (text.empty() ? "" : " ") + page.words[word].text;
    return text;
}

std::vector<std::string> texts_of(const Page& page, const std::vector<Item>& items) {
    std::vector<std::string> texts;
    for (const Item& item : items) {
        if (const auto* block = std::get_if<TextBlock>(&item.content)) {
            texts.push_back(text_of_block(page, *block));
            continue;
        }
        texts.emplace_back("table");
        for (const TableRow& row : std::get<TableBlock>(item.content).rows)
            for (const TableCell& cell : row.cells)
                for (const std::string& text : texts_of(page, cell.items)) texts.push_back("| " + text);
    }
    return texts;
}

void collect(const std::vector<Item>& items, std::vector<WordIndex>& words) {
    for (const Item& item : items) {
        if (const auto* block = std::get_if<TextBlock>(&item.content)) {
            for (const Line& line : block->lines) words.insert(words.end(), line.words.begin(), line.words.end());
        } else if (const auto* table = std::get_if<TableBlock>(&item.content)) {
            for (const TableRow& row : table->rows)
                for (const TableCell& cell : row.cells) collect(cell.items, words);
        }
    }
}

// The texts of a page's blocks in reading order; every word is checked to come out once.
std::vector<std::string> flow_of(const Page& page, const std::vector<Grid>& grids = {}) {
    const std::vector<Item> items = flow(page, 0, all_of(page), grids, whole);
    std::vector<WordIndex> words;
    collect(items, words);
    std::sort(words.begin(), words.end());
    CHECK(words == all_of(page));
    return texts_of(page, items);
}

using Texts = std::vector<std::string>;

// 85 characters and more: about as wide as the page's text.
constexpr const char* full_line =
    "Passend onderwijs betekent voor ons niet dat elk kind een eigen programma krijgt en dus";

Grid grid_of(std::vector<double> xs, std::vector<double> ys) {
    Grid grid;
    grid.box = {xs.front(), ys.front(), xs.back(), ys.back()};
    for (std::size_t r = 0; r + 1 < ys.size(); ++r)
        for (std::size_t c = 0; c + 1 < xs.size(); ++c)
            grid.cells.push_back(
                {static_cast<int>(r), static_cast<int>(c), 1, 1, {xs[c], ys[r], xs[c + 1], ys[r + 1]}});
    grid.xs = std::move(xs);
    grid.ys = std::move(ys);
    return grid;
}

Texts flow_with_grids(const Page& page) {
    return texts_of(page, flow(page, 0, all_of(page), find_grids(page, all_of(page)), whole));
}

}  // namespace

TEST_CASE("lines whose next word had no room are one paragraph") {
    Page page = make_page();
    for (int i = 0; i < 3; ++i) add(page, full_line, 70, 100 + 13.0 * i);
    add(page, "gemeenschappelijk blijft.", 70, 139);
    CHECK(flow_of(page).size() == 1);
}

TEST_CASE("short lines below each other are paragraphs of their own") {
    Page page = make_page();
    add(page, "Naam: De Linde", 70, 100);
    add(page, "Adres: Dorpsstraat 1", 70, 113);
    add(page, "Directie: mevrouw Jansen", 70, 126);
    CHECK(flow_of(page) == Texts{"Naam: De Linde", "Adres: Dorpsstraat 1", "Directie: mevrouw Jansen"});
}

TEST_CASE("lines with dots between a label and its value are paragraphs of their own") {
    Page page = make_page();
    add(page, full_line, 70, 100);
    const std::string dots(62, '.');
    add(page, "Wijkagent " + dots + " soms", 70, 130);
    add(page, "Jeugdarts " + dots + " vaak, en", 70, 143);
    add(page, "ook op afroep", 70, 156);
    CHECK(flow_of(page) ==
          Texts{full_line, "Wijkagent " + dots + " soms", "Jeugdarts " + dots + " vaak, en ook op afroep"});
}

TEST_CASE("room to write in goes with its label and not with the sentences around it") {
    for (const char sign : {'.', '_'}) {
        CAPTURE(sign);
        Page page = make_page();
        const std::string label = "Naam: " + std::string(74, sign), answer(80, sign);
        const std::string within = "wij en de ouders tekenen met " + std::string(54, sign);
        const std::string last = "wat er verder van belang is voor deze leerlingen en voor alle anderen in elke groep.";
        add(page, label, 70, 100);
        add(page, full_line, 70, 113);
        add(page, within, 70, 126);
        add(page, "en sturen dit naar school.", 70, 139);
        add(page, full_line, 70, 165);
        add(page, last, 70, 178);
        add(page, answer, 70, 191);
        add(page, answer, 70, 204);
        CHECK(flow_of(page) == Texts{label, std::string(full_line) + " " + within + " en sturen dit naar school.",
                                     std::string(full_line) + " " + last, answer + " " + answer});
    }
}

TEST_CASE("a text with a right indent is one paragraph") {
    Page page = make_page();
    add(page, "De school heeft een eigen visie op onderwijs aan alle kinderen in de wijk.", 60, 100);
    add(page, "Het hele team staat daar achter en zegt dat aan de ouders van de kinderen.", 60, 112);
    add(page, "Wij zien wat een kind al kan en", 100, 130);
    add(page, "gaan uit van wat het nog nodig", 100, 142);
    add(page, "heeft om de volgende stap te", 100, 154);
    add(page, "zetten.", 100, 166);
    add(page, "Zo staat het in het plan van de school en zo doen wij het in elke groep.", 60, 184);
    CHECK(flow_of(page) ==
          std::vector<std::string>{
              "De school heeft een eigen visie op onderwijs aan alle kinderen in de wijk. Het hele team staat daar "
              "achter en zegt dat aan de ouders van de kinderen.",
              "Wij zien wat een kind al kan en gaan uit van wat het nog nodig heeft om de volgende stap te zetten.",
              "Zo staat het in het plan van de school en zo doen wij het in elke groep."});
    SUBCASE("but lines of about one length that are no text are not") {
        Page list = make_page();
        add(list, "De school heeft een eigen visie op onderwijs aan alle kinderen in de wijk.", 60, 100);
        add(list, "Stichting Onderwijs Noord", 100, 130);
        add(list, "Postbus 12 in Noorderwijk", 100, 142);
        add(list, "Mevrouw De Wit, directeur", 100, 154);
        CHECK(flow_of(list).size() == 4);
    }
}

TEST_CASE("more space than between lines ends a paragraph") {
    Page page = make_page();
    for (const double top : {100.0, 113.0, 126.0, 147.0, 160.0}) add(page, full_line, 70, top);
    CHECK(flow_of(page).size() == 2);
}

TEST_CASE("a bold line and the text below it are two paragraphs") {
    Page page = make_page();
    page.fonts.push_back({.name = "Vet", .bold = true});
    add(page, full_line, 70, 100, 1);
    add(page, full_line, 70, 113);
    add(page, full_line, 70, 126);
    CHECK(flow_of(page).size() == 2);
}

TEST_CASE("a raised mark stays on the line of its word") {
    Page page = make_page();
    add(page, "Dit is de hal", 70, 100);
    page.words.push_back(make_word("1", 132.5, 98, 6));
    page.words.back().is_raised = true;
    const std::vector<Line> lines = lines_of(page, 0, all_of(page), std::nullopt);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].words.size() == 5);
    CHECK(lines[0].size == doctest::Approx(10));
}

TEST_CASE("a line knows the room that its region leaves") {
    Page page = make_page();
    add(page, "Visie", 70, 100);
    const std::vector<Line> lines = lines_of(page, 0, all_of(page), Box{60, 90, 110, 120});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].room == doctest::Approx(15));
}

TEST_CASE("bullets and numbers that stand apart are list labels") {
    struct Row {
        const char* label;
        double gap;
        bool expected;
    };
    const Row rows[] = {
        {"•", 9, true},    {"-", 9, true},         {"1.", 9, true},    {"a)", 9, true},    {"(1)", 9, true},
        {"2.1", 9, true},  {"-", 2.5, false},      {"1.", 2.5, false}, {"☐", 9, false},    {"2017", 9, false},
        {"Aan", 9, false}, {"1.1.2015", 9, false}, {"o", 9, true},     {"8.30", 9, false},
    };
    for (const auto& [label, gap, expected] : rows) {
        CAPTURE(label);
        CAPTURE(gap);
        Page page = make_page({make_word(label, 70, 100)});
        add(page, "Het gebouw heeft geen lift", page.words[0].box.right + gap, 100);
        TextBlock block;
        block.lines = lines_of(page, 0, all_of(page), std::nullopt);
        find_label(block, page);
        CHECK(block.list.has_value() == expected);
        CHECK(block.label_words == (expected ? 1 : 0));
    }
}

TEST_CASE("a bullet on a line of its own belongs to the text below it") {
    for (const double indent : {0, 14}) {
        CAPTURE(indent);
        Page page = make_page();
        add(page, full_line, 70, 100);
        add(page, "•", 70, 126);
        add(page, "lezen in een kleine groep", 70 + indent, 139);
        add(page, "•", 70, 152);
        add(page, "rekenen", 70 + indent, 165);
        add(page, "•", 70, 178);
        const std::string first = full_line, rest = "ondersteuningsbehoeften-die-erbij-horen.";
        add(page, first, 70 + indent, 191);
        add(page, rest, 70 + indent, 204);
        add(page, "•", 70, 217);
        CHECK(flow_of(page) ==
              Texts{full_line, "[0 •] lezen in een kleine groep", "[0 •] rekenen", "[0 •] " + first + " " + rest, "•"});
    }
}

TEST_CASE("an initial before an indented name is none, a letter that counts is a label") {
    Page page = make_page();
    add(page, "Contact met de school", 70, 100);
    SUBCASE("") {
        add(page, "M. Bakker", 130, 130);
        CHECK(flow_of(page) == Texts{"Contact met de school", "M. Bakker"});
    }
    SUBCASE("") {
        add(page, "A. Lezen", 130, 130);
        add(page, "B. Rekenen", 130, 150);
        CHECK(flow_of(page) == Texts{"Contact met de school", "[0 A.] Lezen", "[0 B.] Rekenen"});
    }
}

TEST_CASE("a number before a bold line counts headings") {
    Page page = make_page({make_word("1.", 70, 100)});
    page.fonts.push_back({.name = "Vet", .bold = true});
    add(page, "Visie van de school", 95, 100, 1);
    page.words[0].font = 1;
    TextBlock block;
    block.lines = lines_of(page, 0, all_of(page), std::nullopt);
    find_label(block, page);
    CHECK(!block.list);
}

TEST_CASE("a list item goes on at its text's indent") {
    Page page = make_page();
    add(page, "•", 70, 100);
    for (int i = 0; i < 3; ++i) add(page, full_line, 88, 100 + 13.0 * i);
    add(page, "in de hal", 88, 139);
    add(page, "•", 70, 152);
    add(page, "een lift", 88, 152);
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].starts_with("[0 •] Passend"));
    CHECK(texts[0].ends_with(" in de hal"));
    CHECK(texts[1] == "[0 •] een lift");
}

TEST_CASE("the indent of a label is its level") {
    Page page = make_page();
    const std::pair<double, const char*> rows[] = {{70, "1."}, {88, "a)"}, {88, "b)"}, {106, "•"}, {70, "2."}};
    double top = 100;
    for (const auto& [left, label] : rows) {
        add(page, label, left, top);
        add(page, "een lift", left + 18, top);
        top += 13;
    }
    CHECK(flow_of(page) ==
          Texts{"[0 1.] een lift", "[1 a)] een lift", "[1 b)] een lift", "[2 •] een lift", "[0 2.] een lift"});
}

TEST_CASE("two columns of text are read one after the other") {
    Page page = make_page();
    add(page, "Ons profiel van dit jaar over de hele breedte van de pagina die voor u ligt", 70, 80);
    for (int i = 0; i < 6; ++i) {
        add(page, i == 0 ? "links staat een lange regel met tekst die" : "en dan gaat de lange regel weer voort met",
            70, 110 + 13.0 * i);
        add(page, i == 0 ? "rechts staat ook een lange regel met wat" : "tekst die op de volgende regel verder gaat",
            320, 110 + 13.0 * i);
    }
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() == 3);
    CHECK(texts[1].starts_with("links"));
    CHECK(texts[1].find("rechts") == std::string::npos);
    CHECK(texts[2].starts_with("rechts"));
}

TEST_CASE("columns with headings side by side are read one after the other") {
    Page page = make_page();
    for (const double left : {70.0, 320.0}) {
        const std::string side = left < 100 ? "Links" : "Rechts";
        page.words.push_back(make_word(side, left, 90, 14));
        for (const double top : {120.0, 166.0}) {  // paragraphs of three lines each
            add(page, side + " staat een lange regel met tekst die", left, top);
            add(page, "en dan gaat de lange regel weer voort met", left, top + 13);
            add(page, "nog wat woorden.", left, top + 26);
        }
    }
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() == 6);
    CHECK(texts[0] == "Links");
    CHECK(texts[2].starts_with("Links"));
    CHECK(texts[3] == "Rechts");
}

TEST_CASE("a column is read to its end where the one beside it is shorter") {
    Page page = make_page();
    add(page, "Ons profiel van dit jaar over de hele breedte van de pagina die voor u ligt", 70, 60);
    for (const double top : {90.0, 134.0, 178.0}) {  // paragraphs of three lines, 18 points apart
        add(page, "Links staat een lange regel met tekst die", 70, top);
        add(page, "en dan gaat de lange regel weer voort met", 70, top + 13);
        add(page, "nog wat woorden.", 70, top + 26);
    }
    add(page, "Rechts staat een lange regel met wat", 320, 90);
    add(page, "tekst die op een volgende regel verder", 320, 103);
    add(page, "gaat en dan aan het einde komt en daar", 320, 116);
    add(page, "stopt.", 320, 129);
    SUBCASE("") {
        const Texts texts = flow_of(page);
        REQUIRE(texts.size() == 5);
        CHECK(texts[3].starts_with("Links"));
        CHECK(texts[4].starts_with("Rechts"));
    }
    SUBCASE("but what follows below both is no part of it") {
        add(page, "Bijlagen", 70, 230);
        const Texts texts = flow_of(page);
        REQUIRE(texts.size() == 6);
        CHECK(texts[4].starts_with("Rechts"));
        CHECK(texts[5] == "Bijlagen");
    }
}

TEST_CASE("a narrow gutter is seen by lines that all start behind it") {
    Page page = make_page();
    for (int i = 0; i < 6; ++i) {
        add(page, i == 0 ? "links staat een lange regel met" : "en dan gaat de lange regel voort", 70, 110 + 13.0 * i);
        add(page, i == 0 ? "rechts staat ook een regel met" : "tekst die straks weer verder gaat", 220, 110 + 13.0 * i);
    }
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].find("rechts") == std::string::npos);
}

TEST_CASE("a frame is read apart from the text beside it") {
    Page page = make_page();
    add(page, "de school heeft een eigen visie op al het onderwijs", 60, 100);
    add(page, "aan kinderen in de wijk en daar staat het hele team", 60, 112);
    add(page, "achter en ook de ouders zeggen dat van onze school", 60, 124);
    add(page, "die daarom al jaren groeit en elk jaar meer leerlingen krijgt die hier al lang wonen.", 60, 136);
    add(page, "Let op: dit is", 320, 100);
    add(page, "een concept.", 320, 112);
    const Box box{312, 96, 400, 128};
    SUBCASE("that is shaded") { page.fills.push_back({box, 0xEEEEEE}); }
    SUBCASE("that has a border") {
        for (const double y : {box.top, box.bottom})
            page.rulings.push_back({.is_horizontal = true, .position = y, .from = box.left, .to = box.right});
        for (const double x : {box.left, box.right})
            page.rulings.push_back({.is_horizontal = false, .position = x, .from = box.top, .to = box.bottom});
    }
    CHECK(flow_of(page) == Texts{"de school heeft een eigen visie op al het onderwijs aan kinderen in de wijk en daar "
                                 "staat het hele team achter en ook de ouders zeggen dat van onze school die daarom al "
                                 "jaren groeit en elk jaar meer leerlingen krijgt die hier al lang wonen.",
                                 "Let op: dit is een concept."});
}

TEST_CASE("cards side by side are read one after another") {
    Page page = make_page();
    page.fonts.push_back({.name = "Bold", .bold = true});
    add(page, "Dit hebben wij in huis", 60, 70);
    const auto card = [&page](double left, double top, std::string_view name) {
        add(page, name, left + 8, top + 6, 1);
        add(page, "Elke dag lezen", left + 8, top + 20);
        add(page, "met de juf", left + 8, top + 33);
        page.fills.push_back({{left, top, left + 150, top + 60}, 0xEEEEEE});
    };
    card(60, 100, "Lezen");
    card(230, 100, "Rekenen");
    card(60, 180, "Taal");
    card(230, 180, "Gedrag");
    add(page, "En verder nog dit", 60, 260);
    Texts expected{"Dit hebben wij in huis"};
    for (const char* name : {"Lezen", "Rekenen", "Taal", "Gedrag"})
        for (const char* text : {name, "Elke dag lezen", "met de juf"}) expected.emplace_back(text);
    expected.emplace_back("En verder nog dit");
    CHECK(flow_with_grids(page) == expected);
    SUBCASE("and cells of a table where none has a heading") {
        for (Word& word : page.words) word.font = 0;
        CHECK(flow_with_grids(page) != expected);
    }
}

TEST_CASE("a heading keeps its text beside a frame") {
    Page page = make_page();
    page.fonts.push_back({.name = "Bold", .bold = true});
    bool is_left = false;
    SUBCASE("on its right") {}
    SUBCASE("on its left") { is_left = true; }
    const double text = is_left ? 220 : 60, frame = is_left ? 70 : 320;
    add(page, "Onze visie", text, 100, 1);
    add(page, "de school heeft een eigen visie op al het", text, 120);
    add(page, "onderwijs aan kinderen en daar staat het", text, 132);
    add(page, "hele team achter.", text, 144);
    add(page, "Let op: dit is", frame, 100);
    add(page, "een concept.", frame, 112);
    page.fills.push_back({{frame - 8, 96, frame + 80, 170}, 0xEEEEEE});
    const std::string whole =
        "de school heeft een eigen visie op al het onderwijs aan kinderen en daar staat het hele team achter.";
    const std::string remark = "Let op: dit is een concept.";
    CHECK(flow_of(page) == (is_left ? Texts{remark, "Onze visie", whole} : Texts{"Onze visie", whole, remark}));
}

TEST_CASE("parts of a leaflet that are as high as the page come behind what stands left of them") {
    Page page = make_page();
    page.width = 842;
    page.height = 595;
    for (int i = 0; i < 6; ++i) add(page, i < 5 ? "wij zijn er en wie hulp wil" : "krijgt die.", 30, 40 + 12.0 * i);
    for (int i = 0; i < 6; ++i) add(page, i < 5 ? "dit is wat wij gaan doen met" : "iedereen.", 30, 130 + 12.0 * i);
    add(page, "Contact", 310, 40);
    add(page, "Smidsweg 1", 310, 60);
    add(page, "Schoolprofiel", 590, 300);
    add(page, "De Smidse", 590, 320);
    page.fills.push_back({{280, 0, 560, 595}, 0xEEEEFF});
    page.fills.push_back({{560, 0, 842, 595}, 0x0000FF});
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() >= 4);
    const auto place = [&texts](std::string_view text) {
        return std::find_if(texts.begin(), texts.end(), [&](const auto& one) { return one.starts_with(text); });
    };
    CHECK(place("dit is wat") < place("Contact"));
    CHECK(place("Contact") < place("Schoolprofiel"));
    CHECK(place("Schoolprofiel") != texts.end());
}

TEST_CASE("a long line that ends within a sentence goes on below, whatever room it leaves") {
    Page page = make_page();
    add(page, "in elke groep werken een leerkracht en een assistent en daar komt", 60, 100);
    add(page, "een juf bij.", 60, 113);
    for (int i = 0; i < 3; ++i)
        add(page, "en zo is er elders op de bladzijde nog een veel langere regel te lezen op dit vel.", 60,
            200 + 40.0 * i);
    CHECK(flow_of(page).front() == "in elke groep werken een leerkracht en een assistent en daar komt een juf bij.");
    for (const char* other : {"Een juf erbij.", "9 uur een juf."}) {
        CAPTURE(other);
        Page parted = make_page();
        add(parted, "in elke groep werken een leerkracht en een assistent en daar komt", 60, 100);
        add(parted, other, 60, 113);
        for (int i = 0; i < 3; ++i)
            add(parted, "en zo is er elders op de bladzijde nog een veel langere regel te lezen op dit vel.", 60,
                200 + 40.0 * i);
        CHECK(flow_of(parted)[1] == other);
    }
}

TEST_CASE("short texts below headings side by side are columns where one goes on in its next line") {
    Page page = make_page();
    page.words.push_back(make_word("Grenzen", 60, 100, 13));
    page.words.push_back(make_word("Plannen", 330, 100, 13));
    add(page, "wie meer dan tien uur hulp nodig heeft, voor die", 60, 120);
    add(page, "zoeken wij een andere school.", 60, 134);
    add(page, "Alle juffen volgen een cursus.", 330, 120);
    add(page, "Er komt een plan voor taal.", 330, 134);
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() >= 4);
    CHECK(texts[1] == "wie meer dan tien uur hulp nodig heeft, voor die zoeken wij een andere school.");
    CHECK(texts[2] == "Plannen");
}

TEST_CASE("lines of a form field go on where its value has no line break") {
    Page page = make_page();
    add(page, "wij kunnen geen plek geven aan", 60, 100);
    add(page, "wie hulp nodig heeft.", 60, 112);
    add(page, "en zo is er elders op de bladzijde nog een veel langere regel te lezen op dit vel.", 60, 200);
    Widget field;
    field.box = {58, 98, 300, 130};
    field.value = "wij kunnen geen plek geven aan wie hulp nodig heeft.";
    SUBCASE("") {
        page.widgets.push_back(field);
        CHECK(flow_of(page).front() == field.value);
    }
    SUBCASE("and not where it has one") {
        field.value[30] = '\n';
        page.widgets.push_back(field);
        CHECK(flow_of(page).front() == "wij kunnen geen plek geven aan");
    }
}

TEST_CASE("what stands below columns of values is another text") {
    Page page = make_page();
    for (int row = 0; row < 3; ++row) {
        add(page, "Directeur:", 60, 100 + 12.0 * row);
        add(page, "Karin Vermolen", 200, 100 + 12.0 * row);
        add(page, "036 5550144 en 036 5550145", 350, 100 + 12.0 * row);
    }
    add(page, "Wanneer de ondersteuning niet genoeg is, vragen wij advies aan het samenwerkingsverband en", 60, 136);
    add(page, "maken wij een plan.", 60, 148);
    CHECK(flow_of(page).back().starts_with("Wanneer de"));
}

TEST_CASE("a mail address that had room up to its hyphen starts a line of its own") {
    Page page = make_page();
    const char* const lines[] = {
        "de school heeft een eigen visie op al het onderwijs", "aan kinderen in de wijk en daar staat het hele team",
        "achter en ook de ouders zeggen dat van onze school", "die daarom groeit, schrijf naar"};
    for (int i = 0; i < 4; ++i) add(page, lines[i], 60, 76 + 12.0 * i);
    page.words.push_back(make_word("info@wilg-basisscholen.example", 60, 124));
    CHECK(flow_of(page).size() == 2);
    page.words.back().edges.clear();
    CHECK(flow_of(page).size() == 1);
}

TEST_CASE("notes in the margin are read before the text beside them") {
    const char* const lines[] = {
        "de school heeft een eigen visie op al het onderwijs", "aan kinderen in de wijk en daar staat het hele team",
        "achter en ook de ouders zeggen dat van onze school",  "die daarom al jaren groeit en elk jaar meer kinderen",
        "krijgt. Zij komen uit alle buurten van deze stad en", "ook van daarbuiten, want wij zijn goed bereikbaar en"};
    std::string text;
    for (const char* const line : lines) text += (text.empty() ? "" : " ") + std::string(line);
    Page page = make_page();
    const auto set_text = [&](double left) {
        for (int part = 0; part < 2; ++part)
            for (int i = 0; i < 6; ++i) add(page, lines[i], left, 100 + 100 * part + 13.0 * i);
    };
    SUBCASE("on the left") {
        set_text(150);
        SUBCASE("that stand apart") {
            add(page, "Herzien in", 60, 203);
            add(page, "dit jaar", 60, 214);
            CHECK(flow_of(page) == Texts{text, "Herzien in dit jaar", text});
        }
        SUBCASE("but numbers of lines are none") {
            add(page, "5", 60, 200);
            CHECK(flow_of(page) == Texts{text, "5 " + text});
        }
        SUBCASE("and a label with its value is read along") {
            add(page, "Telefoon", 60, 300);
            add(page, "036 5550143", 150, 300);
            CHECK(flow_of(page).back() == "Telefoon 036 5550143");
        }
    }
    SUBCASE("on the right") {
        set_text(60);
        add(page, "Herzien in", 360, 203);
        add(page, "dit jaar", 360, 214);
        CHECK(flow_of(page) == Texts{text, "Herzien in dit jaar", text});
    }
}

TEST_CASE("shaded values are read with the labels beside them") {
    Page page = make_page();
    add(page, "BRIN", 60, 100);
    add(page, "91KT", 200, 100);
    add(page, "Adres van de school", 60, 114);
    add(page, "Havendijk 8", 200, 114);
    page.fills.push_back({{196, 96, 400, 130}, 0xEEEEEE});
    CHECK(flow_of(page) == Texts{"BRIN 91KT", "Adres van de school Havendijk 8"});
}

TEST_CASE("the last line of a text in two columns stands beside its first") {
    Page page = make_page();
    const char* const lines[] = {
        "wij kiezen voor onderwijs in units met een", "thema waarin kinderen van elke leeftijd dus",
        "samen werken aan wat zij nog willen leren en", "zo veel van elkaar leren als van ons zelf in",
        "een jaar, en dat doen wij al heel erg lang"};
    for (int i = 0; i < 5; ++i) add(page, lines[i], 70, 100 + 13.0 * i);
    SUBCASE("where the sentence goes on") {
        add(page, "met de ouders van alle kinderen samen.", 300, 100);
        add(page, "Daaronder staat een regel die over de hele breedte van beide kolommen gaat, tot hier.", 70, 200);
        const Texts texts = flow_of(page);
        REQUIRE(texts.size() == 3);
        CHECK(texts[0].ends_with("erg lang"));
        CHECK(texts[1] == "met de ouders van alle kinderen samen.");
    }
    SUBCASE("but not what starts with a capital letter") {
        add(page, "Bladzijde 1 van de gids van de school.", 300, 100);
        add(page, "Daaronder staat een regel die over de hele breedte van beide kolommen gaat, tot hier.", 70, 200);
        CHECK(flow_of(page).front().find("Bladzijde") != std::string::npos);
    }
}

TEST_CASE("a heading beside the first lines of a column belongs to its own") {
    Page page = make_page();
    const char* const left[] = {
        "wij kiezen voor onderwijs in units met een", "thema waarin kinderen van elke leeftijd dus",
        "samen werken aan wat zij nog willen leren en", "zo veel van elkaar leren als van ons zelf in"};
    for (int i = 0; i < 4; ++i) {
        add(page, left[i], 320, 100 + 13.0 * i);
        add(page, left[i], 70, 136 + 13.0 * i);
    }
    add(page, "1. Visie", 70, 114);
    for (std::size_t i = page.words.size() - 2; i < page.words.size(); ++i) page.words[i].size = 16;
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() == 3);
    CHECK(texts[0] == "1. Visie");
    CHECK(texts[2].starts_with("wij kiezen"));
}

TEST_CASE("few lines at a gutter of the page before are columns too") {
    Page page = make_page();
    add(page, "Eerste van links", 70, 100);
    add(page, "en nog een regel", 70, 113);
    add(page, "de laatste regel", 70, 126);
    add(page, "Rechts staat iets", 320, 104);
    Texts texts;
    SUBCASE("read one after the other") {
        Setting setting{.gutters = {{280, 320}}, .breaks = {}};
        texts = texts_of(page, flow(page, 0, all_of(page), {}, whole, setting));
        REQUIRE(!texts.empty());
        CHECK(texts.back() == "Rechts staat iets");
    }
    SUBCASE("unless each line has both sides") {
        add(page, "met een waarde", 320, 113);
        add(page, "en nog een", 320, 126);
        Setting setting{.gutters = {{280, 320}}, .breaks = {}};
        for (std::size_t i = 9; i < 12; ++i) page.words[i].box.top -= 4, page.words[i].box.bottom -= 4;
        texts = texts_of(page, flow(page, 0, all_of(page), {}, whole, setting));
        REQUIRE(!texts.empty());
        CHECK(texts.front().find("Rechts") != std::string::npos);
    }
}

TEST_CASE("labels and their values beside them are no columns") {
    Page page = make_page();
    const char* const rows[] = {"BRIN:", "Adres:", "Telefoon:", "Website:", "Directie:", "Bestuur:"};
    for (int i = 0; i < 6; ++i) {
        add(page, rows[i], 70, 100 + 13.0 * i);
        add(page, "een waarde", 250, 100 + 13.0 * i);
    }
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() == 6);
    CHECK(texts[1] == "Adres: een waarde");
}

TEST_CASE("tick boxes are read after what they answer") {
    Page page = make_page();
    const char* const rows[] = {"Leesprotocol van school", "Rekenprotocol van school", "Verzuimbeleid van school",
                                "Pestprotocol van school", "Rouwprotocol van school"};
    for (int i = 0; i < 5; ++i) {
        add(page, rows[i], 70, 100 + 13.0 * i);
        add(page, "☒ ja ☐ nee", 250, 100 + 13.0 * i);
    }
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() == 5);
    CHECK(texts[0] == "Leesprotocol van school ☒ ja ☐ nee");
}

TEST_CASE("what stands close behind tick boxes that are below each other is no column") {
    Page page = make_page();
    const char* const rows[] = {"Lezen", "Rekenen", "Hoogbegaafd", "Toegankelijk", "Verzorging"};
    for (int i = 0; i < 5; ++i) {
        add(page, rows[i], 70, 100 + 15.0 * i);
        add(page, "☒ ja", 236, 100 + 15.0 * i);
        add(page, "☐", 290, 100 + 15.0 * i);
        add(page, "nee ☐ in ontwikkeling", page.words.back().box.right + 3.2, 100 + 15.0 * i);
    }
    const Texts texts = flow_of(page);
    REQUIRE(texts.size() == 5);
    CHECK(texts[0] == "Lezen ☒ ja ☐ nee ☐ in ontwikkeling");
}

TEST_CASE("a table's cells hold their words, and it stands between the text") {
    Page page = make_page();
    add(page, "Ervoor", 70, 80);
    add(page, "Naam", 75, 102);
    add(page, "Vak", 175, 102);
    add(page, "taal", 175, 122);
    add(page, "Erna", 70, 150);
    CHECK(flow_of(page, {grid_of({70, 170, 270}, {100, 120, 140})}) ==
          Texts{"Ervoor", "table", "| Naam", "| Vak", "| taal", "Erna"});
}

TEST_CASE("a nested table stands in its cell") {
    Page page = make_page();
    add(page, "Buiten", 75, 102);
    add(page, "Dag", 182, 112);
    add(page, "Tijd", 232, 112);
    CHECK(flow_of(page, {grid_of({70, 170, 300}, {100, 160}), grid_of({180, 230, 290}, {110, 130, 150})}) ==
          Texts{"table", "| Buiten", "| table", "| | Dag", "| | Tijd"});
}

TEST_CASE("a word in a grid but in no cell goes to the nearest") {
    Page page = make_page();
    add(page, "taal", 175, 122);
    Grid grid = grid_of({70, 170, 270}, {100, 120, 140});
    grid.cells.pop_back();
    CHECK(flow_of(page, {grid}) == Texts{"table", "| taal"});
}

TEST_CASE("no word is lost, however the page looks") {
    Page page = make_page();
    unsigned state = 1;
    const auto next = [&state](unsigned below) {
        state = state * 1664525u + 1013904223u;
        return static_cast<double>((state >> 8) % below);
    };
    for (int i = 0; i < 600; ++i) {
        page.words.push_back(make_word(i % 7 == 0   ? "•"
                                       : i % 5 == 0 ? "1."
                                                    : "woord",
                                       next(560), next(800), 6 + next(12)));
        page.words.back().rotation = i % 11 == 0 ? 1 + i % 3 : 0;
    }
    flow_of(page, {grid_of({50, 200, 400}, {100, 200, 300, 500}), grid_of({60, 100, 180}, {110, 150, 190})});
}

TEST_CASE("white between columns that are not drawn is no room of the left one's lines when a sentence shows it") {
    for (const bool is_sentence : {true, false}) {
        Page page = make_page();
        add(page, is_sentence ? "Samen lezen" : "Samen", 60, 105);
        add(page, is_sentence ? "in de klas" : "Overleg", 60, 117);
        add(page, "Leerkracht", 150, 105);
        const Grid grid{.evidence = GridEvidence::horizontal_rules,
                        .box = {55, 100, 250, 130},
                        .xs = {55, 145, 250},
                        .ys = {100, 130},
                        .cells = {{.row = 0, .column = 0, .box = {55, 100, 145, 130}},
                                  {.row = 0, .column = 1, .box = {145, 100, 250, 130}}},
                        .text_ends = {}};
        const std::vector<std::string> texts = flow_of(page, {grid});
        CHECK(texts == (is_sentence ? std::vector<std::string>{"table", "| Samen lezen in de klas", "| Leerkracht"}
                                    : std::vector<std::string>{"table", "| Samen", "| Overleg", "| Leerkracht"}));
    }
}
