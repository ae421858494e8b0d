#include "ingest/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sop;

TEST_CASE("UTF-8 is what Unicode says it is") {
    struct Row {
        std::string bytes;
        bool expected;
    };
    const std::vector<Row> rows{
        {"", true},
        {"school", true},
        {"lange tekst van meer dan acht bytes", true},
        {"één € 𝄞", true},
        {"\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xEF\xBF\xBF \xF0\x90\x80\x80 \xF4\x8F\xBF\xBF", true},
        {"\x80", false},              // continuation without lead
        {"\xC3", false},              // lead at the end
        {"abcdefgh\xE2\x82", false},  // cut after eight good bytes
        {"\xC0\x80", false},          // overlong NUL
        {"\xC1\xBF", false},          // overlong
        {"\xE0\x9F\xBF", false},      // overlong
        {"\xF0\x8F\xBF\xBF", false},  // overlong
        {"\xED\xA0\x80", false},      // surrogate
        {"\xF4\x90\x80\x80", false},  // above U+10FFFF
        {"\xF5\x80\x80\x80", false},
        {"\xFF", false},
        {"\xC3"
         "a",
         false},
    };
    for (const auto& [bytes, expected] : rows) {
        CAPTURE(bytes);
        CHECK(is_utf8(bytes) == expected);
    }
}

TEST_CASE("cleaned text has one spelling for what looks the same") {
    struct Row {
        std::string text, expected;
    };
    const std::vector<Row> rows{
        {"", ""},
        {"gewone tekst\tmet tab\nen regel", "gewone tekst\tmet tab\nen regel"},
        {"cafe\u0301", "café"},      // NFC
        {"e\u00ADe\u0301n", "eén"},  // what a soft hyphen kept apart stays apart
        {"e\u00AD\u0301", "é"},      // … but a mark composes with the letter it stands on
        {"onder\u00ADsteuning", "ondersteuning"},
        {"be\uFB01nancier de \uFB02at, e\uFB00ect, o\uFB03ce, ba\uFB04e, \uFB05\uFB06",
         "befinancier de flat, effect, office, baffle, stst"},
        {"b\u0133zonder \u0132sselmeer", "bijzonder IJsselmeer"},
        {"1\u00A0uur\u202Fper\u2009week\u3000extra", "1 uur per week extra"},
        {"a\u200Bb\u200D\uFEFF\u2060\u200E\u061C", "ab"},
        {"een\r\ntwee\rdrie\u2028vier\u0085vijf\fzes", "een\ntwee\ndrie\nvier\nvijf\nzes"},
        {std::string("a\x01\x02\x7F") + std::string(1, '\0') + "b", "ab"},
        {"\u0092s", "s"},                                  // C1 control
        {"\uFDD0\uFFFE\U0001FFFF", "\uFFFD\uFFFD\uFFFD"},  // noncharacters
        {"\u2611\uFE0F", "\u2611"},                        // emoji presentation of a tick box
        {"\uF0A7 punt", "\uF0A7 punt"},                    // private use: the font decides
        {"‘citaat’ – “meer” … • €", "‘citaat’ – “meer” … • €"},
        {"œuvre Æneas ß", "œuvre Æneas ß"},           // letters, no ligatures
        {"\uFF29\uFF22\uFF0D\uFF45\uFF52", "IB-er"},  // full-width
        {"\u2126 \u212B", "Ω Å"},                     // singletons of NFC
        {"\u0149 huis, \u01C6ez, hoofdstuk \u2163, \u2173", "'n huis, džez, hoofdstuk IV, iv"},
        {"\U0001D5D7\U0001D5F2 school \U0001D7EE", "De school 2"},           // letters of formulas
        {"1\uFE52 twee\uFE55 \uFEE1\uFEFB", "1. twee: \u0645\u0644\u0627"},  // presentation forms
        {"\u041E\u043Dderwijs, k\u0456nd, \u039Fnderbouw", "\u041E\u043Dderwijs, kind, Onderbouw"},  // н is no n
        {"\u0421\u043Ellege k\u0435\u0308n", "College kën"},
        {"ge\u043Cixt, \u0440\u0443\u0441\u0441\u043A\u0438\u0439, 5 k\u03A9, \u03B1-golf",
         "ge\u043Cixt, \u0440\u0443\u0441\u0441\u043A\u0438\u0439, 5 k\u03A9, \u03B1-golf"},
        {"\u043E\u0440 \u0441a", "\u043E\u0440 ca"},  // a word without Latin letters is none
        {"\u1112\u1161\u11AB", "한"},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(clean_text(text) == expected);
        CHECK(clean_text(expected) == expected);
    }
}

TEST_CASE("UTF-8 that was read as another encoding is read again") {
    struct Row {
        std::string text, expected;
    };
    const std::vector<Row> rows{
        {"categorieÃ«n en ideeÃ«n", "categorieën en ideeën"},
        {"cafÃƒÂ©", "café"},  // twice
        {"coÃƒÂ¶rdinator", "coördinator"},
        {"fotoÃ¢â‚¬â„¢s", "foto’s"},
        {"Ã¢â‚¬Å“goedÃ¢â‚¬\u009D, Ã¢â‚¬Ëœfijn", "“goed”, ‘fijn"},
        {"coÔö£├érdinator", "coördinator"},  // CP850
        {"geÔö£┬╗nd", "geïnd"},
        {"fotoâ€™s", "foto’s"},
        {"â€œzorgâ€\u009D", "“zorg”"},
        {"â€˜zorgâ€™", "‘zorg’"},
        {"1 â€“ 2 â‚¬ 5â€¦", "1 – 2 € 5…"},
        {"â€¢ lezen", "• lezen"},
        {"37Â°, Â½ uur", "37°, ½ uur"},
        {"1Â\u00A0uur", "1 uur"},
        {"Ã\u00A0 la", "à la"},
        {"\u00C3\u0089\u00C3\u00A9n", "Één"},  // read as Latin-1
        {"COÃ–RDINATIE EN Ã–zil", "COÖRDINATIE EN Özil"},
        {"financiÃ\u00ADle", "financiíle"},              // a soft hyphen is a byte of it
        {"ide├½en", "ideëen"},                           // CP850
        {"ide├źn Chass├ęstraat", "ideën Chasséstraat"},  // CP852
        {"fotoÔÇÖs", "foto’s"},                          // CP850 and CP852
        {"co├Ârdinatie", "coördinatie"},
        {"ge├»nd", "geïnd"},
        {"Ã\u200B©", "é"},  // as it is without what nobody sees
        // Not certain, or nothing wrong.
        {"São Paulo, château, Ôlala", "São Paulo, château, Ôlala"},
        {"IRMÃ – IRMÃ–", "IRMÃ – IRMÃ–"},
        {"├──┤ ├┤ ┬┴", "├──┤ ├┤ ┬┴"},
        {"Ã", "Ã"},
        {"â€", "â€"},
        {"Ã漢", "Ã漢"},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(clean_text(text) == expected);
        CHECK(clean_text(expected) == expected);
    }
}

TEST_CASE("cleaning bytes that are no UTF-8 loses no other text") {
    CHECK(clean_text("goed\u00A0\xFF"
                     "ook goed\xE2\x82") == "goed \uFFFDook goed\uFFFD");
}

TEST_CASE("runs of white space collapse to one space") {
    CHECK(collapse_spaces("  een \t\n twee  ") == "een twee");
    CHECK(collapse_spaces(" \n ") == "");
    CHECK(collapse_spaces("") == "");
}

TEST_CASE("trimming keeps white space inside") {
    CHECK(trim(" \n een  twee\t") == "een  twee");
    CHECK(trim(" \t ") == "");
}

TEST_CASE("truncation never cuts a character") {
    CHECK(truncate_utf8("café", 4) == "caf");
    CHECK(truncate_utf8("café", 5) == "café");
    CHECK(truncate_utf8("€", 2) == "");
    CHECK(truncate_utf8("abc", 0) == "");
}
