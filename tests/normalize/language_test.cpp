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
    CHECK(find_language(
              fold("L'école a une vision de l'éducation. Les enseignants sont là pour les élèves et parlent avec "
                   "les parents. Dans la classe, une aide est possible pour que chaque enfant apprenne.")) == "fr");
    CHECK(find_language(
              fold("De skoalle hat in fisy op passend ûnderwiis. Wy sjogge nei wat in bern nedich hat en net nei "
                   "wat it net kin. Mei de âlden prate wy oer hoe't it giet, en tegearre meitsje wy in plan foar "
                   "de nije perioade fan it jier. It bern wurdt troch de learkrêft holpen.")) == "fy");
    CHECK(find_language(
              fold("La escuela tiene una visión de la educación inclusiva. Los maestros hablan con los padres y "
                   "con los alumnos sobre el plan para el año. Las clases son pequeñas y por eso es posible "
                   "ayudar más.")) == "es");
    CHECK(
        find_language(fold("Okulun kapsayıcı eğitim için bir vizyonu var. Öğretmenler her çocuk için bir plan yapar ve "
                           "veliler ile konuşur. Bu plan çok önemli, her yıl yeni bir plan olarak yazılır ve daha iyi "
                           "olan bir okul için çalışırız.")) == "tr");
    CHECK(
        find_language(fold("Szkoła jest dla każdego dziecka. Nauczyciele rozmawiają z rodzicami na temat tego, co jest "
                           "potrzebne, oraz na temat tego, co nie działa. Plan jest pisany przez zespół i do niego się "
                           "wraca od razu w nowym roku.")) == "pl");
    CHECK(find_language(fold(
              "E skol ta pa tur mucha. E maestronan ta papia ku e mayornan di e mucha i ta traha un plan pa e "
              "aña. Tin yudansa pa e muchanan ku mester di mas, na skol i den bario, ku un hende di e tim.")) == "pap");
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
