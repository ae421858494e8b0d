#include "extract/named_items.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "extract/grid.h"
#include "extract/label_blocks.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// The longest name, and the longest text behind one: more is prose.
constexpr std::size_t name_bytes = 60;
constexpr std::size_t name_words = 6;
// A longer line is no title, however it looks.
constexpr std::size_t title_bytes = 120;
constexpr std::size_t text_limit = 1000;
constexpr std::size_t fewest_items = 2;
// A list says for whom there is what in a shape that other lists have too.
constexpr double named_item_confidence = 0.75;

// Text that a paragraph starts with in bold, where not all of it is.
std::string bold_lead(const Paragraph& paragraph) {
    std::string lead;
    for (const Inline& piece : paragraph.inlines) {
        const auto* text = std::get_if<Text>(&piece);
        if (!text || (text->style & (hidden | placeholder | struck)) != 0) return {};
        if ((text->style & bold) == 0 && !trim(text->text).empty()) return lead;
        lead += text->text;
    }
    return {};
}

// Whether a cell says what is done, and is no mark, answer or figure.
bool is_text(std::string_view text) {
    constexpr std::size_t fewest_words = 2, word_bytes = 4;
    const Words words = fold_words(text);
    bool has_word = false;
    for (std::size_t i = 0; i < words.size(); ++i)
        has_word = has_word || (words[i].size() >= word_bytes && !has_digit(words[i]));
    return words.size() >= fewest_words && has_word;
}

}  // namespace

bool NamedItems::is_name(std::string_view text) const {
    if (text.empty() || text.size() > name_bytes || text.find_first_of(".;?!\n") != std::string_view::npos)
        return false;
    const Words words = fold_words(text);
    return words.size() > 0 && words.size() <= name_words && !form_.is_term(words, Term::label) &&
           !form_.is_term(words, Term::column) && !form_.is_term(words, Term::heading);
}

std::optional<NamedItems::Item> NamedItems::named(const Paragraph& paragraph, std::string_view text,
                                                  bool is_item) const {
    std::size_t end = std::string_view::npos, behind = 0;
    const std::string lead = bold_lead(paragraph);
    if (!trim(lead).empty() && text.starts_with(trim(lead))) {
        end = trim(lead).size();
        behind = end;
    } else {
        // Outside a list only a colon parts a name from its text.
        for (const std::string_view sign : {": ", " – ", " - ", ":\n"}) {
            const std::size_t at = text.find(sign);
            if (at >= end || (!is_item && sign != ": ")) continue;
            end = at;
            behind = at + sign.size();
        }
    }
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view name = trim(text.substr(0, end)), value = text.substr(behind);
    if (name.ends_with(':') || name.ends_with('-') || name.ends_with('.')) name = trim(name.substr(0, name.size() - 1));
    for (const std::string_view sign : {":", "–", "-", "."})
        if (trim(value).starts_with(sign)) value = trim(value).substr(sign.size());
    value = trim(value);
    // Two names on a line that is no item: a print has joined what stood below each other.
    if (!is_item && value.find(": ") != std::string_view::npos) return std::nullopt;
    if (value.empty() || value.size() > text_limit || !is_name(name)) return std::nullopt;
    return Item{std::string(name), std::string(value), paragraph.origin};
}

void NamedItems::paragraph(const Paragraph& paragraph) {
    if (is_blank(paragraph)) return;
    const std::string whole = plain_text(paragraph.inlines, TextOf::value);
    std::string_view text = trim(whole);
    if (takes_title(paragraph, text)) return;
    if (text.size() > 2 * text_limit) return end_list();
    if (takes_lines(paragraph, text)) return;
    const auto typed = bullet_text(text);
    const bool is_item = paragraph.list || typed;
    std::optional<Item> item = named(paragraph, typed.value_or(text), is_item);
    if (!is_item && !item) return end_list();
    const int level = paragraph.list ? paragraph.list->level : 0;
    if (items_.empty()) level_ = level;
    if (level > level_) {
        // What stands below an item belongs to it.
        if (!items_.back().name.empty()) items_.back().text += "\n- " + std::string(text);
        return;
    }
    items_.push_back(item ? *std::move(item) : Item{"", std::string(text), paragraph.origin});
}

// Takes lines of one paragraph, each with a name and a text.
bool NamedItems::takes_lines(const Paragraph& paragraph, std::string_view text) {
    if (paragraph.list || text.find('\n') == std::string_view::npos) return false;
    std::vector<Item> items;
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
        end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trim(text.substr(begin, end - begin));
        if (line.empty()) continue;
        auto item = named(paragraph, line, false);
        if (!item) return false;
        items.push_back(*std::move(item));
    }
    if (items.size() < fewest_items) return false;
    std::ranges::move(items, std::back_inserter(items_));
    return true;
}

// Takes a line that stands out as the title of the text below it, or text below such a title.
bool NamedItems::takes_title(const Paragraph& paragraph, std::string_view text) {
    const bool stands_out = text.size() <= title_bytes && (paragraph.heading > 0 || is_all(paragraph, bold) ||
                                                           is_all(paragraph, italic) || is_all(paragraph, underlined));
    if (stands_out && !paragraph.list && !bullet_text(text) && text.find(": ") == std::string_view::npos) {
        const std::string name = paragraph.heading > 0 ? row_title(text) : std::string(text);
        const std::string_view shown = name.ends_with(':') ? std::string_view(name).substr(0, name.size() - 1) : name;
        titled_.push_back({is_name(shown) ? std::string(shown) : std::string(), "", paragraph.origin});
        // Below a title that is a list of its own stands another one.
        if (!items_.empty()) end_list();
        return true;
    }
    if (!titled_.empty()) {
        // Labels have a reader of their own, and say what the text is.
        const std::size_t colon = text.substr(0, name_bytes).find(':');
        if (colon != std::string_view::npos && form_.is_term(fold_words(text.substr(0, colon)), Term::column))
            titled_.back().name.clear();
        std::string& below = titled_.back().text;
        if (!below.empty()) below += '\n';
        const auto typed = bullet_text(text);
        if (paragraph.list || typed) below += "- ";
        below += typed.value_or(text);
    }
    return false;
}

void NamedItems::table(const Table& table) {
    end_list();
    if (table.columns != 2) return;
    for (const Row& row : table.rows) {
        if (row.cells.size() != 2) continue;
        const std::string name = collapse_spaces(cell_text(row.cells[0]));
        std::string text = cell_text(row.cells[1]);
        const bool is_item = is_name(name) && is_text(text) && text.size() <= text_limit;
        items_.push_back({is_item ? name : std::string(), std::move(text), row.cells[1].origin});
    }
    end_list();
}

void NamedItems::add_rows(std::vector<Item>& items) {
    const auto is_named = [](const Item& item) { return !item.name.empty() && !item.text.empty(); };
    const auto named = static_cast<std::size_t>(std::count_if(items.begin(), items.end(), is_named));
    if (named >= fewest_items && named * 3 >= items.size() * 2)
        for (Item& item : items) {
            if (!is_named(item)) continue;
            FoundRow& row = rows_.emplace_back();
            row.method = Method::pattern;
            row.confidence = named_item_confidence;
            row.origin = item.origin;
            row.cells.push_back({def_.row_label, "", std::move(item.name), item.origin});
            row.cells.push_back({def_.bare_column, "", std::move(item.text), item.origin});
        }
    items.clear();
}

void NamedItems::end_list() { add_rows(items_); }

void NamedItems::end() {
    end_list();
    if (!titled_.empty()) titled_.push_back({});  // what follows is not below the title
}

// Lists count before titles: "Aanbod", and below it "Dyslexie: leesclub".
std::vector<FoundRow> NamedItems::take() {
    end_list();
    if (rows_.empty()) {
        std::erase_if(titled_, [](const Item& item) { return item.text.empty() || item.text.size() > text_limit; });
        add_rows(titled_);
    }
    titled_.clear();
    return std::move(rows_);
}

}  // namespace sop
