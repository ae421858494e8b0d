#include "extract/columns.h"

#include <algorithm>
#include <set>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Rows at the top of a table among which its header is looked for: a title, two rows of headings, a row of questions.
constexpr std::size_t most_header_rows = 4;
// A column heading with its questions; longer text is content.
constexpr std::size_t heading_bytes = 600;
// Text of a second header row, under a heading over several columns.
constexpr std::size_t sub_heading_bytes = 60;
// A heading of more words, stop words not counted, is told by no single one of them.
constexpr std::size_t guess_words = 5;
// Words of headings say what a table is where no heading does as a whole: so many columns of them.
constexpr int fewest_guesses = 2;

struct ColumnMatch {
    std::size_t table, column;
    bool is_own, is_weak;
    bool is_telling = false, is_canonical = false;
};

// Whether a heading is the column's own name in the record, or says the same: "Doelgroep", not "Arrangement".
bool is_canonical(const Words& words, const ColumnDef& column) {
    const std::string_view id = column.id;
    const std::string text = words.folded + ' ';
    const auto starts = [&](const std::string& first) { return text.starts_with(first + ' '); };
    if (std::any_of(column.first.begin(), column.first.end(), starts)) return true;
    return words.size() == 1 && (words[0] == id || (words[0].starts_with(id) && words[0].substr(id.size()) == "en"));
}

// Whether `words`, folded, have any of `phrases`.
bool has_any(const Words& words, const std::vector<std::string>& phrases) {
    const std::string text = ' ' + words.folded + ' ';
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const std::string& phrase) { return text.find(' ' + phrase + ' ') != std::string::npos; });
}

// What a heading may mean: for each table of the record the longest phrase.
std::vector<ColumnMatch> match_heading_text(const MatchedTemplate& form, const Words& words) {
    std::vector<ColumnMatch> matches;
    form.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
        bool is_whole = true;
        for (std::size_t i = taken; i < words.size(); ++i) is_whole = is_whole && form.lexicon.is_stop_word(words[i]);
        if (!is_whole && !(meaning.flags & Meaning::begins)) return;
        const ColumnDef& column = form.rules.tables[meaning.item].columns[meaning.part];
        if ((meaning.flags & Meaning::begins) && meaning.owner == shared_owner && has_any(words, column.not_with))
            return;
        const ColumnMatch match{meaning.item,
                                meaning.part,
                                meaning.owner != shared_owner,
                                (meaning.flags & Meaning::weak) != 0,
                                (meaning.flags & Meaning::telling) != 0,
                                is_canonical(words, column)};
        const auto same =
            std::find_if(matches.begin(), matches.end(), [&](const ColumnMatch& m) { return m.table == match.table; });
        if (same == matches.end())
            matches.push_back(match);
        else if (!same->is_own || match.is_own)
            *same = match;
    });
    return matches;
}

struct HeaderCell {
    const Cell* cell = nullptr;
    std::string text;
    std::vector<ColumnMatch> matches;
    std::vector<std::size_t> excludes;  // tables of the record that have no such column
    bool is_full_width = false;

    const ColumnMatch* match_of(std::size_t table) const {
        const auto match =
            std::find_if(matches.begin(), matches.end(), [&](const ColumnMatch& m) { return m.table == table; });
        return match == matches.end() ? nullptr : &*match;
    }
};

// The first rows of a table, each cell's text read once.
class Header {
public:
    Header(const MatchedTemplate& form, const Table& table) : form_(form) {
        GridRows grid(table);
        width_ = static_cast<std::size_t>(grid.width());
        while (rows_.size() < most_header_rows && grid.next()) {
            std::vector<std::size_t>& row = rows_.emplace_back();
            for (const Cell* cell : grid.cells()) row.push_back(cell ? index_of(*cell) : no_cell);
            is_header_.push_back(table.rows[grid.row()].is_header);
        }
    }

    std::size_t rows() const { return rows_.size(); }
    std::size_t width() const { return width_; }
    bool is_header(std::size_t row) const { return is_header_[row]; }
    const HeaderCell* at(std::size_t row, std::size_t column) const {
        const std::size_t index = rows_[row][column];
        return index == no_cell ? nullptr : &cells_[index];
    }

    // Whether any cell names a column of table `t` of the record.
    bool knows(std::size_t t) const {
        return std::any_of(cells_.begin(), cells_.end(), [&](const HeaderCell& cell) { return cell.match_of(t); });
    }

    // The heading of `column` when the first `rows` rows are header: its lowest cell with text, and the one above it.
    const HeaderCell* leaf(std::size_t rows, std::size_t column) const {
        for (std::size_t r = rows; r-- > 0;) {
            const HeaderCell* cell = at(r, column);
            if (cell && !cell->text.empty() && !cell->is_full_width) return cell;
        }
        return nullptr;
    }
    const HeaderCell* parent(std::size_t rows, std::size_t column) const {
        const HeaderCell* below = leaf(rows, column);
        for (std::size_t r = rows; r-- > 0;) {
            const HeaderCell* cell = at(r, column);
            if (cell && cell != below && !cell->text.empty() && !cell->is_full_width && cell->cell->column_span > 1)
                return cell;
        }
        return nullptr;
    }

    // Headings of `column` from top to bottom, joined by " / ".
    std::string path(std::size_t rows, std::size_t column) const {
        std::string result;
        const HeaderCell* last = nullptr;
        for (std::size_t r = 0; r < rows; ++r) {
            const HeaderCell* cell = at(r, column);
            if (!cell || cell == last || cell->text.empty() || cell->is_full_width) continue;
            if (!result.empty()) result += " / ";
            result += cell->text;
            last = cell;
        }
        return result;
    }

private:
    static constexpr std::size_t no_cell = static_cast<std::size_t>(-1);

    std::size_t index_of(const Cell& cell) {
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (cells_[i].cell == &cell) return i;
        HeaderCell& added = cells_.emplace_back();
        added.cell = &cell;
        std::size_t bytes = 0;
        for (const Block& block : cell.blocks)
            if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) bytes += text_bytes(*paragraph);
        if (bytes <= heading_bytes) {
            added.text = collapse_spaces(cell_text(cell));
            const Words words = fold_words(added.text);
            added.matches = match_heading_text(form_, words);
            // A letter off it says less, and only at the top.
            if (added.matches.empty() && rows_.size() == 1) {
                added.matches = match_heading_text(form_, form_.lexicon.respell(words));
                for (ColumnMatch& match : added.matches) match.is_weak = true;
            }
            form_.meanings_at(words, 0, Term::not_a_table, [&](const Meaning& meaning, std::size_t taken) {
                if (taken == words.size()) added.excludes.push_back(meaning.item);
            });
        } else {
            added.text = "…";  // there is text, of no use as a heading
        }
        added.is_full_width = width_ > 1 && static_cast<std::size_t>(std::max(1, cell.column_span)) >= width_;
        return cells_.size() - 1;
    }

    const MatchedTemplate& form_;
    std::size_t width_ = 0;
    std::vector<HeaderCell> cells_;
    std::vector<std::vector<std::size_t>> rows_;
    std::vector<bool> is_header_;
};

// Whether a column may stand beside another that means the same: in a table of rows both say it, but for the name of
// the row. Names that may mean something else ("Hoe") add nothing there to what describes a row already.
bool may_share(const TableDef& def, const ColumnMatch& match, const ColumnUse& holder) {
    if (def.form != TableForm::rows || def.columns[match.column].id == def.row_label) return false;
    return !describes(def) || (!match.is_weak && !holder.is_weak);
}

// Whether another column of the first `rows` rows means what the leading one does, which may be the name of what is
// offered: "Ondersteuningsaanbod | Omschrijving".
bool is_described_beside(const MatchedTemplate& form, const Header& header, const HeaderCell& first,
                         const ColumnMatch& match, std::size_t rows) {
    const Words words = fold_words(first.text);
    std::string name;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!form.lexicon.is_stop_word(words[i])) name += (name.empty() ? "" : " ") + std::string(words[i]);
    if (!is_one_of(default_vocabulary().leading_names, name)) return false;
    for (std::size_t c = 1; c < header.width(); ++c) {
        const HeaderCell* leaf = header.leaf(rows, c);
        const ColumnMatch* other = leaf && leaf != &first ? leaf->match_of(match.table) : nullptr;
        if (other && other->column == match.column) return true;
    }
    return false;
}

// Whether the leading column of a table that describes has one word that may mean anything, "Ondersteuning", "Wat", or
// one for what another column describes, and no column is said to name the rows: then it does.
bool is_leading_name(const MatchedTemplate& form, const Header& header, std::size_t t, std::size_t rows) {
    const TableDef& def = form.rules.tables[t];
    const HeaderCell* first = header.leaf(rows, 0);
    const ColumnMatch* match = first ? first->match_of(t) : nullptr;
    if (!describes(def) || !match || form.lexicon.content_words(fold_words(first->text)) != 1) return false;
    if (!match->is_weak && !is_described_beside(form, header, *first, *match, rows)) return false;
    for (std::size_t c = 0; c < header.width(); ++c) {
        const HeaderCell* leaf = header.leaf(rows, c);
        const ColumnMatch* other = leaf ? leaf->match_of(t) : nullptr;
        if (other && def.columns[other->column].id == def.row_label) return false;
    }
    return true;
}

// The reading as table `t` when the first `rows` rows are header.
TableReading read_header(const MatchedTemplate& form, const Header& header, std::size_t t, std::size_t rows) {
    TableReading reading;
    reading.table = t;
    reading.header_rows = rows;
    reading.columns.resize(header.width());
    const TableDef& def = form.rules.tables[t];
    std::vector<const Cell*> taken(def.columns.size());  // header cell that each known column was found in
    std::vector<std::size_t> place(def.columns.size());

    const bool leads = is_leading_name(form, header, t, rows);
    if (leads && !header.leaf(rows, 0)->match_of(t)->is_weak) {
        reading.columns[0].column = column_index(def, def.row_label);
        reading.columns[0].is_weak = true;
    }
    for (std::size_t c = leads ? 1 : 0; c < header.width(); ++c) {
        ColumnUse& use = reading.columns[c];
        const HeaderCell* leaf = header.leaf(rows, c);
        const HeaderCell* parent = header.parent(rows, c);
        use.parent = parent ? parent->cell : leaf ? leaf->cell : nullptr;
        for (const HeaderCell* cell : {leaf, parent}) {
            const ColumnMatch* match = cell && use.column < 0 ? cell->match_of(t) : nullptr;
            if (!match) continue;
            // A column found before under another heading: the template's own wording has it, then a name that can
            // mean nothing else, then the first.
            const Cell*& holder = taken[match->column];
            const bool is_label = def.columns[match->column].id == def.row_label;
            if (holder && holder != cell->cell && !may_share(def, *match, reading.columns[place[match->column]])) {
                const HeaderCell* held = header.leaf(rows, place[match->column]);
                const ColumnMatch* before = held ? held->match_of(t) : nullptr;
                const bool is_better = match->is_canonical && is_label && before && !before->is_canonical;
                const ColumnUse& holding = reading.columns[place[match->column]];
                const bool is_firmer = holding.is_weak && !match->is_weak;
                if (!is_better && !is_firmer && (!match->is_own || holding.is_own)) {
                    use.is_second_label = is_label;
                    use.is_rival = true;
                    continue;
                }
                for (ColumnUse& other : reading.columns)
                    if (other.column == static_cast<int>(match->column)) {
                        other.column = -1;
                        other.is_second_label = is_better;
                        other.is_rival = true;
                    }
            }
            use.column = static_cast<int>(match->column);
            use.is_own = match->is_own;
            use.is_weak = match->is_weak;
            use.is_telling = match->is_telling;
            use.parent = holder = cell->cell;
            place[match->column] = c;
        }
    }
    std::set<int> known, firm, own;
    for (const ColumnUse& use : reading.columns) {
        if (use.column < 0) continue;
        known.insert(use.column);
        if (use.is_own) own.insert(use.column);
        if (!use.is_weak) firm.insert(use.column);
    }
    reading.known = static_cast<int>(known.size());
    reading.firm = static_cast<int>(firm.size());
    reading.own = static_cast<int>(own.size());
    return reading;
}

// Whether row `row` goes on with the header above it: the source says so, or it splits a heading over several columns
// into short ones and names no row of its own.
bool continues_header(const Header& header, std::size_t row) {
    if (header.is_header(row)) return true;
    bool splits = false;
    for (std::size_t c = 0; c < header.width(); ++c) {
        const HeaderCell* above = header.at(row - 1, c);
        const HeaderCell* cell = header.at(row, c);
        if (!cell || cell == above || cell->text.empty()) continue;
        const bool is_part = above && above->cell->column_span > 1 && !above->is_full_width &&
                             cell->cell->column_span < above->cell->column_span;
        if (!is_part || cell->text.size() > sub_heading_bytes) return false;
        splits = true;
    }
    return splits;
}

bool is_excluded(const Header& header, std::size_t rows, std::size_t t) {
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < header.width(); ++c) {
            const HeaderCell* cell = header.at(r, c);
            if (cell && std::count(cell->excludes.begin(), cell->excludes.end(), t) > 0) return true;
        }
    return false;
}

bool is_number_heading(const std::string& heading) {
    const std::string folded = fold(heading);
    return folded == "nr" || folded == "nummer" || folded == "no" || heading == "#";
}

// The column that names the row when no heading says which one does: the leading one, else the only one that is not
// known and has no heading. A column without heading that only numbers the rows names none.
void find_row_label(const MatchedTemplate& form, const Table& table, TableReading& reading) {
    const TableDef& def = form.rules.tables[reading.table];
    const int label = column_index(def, def.row_label);
    std::vector<ColumnUse*> unnamed;
    bool is_leading = true;
    ColumnUse* leading = nullptr;
    for (ColumnUse& use : reading.columns) {
        if (use.column == label) return;
        if (use.column >= 0) is_leading = false;
        if (use.column >= 0 || is_number_heading(use.heading)) continue;
        const auto column = static_cast<std::size_t>(&use - reading.columns.data());
        if (use.heading.empty() && is_leading && !leading && numbers_rows(table, column, reading.header_rows)) continue;
        if (is_leading && !leading) leading = &use;
        if (use.heading.empty()) unnamed.push_back(&use);
    }
    if (!leading && unnamed.size() == 1) leading = unnamed.front();
    if (!leading) return;
    leading->column = label;
    leading->is_taken = true;
    leading->is_rival = false;
}

// The one column that words of `heading` tell; -1 where they tell none or several.
int mentioned_column(const MatchedTemplate& form, std::size_t t, const std::string& heading) {
    const Words words = fold_words(heading);
    if (form.lexicon.content_words(words) > guess_words || has_any(words, form.rules.tables[t].no_mention)) return -1;
    // What another table has as a whole is no part of a longer name: "Buiten school".
    const std::vector<ColumnMatch> whole = match_heading_text(form, words);
    if (std::any_of(whole.begin(), whole.end(), [](const ColumnMatch& match) { return !match.is_weak; })) return -1;
    std::set<int> columns;
    for (std::size_t at = 0; at < words.size(); ++at)
        form.meanings_at(words, at, Term::column_mention, [&](const Meaning& meaning, std::size_t) {
            if (meaning.item == t) columns.insert(meaning.part);
        });
    return columns.size() == 1 ? *columns.begin() : -1;
}

// Headings that mean nothing as a whole, by a word in them; each column of the record at most once.
void guess_columns(const MatchedTemplate& form, TableReading& reading) {
    for (ColumnUse& use : reading.columns) {
        if (use.column >= 0 || use.is_rival || use.heading.empty()) continue;
        const int column = mentioned_column(form, reading.table, use.heading);
        const bool is_held = std::any_of(reading.columns.begin(), reading.columns.end(),
                                         [&](const ColumnUse& other) { return other.column == column; });
        if (column < 0 || is_held) continue;
        use.column = column;
        use.is_weak = use.is_guess = true;
        ++reading.known;
    }
}

// The reading of a first row in which no heading means anything as a whole, but words of several do.
TableReading guess_header(const MatchedTemplate& form, const Header& header, std::size_t t) {
    TableReading reading = read_header(form, header, t, 1);
    for (std::size_t c = 0; c < header.width(); ++c) {
        const HeaderCell* leaf = header.leaf(1, c);
        if (leaf && mentioned_column(form, t, leaf->text) >= 0) ++reading.known;
    }
    if (reading.known < fewest_guesses) return {};
    reading.known = 0;
    return reading;
}

}  // namespace

TableMeaning match_columns(const MatchedTemplate& form, const Table& table) {
    TableMeaning meaning;
    std::vector<TableReading>& readings = meaning.readings;
    const Header header(form, table);
    for (std::size_t t = 0; t < form.rules.tables.size(); ++t) {
        if (header.rows() > 0 && is_excluded(header, 1, t)) meaning.excluded.push_back(t);
        TableReading best;
        for (std::size_t rows = 1; rows <= header.rows() && header.knows(t); ++rows) {
            TableReading reading = read_header(form, header, t, rows);
            if (reading.known > best.known) best = std::move(reading);
        }
        if (best.known == 0 && header.rows() > 0) best = guess_header(form, header, t);
        if (best.header_rows == 0 || is_excluded(header, best.header_rows, t)) continue;
        while (best.header_rows < header.rows() && continues_header(header, best.header_rows))
            best = read_header(form, header, t, best.header_rows + 1);
        for (std::size_t c = 0; c < best.columns.size(); ++c)
            best.columns[c].heading = header.path(best.header_rows, c);
        find_row_label(form, table, best);
        guess_columns(form, best);
        readings.push_back(std::move(best));
    }
    std::stable_sort(readings.begin(), readings.end(), [](const TableReading& a, const TableReading& b) {
        if (a.firm != b.firm) return a.firm > b.firm;
        return a.known != b.known ? a.known > b.known : a.own > b.own;
    });
    return meaning;
}

const TableReading* TableMeaning::reading_of(std::size_t table) const {
    const auto reading =
        std::find_if(readings.begin(), readings.end(), [&](const TableReading& r) { return r.table == table; });
    return reading == readings.end() ? nullptr : &*reading;
}

bool TableMeaning::excludes(std::size_t table) const {
    return std::find(excluded.begin(), excluded.end(), table) != excluded.end();
}

const TableMeaning& TableMeanings::of(const Table& table) {
    const auto known = known_.find(&table);
    if (known != known_.end()) return known->second;
    return known_.emplace(&table, match_columns(form_, table)).first->second;
}

bool is_sure(const MatchedTemplate& form, const TableReading& reading) {
    const TableDef& def = form.rules.tables[reading.table];
    const auto is_told = [](const ColumnUse& use) { return use.is_telling && !use.is_taken; };
    const auto is_guessed = [](const ColumnUse& use) { return use.is_taken; };
    if (reading.firm >= 2 && std::any_of(reading.columns.begin(), reading.columns.end(), is_told) &&
        std::none_of(reading.columns.begin(), reading.columns.end(), is_guessed))
        return true;
    if (def.telling == 0) return def.form == TableForm::rows && reading.firm >= 3;
    const int label = column_index(def, def.row_label);
    std::set<int> telling;
    for (const ColumnUse& use : reading.columns)
        if (use.column >= 0 && use.column != label && !use.is_weak) telling.insert(use.column);
    // Under a heading that is not known the rows may be of anything.
    const bool is_doubtful = std::any_of(reading.columns.begin(), reading.columns.end(),
                                         [](const ColumnUse& use) { return use.is_taken && !use.heading.empty(); });
    return static_cast<int>(telling.size()) - (is_doubtful ? 1 : 0) >= def.telling;
}

bool numbers_rows(const Table& table, std::size_t column, std::size_t header_rows) {
    constexpr std::size_t fewest_rows = 2, number_bytes = 8;
    std::set<std::string> numbers;
    char next = 'a';  // of letters that number
    GridRows grid(table);
    while (grid.next()) {
        if (grid.row() < header_rows) continue;
        const Cell* cell = grid.cells()[column];
        const std::string text = cell ? collapse_spaces(cell_text(*cell)) : std::string();
        if (text.empty() || only_cell(table.rows[grid.row()]) >= 0) continue;
        const bool is_alone = text.size() == 1 || (text.size() == 2 && (text[1] == '.' || text[1] == ')'));
        const bool is_letter = is_alone && (text[0] | 0x20) == next;
        if (is_letter) ++next;
        if (!is_letter && (text.size() > number_bytes || split_heading(text + " X").title != "X")) return false;
        if (!numbers.insert(text).second) return false;  // a score or a group, that more rows may have
    }
    return numbers.size() >= fewest_rows;
}

bool describes(const TableDef& table) { return table.form == TableForm::rows && table.telling == 0; }

bool is_column_heading(const MatchedTemplate& form, std::string_view text) {
    const Words words = fold_words(text);
    bool found = false;
    form.meanings_at(words, 0, Term::column,
                     [&](const Meaning&, std::size_t taken) { found = found || taken == words.size(); });
    return found;
}

int column_index(const TableDef& table, std::string_view id) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].id == id) return static_cast<int>(i);
    return -1;
}

}  // namespace sop
