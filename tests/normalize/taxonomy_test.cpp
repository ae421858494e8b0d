#include "normalize/taxonomy.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "extract/fold.h"
#include "extract/yaml.h"

namespace sop {
namespace {

std::string ids(std::string_view text) {
    std::string out;
    for (const Need* need : find_needs(default_taxonomy(), text)) out += (out.empty() ? "" : " ") + need->id;
    return out;
}

TEST_CASE("needs are found by whole words") {
    struct Row {
        std::string_view input, ids;
    };
    const Row rows[]{
        {"Leerlingen met dyslexie", "lezen_dyslexie"},
        {"dyslectici en rolstoelgebruikers", "lezen_dyslexie motoriek_lichamelijk"},
        {"doofblinde leerlingen", "visueel auditief"},
        {"vluchtelingkinderen, ook van gescheiden ouders", "nt2 thuissituatie"},
        {"ernstige reken- en wiskundeproblemen", "rekenen_dyscalculie"},
        {"rolstoelgebonden kinderen", "motoriek_lichamelijk"},
        {"dyslectische leerlingen", "lezen_dyslexie"},
        {"Dyslexiebegeleiding en rekensteun", "lezen_dyslexie rekenen_dyscalculie"},
        {"Leerlingen met ernstige rekenproblemen of dyscalculie", "rekenen_dyscalculie"},
        {"Moeilijk lerende kinderen", "cognitie_zwak"},
        {"een laag IQ / eigen leerlijn", "cognitie_zwak"},
        {"cognitieve beperking(en)", "cognitie_zwak"},
        {"Leerlingen die meer- of hoogbegaafd zijn", "hoogbegaafd"},
        {"Meer- en hoogbegaafdheid", "hoogbegaafd"},
        {"(hoog)begaafde leerlingen", "hoogbegaafd"},
        {"Kleuters met een ontwikkelingsvoorsprong", "hoogbegaafd jonge_kind"},
        {"Zwakke executieve functies", "werkhouding"},
        {"concentratieproblemen", "werkhouding"},
        {"ADHD", "adhd"},
        {"AD(H)D", "adhd"},
        {"ad/hd, ADD", "adhd"},
        {"ASS", "autisme"},
        {"Autisme spectrum stoornissen", "autisme"},
        {"autismespectrumstoornis", "autisme"},
        {"PDD-NOS of Asperger", "autisme"},
        {"ODD", "gedrag_extern"},
        {"gedragsproblemen (cluster 4)", "gedrag_extern"},
        {"faalangst", "sociaal_emotioneel"},
        {"Angst en trauma", "sociaal_emotioneel psychiatrie"},
        {"een hechtingsstoornis", "sociaal_emotioneel"},
        {"sociaal-emotionele problemen", "sociaal_emotioneel"},
        {"een motorische beperking", "motoriek_lichamelijk"},
        {"DCD", "motoriek_lichamelijk"},
        {"diabetes of epilepsie", "langdurig_ziek_medisch"},
        {"een langdurige ziekte", "langdurig_ziek_medisch"},
        {"Slechtziende leerlingen", "visueel"},
        {"Bartimeus", "visueel"},
        {"slechthorendheid / doof", "auditief"},
        {"spraak/taalproblemen", "taal_spraak"},
        {"TOS", "taal_spraak"},
        {"Nieuwkomers (NT2)", "nt2"},
        {"armoede of zorgen thuis", "thuissituatie"},
        {"anders, nl. ...", "overig"},
        {"Leerlingen zonder dyslexie", ""},
        {"geen diagnose autisme, wel ADHD", "adhd"},
        {"gedragsproblemen, geen sprake van een ASS", "gedrag_extern"},
        {"niet dyslexie maar dyscalculie", "rekenen_dyscalculie"},
        {"dyslexie, en leerlingen zonder dyslexie", "lezen_dyslexie"},
        {"geen kleuters", ""},
        {"lesmateriaal", ""},
        {"addertje, wass, hbo, mrtv", ""},
        {"Leerlingen met een rugzak", ""},
        {"angstaanjagend", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(ids(row.input) == row.ids);
    }
}

TEST_CASE("every synonym of the taxonomy finds its own need") {
    for (const Need& need : default_taxonomy().needs)
        for (const std::string& synonym : need.synonyms) {
            CAPTURE(synonym);
            CHECK(fold(synonym) == synonym);
            bool is_found = false;
            for (const Need* found : find_needs(default_taxonomy(), "x " + synonym + " y"))
                is_found = is_found || found->id == need.id;
            CHECK(is_found);
        }
}

TEST_CASE("endings between parentheses spell a synonym out") {
    const Taxonomy taxonomy = read_taxonomy(
        "behoeften:\n"
        "  - id: proef\n"
        "    domein: leco\n"
        "    label: Proef\n"
        "    synoniemen: ['proef(de|je)', 'AD(H)D']\n",
        "proef.yaml");
    REQUIRE(taxonomy.needs.size() == 1);
    CHECK(taxonomy.needs[0].synonyms ==
          std::vector<std::string>{"proef", "proefde", "proefje", "ad h d", "add", "adhd"});
}

TEST_CASE("a mistake in a taxonomy names its file and line") {
    struct Row {
        std::string_view yaml, where;
    };
    const Row rows[]{
        {"", "t.yaml:1:"},
        {"[]", "t.yaml:1:1:"},
        {"behoeften: proef", "t.yaml:1:"},
        {"behoefte: []", "t.yaml:1:1:"},
        {"behoeften:\n  - id: a\n", "t.yaml:2:5:"},
        {"behoeften:\n  - {id: a, domein: xxxx, label: A, synoniemen: [a]}\n", "t.yaml:2:21:"},
        {"behoeften:\n  - {id: a, domein: leco, label: A, synoniemen: a}\n", "t.yaml:2:"},
        {"behoeften:\n  - {id: a, domein: leco, label: A, synoniemen: ['...']}\n", "t.yaml:2:"},
        {"behoeften:\n  - {id: a, domein: leco, label: A, synoniemen: [a], kleur: rood}\n", "t.yaml:2:"},
        {"behoeften:\n  - {id: A b, domein: leco, label: A, synoniemen: [a]}\n", "t.yaml:2:5:"},
        {"behoeften:\n  - {id: a, domein: leco, label: A, synoniemen: [a]}\n"
         "  - {id: a, domein: leco, label: A, synoniemen: [b]}\n",
         "t.yaml:3:5:"},
        {"behoeften:\n  - {id: a, domein: leco, label: A, synoniemen: ['(a|b|c)(a|b|c)(a|b|c)(a|b|c)(a|b|c)']}\n",
         "t.yaml:2:"},
        {"behoeften: [[[[[[[[[[[[[[[[[[[[", "t.yaml:1:"},
        {"{", "t.yaml:"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.yaml);
        try {
            read_taxonomy(row.yaml, "t.yaml");
            FAIL("no mistake was found");
        } catch (const YamlError& error) {
            CHECK(std::string_view(error.what()).starts_with(row.where));
        }
    }
}

TEST_CASE("the label of a need names it where nothing else is said") {
    const auto ids = [](std::string_view text) {
        std::string found;
        for (const Need* need : find_needs(default_taxonomy(), text)) found += (found.empty() ? "" : " ") + need->id;
        return found;
    };
    CHECK(ids("Gedrag") == "gedrag_extern");
    CHECK(ids("visueel") == "visueel");
    CHECK(ids("Taal en rekenen") == "rekenen_dyscalculie taal_spraak");
    CHECK(ids("HB") == "hoogbegaafd");
    CHECK(ids("gedragsspecialist").empty());
    CHECK(ids("positief gedrag belonen").empty());
    CHECK(ids("extra taal").empty());
    CHECK(ids("Overig").empty());
}

}  // namespace
}  // namespace sop
