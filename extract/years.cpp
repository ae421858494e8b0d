// Figures by year: a table with a column, or a row, for each year.
#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "extract/tables.h"
#include "ingest/text.h"

namespace sop {
namespace {

// "schooljaar 2014-2015 (1 oktober)"; longer text is no heading of a year.
constexpr std::size_t year_bytes = 60;
// "27,1 %", "variabel"; longer text is no figure.
constexpr std::size_t figure_bytes = 40;
constexpr std::size_t fewest_years = 2;
// A title may stand above the years.
constexpr std::size_t most_header_rows = 3;
// What a row starts with that sums years up.
constexpr std::array<std::string_view, 5> sums{"totaal", "totalen", "subtotaal", "gemiddeld", "gemiddelde"};

// Whether a short text names a year: "2014-2015", "schooljaar 2014/2015", "2016".
bool is_year(const std::string& text) {
    if (text.size() > year_bytes) return false;
    const Words words = fold_words(text);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].size() == 4 && (words[i].starts_with("20") || words[i].starts_with("19")) &&
            std::all_of(words[i].begin(), words[i].end(), [](char c) { return c >= '0' && c <= '9'; }))
            return true;
    return false;
}

// The first of two years that follow each other, in two figures each: 11 of "11-12", "'11/'12"; -1 where a text is
// something else.
int first_short_year(std::string_view text) {
    std::string digits;
    bool has_sign = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
        const bool is_sign = c == '-' || c == '/';
        if ((c < '0' || c > '9') && !is_sign && c != ' ' && c != '\'') return -1;
        if (is_sign && (has_sign || digits.size() != 2)) return -1;
        has_sign = has_sign || is_sign;
    }
    if (digits.size() != 4 || !has_sign) return -1;
    const int first = (digits[0] - '0') * 10 + digits[1] - '0', second = (digits[2] - '0') * 10 + digits[3] - '0';
    return second == first + 1 ? first : -1;
}

struct Place {
    std::string text;
    const Cell* cell = nullptr;
};

// What a value is of: the figure, where that is named, and the year.
struct Names {
    std::string figure;
    const Place* place;
    const Place* year;
};

class YearReader {
public:
    YearReader(const TableDef& def, TableWork work) : def_(def), work_(work) {}

    void read(const std::vector<Block>& blocks) {
        for (const Block& block : blocks)
            if (const auto* table = std::get_if<Table>(&block.content)) this->table(*table);
    }

private:
    using Rows = std::vector<std::vector<Place>>;

    void table(const Table& table) {
        Rows rows;
        GridRows grid(table);
        while (grid.next()) {
            std::vector<Place>& row = rows.emplace_back();
            for (const Cell* cell : grid.cells()) row.push_back({cell ? cell_text(*cell) : "", cell});
        }
        for (std::size_t r = 0; r < std::min(most_header_rows, rows.size()); ++r) write_out_years(rows[r]);
        if (grid.width() >= 2 && (by_column(rows) || by_row(rows))) return;
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) read(cell.blocks);
    }

    // In a row that has school years in short and nothing else beside its first cell, one after the other, writes them
    // in full. Ages go on like that too.
    static void write_out_years(std::vector<Place>& row) {
        constexpr int first_year = 5, last_year = 40;
        std::vector<int> years;
        const std::string title = row.empty() ? "" : fold(row.front().text);
        for (const std::string_view word : {"leeftijd", "jarig", "groep", "score", "niveau"})
            if (title.find(word) != std::string::npos) return;
        for (std::size_t c = 1; c < row.size(); ++c) {
            const int year = first_short_year(row[c].text);
            if (year < first_year || year > last_year || (!years.empty() && year <= years.back())) return;
            years.push_back(year);
        }
        if (years.size() < fewest_years) return;
        for (std::size_t c = 1; c < row.size(); ++c) {
            const auto two = [](int value) { return (value < 10 ? "200" : "20") + std::to_string(value); };
            row[c].text = two(years[c - 1]) + "-" + two(years[c - 1] + 1);
        }
    }

    // A row of years over the columns, and below it a row for each figure. Below a year that is over several columns a
    // second row of headings may say what stands in each: then the figure is both, "verwijzingen / %".
    bool by_column(const Rows& rows) {
        for (std::size_t r = 0; r < std::min(most_header_rows, rows.size()); ++r) {
            std::vector<std::size_t> years;
            bool is_split = false;
            for (std::size_t c = 1; c < rows[r].size(); ++c) {
                const bool is_same = rows[r][c].cell == rows[r][c - 1].cell;
                if (is_year(rows[r][c].text) && !is_same) years.push_back(c);
                is_split = is_split || (is_same && rows[r][c].cell && is_year(rows[r][c].text));
            }
            if (years.size() < fewest_years || is_year(rows[r][0].text)) continue;
            const auto year_at = [&rows, r](std::size_t, std::size_t column) { return &rows[r][column]; };
            if (!is_split || r + 1 >= rows.size() || !is_sub_header(rows[r + 1]))
                return figures(rows, r + 1, years, [&](std::size_t row, std::size_t column) {
                    return Names{rows[row][0].text, &rows[row][0], year_at(row, column)};
                });
            std::vector<std::size_t> parts;
            for (std::size_t c = years.front(); c < rows[r].size(); ++c)
                if (is_year(rows[r][c].text)) parts.push_back(c);
            return figures(rows, r + 2, parts, [&](std::size_t row, std::size_t column) {
                std::string name = rows[row][0].text;
                const std::string& part = rows[r + 1][column].text;
                if (!name.empty() && !part.empty()) name.append(" / ").append(part);
                return Names{std::move(name), &rows[row][0], year_at(row, column)};
            });
        }
        return false;
    }

    // Whether a row has headings for the columns and no figures.
    static bool is_sub_header(const std::vector<Place>& row) {
        bool any = false;
        for (std::size_t c = 1; c < row.size(); ++c) {
            if (has_digit(row[c].text)) return false;
            any = any || !row[c].text.empty();
        }
        return any && (row[0].text.empty() || row[0].cell->row_span > 1);
    }

    // Whether all columns are one cell, or empty: a title, a note, a blank line.
    static bool is_one_cell(const std::vector<Place>& row) {
        return std::all_of(row.begin(), row.end(),
                           [&](const Place& place) { return place.cell == row.front().cell || place.text.empty(); });
    }

    // Whether a row sums the years up.
    static bool is_sum(const std::vector<Place>& row) {
        const Words words = fold_words(row.front().text);
        return words.size() > 0 && std::find(sums.begin(), sums.end(), words[0]) != sums.end();
    }

    // A row for each year, and above them the names of the figures. A title, notes and sums are no years.
    bool by_row(const Rows& whole) {
        Rows rows;
        for (const std::vector<Place>& row : whole)
            if (!is_one_cell(row) && !is_sum(row)) rows.push_back(row);
        std::size_t years = 0;
        for (std::size_t r = 1; r < rows.size(); ++r) years += is_year(rows[r][0].text) ? 1 : 0;
        if (years < fewest_years || years + 1 != rows.size()) return false;
        std::vector<std::size_t> columns;
        for (std::size_t c = 1; c < rows[0].size(); ++c)
            if (!rows[0][c].text.empty()) columns.push_back(c);
        return figures(rows, 1, columns, [&](std::size_t row, std::size_t column) {
            return Names{rows[0][column].text, &rows[0][column], &rows[row][0]};
        });
    }

    // Adds the cells of `columns` from row `first` on, each with what `names_of` gives: its figure and its year.
    // Nothing where most of them are no figures: a plan with a year for each step.
    template <class NamesOf>
    bool figures(const Rows& rows, std::size_t first, const std::vector<std::size_t>& columns, NamesOf names_of) {
        std::vector<FoundRow> found;
        std::size_t numbers = 0;
        for (std::size_t r = first; r < rows.size(); ++r)
            for (const std::size_t c : columns) {
                const Names names = names_of(r, c);
                const Place& value = rows[r][c];
                if (!value.cell || value.text.empty() || names.figure.empty()) continue;
                if (value.cell == rows[r][0].cell) continue;  // a note over all columns
                numbers += value.text.size() <= figure_bytes && has_digit(value.text) && !is_year(value.text) ? 1 : 0;
                FoundRow& row = found.emplace_back();
                row.confidence = known_columns_confidence;
                row.origin = value.cell->origin;
                row.cells.push_back({def_.row_label, "", collapse_spaces(names.figure), names.place->cell->origin});
                row.cells.push_back({"periode", "", collapse_spaces(names.year->text), names.year->cell->origin});
                row.cells.push_back({"waarde", "", value.text, value.cell->origin});
            }
        if (found.empty() || numbers * 2 <= found.size()) return false;
        std::move(found.begin(), found.end(), std::back_inserter(work_.rows));
        return true;
    }

    const TableDef& def_;
    TableWork work_;
};

}  // namespace

void read_years(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work) {
    YearReader(form.rules.tables[table], work).read(place.blocks);
}

}  // namespace sop
