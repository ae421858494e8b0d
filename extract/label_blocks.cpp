#include "extract/label_blocks.h"

#include <algorithm>
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
// Labels in paragraphs are surer than lines below a colon, less so than the cells of a table.
constexpr double label_block_confidence = 0.88;

// Where the value starts behind a label that ends at `at`: behind a colon or tab; npos where neither follows.
std::size_t value_begin(std::string_view line, std::size_t at) {
    while (at < line.size() && (line[at] == ' ' || line[at] == '?' || line[at] == ')')) ++at;
    if (at >= line.size() || (line[at] != ':' && line[at] != '\t')) return std::string_view::npos;
    return at + 1;
}

}  // namespace

bool LabelBlocks::label(std::string_view line, bool is_bold, const Origin& origin) {
    const Words words = fold_words(line.substr(0, title_bytes));
    int column = -1;
    std::size_t begin = 0;
    form_.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
        if (meaning.item != table_) return;
        std::size_t end = words.words[taken - 1].end;
        // "Welke begeleiding krijgen deze leerlingen?" goes on behind what is known of it.
        if (meaning.flags & Meaning::begins) end = std::min(line.find_first_of(":?\t", end), line.size());
        const std::size_t value = value_begin(line, end);
        const bool is_whole =
            trim(line.substr(std::min(end, line.size()))).find_first_not_of(":?") == std::string_view::npos;
        if (value == std::string_view::npos && !(is_bold && is_whole)) return;
        column = meaning.part;
        begin = std::min(value, line.size());
    });
    if (column < 0) return false;
    const std::string& id = def_.columns[static_cast<std::size_t>(column)].id;
    if (find_cell(row_, id) || (id == def_.row_label && !row_.cells.empty())) {
        std::string title = std::move(title_);
        end();
        title_ = id == def_.row_label ? std::string() : std::move(title);
    }
    row_.cells.push_back({id, collapse_spaces(line.substr(0, begin)), std::string(trim(line.substr(begin))), origin});
    return true;
}

void LabelBlocks::paragraph(const Paragraph& paragraph) {
    if (is_blank(paragraph)) return;
    const std::string whole = plain_text(paragraph.inlines, TextOf::value);
    if (paragraph.heading > 0) {
        end();
        title_ = whole.size() <= title_bytes ? collapse_spaces(whole) : std::string();
        return;
    }
    const bool is_bold = is_all(paragraph, bold);
    for_each_line(whole, [&](std::string_view line) {
        const std::string_view shown = trim(line);
        if (shown.empty() || label(shown, is_bold, paragraph.origin) || row_.cells.empty()) return;
        std::string& value = row_.cells.back().raw;
        if (value.size() + shown.size() > value_bytes) return end();
        if (!value.empty()) value += '\n';
        if (paragraph.list) value += "- ";
        value += shown;
    });
}

void LabelBlocks::end() {
    std::erase_if(row_.cells, [](const FoundCell& cell) { return cell.raw.empty(); });
    if (row_.cells.size() >= fewest_columns) {
        row_.group = title_;
        row_.method = Method::label;
        row_.confidence = label_block_confidence;
        row_.origin = row_.cells.front().origin;
        work_.rows.push_back(std::move(row_));
    }
    row_ = {};
    title_.clear();
}

}  // namespace sop
