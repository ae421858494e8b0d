#include "ingest/pdf/hyphens.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;

namespace {

// A word of two lines, "|" at the line end, as it is read.
std::string read(std::string_view broken, std::string_view elsewhere = "") {
    const Vocabulary vocabulary(
        {test::make_page(elsewhere.empty() ? std::vector<Word>{} : test::make_line(elsewhere))});
    const std::size_t bar = broken.find('|');
    const std::string_view left = broken.substr(0, bar), right = broken.substr(bar + 1);
    switch (line_end(left, right, vocabulary)) {
        case LineEnd::space:
            return std::string(left) + " " + std::string(right);
        case LineEnd::joined:
            return std::string(left) + std::string(right);
        case LineEnd::hyphen_gone:
            break;
    }
    return std::string(without_hyphen(left)) + std::string(right);
}

}  // namespace

TEST_CASE("a hyphen at the end of a line goes where it only broke the word") {
    const struct {
        std::string_view broken, whole;
    } rows[] = {
        {"onder-|steuning", "ondersteuning"},
        {"(onder-|steuning),", "(ondersteuning),"},
        {"zelf-|standig", "zelfstandig"},
        {"ex-|pertise", "expertise"},
        {"pre-|ventieve", "preventieve"},
        {"finan-|cieel", "financieel"},
        {"offici-|eel", "officieel"},
        {"oud-|ste", "oudste"},
        {"co-|\u00F6rdinator", "co\u00F6rdinator"},
        {"school\u00AD|jaar", "schooljaar"},
        {"school\u2010|jaar", "schooljaar"},
        {"e-|portfolio", "e-portfolio"},
        {"SBAR-|methode", "SBAR-methode"},
        {"HBO-|niveau", "HBO-niveau"},
        {"2015-|2016", "2015-2016"},
        {"Noord-|Holland", "Noord-Holland"},
        {"niet-|schoolse", "niet-schoolse"},
        {"oud-|leerling", "oud-leerling"},
        {"stage-|uren", "stage-uren"},
        {"gz-|psycholoog", "gz-psycholoog"},
        {"ib-|er", "ib-er"},
        {"voor-|en", "voor- en"},
        {"boven-|of", "boven- of"},
        {"zorg-|en", "zorg- en"},
        {"school|jaar", "school jaar"},
        {"-|de", "- de"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.broken);
        CHECK(read(row.broken) == row.whole);
    }
}

TEST_CASE("how the document writes a word elsewhere decides on its hyphen") {
    CHECK(read("leerling-|gericht", "Leerling-gericht werken") == "leerling-gericht");
    CHECK(read("stage-|uren", "de stageuren") == "stageuren");
    CHECK(read("IB-|Er", "\"IBer\"") == "IBEr");
}

TEST_CASE("addresses and ranges go on over a line end without a space") {
    CHECK(read("www.school.|nl") == "www.school.nl");
    CHECK(read("https://school.nl/|profiel") == "https://school.nl/profiel");
    CHECK(read("www.de-|linde.nl") == "www.de-linde.nl");
    CHECK(read("info@|school.nl") == "info@school.nl");
    CHECK(read("info|@school.nl") == "info@school.nl");
    CHECK(read("www.school.nl.|Daar") == "www.school.nl. Daar");
    CHECK(read("en/|of") == "en/of");
    CHECK(read("2015–|2016") == "2015–2016");
}
