#include "normalize/identity.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/fold.h"
#include "normalize/confidence.h"
#include "normalize/evidence.h"
#include "normalize/schools.h"
#include "normalize/text.h"

namespace sop {
namespace {

// An administrator wrote it down for this very file.
constexpr double manifest_confidence = 0.99;
// A name that only one school of the register bears, with its place, postcode or board; and without.
constexpr double confirmed_confidence = 0.95, name_confidence = 0.85;
// What document and register both say; a code whose school has another name in the register.
constexpr double agreed_confidence = 0.99, contradicted_confidence = 0.6;
// A code that the register does not have, where it has the name.
constexpr double unknown_confidence = 0.5;
// A name less sure than this is a guess, and makes no other value.
constexpr double least_name = 0.7;
// More candidates help nobody.
constexpr std::size_t most_candidates = 5;

// The order of the values in a record, as far as they are filled in here or stand between these.
constexpr auto value_order = std::to_array<std::string_view>({"/document",
                                                              "/school/naam",
                                                              "/school/brin",
                                                              "/school/vestigingscode",
                                                              "/school/schoolsoort",
                                                              "/school/denominatie",
                                                              "/school/onderwijsconcept",
                                                              "/school/adres/straat",
                                                              "/school/adres/huisnummer",
                                                              "/school/adres/postcode",
                                                              "/school/adres/plaats",
                                                              "/school/adres",
                                                              "/school/telefoon",
                                                              "/school/email",
                                                              "/school/website",
                                                              "/school/leerlingaantal",
                                                              "/contact",
                                                              "/bestuur/naam",
                                                              "/bestuur/nummer",
                                                              "/samenwerkingsverband",
                                                              "/versie/tekst",
                                                              "/versie/status",
                                                              "/versie/datum",
                                                              "/versie/schooljaar"});

std::size_t rank_of(std::string_view pointer) {
    const auto found = std::ranges::find_if(value_order, [&](std::string_view value) {
        return pointer.starts_with(value) && (pointer.size() == value.size() || pointer[value.size()] == '/');
    });
    return static_cast<std::size_t>(found - value_order.begin());
}

// In place of the evidence that the value has, else where it belongs.
void place_evidence(SopRecord& record, std::string_view pointer, Herkomst evidence) {
    auto at = std::ranges::find(record.herkomst, pointer, [](const auto& entry) { return entry.first; });
    if (at != record.herkomst.end()) {
        at->second = std::move(evidence);
        return;
    }
    at = std::ranges::find_if(record.herkomst,
                              [&](const auto& entry) { return rank_of(entry.first) > rank_of(pointer); });
    record.herkomst.emplace(at, std::string(pointer), std::move(evidence));
}

Herkomst* find_evidence(SopRecord& record, std::string_view pointer) {
    const auto at = std::ranges::find(record.herkomst, pointer, [](const auto& entry) { return entry.first; });
    return at == record.herkomst.end() ? nullptr : &at->second;
}

bool agree(const std::string& a, const std::string& b) {
    const std::string x = fold(a), y = fold(b);
    return contains_words(x, y) || contains_words(y, x);
}

bool is_same_name(const std::string& a, const std::string& b) {
    const std::string x = name_key(a), y = name_key(b);
    return contains_words(x, y) || contains_words(y, x);
}

// "99ZA00 De Brug (Almere), 99ZB00 De Brug (Utrecht)".
std::string list_candidates(const std::vector<const RegisteredSchool*>& schools) {
    std::string out;
    for (std::size_t at = 0; at < std::min(schools.size(), most_candidates); ++at) {
        const RegisteredSchool& school = *schools[at];
        if (at > 0) out += ", ";
        out += school.vestigingscode.value_or(school.brin);
        out += ' ';
        out += school.naam;
        if (school.adres.plaats) out += " (" + *school.adres.plaats + ')';
    }
    if (schools.size() > most_candidates) out += ", …";
    return out;
}

class Identifier {
public:
    Identifier(const SourceInfo& source, const SchoolLists& lists, SopRecord& record)
        : source_(source), lists_(lists), record_(record) {}

    void read_manifest() {
        const auto entries = lists_.manifest.find(source_.name);
        if (entries.size() > 1)
            remark("MANIFEST_NIET_UNIEK",
                   "Het manifest noemt dit bestand meer dan eens, met verschillende gegevens; "
                   "die zijn niet gebruikt.");
        if (entries.size() != 1) return;
        const ManifestEntry& entry = entries.front();
        if (entry.code) take_code(*entry.code);
        take_name(entry.naam);
        take(record_.bestuur.naam, entry.bestuur.naam, "/bestuur/naam", "bestuur.naam");
        take(record_.bestuur.nummer, entry.bestuur.nummer, "/bestuur/nummer", "bestuur.nummer");
        take(record_.versie.schooljaar, entry.schooljaar, "/versie/schooljaar", "versie.schooljaar");
    }

    void read_register() {
        if (lists_.registry.empty()) return;
        if (record_.school.brin)
            check_code();
        else if (record_.school.naam)
            find_by_name();
    }

private:
    void remark(std::string_view code, std::string message) {
        add_diagnostic(record_.meldingen, {std::string(code), Severity::warning, std::move(message), {}, 1});
    }

    // Manifest

    void remark_manifest(std::string_view field) {
        remark("MANIFEST_TEGENSTRIJDIG", "Het veld " + std::string(field) +
                                             " heeft in het manifest een andere waarde dan in het document; die van "
                                             "het manifest is gekozen.");
    }

    void set_from_manifest(Tekst& value, const std::string& given, std::string_view pointer) {
        value = given;
        place_evidence(record_, pointer, {given, manifest_confidence, std::string(name_of(Method::manifest)), {}});
    }

    // Where both say the same, the document's spelling stays.
    void take(Tekst& value, const Tekst& given, std::string_view pointer, std::string_view field) {
        if (!given || (value && agree(*value, *given))) return;
        if (value) remark_manifest(field);
        set_from_manifest(value, *given, pointer);
    }

    // What the document's name implied goes with it; what the given one implies comes instead.
    void take_name(const Tekst& given) {
        School& school = record_.school;
        const Tekst before = school.naam;
        take(school.naam, given, "/school/naam", "school.naam");
        if (school.naam == before) return;
        NameEvidence implied = read_name(*school.naam);
        derive(school.schoolsoort, std::move(implied.schoolsoort), "/school/schoolsoort");
        derive(school.denominatie, std::move(implied.denominatie), "/school/denominatie");
        derive(school.onderwijsconcept, std::move(implied.onderwijsconcept), "/school/onderwijsconcept");
    }

    void derive(Tekst& value, Tekst implied, std::string_view pointer) {
        const Herkomst* const known = find_evidence(record_, pointer);
        if (value && !(known && known->methode == name_of(Method::derived))) return;
        std::erase_if(record_.herkomst, [&](const auto& entry) { return entry.first == pointer; });
        value = std::move(implied);
        if (value)
            place_evidence(record_, pointer,
                           {*record_.school.naam,
                            manifest_confidence * derived_factor,
                            std::string(name_of(Method::derived)),
                            {}});
    }

    void take_code(const SchoolCode& code) {
        School& school = record_.school;
        if (school.brin && *school.brin != code.brin) {
            remark_manifest("school.brin");
            school.vestigingscode.reset();
            std::erase_if(record_.herkomst, [](const auto& entry) { return entry.first == "/school/vestigingscode"; });
        }
        set_from_manifest(school.brin, code.brin, "/school/brin");
        school.brin_bron = name_of(Method::manifest);
        if (!code.vestigingscode) return;
        if (school.vestigingscode && school.vestigingscode != code.vestigingscode)
            remark_manifest("school.vestigingscode");
        set_from_manifest(school.vestigingscode, *code.vestigingscode, "/school/vestigingscode");
    }

    // Register

    // The record has a code: is it the school that the document is of?
    void check_code() {
        School& school = record_.school;
        auto rows = lists_.registry.with_brin(*school.brin);
        if (rows.empty()) return remark_unknown_code();
        const auto narrow = [&](auto holds) {
            if (std::ranges::any_of(rows, holds)) std::erase_if(rows, [&](const auto* row) { return !holds(row); });
        };
        if (school.vestigingscode) {
            std::erase_if(rows, [&](const auto* row) { return row->vestigingscode != school.vestigingscode; });
            if (rows.empty())
                return remark("VESTIGING_NIET_IN_REGISTER",
                              "Het register heeft de BRIN wel, maar niet deze vestiging.");
        }
        const auto has_name = [&](const auto* row) { return school.naam && is_same_name(row->naam, *school.naam); };
        const auto has_postcode = [&](const auto* row) {
            return school.adres.postcode && row->adres.postcode == school.adres.postcode;
        };
        const bool is_agreed = std::ranges::any_of(rows, has_name) || std::ranges::any_of(rows, has_postcode);
        Herkomst* const evidence = find_evidence(record_, "/school/brin");
        if (!is_agreed && school.naam) {
            if (evidence) evidence->zekerheid = std::min(evidence->zekerheid, contradicted_confidence);
            return remark(
                "REGISTER_TEGENSTRIJDIG",
                "De BRIN hoort in het register bij een school met een andere naam: " + list_candidates(rows) + ".");
        }
        if (is_agreed && evidence) evidence->zekerheid = std::max(evidence->zekerheid, agreed_confidence);
        narrow(has_postcode);
        narrow(has_name);
        narrow([&](const auto* row) {
            return school.adres.plaats && row->adres.plaats && agree(*row->adres.plaats, *school.adres.plaats);
        });
        if (rows.size() > 1)
            return remark("VESTIGING_NIET_UNIEK",
                          "De BRIN heeft in het register meer dan een vestiging: " + list_candidates(rows) + ".");
        fill(*rows.front(), is_agreed ? confirmed_confidence : name_confidence);
    }

    RegisterMatch match_name() const {
        const School& school = record_.school;
        return lists_.registry.find({*school.naam, school.denominatie, record_.bestuur.nummer, record_.bestuur.naam,
                                     school.adres.postcode, school.adres.plaats});
    }

    // A code that the register does not have, of a school whose name it does: one of the two is wrong.
    void remark_unknown_code() {
        std::string message = "De BRIN staat niet in het register";
        const RegisterMatch match = record_.school.naam ? match_name() : RegisterMatch{};
        if (!match.candidates.empty()) {
            message += "; naar de naam mogelijk: " + list_candidates(match.candidates);
            for (const std::string_view pointer : {"/school/brin", "/school/vestigingscode"})
                if (Herkomst* const evidence = find_evidence(record_, pointer))
                    evidence->zekerheid = std::min(evidence->zekerheid, unknown_confidence);
        }
        remark("BRIN_NIET_IN_REGISTER", message + ".");
    }

    void find_by_name() {
        School& school = record_.school;
        const RegisterMatch match = match_name();
        const auto& found = match.candidates;
        if (found.empty())
            return remark("SCHOOL_NIET_IN_REGISTER", "De naam van de school staat niet in het register.");
        if (match.is_elsewhere)
            return remark("SCHOOL_NIET_IN_REGISTER",
                          "De naam van de school staat in het register alleen met een andere richting of plaats: " +
                              list_candidates(found) + ".");
        const Herkomst* const name = find_evidence(record_, "/school/naam");
        const bool is_sure = match.is_confirmed || (name && name->zekerheid >= least_name);
        const bool is_one_school =
            std::ranges::all_of(found, [&](const auto* row) { return row->brin == found.front()->brin; });
        if (found.size() > 1)
            remark("SCHOOL_NIET_UNIEK", "De school is in het register niet met zekerheid aan te wijzen; mogelijk: " +
                                            list_candidates(found) + ".");
        else if (!is_sure)
            remark("SCHOOL_NIET_ZEKER",
                   "De naam van de school is te onzeker om haar in het register aan te wijzen; mogelijk: " +
                       list_candidates(found) + ".");
        if (!is_sure || !is_one_school) return;
        const double confidence = match.is_confirmed ? confirmed_confidence : name_confidence;
        set_from_register(school.brin, found.front()->brin, "/school/brin", confidence, found.front()->naam);
        school.brin_bron = name_of(Method::register_);
        if (found.size() == 1) fill(*found.front(), confidence);
    }

    void set_from_register(Tekst& value, const Tekst& given, std::string_view pointer, double confidence,
                           const std::string& raw) {
        if (value || !given) return;
        value = given;
        place_evidence(record_, pointer, {raw, confidence, std::string(name_of(Method::register_)), {}});
    }

    // What the document does not say; what it says otherwise stays.
    void fill(const RegisteredSchool& row, double confidence) {
        School& school = record_.school;
        compare_address(row.adres);
        if (record_.bestuur.nummer && row.bestuursnummer && *record_.bestuur.nummer != *row.bestuursnummer)
            remark_difference("bestuur.nummer");
        const auto set = [&](Tekst& value, const Tekst& given, std::string_view pointer) {
            set_from_register(value, given, pointer, confidence, given.value_or(""));
        };
        set(school.naam, row.naam, "/school/naam");
        set(school.vestigingscode, row.vestigingscode, "/school/vestigingscode");
        set(school.denominatie, row.denominatie, "/school/denominatie");
        fill_address(row.adres, set);
        set(school.telefoon, row.telefoon, "/school/telefoon");
        set(school.website, row.website, "/school/website");
        set(record_.bestuur.naam, row.bestuur, "/bestuur/naam");
        set(record_.bestuur.nummer, row.bestuursnummer, "/bestuur/nummer");
    }

    // A street of the document and a number of the register would be an address that nobody has: the rest is filled in
    // only where what is there is the same.
    template <class Set>
    void fill_address(const Adres& given, const Set& set) {
        Adres& known = record_.school.adres;
        if (differs(known.straat, given.straat) || differs(known.postcode, given.postcode) ||
            differs(known.plaats, given.plaats) || differs(known.huisnummer, given.huisnummer))
            return;
        set(known.straat, given.straat, "/school/adres/straat");
        set(known.huisnummer, given.huisnummer, "/school/adres/huisnummer");
        set(known.postcode, given.postcode, "/school/adres/postcode");
        set(known.plaats, given.plaats, "/school/adres/plaats");
    }

    static bool differs(const Tekst& a, const Tekst& b) { return a && b && !agree(*a, *b); }

    void compare_address(const Adres& given) {
        const Adres& known = record_.school.adres;
        if (differs(known.straat, given.straat)) remark_difference("school.adres.straat");
        if (differs(known.postcode, given.postcode)) remark_difference("school.adres.postcode");
        if (differs(known.plaats, given.plaats)) remark_difference("school.adres.plaats");
    }

    void remark_difference(std::string_view field) {
        remark("REGISTER_WIJKT_AF", "Het veld " + std::string(field) +
                                        " heeft in het register een andere waarde; die van het document is gekozen.");
    }

    const SourceInfo& source_;
    const SchoolLists& lists_;
    SopRecord& record_;
};

}  // namespace

void identify(const SourceInfo& source, const SchoolLists& lists, SopRecord& record) {
    Identifier identifier(source, lists, record);
    identifier.read_manifest();
    identifier.read_register();
}

}  // namespace sop
