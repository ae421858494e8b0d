#include "extract/template.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace sop {
namespace {

constexpr std::string_view small_template =
    "id: klein\n"
    "naam: Klein\n"
    "uitgaven:\n"
    "  - id: eerste\n"
    "    nummers: {visie: 1}\n"
    "herkenning:\n"
    "  koppen: {gewicht: 10, genoeg: 1}\n";

std::string mistake(const std::string& yaml) {
    try {
        read_template(yaml, "klein.yaml");
    } catch (const TemplateError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("the built-in templates and their vocabulary are read") {
    REQUIRE(default_templates().templates().size() >= 1);
    CHECK(default_templates().templates()[0].id == "almere-po");
    CHECK(default_templates().templates()[0].editions.size() == 2);
    CHECK(default_vocabulary().sections.size() >= 20);
}

TEST_CASE("a mistake in a template is told with file, line and column") {
    const std::string good(small_template);
    CHECK(mistake(good) == "");
    const std::pair<const char*, const char*> cases[] = {
        {"kleur: rood\n", "klein.yaml:8:1: De sleutel `kleur` is hier niet bekend"},
        {"id: nog een\n", "klein.yaml:8:1: De sleutel `id` staat er twee keer"},
        {"secties: visie\n", "klein.yaml:8:10: Hier hoort een lijst"},
        {"secties:\n  - id: visje\n", "klein.yaml:9:9: Er is geen sectie `visje`"},
        {"secties:\n  - koppen: [Visie]\n", "klein.yaml:9:5: Hier ontbreekt de naam"},
        {"secties:\n  - id: visie\n  - id: visie\n", "klein.yaml:10:5: `visie` staat er twee keer"},
        {"secties:\n  - id: visie\n    koppen: [Visie, '']\n", "klein.yaml:10:21: Hier hoort een tekst"},
        {"secties:\n  - id: visie\n    koppen: [Visie, '...']\n", "klein.yaml:10:21: In deze tekst staat geen letter"},
        {"secties:\n  - id: visie\n    onder: grenzen\n", "klein.yaml:10:12: Deze sleutel hoort alleen in vocabulaire"},
        {"velden:\n  - veld: school.naaam\n", "klein.yaml:9:11: Er is geen veld `school.naaam`"},
        {"velden:\n  - veld: school.naam\n    ook: [achter_de_deur]\n",
         "klein.yaml:10:11: `achter_de_deur` is geen zoekwijze"},
        {"velden:\n  - veld: school.naam\n    meer_regels: misschien\n", "klein.yaml:10:18: Hier hoort ja of nee"},
        {"velden:\n  - veld: school.naam\n    waar: [overal, nergens]\n",
         "klein.yaml:10:20: Er is geen sectie `nergens`"},
        {"tabellen:\n  - id: stoelen\n", "klein.yaml:9:9: Er is geen tabel `stoelen`"},
        {"tabellen:\n  - id: arrangementen\n    kolommen:\n      - id: kleur\n",
         "klein.yaml:11:13: Er is geen kolom `kleur`"},
        {"soort: brief\n", "klein.yaml:8:8: Deze soort is niet bekend"},
        {"weglaten: [[a]]\n", "klein.yaml:8:12: Hier hoort een tekst"},
        {"secties:\n  - id: visie\n    koppen: [Visie, De (school) van het]\n",
         "klein.yaml:10:21: Hier tellen alle woorden"},
        {"secties:\n  - id: visie\n    koppen: [Visie]\n  - id: grenzen\n    begint_met: [visie]\n",
         "klein.yaml:12:18: `visie` staat ook bij visie"},
        {"velden:\n  - veld: school.naam\n    labels: [Naam]\n  - veld: bestuur.naam\n    zwakke_labels: [Naam]\n",
         "klein.yaml:12:21: `Naam` staat ook bij school.naam"},
        {"secties:\n\t- id: visie\n", "klein.yaml:9:1: Deze regel springt in met een tab"},
    };
    for (const auto& [added, expected] : cases) {
        CAPTURE(added);
        CHECK(mistake(good + added).substr(0, std::string_view(expected).size()) == expected);
    }
    CHECK(mistake("naam: x\n").find("heeft geen `id`") != std::string::npos);
    CHECK(mistake("id: x\n").find("heeft geen `uitgaven`") != std::string::npos);
    CHECK(mistake("id: x\nuitgaven: [{id: a}]\n").find("gewicht") != std::string::npos);
    CHECK(mistake("id: x\nuitgaven: [{id: a}]\nherkenning: {koppen: {gewicht: nan}}\n").find("getal") !=
          std::string::npos);
    CHECK(mistake("id: x\nuitgaven: [{id: a, nummers: {visie: zes}}]\n")
              .starts_with("klein.yaml:2:37: Hier hoort een nummer"));
    CHECK(mistake("id: Groot\n").starts_with("klein.yaml:1:5: Een id bestaat uit kleine letters"));
    CHECK(mistake("- id\n").starts_with("klein.yaml:1:1: Hier hoort een rij"));
}

TEST_CASE("what a template counts and does not have is told") {
    const std::string good(small_template);
    CHECK(missing_of(read_template(good, "klein.yaml")) == "secties");
    CHECK(missing_of(read_template(good + "secties:\n  - id: visie\n", "klein.yaml")).empty());
    for (const auto& form : default_templates().templates()) CHECK(missing_of(form).empty());
}

TEST_CASE("a template adds to the vocabulary and replaces the one that has its id") {
    TemplateSet set;
    set.add(read_template(std::string(small_template) + "velden:\n  - veld: bestuur.naam\n    labels: [Baas]\n",
                          "klein.yaml"));
    REQUIRE(set.templates().size() == 1);
    const auto& fields = set.rules(0).fields;
    const auto board =
        std::find_if(fields.begin(), fields.end(), [](const FieldDef& field) { return field.field == "bestuur.naam"; });
    REQUIRE(board != fields.end());
    CHECK(board->labels.size() > 1);
    CHECK(board->labels.back() == "Baas");
    REQUIRE(set.lexicon().find(fold_words("De baas")) != nullptr);

    set.add(read_template(std::string(small_template), "klein.yaml"));
    CHECK(set.templates().size() == 1);
    CHECK(set.lexicon().find(fold_words("De baas")) == nullptr);
}

TEST_CASE("phrases match on words without stop words, words between parentheses may be missing") {
    Lexicon lexicon({"de", "van"});
    lexicon.add("Verbeterpunten (van de school)", {});
    lexicon.add("Kop(pen)", {Term::label, shared_owner, 0, 0, Meaning::none});
    for (const char* text :
         {"Verbeterpunten", "verbeterpunten school", "VERBETERPUNTEN van school!", "kop", "Koppen", "de kop"}) {
        CAPTURE(text);
        CHECK(lexicon.find(fold_words(text)) != nullptr);
    }
    for (const char* text : {"", "de", "school", "Verbeterpunten school jaar", "Kopp"}) {
        CAPTURE(text);
        CHECK(lexicon.find(fold_words(text)) == nullptr);
    }
}

TEST_CASE("a stop word counts before a word with which it means something of its own") {
    Lexicon lexicon({"de", "voor"}, {"voor wie"});
    lexicon.add("Voor wie", {});
    lexicon.add("Voor de school", {});
    CHECK(lexicon.find(fold_words("Voor wie?")) != nullptr);
    CHECK(lexicon.find(fold_words("Wie")) == nullptr);
    CHECK(lexicon.find(fold_words("School")) != nullptr);
}

}  // namespace sop
