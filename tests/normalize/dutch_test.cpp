#include "normalize/dutch.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "ingest/text.h"

namespace sop {
namespace {

struct Row {
    std::string_view text, expected;
};

TEST_CASE("an apostrophe has one sign, quotation marks stay") {
    constexpr Row rows[]{
        {"ib'er", "ib'er"},
        {"IB’er", "IB'er"},
        {"IB´er en ib`er", "IB'er en ib'er"},
        {"ib‘er, ib‛er, ib′er", "ib'er, ib'er, ib'er"},
        {"foto’s, thema´s en opa`s", "foto's, thema's en opa's"},
        {"programma‘s", "programma's"},
        {"’s ochtends", "'s ochtends"},
        {"‘s Middags en ´s avonds", "'s Middags en 's avonds"},
        {"`s-Gravenhage", "'s-Gravenhage"},
        {"’s-Hertogenbosch", "'s-Hertogenbosch"},
        {"zo’n, zo´n, z‘n, m`n, d’r", "zo'n, zo'n, z'n, m'n, d'r"},
        {"‘t kind, ’n plan, ´k weet", "'t kind, 'n plan, 'k weet"},
        {"OBS ’t Kofschip", "OBS 't Kofschip"},
        {"in ’15 en ‘16", "in '15 en '16"},
        {"de jaren ’80", "de jaren '80"},
        {"50+’er en 65´ers", "50+'er en 65'ers"},
        {"zzp’ers", "zzp'ers"},
        {"Hans’ klas", "Hans' klas"},
        {"de ouders´ inbreng", "de ouders' inbreng"},
        {"D’Angelo en O´Neill", "D'Angelo en O'Neill"},
        {"privé’s", "privé's"},
        // Quotation marks.
        {"‘citaat’", "‘citaat’"},
        {"Wij zeggen: ‘Ieder kind telt.’", "Wij zeggen: ‘Ieder kind telt.’"},
        {"(‘ouders’)", "(‘ouders’)"},
        {"‘foto’s van ouders’", "‘foto's van ouders’"},
        {"‘een’ en ‘twee’", "‘een’ en ‘twee’"},
        {"‘het plan’ en ’s middags", "‘het plan’ en 's middags"},
        {"’ouders’", "’ouders’"},
        {"'ouders'", "'ouders'"},
        {"“foto’s”", "“foto's”"},
        {"\"ib´er\"", "\"ib'er\""},
        {"‘s’", "‘s’"},
        {"‚ouders‘", "‚ouders'"},
        // Signs that are none and quote a word.
        {"´ouders´", "‘ouders’"},
        {"`ouders`", "‘ouders’"},
        {"`ouders'", "‘ouders’"},
        {"de ´gouden weken´ zijn", "de ‘gouden weken’ zijn"},
        {"´ib´ers´", "‘ib'ers’"},
        {"´Samen verder.´ zei zij", "‘Samen verder.’ zei zij"},
        {"‛ouders’", "‘ouders’"},
        // Alone.
        {"5′ lezen", "5' lezen"},
        {"een ´ los teken", "een ' los teken"},
        {"´", "'"},
        {"´zonder einde", "'zonder einde"},
        {"‘zonder einde", "‘zonder einde"},
        {"’", "’"},
        {"", ""},
    };
    static_assert(std::size(rows) >= 40);
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(repair_apostrophes(text) == expected);
        CHECK(repair_apostrophes(expected) == expected);
    }
}

TEST_CASE("letters that stand apart make a word that the list has") {
    constexpr Row rows[]{
        {"I N S P E C T I E", "INSPECTIE"},
        {"I N S P E C T I E  V A N  H E T  O N D E R W I J S", "INSPECTIE VAN HET ONDERWIJS"},
        {"I N S P E C T I E V A N H E T O N D E R W I J S", "INSPECTIE VAN HET ONDERWIJS"},
        {"I n h o u d", "Inhoud"},
        {"de v i s i e op leren", "de visie op leren"},
        {"i d e e ë n", "ideeën"},
        {"V I S I E\nM I S S I E", "VISIE\nMISSIE"},
        {"1. V I S I E", "1. VISIE"},
        {"V I  S I E\tV A N  D E  S C H O O L", "VISIE VAN DE SCHOOL"},
        // No words, or too few letters to tell.
        {"A B C D", "A B C D"},
        {"x x x x x", "x x x x x"},
        {"m d w d v", "m d w d v"},
        {"a n d", "a n d"},
        {"J. K. L. M. Jansen", "J. K. L. M. Jansen"},
        {"I N S P E C T I X", "I N S P E C T I X"},
        {"groep a b c d e f", "groep a b c d e f"},
        {"", ""},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(join_spaced_letters(text) == expected);
        CHECK(join_spaced_letters(expected) == expected);
    }
}

TEST_CASE("words that punctuation glued part, addresses and abbreviations stay") {
    constexpr Row rows[]{
        {"met de ouders.De school", "met de ouders. De school"},
        {"taal,rekenen;lezen", "taal, rekenen; lezen"},
        {"Waarom?Omdat het kan!Echt", "Waarom? Omdat het kan! Echt"},
        {"Directeur:Anna", "Directeur: Anna"},
        {"www.Linde.nl en info@De.Linde.nl", "www.Linde.nl en info@De.Linde.nl"},
        {"plan.Docx, school.Nl, node.js", "plan.Docx, school.Nl, node.js"},
        {"https://school.example.org/Plan.Nieuw", "https://school.example.org/Plan.Nieuw"},
        {"o.a. Piet, i.v.m.De, a.u.b.Nu", "o.a. Piet, i.v.m.De, a.u.b.Nu"},
        {"1,5 uur, 2.30 uur, A.B. Bakker", "1,5 uur, 2.30 uur, A.B. Bakker"},
        {"ouders. De school", "ouders. De school"},
        {"", ""},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(part_glued_words(text) == expected);
        CHECK(part_glued_words(expected) == expected);
    }
}

TEST_CASE("only words count as a difference, not apostrophes and spaces") {
    CHECK_FALSE(differ_in_words("foto’s  en\nib'er", "foto's en ib'er"));
    CHECK(differ_in_words("´ouders´", "‘ouders’"));
    CHECK(differ_in_words("een", "twee"));
}

TEST_CASE("text that was made Dutch once stays as it is") {
    constexpr std::string_view pieces[]{"´",        "`",    "‘",       "’",      "‛",  "′",  "'",  "a",  "s",
                                        "t",        "ib",   "er",      "ouders", " ",  "  ", " ",  "\n", "V I S I E ",
                                        "I N ",     "i n ", "h o u d", ".",      ",",  ":",  "De", "15", "\xB4",
                                        "\xE2\x80", "é",    "@",       "nl",     "\t", "(",  "\""};
    std::mt19937 random(3);
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (std::size_t size = random() % 12; size > 0; --size) text += pieces[random() % std::size(pieces)];
        CAPTURE(text);
        const std::string once = dutch_lines(text);
        CHECK(dutch_lines(once) == once);
        CHECK(dutch_line(dutch_line(text)) == dutch_line(text));
        if (is_utf8(text)) CHECK(clean_text(dutch_lines(clean_text(text))) == dutch_lines(clean_text(text)));
    }
}

}  // namespace
}  // namespace sop
