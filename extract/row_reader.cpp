#include "extract/row_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/grid.h"
#include "extract/label_blocks.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::string_view unknown_column = "overig";
// A longer text over the whole width is a note, no title.
constexpr std::size_t group_bytes = 120;
// Text that merged cells may add to what the table holds by itself: one cell can cover 100,000 rows.
constexpr std::size_t repeated_bytes = std::size_t{1} << 20;

// A row without a name of which fewer than this share of the cells is filled in, compared with the row above, adds to
// it.
constexpr std::size_t few_cells = 2;
// What a row that may belong to the one above is worth, joined to it or with its name.
constexpr double unnamed_factor = 0.9;
// A title of more words that ends in a full stop is a sentence about the rows.
constexpr std::size_t sentence_words = 4;

// Words that the last row of a table of numbers starts with, and the most words of its name: "Totaal aantal uren".
// Behind "aantal" there may be more: "Totaal aantal uren per week".
constexpr std::array<std::string_view, 3> sums{"totaal", "totalen", "subtotaal"};
constexpr std::size_t sum_words = 4;

// What a note about the rows starts with.
constexpr std::array<std::string_view, 5> notes{"nb", "opmerking", "opmerkingen", "toelichting", "let"};

// Words that no phrase ends with, and words that none but its rest starts with.
constexpr std::array<std::string_view, 42> open_words{
    "de",   "het",  "een",  "en",  "of",    "van",    "met",   "voor",   "in",     "op",      "aan",
    "door", "bij",  "om",   "te",  "tot",   "naar",   "uit",   "over",   "per",    "elke",    "iedere",
    "deze", "die",  "dat",  "als", "wordt", "worden", "onder", "tussen", "zonder", "volgens", "via",
    "ook",  "zijn", "haar", "hun", "onze",  "ons",    "ieder", "elk",    "is"};
constexpr std::array<std::string_view, 4> going_on{"en", "of", "maar", "waarbij"};

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

// Whether `text` ends in the middle of a phrase, or `next` starts in one.
bool breaks_off(std::string_view text, std::string_view next) {
    if (text.ends_with(',') || text.ends_with('-') || text.ends_with('(')) return true;
    const std::size_t space = text.find_last_of(" \n");
    const std::string last = fold(text.substr(space == std::string_view::npos ? 0 : space + 1));
    const std::string first = fold(next.substr(0, next.find(' ')));
    return is_one_of(open_words, last) || is_one_of(going_on, first);
}

class RowReader {
public:
    RowReader(const MatchedTemplate& form, const Table& table, const TableReading& reading, RowsFrom from,
              std::vector<FoundRow>& rows, std::vector<Diagnostic>& diagnostics)
        : table_(table),
          reading_(reading),
          def_(form.rules.tables[reading.table]),
          confidence_(from.confidence),
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
        if (!from.goes_on || rows.empty()) return;
        above_ = Above::before;
        group_ = rows.back().group;
    }

    void read() {
        if (std::any_of(reading_.columns.begin(), reading_.columns.end(),
                        [](const ColumnUse& use) { return use.is_rival; }))
            add_diagnostic(
                diagnostics_,
                {"KOLOM_DUBBEL", Severity::warning,
                 "Twee kolommen van een tabel kunnen hetzelfde betekenen; een daarvan is gekozen.", table_.origin});
        for (std::size_t r = 0; r < reading_.header_rows; ++r) grid_.next();
        while (grid_.next()) {
            read_texts();
            if (!has_own_text() || is_remark()) continue;
            if (is_header()) {
                take_header_name();
                continue;
            }
            if (count_filled() == 1 && take_group()) continue;
            const Joint joint = above_ == Above::none ? Joint::none : joint_with(rows_.back());
            if (joint != Joint::none)
                join(rows_.back(), joint);
            else
                add_row();
        }
    }

private:
    // The row that the next one may go on with: none, the last of the table before, or one of this table.
    enum class Above : std::uint8_t { none, before, here };
    // How a row goes on with the one above: not at all, in the middle of a phrase, or perhaps with more of the same.
    enum class Joint : std::uint8_t { none, phrase, perhaps };

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

    bool names_rows(std::size_t column) const { return static_cast<int>(column) == label_column_; }

    // Whether the row says what the header says; in place of the name of the rows it may have that of a group.
    bool is_header() const {
        std::size_t same = 0;
        for (std::size_t c = 0; c < width() && c < headings_.size(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            if (names_rows(c) && text(c).size() <= group_bytes && !headings_[c].ends_with(fold(text(c)))) continue;
            if (headings_[c].empty() || text(c).size() > 2 * headings_[c].size() + 20) return false;
            const std::string folded = fold(text(c));
            if (folded.empty() || !headings_[c].ends_with(folded)) return false;
            ++same;
        }
        return same >= 2;
    }

    // The group that a header in mid-table names.
    void take_header_name() {
        if (label_column_ < 0) return;
        const auto column = static_cast<std::size_t>(label_column_);
        if (text(column).empty() || headings_[column].ends_with(fold(text(column)))) return;
        group_ = collapse_spaces(text(column));
        above_ = Above::none;
    }

    // Whether the row says something of the others: their sum, or a note below them.
    bool is_remark() const {
        for (std::size_t c = 0; c < width(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            const Words words = fold_words(text(c));
            if (words.size() > 0 && std::find(sums.begin(), sums.end(), words[0]) != sums.end() &&
                (words.size() <= sum_words || words[1] == "aantal"))
                return true;
            if (count_filled() > 1) return false;
            const auto* first = std::get_if<Paragraph>(&cells()[c]->blocks.front().content);
            const bool is_starred = first && trim(plain_text(first->inlines, TextOf::value)).starts_with('*');
            if (is_starred) return true;
            if (words.size() < 2 || width() < 2) return false;
            if (words[0] == "let") return words[1] == "op";
            return is_one_of(notes, words[0]) || (words[0] == "n" && words[1] == "b");
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
            const bool is_sentence = text(c).ends_with('.') && fold_words(text(c)).size() > sentence_words;
            if (text(c).size() > group_bytes || is_sentence) return true;
            group_ = collapse_spaces(text(c));
            above_ = Above::none;
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

    // A row that names nothing goes on with the one above where a cell breaks off there. Where none does it may say
    // more of the same in a few cells, in a table of descriptions whatever they start with; one that fills in most of
    // them stands beside the row above.
    Joint joint_with(FoundRow& above) const {
        if (label_column_ < 0 || !text(static_cast<std::size_t>(label_column_)).empty()) return Joint::none;
        for (std::size_t c = 0; c < reading_.columns.size() && c < width(); ++c)
            if (reading_.columns[c].is_second_label && starts(c) && !text(c).empty()) return Joint::none;
        std::size_t filled = 0;
        bool goes_on = false, breaks = false;
        for (std::size_t c = 0; c < width(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            const FoundCell* cell = cell_of(above, c);
            if (!cell) return Joint::none;
            ++filled;
            if (!starts_lower(text(c)) || ends_sentence(cell->raw)) continue;
            goes_on = true;
            breaks = breaks || breaks_off(cell->raw, text(c));
        }
        if (breaks) return Joint::phrase;
        const std::size_t others = above.cells.size() - (find_cell(above, def_.row_label) ? 1 : 0);
        if (describes(def_) && filled * few_cells <= others) goes_on = true;
        if (!goes_on || filled * few_cells > others) return Joint::none;
        // The end of a page cuts a row anywhere.
        return above_ == Above::before ? Joint::phrase : Joint::perhaps;
    }

    void join(FoundRow& above, Joint joint) {
        for (std::size_t c = 0; c < width(); ++c) {
            if (!starts(c) || text(c).empty()) continue;
            FoundCell* cell = cell_of(above, c);
            const bool is_rest = joint == Joint::phrase && starts_lower(text(c)) && !ends_sentence(cell->raw);
            cell->raw += is_rest ? ' ' : '\n';
            cell->raw += text(c);
        }
        if (joint == Joint::phrase) return;
        above.confidence *= unnamed_factor;
        remark_unnamed("Een rij zonder naam is bij de rij erboven gevoegd; het kan een rij van zichzelf zijn.");
    }

    void remark_unnamed(std::string_view message) {
        const Cell* const cell = *std::find_if(cells().begin(), cells().end(), [](const Cell* c) { return c; });
        add_diagnostic(diagnostics_, {"RIJ_ZONDER_NAAM", Severity::warning, std::string(message), cell->origin});
    }

    // The name of a row that has none: what a second column of names says ("Actie" beside "Doel"). Else an empty cell
    // below a name means the same one; in a table of marks it means that nobody wrote a name.
    void take_name(FoundRow& row) {
        if (label_column_ < 0 || find_cell(row, def_.row_label)) return;
        for (std::size_t c = 0; c < reading_.columns.size() && c < width(); ++c) {
            if (!reading_.columns[c].is_second_label || !starts(c)) continue;
            FoundCell* second = cell_of(row, c);
            if (!second) continue;
            second->column = def_.row_label;
            row.confidence *= unnamed_factor;
            return;
        }
        if (!describes(def_) || above_ == Above::none) return;
        const FoundCell* name = find_cell(rows_.back(), def_.row_label);
        if (!name) return;
        row.cells.insert(row.cells.begin(), *name);
        row.confidence *= unnamed_factor;
        remark_unnamed("Een rij noemt zelf geen naam; die van de rij erboven is aangenomen.");
    }

    // The text of a cell, without the heading of its column in front of a row's name: "Arrangement structuur",
    // "Doelgroep: dyslexie".
    std::string value(std::size_t column) const {
        const std::vector<std::string>& kinds = default_vocabulary().row_words;
        const std::string& whole = text(column);
        if (names_rows(column) && whole.size() <= group_bytes)
            if (auto name = behind_row_word(whole)) return *std::move(name);
        if (column >= headings_.size() || static_cast<int>(column) != label_column_ || whole.size() > group_bytes ||
            std::find(kinds.begin(), kinds.end(), headings_[column]) == kinds.end())
            return whole;
        const Words words = fold_words(whole);
        const bool is_prefixed = words.size() > 1 && words[0] == headings_[column] && !has_digit(words[1]);
        return is_prefixed ? whole.substr(words.words[1].begin) : whole;
    }

    std::string_view column_id(std::size_t column) const {
        const int known = column < reading_.columns.size() ? reading_.columns[column].column : -1;
        return known < 0 ? unknown_column : std::string_view(def_.columns[static_cast<std::size_t>(known)].id);
    }
    bool is_guess(std::size_t column) const {
        return column < reading_.columns.size() && reading_.columns[column].is_guess;
    }
    std::string heading(std::size_t column) const {
        return column < reading_.columns.size() ? reading_.columns[column].heading : std::string();
    }
    // The cell that stands in the column; where none stands in its place, the first that has its heading.
    FoundCell* cell_of(FoundRow& row, std::size_t column) const {
        FoundCell* found = nullptr;
        for (FoundCell& cell : row.cells) {
            if (cell.column != column_id(column) || cell.heading != heading(column)) continue;
            const bool is_there = cell.origin.cell && cell.origin.cell->column == cells()[column]->column;
            if (is_there || !found) found = &cell;
            if (is_there) break;
        }
        return found;
    }

    void add_row() {
        FoundRow row;
        row.group = group_;
        row.confidence = confidence_;
        for (std::size_t c = 0; c < width(); ++c) {
            if (!cells()[c] || text(c).empty()) continue;
            if (is_said(row, c) || !may_repeat(c)) continue;
            row.cells.push_back({std::string(column_id(c)), heading(c), value(c), cells()[c]->origin, is_guess(c)});
        }
        if (row.cells.empty()) return;
        row.origin = row.cells.front().origin;
        take_name(row);
        rows_.push_back(std::move(row));
        above_ = Above::here;
    }

    // Whether a merged cell is in the row already: over two parts of one heading it is there once, and in a column that
    // is not known only where it covers no other.
    bool is_said(const FoundRow& row, std::size_t column) const {
        if (column_id(column) == unknown_column) {
            if (start_[column] < column) return true;
            for (std::size_t c = column + 1; c < width() && start_[c] == start_[column]; ++c)
                if (column_id(c) != unknown_column) return true;
            return false;
        }
        return start_[column] < column && std::any_of(row.cells.begin(), row.cells.end(), [&](const FoundCell& other) {
                   return other.column == column_id(column);
               });
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
    Above above_ = Above::none;
    std::size_t repeated_ = 0;
};

}  // namespace

void read_rows(const MatchedTemplate& form, const Table& table, const TableReading& reading, RowsFrom from,
               std::vector<FoundRow>& rows, std::vector<Diagnostic>& diagnostics) {
    RowReader(form, table, reading, from, rows, diagnostics).read();
}

const FoundCell* find_cell(const FoundRow& row, std::string_view id) {
    const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                   [&](const FoundCell& candidate) { return candidate.column == id; });
    return cell == row.cells.end() ? nullptr : &*cell;
}

}  // namespace sop
