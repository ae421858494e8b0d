#include "normalize/taxonomy.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "embedded/taxonomie.h"
#include "extract/fold.h"
#include "extract/yaml.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::array<std::string_view, 7> domains{"leco", "weta", "soge", "cosy", "fymo", "cota", "overig"};

// Spellings that one synonym may stand for; more are a mistake.
constexpr std::size_t max_spellings = 64;

// Every spelling of "hoogbegaafd(e|heid)": without what stands between parentheses, and with each of its choices.
void spell(std::string_view synonym, std::string done, std::vector<std::string>& spellings) {
    const auto open = synonym.find('(');
    const auto close = open == std::string_view::npos ? open : synonym.find(')', open);
    if (close == std::string_view::npos || spellings.size() > max_spellings) {
        spellings.push_back(std::move(done) + std::string(synonym));
        return;
    }
    done += synonym.substr(0, open);
    const std::string_view rest = synonym.substr(close + 1);
    spell(rest, done, spellings);
    for (std::string_view choices = synonym.substr(open + 1, close - open - 1); spellings.size() <= max_spellings;) {
        const auto bar = choices.find('|');
        spell(rest, done + std::string(choices.substr(0, bar)), spellings);
        if (bar == std::string_view::npos) break;
        choices.remove_prefix(bar + 1);
    }
}

// The need of what is none of the others; its label is no name of one.
constexpr std::string_view rest_label = "overig";

// Calls see(part) for all of a text and for its parts: between commas, semicolons, slashes, lines and "en".
template <class See>
void for_each_part(std::string_view text, See see) {
    see(text);
    constexpr std::string_view signs = ",;/+&\n()", between = " en ";
    std::size_t from = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool is_word = text.substr(at).starts_with(between);
        if (at < text.size() && !is_word && signs.find(text[at]) == std::string_view::npos) continue;
        if (from > 0 || at < text.size()) see(text.substr(from, at - from));
        if (is_word) at += between.size() - 1;
        from = at + 1;
    }
}

class TaxonomyReader {
public:
    explicit TaxonomyReader(std::string_view file) : file_(file) {}

    Taxonomy read(const Yaml& root) {
        const Yaml* needs = nullptr;
        for (const YamlEntry& entry : map_of(root)) {
            if (entry.key.text != "behoeften") refuse(entry.key, "Onbekende sleutel; hier hoort alleen behoeften.");
            needs = &entry.value;
        }
        if (!needs || needs->kind != Yaml::Kind::list) refuse(root, "Geef onder behoeften een lijst van behoeften.");
        for (const Yaml& item : needs->items) add(item);
        index();
        return std::move(out_);
    }

private:
    [[noreturn]] void refuse(const Yaml& at, std::string_view sentence) const {
        throw YamlError(file_, at.line, at.column, sentence);
    }
    const std::vector<YamlEntry>& map_of(const Yaml& node) const {
        if (node.kind != Yaml::Kind::map) refuse(node, "Hier horen sleutels met waarden te staan.");
        return node.entries;
    }
    std::string text_of(const Yaml& node) const {
        std::string text = node.kind == Yaml::Kind::scalar ? collapse_spaces(node.text) : std::string();
        if (text.empty()) refuse(node, "Hier hoort een tekst te staan.");
        return text;
    }

    void add(const Yaml& item) {
        Need need;
        for (const auto& [key, value] : map_of(item)) {
            if (key.text == "id")
                need.id = text_of(value);
            else if (key.text == "domein")
                need.domain = domain_of(value);
            else if (key.text == "label")
                need.label = text_of(value);
            else if (key.text == "synoniemen")
                need.synonyms = synonyms_of(value);
            else
                refuse(key, "Onbekende sleutel; een behoefte heeft id, domein, label en synoniemen.");
        }
        if (need.id.empty() || need.domain.empty() || need.label.empty() || need.synonyms.empty())
            refuse(item, "Een behoefte heeft id, domein, label en synoniemen nodig.");
        const bool is_word = need.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
        if (!is_word) refuse(item, "Een id bestaat uit kleine letters, cijfers en liggende streepjes.");
        if (std::any_of(out_.needs.begin(), out_.needs.end(), [&](const Need& other) { return other.id == need.id; }))
            refuse(item, "Deze id komt twee keer voor.");
        out_.needs.push_back(std::move(need));
    }

    std::string domain_of(const Yaml& value) const {
        std::string domain = text_of(value);
        if (std::find(domains.begin(), domains.end(), domain) == domains.end())
            refuse(value, "Onbekend domein; kies leco, weta, soge, cosy, fymo, cota of overig.");
        return domain;
    }

    std::vector<std::string> synonyms_of(const Yaml& list) const {
        if (list.kind != Yaml::Kind::list) refuse(list, "Geef onder synoniemen een lijst van woorden.");
        std::vector<std::string> out;
        for (const Yaml& item : list.items) {
            const std::string synonym = text_of(item);
            std::vector<std::string> spellings;
            // "AD(H)D" and "beperking(en)" are written so too.
            if (synonym.find('|') == std::string::npos) spellings.push_back(synonym);
            spell(synonym, "", spellings);
            if (spellings.size() > max_spellings) refuse(item, "Dit woord heeft te veel uitgangen; splits het.");
            for (const std::string& spelling : spellings) {
                std::string folded = fold(spelling);
                if (folded.empty()) refuse(item, "Een synoniem heeft minstens een letter of cijfer nodig.");
                if (std::find(out.begin(), out.end(), folded) == out.end()) out.push_back(std::move(folded));
            }
        }
        return out;
    }

    void index() {
        for (std::size_t need = 0; need < out_.needs.size(); ++need)
            for_each_part(out_.needs[need].label, [&](std::string_view part) {
                if (std::string folded = fold(part); !folded.empty() && folded != rest_label)
                    out_.labels.push_back({std::move(folded), static_cast<std::uint32_t>(need)});
            });
        for (std::size_t need = 0; need < out_.needs.size(); ++need)
            for (const std::string& synonym : out_.needs[need].synonyms)
                out_.index.push_back({synonym, static_cast<std::uint32_t>(need)});
        std::sort(out_.index.begin(), out_.index.end(), [](const Taxonomy::Synonym& a, const Taxonomy::Synonym& b) {
            return std::tie(a.words, a.need) < std::tie(b.words, b.need);
        });
    }

    std::string_view file_;
    Taxonomy out_;
};

// The words right before `at` say that there is none of it: "zonder dyslexie", "geen diagnose autisme".
bool is_denied(std::string_view folded, std::size_t at) {
    constexpr std::array<std::string_view, 5> denials{"geen", "zonder", "behalve", "uitgezonderd", "niet"};
    constexpr std::array<std::string_view, 5> between{"een", "de", "diagnose", "vermoeden van", "sprake van"};
    const auto ends_with = [](std::string_view text, std::string_view word) {
        return text.ends_with(word) && (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ');
    };
    const auto cut = [](std::string_view text, std::size_t size) {
        text.remove_suffix(std::min(text.size(), size));
        return text;
    };
    std::string_view before = cut(folded.substr(0, at), 1);
    for (std::size_t skipped = 0; skipped < between.size(); ++skipped)
        for (const std::string_view word : between)
            if (ends_with(before, word)) before = cut(before, word.size() + 1);
    return std::any_of(denials.begin(), denials.end(), [&](std::string_view word) { return ends_with(before, word); });
}

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

}  // namespace

Taxonomy read_taxonomy(std::string_view yaml, std::string_view file_name) {
    return TaxonomyReader(file_name).read(read_yaml(yaml, file_name));
}

const Taxonomy& default_taxonomy() {
    static const Taxonomy taxonomy = read_taxonomy(embedded::taxonomie, "taxonomie.yaml");
    return taxonomy;
}

std::vector<const Need*> find_needs(const Taxonomy& taxonomy, std::string_view text) {
    std::vector<bool> is_found(taxonomy.needs.size());
    const std::string folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::string_view rest = std::string_view(folded).substr(at);
        const std::string_view word = first_word(rest);
        auto row = std::lower_bound(
            taxonomy.index.begin(), taxonomy.index.end(), word,
            [](const Taxonomy::Synonym& synonym, std::string_view value) { return first_word(synonym.words) < value; });
        for (; row != taxonomy.index.end() && first_word(row->words) == word; ++row) {
            const bool is_whole =
                rest.starts_with(row->words) && (rest.size() == row->words.size() || rest[row->words.size()] == ' ');
            if (is_whole && !is_denied(folded, at)) is_found[row->need] = true;
        }
        at += word.size() + 1;
    }
    for_each_part(text, [&](std::string_view part) {
        const std::string whole = fold(part);
        for (const Taxonomy::Synonym& label : taxonomy.labels)
            if (label.words == whole) is_found[label.need] = true;
    });
    std::vector<const Need*> needs;
    for (std::size_t need = 0; need < is_found.size(); ++need)
        if (is_found[need]) needs.push_back(&taxonomy.needs[need]);
    return needs;
}

}  // namespace sop
