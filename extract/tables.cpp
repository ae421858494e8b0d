#include "extract/tables.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/grid.h"
#include "extract/label_blocks.h"
#include "extract/name_lists.h"
#include "extract/named_items.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

using Reader = void (*)(const MatchedTemplate&, std::size_t, const TablePlace&, TableWork);
// In the order of TableForm.
constexpr std::array<Reader, 4> readers{read_row_tables, read_points, read_choices, read_years};

bool is_place(const TableDef& table, std::string_view section) {
    return std::any_of(table.places.begin(), table.places.end(),
                       [&](const std::string& place) { return place == section || place == any_place; });
}

// Headings that name the rows of many tables, and say little of what the table is about.
constexpr std::array<std::string_view, 5> vague_labels{"groep", "leerling", "leerlingen", "categorie", "categorien"};

// Whether a column names the rows and its heading says what they are for.
bool is_telling_label(const MatchedTemplate& form, const TableReading& reading, const ColumnUse& use) {
    const TableDef& def = form.rules.tables[reading.table];
    return use.column == column_index(def, def.row_label) && !use.is_taken &&
           std::find(vague_labels.begin(), vague_labels.end(), fold(use.heading)) == vague_labels.end();
}

// Whether a heading says what the rows of a table of descriptions, or of names, are for; what the other columns are
// called does not matter then.
bool has_telling_label(const MatchedTemplate& form, const TableReading& reading) {
    const TableDef& def = form.rules.tables[reading.table];
    const int label = column_index(def, def.row_label);
    // Below the first row "leerlingen met dyslexie" is what a row says.
    if ((!describes(def) && def.known_names.empty()) || reading.known != 1 || reading.header_rows != 1 ||
        reading.columns.size() < 2)
        return false;
    // What is known may be another column, and the first one only taken for the label.
    return std::all_of(reading.columns.begin(), reading.columns.end(),
                       [&](const ColumnUse& use) { return use.column < 0 || use.column == label; }) &&
           std::any_of(reading.columns.begin(), reading.columns.end(),
                       [&](const ColumnUse& use) { return is_telling_label(form, reading, use); });
}

// Whether a table of descriptions has more than one heading that could stand over anything: "Groep | Hoe | Wie".
bool is_described(const MatchedTemplate& form, const TableReading& reading) {
    const TableDef& def = form.rules.tables[reading.table];
    const int label = column_index(def, def.row_label);
    int firm = 0, weak = 0;
    bool is_telling = false;
    for (const ColumnUse& use : reading.columns) {
        is_telling = is_telling || is_telling_label(form, reading, use);
        if (use.column < 0 || use.column == label) continue;
        ++(use.is_weak ? weak : firm);
    }
    return !describes(def) || firm > 0 || weak > 1 || is_telling;
}

// Whether the rows of a table of marks have a name that is known for one, or none: a class with its teacher and days is
// no expertise.
bool has_known_label(const MatchedTemplate& form, const TableReading& reading) {
    const TableDef& def = form.rules.tables[reading.table];
    if (describes(def) || reading.firm > 1) return true;
    const int label = column_index(def, def.row_label);
    return std::any_of(reading.columns.begin(), reading.columns.end(), [&](const ColumnUse& use) {
        return use.column == label && (use.heading.empty() || !use.is_taken);
    });
}

// Whether the reading of `meaning` as table `t` knows enough columns to be the table. In its own section two do, or one
// that says what the rows are for in a table that is no table of marks; elsewhere it must be sure.
bool is_enough(const MatchedTemplate& form, const TableMeaning& meaning, const TableReading& reading,
               bool is_expected) {
    // Elsewhere a table is what most of its columns say.
    const bool is_best = std::none_of(meaning.readings.begin(), meaning.readings.end(),
                                      [&](const TableReading& other) { return other.firm > reading.firm; });
    if (is_sure(form, reading)) return is_expected || is_best;
    if (!is_expected) return false;
    if (reading.known >= 2) return has_known_label(form, reading) && is_described(form, reading);
    const auto is_marked = [&](const TableReading& other) {
        return form.rules.tables[other.table].telling > 0 && other.firm >= 2;
    };
    return has_telling_label(form, reading) &&
           std::none_of(meaning.readings.begin(), meaning.readings.end(), is_marked);
}

constexpr std::string_view unknown_section = "overig";

// A table that is turned on its side is read from a copy; the largest that is worth one.
constexpr std::size_t most_turned_cells = 1000;
// So many names of columns below each other are no coincidence.
constexpr int fewest_turned = 3;
// Fewer are surer where nothing else may be meant: in the section, beside names.
constexpr int few_turned = 2;
constexpr double few_turned_factor = 0.85;
// Longer text beside an empty corner names nobody.
constexpr std::size_t turned_name_bytes = 60;
// A table without header is one of answers when this share of its rows, and so many, have one.
constexpr double answered_share = 0.6;
constexpr int fewest_answers = 2;
// Above a table, a longer line is a sentence.
constexpr std::size_t title_bytes = 120;

class RowTables {
public:
    RowTables(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work)
        : form_(form),
          table_(table),
          def_(form.rules.tables[table]),
          is_expected_(place.is_expected),
          is_last_resort_(place.is_last_resort),
          work_(work),
          first_(work.rows.size()),
          blocks_(form, table, work),
          items_(form, table) {}

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block.content);
            if (!paragraph) {
                blocks_.end();
                items_.end();
                table(std::get<Table>(block.content));
                continue;
            }
            if (paragraph->heading > 0) last_ = {};
            if (is_expected_ || is_last_resort_) blocks_.paragraph(*paragraph);
            if (is_expected_ && describes(def_)) items_.paragraph(*paragraph);
            read_title(*paragraph);
        }
        blocks_.end();
        items_.end();
    }
    // Names with a text behind them are rows where nothing says more.
    void finish() {
        blocks_.finish();
        if (!is_expected_) keep_sure_blocks();
        std::vector<FoundRow> named = items_.take();
        if (work_.rows.size() == first_) std::move(named.begin(), named.end(), std::back_inserter(work_.rows));
    }

private:
    // Of labels where nothing says what they are for, those of several rows that have a name and two columns each.
    void keep_sure_blocks() {
        const auto is_sure_row = [&](const FoundRow& row) {
            std::set<std::string_view> columns;
            for (const FoundCell& cell : row.cells)
                if (column_index(def_, cell.column) >= 0 && cell.column != def_.row_label) columns.insert(cell.column);
            return columns.size() >= 2 && (!row.group.empty() || find_cell(row, def_.row_label));
        };
        const auto first = work_.rows.begin() + static_cast<std::ptrdiff_t>(first_);
        const auto is_block = [](const FoundRow& row) { return row.method == Method::label; };
        const bool is_sure = std::count_if(first, work_.rows.end(), is_block) > 1 &&
                             std::all_of(first, work_.rows.end(),
                                         [&](const FoundRow& row) { return !is_block(row) || is_sure_row(row); });
        if (!is_sure)
            work_.rows.erase(std::remove_if(first, work_.rows.end(), is_block), work_.rows.end());
        else
            for (auto row = first; row != work_.rows.end(); ++row)
                if (is_block(*row)) row->confidence *= guessed_factor;
    }

    void table(const Table& table) {
        const TableMeaning& meaning = work_.meanings.of(table);
        const TableReading* reading = meaning.reading_of(table_);
        if (is_expected_ && describes(def_) && blocks_.table(table)) return;
        // A table on its side may have one column heading in its first row: the one in its corner.
        if (reading && reading->known == 1 && read_turned(table)) return;
        // More names of columns may stand below each other than in a row that happens to have some.
        const bool is_doubtful = reading && is_expected_ && reading->header_rows > 1 && reading->known == 2;
        if (is_doubtful && read_turned(table, reading->known + 1)) return;
        if (reading && is_enough(form_, meaning, *reading, is_expected_)) {
            read(table, *reading);
            last_ = *reading;
            return;
        }
        // A table without header right behind one that had it goes on with it.
        if (is_expected_ && !last_.columns.empty() && static_cast<std::size_t>(table.columns) == last_.columns.size()) {
            last_.header_rows = 0;
            read_rows(form_, table, last_, {known_columns_confidence * no_header_factor, !work_.rows.empty()},
                      work_.rows, work_.diagnostics);
            return;
        }
        if (read_turned(table)) return;
        if (is_expected_ && !meaning.excludes(table_))
            if (const auto answers = read_by_answers(table)) {
                read_rows(form_, table, *answers, {known_columns_confidence * no_header_factor}, work_.rows,
                          work_.diagnostics);
                return;
            }
        if (is_expected_ && describes(def_) && meaning.readings.empty()) items_.table(table);
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) blocks(cell.blocks);
    }

    // Adds the table's rows; those that name nothing belong to the title above the table.
    void read(const Table& table, const TableReading& reading, double factor = 1) {
        double columns = reading.own >= 2 ? own_columns_confidence : known_columns_confidence;
        if (reading.known < 2) columns *= one_column_factor;
        const std::size_t first = work_.rows.size();
        read_rows(form_, table, reading, {columns * factor * (is_expected_ ? 1 : elsewhere_factor)}, work_.rows,
                  work_.diagnostics);
        const std::string& label = def_.row_label;
        for (std::size_t i = first; i < work_.rows.size(); ++i)
            if (work_.rows[i].group.empty() && !find_cell(work_.rows[i], label)) work_.rows[i].group = title_;
    }

    // Whether any cell of a row is the heading of a column: "Wie", "Hoe vaak".
    bool has_column_heading(const Row& row) const {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [&](const Cell& cell) { return is_column_heading(form_, cell_text(cell)); });
    }

    // Whether what stands in the first row beside the corner are names: words, and no years or figures.
    static bool has_names(const Row& row) {
        std::size_t names = 0;
        for (const Cell& cell : row.cells) {
            if (cell.column == 0) continue;
            const std::string text = cell_text(cell);
            if (text.empty()) continue;
            if (text.size() > turned_name_bytes || is_number(text)) return false;
            ++names;
        }
        return names > 0;
    }
    static bool is_blank_corner(const Row& row) {
        return !row.cells.empty() && row.cells.front().column == 0 && is_blank(row.cells.front().blocks);
    }
    static bool is_number(std::string_view text) {
        return std::all_of(text.begin(), text.end(),
                           [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '/' || c == ' '; });
    }

    // A table whose first column has the names of the columns, and beside it a column for each row. One of two columns
    // is a row by itself. What it is for must be told, in it or above it; the corner may be empty where enough names
    // stand below it and those beside it are no headings themselves. A title over several columns is no part of it.
    bool read_turned(const Table& whole, int fewest = few_turned) {
        std::size_t cells = 0;
        for (const Row& row : whole.rows) cells += row.cells.size();
        if (whole.rows.size() < 2 || cells > most_turned_cells) return false;
        Table table = whole;
        if (table.columns > 2)
            std::erase_if(table.rows, [&](const Row& row) {
                return row.cells.size() == 1 && row.cells.front().column_span >= table.columns;
            });
        // Groups above the names.
        while (table.rows.size() > 2 && is_blank_corner(table.rows[0]) && is_blank_corner(table.rows[1]) &&
               table.rows[0].cells.size() < table.rows[1].cells.size())
            table.rows.erase(table.rows.begin());
        if (table.rows.size() < 2) return false;
        const Table side = turned(table);
        if (side.rows.size() < 2) return false;
        const TableMeaning meaning = match_columns(form_, side);
        const TableReading* reading = meaning.reading_of(table_);
        if (!reading || reading->header_rows != 1 || !is_enough(form_, meaning, *reading, is_expected_)) return false;
        if (reading->known < fewest) return false;
        const int label = column_index(def_, def_.row_label);
        const bool has_label = std::any_of(reading->columns.begin(), reading->columns.end(), [&](const ColumnUse& use) {
            return use.column == label && !use.heading.empty();
        });
        const bool is_sure_of_rows = reading->known >= fewest_turned;
        const bool names_rows = (is_sure_of_rows || (is_expected_ && has_names(table.rows.front()))) &&
                                !has_column_heading(table.rows.front());
        if (!has_label && (side.rows.size() > 2 ? !names_rows : title_.empty())) return false;
        const bool is_corner_empty = !has_label && side.rows.size() > 2;
        read(side, *reading, is_corner_empty && !is_sure_of_rows ? few_turned_factor : 1);
        return true;
    }

    // The reading of a table in which no heading is known and one column has answers: "ja", "op afroep", "regelmatig".
    std::optional<TableReading> read_by_answers(const Table& table) const {
        const int label = column_index(def_, def_.row_label), answer = column_index(def_, def_.bare_column);
        if (describes(def_) || label < 0 || answer < 0) return std::nullopt;
        GridRows grid(table);
        const auto width = static_cast<std::size_t>(grid.width());
        if (width < 2) return std::nullopt;
        std::vector<int> answers(width), texts(width);
        std::vector<bool> starts_with_answer(width);
        int rows = 0;
        while (grid.next()) {
            ++rows;
            for (std::size_t c = 0; c < width; ++c) {
                const Cell* cell = grid.cells()[c];
                const std::string text = cell ? cell_text(*cell) : std::string();
                if (text.empty()) continue;
                ++texts[c];
                if (!is_answer(text)) continue;
                ++answers[c];
                if (grid.row() == 0) starts_with_answer[c] = !is_name_of_answers(text);
            }
        }
        const auto most = static_cast<std::size_t>(std::max_element(answers.begin(), answers.end()) - answers.begin());
        if (answers[most] < fewest_answers || answers[most] < answered_share * rows) return std::nullopt;
        // The name stands first, behind a number at most.
        std::size_t name = 0;
        while (name < width && (name == most || texts[name] < answers[most])) ++name;
        if (name >= width) return std::nullopt;
        TableReading reading;
        reading.table = table_;
        reading.columns.resize(width);
        reading.columns[name].column = label;
        reading.columns[most].column = answer;
        reading.header_rows = starts_with_answer[most] ? 0 : 1;
        return reading;
    }

    // Whether `text` is the name of one of the table's columns of answers and nothing else.
    bool is_answer(std::string_view text) const {
        constexpr std::size_t answer_bytes = 40;
        if (text.size() > answer_bytes) return false;
        bool found = false;
        const Words words = fold_words(text);
        form_.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
            found = found || (meaning.item == table_ && taken == words.size() &&
                              def_.columns[meaning.part].id != def_.row_label);
        });
        return found;
    }

    // Whether `text` is the name of the column of answers, and no answer: "Hoe vaak", not "ja".
    bool is_name_of_answers(std::string_view text) const {
        const int answer = column_index(def_, def_.bare_column);
        bool found = false;
        form_.meanings_at(fold_words(text), 0, Term::column, [&](const Meaning& meaning, std::size_t) {
            found = found || (meaning.item == table_ && meaning.part == answer && (meaning.flags & Meaning::telling));
        });
        return found;
    }

    // The line above a table that may say what it is for.
    void read_title(const Paragraph& paragraph) {
        if (is_blank(paragraph)) return;
        const bool may_be = text_bytes(paragraph) <= title_bytes && (paragraph.heading > 0 || is_all(paragraph, bold));
        title_ = may_be ? row_title(plain_text(paragraph.inlines, TextOf::value)) : std::string();
    }

    const MatchedTemplate& form_;
    std::size_t table_;
    const TableDef& def_;
    bool is_expected_, is_last_resort_;
    TableWork work_;
    std::size_t first_;  // row of this place
    LabelBlocks blocks_;
    NamedItems items_;
    TableReading last_;
    std::string title_;
};

}  // namespace

void mark_headers(Sections& sections, TableMeanings& meanings) {
    constexpr int least_columns = 2;
    for (Section& section : sections.sections)
        for (Block& block : section.blocks) {
            auto* const table = std::get_if<Table>(&block.content);
            if (!table) continue;
            const std::vector<TableReading>& readings = meanings.of(*table).readings;
            if (readings.empty() || readings.front().firm < least_columns) continue;
            for (std::size_t row = 0; row < std::min(readings.front().header_rows, table->rows.size()); ++row) {
                table->rows[row].is_header = true;
                for (Cell& cell : table->rows[row].cells) cell.is_header = true;
            }
        }
}

void read_row_tables(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work) {
    RowTables reader(form, table, place, work);
    reader.blocks(place.blocks);
    reader.finish();
}

namespace {

void read_names(const std::vector<Block>& blocks, NameLists& names) {
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            names.paragraph(*paragraph);
            continue;
        }
        for (const Row& row : std::get<Table>(block.content).rows)
            for (const Cell& cell : row.cells) {
                names.end();
                read_names(cell.blocks, names);
            }
        names.end();
    }
    names.end();
}

// The section that a table is expected in: the one at `index`, or one that it stands under; null where none is.
const Section* find_place(const TableDef& def, const Sections& sections, const std::vector<int>& parents,
                          std::size_t index) {
    for (int s = static_cast<int>(index); s >= 0; s = parents[static_cast<std::size_t>(s)])
        if (is_place(def, sections.sections[static_cast<std::size_t>(s)].id))
            return &sections.sections[static_cast<std::size_t>(s)];
    return nullptr;
}

// Rows that are names only, where the document has no table of them.
std::vector<FoundRow> read_name_lists(const TableDef& def, const Sections& sections, const std::vector<int>& parents) {
    NameLists names(def);
    std::vector<FoundRow> rows;
    for (std::size_t i = 0; i < sections.sections.size(); ++i) {
        const Section* place = find_place(def, sections, parents, i);
        if (!place) continue;
        read_names(sections.sections[i].blocks, names);
        for (FoundRow& row : names.take()) {
            if (place->is_guess) row.confidence *= guessed_factor;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace

std::vector<FoundTable> find_tables(const MatchedTemplate& form, const Sections& sections, TableMeanings& meanings,
                                    std::vector<Diagnostic>& diagnostics) {
    std::vector<FoundTable> found;
    const std::vector<int> parents = find_parents(sections.sections);
    for (std::size_t t = 0; t < form.rules.tables.size(); ++t) {
        const TableDef& def = form.rules.tables[t];
        FoundTable table{def.id, {}};
        const auto read = [&](const std::vector<Block>& blocks, bool is_expected, std::string_view section) {
            readers[static_cast<std::size_t>(def.form)](form, t, {blocks, is_expected, false, section},
                                                        {meanings, table.rows, diagnostics});
        };
        read(sections.front, is_place(def, front_place), front_place);
        for (std::size_t i = 0; i < sections.sections.size(); ++i) {
            const Section* place = find_place(def, sections, parents, i);
            const std::size_t first = table.rows.size();
            read(sections.sections[i].blocks, place != nullptr, sections.sections[i].id);
            if (place && place->is_guess)
                for (std::size_t row = first; row < table.rows.size(); ++row)
                    table.rows[row].confidence *= guessed_factor;
        }
        if (table.rows.empty() && describes(def)) {
            const TableWork work{meanings, table.rows, diagnostics};
            read_row_tables(form, t, {sections.front, false, true}, work);
            for (const Section& section : sections.sections)
                if (section.id == unknown_section) read_row_tables(form, t, {section.blocks, false, true}, work);
        }
        if (table.rows.empty() && !def.known_names.empty()) table.rows = read_name_lists(def, sections, parents);
        if (!table.rows.empty()) found.push_back(std::move(table));
    }
    return found;
}

}  // namespace sop
