#include "extract/name_lists.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/columns.h"
#include "extract/paragraph_text.h"
#include "extract/patterns.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t name_bytes = 60, name_words = 7;
// Of a name in a sentence that nothing says to be a list of them: "GGD, Bureau Jeugdzorg, politie".
constexpr std::size_t bare_name_words = 3;
constexpr std::size_t fewest_names = 2;
constexpr double listed_confidence = 0.85, sentence_confidence = 0.75;
// A longer sentence is no list, and where nothing says what is listed a shorter one is none.
constexpr std::size_t sentence_bytes = 1000;
constexpr std::size_t bare_sentence_bytes = 200;

// A name without what stands behind it ("GGD: schoolarts") and the sign that ends an item.
std::string_view name_of(std::string_view text) {
    for (const std::string_view sign : {": ", " – ", " - ", "\n"}) text = text.substr(0, text.find(sign));
    text = trim(text);
    while (text.ends_with(';') || text.ends_with(',') || text.ends_with('.') || text.ends_with(':'))
        text = trim(text.substr(0, text.size() - 1));
    return text;
}

constexpr std::string_view frequency_column = "frequentie";

// A name and how often it comes, where that stands in brackets behind it: "GGD (elke zes weken)"; else no frequency.
std::pair<std::string_view, std::string_view> split_frequency(std::string_view text) {
    constexpr std::array<std::string_view, 19> often{
        "nooit",    "soms",      "regelmatig",    "vaak",    "incidenteel", "structureel", "week",
        "weken",    "wekelijks", "maand",         "maanden", "maandelijks", "jaar",        "jaarlijks",
        "kwartaal", "dagelijks", "tweewekelijks", "zelden",  "wekelijkse"};
    const std::size_t open = text.rfind(" (");
    if (open == std::string_view::npos || open == 0 || !text.ends_with(')')) return {text, {}};
    const std::string_view inner = text.substr(open + 2, text.size() - open - 3);
    const Words words = fold_words(inner);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (std::find(often.begin(), often.end(), words[i]) != often.end()) return {trim(text.substr(0, open)), inner};
    return {text, {}};
}

bool is_short(std::string_view name, std::size_t most_words = name_words) {
    const std::size_t words = fold_words(name).size();
    return words > 0 && words <= most_words && name.size() <= name_bytes &&
           name.find_first_of(";?!|") == std::string_view::npos && name.find(". ") == std::string_view::npos;
}

// `name` without an article in front.
std::string_view without_article(std::string_view name) {
    for (const std::string_view article : {"de ", "het ", "een ", "onze ", "o.a. "})
        if (name.starts_with(article)) return trim(name.substr(article.size()));
    return name;
}

}  // namespace

bool NameLists::is_known(std::string_view name) const {
    const Words words = fold_words(name);
    const auto ends_known = [&](std::size_t i) {
        return std::ranges::any_of(def_.known_endings,
                                   [&](const std::string& ending) { return words[i].ends_with(ending); });
    };
    const auto starts_known = [&](std::size_t i) {
        return std::ranges::any_of(def_.known_names,
                                   [&](const std::string& known) { return phrase_at(words, i, known) > 0; });
    };
    for (std::size_t i = 0; i < words.size(); ++i)
        if (ends_known(i) || starts_known(i)) return true;
    return false;
}

bool NameLists::is_no_name(std::string_view folded) const {
    return is_one_of(def_.no_names, folded) || std::ranges::any_of(def_.no_name_starts, [&](const std::string& start) {
               return folded.starts_with(start) && folded.substr(start.size()).starts_with(' ');
           });
}

// A line of its own that is a known name and nothing else.
bool NameLists::is_bare_name(std::string_view line) const {
    return line.find_first_of(",:.") == std::string_view::npos && is_short(line, bare_name_words) && is_known(line);
}

void NameLists::add(const Name& name, double confidence) {
    FoundRow& row = rows_.emplace_back();
    row.method = Method::pattern;
    row.confidence = confidence;
    row.origin = name.origin;
    const auto [text, frequency] = split_frequency(name.text);
    const bool is_told = !frequency.empty() && column_index(def_, frequency_column) >= 0;
    row.cells.push_back({def_.row_label, "", is_told ? std::string(text) : name.text, name.origin});
    if (is_told) row.cells.push_back({std::string(frequency_column), "", std::string(frequency), name.origin});
}

void NameLists::item(std::string_view text, const Origin& origin) {
    const std::string_view name = name_of(text);
    if (is_short(name))
        items_.push_back({std::string(name), origin});
    else
        ++others_;
}

void NameLists::paragraph(const Paragraph& paragraph) {
    if (is_blank(paragraph)) return;
    const std::string whole = plain_text(paragraph.inlines, TextOf::value);
    const std::string_view text = trim(whole);
    if (paragraph.heading > 0) return end();
    if (paragraph.list) {
        if (paragraph.list->level > 0 && !items_.empty()) return;  // belongs to the item above
        return item(text, paragraph.origin);
    }
    for_each_line(text, [&](std::string_view line) {
        if (const auto typed = bullet_text(line)) return item(*typed, paragraph.origin);
        if (is_bare_name(line)) return item(line, paragraph.origin);
        end();
        for_each_sentence(line, [&](std::string_view sentence) { this->sentence(sentence, paragraph.origin); });
    });
}

std::optional<std::string_view> NameLists::listed_in(std::string_view text) const {
    const Words words = fold_words(text);
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const std::string& lead : def_.list_leads) {
            const std::size_t behind = at + phrase_at(words, at, lead);
            if (behind == at || behind >= words.size()) continue;
            // "Met deze partners werken wij samen: ..."
            const std::size_t colon = text.find(':', words.words[at].end);
            return text.substr(colon == std::string_view::npos ? words.words[behind].begin : colon + 1);
        }
    return std::nullopt;
}

bool NameLists::take_name(std::string_view part, bool is_led, std::vector<std::string>& names) const {
    part = trim(part);
    if (part.starts_with("en ")) part.remove_prefix(3);  // behind a comma
    const std::string_view name = without_article(name_of(part));
    const std::string folded = fold(name);
    if (is_no_name(folded)) return true;
    if (!is_short(name, is_led || is_one_of(def_.known_names, folded) ? name_words : bare_name_words)) return false;
    names.emplace_back(name);
    return true;
}

// The last two names are joined by a word: "GGD, MEE en logopedie", not "Centrum Jeugd en Gezin".
bool NameLists::take_last(std::string_view part, bool is_led, std::vector<std::string>& names) const {
    constexpr std::string_view joint = " en ";
    const std::string folded = fold(part);
    const std::size_t at = part.rfind(joint);
    const bool is_one =
        at == std::string_view::npos || trim(part.substr(0, at)).empty() || part.substr(0, at).ends_with('-') ||
        std::ranges::any_of(def_.joined_names, [&](const std::string& joined) { return folded.ends_with(joined); });
    if (is_one) return take_name(part, is_led, names);
    return take_name(part.substr(0, at), is_led, names) && take_name(part.substr(at + joint.size()), is_led, names);
}

void NameLists::sentence(std::string_view text, const Origin& origin) {
    text = trim(text);
    if (text.ends_with('.')) text.remove_suffix(1);
    if (text.size() > sentence_bytes) return;
    const auto listed = listed_in(text);
    if (!listed && text.size() > bare_sentence_bytes) return;
    std::vector<std::string> names;
    for (std::string_view rest = listed.value_or(text);;) {
        const std::size_t comma = rest.find_first_of(",;");
        const std::string_view part = rest.substr(0, comma);
        const bool is_last = comma == std::string_view::npos;
        if (!(is_last ? take_last(part, listed.has_value(), names) : take_name(part, listed.has_value(), names)))
            return;
        if (is_last) break;
        rest.remove_prefix(comma + 1);
    }
    const auto known =
        static_cast<std::size_t>(std::ranges::count_if(names, [&](const std::string& name) { return is_known(name); }));
    if (names.size() < fewest_names || !(listed ? known > 0 : 2 * known > names.size())) return;
    for (const std::string& name : names) add({name, origin}, sentence_confidence);
}

void NameLists::end() {
    const auto known =
        static_cast<std::size_t>(std::ranges::count_if(items_, [&](const Name& name) { return is_known(name.text); }));
    if (items_.size() >= fewest_names && 3 * known >= items_.size() && items_.size() >= 2 * others_)
        for (const Name& name : items_) add(name, listed_confidence);
    items_.clear();
    others_ = 0;
}

std::vector<FoundRow> NameLists::take() {
    end();
    return std::move(rows_);
}

}  // namespace sop
