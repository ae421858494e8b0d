#include "normalize/language.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "extract/fold.h"

namespace sop {
namespace {

constexpr std::string_view dutch =
    "De school heeft een visie op passend onderwijs. Wij kijken naar wat een kind nodig heeft en niet naar wat het "
    "niet "
    "kan. Met de ouders bespreken wij hoe het gaat, en samen maken we een plan voor de volgende periode.";
constexpr std::string_view english =
    "The school has a vision of inclusive education. We look at what a child needs and not at what it cannot do. With "
    "the "
    "parents we talk about how things are, and together we make a plan for the next term of the year.";
constexpr std::string_view german =
    "Die Schule hat ein Konzept für den Unterricht. Wir sehen auf das, was ein Kind braucht, und nicht auf das, was es "
    "nicht kann. Mit den Eltern sprechen wir von der Entwicklung und machen einen Plan für das nächste Jahr.";

TEST_CASE("the language is the one whose small words are most frequent") {
    CHECK(find_language(fold(dutch)) == "nl");
    CHECK(find_language(fold(english)) == "en");
    CHECK(find_language(fold(german)) == "de");
}

TEST_CASE("a short, mixed or wordless text has no language") {
    CHECK_FALSE(find_language("").has_value());
    CHECK_FALSE(find_language("het is een van de").has_value());
    CHECK_FALSE(find_language(fold(std::string(dutch) + std::string(english))).has_value());
    std::string numbers;
    for (int i = 0; i < 100; ++i) numbers += std::to_string(i) + ' ';
    CHECK_FALSE(find_language(numbers).has_value());
}

}  // namespace
}  // namespace sop
