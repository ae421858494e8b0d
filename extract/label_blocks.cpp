#include "extract/label_blocks.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t fewest_columns = 2;
// A longer heading names no row.
constexpr std::size_t title_bytes = 120;
// Much longer values are a text that goes on after the block.
constexpr std::size_t value_bytes = 2000;
// The most bytes and words of a label that the record does not know.
constexpr std::size_t label_bytes = 40;
constexpr std::size_t label_words = 5;
// Labels in paragraphs are surer than lines below a colon, less so than the cells of a table.
constexpr double label_block_confidence = 0.88;
// A row of one known label, where other rows have the same one or more.
constexpr double thin_factor = 0.85;
// So many columns in a table of names and values are no coincidence.
constexpr std::size_t fewest_different = 2;
// Titles that are no headings stand below all that are.
constexpr int bold_level = 10, item_level = 20;

// Where the value starts behind a label that ends at `at`: behind a colon, a tab or a question mark; npos where none
// follows, or nothing behind the question.
std::size_t value_begin(std::string_view line, std::size_t at) {
    const std::size_t from = at;
    while (at < line.size() && (line[at] == ' ' || line[at] == '?' || line[at] == ')')) ++at;
    if (at >= line.size()) return std::string_view::npos;
    if (line[at] == ':' || line[at] == '\t') return at + 1;
    for (const std::string_view dash : {" – ", " - "})
        if (line.substr(from).starts_with(dash)) return from + dash.size();
    return line.substr(from, at - from).find("? ") == std::string_view::npos ? std::string_view::npos : at;
}

// Words that a remark starts with, and no label.
constexpr std::array<std::string_view, 6> remarks{"nb", "let op", "toelichting", "opmerking", "n b", "bijvoorbeeld"};

// Words that a question starts with, and no title.
constexpr std::array<std::string_view, 7> questions{"wat", "wie", "hoe", "waar", "wanneer", "welke", "waarom"};

// Signs between two labels on one line.
constexpr std::array<std::string_view, 9> between_labels{"; ", ". ", ", ", " – ", " - ", " | ", " / ", ": ", "\t"};

bool starts_lower(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }
bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with('!') || text.ends_with('?'); }

// What stands behind "a." or "2)"; empty where the line starts with neither.
std::string_view behind_counter(std::string_view line) {
    const auto is_counter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (line.size() < 4 || !is_counter(line[0]) || (line[1] != '.' && line[1] != ')') || line[2] != ' ') return {};
    return trim(line.substr(3));
}

// Whether more follows behind such a word.
bool starts_with_row_word(const Words& words) {
    const std::vector<std::string>& known = default_vocabulary().row_words;
    return words.size() > 1 && std::find(known.begin(), known.end(), words[0]) != known.end();
}

// "Arrangement Dyslexie", and not "Arrangement op maat".
std::optional<std::string> named_by_row_word(std::string_view text) {
    const Words words = fold_words(text);
    if (!starts_with_row_word(words)) return std::nullopt;
    const std::string_view rest = trim(text.substr(words.words[0].end));
    return rest[0] >= 'A' && rest[0] <= 'Z' ? std::optional(collapse_spaces(rest)) : std::nullopt;
}

}  // namespace

// A label that `line` starts with; one that is all of it needs no colon where it stands alone.
std::optional<LabelBlocks::Label> LabelBlocks::known_label(std::string_view line, bool is_alone) const {
    std::optional<Label> label;
    const Words words = fold_words(line.substr(0, title_bytes));
    form_.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
        if (meaning.item != table_) return;
        std::size_t end = words.words[taken - 1].end;
        // "Wat bieden wij?": small words before the sign are the label's too.
        for (; taken < words.size() && form_.lexicon.is_stop_word(words[taken]); ++taken)
            if (value_begin(line, end) == std::string_view::npos) end = words.words[taken].end;
        // "Welke begeleiding krijgen deze leerlingen?" goes on behind what is known of it.
        if (meaning.flags & Meaning::begins) end = std::min(line.find_first_of(":?\t", end), line.size());
        const std::size_t value = value_begin(line, end);
        // "Leerlingen met dyslexie" is the name of a row, "Leerlingen met: dyslexie" its label.
        const bool is_name = (meaning.flags & Meaning::begins) && taken < words.size() &&
                             words.words[taken].begin < end && def_.columns[meaning.part].id == def_.row_label;
        if (is_name) return;
        const bool is_whole =
            trim(line.substr(std::min(end, line.size()))).find_first_not_of(":?") == std::string_view::npos;
        if (value == std::string_view::npos && !(is_alone && is_whole)) return;
        const std::size_t begin = std::min(value, line.size());
        label = Label{def_.columns[meaning.part].id, collapse_spaces(line.substr(0, begin)), trim(line.substr(begin))};
    });
    return label;
}

// A short line up to a colon, with a value behind it.
std::optional<LabelBlocks::Label> LabelBlocks::other_label(std::string_view line) const {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > label_bytes) return std::nullopt;
    const std::string_view name = line.substr(0, colon), value = trim(line.substr(colon + 1));
    const Words words = fold_words(name);
    const bool is_name = words.size() > 0 && words.size() <= label_words && !starts_lower(name) &&
                         name.find_first_of(".,;") == std::string_view::npos;
    if (!is_name || value.empty() || value.starts_with("//")) return std::nullopt;
    if (std::find(remarks.begin(), remarks.end(), std::string_view(words.folded)) != remarks.end()) return std::nullopt;
    return Label{"overig", collapse_spaces(name), value};
}

// `line` cut before each label that is known and has its colon: "Doelgroep: lezen. Begeleiding: de tutor."
std::vector<std::string_view> LabelBlocks::parts_of(std::string_view line) const {
    std::vector<std::string_view> parts;
    std::size_t from = 0;
    if (line.size() > value_bytes) return {line};
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
        // The label that ends here starts behind the last sign before it.
        std::size_t begin = 0;
        for (const std::string_view sign : between_labels) {
            const std::size_t at = line.substr(0, colon).rfind(sign);
            if (at != std::string_view::npos) begin = std::max(begin, at + sign.size());
        }
        if (begin <= from || !known_label(line.substr(begin), false)) continue;
        parts.push_back(trim(line.substr(from, begin - from)));
        from = begin;
    }
    parts.push_back(trim(line.substr(from)));
    return parts;
}

void LabelBlocks::add(const Label& label, const Origin& origin) {
    const bool is_other = label.column == "overig";
    const bool comes_again = std::any_of(row_.cells.begin(), row_.cells.end(), [&](const FoundCell& cell) {
        return cell.column == label.column &&
               (cell.column == def_.row_label || fold(cell.heading) == fold(label.heading));
    });
    if (comes_again || (label.column == def_.row_label && !row_.cells.empty())) {
        close_row();
        if (label.column == def_.row_label) title_ = inner_ = {};
    }
    std::string heading = label.heading;
    if (is_other && heading.ends_with(':')) heading.pop_back();
    std::string_view value = label.value;
    while (value.ends_with(';') || value.ends_with('|') || value.ends_with(',') || value.ends_with(" -"))
        value = trim(value.substr(0, value.size() - 1));
    if (value.ends_with("–")) value = trim(value.substr(0, value.size() - std::string_view("–").size()));
    row_.cells.push_back({std::string(label.column), std::move(heading), std::string(value), origin});
    is_open_ = true;
    is_phrase_ = !value.empty() && !ends_sentence(value);
}

void LabelBlocks::heading(const Paragraph& paragraph, std::string_view text) {
    // Below the heading that names a row, one may be a label.
    if (!title_.text.empty() && paragraph.heading > title_.level) {
        inner_ = {};
        if (const auto label = known_label(trim(text), true)) return add(*label, paragraph.origin);
        const std::string name = collapse_spaces(text);
        if (!row_.cells.empty() && name.size() <= label_bytes) return add({"overig", name, ""}, paragraph.origin);
    }
    end();
    ++headings_;
    if (text.size() <= title_bytes) title_.text = row_title(text);
    title_.level = paragraph.heading;
}

// Takes a bold line or an item of a list as the title of the labels below it. Below a label it is a value, unless such
// a line has named the label's row.
bool LabelBlocks::inner_title(const Paragraph& paragraph, std::string_view text, bool is_bold) {
    const int level = paragraph.list ? item_level + paragraph.list->level : is_bold ? bold_level : 0;
    text = trim(text);
    if (text.ends_with(':')) text.remove_suffix(1);
    if (level == 0 || text.empty() || text.size() > title_bytes || ends_sentence(text) || text.ends_with(';') ||
        text.find_first_of("\n:\t") != std::string_view::npos)
        return false;
    if (!row_.cells.empty() && (inner_.level < level || row_.cells.back().raw.empty())) return false;
    const Words words = fold_words(text);
    if (words.size() == 0 || std::find(questions.begin(), questions.end(), words[0]) != questions.end()) return false;
    if (known_label(text, true)) return false;
    in_list_ = paragraph.list && inner_.level == level && row_.cells.empty();
    close_row();
    inner_ = {row_title(text), level};
    return true;
}

// Takes the first line of a paragraph as the title of the labels in the lines below it: "ADHD⏎Begeleiding: time-out".
bool LabelBlocks::first_line_title(std::string_view lines) {
    const std::size_t end = lines.find('\n');
    if (end == std::string_view::npos) return false;
    const std::string_view first = trim(lines.substr(0, end)), rest = lines.substr(end + 1);
    const std::string_view second = trim(rest.substr(0, rest.find('\n')));
    if (first.empty() || first.size() > title_bytes || ends_sentence(first) || starts_lower(first) ||
        first.find_first_of(":\t;") != std::string_view::npos || known_label(first, true) ||
        !known_label(second, false))
        return false;
    close_row();
    inner_ = {row_title(first), bold_level};
    return true;
}

// A line that is no label: more of the value above it, or text that has nothing to do with it.
void LabelBlocks::go_on(std::string_view line, const Paragraph& paragraph) {
    if (row_.cells.empty() || !is_open_) return;
    std::string& value = row_.cells.back().raw;
    const bool is_next = paragraph.list || starts_lower(line) || value.ends_with(':') || value.ends_with(',');
    if (value.size() + line.size() > value_bytes || (is_phrase_ && !is_next)) {
        is_open_ = false;
        return;
    }
    if (!value.empty()) value += '\n';
    if (paragraph.list) value += "- ";
    value += line;
}

void LabelBlocks::line(std::string_view line, const Paragraph& paragraph, bool is_bold) {
    if (const std::string_view rest = behind_counter(line); !rest.empty() && known_label(rest, is_bold)) line = rest;
    // Behind a list of several items a line belongs to none of them.
    if (in_list_ && !paragraph.list) inner_ = {};
    const std::vector<std::string_view> parts = parts_of(line);
    auto label = known_label(parts.front(), is_bold);
    // "Dyslexie: begeleiding: de leesclub; materialen: laptop"
    if (!label && parts.size() > 2 && parts.front().size() <= title_bytes) {
        std::string_view name = parts.front();
        while (!name.empty() && std::string_view(":;,.-|/ ").find(name.back()) != std::string_view::npos)
            name.remove_suffix(1);
        if (name.ends_with("–")) name = trim(name.substr(0, name.size() - std::string_view("–").size()));
        close_row();
        inner_ = {row_title(name), paragraph.list ? item_level + paragraph.list->level : bold_level};
        for (std::size_t i = 1; i < parts.size(); ++i) add(*known_label(parts[i], false), paragraph.origin);
        return;
    }
    if (label && parts.size() > 1) {
        for (const std::string_view part : parts) add(*known_label(part, false), paragraph.origin);
        return;
    }
    label = known_label(line, is_bold);
    // Among the items of a list one below its title is a label, and one beside labels that have their values.
    const int level = paragraph.list ? item_level + paragraph.list->level : 0;
    const bool is_beside = level > 0 && level == label_level_ && !row_.cells.empty() && !row_.cells.back().raw.empty();
    const bool is_below_item = is_beside || (level > 0 && inner_.level > 0 && level > inner_.level);
    if (!label && (!paragraph.list || is_below_item) &&
        (!row_.cells.empty() || !title_.text.empty() || !inner_.text.empty()))
        label = other_label(line);
    if (label) {
        add(*label, paragraph.origin);
        label_level_ = level;
    } else {
        go_on(line, paragraph);
    }
}

void LabelBlocks::paragraph(const Paragraph& paragraph) {
    if (is_blank(paragraph)) {
        is_open_ = is_open_ && !row_.cells.empty() && row_.cells.back().raw.empty();
        return;
    }
    const std::string whole = plain_text(paragraph.inlines, TextOf::value);
    if (paragraph.heading > 0) return heading(paragraph, whole);
    const bool is_bold = is_all(paragraph, bold);
    if (inner_title(paragraph, whole, is_bold)) return;
    std::string_view lines = whole;
    if (first_line_title(lines)) lines.remove_prefix(lines.find('\n') + 1);
    for_each_line(lines, [&](std::string_view line) {
        const std::string_view shown = trim(line);
        if (!shown.empty()) this->line(shown, paragraph, is_bold);
    });
}

bool LabelBlocks::table(const Table& table) {
    enum class Part : std::uint8_t { title, label };
    struct TableRow {
        Part part;
        const Cell* first;
        std::string name, value;
        const Cell* second = nullptr;
    };
    std::vector<TableRow> rows;
    std::vector<std::string_view> columns;
    std::vector<std::string> names;
    bool is_repeated = false;
    for (const Row& row : table.rows) {
        std::vector<const Cell*> filled;
        for (const Cell& cell : row.cells)
            if (!is_blank(cell.blocks)) filled.push_back(&cell);
        if (filled.empty()) continue;
        if (filled.size() > 2 || table.columns < 2) return false;
        TableRow read{Part::label, filled[0], cell_text(*filled[0]), "", nullptr};
        if (read.name.empty() || read.name.size() > title_bytes) return false;
        const auto known = known_label(read.name, true);
        if (filled.size() == 1 && !known) {
            read.part = Part::title;
        } else {
            if (known) {
                std::string name = fold(read.name);
                is_repeated = is_repeated || std::find(names.begin(), names.end(), name) != names.end();
                names.push_back(std::move(name));
                columns.push_back(known->column);
            } else if (filled[0]->column > 0 || read.name.size() > label_bytes) {
                return false;
            }
            if (filled.size() == 2) {
                read.value = cell_text(*filled[1]);
                read.second = filled[1];
            }
        }
        rows.push_back(std::move(read));
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    const std::size_t different = columns.size();
    const auto titles =
        std::count_if(rows.begin(), rows.end(), [](const TableRow& row) { return row.part == Part::title; });
    const auto labels = std::ssize(rows) - titles;
    const bool is_named = titles > 0 || (is_repeated && columns.end() != std::find(columns.begin(), columns.end(),
                                                                                   std::string_view(def_.row_label)));
    if (different < fewest_different || titles > labels || !is_named) return false;
    for (const TableRow& row : rows) {
        if (row.part == Part::title) {
            close_row();
            inner_ = {row_title(row.name), bold_level};
            continue;
        }
        in_table_ = true;
        const auto known = known_label(row.name, true);
        const Origin& origin = row.second ? row.second->origin : row.first->origin;
        add({known ? known->column : std::string_view("overig"), collapse_spaces(row.name), row.value}, origin);
    }
    end();
    in_table_ = false;
    return true;
}

void LabelBlocks::close_row() {
    std::erase_if(row_.cells, [](const FoundCell& cell) { return cell.raw.empty(); });
    std::vector<std::string_view> columns;
    for (const FoundCell& cell : row_.cells)
        if (cell.column != "overig" && std::find(columns.begin(), columns.end(), cell.column) == columns.end())
            columns.push_back(cell.column);
    const bool has_title = !title_.text.empty() || !inner_.text.empty();
    if (!columns.empty() && (columns.size() >= fewest_columns || has_title)) {
        row_.group = title_.text.empty() ? inner_.text : title_.text;
        row_.method = in_table_ ? Method::table : Method::label;
        row_.confidence = label_block_confidence;
        row_.origin = row_.cells.front().origin;
        const bool is_thin = columns.size() < fewest_columns;
        std::string column(columns.front());
        rows_.push_back({std::move(row_), inner_.text, std::move(column), headings_, is_thin, work_.rows.size()});
    }
    row_ = {};
    is_open_ = false;
}

void LabelBlocks::end() {
    close_row();
    title_ = inner_ = {};
}

void LabelBlocks::finish() {
    end();
    std::map<std::size_t, int> named;              // rows that lines below a heading name, by heading
    std::map<std::string, int, std::less<>> thin;  // rows of one known label, by its column
    bool has_titled = false;
    for (const ReadRow& read : rows_) {
        if (!read.inner.empty()) ++named[read.heading];
        if (read.is_thin)
            ++thin[read.column];
        else
            has_titled = has_titled || !read.row.group.empty();
    }
    std::vector<FoundRow> others = std::exchange(work_.rows, {});
    auto other = others.begin();
    const auto add_others_to = [&](std::size_t place) {
        const auto end = others.begin() + static_cast<std::ptrdiff_t>(place);
        if (other < end)
            work_.rows.insert(work_.rows.end(), std::make_move_iterator(other), std::make_move_iterator(end));
        other = std::max(other, end);
    };
    for (ReadRow& read : rows_) {
        // Lines below one heading name its rows where there are several.
        if (!read.inner.empty() && named[read.heading] > 1) read.row.group = read.inner;
        if (read.is_thin && !has_titled && thin[read.column] < 2) continue;
        if (read.is_thin) read.row.confidence *= thin_factor;
        add_others_to(read.place);
        work_.rows.push_back(std::move(read.row));
    }
    add_others_to(others.size());
    rows_.clear();
}

std::optional<std::string> behind_row_word(std::string_view text) {
    const Words words = fold_words(text);
    if (!starts_with_row_word(words)) return std::nullopt;
    const bool is_counted = words.size() > 2 && words[1].size() <= 2 && has_digit(words[1].substr(0, 1));
    const std::string_view rest = trim(text.substr(words.words[is_counted ? 1 : 0].end));
    if (rest.starts_with(':')) return collapse_spaces(rest.substr(1));
    for (const std::string_view sign : {".", ")", "-", "–"})
        if (is_counted && rest.starts_with(sign)) return collapse_spaces(rest.substr(sign.size()));
    return std::nullopt;
}

std::string row_title(std::string_view text) {
    if (auto title = behind_row_word(text)) return *std::move(title);
    if (auto name = named_by_row_word(text)) return *std::move(name);
    NumberedHeading split = split_heading(collapse_spaces(text));
    const std::string_view after = trim(text).substr(std::min(trim(text).size(), split.number.size()));
    const bool is_numbered =
        split.number.find('.') != std::string::npos || after.starts_with('.') || after.starts_with(')');
    return is_numbered && !split.number.empty() ? std::move(split.title) : collapse_spaces(text);
}

}  // namespace sop
