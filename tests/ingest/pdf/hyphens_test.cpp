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
    const Vocabulary vocabulary({test::make_page(elsewhere.empty() ? std::vector<Word>{} : test::make_line(elsewhere))},
                                true);
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

TEST_CASE("the word list decides where the document does not write the word elsewhere") {
    CHECK(read("time-|timer") == "time-timer");  // two words, no compound without a hyphen
    CHECK(read("dagritme-|kaarten") == "dagritmekaarten");
    CHECK(read("sociaal-|emotioneel") == "sociaal-emotioneel");
    CHECK(read("zee-|eend") == "zee-eend");
    CHECK(read("lees-|specialist") == "leesspecialist");
    CHECK(read("reken-|kwaxen") == "rekenkwaxen");  // unknown either way: by its form
}

TEST_CASE("a word that was cut without a hyphen is told from two words") {
    const Vocabulary nothing({test::make_page({})}, true), without_list({test::make_page({})}, false);
    const struct {
        std::string_view left, right;
        bool is_alone, is_cut;
    } rows[] = {
        {"kind", "erverpleegkundige,", false, true},    {"woordenschatprogram", "ma", true, true},
        {"woordenschatprogram", "ma", false, false},  // both are words
        {"motorische", "beperking", true, false},     // no compound
        {"ondersteuningsroute", "binnen", true, false},
    };
    for (const auto& [left, right, is_alone, is_cut] : rows) {
        CAPTURE(left);
        CHECK(is_cut_word(left, right, is_alone, nothing) == is_cut);
        CHECK_FALSE(is_cut_word(left, right, is_alone, without_list));
    }
    CHECK(is_cut_word("kwa", "xen", false, Vocabulary({test::make_page(test::make_line("de kwaxen"))}, false)));
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
