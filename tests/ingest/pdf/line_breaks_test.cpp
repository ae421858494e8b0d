#include "ingest/pdf/line_breaks.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/pdf/lines.h"
#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;

namespace {

// A column of 200 points: its lines, one below the other.
std::pair<Page, std::vector<Line>> column_of(std::initializer_list<std::string_view> texts) {
    Page page = test::make_page();
    std::vector<Line> lines;
    double top = 100;
    for (const std::string_view text : texts) {
        std::vector<WordIndex> words;
        for (Word& word : test::make_line(text, top)) {
            words.push_back(static_cast<WordIndex>(page.words.size()));
            page.words.push_back(std::move(word));
        }
        lines.push_back(make_line_of(page, 0, words));
        lines.back().room = 250 - lines.back().box.right;
        top += 13;
    }
    return {std::move(page), std::move(lines)};
}

bool weighs(std::initializer_list<std::initializer_list<std::string_view>> columns) {
    LineBreaks breaks;
    const auto [page, full] = column_of({"Een regel die de hele kolom van links tot rechts",
                                         "vult en nog een regel die de hele kolom vult en",
                                         "nog een regel die de kolom vult tot het eind aan"});
    for (int i = 0; i < 6; ++i) breaks.see(page, full);
    for (const auto& texts : columns) {
        const auto [other, lines] = column_of(texts);
        breaks.see(other, lines);
    }
    return breaks.weighs_paragraphs();
}

}  // namespace

TEST_CASE("a printer that leaves room for a word within sentences weighs paragraphs") {
    CHECK_FALSE(weighs({}));
    CHECK(weighs({{"De leerkracht bespreekt de aanpak met", "de ouders en het kind"}}));
}

TEST_CASE("lines that a writer ended tell nothing of the printer") {
    CHECK_FALSE(weighs({{"De leerkracht bespreekt de aanpak.", "daarna volgt"}}));
    CHECK_FALSE(weighs({{"De leerkracht bespreekt de aanpak met", "Els"}}));
    CHECK_FALSE(weighs({{"extra instructie", "verlengde leertijd", "eigen leerlijn"}}));  // far from full
    CHECK_FALSE(weighs({{"taal", "rekenen", "lezen"}}));
}

TEST_CASE("room within a sentence is taken, that at its end stays") {
    auto [page, lines] = column_of(
        {"De leerkracht bespreekt de aanpak met", "de ouders. Zij overleggen met het team.", "eens per week", "Samen"});
    const double room = *lines[1].room;
    for (std::size_t i = 1; i < lines.size(); ++i) close_room(page, lines[i - 1], lines[i]);
    CHECK(*lines[0].room == 0);
    CHECK(*lines[1].room == room);
    CHECK(*lines[2].room > 0);
}
