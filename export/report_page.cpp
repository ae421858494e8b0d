#include "export/report_page.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "embedded/report_css.h"
#include "export/advice.h"
#include "ingest/markup.h"

namespace sop {
namespace {

constexpr std::size_t rows_shown = 25;  // of a table; the others are folded: about a page of paper

// What may be the matter with a file, what to do about it, and how much it asks for attention.
struct Issue {
    int weight = 0;  // of its kind
    std::string text;
    std::string_view advice;
};

// Among the first to look at, of each kind of trouble: of a hundred files in an old format these say it all.
constexpr std::size_t most_alike = 3;

constexpr int attack_weight = 2000, failure_weight = 1000;

bool looks_like_attack(const Failure& failure) {
    return failure.code == "VERBODEN_HANDELING" || failure.code == "ONGELDIG_RESULTAAT";
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::vector<Issue> issues_of(const FileReport& file, std::string_view day) {
    std::vector<Issue> issues;
    if (file.failure)
        issues.push_back({looks_like_attack(*file.failure) ? attack_weight : failure_weight, file.failure->message,
                          advice_of(file.failure->code)});
    if (has_no_text(file))
        issues.push_back({100, "Er is geen bruikbare tekst: een scan, of letters zonder betekenis.",
                          "Vraag om het Word-bestand, of om een PDF die uit Word is opgeslagen."});
    if (lacks_school(file))
        issues.push_back({30, "Er staat niet in van welke school het is (geen BRIN).",
                          "Zet het bestand met de vestigingscode in een lijst en geef die met --manifest, of geef de "
                          "adressenlijst van DUO met --register."});
    if (is_overdue(file, day).value_or(false))
        issues.push_back({20, "Ouder dan vier jaar (" + *file.outline->versie + ").",
                          "Vraag de school om het profiel dat nu geldt."});
    if (is_incomplete(file))
        issues.push_back({5 * static_cast<int>(file.outline->missing.size()),
                          "Niet gevonden: " + joined(file.outline->missing) + ".",
                          "Kijk of het er onder een andere kop staat; zo niet, vraag de school het aan te vullen."});
    if (file.outline && !is_profile(file))
        issues.push_back({10, "Het lijkt geen profiel.", "Kijk of het juiste bestand is aangeleverd."});
    return issues;
}

std::string cell(std::string_view text) { return "<td>" + escape_markup(text) + "</td>"; }
// A name that runs from right to left turns nothing else around.
std::string name_cell(std::string_view name) { return "<th scope=\"row\"><bdi>" + escape_markup(name) + "</bdi></th>"; }
std::string number_cell(std::size_t number) { return "<td class=\"number\">" + std::to_string(number) + "</td>"; }

std::string school_of(const FileReport& file) {
    if (!file.outline) return "";
    const RecordOutline& outline = *file.outline;
    std::string text = outline.naam.value_or("");
    const auto& code = outline.vestigingscode ? outline.vestigingscode : outline.brin;
    if (code) text += (text.empty() ? "" : ", ") + *code;
    return text;
}

std::string_view name_of_kind(std::string_view kind) {
    static constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"sop", "schoolondersteuningsprofiel"},
        {"schoolgids_met_sop", "schoolgids met een profiel"},
        {"checklist_basisondersteuning", "checklist basisondersteuning"},
        {"anders", "geen profiel"},
    });
    const auto* const found = std::ranges::find(names, kind, [](const auto& entry) { return entry.first; });
    return found == names.end() ? kind : found->second;
}

using Heads = std::vector<std::string_view>;
using Rows = std::vector<std::string>;  // the cells of each, as HTML

std::string table_of(std::string_view caption, const Heads& heads, Rows::const_iterator begin,
                     Rows::const_iterator end) {
    std::string text = "<table>\n<caption>" + escape_markup(caption) + "</caption>\n<thead><tr>";
    for (const std::string_view head : heads) text += "<th scope=\"col\">" + std::string(head) + "</th>";
    text += "</tr></thead>\n<tbody>\n";
    for (auto row = begin; row != end; ++row) text += "<tr>" + *row + "</tr>\n";
    return text + "</tbody>\n</table>\n";
}

std::string folded(std::string_view summary, std::string_view content) {
    return "<details>\n<summary>" + escape_markup(summary) + "</summary>\n" + std::string(content) + "</details>\n";
}

// The first rows, and the others folded.
std::string table_of(std::string_view caption, const Heads& heads, const Rows& rows) {
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), rows_shown));
    std::string text = table_of(caption, heads, rows.begin(), middle);
    if (middle != rows.end())
        text += folded("Nog " + std::to_string(rows.end() - middle),
                       table_of(std::string(caption) + " (vervolg)", heads, middle, rows.end()));
    return text;
}

class Page {
public:
    explicit Page(const RunReport& report) : report_(report), totals_(totals_of(report)) {}

    std::string write() {
        begin();
        add_totals();
        add_worst();
        add_failures();
        add_list("Ouder dan vier jaar", "ouder", "Profielen waarvan geen nieuwere editie bekend is.",
                 {"Bestand", "School", "Van"}, [&](const FileReport& file) -> Rows {
                     if (!is_overdue(file, report_.day).value_or(false)) return {};
                     return {cell(school_of(file)) + cell(*file.outline->versie)};
                 });
        add_list("Zonder school", "zonder-school",
                 "Profielen waarin geen BRIN staat. Een lijst met de vestigingscode per bestand (--manifest) of de "
                 "adressenlijst van DUO (--register) vult die aan.",
                 {"Bestand", "Naam volgens het document"}, [](const FileReport& file) -> Rows {
                     if (!lacks_school(file)) return {};
                     return {cell(file.outline->naam.value_or("–"))};
                 });
        add_list("Onvolledig", "onvolledig", "Profielen waarin een van de vaste onderdelen niet gevonden is.",
                 {"Bestand", "School", "Niet gevonden"}, [](const FileReport& file) -> Rows {
                     if (!is_incomplete(file)) return {};
                     return {cell(school_of(file)) + cell(joined(file.outline->missing))};
                 });
        add_list("Zonder bruikbare tekst", "zonder-tekst", "Scans, en bestanden waarvan de letters niets betekenen.",
                 {"Bestand", "Tekstlaag"}, [](const FileReport& file) -> Rows {
                     if (!has_no_text(file)) return {};
                     return {cell(file.outline->tekstlaag)};
                 });
        add_list("Geen profiel", "geen-profiel",
                 "Documenten die op geen formulier lijken; hun tekst is bewaard, er zijn geen waarden uit gelezen.",
                 {"Bestand", "Van"}, [](const FileReport& file) -> Rows {
                     if (!file.outline || is_profile(file)) return {};
                     return {cell(file.outline->versie.value_or("–"))};
                 });
        add_editions();
        add_kinds();
        add_remarks();
        add_skipped();
        add_all();
        return std::move(text_) + "</main>\n</body>\n</html>\n";
    }

private:
    void begin() {
        text_ =
            "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
            // Should a name ever get through as markup, nothing comes of it.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Verslag van sopconv, " +
            escape_markup(report_.day) + "</title>\n<style>\n" + std::string(embedded::report_css) +
            "</style>\n</head>\n<body>\n<main>\n<h1>Verslag van de omzetting</h1>\n<p>" + escape_markup(report_.day) +
            "; " + std::to_string(report_.files.size()) + (report_.files.size() == 1 ? " bestand" : " bestanden") +
            ". Uit de documenten staan hier alleen naam en code van de school, de versie en welke onderdelen er "
            "zijn.</p>\n";
        if (report_.unread > 0)
            text_ += "<p class=\"advice\">Iemand heeft de opdracht afgebroken voor alles gedaan was. Niet gedaan: " +
                     std::to_string(report_.unread) + (report_.unread == 1 ? " bestand" : " bestanden") +
                     ". Geef de opdracht opnieuw.</p>\n";
    }

    void heading(std::string_view title, std::string_view id, std::string_view explanation) {
        text_ += "<h2 id=\"" + std::string(id) + "\">" + std::string(title) + "</h2>\n";
        if (!explanation.empty()) text_ += "<p>" + std::string(explanation) + "</p>\n";
    }

    void add_totals() {
        const auto row = [&](std::string_view id, std::string_view what, int number) {
            std::string name(what);
            if (!id.empty() && number > 0) name = "<a href=\"#" + std::string(id) + "\">" + name + "</a>";
            text_ +=
                "<tr><th scope=\"row\">" + name + "</th>" + number_cell(static_cast<std::size_t>(number)) + "</tr>\n";
        };
        text_ += "<table class=\"counts\">\n<caption>In het kort</caption>\n<tbody>\n";
        row("", "omgezet", totals_.converted);
        if (totals_.known > 0) row("", "al bekend van een eerdere keer", totals_.known);
        row("mislukt", "mislukt", totals_.failed);
        row("opmerkingen", "met opmerkingen", totals_.with_remarks);
        row("ouder", "ouder dan vier jaar", totals_.overdue);
        row("zonder-school", "zonder school", totals_.without_school);
        row("onvolledig", "onvolledig", totals_.incomplete);
        row("zonder-tekst", "zonder bruikbare tekst", totals_.no_text);
        row("geen-profiel", "geen profiel", totals_.no_profile);
        row("overgeslagen", "overgeslagen", totals_.skipped);
        if (totals_.unread > 0) row("", "niet gedaan, want afgebroken", totals_.unread);
        text_ += "</tbody>\n</table>\n";
    }

    void add_worst() {
        struct Troubled {
            std::size_t round;  // 0: the first few of its kind
            int weight;
            const FileReport* file;
        };
        std::vector<Troubled> worst;
        std::map<std::pair<int, std::string_view>, std::size_t> seen;  // of each kind of trouble
        for (const FileReport& file : report_.files) {
            int weight = 0;
            for (const Issue& issue : issues_of(file, report_.day)) weight += issue.weight;
            if (weight == 0) continue;
            const std::size_t alike = seen[{weight, file.failure ? file.failure->code : std::string_view()}]++;
            worst.push_back({weight >= attack_weight ? 0 : alike / most_alike, weight, &file});
        }
        std::ranges::stable_sort(worst, [](const Troubled& a, const Troubled& b) {
            return std::tuple(a.round, -a.weight) < std::tuple(b.round, -b.weight);
        });
        if (worst.empty()) return;
        Rows rows;
        for (const Troubled& troubled : worst) {
            const FileReport* const file = troubled.file;
            std::string what, advice;
            for (const Issue& issue : issues_of(*file, report_.day)) {
                what += (what.empty() ? "" : " ") + issue.text;
                if (advice.find(issue.advice) == std::string::npos)
                    advice += (advice.empty() ? "" : " ") + std::string(issue.advice);
            }
            rows.push_back(name_cell(file->path) + cell(school_of(*file)) + cell(what) + cell(advice));
        }
        heading("Eerst naar kijken", "eerst",
                "Waar het meest mee is, staat bovenaan; van wat vaker voorkomt, eerst een paar.");
        text_ += table_of("Bestanden met iets om na te gaan", {"Bestand", "School", "Wat er is", "Wat te doen"}, rows);
    }

    void add_failures() {
        std::map<std::string_view, std::vector<const FileReport*>> by_code;
        for (const FileReport& file : report_.files)
            if (file.failure) by_code[file.failure->code].push_back(&file);
        if (by_code.empty()) return;
        std::vector<std::pair<std::string_view, std::vector<const FileReport*>>> codes(by_code.begin(), by_code.end());
        std::ranges::stable_sort(codes, [](const auto& a, const auto& b) {
            const bool first = looks_like_attack(*a.second.front()->failure),
                       second = looks_like_attack(*b.second.front()->failure);
            return first != second ? first : a.second.size() > b.second.size();
        });
        heading("Mislukt", "mislukt", "Van deze bestanden is er geen record.");
        for (const auto& [code, files] : codes) {
            Rows rows;
            for (const FileReport* file : files) rows.push_back(name_cell(file->path) + cell(file->failure->message));
            text_ += "<h3><span class=\"code\">" + escape_markup(code) + "</span>: " + std::to_string(files.size()) +
                     "</h3>\n<p class=\"advice\">" + escape_markup(advice_of(code)) + "</p>\n" +
                     folded("Welke", table_of(code, {"Bestand", "Waarom"}, rows.begin(), rows.end()));
        }
    }

    // Of each file the cells beside its name; none: it does not belong in the list.
    template <typename CellsOf>
    void add_list(std::string_view title, std::string_view id, std::string_view explanation, const Heads& heads,
                  const CellsOf& cells_of) {
        Rows rows;
        for (const FileReport& file : report_.files)
            for (const std::string& cells : cells_of(file)) rows.push_back(name_cell(file.path) + cells);
        if (rows.empty()) return;
        heading(title, id, explanation);
        text_ += table_of(std::string(title) + ": " + std::to_string(rows.size()), heads, rows);
    }

    void add_editions() {
        std::map<std::string_view, const FileReport*> first_of;  // by id
        for (const FileReport& file : report_.files)
            if (file.id) first_of.emplace(*file.id, &file);
        add_list("Nieuwe edities en dubbele bestanden", "edities", "", {"Bestand", "School", "Wat"},
                 [&](const FileReport& file) {
                     Rows cells;
                     const auto add = [&](std::string_view what, std::string_view other) {
                         cells.push_back(cell(school_of(file)) + "<td>" + std::string(what) + " <bdi>" +
                                         escape_markup(other) + "</bdi></td>");
                     };
                     const FileReport* const first = file.id ? first_of.at(*file.id) : &file;
                     if (first != &file) return add("hetzelfde bestand als", first->path), cells;
                     if (file.replaces) add("vervangt", *file.replaces);
                     if (file.same_text) add("dezelfde tekst als", *file.same_text);
                     return cells;
                 });
    }

    void add_counts(std::string_view caption, std::string_view head, const std::map<std::string, std::size_t>& counts) {
        Rows rows;
        for (const auto& [name, count] : counts)
            rows.push_back("<th scope=\"row\">" + escape_markup(name) + "</th>" + number_cell(count));
        if (!rows.empty()) text_ += table_of(caption, {head, "Aantal"}, rows);
    }

    void add_kinds() {
        std::map<std::string, std::size_t> kinds, templates;
        for (const FileReport& file : report_.files) {
            if (!file.outline) continue;
            ++kinds[std::string(name_of_kind(file.outline->soort))];
            if (is_profile(file)) ++templates[file.outline->sjabloon.value_or("geen")];
        }
        if (kinds.empty()) return;
        heading("Aantallen", "aantallen", "");
        add_counts("Per soort document", "Soort", kinds);
        add_counts("Profielen per sjabloon", "Sjabloon", templates);
    }

    void add_remarks() {
        std::map<std::string, std::size_t> codes;
        for (const FileReport& file : report_.files)
            if (file.outline)
                for (const std::string& code : file.outline->remarks) ++codes[code];
        if (codes.empty()) return;
        heading("Opmerkingen", "opmerkingen",
                "Wat er vreemd was zonder dat het de omzetting tegenhield. Het record zegt waar, onder meldingen.");
        add_counts("Bestanden per opmerking", "Code", codes);
    }

    void add_skipped() {
        std::map<std::string, std::size_t> reasons;
        Rows rows;
        for (const SkippedReport& skipped : report_.skipped) {
            ++reasons[skipped.reason];
            rows.push_back(name_cell(skipped.path) + cell(skipped.reason));
        }
        if (rows.empty()) return;
        heading("Overgeslagen", "overgeslagen", "Wat in een map stond en niet geprobeerd is.");
        add_counts("Overgeslagen per reden", "Reden", reasons);
        text_ += folded("Welke", table_of("Overgeslagen", {"Bestand", "Reden"}, rows.begin(), rows.end()));
    }

    void add_all() {
        if (report_.files.empty()) return;
        Rows rows;
        for (const FileReport& file : report_.files)
            rows.push_back(name_cell(file.path) + cell(school_of(file)) +
                           cell(file.outline ? file.outline->versie.value_or("") : "") +
                           cell(file.failure    ? "mislukt"
                                : file.is_known ? "al bekend"
                                                : "omgezet") +
                           cell(file.outline ? joined(file.outline->remarks) : ""));
        heading("Alle bestanden", "alle", "");
        text_ += folded("Toon alle " + std::to_string(rows.size()),
                        table_of("Alle bestanden", {"Bestand", "School", "Van", "Uitkomst", "Opmerkingen"},
                                 rows.begin(), rows.end()));
    }

    const RunReport& report_;
    RunTotals totals_;
    std::string text_;
};

}  // namespace

std::string write_report_page(const RunReport& report) { return Page(report).write(); }

}  // namespace sop
