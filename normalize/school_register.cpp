#include "normalize/school_register.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "extract/fold.h"
#include "normalize/address.h"
#include "normalize/codes.h"
#include "normalize/contact.h"
#include "normalize/csv.h"
#include "normalize/phone.h"
#include "normalize/schools.h"
#include "normalize/text.h"

namespace sop {
namespace {

// Folded words at either end of a name that say what kind of school it is.
constexpr std::array kind_words{
    std::string_view("obs"),
    std::string_view("pcb"),
    std::string_view("pcbs"),
    std::string_view("rkbs"),
    std::string_view("rkb"),
    std::string_view("kbs"),
    std::string_view("cbs"),
    std::string_view("bs"),
    std::string_view("sbo"),
    std::string_view("osbo"),
    std::string_view("so"),
    std::string_view("vso"),
    std::string_view("ikc"),
    std::string_view("kc"),
    std::string_view("pc"),
    std::string_view("rk"),
    std::string_view("gbs"),
    std::string_view("ibs"),
    std::string_view("abbs"),
    std::string_view("school"),
    std::string_view("basisschool"),
    std::string_view("basisonderwijs"),
    std::string_view("kindcentrum"),
    std::string_view("integraal"),
    std::string_view("brede"),
    std::string_view("openbare"),
    std::string_view("openbaar"),
    std::string_view("bijzondere"),
    std::string_view("algemeen"),
    std::string_view("algemene"),
    std::string_view("protestants"),
    std::string_view("protestantse"),
    std::string_view("protestant"),
    std::string_view("christelijke"),
    std::string_view("christelijk"),
    std::string_view("rooms"),
    std::string_view("katholieke"),
    std::string_view("katholiek"),
    std::string_view("oecumenische"),
    std::string_view("interconfessionele"),
    std::string_view("islamitische"),
    std::string_view("gereformeerde"),
    std::string_view("reformatorische"),
    std::string_view("hindoeistische"),
    std::string_view("speciale"),
    std::string_view("speciaal"),
    std::string_view("voor"),
    std::string_view("jenaplanschool"),
    std::string_view("daltonschool"),
    std::string_view("montessorischool"),
    std::string_view("jenaplanbasisschool"),
    std::string_view("daltonbasisschool"),
};
constexpr std::array articles{std::string_view("de"), std::string_view("het"), std::string_view("t"),
                              std::string_view("een")};

template <class List>
bool is_among(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

Tekst as_text(const std::string& text) { return text.empty() ? std::nullopt : Tekst(text); }

bool is_same(const Tekst& a, const Tekst& b) { return a && b && fold(*a) == fold(*b); }

// "Almere" and "ALMERE STAD".
bool is_near(const Tekst& a, const Tekst& b) {
    if (!a || !b) return false;
    const std::string x = fold(*a), y = fold(*b);
    return contains_words(x, y) || contains_words(y, x);
}

// "christelijk" says less than "protestants-christelijk" and nothing against it.
bool may_be_one(const Tekst& a, const Tekst& b) { return !a || !b || is_near(a, b); }

bool has_board(const RegisteredSchool& school, const SchoolClues& clues) {
    return is_same(school.bestuursnummer, clues.bestuursnummer) || is_same(school.bestuur, clues.bestuur);
}

bool may_be(const RegisteredSchool& school, const SchoolClues& clues) {
    if (is_same(school.adres.postcode, clues.postcode)) return true;
    const bool is_elsewhere = school.adres.plaats && clues.plaats && !is_near(school.adres.plaats, clues.plaats);
    return !is_elsewhere && may_be_one(school.denominatie, clues.denominatie);
}

// Keeps those for which `holds`, where that are some and not all.
template <class Holds>
void narrow(std::vector<const RegisteredSchool*>& candidates, Holds holds) {
    const auto count = std::ranges::count_if(candidates, [&](const auto* school) { return holds(*school); });
    if (count > 0) std::erase_if(candidates, [&](const auto* school) { return !holds(*school); });
}

// The words of an abbreviation with full stops at the start: "R.K.B.S.", "o.b.s.".
std::size_t skip_initials(const Words& words) {
    constexpr std::size_t shortest = 2;
    std::size_t end = 0;
    while (end < words.size() && words[end].size() == 1 &&
           std::string_view("rkpcobs").find(words[end][0]) != std::string_view::npos)
        ++end;
    return end >= shortest ? end : 0;
}

}  // namespace

std::string name_key(std::string_view name) {
    const Words words = fold_words(name);
    std::size_t first = skip_initials(words), end = words.size();
    while (first < end && (is_among(kind_words, words[first]) || is_among(articles, words[first]))) ++first;
    while (end > first && is_among(kind_words, words[end - 1])) --end;
    if (first == end) return words.folded;
    return words.folded.substr(words.words[first].fold_begin,
                               words.words[end - 1].fold_end - words.words[first].fold_begin);
}

SchoolRegister::SchoolRegister(std::string_view text) {
    const Csv csv(text);
    const auto brin = csv.find_column({"brinnummer", "brin", "instellingscode"});
    const auto code = csv.find_column({"vestigingscode", "vestigingsnummer", "vestiging"});
    const auto name = csv.find_column({"vestigingsnaam", "naamvestiging", "instellingsnaam", "schoolnaam", "naam"});
    const auto denomination = csv.find_column({"denominatie"});
    const auto board_number = csv.find_column({"bevoegdgezagnummer", "bevoegdgezagcode", "bestuursnummer"});
    const auto board = csv.find_column({"bevoegdgezagnaam", "naambevoegdgezag", "bestuursnaam", "bestuur"});
    const auto street = csv.find_column({"straatnaam", "straat"});
    const auto number = csv.find_column({"huisnummertoevoeging", "huisnummer"});
    const auto postcode = csv.find_column({"postcode"});
    const auto place = csv.find_column({"plaatsnaam", "plaats"});
    const auto phone = csv.find_column({"telefoonnummer", "telefoon"});
    const auto website = csv.find_column({"internetadres", "website"});
    if (!brin && !code) throw ListError("geen kolom met de BRIN (BRIN NUMMER, INSTELLINGSCODE)");
    if (!name) throw ListError("geen kolom met de naam van de vestiging (VESTIGINGSNAAM)");

    for (std::size_t row = 0; row < csv.size(); ++row) {
        const auto known = parse_brin(csv.cell(row, brin ? brin : code));
        if (!known || csv.cell(row, name).empty()) continue;
        RegisteredSchool& school = schools_.emplace_back();
        school.brin = known->brin;
        school.vestigingscode = parse_vestiging(csv.cell(row, code), school.brin);
        if (!school.vestigingscode) school.vestigingscode = known->vestigingscode;
        school.naam = csv.cell(row, name);
        if (!csv.cell(row, denomination).empty()) school.denominatie = parse_denomination(csv.cell(row, denomination));
        school.bestuursnummer = parse_board_number(csv.cell(row, board_number));
        school.bestuur = as_text(csv.cell(row, board));
        school.adres = {as_text(csv.cell(row, street)), as_text(csv.cell(row, number)),
                        parse_postcode(csv.cell(row, postcode)), parse_place(csv.cell(row, place))};
        school.telefoon = parse_phone(csv.cell(row, phone));
        school.website = parse_website(csv.cell(row, website));
        by_name_.emplace(name_key(school.naam), schools_.size() - 1);
        by_brin_.emplace(school.brin, schools_.size() - 1);
    }
    if (schools_.empty()) throw ListError("geen enkele rij met een BRIN en een naam");
}

std::vector<const RegisteredSchool*> SchoolRegister::with_brin(std::string_view brin) const {
    std::vector<std::size_t> rows;
    const auto [begin, end] = by_brin_.equal_range(std::string(brin));
    for (auto entry = begin; entry != end; ++entry) rows.push_back(entry->second);
    std::ranges::sort(rows);
    std::vector<const RegisteredSchool*> found;
    found.reserve(rows.size());
    for (const std::size_t row : rows) found.push_back(&schools_[row]);
    return found;
}

RegisterMatch SchoolRegister::find(const SchoolClues& clues) const {
    std::vector<std::size_t> rows;
    const auto [begin, end] = by_name_.equal_range(name_key(clues.naam));
    for (auto entry = begin; entry != end; ++entry) rows.push_back(entry->second);
    std::ranges::sort(rows);  // in the order of the register, whatever the hash
    RegisterMatch match;
    const auto fits = [&](std::size_t row) { return may_be(schools_[row], clues); };
    match.is_elsewhere = !rows.empty() && std::ranges::none_of(rows, fits);
    if (!match.is_elsewhere) std::erase_if(rows, [&](std::size_t row) { return !fits(row); });
    match.candidates.reserve(rows.size());
    for (const std::size_t row : rows) match.candidates.push_back(&schools_[row]);
    auto& candidates = match.candidates;
    if (match.is_elsewhere) return match;
    narrow(candidates, [&](const auto& school) { return is_same(school.adres.postcode, clues.postcode); });
    narrow(candidates, [&](const auto& school) { return has_board(school, clues); });
    narrow(candidates, [&](const auto& school) { return is_near(school.adres.plaats, clues.plaats); });
    narrow(candidates, [&](const auto& school) { return is_near(school.denominatie, clues.denominatie); });
    if (candidates.size() == 1) {
        const RegisteredSchool& only = *candidates.front();
        match.is_confirmed = is_same(only.adres.postcode, clues.postcode) || has_board(only, clues) ||
                             is_near(only.adres.plaats, clues.plaats);
    }
    return match;
}

}  // namespace sop
