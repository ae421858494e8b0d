#include "ingest/pdf/spacing.h"

#include <doctest/doctest.h>

#include "ingest/pdf/rows.h"
#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

std::string spaced(std::string_view line) {
    Page page = make_page(make_line(line));
    repair_spacing(page);
    for (const Word& word : page.words)
        CHECK((word.edges.empty() || word.edges.size() == characters_of(word.text) + 1));
    return text_of(page.words);
}

}  // namespace

TEST_CASE("letters drawn apart make a word where the gaps and letters say so") {
    struct Row {
        std::string line, expected;  // [gap] in points, type of 10
    };
    const Row rows[] = {
        {"I[3]N[3]S[3]P[3]E[3]C[3]T[3]I[3]E", "INSPECTIE"},
        {"I[2.6]N[3.1]S[2.8]P[3]E[3.2]C[3]T[2.9]I[3]E", "INSPECTIE"},  // kerning
        {"D[3]E[8]L[3]I[3]N[3]D[3]E", "DE LINDE"},                     // words wider apart than letters
        {"Rapport I[3]N[3]S[3]P[3]E[3]C[3]T[3]I[3]E 2015", "Rapport INSPECTIE 2015"},
        {"z[4]o[4]r[4]g[4]p[4]l[4]a[4]n", "zorgplan"},
        {"V[3]i[3]s[3]i[3]e", "Visie"},
        {"D[6]E[15]L[6]I[6]N[6]D[6]E[30]7", "DE LINDE 7"},  // the space among them is set as far apart
        {"G[6]R[6]O[6]E[6]P[15]8[6]+", "GROEP 8+"},
        {"E[6]-[6]M[6]A[6]I[6]L", "E-MAIL"},
        // What must stay as it is.
        {"A B C D", "A B C D"},      // columns or answers
        {"m d w d v", "m d w d v"},  // days
        {"J N J N", "J N J N"},
        {"x o x o x", "x o x o x"},  // marks
        {"a E i O u", "a E i O u"},
        {"I[3]N[4.6]S[3]P[6]E[3]C[7]T[3]I[3]E", "I N S P E C T I E"},  // gaps that tell nothing
        {"Z[15]O[15]R[15]G", "Z O R G"},                               // cells of a table
        {"Z[9]O[9]R[9]G[9]E[9]N", "Z O R G E N"},                      // boxes for a letter each
        {"1[6]2[6]3[6]4[6]5", "1 2 3 4 5"},
        {"ש[3]ל[3]ו[3]ם", "ש ל ו ם"},  // no case, and another direction
        {"als u e n", "als u e n"},    // too few
    };
    for (const auto& [line, expected] : rows) {
        CAPTURE(line);
        CHECK(spaced(line) == expected);
    }
}

TEST_CASE("a word with one gap too many is joined where the line's spaces are clearly wider") {
    struct Row {
        std::string line, expected;
    };
    const Row rows[] = {
        {"Sin[1.2]t Jan", "Sint Jan"},
        {"De Regen[1.2]b[1.2]oog in Dorp", "De Regenboog in Dorp"},
        {"Sin[1.2]t[1.2]Jan", "Sin t Jan"},    // narrow spaces on the whole line
        {"Sin[1.2]t", "Sin t"},                // nothing to compare with
        {"de[1.2]school is", "de school is"},  // both are words
        {"groep[1.2]7 en 8", "groep 7 en 8"},
        {"in[1.2]'t bos", "in 't bos"},
        {"OBS[1.2]De Linde", "OBS De Linde"},  // a capital starts a word
        {"vak[1.2]t[20]en", "vak t en"},       // the wide gap is a column, no space
    };
    for (const auto& [line, expected] : rows) {
        CAPTURE(line);
        CHECK(spaced(line) == expected);
    }
}

TEST_CASE("a hyphen drawn apart at the end of a line goes to its word") {
    struct Row {
        std::string line, expected;
    };
    const Row rows[] = {
        {"het onder[1.3]-", "het onder-"},
        {"onder[1.3]-", "onder-"},
        {"het onder[1.3]\u2010", "het onder\u2010"},
        {"het onder[1.3]\u00AD", "het onder\u00AD"},
        {"onder[1.3]-[30]kolom", "onder- kolom"},  // the end of a column's line
        {"de school -", "de school -"},            // a dash between words
        {"school -", "school -"},
        {"2014[1.3]-", "2014 -"},
        {"onder[1.3]- wijs", "onder - wijs"},  // not at the end
        {"score[12]-", "score -"},             // a dash in the next cell
    };
    for (const auto& [line, expected] : rows) {
        CAPTURE(line);
        CHECK(spaced(line) == expected);
    }
}

TEST_CASE("smaller type above the line is raised, beside other text it is not") {
    struct Row {
        std::string what;
        double top, left, size;
        bool expected;
    };
    // Behind "plan", which ends at 70 with its box from 100 to 112.
    const Row rows[] = {
        {"a footnote mark", 100.5, 70, 6, true},
        {"a high footnote mark", 98.5, 70, 6, true},
        {"a large footnote mark half a line up", 96.5, 70, 8.5, true},
        {"large type less far up", 99, 70, 8.5, false},
        {"an index", 105.3, 70, 6, false},
        {"small type on the line", 103.8, 70, 6, false},
        {"type of nearly the same size", 98.5, 70, 9, false},
        {"small type further on", 100.5, 90, 6, false},
    };
    for (const auto& [what, top, left, size, expected] : rows) {
        CAPTURE(what);
        Page page = make_page({make_word("plan", 50, 100), make_word("2", left, top, size)});
        repair_spacing(page);
        REQUIRE(page.words.size() == 2);
        CHECK(page.words[1].is_raised == expected);
        CHECK_FALSE(page.words[0].is_raised);
    }
}

TEST_CASE("the mark before a note is raised too") {
    Page page = make_page({make_word("1", 50, 100.5, 6), make_word("Zie", 53, 100)});
    repair_spacing(page);
    CHECK(page.words[0].is_raised);
    CHECK_FALSE(page.words[1].is_raised);
}

TEST_CASE("leaders are words of their own") {
    struct Row {
        std::string word, expected;
    };
    const Row rows[] = {
        {"Visie.........7", "Visie|.........|7"},
        {"3......", "3|......"},
        {"......", "......"},
        {"Naam:______", "Naam:|______"},
        {"Één.....", "Één|....."},
        {"en...", "en..."},
        {"www.school.example", "www.school.example"},
        {"_____.....", "_____|....."},
    };
    for (const auto& [word, expected] : rows) {
        CAPTURE(word);
        Page page = make_page({make_word(word, 50, 100)});
        cut_leaders(page);
        CHECK(text_of(page.words) == expected);
    }
}

TEST_CASE("letters set far apart are told from those in boxes by their middles") {
    Page page = make_page(make_line("Z[9]O[9]R[9]G[23]I[9]N"));
    for (const std::size_t wide : {std::size_t{1}, std::size_t{3}}) {  // twice as wide as the others
        for (std::size_t i = wide; i < page.words.size(); ++i) {
            Word& word = page.words[i];
            word.box.right += character_width;
            word.edges.back() += character_width;
            if (i == wide) continue;
            word.box.left += character_width;
            word.edges.front() += character_width;
        }
    }
    repair_spacing(page);
    REQUIRE(text_of(page.words) == "ZORG IN");
    CHECK(gap_between(page.words[0], page.words[1]) == doctest::Approx(5));
}
