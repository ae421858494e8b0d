#include "ingest/pdf/grid_rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "ingest/pdf/labels.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"
#include "ingest/pdf/text_rows.h"
#include "ingest/pdf/text_table_checks.h"

namespace sop::pdf {
namespace {

constexpr std::size_t most_header_lines = 3;
constexpr std::size_t least_drawn_rows = 3;  // between ruled columns; paragraphs of two cells may be level by chance
constexpr std::size_t least_rows = 2;
constexpr double same_top = 2;       // points between texts of one row
constexpr double most_padding = 6;   // points between text and the side of its cell
constexpr double full_share = 0.34;  // of the lines between rules, that may go on in the next row: in running text
constexpr std::size_t most_lines = 400;

using CellWords = std::vector<std::vector<WordIndex>>;

// The cells of a row in order where each is of that row and of one column alone; else none.
std::vector<std::size_t> plain_row(const Grid& grid, int row) {
    std::vector<std::size_t> cells;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        if (cell.row > row || cell.row + cell.row_span <= row) continue;
        if (cell.row_span > 1 || cell.column_span > 1) return {};
        cells.push_back(i);
    }
    return cells.size() + 1 == grid.xs.size() ? cells : std::vector<std::size_t>();
}

bool starts_item(const Page& page, const Row& line) {
    const std::string& text = page.words[line.front()].text;
    return line.size() > 1 && (is_bullet(text) || text.starts_with("☐") || text.starts_with("☒"));
}

bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with('?') || text.ends_with('!'); }

class RowCutter {
public:
    RowCutter(Grid& grid, const CellWords& words, const Page& page) : grid_(grid), words_(words), page_(page) {}

    bool cut() {
        if (grid_.xs.size() < 3 || grid_.rotation != 0 || !find_body() || !read_columns()) return false;
        const TextRows rows = rows_of_columns(columns_, body_row_ == 0);
        if (has_items_ && !rows.is_by_gaps) return false;
        if (!are_rows(rows)) return false;
        if (!is_below_header(rows) && judge_text_table(page_, rows) != TextTable::table) return false;
        cut_at(rows);
        return true;
    }

private:
    bool is_drawn() const { return grid_.evidence == GridEvidence::rulings || grid_.evidence == GridEvidence::clips; }

    // Rows at the top up to the one below the last that holds a text over several columns.
    int rows_of_spans() const {
        int rows = 0;
        for (std::size_t i = 0; i < grid_.cells.size(); ++i)
            if (grid_.cells[i].row == rows && grid_.cells[i].column_span > 1 && !words_[i].empty()) ++rows;
        return rows == 0 ? 0 : rows + 1;
    }

    // The last row where it is the only one, or stands below a header of a few lines or below header rows.
    bool find_body() {
        body_row_ = static_cast<int>(grid_.ys.size()) - 2;
        if (body_row_ > std::max({1, grid_.header_rows, rows_of_spans()})) return false;
        body_ = plain_row(grid_, body_row_);
        if (body_row_ == 0) return !body_.empty();
        std::size_t filled = 0;
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            if (grid_.cells[i].row >= body_row_ || words_[i].empty()) continue;
            ++filled;
            if (rows_of(page_, words_[i]).size() > most_header_lines) return false;
        }
        return filled > 1 && !body_.empty();
    }

    // The lines of the body's columns.
    bool read_columns() {
        std::size_t lines = 0;
        for (const std::size_t cell : body_) {
            std::vector<TextPiece>& column = columns_.emplace_back();
            for (const Row& row : rows_of(page_, words_[cell])) {
                if (++lines > most_lines || page_.words[row.front()].rotation != 0) return false;
                has_items_ = has_items_ || starts_item(page_, row);
                TextPiece& line = column.emplace_back(piece_of(page_, row.front()));
                for (auto word = row.begin() + 1; word != row.end(); ++word) add_word(line, page_, *word);
            }
        }
        return !columns_.front().empty();
    }

    // Whether all texts stand in one row each, level with those beside, in enough rows.
    bool are_rows(const TextRows& rows) const {
        const std::size_t count = rows.stops.size() - 1;
        if (count < (is_drawn() ? least_drawn_rows : least_rows)) return false;
        std::vector<std::size_t> filled(count), longest(count), shortest(count, most_lines);
        std::vector<double> tops(count, page_.height);
        for (const auto& cells : rows.cells)
            for (const TextCell& cell : cells) {
                const std::size_t row = cell.first_row;
                if (cell.last_row != row) return false;
                ++filled[row];
                longest[row] = std::max(longest[row], cell.lines.size());
                shortest[row] = std::min(shortest[row], cell.lines.size());
                tops[row] = std::min(tops[row], cell.top());
            }
        const bool are_shared = std::all_of(filled.begin(), filled.end(), [](std::size_t cells) { return cells > 1; });
        if (!are_shared || (!rows.is_spaced && !rows.is_by_gaps && goes_on(rows))) return false;
        if (!is_drawn()) return true;
        // Between ruled columns, cells may hold paragraphs: those of two are rows where one waits for the other.
        for (const auto& cells : rows.cells)
            for (const TextCell& cell : cells)
                if (cell.top() - tops[cell.first_row] > same_top) return false;
        for (std::size_t row = 0; row + 1 < count; ++row)
            if (filled[row] == columns_.size() && shortest[row] < longest[row]) return true;
        return columns_.size() > 2 &&
               std::all_of(filled.begin(), filled.end(), [&](std::size_t cells) { return cells == columns_.size(); });
    }

    // Two rows of two columns are a table where a header names them.
    bool is_below_header(const TextRows& rows) const {
        return body_row_ > 0 && std::all_of(rows.cells.begin(), rows.cells.end(),
                                            [&](const auto& cells) { return cells.size() + 1 == rows.stops.size(); });
    }

    // Whether lines are so full that those of the next row may go on with them, as in running text.
    bool goes_on(const TextRows& rows) const {
        std::size_t full = 0, all = 0;
        for (std::size_t column = 0; column < rows.cells.size(); ++column) {
            const Box& box = grid_.cells[body_[column]].box;
            const std::vector<TextCell>& cells = rows.cells[column];
            for (std::size_t i = 1; i < cells.size(); ++i) {
                const TextPiece &line = cells[i - 1].lines.back(), &next = cells[i].lines.front();
                const double padding = std::clamp(line.left - box.left, 0.0, most_padding);
                const Word& first = page_.words[next.words.front()];
                const bool is_sentence = ends_sentence(page_.words[line.words.back()].text) && !next.starts_small;
                if (!is_sentence && line.right + first.box.right - first.box.left + padding > box.right) ++full;
                ++all;
            }
        }
        return is_drawn() ? full > 0 : static_cast<double>(full) > full_share * static_cast<double>(all);
    }

    void cut_at(const TextRows& rows) {
        const std::vector<double> stops(rows.stops.begin() + 1, rows.stops.end() - 1);
        const double top = grid_.ys[static_cast<std::size_t>(body_row_)], bottom = grid_.ys.back();
        grid_.ys.insert(grid_.ys.end() - 1, stops.begin(), stops.end());
        std::vector<GridCell> cut;
        for (std::size_t row = 0; row <= stops.size(); ++row)
            for (const std::size_t index : body_) {
                GridCell cell = grid_.cells[index];
                cell.row += static_cast<int>(row);
                cell.box.top = row == 0 ? top : stops[row - 1];
                cell.box.bottom = row == stops.size() ? bottom : stops[row];
                cell.is_open = cell.is_open && row == stops.size();
                cut.push_back(cell);
            }
        std::erase_if(grid_.cells, [&](const GridCell& cell) { return cell.row == body_row_; });
        grid_.cells.insert(grid_.cells.end(), cut.begin(), cut.end());
    }

    Grid& grid_;
    const CellWords& words_;
    const Page& page_;
    int body_row_ = 0;
    std::vector<std::size_t> body_;                // its cells
    std::vector<std::vector<TextPiece>> columns_;  // its lines
    bool has_items_ = false;                       // among them
};

}  // namespace

bool cut_rows_by_texts(Grid& grid, const CellWords& words, const Page& page) {
    return RowCutter(grid, words, page).cut();
}

}  // namespace sop::pdf
