// Points: the items of a list, numbered or dashed paragraphs, or the rows of a table.
#include <algorithm>
#include <array>
#include <optional>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "extract/tables.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Without a mark, a longer paragraph below "…:" is prose.
constexpr std::size_t bare_line_bytes = 200;
constexpr std::size_t fewest_bare_lines = 2;
// A longer bold line is text.
constexpr std::size_t bold_line_bytes = 80;
constexpr std::string_view term_column = "termijn";
// A longer text is no term.
constexpr std::size_t term_bytes = 40;
// Less is a mark.
constexpr std::size_t fewest_letters = 2;

// Signs that people type before an item, beside those that are bullets everywhere.
constexpr std::array<std::string_view, 7> typed_marks{"✗ ", "✘ ", "✓ ", "✔ ", "> ", "» ", "› "};

// `line` without the mark of an item in front: "- ", "• ", "✗ ", "1. ", "a) "; absent where it has none.
std::optional<std::string_view> item_text(std::string_view line) {
    line = trim(line);
    if (const auto text = bullet_text(line)) return text;
    std::size_t at = 0;
    while (at < line.size() && at < 2 && line[at] >= '0' && line[at] <= '9') ++at;
    for (const std::string_view mark : typed_marks)
        if (line.starts_with(mark)) return trim(line.substr(mark.size()));
    if (at == 0 && line.size() > 2 && line[0] >= 'a' && line[0] <= 'z' && (line[1] == ')' || line[1] == '.')) at = 1;
    if (at == 0 || at >= line.size() || (line[at] != '.' && line[at] != ')')) return std::nullopt;
    if (at + 1 < line.size() && line[at + 1] != ' ' && line[at + 1] != '\t') return std::nullopt;  // "3.2", "1.Doel"
    return trim(line.substr(at + 1));
}

bool is_box(std::string_view text) { return text.starts_with(ticked) || text.starts_with(unticked); }

// Calls see(item) for each item of a line of tick boxes, the box in front: "☒ a ☐ b", or "a ☒" with its box behind.
// Returns false where the line is none.
template <class See>
bool boxed_items(std::string_view line, See see) {
    line = trim(line);
    const std::size_t first = next_box(line, 0);
    if (first == line.size()) return false;
    if (first > 0) {
        if (first + ticked.size() < line.size()) return false;
        see(std::string(line.substr(first)) + " " + std::string(trim(line.substr(0, first))));
        return true;
    }
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = next_box(line, at + ticked.size());
        see(std::string(trim(line.substr(at, end - at))));
        at = end;
    }
    return true;
}

bool has_year(std::string_view text) {
    const Words words = fold_words(text);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].size() == 4 && words[i].starts_with("20") && has_digit(words[i].substr(2, 1)) &&
            has_digit(words[i].substr(3)))
            return true;
    return false;
}

// Whether a line says when what stands below it is to be done, and nothing else: "Schooljaar 2022-2023", "In 2025:",
// "Korte termijn".
bool is_term_line(std::string_view line) {
    constexpr std::array<std::string_view, 18> others{
        "schooljaar", "schooljaren", "cursusjaar", "jaar", "jaren", "periode", "het",  "de",       "in",
        "voor",       "tot",         "en",         "met",  "t",     "m",       "eind", "voorjaar", "najaar"};
    constexpr std::array<std::string_view, 4> lengths{"korte", "lange", "langere", "middellange"};
    if (line.size() > term_bytes) return false;
    const Words words = fold_words(line);
    if (words.size() == 2 && words[1] == "termijn")
        return std::find(lengths.begin(), lengths.end(), words[0]) != lengths.end();
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!has_digit(words[i]) && month_of(words[i]) == 0 &&
            std::find(others.begin(), others.end(), words[i]) == others.end())
            return false;
    return has_year(line);
}

class PointReader {
public:
    PointReader(const MatchedTemplate& form, std::size_t table, TableWork work)
        : form_(form), table_(table), def_(form.rules.tables[table]), work_(work) {}

    void read(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
                this->paragraph(*paragraph);
            else
                table(std::get<Table>(block.content));
        }
        end_bare_lines();
    }

    // Of blocks where no points are expected: the tables whose columns say that they are these.
    void read_sure(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            const auto* table = std::get_if<Table>(&block.content);
            if (!table) continue;
            const TableReading* known = sure_reading(*table);
            if (!known || known->table != table_) continue;
            const std::size_t first = work_.rows.size();
            read_rows(form_, *table, *known, {known_columns_confidence * elsewhere_factor}, work_.rows,
                      work_.diagnostics);
            weigh_bare(first);
        }
    }

    // Takes the boxes off the points. Of a list in which some are ticked the others do not count; where none is, the
    // boxes are bullets or an answer nobody gave, and only a real list's are bullets.
    void finish() {
        enum class Tick { none, off, on };
        std::vector<Tick> ticks;
        const auto first = work_.rows.begin() + static_cast<std::ptrdiff_t>(first_);
        work_.rows.erase(
            std::remove_if(first, work_.rows.end(),
                           [&](FoundRow& row) {
                               name_marked_terms(row);
                               add_term_of_group(row);
                               const std::string_view box = take_box(row);
                               if (!is_point(row)) return true;
                               ticks.push_back(box.empty() ? Tick::none : box == ticked ? Tick::on : Tick::off);
                               return false;
                           }),
            work_.rows.end());
        const bool any_ticked = std::find(ticks.begin(), ticks.end(), Tick::on) != ticks.end();
        const auto unticked_one = std::find(ticks.begin(), ticks.end(), Tick::off);
        if (unticked_one == ticks.end() || (!any_ticked && boxes_are_bullets_)) return;
        if (!any_ticked)
            add_diagnostic(work_.diagnostics,
                           {"KEUZE_OPEN", Severity::warning, "Bij een keuze is geen antwoord gegeven.",
                            first[unticked_one - ticks.begin()].origin});
        std::size_t kept = first_;
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            if (ticks[i] == Tick::off) continue;
            if (kept != first_ + i) work_.rows[kept] = std::move(work_.rows[first_ + i]);
            ++kept;
        }
        work_.rows.resize(kept);
    }

private:
    // The box in front of a row's text, or in a cell of its own before it; taken out of the row. "" where none.
    std::string_view take_box(FoundRow& row) const {
        for (auto cell = row.cells.begin(); cell != row.cells.end(); ++cell) {
            const bool is_text = cell->column == def_.row_label;
            if (is_box(cell->raw) && (is_text || (cell->heading.empty() && cell->raw.size() == ticked.size()))) {
                const std::string_view box = cell->raw.starts_with(ticked) ? ticked : unticked;
                if (is_text)
                    cell->raw = std::string(trim(std::string_view(cell->raw).substr(box.size())));
                else
                    row.cells.erase(cell);
                return box;
            }
            if (is_text) return {};
        }
        return {};
    }

    // A mark in a column "Schooljaar 2018-2019" stands for that term.
    void name_marked_terms(FoundRow& row) const {
        if (column_index(def_, term_column) < 0 || find_cell(row, term_column)) return;
        for (FoundCell& cell : row.cells) {
            const bool is_mark = cell.raw == ticked || cell.raw == "x" || cell.raw == "X";
            if (cell.column == def_.row_label || !is_mark || !has_year(cell.heading)) continue;
            cell.column = term_column;
            cell.raw = cell.heading;
        }
    }

    // What a row stands under may say when it is to be done.
    void add_term_of_group(FoundRow& row) const {
        if (!is_term_line(row.group) || column_index(def_, term_column) < 0 || find_cell(row, term_column)) return;
        std::string_view term = row.group;
        if (term.ends_with(':')) term.remove_suffix(1);
        row.cells.push_back({std::string(term_column), "", std::string(trim(term)), row.origin});
    }

    // Whether a row says something: no lone mark, and no answer to a question that the points belong to.
    bool is_point(const FoundRow& row) const {
        const FoundCell* text = find_cell(row, def_.row_label);
        if (!text) return true;
        if (text->raw.empty()) return false;
        const std::string folded = fold(text->raw);
        if (folded.empty()) return true;  // a dash: there are none
        return folded.size() >= fewest_letters && folded != "ja" && folded != "nee";
    }

    // Whether a line above a list says that it is of something else: "Dit hebben wij al bereikt:".
    bool is_before_others(std::string_view line) const {
        const std::string words = ' ' + fold(line) + ' ';
        const auto has = [&](std::string_view phrase) {
            return words.find(' ' + std::string(phrase) + ' ') != std::string::npos;
        };
        return !has("niet") && !has("geen") && std::any_of(def_.not_after.begin(), def_.not_after.end(), has) &&
               !names_own_section(line);
    }
    // "Grenzen en groeimogelijkheden" stands above limits too.
    bool names_own_section(std::string_view line) const {
        const Words words = fold_words(line);
        bool found = false;
        const auto see = [&](const Meaning& meaning, std::size_t) {
            const std::string& id = form_.rules.sections[meaning.item].id;
            found = found || std::find(def_.places.begin(), def_.places.end(), id) != def_.places.end();
        };
        form_.meanings_at(words, 0, Term::heading, see);
        for (std::size_t at = 0; at < words.size(); ++at) form_.meanings_at(words, at, Term::mention, see);
        return found;
    }

    void add(std::string_view text, const Origin& origin, double confidence) {
        if (is_of_others_ || is_empty_value(form_, text)) return;
        FoundRow row;
        row.group = group_;
        row.method = Method::label;
        row.confidence = confidence;
        row.origin = origin;
        row.cells.push_back({def_.row_label, "", std::string(text), origin});
        work_.rows.push_back(std::move(row));
    }

    void paragraph(const Paragraph& paragraph) {
        const std::string whole = plain_text(paragraph.inlines, TextOf::value);
        const std::string_view text = trim(whole);
        if (text.empty()) return;
        const bool is_bold_line = text.size() <= bold_line_bytes && is_all(paragraph, bold);
        if (paragraph.heading > 0 || (!paragraph.list && (text.ends_with(':') || is_bold_line)))
            is_of_others_ = is_before_others(text);
        const bool names_term = !paragraph.list && is_term_line(text);
        if (paragraph.heading > 0 || names_term) {
            end_bare_lines();
            in_list_ = false;
            group_ = collapse_spaces(text);
            return;
        }
        // Another title ends what a line with a year began.
        if (!paragraph.list && is_bold_line && is_term_line(group_)) group_.clear();
        if (paragraph.list) {
            end_bare_lines();
            list_item(text, *paragraph.list, paragraph.origin);
            return;
        }
        in_list_ = false;
        if (!lines(text, paragraph.origin)) bare_line(text, paragraph.origin);
    }

    // An item below another belongs to it.
    void list_item(std::string_view text, const ListMark& mark, const Origin& origin) {
        // A box that is the list's own bullet has taken its label's place.
        if (is_box(text)) {
            boxes_are_bullets_ = boxes_are_bullets_ || mark.label.empty();
            boxed_items(text, [&](const std::string& item) { add(item, origin, list_item_confidence); });
            return;
        }
        if (!in_list_) base_level_ = mark.level;
        base_level_ = std::min(base_level_, mark.level);
        if (in_list_ && mark.level > base_level_ && !work_.rows.empty()) {
            work_.rows.back().cells.front().raw += "\n- " + std::string(text);
            return;
        }
        in_list_ = true;
        add(text, origin, list_item_confidence);
    }

    // Lines that start with a dash or a number; a line without goes on with the item before it in the paragraph.
    bool lines(std::string_view text, const Origin& origin) {
        bool any = false;
        std::string item;
        const auto finish = [&] {
            if (any) add(item, origin, list_item_confidence);
        };
        const auto start = [&](std::string_view marked) {
            if (!any) end_bare_lines();
            finish();
            any = true;
            item = marked;
        };
        for_each_line(text, [&](std::string_view line) {
            if (boxed_items(line, start)) return;
            if (const auto marked = item_text(line)) {
                start(*marked);
            } else if (any && !trim(line).empty()) {
                item += ' ';
                item += trim(line);
            }
        });
        finish();
        return any;
    }

    // Paragraphs that end in a semicolon are points with the one behind them; short ones below a paragraph that ends in
    // a colon are too, when there are several.
    void bare_line(std::string_view text, const Origin& origin) {
        const bool goes_on = text.ends_with(';');
        if (text.size() <= bare_line_bytes && (goes_on || in_series_)) {
            if (!in_series_ && !after_colon_) end_bare_lines();
            bare_.push_back({std::string(goes_on ? trim(text.substr(0, text.size() - 1)) : text), origin});
            in_series_ = goes_on;
            has_series_ = true;
            if (!goes_on) end_bare_lines();
            return;
        }
        if (text.ends_with(':')) {
            end_bare_lines();
            after_colon_ = true;
            return;
        }
        if (!after_colon_) return;
        if (text.size() > bare_line_bytes) {
            after_colon_ = false;
            bare_.clear();
            return;
        }
        bare_.push_back({std::string(text), origin});
    }
    void end_bare_lines() {
        if (bare_.size() >= fewest_bare_lines)
            for (const auto& [text, origin] : bare_)
                add(text, origin, has_series_ ? written_confidence : bare_line_confidence);
        bare_.clear();
        after_colon_ = in_series_ = has_series_ = false;
    }

    void table(const Table& table) {
        end_bare_lines();
        in_list_ = false;
        const TableMeaning& meaning = work_.meanings.of(table);
        if (const TableReading* known = meaning.reading_of(table_)) {
            const std::size_t first = work_.rows.size();
            read_rows(form_, table, *known, {known->known >= 2 ? own_columns_confidence : known_columns_confidence},
                      work_.rows, work_.diagnostics);
            weigh_bare(first);
            return;
        }
        if (meaning.excludes(table_) || sure_reading(table) || read_years(table)) return;
        // A frame around a list.
        if (table.rows.size() == 1 && table.rows[0].cells.size() == 1) {
            const std::size_t before = work_.rows.size();
            read(table.rows[0].cells[0].blocks);
            if (work_.rows.size() > before) return;
        }
        if (const auto reading = read_by_place(table))
            read_rows(form_, table, *reading, {known_columns_confidence * no_header_factor}, work_.rows,
                      work_.diagnostics);
    }

    // The reading of a table that its columns make one of the record wherever it stands; null where there is none.
    const TableReading* sure_reading(const Table& table) const {
        const std::vector<TableReading>& readings = work_.meanings.of(table).readings;
        return !readings.empty() && is_sure(form_, readings.front()) ? &readings.front() : nullptr;
    }

    // A table with a year above each column: a point in each cell, with that year for its term.
    bool read_years(const Table& table) {
        const int term = column_index(def_, term_column);
        if (term < 0 || table.rows.size() < 2 || table.columns < 2) return false;
        const std::vector<Cell>& years = table.rows.front().cells;
        const auto is_term = [](const Cell& cell) {
            const std::string text = cell_text(cell);
            return cell.column_span == 1 && text.size() <= term_bytes && has_year(text);
        };
        if (years.size() != static_cast<std::size_t>(table.columns) ||
            !std::all_of(years.begin(), years.end(), is_term))
            return false;
        for (std::size_t r = 1; r < table.rows.size(); ++r)
            for (const Cell& cell : table.rows[r].cells) {
                const std::string text = cell_text(cell);
                if (text.empty() || cell.column_span > 1 || cell.column >= table.columns) continue;
                const std::size_t points = work_.rows.size();
                const bool is_list = lines(text, cell.origin);
                if (!is_list) add(text, cell.origin, known_columns_confidence * no_header_factor);
                const Cell& year = years[static_cast<std::size_t>(cell.column)];
                for (std::size_t i = points; i < work_.rows.size(); ++i)
                    work_.rows[i].cells.push_back({std::string(term_column), "", cell_text(year), year.origin});
            }
        return true;
    }

    // A point with nothing beside it, right above rows that say when and by whom, may be a title for them.
    void weigh_bare(std::size_t first) {
        for (std::size_t row = first; row + 1 < work_.rows.size(); ++row)
            if (filled(work_.rows[row]) == 1 && filled(work_.rows[row + 1]) > 2)
                work_.rows[row].confidence *= bare_point_factor;
    }
    static std::ptrdiff_t filled(const FoundRow& row) {
        return std::count_if(row.cells.begin(), row.cells.end(),
                             [](const FoundCell& cell) { return !trim(cell.raw).empty(); });
    }

    // The reading of a table without known columns: one column of text, with numbers or boxes before it, and a term
    // beside it.
    std::optional<TableReading> read_by_place(const Table& table) const {
        GridRows grid(table);
        const auto width = static_cast<std::size_t>(grid.width());
        std::vector<int> texts(width), numbers(width), terms(width);
        std::vector<bool> starts_otherwise(width);
        std::size_t fields = 0;
        while (grid.next()) {
            const Cell* leading = width > 1 ? grid.cells()[0] : nullptr;
            const std::string name = leading ? cell_text(*leading) : "";
            if (!name.empty() && name.size() <= term_bytes && form_.is_term(fold_words(name), Term::label)) ++fields;
            for (std::size_t c = 0; c < width; ++c) {
                const std::string text = grid.cells()[c] ? cell_text(*grid.cells()[c]) : "";
                if (text.empty()) continue;
                ++texts[c];
                const bool is_term = text.size() <= term_bytes && has_year(text);
                terms[c] += is_term;
                if (grid.row() == 0) starts_otherwise[c] = !is_term;
                numbers[c] += text == ticked || text == unticked ||
                              (text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char sign) {
                                   return (sign >= '0' && sign <= '9') || sign == '.' || sign == ')';
                               }));
            }
        }
        if (fields * 2 > table.rows.size()) return std::nullopt;  // names of fields with their values
        TableReading reading;
        reading.table = table_;
        reading.columns.resize(width);
        const int term = column_index(def_, term_column);
        int content = 0;
        for (std::size_t c = 0; c < width; ++c) {
            if (term >= 0 && c > 0 && terms[c] * 2 > texts[c]) {
                reading.columns[c].column = term;
                // A header is the only one that is no term.
                if (starts_otherwise[c] && terms[c] + 1 == texts[c]) reading.header_rows = 1;
                continue;
            }
            if (texts[c] == 0 || numbers[c] * 2 > texts[c]) continue;
            if (++content == 1) reading.columns[c].column = column_index(def_, def_.row_label);
        }
        if (content != 1) return std::nullopt;
        if (!table.rows.empty() && table.rows[0].is_header) reading.header_rows = 1;
        return reading;
    }

    struct BareLine {
        std::string text;
        Origin origin;
    };

    const MatchedTemplate& form_;
    std::size_t table_;
    const TableDef& def_;
    TableWork work_;
    std::size_t first_ = work_.rows.size();  // row of this place
    bool boxes_are_bullets_ = false;
    std::string group_;
    bool is_of_others_ = false;  // what stands here is no point
    bool in_list_ = false;
    int base_level_ = 0;
    bool after_colon_ = false;
    bool in_series_ = false;   // the last line ended in a semicolon
    bool has_series_ = false;  // one of the lines did
    std::vector<BareLine> bare_;
};

}  // namespace

void read_points(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work) {
    PointReader reader(form, table, work);
    if (place.is_expected)
        reader.read(place.blocks);
    else
        reader.read_sure(place.blocks);
    reader.finish();
}

}  // namespace sop
