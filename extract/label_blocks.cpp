#include "extract/label_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

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

// Where the value starts behind a label that ends at `at`: behind a colon or tab; npos where neither follows.
std::size_t value_begin(std::string_view line, std::size_t at) {
    while (at < line.size() && (line[at] == ' ' || line[at] == '?' || line[at] == ')')) ++at;
    if (at >= line.size() || (line[at] != ':' && line[at] != '\t')) return std::string_view::npos;
    return at + 1;
}

// Words that a remark starts with, and no label.
constexpr std::array<std::string_view, 6> remarks{"nb", "let op", "toelichting", "opmerking", "n b", "bijvoorbeeld"};

bool starts_lower(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }
bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with('!') || text.ends_with('?'); }

}  // namespace

// A label that `line` starts with; one that is all of it needs no colon where it stands alone.
std::optional<LabelBlocks::Label> LabelBlocks::known_label(std::string_view line, bool is_alone) const {
    std::optional<Label> label;
    const Words words = fold_words(line.substr(0, title_bytes));
    form_.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
        if (meaning.item != table_) return;
        std::size_t end = words.words[taken - 1].end;
        // "Welke begeleiding krijgen deze leerlingen?" goes on behind what is known of it.
        if (meaning.flags & Meaning::begins) end = std::min(line.find_first_of(":?\t", end), line.size());
        const std::size_t value = value_begin(line, end);
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

void LabelBlocks::add(const Label& label, const Origin& origin) {
    const bool is_other = label.column == "overig";
    const bool comes_again = std::any_of(row_.cells.begin(), row_.cells.end(), [&](const FoundCell& cell) {
        return cell.column == label.column &&
               (cell.column == def_.row_label || fold(cell.heading) == fold(label.heading));
    });
    if (comes_again || (label.column == def_.row_label && !row_.cells.empty())) {
        std::string title = label.column == def_.row_label ? std::string() : title_;
        const int level = title_level_;
        end();
        title_ = std::move(title);
        title_level_ = level;
    }
    std::string heading = label.heading;
    if (is_other && heading.ends_with(':')) heading.pop_back();
    row_.cells.push_back({std::string(label.column), std::move(heading), std::string(label.value), origin});
    is_open_ = true;
    is_phrase_ = !label.value.empty() && !ends_sentence(label.value);
}

void LabelBlocks::heading(const Paragraph& paragraph, std::string_view text) {
    // Below the heading that names a row, one may be a label.
    if (!title_.empty() && paragraph.heading > title_level_) {
        if (const auto label = known_label(trim(text), true)) return add(*label, paragraph.origin);
        const std::string name = collapse_spaces(text);
        if (!row_.cells.empty() && name.size() <= label_bytes) return add({"overig", name, ""}, paragraph.origin);
    }
    end();
    title_ = text.size() <= title_bytes ? collapse_spaces(text) : std::string();
    title_level_ = paragraph.heading;
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

void LabelBlocks::paragraph(const Paragraph& paragraph) {
    if (is_blank(paragraph)) {
        is_open_ = is_open_ && !row_.cells.empty() && row_.cells.back().raw.empty();
        return;
    }
    const std::string whole = plain_text(paragraph.inlines, TextOf::value);
    if (paragraph.heading > 0) return heading(paragraph, whole);
    const bool is_bold = is_all(paragraph, bold);
    for_each_line(whole, [&](std::string_view line) {
        const std::string_view shown = trim(line);
        if (shown.empty()) return;
        auto label = known_label(shown, is_bold);
        if (!label && !paragraph.list && (!row_.cells.empty() || !title_.empty())) label = other_label(shown);
        if (label)
            add(*label, paragraph.origin);
        else
            go_on(shown, paragraph);
    });
}

void LabelBlocks::end() {
    std::erase_if(row_.cells, [](const FoundCell& cell) { return cell.raw.empty(); });
    std::vector<std::string_view> columns;
    for (const FoundCell& cell : row_.cells)
        if (cell.column != "overig" && std::find(columns.begin(), columns.end(), cell.column) == columns.end())
            columns.push_back(cell.column);
    if (!columns.empty() && (columns.size() >= fewest_columns || !title_.empty())) {
        row_.group = title_;
        row_.method = Method::label;
        row_.confidence = label_block_confidence;
        row_.origin = row_.cells.front().origin;
        rows_.push_back({std::move(row_), columns.size() < fewest_columns});
    }
    row_ = {};
    title_.clear();
    is_open_ = false;
}

void LabelBlocks::finish() {
    end();
    const bool has_titled = std::any_of(rows_.begin(), rows_.end(),
                                        [](const ReadRow& read) { return !read.is_thin && !read.row.group.empty(); });
    for (ReadRow& read : rows_)
        if (!read.is_thin || has_titled) work_.rows.push_back(std::move(read.row));
    rows_.clear();
}

}  // namespace sop
