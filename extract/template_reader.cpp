#include <algorithm>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <map>
#include <set>

#include "extract/template.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Texts in one file, and bytes in one text: bounds on what a file can cost after it is read.
constexpr std::size_t most_texts = 10'000;
constexpr std::size_t longest_text = 300;

class Reader {
public:
    // `known`: the vocabulary whose ids a template may use; null while the vocabulary itself is read.
    Reader(std::string_view file, const Vocabulary* known) : file_(file), known_(known) {}

    Vocabulary vocabulary(const Yaml& root) {
        Vocabulary result;
        map(root, {
                      {"stopwoorden", [&](const Yaml& node) { result.stop_words = texts(node); }},
                      {"geen_stopwoord", [&](const Yaml& node) { result.kept_words = texts(node); }},
                      {"titels", [&](const Yaml& node) { result.titles = texts(node); }},
                      {"titels_van_een_school", [&](const Yaml& node) { result.shared_titles = texts(node); }},
                      {"voor_titel", [&](const Yaml& node) { result.before_title = folded(node); }},
                      {"niet_met_titel", [&](const Yaml& node) { result.foreign_titles = texts(node); }},
                      {"gidstitels", [&](const Yaml& node) { result.guides = texts(node); }},
                      {"hoofdstuktitels", [&](const Yaml& node) { result.parts = texts(node); }},
                      {"lege_waarden", [&](const Yaml& node) { result.empty_values = folded(node); }},
                      {"aanspreekvormen", [&](const Yaml& node) { result.honorifics = folded(node); }},
                      {"schoolnaam_begint_met", [&](const Yaml& node) { result.school_prefixes = folded(node); }},
                      {"geen_schoolnaam", [&](const Yaml& node) { result.no_school_name = folded(node); }},
                      {"onderwijssoorten", [&](const Yaml& node) { result.teaching_kinds = folded(node); }},
                      {"geen_naam_in_zin", [&](const Yaml& node) { result.no_introduced_name = folded(node); }},
                      {"van_de_school", [&](const Yaml& node) { result.school_words = folded(node); }},
                      {"van_een_locatie", [&](const Yaml& node) { result.location_words = folded(node); }},
                      {"van_het_bestuur", [&](const Yaml& node) { result.board_words = folded(node); }},
                      {"van_anderen", [&](const Yaml& node) { result.other_words = folded(node); }},
                      {"voor_een_contact", [&](const Yaml& node) { result.contact_words = folded(node); }},
                      {"van_een_onderdeel", [&](const Yaml& node) { result.part_words = folded(node); }},
                      {"in_een_naam", [&](const Yaml& node) { result.name_particles = folded(node); }},
                      {"achter_een_label", [&](const Yaml& node) { result.idle_words = folded(node); }},
                      {"achter_een_persoon", [&](const Yaml& node) { result.group_words = folded(node); }},
                      {"voor_een_rijnaam", [&](const Yaml& node) { result.row_words = folded(node); }},
                      {"vooraan_een_rijnaam", [&](const Yaml& node) { result.leading_names = folded(node); }},
                      {"in_geen_label", [&](const Yaml& node) { result.no_label_words = folded(node); }},
                      {"bij_een_handtekening", [&](const Yaml& node) { result.signature_words = folded(node); }},
                      {"kop_van_school", [&](const Yaml& node) { result.owners[0] = folded(node); }},
                      {"kop_van_bestuur", [&](const Yaml& node) { result.owners[1] = folded(node); }},
                      {"kop_van_samenwerkingsverband", [&](const Yaml& node) { result.owners[2] = folded(node); }},
                      {"kop_van_ander", [&](const Yaml& node) { result.owners[3] = folded(node); }},
                      {"secties", [&](const Yaml& node) { result.sections = sections(node); }},
                      {"velden", [&](const Yaml& node) { result.fields = fields(node); }},
                      {"tabellen", [&](const Yaml& node) { result.tables = tables(node); }},
                      {"weglaten", [&](const Yaml& node) { result.boilerplate = texts(node); }},
                      {"weglaten_vanaf", [&](const Yaml& node) { result.boilerplate_starts = texts(node); }},
                  });
        return result;
    }

    Template form(const Yaml& root) {
        Template result;
        map(root, {
                      {"id", [&](const Yaml& node) { result.id = identifier(node); }},
                      {"naam", [&](const Yaml& node) { result.name = text(node); }},
                      {"soort", [&](const Yaml& node) { result.kind = kind(node); }},
                      {"uitgaven",
                       [&](const Yaml& node) {
                           list(node, [&](const Yaml& item) { result.editions.push_back(edition(item)); });
                           unique(node, result.editions, [](const Edition& edition) { return edition.id; });
                       }},
                      {"herkenning", [&](const Yaml& node) { result.recognition = recognition(node); }},
                      {"secties", [&](const Yaml& node) { result.sections = sections(node); }},
                      {"velden", [&](const Yaml& node) { result.fields = fields(node); }},
                      {"tabellen", [&](const Yaml& node) { result.tables = tables(node); }},
                      {"weglaten", [&](const Yaml& node) { result.boilerplate = texts(node); }},
                      {"weglaten_vanaf", [&](const Yaml& node) { result.boilerplate_starts = texts(node); }},
                  });
        if (result.id.empty()) fail(root, "Het sjabloon heeft geen `id`.");
        if (result.editions.empty()) fail(root, "Het sjabloon heeft geen `uitgaven`; geef er minstens één.");
        const Recognition& measures = result.recognition;
        if (measures.title.weight + measures.heading.weight + measures.label.weight + measures.column.weight +
                measures.footer.weight <=
            0)
            fail(root, "Onder `herkenning` heeft geen enkel kenmerk een `gewicht`.");
        return result;
    }

private:
    using Handler = std::function<void(const Yaml&)>;
    struct Key {
        std::string_view name;
        Handler read;
    };

    [[noreturn]] void fail(const Yaml& at, std::string_view sentence) const {
        throw TemplateError(file_, at.line, at.column, sentence);
    }
    static std::string quoted(std::string_view text) { return "`" + std::string(truncate_utf8(text, 60)) + "`"; }

    void only_in_vocabulary(const Yaml& node) const {
        if (known_) fail(node, "Deze sleutel hoort alleen in vocabulaire.yaml.");
    }

    // Reads a map whose keys are all in `keys`, each at most once.
    void map(const Yaml& node, std::initializer_list<Key> keys) {
        if (node.kind != Yaml::Kind::map) fail(node, "Hier hoort een rij `sleutel: waarde` te staan.");
        std::set<std::string_view> seen;
        for (const YamlEntry& entry : node.entries) {
            const auto key =
                std::find_if(keys.begin(), keys.end(), [&](const Key& known) { return known.name == entry.key.text; });
            if (key == keys.end()) {
                std::string sentence = "De sleutel " + quoted(entry.key.text) + " is hier niet bekend; bekend zijn:";
                for (const Key& known : keys) sentence += " " + std::string(known.name);
                fail(entry.key, sentence + ".");
            }
            if (!seen.insert(key->name).second)
                fail(entry.key, "De sleutel " + quoted(entry.key.text) + " staat er twee keer.");
            key->read(entry.value);
        }
    }

    void list(const Yaml& node, const Handler& read) {
        if (node.kind != Yaml::Kind::list) fail(node, "Hier hoort een lijst te staan (regels die met - beginnen).");
        for (const Yaml& item : node.items) {
            if (++texts_ > most_texts) fail(item, "Het bestand bevat te veel teksten.");
            read(item);
        }
    }

    std::string text(const Yaml& node) {
        const std::string_view value = trim(node.text);
        if (node.kind != Yaml::Kind::scalar || value.empty()) fail(node, "Hier hoort een tekst te staan.");
        if (value.size() > longest_text) fail(node, "Deze tekst is te lang; staat er een aanhalingsteken te weinig?");
        return std::string(value);
    }

    // A text with at least one letter or digit in it.
    std::string phrase(const Yaml& node) {
        std::string value = text(node);
        if (fold(value).empty()) fail(node, "In deze tekst staat geen letter of cijfer.");
        return value;
    }

    std::string identifier(const Yaml& node) {
        std::string value = text(node);
        const bool is_plain = std::all_of(value.begin(), value.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        });
        if (!is_plain) fail(node, "Een id bestaat uit kleine letters, cijfers, - en _.");
        return value;
    }

    std::vector<std::string> texts(const Yaml& node) {
        std::vector<std::string> result;
        list(node, [&](const Yaml& item) { result.push_back(phrase(item)); });
        return result;
    }

    // Headings, labels or names of columns: stop words and words between parentheses do not count, something must.
    std::vector<std::string> wordings(const Yaml& node) {
        std::vector<std::string> result = texts(node);
        for (std::size_t i = 0; known_ && i < result.size(); ++i)
            if (!has_content(result[i])) fail(node.items[i], "Hier tellen alle woorden niet mee; zie stopwoorden.");
        return result;
    }
    bool has_content(std::string_view phrase) const {
        std::string outside;
        int depth = 0;
        for (const char c : phrase) {
            if (c == '(') ++depth;
            if (depth == 0) outside += c;
            if (c == ')') --depth;
        }
        const Words words = fold_words(outside);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto is_same = [&](const std::string& stop_word) { return fold(stop_word) == words[i]; };
            if (std::none_of(known_->stop_words.begin(), known_->stop_words.end(), is_same)) return true;
        }
        return false;
    }

    // Fails where two of `definitions`, each an item of `node`, have one wording under any of `keys`.
    template <class Items, class Name>
    void distinct(const Yaml& node, const Items& definitions, Name name, std::initializer_list<std::string_view> keys) {
        if (!known_) return;
        std::map<std::string, std::string> owners;  // by folded wording
        for (std::size_t i = 0; i < definitions.size(); ++i)
            for (const YamlEntry& entry : node.items[i].entries) {
                if (std::find(keys.begin(), keys.end(), entry.key.text) == keys.end()) continue;
                for (const Yaml& item : entry.value.items) {
                    const std::string id = name(definitions[i]);
                    const auto [at, is_new] = owners.try_emplace(fold(item.text), id);
                    if (!is_new && at->second != id)
                        fail(item,
                             quoted(item.text) + " staat ook bij " + at->second + "; het hoort bij een van beide.");
                }
            }
    }

    std::vector<std::string> folded(const Yaml& node) {
        std::vector<std::string> result;
        for (const std::string& item : texts(node)) result.push_back(fold(item));
        return result;
    }

    void value_phrases(const Yaml& node, bool is_of_school, std::vector<ValuePhrase>& result) {
        constexpr std::string_view value = "…";
        list(node, [&](const Yaml& item) {
            const std::string whole = text(item);
            const std::size_t at = whole.find(value);
            if (at == std::string::npos || fold(whole.substr(0, at)).empty())
                fail(item, "Hier horen woorden te staan met … voor de waarde erachter.");
            result.push_back({fold(whole.substr(0, at)), fold(whole.substr(at + value.size())), is_of_school});
        });
    }

    bool yes_or_no(const Yaml& node) {
        const std::string value = text(node);
        if (value != "ja" && value != "nee") fail(node, "Hier hoort ja of nee te staan.");
        return value == "ja";
    }

    double number(const Yaml& node, double least, double most) {
        const std::string value = text(node);
        char* end = nullptr;
        const double result = std::strtod(value.c_str(), &end);
        if (*end != '\0' || !(result >= least && result <= most))
            fail(node, "Hier hoort een getal van " + std::to_string(static_cast<int>(least)) + " tot " +
                           std::to_string(static_cast<int>(most)) + " te staan.");
        return result;
    }

    std::string kind(const Yaml& node) {
        std::string value = text(node);
        for (const std::string_view known : {"sop", "schoolgids_met_sop", "checklist_basisondersteuning", "anders"})
            if (value == known) return value;
        fail(node,
             "Deze soort is niet bekend; bekend zijn: sop schoolgids_met_sop checklist_basisondersteuning anders.");
    }

    template <class Items, class Name>
    void unique(const Yaml& node, const Items& items, Name name) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string id = name(items[i]);
            if (id.empty()) fail(node.items[i], "Hier ontbreekt de naam (`id` of `veld`).");
            if (!seen.insert(id).second) fail(node.items[i], quoted(id) + " staat er twee keer.");
        }
    }

    // Fails where a template names something that the vocabulary does not have.
    template <class Items, class Name>
    void known(const Yaml& node, const std::string& id, const Items* items, Name name, std::string_view what) {
        if (!items) return;
        const bool found =
            std::any_of(items->begin(), items->end(), [&](const auto& item) { return name(item) == id; });
        if (!found) fail(node, "Er is geen " + std::string(what) + " " + quoted(id) + "; zie vocabulaire.yaml.");
    }
    std::string section_id(const Yaml& node) {
        std::string id = identifier(node);
        known(
            node, id, known_ ? &known_->sections : nullptr, [](const SectionDef& def) { return def.id; }, "sectie");
        return id;
    }
    std::string field_name(const Yaml& node) {
        std::string id = identifier(node);
        known(
            node, id, known_ ? &known_->fields : nullptr, [](const FieldDef& def) { return def.field; }, "veld");
        return id;
    }
    std::string place(const Yaml& node) {
        const std::string id = identifier(node);
        return id == front_place || id == any_place ? id : section_id(node);
    }
    std::vector<std::string> places(const Yaml& node) {
        std::vector<std::string> result;
        list(node, [&](const Yaml& item) { result.push_back(place(item)); });
        return result;
    }

    // "3", "2.1", "A", "IV".
    std::string section_number(const Yaml& node) {
        std::string value = text(node);
        const bool is_figures = value.find_first_not_of("0123456789.") == std::string::npos;
        const bool is_letters = value.size() == 1 || value.find_first_not_of("IVX") == std::string::npos;
        const bool is_capital = value[0] >= 'A' && value[0] <= 'Z';
        if (!is_figures && !(is_letters && is_capital))
            fail(node, "Hier hoort een nummer te staan zoals het in het format staat: 3, 2.1, A of IV.");
        return value;
    }

    Edition edition(const Yaml& node) {
        Edition result;
        map(node, {
                      {"id", [&](const Yaml& value) { result.id = identifier(value); }},
                      {"nummers",
                       [&](const Yaml& value) {
                           if (value.kind != Yaml::Kind::map)
                               fail(value, "Hier hoort `sectie: nummer` te staan, bijvoorbeeld {visie: 2}.");
                           for (const YamlEntry& entry : value.entries)
                               result.numbers.emplace_back(section_id(entry.key), section_number(entry.value));
                       }},
                  });
        return result;
    }

    Measure measure(const Yaml& node, std::vector<std::string>* wording) {
        Measure result;
        const Key weight{"gewicht", [&](const Yaml& value) { result.weight = number(value, 0, 100); }};
        const Key enough{"genoeg", [&](const Yaml& value) { result.enough = static_cast<int>(number(value, 1, 100)); }};
        const Key needed{"nodig", [&](const Yaml& value) { result.is_needed = yes_or_no(value); }};
        const Key words{"teksten", [&](const Yaml& value) { *wording = texts(value); }};
        if (wording)
            map(node, {weight, enough, needed, words});
        else
            map(node, {weight, enough});
        return result;
    }

    Recognition recognition(const Yaml& node) {
        Recognition result;
        map(node, {
                      {"titels", [&](const Yaml& value) { result.title = measure(value, &result.titles); }},
                      {"koppen", [&](const Yaml& value) { result.heading = measure(value, nullptr); }},
                      {"labels", [&](const Yaml& value) { result.label = measure(value, nullptr); }},
                      {"kolommen", [&](const Yaml& value) { result.column = measure(value, nullptr); }},
                      {"voetteksten", [&](const Yaml& value) { result.footer = measure(value, &result.furniture); }},
                      {"vocabulaire", [&](const Yaml& value) { result.is_generic = yes_or_no(value); }},
                      {"kern",
                       [&](const Yaml& value) {
                           list(value, [&](const Yaml& item) { result.core.push_back(section_id(item)); });
                       }},
                      {"niet_met_titel", [&](const Yaml& value) { result.foreign_titles = texts(value); }},
                  });
        return result;
    }

    std::vector<SectionDef> sections(const Yaml& node) {
        std::vector<SectionDef> result;
        list(node, [&](const Yaml& item) {
            SectionDef& def = result.emplace_back();
            map(item, {
                          {"id", [&](const Yaml& value) { def.id = section_id(value); }},
                          {"koppen", [&](const Yaml& value) { def.headings = wordings(value); }},
                          {"begint_met", [&](const Yaml& value) { def.beginnings = wordings(value); }},
                          {"alleen_als_hoofdstuk", [&](const Yaml& value) { def.chapters = wordings(value); }},
                          {"noemt",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.mentions = wordings(value);
                           }},
                          {"geraden",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.likely = wordings(value);
                           }},
                          {"onder",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.under = section_id(value);
                           }},
                      });
        });
        const auto id = [](const SectionDef& def) { return def.id; };
        unique(node, result, id);
        distinct(node, result, id, {"koppen", "begint_met", "alleen_als_hoofdstuk", "geraden"});
        return result;
    }

    std::vector<Locator> locators(const Yaml& node) {
        std::vector<Locator> result;
        list(node, [&](const Yaml& item) {
            const std::string name = text(item);
            const auto locator = find_locator(name);
            if (!locator) fail(item, quoted(name) + " is geen zoekwijze; zie vocabulaire.yaml.");
            result.push_back(*locator);
        });
        return result;
    }

    std::vector<FieldDef> fields(const Yaml& node) {
        std::vector<FieldDef> result;
        list(node, [&](const Yaml& item) {
            FieldDef& def = result.emplace_back();
            std::vector<Locator> also;
            map(item,
                {
                    {"veld", [&](const Yaml& value) { def.field = field_name(value); }},
                    {"labels", [&](const Yaml& value) { def.labels = wordings(value); }},
                    {"zwakke_labels", [&](const Yaml& value) { def.weak_labels = wordings(value); }},
                    {"waar", [&](const Yaml& value) { def.places = places(value); }},
                    {"zoek", [&](const Yaml& value) { def.locators = locators(value); }},
                    {"ook", [&](const Yaml& value) { also = locators(value); }},
                    {"meer_regels", [&](const Yaml& value) { def.several = yes_or_no(value); }},
                    {"waarden", [&](const Yaml& value) { def.allowed = folded(value); }},
                    {"masker", [&](const Yaml& value) { def.mask = phrase(value); }},
                    {"met",
                     [&](const Yaml& value) {
                         list(value, [&](const Yaml& name) { def.includes.push_back(field_name(name)); });
                     }},
                    {"zin",
                     [&](const Yaml& value) {
                         list(value, [&](const Yaml& words) { def.sentence.push_back(folded(words)); });
                     }},
                    {"zinsdelen", [&](const Yaml& value) { value_phrases(value, false, def.phrases); }},
                    {"zinsdelen_van_de_school", [&](const Yaml& value) { value_phrases(value, true, def.phrases); }},
                    {"zinsdeel_niet_voor", [&](const Yaml& value) { def.not_before = folded(value); }},
                    {"zinsdeel_begint_met", [&](const Yaml& value) { def.phrase_starts = folded(value); }},
                });
            if (def.locators.empty() && (!known_ || !also.empty())) def.locators = usual_locators();
            def.locators.insert(def.locators.end(), also.begin(), also.end());
        });
        const auto name = [](const FieldDef& def) { return def.field; };
        unique(node, result, name);
        distinct(node, result, name, {"labels", "zwakke_labels"});
        return result;
    }

    TableForm table_form(const Yaml& node) {
        const std::string name = text(node);
        if (name == "rijen") return TableForm::rows;
        if (name == "punten") return TableForm::points;
        if (name == "keuzes") return TableForm::choices;
        if (name == "jaren") return TableForm::years;
        fail(node, quoted(name) + " is geen vorm van een tabel; bekend zijn: rijen punten keuzes jaren.");
    }

    const TableDef* known_table(const std::string& id) const {
        if (!known_) return nullptr;
        const auto found = std::find_if(known_->tables.begin(), known_->tables.end(),
                                        [&](const TableDef& def) { return def.id == id; });
        return found == known_->tables.end() ? nullptr : &*found;
    }

    std::vector<TableDef> tables(const Yaml& node) {
        std::vector<TableDef> result;
        list(node, [&](const Yaml& item) {
            TableDef& def = result.emplace_back();
            const Yaml* columns = nullptr;
            map(item, {
                          {"id",
                           [&](const Yaml& value) {
                               def.id = identifier(value);
                               if (known_ && !known_table(def.id))
                                   fail(value, "Er is geen tabel " + quoted(def.id) + "; zie vocabulaire.yaml.");
                           }},
                          {"vorm",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.form = table_form(value);
                           }},
                          {"waar", [&](const Yaml& value) { def.places = places(value); }},
                          {"rijnaam",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.row_label = identifier(value);
                           }},
                          {"zonder_kop",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.bare_column = identifier(value);
                           }},
                          {"kenmerkend",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.telling = static_cast<int>(number(value, 1, 10));
                           }},
                          {"kolommen", [&](const Yaml& value) { columns = &value; }},
                          {"niet_met", [&](const Yaml& value) { def.excluded = texts(value); }},
                          {"niet_na",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.not_after = folded(value);
                           }},
                          {"namen",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               names(value, def);
                           }},
                          {"noemt_niet",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.no_mention = folded(value);
                           }},
                      });
            if (columns) def.columns = this->columns(*columns, known_table(def.id));
        });
        unique(node, result, [](const TableDef& def) { return def.id; });
        return result;
    }

    void names(const Yaml& node, TableDef& def) {
        map(node, {
                      {"bekend", [&](const Yaml& value) { def.known_names = folded(value); }},
                      {"eindigt_op", [&](const Yaml& value) { def.known_endings = folded(value); }},
                      {"achter", [&](const Yaml& value) { def.list_leads = folded(value); }},
                      {"niet", [&](const Yaml& value) { def.no_names = folded(value); }},
                      {"niet_vanaf", [&](const Yaml& value) { def.no_name_starts = folded(value); }},
                      {"met_en", [&](const Yaml& value) { def.joined_names = folded(value); }},
                  });
    }

    std::vector<ColumnDef> columns(const Yaml& node, const TableDef* table) {
        std::vector<ColumnDef> result;
        list(node, [&](const Yaml& item) {
            ColumnDef& def = result.emplace_back();
            map(item, {
                          {"id",
                           [&](const Yaml& value) {
                               def.id = identifier(value);
                               known(
                                   value, def.id, table ? &table->columns : nullptr,
                                   [](const ColumnDef& column) { return column.id; }, "kolom");
                           }},
                          {"koppen", [&](const Yaml& value) { def.headings = wordings(value); }},
                          {"begint_met", [&](const Yaml& value) { def.beginnings = wordings(value); }},
                          {"zwakke_koppen", [&](const Yaml& value) { def.weak_headings = wordings(value); }},
                          {"kenmerkend",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.telling = wordings(value);
                           }},
                          {"niet_met",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.not_with = folded(value);
                           }},
                          {"eerst",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.first = folded(value);
                           }},
                          {"noemt",
                           [&](const Yaml& value) {
                               only_in_vocabulary(value);
                               def.mentions = wordings(value);
                           }},
                      });
        });
        const auto id = [](const ColumnDef& def) { return def.id; };
        unique(node, result, id);
        distinct(node, result, id, {"koppen", "begint_met", "zwakke_koppen", "kenmerkend"});
        return result;
    }

    std::string_view file_;
    const Vocabulary* known_;
    std::size_t texts_ = 0;
};

}  // namespace

Vocabulary read_vocabulary(std::string_view yaml, std::string_view file_name) {
    return Reader(file_name, nullptr).vocabulary(read_yaml(yaml, file_name));
}

Template read_template(std::string_view yaml, std::string_view file_name) {
    return Reader(file_name, &default_vocabulary()).form(read_yaml(yaml, file_name));
}

}  // namespace sop
