#include "normalize/redact.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/blocks.h"
#include "normalize/evidence.h"
#include "normalize/mask.h"
#include "normalize/personal_data.h"
#include "normalize/small_counts.h"
#include "normalize/tables.h"

namespace sop {
namespace {

constexpr std::string_view small_mark = "<5";

class Redactor {
public:
    explicit Redactor(SopRecord& record) : record_(record), mask_(record), counts_(record) {}

    std::set<std::string> redact() {
        redact_school();
        for (auto* persons : {&record_.contact.directie, &record_.contact.interne_begeleiding})
            for (Persoon& person : *persons) redact(person);
        redact(record_.versie.tekst);
        redact(record_.voorwerk);
        for (Sectie& section : record_.secties) {
            redact(section.kop);
            redact(section.blokken);
            section.tekst = text_of(section.blokken);
        }
        redact_lists();
        redact_evidence();
        masked_.insert(mask_.masked().begin(), mask_.masked().end());
        add_remarks();
        return std::move(masked_);
    }

private:
    void redact(std::string& text) { text = mask_(text); }
    void redact(Tekst& text) {
        if (text) redact(*text);
    }

    void redact_school() {
        redact(record_.document.titel);
        redact(record_.document.producent);
        School& school = record_.school;
        for (Tekst* name : {&school.naam, &record_.bestuur.naam, &record_.samenwerkingsverband.naam}) redact(*name);
        redact(school.onderwijsconcept);
        redact(school.denominatie);
        drop(school.telefoon);
        drop(school.email);
        if (school.leerlingaantal && *school.leerlingaantal < small_count) {
            school.leerlingaantal.reset();
            ++others_;
        }
    }

    void drop(Tekst& value) {
        if (!value) return;
        masked_.insert(std::move(*value));
        value.reset();
        ++others_;
    }

    void redact(Persoon& person) {
        masked_.insert(std::exchange(person.naam, "[naam]"));
        ++others_;
        redact(person.functie);
        drop(person.telefoon);
        drop(person.email);
        person.werkdagen.clear();
    }

    void redact(std::vector<Blok>& blocks) {
        for (Blok& block : blocks) std::visit([this](auto& content) { redact(content); }, block);
    }
    void redact(Alinea& paragraph) { redact(paragraph.tekst); }
    void redact(Lijst& list) {
        for (LijstItem& item : list.items) redact(item.tekst);
    }
    void redact(Keuzelijst& list) {
        for (Keuze& item : list.items) redact(item.tekst);
    }
    void redact(Tabel& table) {
        for_each_small_count(table, counts_, [this](std::size_t, TabelCel& cell) {
            cell.tekst = small_mark;
            ++others_;
        });
        for (auto& row : table.rijen)
            for (TabelCel& cell : row) redact(cell.tekst);
    }

    void redact_lists() {
        for (BasisItem& item : record_.basisondersteuning) {
            redact(item.label);
            redact(item.toelichting);
        }
        headings_.resize(record_.arrangementen.size());
        for (std::size_t at = 0; at < record_.arrangementen.size(); ++at)
            redact(record_.arrangementen[at], headings_[at]);
        for (Deskundigheid& item : record_.deskundigheid) redact(item.label);
        for (ExternePartner& partner : record_.externe_partners) redact(partner.naam);
        for (Kengetal& figure : record_.kengetallen) redact(figure);
        if (record_.grenzen.tekst) record_.grenzen.tekst = text_of_limits(record_);
        for (std::string& point : record_.grenzen.punten) redact(point);
        for (Verbeterpunt& point : record_.verbeterpunten) {
            redact(point.tekst);
            redact(point.termijn);
        }
    }

    // Headings of unknown columns, as they stood and as they are now: they are part of pointers.
    using Headings = std::vector<std::pair<std::string, std::string>>;

    void redact(Arrangement& row, Headings& headings) {
        for (Tekst* text :
             {&row.doelgroep, &row.begeleiding, &row.voorzieningen, &row.ondersteuningsroute, &row.externe_expertise})
            redact(*text);
        for (auto& [heading, text] : row.overig) {
            const bool is_small = counts_pupils(heading) && is_small_count(text);
            others_ += is_small;
            text = is_small ? std::string(small_mark) : mask_(text);
            heading = redact_heading(heading, headings);
        }
        for (Omvang& amount : row.omvang) redact(amount.ruw);
    }

    std::string redact_heading(const std::string& heading, Headings& headings) {
        const auto known =
            std::find_if(headings.begin(), headings.end(), [&](const auto& entry) { return entry.first == heading; });
        if (known != headings.end()) return known->second;
        const std::string masked = mask_(heading);
        std::string key = masked;
        const auto is_taken = [&] {
            return std::any_of(headings.begin(), headings.end(),
                               [&](const auto& entry) { return entry.second == key; });
        };
        for (int copy = 2; is_taken(); ++copy) key = masked + " (" + std::to_string(copy) + ')';
        headings.emplace_back(heading, key);
        return key;
    }

    // Any small whole number: what it counts stands in a heading that need not say so.
    void redact(Kengetal& figure) {
        redact(figure.indicator);
        const double value = figure.waarde.value_or(0);
        if (value <= 0 || value >= small_count || value != std::floor(value)) return redact(figure.ruw);
        figure.waarde.reset();
        figure.ruw = small_mark;
        ++others_;
    }

    bool is_masked_figure(std::string_view pointer) const {
        constexpr std::string_view list = "/kengetallen/", member = "/waarde";
        if (!pointer.starts_with(list) || !pointer.ends_with(member)) return false;
        return record_.kengetallen[std::stoul(std::string(pointer.substr(list.size())))].ruw == small_mark;
    }

    void redact_evidence() {
        for (auto& [pointer, evidence] : record_.herkomst) {
            if (pointer.starts_with("/contact/"))
                evidence.ruw = "[persoonsgegevens]";
            else if (pointer == "/school/telefoon")
                evidence.ruw = "[telefoon]";
            else if (pointer == "/school/email")
                evidence.ruw = "[e-mail]";
            else if ((pointer == "/school/leerlingaantal" && !record_.school.leerlingaantal) ||
                     is_masked_figure(pointer))
                evidence.ruw = small_mark;
            else
                redact_evidence(pointer, evidence.ruw);
        }
    }

    void redact_evidence(std::string& pointer, std::string& raw) {
        constexpr std::string_view list = "/arrangementen/", member = "/overig/";
        const auto tail = pointer.find(member);
        if (!pointer.starts_with(list) || tail == std::string::npos) return redact(raw);
        const std::size_t index = std::stoul(pointer.substr(list.size()));
        const std::string_view escaped = std::string_view(pointer).substr(tail + member.size());
        std::string heading;  // RFC 6901, 4
        for (std::size_t at = 0; at < escaped.size(); ++at) {
            if (escaped[at] != '~' || at + 1 == escaped.size())
                heading += escaped[at];
            else
                heading += escaped[++at] == '1' ? '/' : '~';
        }
        raw = counts_pupils(heading) && is_small_count(raw) ? std::string(small_mark) : mask_(raw);
        pointer =
            pointer.substr(0, tail + member.size()) + escape_pointer(redact_heading(heading, headings_.at(index)));
    }

    void add_remarks() {
        const int count = mask_.count() + others_;
        if (mask_(record_.document.bestandsnaam) != record_.document.bestandsnaam)
            add({"NAAM_IN_BESTANDSNAAM",
                 Severity::warning,
                 "De naam van het bestand bevat een persoonsnaam of contactgegeven; geef het een andere naam voor "
                 "publicatie.",
                 {},
                 1});
        add({"GEMASKEERD",
             Severity::info,
             "Kopie voor publicatie: namen van personen, contactgegevens en kleine aantallen zijn gemaskeerd.",
             {},
             std::max(count, 1)});
    }

    // Where it belongs among the others: most serious first, then by code.
    void add(Diagnostic remark) {
        const auto behind =
            std::find_if(record_.meldingen.begin(), record_.meldingen.end(), [&](const Diagnostic& other) {
                return other.severity != remark.severity ? other.severity < remark.severity : other.code > remark.code;
            });
        record_.meldingen.insert(behind, std::move(remark));
    }

    SopRecord& record_;
    Mask mask_;
    PupilCounts counts_;
    std::vector<Headings> headings_;  // by arrangement
    std::set<std::string> masked_;
    int others_ = 0;  // places masked without mask_
};

}  // namespace

std::set<std::string> redact(SopRecord& record) { return Redactor(record).redact(); }

}  // namespace sop
