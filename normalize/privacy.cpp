#include "normalize/privacy.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "extract/fold.h"
#include "normalize/contact.h"
#include "normalize/person_cells.h"
#include "normalize/personal_data.h"
#include "normalize/phone.h"
#include "normalize/small_counts.h"
#include "normalize/text.h"

namespace sop {
namespace {

// Names that were seen; the last words of a name are the same person.
class Names {
public:
    // `not_persons`: folded names of schools and boards, which may be called after somebody.
    explicit Names(std::vector<std::string> not_persons) : not_persons_(std::move(not_persons)) {}

    void add(std::string_view name) {
        const std::string folded = fold(name);
        const bool is_other = std::any_of(not_persons_.begin(), not_persons_.end(),
                                          [&](const std::string& other) { return contains_words(other, folded); });
        if (folded.empty() || is_other || !seen_.insert(folded).second) return;
        ++count_;
        for (auto at = folded.find(' '); at != std::string::npos; at = folded.find(' ', at + 1))
            seen_.insert(folded.substr(at + 1));
    }
    int count() const { return count_; }

private:
    std::vector<std::string> not_persons_;
    std::unordered_set<std::string> seen_;
    int count_ = 0;
};

std::vector<std::string> names_of_bodies(const SopRecord& record) {
    std::vector<std::string> names;
    for (const Tekst* name : {&record.school.naam, &record.bestuur.naam, &record.samenwerkingsverband.naam})
        if (*name) names.push_back(fold(**name));
    return names;
}

// An address that stays when its reader goes: "info@", "directie@".
bool is_of_office(std::string_view address) {
    constexpr std::array<std::string_view, 20> offices{
        "info",         "directie", "administratie", "admin",     "school",
        "secretariaat", "contact",  "post",          "mail",      "ib",
        "mr",           "or",       "gmr",           "bestuur",   "balie",
        "aanmelden",    "zorg",     "icc",           "overblijf", "website"};
    const std::string_view local = address.substr(0, address.find_first_of(".@-_"));
    return std::find(offices.begin(), offices.end(), local) != offices.end();
}

class Counter {
public:
    explicit Counter(const SopRecord& record)
        : record_(record), counts_(record), names_(names_of_bodies(record)), family_({}) {}

    Privacy count(std::string_view front) {
        for (const auto* persons : {&record_.contact.directie, &record_.contact.interne_begeleiding})
            for (const Persoon& person : *persons) {
                names_.add(person.naam);
                if (person.email) emails_.insert(*person.email);
                if (person.telefoon) phones_.insert(*person.telefoon);
            }
        add(front);
        add(record_.voorwerk);
        for (const Sectie& section : record_.secties) {
            add(section.tekst);
            add(section.blokken);
        }
        // The school's own are not a person's, wherever they stand.
        if (record_.school.email) emails_.erase(*record_.school.email);
        if (record_.school.telefoon) phones_.erase(*record_.school.telefoon);
        out_.persoonsnamen = names_.count();
        out_.ouders_leerlingen = family_.count();
        out_.emailadressen = static_cast<int>(emails_.size());
        out_.telefoonnummers = static_cast<int>(phones_.size());
        return out_;
    }

private:
    void add(std::string_view text) {
        for (const PersonalSpan& span : find_personal_data(text)) {
            const std::string_view found = text.substr(span.begin, span.end - span.begin);
            switch (span.kind) {
                case PersonalKind::family:
                    family_.add(found);
                    [[fallthrough]];
                case PersonalKind::name:
                    names_.add(found);
                    break;
                case PersonalKind::email:
                    if (auto address = parse_email(found); address && !is_of_office(*address)) emails_.insert(*address);
                    break;
                case PersonalKind::phone:
                    if (auto number = parse_phone(found); number && number->starts_with("+316"))
                        phones_.insert(*number);
                    break;
                case PersonalKind::bsn:
                    ++out_.bsn_mogelijk;
                    break;
                case PersonalKind::pupil_number:
                    ++out_.onderwijsnummers;
                    break;
                case PersonalKind::small_count:
                    ++out_.kleine_aantallen;
                    break;
            }
        }
    }

    // Rows with a small number that is not counted as a text by itself ("3 leerlingen").
    void add(const std::vector<Blok>& blocks) {
        for (const Blok& block : blocks) {
            const auto* table = std::get_if<Tabel>(&block);
            if (!table) continue;
            for_each_person_cell(*table, [this](std::string_view name) { names_.add(name); });
            std::optional<std::size_t> last;
            for_each_small_count(*table, counts_, [&](std::size_t row, const TabelCel& cell) {
                if (row == last || !find_personal_data(cell.tekst).empty()) return;
                last = row;
                ++out_.kleine_aantallen;
            });
        }
    }

    const SopRecord& record_;
    PupilCounts counts_;
    Names names_, family_;
    std::unordered_set<std::string> emails_, phones_;
    Privacy out_;
};

}  // namespace

Privacy count_personal_data(const SopRecord& record, std::string_view front) { return Counter(record).count(front); }

}  // namespace sop
