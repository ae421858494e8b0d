#include "extract/row_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::string_view unknown_column = "overig";
// A longer text over the whole width is a note, no title.
constexpr std::size_t group_bytes = 120;
// Text that merged cells may add to what the table holds by itself: one cell can cover 100,000 rows.
constexpr std::size_t repeated_bytes = std::size_t{1} << 20;

// Words that the last row of a table of numbers starts with, and the most words of its name: "Totaal aantal uren".
constexpr std::array<std::string_view, 3> sums{"totaal", "totalen", "subtotaal"};
constexpr std::size_t sum_words = 4;

// Shorter words in capitals are abbreviations: ADHD, ASS, NT2.
constexpr std::size_t capitals_bytes = 5;

bool is_emphasized(const Cell& cell, std::string_view text) {
    if (text.find(' ') >= capitals_bytes && text.size() >= capitals_bytes && is_capitals(text)) return true;
    bool any = false;
    for (const Block& block : cell.blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (!paragraph || is_blank(*paragraph)) continue;
        if (!is_all(*paragraph, bold)) return false;
        any = true;
    }
    return any;
}

bool starts_lower(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }
bool ends_sentence(std::string_view text) {
    return text.empty() || text.back() == '.' || text.back() == '!' || text.back() == '?' || text.back() == ';';
}

class RowReader {
public:
    RowReader(const MatchedTemplate& form, const Table& table, const TableReading& reading, double confidence,
              std::vector<FoundRow>& rows, std::vector<Diagnostic>& diagnostics)
        : table_(table),
          reading_(reading),
          def_(form.rules.tables[reading.table]),
          confidence_(confidence),
          rows_(rows),
          diagnostics_(diagnostics),
          grid_(table) {
        const int label = column_index(def_, def_.row_label);
        for (std::size_t c = 0; c < reading.columns.size(); ++c) {
            if (label >= 0 && reading.columns[c].column == label && label_column_ < 0)
                label_column_ = static_cast<int>(c);
            headings_.push_back(fold(reading.columns[c].heading));
        }
        text_.resize(static_cast<std::size_t>(grid_.width()));
        start_.resize(text_.size());
        is_new_.resize(text_.size());
        before_.resize(text_.size());
        labels_are_emphasized_ = find_label_style();
    }

    void read() {
        for (std::size_t r = 0; r < reading_.header_rows; ++r) grid_.next();
        const std::size_t first = rows_.size();
        while (grid_.next()) {
            read_texts();
            if (!has_own_text() || is_header() || is_remark()) continue;
            if (count_filled() == 1 && take_group()) continue;
            if (rows_.size() > first && continues(rows_.back()))
                join(rows_.back());
            else
                add_row();
        }
    }

private:
    const std::vector<const Cell*>& cells() const { return grid_.cells(); }
    std::size_t width() const { return text_.size(); }
    const std::string& text(std::size_t column) const { return text_[start_[column]]; }
    bool starts(std::size_t column) const { return cells()[column] && start_[column] == column; }

    // Text of each cell, kept in the first column that it covers; a cell merged downwards keeps the text it had.
    void read_texts() {
        for (std::size_t c = 0; c < width(); ++c) {
            is_new_[c] = cells()[c] && cells()[c] != before_[c];
            start_[c] = c > 0 && cells()[c] && cells()[c] == cells()[c - 1] ? start_[c - 1] : c;
            if (start_[c] != c) continue;
            if (!cells()[c]) text_[c].clear();
            if (is_new_[c]) text_[c] = cell_text(*cells()[c]);
        }
        before_ = cells();
    }

    // Whether any cell that begins in this row has text.
    bool has_own_text() const {
        for (std::size_t c = 0; c < width(); ++c)
            if (is_new_[c] && !text(c).empty()) return true;
        return false;
    }

    std::size_t count_filled() const {
        std::size_t filled = 0;
        for (std::size_t c = 0; c < width(); ++c) filled += starts(c) && !text(c).empty() ? 1 : 0;
        return filled;
    }

    // Whether the row says what the header says.
    bool is_header() const {
        std::size_t same = 0;
        for (std::size_t c = 0; c < width() && c < headings_.size(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            if (headings_[c].empty() || text(c).size() > 2 * headings_[c].size() + 20) return false;
            const std::string folded = fold(text(c));
            if (folded.empty() || !headings_[c].ends_with(folded)) return false;
            ++same;
        }
        return same >= 2;
    }

    // Whether the row says something of the others: their sum, or a note below them.
    bool is_remark() const {
        for (std::size_t c = 0; c < width(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            const Words words = fold_words(text(c));
            if (words.size() > 0 && std::find(sums.begin(), sums.end(), words[0]) != sums.end() &&
                words.size() <= sum_words)
                return true;
            if (count_filled() > 1) return false;
            const auto* first = std::get_if<Paragraph>(&cells()[c]->blocks.front().content);
            const bool is_starred = first && trim(plain_text(first->inlines, TextOf::value)).starts_with('*');
            return is_starred || (words.size() > 1 && (words[0] == "nb" || (words[0] == "n" && words[1] == "b")));
        }
        return false;
    }

    // Takes the row's only filled cell as a group's title, or passes over it as a note; false where it is a row.
    bool take_group() {
        for (std::size_t c = 0; c < width(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            const Cell& cell = *cells()[c];
            const bool is_full_width =
                width() > 1 &&
                std::all_of(cells().begin(), cells().end(),
                            [&](const Cell* other) { return other == &cell || !other || is_blank(other->blocks); }) &&
                (cell.column_span > 1 || table_.rows[grid_.row()].cells.size() == 1);
            const bool is_title = static_cast<int>(c) == label_column_ && width() > 1 && !labels_are_emphasized_ &&
                                  is_emphasized(cell, text(c));
            if (!is_full_width && !is_title) return false;
            if (text(c).size() <= group_bytes) group_ = collapse_spaces(text(c));
            return true;
        }
        return true;
    }

    // Whether most rows that are filled in have their naming cell bold or in capitals.
    bool find_label_style() const {
        if (label_column_ < 0) return true;
        GridRows grid(table_);
        int rows = 0, emphasized = 0;
        for (std::size_t r = 0; grid.next(); ++r) {
            if (r < reading_.header_rows || only_cell(table_.rows[r]) >= 0) continue;
            const Cell* label = grid.cells()[static_cast<std::size_t>(label_column_)];
            if (!label || is_blank(label->blocks)) continue;
            ++rows;
            emphasized += is_emphasized(*label, cell_text(*label)) ? 1 : 0;
        }
        return emphasized * 2 > rows;
    }

    bool continues(FoundRow& above) const {
        if (label_column_ < 0) return false;
        const auto label = static_cast<std::size_t>(label_column_);
        if (!text(label).empty()) return false;
        bool goes_on = false;
        for (std::size_t c = 0; c < width(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            const FoundCell* cell = cell_of(above, c);
            if (!cell) return false;
            goes_on = goes_on || (starts_lower(text(c)) && !ends_sentence(cell->raw));
        }
        return goes_on;
    }

    void join(FoundRow& above) {
        for (std::size_t c = 0; c < width(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            FoundCell* cell = cell_of(above, c);
            cell->raw += starts_lower(text(c)) ? ' ' : '\n';
            cell->raw += text(c);
        }
    }

    std::string_view column_id(std::size_t column) const {
        const int known = column < reading_.columns.size() ? reading_.columns[column].column : -1;
        return known < 0 ? unknown_column : std::string_view(def_.columns[static_cast<std::size_t>(known)].id);
    }
    std::string heading(std::size_t column) const {
        return column < reading_.columns.size() ? reading_.columns[column].heading : std::string();
    }
    FoundCell* cell_of(FoundRow& row, std::size_t column) const {
        for (FoundCell& cell : row.cells)
            if (cell.column == column_id(column) && cell.heading == heading(column)) return &cell;
        return nullptr;
    }

    void add_row() {
        FoundRow row;
        row.group = group_;
        row.confidence = confidence_;
        for (std::size_t c = 0; c < width(); ++c) {
            if (!cells()[c] || text(c).empty() || !may_repeat(c)) continue;
            FoundCell cell{std::string(column_id(c)), heading(c), text(c), cells()[c]->origin};
            // Parts of one heading are one column: "Begeleiding" over "individueel" and "in de groep".
            const auto same = std::find_if(row.cells.begin(), row.cells.end(), [&](const FoundCell& other) {
                return other.column == cell.column && cell.column != unknown_column;
            });
            if (same == row.cells.end())
                row.cells.push_back(std::move(cell));
            else if (start_[c] == c)
                same->raw += '\n' + cell.raw;
        }
        if (row.cells.empty()) return;
        row.origin = row.cells.front().origin;
        rows_.push_back(std::move(row));
    }

    // Whether the text of a merged cell may be given once more.
    bool may_repeat(std::size_t column) {
        const bool is_first = start_[column] == column && cells()[column]->row_span <= 1;
        if (is_first) return true;
        repeated_ += text(column).size();
        if (repeated_ <= repeated_bytes) return true;
        add_diagnostic(diagnostics_, {"TABEL_INGEKORT", Severity::warning,
                                      "Een samengevoegde cel beslaat te veel rijen om in elke rij te herhalen.",
                                      cells()[column]->origin});
        return false;
    }

    const Table& table_;
    const TableReading& reading_;
    const TableDef& def_;
    double confidence_;
    std::vector<FoundRow>& rows_;
    std::vector<Diagnostic>& diagnostics_;
    GridRows grid_;
    int label_column_ = -1;
    bool labels_are_emphasized_ = true;
    std::vector<std::string> headings_;  // folded
    std::vector<std::string> text_;
    std::vector<std::size_t> start_;
    std::vector<bool> is_new_;         // the cell begins in this row
    std::vector<const Cell*> before_;  // cells of the row above
    std::string group_;
    std::size_t repeated_ = 0;
};

}  // namespace

void read_rows(const MatchedTemplate& form, const Table& table, const TableReading& reading, double confidence,
               std::vector<FoundRow>& rows, std::vector<Diagnostic>& diagnostics) {
    RowReader(form, table, reading, confidence, rows, diagnostics).read();
}

const FoundCell* find_cell(const FoundRow& row, std::string_view id) {
    const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                   [&](const FoundCell& candidate) { return candidate.column == id; });
    return cell == row.cells.end() ? nullptr : &*cell;
}

}  // namespace sop
