#include "ingest/pdf/hyphens.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/pdf/addresses.h"
#include "ingest/pdf/hyphen_forms.h"
#include "tests/ingest/pdf/line_end_words.h"
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
        case LineEnd::trema_back:
            return std::string(without_hyphen(left)) + with_trema(right);
        case LineEnd::hyphen_gone:
            break;
    }
    return std::string(without_hyphen(left)) + std::string(right);
}

// Words of a list in line_end_words.h: the two lines as a printer sets them, and the word.
struct LineEndCase {
    std::string broken, whole;
};
std::vector<LineEndCase> cases_of(std::string_view list, bool loses_trema = false) {
    std::vector<LineEndCase> cases;
    std::istringstream words{std::string(list)};
    for (std::string word; words >> word;) {
        const std::size_t bar = word.find('|');
        REQUIRE(bar != std::string::npos);
        std::string left = word.substr(0, bar), right = word.substr(bar + 1);
        std::string whole = left + right;
        if (const std::size_t space = whole.find('_'); space != std::string::npos) {
            whole[space] = ' ';
            left.pop_back();
        }
        if (left.back() != '-') left += '-';
        if (loses_trema) {
            const std::string_view letters = "eiou";
            const auto plain = std::find_if(letters.begin(), letters.end(), [&](char letter) {
                return right.starts_with(with_trema(std::string(1, letter)));
            });
            REQUIRE(plain != letters.end());
            right.replace(0, 2, 1, *plain);
        }
        cases.push_back({left + '|' + right, std::move(whole)});
    }
    return cases;
}

std::vector<std::string> mistakes_in(const std::vector<LineEndCase>& cases) {
    std::vector<std::string> mistakes;
    for (const LineEndCase& row : cases)
        if (std::string got = read(row.broken); got != row.whole) mistakes.push_back(std::move(got));
    return mistakes;
}

const std::vector<std::string> none;

}  // namespace

TEST_CASE("of words at line ends 99 in 100 are read right, and no hyphen of their own is lost") {
    const auto real = cases_of(test::real_hyphens), broken = cases_of(test::broken_words),
               suspended = cases_of(test::suspended_hyphens);
    CHECK(real.size() + suspended.size() >= broken.size());
    CHECK(real.size() + broken.size() >= 500);
    CHECK(mistakes_in(real) == none);
    CHECK(mistakes_in(suspended) == none);
    CHECK(mistakes_in(broken).size() * 100 <= broken.size());
}

TEST_CASE("a trema that hyphenation took away comes back, one that it left stays") {
    CHECK(mistakes_in(cases_of(test::lost_tremas)) == none);
    CHECK(mistakes_in(cases_of(test::lost_tremas, true)) == none);
    CHECK(read("categorie-|en", "alle categorieën") == "categorieën");
    CHECK(read("categorie-|en") == "categorie- en");
    CHECK(read("vogel-|eiland") == "vogeleiland");
}

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
        {"ONDER-|STEUNING", "ONDERSTEUNING"},
        {"SBO-|SCHOOL", "SBO-SCHOOL"},
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
    CHECK(read("school-|team", "school-team schoolteam school-team") == "school-team");
}

TEST_CASE("the word list decides where the document does not write the word elsewhere") {
    CHECK(read("time-|timer") == "time-timer");  // two words, no compound without a hyphen
    CHECK(read("dagritme-|kaarten") == "dagritmekaarten");
    CHECK(read("sociaal-|emotioneel") == "sociaal-emotioneel");
    CHECK(read("zee-|eend") == "zee-eend");
    CHECK(read("lees-|specialist") == "leesspecialist");
    CHECK(read("reken-|kwaxen") == "rekenkwaxen");  // unknown either way: by its form
}

TEST_CASE("any bytes at a line end are judged") {
    constexpr std::string_view pieces[]{"a",      "e",  "IB", "school", "-",      "-",      "\u00AD",
                                        "\u2010", "en", "ë",  "\xC3",   "\xFF",   "@",      "/",
                                        "www.",   "1",  "–",  ".",      "\u0301", "\u0434", "'"};
    std::mt19937 random(9);
    const auto draw = [&] {
        std::string text;
        for (std::size_t size = random() % 4; size > 0; --size) text += pieces[random() % std::size(pieces)];
        return text;
    };
    const Vocabulary vocabulary({test::make_page(test::make_line("school IBer"))}, true);
    for (int round = 0; round < 5000; ++round) {
        const std::string left = draw(), right = draw();
        CAPTURE(left);
        CAPTURE(right);
        const LineEnd end = line_end(left, right, vocabulary);
        CHECK(line_end(left, right, vocabulary) == end);
        CHECK(left.starts_with(without_hyphen(left)));
        CHECK((end != LineEnd::trema_back || with_trema(right) != right));
        is_cut_word(left, right, round % 2 == 0, vocabulary);
    }
}

TEST_CASE("where no printer broke words a hyphen between two words is the writer's own") {
    const Page page = test::make_page(test::make_line("een regel zonder"));
    Vocabulary vocabulary({page}, true);
    vocabulary.read_line_ends({}, {page});
    CHECK(line_end("reken-", "onderwijs", vocabulary) == LineEnd::joined);
    CHECK(line_end("onder-", "wijs", vocabulary) == LineEnd::hyphen_gone);
    CHECK(line_end("ondersteunings-", "plan", vocabulary) == LineEnd::hyphen_gone);
    CHECK(line_end("kwaxen-", "bloem", vocabulary) == LineEnd::joined);
}

TEST_CASE("the hyphen of a name before a small word stays") {
    const Vocabulary vocabulary({test::make_page({})}, true);
    CHECK(line_end("Kwaxen-", "de", vocabulary) == LineEnd::joined);
    CHECK(line_end("Kwaxopet-", "tablet", vocabulary) == LineEnd::joined);
    CHECK(line_end("Onder-", "den", vocabulary) == LineEnd::joined);
    CHECK(line_end("Wor-", "den", vocabulary) == LineEnd::hyphen_gone);
    CHECK(line_end("Schoolonder-", "steuning", vocabulary) == LineEnd::hyphen_gone);
}

TEST_CASE("the hyphen behind quoted words stays") {
    const Vocabulary vocabulary({test::make_page({})}, true);
    CHECK(line_end("“eerst-dan”-", "kaart", vocabulary) == LineEnd::joined);
    CHECK(line_end("(lees)-", "en", vocabulary) == LineEnd::joined);
    CHECK(line_end("“Samen”-", "Wij", vocabulary) == LineEnd::space);
}

TEST_CASE("what follows a whole word may be a conjunction") {
    const Vocabulary vocabulary({test::make_page({})}, true);
    CHECK(may_be_conjunction("logopedist", "en", vocabulary));
    CHECK_FALSE(may_be_conjunction("kindero", "en", vocabulary));
    CHECK_FALSE(may_be_conjunction("logopedist", "gaat", vocabulary));
}

TEST_CASE("a comma that stands alone at a line's start belongs to the word before it") {
    const Vocabulary vocabulary({test::make_page({})}, false);
    CHECK(line_end("autismespecialist", ",", vocabulary) == LineEnd::joined);
    CHECK(line_end("autismespecialist", "(4", vocabulary) == LineEnd::space);
    CHECK(line_end("autismespecialist", "-", vocabulary) == LineEnd::space);
}

TEST_CASE("a word that was cut without a hyphen is told from two words") {
    const Vocabulary nothing({test::make_page({})}, true), without_list({test::make_page({})}, false);
    const struct {
        std::string_view left, right;
        bool is_alone, is_cut;
    } rows[] = {
        {"kind", "erverpleegkundige,", false, true},
        {"woordenschatprogram", "ma", true, true},
        {"woordenschatprogram", "ma", false, false},  // both are words
        {"motorische", "beperking", true, false},     // no compound
    };
    for (const auto& [left, right, is_alone, is_cut] : rows) {
        CAPTURE(left);
        CHECK(is_cut_word(left, right, is_alone, nothing) == is_cut);
        CHECK_FALSE(is_cut_word(left, right, is_alone, without_list));
    }
    CHECK(is_cut_word("kwa", "xen", false, Vocabulary({test::make_page(test::make_line("de kwaxen"))}, false)));
}

TEST_CASE("a word that no list has is cut where neither half is a word") {
    const Vocabulary nothing({test::make_page({})}, true), without_list({test::make_page({})}, false);
    const struct {
        std::string_view left, right;
        bool is_cut;
    } rows[] = {
        {"daisyspele", "r", true},   {"kwaxobloe", "mpje,", true},      {"Kwaxoweil", "Xprint", false},
        {"kwaxoweil", "u", false},   {"kwaxoweil", "taal", false},      {"taal", "kwaxoweil", false},
        {"kwaxo.", "xprint", false}, {"dyscalculieproto", "col", true}, {"kwaxoweil", "software", false},
    };
    for (const auto& [left, right, is_cut] : rows) {
        CAPTURE(left);
        CAPTURE(right);
        CHECK(is_cut_unknown(left, right, nothing) == is_cut);
        CHECK_FALSE(is_cut_unknown(left, right, without_list));
    }
}

TEST_CASE("an address that is cut goes on where it has no end, or where its line is full") {
    const struct {
        std::string_view left, right;
        bool in_text, in_full_line;
    } rows[] = {
        {"www.basissch", "ooldelinde.nl", true, true},
        {"https://school", "delinde.nl", true, true},
        {"directie@basis", "schooldelinde.nl", true, true},
        {"directie@school.n", "l", true, true},
        {"directie@basis.school-lin", "de.nl", false, true},
        {"www.school.nl/ou", "ders/contact", false, true},
        {"intern.begelei", "der@school.nl", false, true},
        {"www.school.nl", "en", false, false},
        {"www.school.nl/ouders", "en", false, false},
        {"info@school", "Linde", false, false},
        {"mail", "info@school.nl", false, false},
        {"@school", "linde.nl", false, false},
        {"1.2", "a", false, false},
        {"", "", false, false},
    };
    for (const auto& [left, right, in_text, in_full_line] : rows) {
        CAPTURE(left);
        CHECK(is_cut_address(left, right, {}) == in_text);
        CHECK(is_cut_address(left, right, {.is_full = true, .is_alone = true}) == in_full_line);
    }
}

TEST_CASE("addresses and ranges go on over a line end without a space") {
    CHECK(read("www.school.|nl") == "www.school.nl");
    CHECK(read("https://school.nl/|profiel") == "https://school.nl/profiel");
    CHECK(read("www.de-|linde.nl") == "www.de-linde.nl");
    CHECK(read("info@|school.nl") == "info@school.nl");
    CHECK(read("info|@school.nl") == "info@school.nl");
    CHECK(read("wa-|school@linde.nl") == "wa-school@linde.nl");
    CHECK(read("ib-|team@linde.nl,") == "ib-team@linde.nl,");
    CHECK(read("www.school.nl.|Daar") == "www.school.nl. Daar");
    CHECK(read("en/|of") == "en/of");
    CHECK(read("IB -|> team") == "IB -> team");
    CHECK(read("2015–|2016") == "2015–2016");
}
