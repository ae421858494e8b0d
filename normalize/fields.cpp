#include "normalize/fields.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/fold.h"
#include "extract/template.h"
#include "ingest/text.h"
#include "normalize/address.h"
#include "normalize/body_name.h"
#include "normalize/codes.h"
#include "normalize/confidence.h"
#include "normalize/contact.h"
#include "normalize/dates.h"
#include "normalize/days.h"
#include "normalize/dutch.h"
#include "normalize/evidence.h"
#include "normalize/numbers.h"
#include "normalize/persons.h"
#include "normalize/phone.h"
#include "normalize/schools.h"
#include "normalize/text.h"
#include "normalize/versions.h"

namespace sop {
namespace {

// A person's name with words beside it that say nothing we know.
constexpr double incomplete_factor = 0.8;
// A source less sure than this is a guess, and says nothing against a better one.
constexpr double least_contradiction = 0.7;
// A BRIN in a file name that stands for itself.
constexpr double file_name_confidence = 0.9;

bool agree(const std::string& a, const std::string& b) {
    const std::string x = fold(a), y = fold(b);
    return contains_words(x, y) || contains_words(y, x);
}
bool agree(int a, int b) { return a == b; }
bool agree(const Datum& a, const Datum& b) { return a.waarde.starts_with(b.waarde) || b.waarde.starts_with(a.waarde); }
bool agree(const Planperiode& a, const Planperiode& b) { return a == b; }
bool agree(const SchoolCode& a, const SchoolCode& b) { return a.brin == b.brin; }

Tekst parse_text(std::string_view text) {
    std::string clean = dutch_lines(text);
    return clean.empty() || is_reference(clean) ? std::nullopt : Tekst(std::move(clean));
}

Tekst parse_line(std::string_view text) {
    std::string clean = dutch_line(text);
    return clean.empty() || is_reference(clean) ? std::nullopt : Tekst(std::move(clean));
}

// A name without the place and the kinds of teaching behind it: "OBS Het Anker te Delfzijl", "Farel Lyceum (mavo,
// havo)".
std::string_view without_place_and_kind(std::string_view name) {
    const std::vector<std::string>& kinds = default_vocabulary().teaching_kinds;
    if (const auto open = name.rfind('('); open != std::string_view::npos && open > 0 && name.ends_with(')')) {
        const Words words = fold_words(name.substr(open));
        bool are_kinds = words.size() > 0;
        for (std::size_t i = 0; i < words.size(); ++i)
            are_kinds = are_kinds && std::find(kinds.begin(), kinds.end(), words[i]) != kinds.end();
        if (are_kinds) name = trim(name.substr(0, open));
    }
    const auto place = name.rfind(" te ");
    const bool has_place = place != std::string_view::npos && place > 0 && starts_upper(name.substr(place + 4)) &&
                           std::count(name.begin() + static_cast<std::ptrdiff_t>(place) + 4, name.end(), ' ') < 3;
    return has_place ? trim(name.substr(0, place)) : name;
}

Tekst parse_school_name(std::string_view text) {
    if (is_reference(text) || is_person_with_role(text)) return std::nullopt;
    std::string name = split_brin(body_name(dutch_line(text))).name;
    const Tokens tokens(name);
    if (tokens.size() > 2 && tokens[0].is('"') && tokens[tokens.size() - 1].is('"'))
        name = std::string(tokens.slice(1, tokens.size() - 2));
    while (!name.empty() && std::string_view(",;:").find(name.back()) != std::string_view::npos) name.pop_back();
    name = std::string(without_place_and_kind(name));
    return name.empty() ? std::nullopt : Tekst(std::move(name));
}

class FieldReader {
public:
    FieldReader(const SourceInfo& source, const Extraction& extraction, SopRecord& record)
        : source_(source), extraction_(extraction), record_(record) {}

    void read() {
        read_school();
        read_persons("directie", record_.contact.directie, "/contact/directie");
        read_persons("interne_begeleiding", record_.contact.interne_begeleiding, "/contact/interne_begeleiding");
        read_work_days("directie.werkdagen", record_.contact.directie, "/contact/directie");
        read_work_days("interne_begeleiding.werkdagen", record_.contact.interne_begeleiding,
                       "/contact/interne_begeleiding");
        read_board();
        read_partnership();
        read_version();
        choose(record_.vaststelling.mr_advies, {"vaststelling.mr_advies"}, "/vaststelling/mr_advies", "datum",
               parse_adoption_date);
        choose(record_.vaststelling.bestuur, {"vaststelling.bestuur"}, "/vaststelling/bestuur", "datum",
               parse_adoption_date);
    }

private:
    // The best source of `names` that parses, the fields of the first name before those of the next. What does not
    // parse is remarked on where it stands in a field of the first name and nothing else gave a value; `what` is ""
    // where it may be right and say nothing of this value. Returns the source.
    template <class Value, class Parse>
    const FoundField* choose(std::optional<Value>& value, std::initializer_list<std::string_view> names,
                             std::string_view pointer, std::string_view what, Parse parse) {
        const FoundField *best = nullptr, *unread = nullptr;
        bool is_unreadable = false, is_agreed = false, is_contradicted = false;
        for (const std::string_view name : names) {
            for (const FoundField& field : extraction_.fields) {
                if (field.field != name) continue;
                std::optional<Value> found;
                if (!is_absent(field.raw)) found = parse(field.raw);
                if (!found) {
                    const bool counts = name == *names.begin() && (!what.empty() || is_absent(field.raw));
                    if (counts && !unread) unread = &field;
                    is_unreadable = is_unreadable || (unread == &field && !is_absent(field.raw));
                } else if (!best) {
                    best = &field;
                    value = std::move(found);
                } else if (field.confidence >= least_contradiction) {
                    (agree(*value, *found) ? is_agreed : is_contradicted) = true;
                }
            }
        }
        if (const FoundField* shown = best ? best : unread) {
            FoundField weighed = *shown;
            weighed.confidence = weigh(shown->confidence, is_contradicted ? Agreement::contradicted
                                                          : is_agreed     ? Agreement::agreed
                                                                          : Agreement::alone);
            add_evidence(record_, std::string(pointer), weighed);
        }
        if (!best && is_unreadable) remark_unreadable(record_, *names.begin(), what, unread->origin);
        if (is_contradicted) remark_contradiction(record_, *names.begin(), best->origin);
        return best;
    }

    // Whether the codes of several schools stand there and no label says which is this school's: a cover that lists the
    // schools of a board.
    bool names_more_schools() {
        std::string codes;
        const FoundField* first = nullptr;
        std::size_t count = 0;
        for (const FoundField& field : extraction_.fields) {
            if (field.field != "school.brin" && field.field != "school.vestigingscode") continue;
            const auto code = is_absent(field.raw) ? std::nullopt : parse_brin(field.raw);
            if (!code) continue;
            if (field.method != Method::pattern) return false;
            if (codes.find(code->brin) != std::string::npos) continue;
            if (!first) first = &field;
            if (count++ > 0) codes += ", ";
            codes += code->brin;
        }
        if (count < 2) return false;
        add_diagnostic(record_.meldingen,
                       {"MEER_SCHOLEN", Severity::warning,
                        "Voorin staan de codes van meer dan een school; geen daarvan is gekozen: " + codes + ".",
                        first->origin, 1});
        return true;
    }

    // Says of labelled codes of two locations that there are more of them.
    void remark_more_sites() {
        std::optional<SchoolCode> first;
        for (const FoundField& field : extraction_.fields) {
            const bool is_code = field.field == "school.brin" || field.field == "school.vestigingscode";
            if (!is_code || field.method == Method::pattern || is_absent(field.raw)) continue;
            const auto code = parse_brin(field.raw);
            if (!code) continue;
            if (!first) first = code;
            const bool is_other_site = first->vestigingscode && code->vestigingscode
                                           ? first->vestigingscode != code->vestigingscode
                                           : first->brin != code->brin;
            if (!is_other_site) continue;
            add_diagnostic(
                record_.meldingen,
                {"MEER_VESTIGINGEN", Severity::warning,
                 "Het document gaat over meer dan één vestiging; alles staat in één record.", field.origin, 1});
            return;
        }
    }

    void read_school() {
        School& school = record_.school;
        is_of_more_schools_ = names_more_schools();
        remark_more_sites();
        const FoundField* name =
            choose(school.naam, {"school.naam"}, "/school/naam", "naam", [&](std::string_view text) {
                Tekst found = parse_school_name(text);
                return found && is_contact(*found) ? std::nullopt : found;
            });
        // A title names one of them, or all.
        if (is_of_more_schools_ && name && name->method == Method::heading) {
            school.naam.reset();
            std::erase_if(record_.herkomst, [](const auto& entry) { return entry.first == "/school/naam"; });
            name = nullptr;
        }
        read_codes();
        const NameEvidence evidence = name ? read_name(*school.naam) : NameEvidence{};
        read_implied(school.schoolsoort, "school.schoolsoort", "/school/schoolsoort", parse_school_type,
                     evidence.schoolsoort, name);
        read_implied(school.denominatie, "school.denominatie", "/school/denominatie", parse_denomination,
                     evidence.denominatie, name);
        read_implied(school.onderwijsconcept, "school.onderwijsconcept", "/school/onderwijsconcept", parse_text,
                     evidence.onderwijsconcept, name);
        read_address();
        choose(school.telefoon, {"school.telefoon"}, "/school/telefoon", "telefoonnummer", parse_phone);
        choose(school.email, {"school.email"}, "/school/email", "e-mailadres", parse_email);
        choose(school.website, {"school.website"}, "/school/website", "webadres", parse_website);
        choose(school.leerlingaantal, {"school.leerlingaantal"}, "/school/leerlingaantal", "aantal", parse_pupil_count);
    }

    // Whether somebody whom the school names as its director or its internal supervisor is called so.
    bool is_contact(const std::string& name) const {
        const std::string folded = fold(name);
        return std::any_of(extraction_.fields.begin(), extraction_.fields.end(), [&](const FoundField& field) {
            if (field.field != "directie" && field.field != "interne_begeleiding") return false;
            const Persons persons = parse_persons(field.raw);
            return std::any_of(persons.list.begin(), persons.list.end(),
                               [&](const Persoon& person) { return fold(person.naam) == folded; });
        });
    }

    // A labelled value, else what the school's name implies.
    template <class Parse>
    void read_implied(Tekst& value, std::string_view field, std::string_view pointer, Parse parse, Tekst implied,
                      const FoundField* name) {
        const FoundField* given = choose(value, {field}, pointer, "bekende waarde", parse);
        // The school's name says it more surely than a sentence does.
        const bool is_said = given && given->method == Method::pattern;
        if ((value && !is_said) || !name || !implied) return;
        std::erase_if(record_.herkomst, [&](const auto& entry) { return entry.first == pointer; });
        value = std::move(implied);
        Herkomst from = evidence_of("/school/naam");
        from.zekerheid *= derived_factor;
        from.methode = name_of(Method::derived);
        add_evidence(record_, std::string(pointer), std::move(from));
    }

    // BRIN and establishment: from the text, else from the file's name, and never from the name of a file that is no
    // profile.
    void read_codes() {
        School& school = record_.school;
        std::optional<SchoolCode> code;
        const FoundField* field = nullptr;
        if (!is_of_more_schools_)
            field = choose(code, {"school.brin", "school.vestigingscode"}, "/school/brin", "BRIN", parse_brin);
        for (const FoundField& name : extraction_.fields) {
            if (code || is_of_more_schools_ || name.field != "school.naam") continue;
            code = split_brin(collapse_spaces(name.raw)).code;
            if (!code) continue;
            field = &name;
            add_evidence(record_, "/school/brin", name);
        }
        const auto file = extraction_.match ? parse_file_brin(source_.name) : std::nullopt;
        if (field) {
            school.brin = code->brin;
            school.brin_bron = "tekst";
            if (file && file->brin != code->brin) remark_contradiction(record_, "school.brin", field->origin);
        } else if (file) {
            school.brin = file->brin;
            school.brin_bron = "bestandsnaam";
            add_evidence(record_, "/school/brin", file_evidence());
        }

        const auto parse = [&](std::string_view text) { return parse_vestiging(text, school.brin); };
        if (!is_of_more_schools_ && choose(school.vestigingscode, {"school.vestigingscode", "school.brin"},
                                           "/school/vestigingscode", "vestiging", parse)) {
            // It is the BRIN and two digits more, and no surer than the BRIN.
            for (auto& [pointer, evidence] : record_.herkomst)
                if (pointer == "/school/vestigingscode")
                    evidence.zekerheid = std::min(evidence.zekerheid, evidence_of("/school/brin").zekerheid);
            return;
        }
        if (field && code->vestigingscode) {
            school.vestigingscode = code->vestigingscode;
            add_evidence(record_, "/school/vestigingscode", evidence_of("/school/brin"));
        } else if (file && file->brin == school.brin && file->vestigingscode) {
            school.vestigingscode = file->vestigingscode;
            add_evidence(record_, "/school/vestigingscode", file_evidence());
        }
    }

    // A copy of the evidence that a value has.
    Herkomst evidence_of(std::string_view pointer) const {
        const auto found = std::find_if(record_.herkomst.begin(), record_.herkomst.end(),
                                        [&](const auto& entry) { return entry.first == pointer; });
        return found == record_.herkomst.end() ? Herkomst{} : found->second;
    }

    Herkomst file_evidence() const {
        return {source_.name, file_name_confidence, std::string(name_of(Method::file_name)), {}};
    }

    // The parts of the address, each from the field that says most about it.
    void read_address() {
        struct Source {
            const FoundField* field;
            Adres address;
        };
        std::vector<Source> sources;
        bool is_any = false;
        const FoundField* unread = nullptr;
        for (const std::string_view name : {"school.straat", "school.huisnummer", "school.postcode", "school.plaats",
                                            "school.postcode_plaats", "school.adres"}) {
            for (const FoundField& field : extraction_.fields) {
                if (field.field != name) continue;
                Adres address = is_absent(field.raw) ? Adres{} : parse_part(name, field.raw);
                const bool is_empty = address == Adres{};
                is_any = is_any || !is_empty;
                if (is_empty && !unread) unread = &field;
                sources.push_back({&field, std::move(address)});
            }
        }
        const auto take = [&](Tekst Adres::*part, std::string_view pointer) {
            const FoundField* from = nullptr;
            bool is_contradicted = false;
            Tekst& value = record_.school.adres.*part;
            for (const Source& source : sources) {
                const Tekst& found = source.address.*part;
                if (!found) continue;
                const bool counts = value && source.field->confidence >= least_contradiction;
                is_contradicted = is_contradicted || (counts && !agree(*value, *found));
                if (value) continue;
                value = found;
                from = source.field;
            }
            if (from) add_evidence(record_, std::string(pointer), *from);
            if (is_contradicted) remark_contradiction(record_, "school.adres", from->origin);
        };
        take(&Adres::straat, "/school/adres/straat");
        take(&Adres::huisnummer, "/school/adres/huisnummer");
        take(&Adres::postcode, "/school/adres/postcode");
        take(&Adres::plaats, "/school/adres/plaats");
        if (is_any || !unread) return;
        add_evidence(record_, "/school/adres", *unread);
        if (!is_absent(unread->raw)) remark_unreadable(record_, "school.adres", "adres", unread->origin);
    }

    // A street or a place alone is told from the other by its label only.
    static Adres parse_part(std::string_view field, std::string_view raw) {
        // A number is read as that of a street.
        if (field == "school.huisnummer")
            return {std::nullopt, parse_address("Straat " + std::string(raw)).huisnummer, std::nullopt, std::nullopt};
        Adres address = parse_address(raw);
        if (!(address == Adres{})) return address;
        if (field == "school.straat") address.straat = parse_line(raw);
        if (field == "school.plaats") address.plaats = parse_place(raw);
        if (field == "school.postcode") address.postcode = parse_postcode(raw);
        return address;
    }

    // "A. Bakker", "Anna Bakker" and "Bakker", where two sources name them.
    static bool is_same(const Persoon& a, const Persoon& b) {
        if (agree(a.naam, b.naam)) return true;
        const std::string x = fold(a.naam), y = fold(b.naam);
        return !x.empty() && !y.empty() && x.front() == y.front() &&
               std::string_view(x).substr(x.rfind(' ') + 1) == std::string_view(y).substr(y.rfind(' ') + 1);
    }

    // Everybody that one of the sources names.
    void read_persons(std::string_view name, std::vector<Persoon>& persons, std::string_view pointer) {
        const FoundField* unread = nullptr;
        for (const FoundField& field : extraction_.fields) {
            if (field.field != name) continue;
            Persons found = is_absent(field.raw) ? Persons{} : parse_persons(field.raw);
            if (found.list.empty() && !unread) unread = &field;
            if (!found.list.empty() && !found.is_complete) remark_partly_read(record_, name, field.origin);
            const auto others = static_cast<std::ptrdiff_t>(persons.size());
            for (Persoon& person : found.list) {
                const bool is_known = std::any_of(persons.begin(), persons.begin() + others,
                                                  [&](const Persoon& known) { return is_same(known, person); });
                if (is_known) continue;
                add_person(pointer, persons.size(), person, field, found.is_complete ? 1 : incomplete_factor);
                persons.push_back(std::move(person));
            }
        }
        if (!unread) return;
        if (persons.empty()) add_evidence(record_, std::string(pointer), *unread);
        if (!is_absent(unread->raw) && !is_vacancy(unread->raw))
            remark_unreadable(record_, name, "naam", unread->origin);
    }

    // Days that a label gives of its own; whose they are among more persons, nothing says.
    void read_work_days(std::string_view name, std::vector<Persoon>& persons, std::string_view pointer) {
        for (const FoundField& field : extraction_.fields) {
            if (field.field != name || is_absent(field.raw)) continue;
            const auto days = parse_work_days(field.raw);
            if (!days || persons.size() != 1) {
                remark_unreadable(record_, name, "dagen van een persoon", field.origin);
            } else if (persons.front().werkdagen.empty()) {
                persons.front().werkdagen = *days;
                add_evidence(record_, item_pointer(pointer, 0, "werkdagen"), field);
            }
        }
    }

    void add_person(std::string_view list, std::size_t index, const Persoon& person, const FoundField& field,
                    double factor) {
        const auto add = [&](bool is_there, std::string_view member) {
            if (is_there) add_evidence(record_, item_pointer(list, index, member), field, factor);
        };
        add(true, "naam");
        add(person.functie.has_value(), "functie");
        add(!person.werkdagen.empty(), "werkdagen");
        add(person.telefoon.has_value(), "telefoon");
        add(person.email.has_value(), "email");
    }

    void read_board() {
        choose(record_.bestuur.naam, {"bestuur.naam"}, "/bestuur/naam", "naam",
               [](std::string_view text) { return parse_board(text).naam; });
        choose(record_.bestuur.nummer, {"bestuur.nummer", "bestuur.naam"}, "/bestuur/nummer", "bestuursnummer",
               parse_board_number);
    }

    void read_partnership() {
        const std::string_view sector = sector_of(record_.school.schoolsoort);
        Samenwerkingsverband& partnership = record_.samenwerkingsverband;
        choose(partnership.code, {"samenwerkingsverband"}, "/samenwerkingsverband/code", "",
               [&](std::string_view text) { return parse_partnership(text, sector).code; });
        choose(partnership.naam, {"samenwerkingsverband"}, "/samenwerkingsverband/naam", "",
               [&](std::string_view text) { return parse_partnership(text, sector).naam; });
        for (const FoundField& field : extraction_.fields) {
            if (partnership.code || partnership.naam || field.field != "samenwerkingsverband" || is_absent(field.raw))
                continue;
            add_evidence(record_, "/samenwerkingsverband/naam", field);
            remark_unreadable(record_, field.field, "naam of code", field.origin);
            return;
        }
    }

    // "" where a school of this type may be in a partnership of either sector, or its type is unknown.
    static std::string_view sector_of(const Tekst& school_type) {
        if (school_type == "bao" || school_type == "sbo") return "PO";
        return school_type == "vo" || school_type == "pro" ? "VO" : "";
    }

    void read_version() {
        Versie& version = record_.versie;
        if (const FoundField* field = choose(version.tekst, {"versie.tekst"}, "/versie/tekst", "tekst", parse_line)) {
            version.status = parse_version_status(*version.tekst);
            if (version.status) add_evidence(record_, "/versie/status", *field);
        }
        choose(version.datum, {"versie.datum", "versie.tekst"}, "/versie/datum", "datum", parse_date);
        // A label says "schooljaar" over a plan period as often as the other way round. No school year is derived from
        // a date: a profile of May is as likely made for the next year as for the one it was made in.
        choose(version.schooljaar, {"versie.schooljaar", "versie.planperiode", "versie.tekst"}, "/versie/schooljaar",
               "", parse_school_year);
        remark_years("versie.schooljaar", version.schooljaar.has_value(), "/versie/schooljaar", "schooljaar");
        choose(version.planperiode, {"versie.planperiode", "versie.schooljaar", "versie.tekst"}, "/versie/planperiode",
               "", parse_plan_period);
        remark_years("versie.planperiode", version.planperiode.has_value(), "/versie/planperiode", "periode");
    }

    // Years that are neither the one nor the other.
    void remark_years(std::string_view name, bool is_read, std::string_view pointer, std::string_view what) {
        if (is_read) return;
        for (const FoundField& field : extraction_.fields) {
            if (field.field != name || is_absent(field.raw) || parse_school_year(field.raw) ||
                parse_plan_period(field.raw))
                continue;
            add_evidence(record_, std::string(pointer), field);
            remark_unreadable(record_, name, what, field.origin);
            return;
        }
    }

    const SourceInfo& source_;
    const Extraction& extraction_;
    SopRecord& record_;
    bool is_of_more_schools_ = false;
};

}  // namespace

void normalize_fields(const SourceInfo& source, const Extraction& extraction, SopRecord& record) {
    FieldReader(source, extraction, record).read();
}

}  // namespace sop
