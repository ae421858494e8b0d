#include "normalize/family_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "normalize/name_scan.h"
#include "normalize/person_words.h"
#include "normalize/text.h"
#include "normalize/word_filter.h"

namespace sop {
namespace {

constexpr std::array family_words{
    FamilyWord{"leerling", false},   FamilyWord{"leerlinge", false},   FamilyWord{"kind", false},
    FamilyWord{"kleuter", false},    FamilyWord{"ouder", false},       FamilyWord{"ouders", false},
    FamilyWord{"moeder", true},      FamilyWord{"vader", true},        FamilyWord{"zoon", true},
    FamilyWord{"zoontje", true},     FamilyWord{"dochter", true},      FamilyWord{"dochtertje", true},
    FamilyWord{"broer", true},       FamilyWord{"broertje", true},     FamilyWord{"zus", true},
    FamilyWord{"zusje", true},       FamilyWord{"oma", true},          FamilyWord{"opa", true},
    FamilyWord{"pleegmoeder", true}, FamilyWord{"pleegvader", true},   FamilyWord{"stiefmoeder", true},
    FamilyWord{"stiefvader", true},  FamilyWord{"voogd", true},        FamilyWord{"tante", true},
    FamilyWord{"oom", true},         FamilyWord{"tweeling", true},     FamilyWord{"meisje", true},
    FamilyWord{"jongen", true},      FamilyWord{"broers", true},       FamilyWord{"broertjes", true},
    FamilyWord{"zussen", true},      FamilyWord{"zusjes", true},       FamilyWord{"zoons", true},
    FamilyWord{"dochters", true},    FamilyWord{"grootouders", false},
};

constexpr WordFilter filter = [] {
    WordFilter words;
    for (const FamilyWord& row : family_words) words.add(row.word);
    return words;
}();

}  // namespace

const FamilyWord* find_family(std::string_view word) {
    if (!filter.may_have(word)) return nullptr;
    const std::string wanted = small_letters(word);
    const auto found = std::ranges::find(family_words, std::string_view(wanted), &FamilyWord::word);
    return found == family_words.end() ? nullptr : &*found;
}

bool is_relative(const FamilyWord& family) {
    constexpr std::array<std::string_view, 4> relatives{"ouder", "moeder", "vader", "voogd"};
    return std::ranges::find(relatives, family.word) != relatives.end();
}

bool is_one_pupil(const FamilyWord& family) {
    return family.word == "leerling" || family.word == "leerlinge" || family.word == "kleuter";
}

bool is_called(std::string_view word) {
    constexpr std::size_t shortest = 3;
    constexpr std::array<std::string_view, 28> no_pupils{
        "Alle",   "Iedereen", "Hij",     "Zij",        "Het",    "Dit",   "Dat",    "Deze",    "Elk",   "Ieder",
        "Iedere", "Elke",     "Wie",     "Nederlands", "Engels", "Frans", "Duits",  "Fries",   "Turks", "Arabisch",
        "Pools",  "Spaans",   "Rekenen", "Taal",       "Lezen",  "Gym",   "Muziek", "Plusklas"};
    return word.size() >= shortest && starts_upper(word) && !is_no_name(word) && !is_body_word(word) &&
           !is_particle(word) && !is_title(word) && !is_role(word) && !is_function(word, false) && !has_digits(word) &&
           word.find('-') == std::string_view::npos && std::ranges::find(no_pupils, word) == no_pupils.end() &&
           std::none_of(word.begin() + (word.starts_with("IJ") ? 2 : 1), word.end(),
                        [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool may_be_called(std::string_view text, std::string_view word, std::size_t space) {
    if (!is_called(word)) return false;
    std::size_t at = word_end(text, space + 1);
    if (!bare_word(text.substr(space + 1, at - space - 1)).ends_with(word)) return false;
    if (text[at - 1] == '.' || text[at - 1] == ',' || text[at - 1] == ';') return true;
    while (at < text.size() && text[at] == ' ') ++at;
    return at == text.size() || !starts_upper(text.substr(at));
}

}  // namespace sop
