// What holds for the cleaning of any text, whoever wrote it.
#include <doctest/doctest.h>
#include <unicode/normalizer2.h>

#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "ingest/look_alikes.h"
#include "ingest/mojibake.h"
#include "ingest/text.h"

using namespace sop;

namespace {

bool is_nfc(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const bool is_normal = icu::Normalizer2::getNFCInstance(status)->isNormalizedUTF8(text, status) != 0;
    return is_normal && U_SUCCESS(status);
}

// Characters that cleaning knows, letters around them, and now and then bytes that are no UTF-8.
std::string draw(std::mt19937& random) {
    constexpr std::string_view pieces[]{
        "a",      "e",          "school", "E",      " ",        "\n",     "'",      "\u0301", "\u0308",
        "\u00AD", "\u200B",     "\uFEFF", "\u00A0", "\uFB01",   "\u0133", "\u0149", "\u01C6", "\u2163",
        "\uFF21", "\U0001D5D7", "\uFEFB", "\u0435", "\u043E",   "\u0441", "\u0456", "\u0434", "\u041D",
        "\u03BF", "\u03B1",     "\u00C3", "\u00A9", "\u00E2",   "\u20AC", "\u2122", "\u251C", "\u00BD",
        "\u00C2", "\uFDD0",     "\uF0A7", "\u1112", "\u1161",   "\u11AB", "\u212B", "\u0344", "\u0F73",
        "\x7F",   "\r",         "\x01",   "\xC3",   "\xE2\x80", "\xFF"};
    std::string text;
    for (std::size_t size = random() % 14; size > 0; --size) {
        text += pieces[random() % std::size(pieces)];
        if (random() % 60 == 0) text += static_cast<char>(random() % 256);
    }
    return text;
}

}  // namespace

TEST_CASE("what cleaning is made of takes any bytes, and does its work once") {
    std::mt19937 random(12);
    for (int round = 0; round < 20'000; ++round) {
        const std::string text = draw(random);
        CAPTURE(text);
        const std::string latin = resolve_look_alikes(text), repaired = repair_mojibake(text);
        CHECK(resolve_look_alikes(latin) == latin);
        CHECK(repair_mojibake(repaired) == repaired);
        CHECK((may_be_mojibake(text) || repaired == text));
    }
}

TEST_CASE("cleaning any bytes gives UTF-8 in NFC that cleaning leaves alone") {
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        const std::string text = draw(random), clean = clean_text(text);
        CAPTURE(text);
        CHECK(is_utf8(clean));
        CHECK(is_nfc(clean));
        CHECK(clean_text(clean) == clean);
        const std::string line = collapse_spaces(clean);
        CHECK(collapse_spaces(line) == line);
        CHECK(trim(line) == line);
        CHECK(is_utf8(truncate_utf8(clean, clean.size() / 2)));
    }
}
