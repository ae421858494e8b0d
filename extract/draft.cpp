#include "extract/draft.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "extract/matched_template.h"
#include "extract/paragraph_text.h"
#include "extract/template.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t text_bytes_limit = 90;
constexpr std::size_t title_lines = 12;
constexpr std::ptrdiff_t label_spaces = 5;
constexpr std::size_t most_texts = 2000;

// On one line, without what would end it.
std::string clean(std::string_view text) {
    std::string line = collapse_spaces(text);
    std::erase_if(line, [](unsigned char c) { return c < ' '; });
    return line;
}

class Finder {
public:
    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (const auto* item = std::get_if<Paragraph>(&block.content))
                paragraph(*item);
            else
                table(std::get<Table>(block.content));
        }
    }

    std::string take() { return std::move(text_); }

private:
    void add(std::string_view kind, std::string_view text) {
        if (text.empty() || text.size() > text_bytes_limit || ++count_ > most_texts) return;
        text_ += std::string(kind) + "\t" + std::string(text) + "\n";
    }

    void paragraph(const Paragraph& item) {
        if (item.role == Role::toc || is_blank(item) || text_bytes(item) > 4 * text_bytes_limit) return;
        const std::string whole = plain_text(item.inlines, TextOf::value);
        const std::string line = clean(whole);
        const bool is_bold_line = is_all(item, bold) && !item.list && !line.ends_with(':') && !is_in_table_;
        const NumberedHeading heading = split_heading(line);
        const std::string number = item.number.empty() ? heading.number : clean(item.number);
        // What stands in front of all sections, and is none.
        const bool may_be_title = item.role == Role::title || item.heading == 1 || is_bold_line;
        is_past_titles_ = is_past_titles_ || lines_++ >= title_lines || !number.empty();
        if (may_be_title && !is_past_titles_) add("titel", line);
        if (item.heading > 0 || is_bold_line) {
            if (heading.title.find(':') == std::string::npos) add("kop", number + "\t" + clean(heading.title));
        }
        for_each_line(whole, [&](std::string_view part) { label(trim(part)); });
    }

    // What stands before a colon or tab, when it is a few words.
    void label(std::string_view line) {
        const std::size_t end = line.find_first_of(":\t");
        if (end == std::string_view::npos || end == 0) return;
        const std::string text = clean(line.substr(0, end));
        if (std::count(text.begin(), text.end(), ' ') < label_spaces) add("label", text);
    }

    void table(const Table& table) {
        if (table.columns >= 3 && !table.rows.empty())
            for (const Cell& cell : table.rows.front().cells) add("kolom", clean(text_of(cell)));
        for (const Row& row : table.rows) {
            if (row.cells.size() == 2) {
                const std::string text = clean(text_of(row.cells.front()));
                if (std::count(text.begin(), text.end(), ' ') < label_spaces) add("label", text);
            }
            const bool was_in_table = std::exchange(is_in_table_, true);
            for (const Cell& cell : row.cells) blocks(cell.blocks);
            is_in_table_ = was_in_table;
        }
    }

    static std::string text_of(const Cell& cell) {
        std::string text;
        for (const Block& block : cell.blocks)
            if (const auto* item = std::get_if<Paragraph>(&block.content))
                text += plain_text(item->inlines, TextOf::value) + ' ';
        return text;
    }

    std::string text_;
    std::size_t lines_ = 0, count_ = 0;
    bool is_in_table_ = false, is_past_titles_ = false;
};

// One text of the form: as the first document that has it spells it.
struct FormText {
    std::string kind, number, text;
    std::set<std::size_t> documents;
};

std::vector<FormText> common_texts(const std::vector<std::string>& documents) {
    std::vector<FormText> texts;
    std::map<std::pair<std::string, std::string>, std::size_t> known;  // kind and folded text
    for (std::size_t d = 0; d < documents.size(); ++d)
        for_each_line(documents[d], [&](std::string_view line) {
            const std::size_t tab = line.find('\t');
            if (tab == std::string_view::npos) return;
            FormText found{std::string(line.substr(0, tab)), "", std::string(line.substr(tab + 1)), {}};
            if (const std::size_t second = found.text.find('\t'); second != std::string::npos) {
                found.number = found.text.substr(0, second);
                found.text.erase(0, second + 1);
            }
            const std::string folded = fold(found.text);
            if (folded.empty()) return;
            const auto [at, is_new] = known.try_emplace({found.kind, folded}, texts.size());
            if (is_new) texts.push_back(std::move(found));
            texts[at->second].documents.insert(d);
        });
    const std::size_t least = std::max((documents.size() + 1) / 2, std::min<std::size_t>(2, documents.size()));
    std::erase_if(texts, [&](const FormText& text) { return text.documents.size() < least; });
    return texts;
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

// Texts by what the vocabulary says that they are; "" for those that it does not know.
class Placed {
public:
    std::vector<std::string> order;
    std::map<std::string, std::vector<const FormText*>> texts;

    void add(const std::string& id, const FormText& text) {
        if (!texts.contains(id)) order.push_back(id);
        texts[id].push_back(&text);
    }
    std::size_t known() const { return order.size() - (texts.contains("") ? 1 : 0); }
};

class Writer {
public:
    explicit Writer(const std::vector<FormText>& texts) {
        static const std::vector<Control> no_controls;
        const TemplateSet& set = default_templates();
        const Definitions& rules = default_vocabulary();
        const MatchedTemplate shared{set.lexicon(), rules, shared_owner - 1, no_controls};
        for (const FormText& text : texts) {
            const Words words = fold_words(text.text);
            if (text.kind == "titel" && !match_heading(shared, text.text, text.text)) titles_.push_back(&text);
            if (text.kind == "kop") {
                const auto match = match_heading(shared, text.text, text.text);
                sections_.add(match ? rules.sections[match->section].id : "", text);
            }
            if (text.kind == "label") {
                const Meaning* meaning = find(set, words, Term::label);
                fields_.add(meaning ? rules.fields[meaning->item].field : "", text);
            }
            if (text.kind != "kolom") continue;
            if (const Meaning* meaning = find(set, words, Term::column)) {
                const TableDef& table = rules.tables[meaning->item];
                columns_[table.id].add(table.columns[meaning->part].id, text);
            } else {
                unknown_columns_.push_back(&text);
            }
        }
    }

    std::string write(std::size_t documents) {
        text_ = "# Voorstel, gemaakt uit " + std::to_string(documents) +
                " documenten. Geef het een eigen id en naam, haal weg wat niet van het format is maar van een\n"
                "# school, en geef wat hieronder in commentaar staat zijn plaats. almere-po.yaml en vocabulaire.yaml "
                "leggen "
                "uit wat\n# elke sleutel betekent; `sopconv template check` zegt of het bestand klopt.\n"
                "id: nieuw-format\nnaam: Nieuw format\nsoort: sop\nuitgaven:\n  - id: eerste\n";
        numbers();
        recognition();
        list("secties", "id", "koppen", sections_);
        list("velden", "veld", "labels", fields_);
        tables();
        return std::move(text_);
    }

private:
    static const Meaning* find(const TemplateSet& set, const Words& words, Term term) {
        const auto* meanings = set.lexicon().find(words);
        if (!meanings) return nullptr;
        const auto found = std::find_if(meanings->begin(), meanings->end(), [&](const Meaning& meaning) {
            return meaning.term == term && meaning.owner == shared_owner;
        });
        return found == meanings->end() ? nullptr : &*found;
    }

    void numbers() {
        std::string pairs;
        for (const std::string& id : sections_.order) {
            if (id.empty() || sections_.texts[id].front()->number.empty()) continue;
            pairs += (pairs.empty() ? "" : ", ") + id + ": " + quoted(sections_.texts[id].front()->number);
        }
        if (!pairs.empty()) text_ += "    nummers: {" + pairs + "}\n";
    }

    void recognition() {
        text_ += "\nherkenning:\n";
        if (!titles_.empty()) {
            text_ += "  titels:\n    gewicht: 15\n    genoeg: 1\n    teksten:\n";
            for (const FormText* title : titles_) text_ += "      - " + quoted(title->text) + "\n";
        }
        const auto measure = [&](std::string_view name, std::string_view weight, std::size_t known) {
            text_ += "  " + std::string(name) + ": {gewicht: " + std::string(weight) +
                     ", genoeg: " + std::to_string(std::max<std::size_t>(1, known * 3 / 4)) + "}\n";
        };
        if (sections_.known() > 0) measure("koppen", "45", sections_.known());
        if (fields_.known() > 0) measure("labels", "20", fields_.known());
        if (const auto table = columns_.find("arrangementen"); table != columns_.end())
            measure("kolommen", "20", table->second.known());
    }

    void list(std::string_view key, std::string_view name, std::string_view texts, Placed& placed) {
        if (placed.order.empty()) return;
        if (placed.known() > 0) text_ += "\n" + std::string(key) + ":\n";
        for (const std::string& id : placed.order) {
            if (id.empty()) continue;
            text_ += "  - " + std::string(name) + ": " + id + "\n    " + std::string(texts) + ": [";
            bool is_first = true;
            for (const FormText* text : placed.texts[id]) {
                text_ += (is_first ? "" : ", ") + quoted(text->text);
                is_first = false;
            }
            text_ += "]\n";
        }
        if (!placed.texts.contains("")) return;
        text_ += "  # Niet thuisgebracht:\n";
        for (const FormText* text : placed.texts[""])
            text_ +=
                "  # - " + std::string(name) + ": ?\n  #   " + std::string(texts) + ": [" + quoted(text->text) + "]\n";
    }

    void tables() {
        if (!columns_.empty()) text_ += "\ntabellen:\n";
        for (auto& [id, placed] : columns_) {
            text_ += "  - id: " + id + "\n    kolommen:\n";
            for (const std::string& column : placed.order) {
                text_ += "      - id: " + column + "\n        koppen: [";
                bool is_first = true;
                for (const FormText* text : placed.texts[column]) {
                    text_ += (is_first ? "" : ", ") + quoted(text->text);
                    is_first = false;
                }
                text_ += "]\n";
            }
        }
        if (!unknown_columns_.empty()) text_ += "# Kolommen die niet thuisgebracht zijn:\n";
        for (const FormText* text : unknown_columns_) text_ += "# - " + quoted(text->text) + "\n";
    }

    std::vector<const FormText*> titles_, unknown_columns_;
    Placed sections_, fields_;
    std::map<std::string, Placed> columns_;  // by table
    std::string text_;
};

}  // namespace

std::string find_form_texts(const Document& document) {
    Finder finder;
    finder.blocks(document.blocks);
    return finder.take();
}

std::string write_draft(const std::vector<std::string>& documents) {
    const std::vector<FormText> texts = common_texts(documents);
    return Writer(texts).write(documents.size());
}

}  // namespace sop
