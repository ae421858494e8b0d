#include "extract/explain.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "extract/labels.h"
#include "extract/matched_template.h"
#include "extract/paragraph_text.h"
#include "extract/region.h"
#include "extract/scoring.h"
#include "extract/survey.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t shown_bytes = 80;
constexpr std::size_t name_width = 28;

// In the order of RuledOut.
constexpr std::array<std::string_view, 6> ruled_out{
    "",
    "de titel zegt dat het iets anders is",
    "de titel is die van een schoolgids; alleen een hoofdstuk kan een profiel zijn",
    "niets zegt dat het van een school is: geen titel, geen naam, geen sectie schoolgegevens, geen label daarvan",
    "te weinig in de eigen woorden van dit sjabloon",
    "geen titel van een profiel, en niet alle secties die er dan moeten zijn",
};

std::string padded(std::string_view text) {
    std::string result(text);
    result.resize(std::max(result.size() + 1, name_width), ' ');
    return result;
}

// On one line, cut off where it is long.
std::string quoted(std::string_view text) {
    std::string line = collapse_spaces(text);
    const bool is_long = line.size() > shown_bytes;
    line = truncate_utf8(line, shown_bytes);
    return "\"" + line + (is_long ? "…\"" : "\"");
}

std::string place_of(const Origin& origin) {
    if (origin.page > 0) return "pagina " + std::to_string(origin.page);
    return origin.path;
}

class Explanation {
public:
    void templates(const std::vector<TemplateScore>& scores, const TemplateSet& set, const Extraction& extraction) {
        text_ += "Sjablonen (drempel " + in_text(match_threshold) + ")\n";
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const TemplateScore& score = scores[i];
            const Template& form = set.templates()[i];
            line(form.id, in_text(score.score) + "  titel " + in_text(score.title) + "  koppen " +
                              in_text(score.heading) + "  labels " + in_text(score.label) + "  kolommen " +
                              in_text(score.column) + "  voetteksten " + in_text(score.footer) +
                              (extraction.match && extraction.match->id == form.id ? "  <- gebruikt" : ""));
            if (score.ruled_out != RuledOut::no)
                line("", "past niet: " + std::string(ruled_out[static_cast<std::size_t>(score.ruled_out)]));
        }
        if (extraction.match)
            line("gekozen",
                 extraction.match->id + ", uitgave " + extraction.match->edition + ", soort " + extraction.match->kind);
        else
            line("gekozen", "geen: het document is iets anders, of een format dat nog geen sjabloon heeft");
    }

    void sections(const Extraction& extraction, const Template* form) {
        text_ += "\nSecties\n";
        std::set<std::string> found;
        for (const Section& section : extraction.sections) {
            found.insert(section.id);
            const std::string number = section.number.empty() ? "" : section.number + " ";
            line(section.id, number + quoted(section.heading) + "  " + place_of(section.origin));
        }
        if (!form) return;
        for (const SectionDef& section : form->sections)
            if (!found.contains(section.id)) line(section.id, "niet gevonden");
    }

    // Where the labels of fields without a value stand, if anywhere.
    void fields(const Extraction& extraction, const MatchedTemplate& form) {
        text_ += "\nVelden\n";
        const std::vector<std::string> labels = labels_of(extraction, form);
        for (std::size_t f = 0; f < form.rules.fields.size(); ++f) {
            const FieldDef& def = form.rules.fields[f];
            bool is_first = true;
            for (const FoundField& found : extraction.fields) {
                if (found.field != def.field) continue;
                line(is_first ? def.field : "  of", quoted(found.raw) + "  " + std::string(name_of(found.method)) +
                                                        ", zekerheid " + in_text(found.confidence) + ", uit " +
                                                        quoted(found.context) + ", " + place_of(found.origin));
                is_first = false;
            }
            if (!is_first) continue;
            line(def.field, "niet gevonden: " + (labels[f].empty() ? "het label staat er niet" : labels[f]));
        }
    }

    // Of those that were not found, which of their columns any table has.
    void tables(const Extraction& extraction, const Definitions& rules, const Evidence& evidence) {
        text_ += "\nTabellen\n";
        for (std::size_t t = 0; t < rules.tables.size(); ++t) {
            const TableDef& def = rules.tables[t];
            const auto found = std::find_if(extraction.tables.begin(), extraction.tables.end(),
                                            [&](const FoundTable& table) { return table.table == def.id; });
            if (found == extraction.tables.end()) {
                std::string seen;
                for (std::size_t c = 0; c < def.columns.size(); ++c)
                    if (evidence.columns[t][c] > 0) seen += (seen.empty() ? "" : ", ") + def.columns[c].id;
                line(def.id, seen.empty() ? "niet gevonden: geen van de kolommen staat in een tabel"
                                          : "niet gevonden: te weinig kolommen bij elkaar, of geen rijen; wel " + seen);
                continue;
            }
            std::string columns;
            std::set<std::string> seen;
            for (const FoundRow& row : found->rows)
                for (const FoundCell& cell : row.cells) {
                    const std::string name = cell.column == "overig" ? quoted(cell.heading) : cell.column;
                    if (seen.insert(name).second) columns += (columns.empty() ? "" : ", ") + name;
                }
            line(def.id, std::to_string(found->rows.size()) + " rijen; kolommen " + columns);
        }
    }

    std::string take() { return std::move(text_); }

private:
    void line(std::string_view name, std::string_view text) {
        text_ += "  " + padded(name);
        text_ += text;
        text_ += '\n';
    }

    // For each field what is to be said of its label: "" where it is nowhere.
    static std::vector<std::string> labels_of(const Extraction& extraction, const MatchedTemplate& form) {
        std::vector<std::string> labels(form.rules.fields.size());
        const std::vector<bool> every_field(labels.size(), true);
        TableMeanings meanings(form);
        const auto look = [&](const std::vector<Block>& blocks, std::string_view place) {
            Region region = read_region(form, meanings, blocks, place);
            region.takes_weak = true;
            for (const LabelHit& hit : find_labels(form, region, every_field)) {
                const std::vector<std::string>& places = form.rules.fields[hit.field].places;
                const bool is_searched = std::any_of(places.begin(), places.end(), [&](const std::string& searched) {
                    return searched == any_place || searched == place;
                });
                std::string& text = labels[hit.field];
                if (!text.empty()) continue;
                text = quoted(region.lines[hit.line].text) + " in " + std::string(place) +
                       (is_searched ? ": er staat niets bij" : ": daar wordt dit veld niet gezocht");
            }
        };
        look(extraction.front, front_place);
        for (const Section& section : extraction.sections) look(section.blocks, section.id);
        return labels;
    }

    std::string text_;
};

}  // namespace

std::string explain(Document document, const TemplateSet& templates) {
    const std::vector<TemplateScore> scores = score_templates(document, templates);
    const std::vector<Evidence> evidence = survey(document, templates);
    const std::vector<Control> controls = document.controls;
    const Extraction extraction = extract(std::move(document), templates);
    const auto& list = templates.templates();
    const auto used = std::find_if(list.begin(), list.end(), [&](const Template& form) {
        return extraction.match && form.id == extraction.match->id;
    });
    Explanation explanation;
    explanation.templates(scores, templates, extraction);
    explanation.sections(extraction, used == list.end() ? nullptr : &*used);
    if (used == list.end()) return explanation.take();
    const auto index = static_cast<std::size_t>(used - list.begin());
    const MatchedTemplate form{templates.lexicon(), templates.rules(index), static_cast<int>(index), controls};
    explanation.fields(extraction, form);
    explanation.tables(extraction, form.rules, evidence[index]);
    return explanation.take();
}

}  // namespace sop
