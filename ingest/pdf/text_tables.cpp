#include "ingest/pdf/text_tables.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/labels.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"
#include "ingest/pdf/rule_stacks.h"
#include "ingest/pdf/text_rows.h"
#include "ingest/pdf/text_table_checks.h"

namespace sop::pdf {
namespace {

// In sizes.
constexpr double text_gap = 0.7;      // between words of one text, at most
constexpr double bullet_gap = 3;      // between a bullet and its text, at most
constexpr double column_gap = 0.6;    // white between columns, at least
constexpr double most_white = 3;      // between lines of one table
constexpr double larger_type = 1.15;  // of a heading
constexpr double clear_white = 1;     // between a table and what is above it
constexpr double close_lines = 0.75;  // white between lines of one text
constexpr double more_white = 1.3;    // times that between rows: another table begins
constexpr double side_margin = 2;     // points between a column's side and its leftmost word
constexpr double same_start = 1;      // points
constexpr std::size_t most_levels = 400;
constexpr std::size_t looked_back = 4;  // levels, for the header of a table that follows another

struct Level {
    std::vector<TextPiece> pieces;
    double top = 0, bottom = 0, size = 0;
    bool is_bold = true;
};

using Levels = std::vector<Level>;

struct Interval {
    double from = 0, to = 0;
};

Level level_of(const Page& page, const Row& row) {
    Level level;
    for (const WordIndex index : row) {
        const Word& word = page.words[index];
        // The text of an item stands apart from its bullet.
        const bool is_after_bullet = !level.pieces.empty() && level.pieces.back().words.size() == 1 &&
                                     is_bullet(page.words[level.pieces.back().words.front()].text);
        const double most = (is_after_bullet ? bullet_gap : text_gap) * std::max(1.0, word.size);
        const bool is_new = level.pieces.empty() || word.box.left - level.pieces.back().right > most;
        if (is_new)
            level.pieces.push_back(piece_of(page, index));
        else
            add_word(level.pieces.back(), page, index);
    }
    level.top = level.pieces.front().top;
    for (const TextPiece& piece : level.pieces) {
        level.top = std::min(level.top, piece.top);
        level.bottom = std::max(level.bottom, piece.bottom);
        level.size = std::max(level.size, piece.size);
        level.is_bold = level.is_bold && piece.is_bold;
    }
    return level;
}

// What texts cover from side to side; the white between is that of the columns.
class Coverage {
public:
    void add(const Level& level) {
        for (const TextPiece& piece : level.pieces) covered_.push_back({piece.left, piece.right});
        std::sort(covered_.begin(), covered_.end(),
                  [](const Interval& a, const Interval& b) { return a.from < b.from; });
        size_ = std::max(size_, level.size);
        std::size_t kept = 0;
        for (const Interval& one : covered_) {
            if (kept > 0 && one.from - covered_[kept - 1].to < column_gap * size_)
                covered_[kept - 1].to = std::max(covered_[kept - 1].to, one.to);
            else
                covered_[kept++] = one;
        }
        covered_.resize(kept);
    }

    const std::vector<Interval>& columns() const { return covered_; }
    double size() const { return size_; }

    std::size_t column_of(const TextPiece& piece) const {
        const auto column = std::upper_bound(covered_.begin(), covered_.end(), piece.left,
                                             [](double x, const Interval& one) { return x < one.from; });
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(column - covered_.begin() - 1, 0));
    }

    // Whether two texts of `level` stand in one column.
    bool crowds(const Level& level) const {
        for (std::size_t i = 1; i < level.pieces.size(); ++i)
            if (column_of(level.pieces[i]) == column_of(level.pieces[i - 1])) return true;
        return false;
    }

private:
    std::vector<Interval> covered_;
    double size_ = 0;
};

class Finder {
public:
    Finder(const Page& page, Levels levels, const std::vector<Grid>& taken)
        : page_(page), levels_(std::move(levels)), taken_(taken), rules_(rules_of(page, taken)) {}

    std::vector<Grid> run() {
        std::vector<Grid> grids;
        for (std::size_t first = 0; first < levels_.size();) {
            if (levels_[first].pieces.size() < 2) {
                ++first;
                continue;
            }
            Coverage coverage;
            std::size_t end = end_of(first, coverage);
            const TextTable verdict = read(first, end, coverage, grids);
            first = std::max(first + 1, verdict == TextTable::lines ? next_start(first, end) : end);
        }
        return grids;
    }

private:
    // The first level behind `first` that does not leave white where the ones above do.
    std::size_t end_of(std::size_t first, Coverage& coverage) const {
        coverage.add(levels_[first]);
        std::size_t end = first + 1;
        for (; end < levels_.size(); ++end) {
            const Level &level = levels_[end], &above = levels_[end - 1];
            if (level.top - above.bottom > most_white * std::max(level.size, above.size)) break;
            if (level.pieces.size() == 1 && level.size > larger_type * coverage.size()) break;
            if (is_taken_between(above, level) || is_next_header(first, end)) break;
            Coverage next = coverage;
            next.add(level);
            if (next.columns().size() < 2 || 2 * (next.columns().size() - 1) < coverage.columns().size() - 1) break;
            const bool is_crowded = std::any_of(levels_.begin() + static_cast<std::ptrdiff_t>(first),
                                                levels_.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                                                [&](const Level& one) { return next.crowds(one); });
            if (is_crowded) {
                // Another table: it starts at its header.
                for (std::size_t back = end; back + looked_back > end && back > first + 1; --back)
                    if (levels_[back - 1].is_bold && !levels_[back - 2].is_bold)
                        return without(first, back - 1, coverage);
                break;
            }
            coverage = std::move(next);
        }
        return end;
    }

    double white_above(std::size_t at) const { return levels_[at].top - levels_[at - 1].bottom; }

    // Bold texts side by side over others that are not, further from the rows above than these are from each other.
    bool is_next_header(std::size_t first, std::size_t at) const {
        const Level& level = levels_[at];
        if (level.pieces.size() < 2 || !level.is_bold || levels_[at - 1].is_bold) return false;
        if (at + 1 == levels_.size() || levels_[at + 1].is_bold) return false;
        double widest = std::max(white_above(at + 1), 0.0);
        for (std::size_t i = first + 1; i < at; ++i) widest = std::max(widest, white_above(i));
        return white_above(at) > more_white * widest && white_above(at) > close_lines * level.size;
    }

    std::size_t without(std::size_t first, std::size_t end, Coverage& coverage) const {
        coverage = {};
        for (std::size_t i = first; i < end; ++i) coverage.add(levels_[i]);
        return end;
    }

    bool is_taken_between(const Level& above, const Level& below) const {
        return std::any_of(taken_.begin(), taken_.end(), [&](const Grid& grid) {
            return grid.box.top < below.bottom && grid.box.bottom > above.top;
        });
    }

    // Where a table may start among what was none: at bold type, or behind white.
    std::size_t next_start(std::size_t first, std::size_t end) const {
        for (std::size_t i = first + 1; i < end; ++i) {
            const Level &level = levels_[i], &above = levels_[i - 1];
            if ((level.is_bold && !above.is_bold) || level.top - above.bottom > clear_white * level.size) return i;
        }
        return end;
    }

    TextTable read(std::size_t first, std::size_t& end, const Coverage& coverage, std::vector<Grid>& grids) const {
        if (coverage.columns().size() < 2) return TextTable::lines;
        // Lines above that the first cells start with, and lines of the text below.
        std::size_t begin = first;
        while (begin > 0 && belongs_above(begin - 1, begin, coverage)) --begin;
        TextRows rows;
        // Text of the first column alone, behind all others, is what comes after the table: the white above it is none
        // of the rows'.
        for (std::size_t before = end + 1; end < before && end > begin;) {
            before = end;
            std::vector<std::vector<TextPiece>> columns(coverage.columns().size());
            const bool is_over_boxes = heads_boxes(begin, end, coverage);
            for (std::size_t i = begin + (is_over_boxes ? 1 : 0); i < end; ++i)
                for (const TextPiece& piece : levels_[i].pieces) columns[coverage.column_of(piece)].push_back(piece);
            rows = rows_of_columns(columns, !is_over_boxes);
            if (is_over_boxes) add_header(rows, levels_[begin], coverage);
            while (rows.stops.size() > 2 && is_trailing(rows)) {
                rows.stops.pop_back();
                rows.cells.front().pop_back();
            }
            while (end > begin && levels_[end - 1].top > rows.stops.back()) --end;
        }
        if (end < levels_.size() && goes_on(levels_[end - 1], levels_[end], coverage)) return TextTable::lines;
        const std::vector<double> rules = rules_across(rows, coverage);
        for (const double rule : rules) end_row_at(rows, rule);
        const TextTable verdict = judge_text_table(page_, rows);
        if (verdict != TextTable::table) return verdict;
        grids.push_back(make_grid(rows));
        // One line alone is below the header.
        if (rules.size() == 1 && rules.front() <= rows.stops[1] && rows.stops.size() > 2) grids.back().header_rows = 1;
        return verdict;
    }

    // Heights of the lines that are drawn between its first and last text, over all columns.
    std::vector<double> rules_across(const TextRows& rows, const Coverage& coverage) const {
        std::vector<double> heights;
        const double left = coverage.columns().front().from + same_end, right = coverage.columns().back().to - same_end;
        for (const Rule& rule : rules_)
            if (rule.width > 0 && rule.from <= left && rule.to >= right && rule.y > rows.stops.front() &&
                rule.y < rows.stops.back())
                heights.push_back(rule.y);
        return heights;
    }

    // Whether all texts of the first level but of no first column have a tick box below them: however close they are,
    // they head the columns.
    bool heads_boxes(std::size_t begin, std::size_t end, const Coverage& coverage) const {
        const Level& header = levels_[begin];
        if (end < begin + 3 || header.pieces.size() < 2) return false;
        return std::all_of(header.pieces.begin(), header.pieces.end(), [&](const TextPiece& piece) {
            const std::size_t column = coverage.column_of(piece);
            return column > 0 && !is_box(piece) &&
                   std::any_of(
                       levels_[begin + 1].pieces.begin(), levels_[begin + 1].pieces.end(),
                       [&](const TextPiece& below) { return coverage.column_of(below) == column && is_box(below); });
        });
    }

    bool is_box(const TextPiece& piece) const {
        return piece.words.size() == 1 && starts_with_box(page_.words[piece.words.front()].text);
    }

    static void add_header(TextRows& rows, const Level& header, const Coverage& coverage) {
        rows.stops.front() = (header.bottom + std::max(header.bottom, rows.stops.front() + 1)) / 2;
        rows.stops.insert(rows.stops.begin(), header.top - 1);
        for (auto& cells : rows.cells)
            for (TextCell& cell : cells) {
                ++cell.first_row;
                ++cell.last_row;
            }
        for (const TextPiece& piece : header.pieces) {
            std::vector<TextCell>& cells = rows.cells[coverage.column_of(piece)];
            cells.insert(cells.begin(), {0, 0, {piece}});
        }
    }

    // Whether the line below is the next of both texts beside each other, which leave no white there.
    bool goes_on(const Level& level, const Level& below, const Coverage& coverage) const {
        if (below.top - level.bottom > close_lines * below.size || below.size > larger_type * level.size) return false;
        const auto starts_at = [&](double x) {
            return std::any_of(below.pieces.begin(), below.pieces.end(), [&](const TextPiece& piece) {
                return std::any_of(piece.words.begin(), piece.words.end(), [&](WordIndex word) {
                    return std::abs(page_.words[word].box.left - x) <= same_start;
                });
            });
        };
        const std::vector<Interval>& columns = coverage.columns();
        return below.pieces.size() < columns.size() &&
               std::all_of(columns.begin(), columns.end(), [&](const Interval& one) { return starts_at(one.from); });
    }

    // A line of one text, close above a text of its column but not the first.
    bool belongs_above(std::size_t upper, std::size_t lower, const Coverage& coverage) const {
        const Level &level = levels_[upper], &below = levels_[lower];
        if (level.pieces.size() != 1 || level.size > larger_type * coverage.size()) return false;
        const TextPiece& piece = level.pieces.front();
        const std::size_t column = coverage.column_of(piece);
        if (column == 0 || piece.right > coverage.columns()[column].to + coverage.size()) return false;
        return std::any_of(below.pieces.begin(), below.pieces.end(), [&](const TextPiece& other) {
            return coverage.column_of(other) == column && other.top - piece.bottom < close_lines * piece.size;
        });
    }

    static bool is_trailing(const TextRows& rows) {
        const std::size_t last = rows.stops.size() - 2;
        for (std::size_t column = 1; column < rows.cells.size(); ++column)
            if (!rows.cells[column].empty() && rows.cells[column].back().last_row == last) return false;
        return !rows.cells.front().empty() && rows.cells.front().back().first_row == last;
    }

    static Grid make_grid(const TextRows& rows) {
        Grid grid;
        grid.evidence = GridEvidence::columns;
        double right = 0;
        for (const auto& cells : rows.cells) {
            double left = 0, text_end = 0;
            for (const TextCell& cell : cells)
                for (const TextPiece& line : cell.lines) {
                    left = text_end == 0 ? line.left : std::min(left, line.left);
                    text_end = std::max(text_end, line.right);
                }
            grid.xs.push_back(left - side_margin);
            grid.text_ends.push_back(text_end);
            right = std::max(right, text_end);
        }
        grid.xs.push_back(right + side_margin);
        grid.ys = rows.stops;
        grid.box = {grid.xs.front(), grid.ys.front(), grid.xs.back(), grid.ys.back()};
        const std::size_t count = grid.ys.size() - 1;
        for (std::size_t column = 0; column < rows.cells.size(); ++column) {
            const auto add = [&](std::size_t first, std::size_t last) {
                GridCell cell{.row = static_cast<int>(first), .column = static_cast<int>(column), .box = {}};
                cell.row_span = static_cast<int>(last - first + 1);
                cell.box = {grid.xs[column], grid.ys[first], grid.xs[column + 1], grid.ys[last + 1]};
                grid.cells.push_back(cell);
            };
            std::size_t row = 0;
            for (const TextCell& cell : rows.cells[column]) {
                for (; row < cell.first_row; ++row) add(row, row);
                add(cell.first_row, cell.last_row);
                row = cell.last_row + 1;
            }
            for (; row < count; ++row) add(row, row);
        }
        std::sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
        return grid;
    }

    const Page& page_;
    Levels levels_;
    const std::vector<Grid>& taken_;
    std::vector<Rule> rules_;
};

}  // namespace

std::vector<Grid> find_text_grids(const WordPlaces& places, const std::vector<Grid>& taken) {
    const Page& page = places.page();
    std::vector<WordIndex> words;
    for (const WordIndex word : places.inside({0, 0, page.width, page.height})) {
        const Box& box = page.words[word].box;
        const bool is_taken =
            std::any_of(taken.begin(), taken.end(), [&](const Grid& grid) { return touches(grid.box, box, -1); });
        if (page.words[word].rotation == 0 && !is_taken) words.push_back(word);
    }
    Levels levels;
    for (const Row& row : rows_of(page, words)) {
        if (levels.size() == most_levels) return {};
        levels.push_back(level_of(page, row));
    }
    return Finder(page, std::move(levels), taken).run();
}

}  // namespace sop::pdf
