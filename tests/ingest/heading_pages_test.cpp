#include "ingest/heading_pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sop;

namespace {

using Titles = std::vector<std::string>;

Document with_headings(const Titles& titles) {
    Document document;
    for (const std::string& title : titles) {
        Paragraph paragraph;
        paragraph.heading = 1;
        paragraph.inlines.emplace_back(Text{title, plain, no_control});
        document.blocks.push_back({paragraph});
    }
    return document;
}

Titles dropped(const Titles& titles) {
    Document document = with_headings(titles);
    drop_page_numbers(document);
    Titles out;
    for (const Block& block : document.blocks) out.push_back(plain_text(std::get<Paragraph>(block.content).inlines));
    Document again = document;
    drop_page_numbers(again);
    CHECK(again == document);
    CHECK(document.diagnostics.size() == (out == titles ? 0 : 1));
    return out;
}

}  // namespace

TEST_CASE("numbers that rise from heading to heading are the pages they stand on") {
    CHECK(dropped({"1. Inleiding 2", "2. Gegevens van de school2", "3. Visie\t5", "4. Grenzen ..... 11", "Bijlagen"}) ==
          Titles{"1. Inleiding", "2. Gegevens van de school", "3. Visie", "4. Grenzen", "Bijlagen"});
}

TEST_CASE("numbers of headings that are no pages stay") {
    const Titles rows[] = {
        {"Groep 1", "Groep 2", "Groep 3", "Groep 4"},                               // a word before several
        {"Inleiding 2", "Visie 5", "Grenzen 4", "Bijlagen 9"},                      // falls
        {"Inleiding 2", "Visie 5", "Grenzen 7"},                                    // too few
        {"Inleiding 2", "Visie", "Grenzen 7", "Zorg 8", "Plan", "Slot 9", "Eind"},  // too few of them
        {"Visie 2015", "Plan 2016", "Zorg 2017", "Slot 2018"},                      // years
        {"Leerjaar 3", "Cluster 3", "Bouw 3", "Niveau 3"},                          // does not rise
        {"2.1", "2.2", "2.3", "2.4"},
        {"Visie (1", "Plan 1-2", "Zorg 3/4", "Slot 5,6"},
        {},
    };
    for (const Titles& row : rows) CHECK(dropped(row) == row);
}

TEST_CASE("a heading that ends in something else than text has no number") {
    Document document = with_headings({"Inleiding 2", "Visie 5", "Grenzen 7", "Slot 9"});
    for (Block& block : document.blocks) std::get<Paragraph>(block.content).inlines.emplace_back(NoteMark{"1"});
    const Document before = document;
    drop_page_numbers(document);
    CHECK(document == before);
}
