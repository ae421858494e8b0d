#include "ingest/pdf/open_grids.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/lattice.h"
#include "ingest/pdf/rows.h"
#include "ingest/pdf/rule_stacks.h"
#include "ingest/pdf/text_columns.h"

namespace sop::pdf {
namespace {

// All in points, but for what says otherwise.
constexpr double near_side = 8;        // a rule over some columns ends this close to their sides
constexpr double partial_share = 0.5;  // of the width, which rules between merged cells cover
constexpr double line_pitch = 1.6;     // sizes from line to line of one cell, at most
constexpr double padding_slack = 4;    // by which the space above a row's first line differs
constexpr double most_padding = 12;    // of a cell, left of its text
constexpr int most_lines = 14;         // of a row, on average: more is a page with rules, in columns
constexpr double most_white = 3;       // sizes between rows of one table
constexpr std::size_t most_rows_above = 3;
constexpr double space_size = 0.5;  // sizes between words of one text

class OpenGrid {
public:
    OpenGrid(const WordPlaces& places, const std::vector<Rule>& rules, const Stack& stack)
        : places_(places), page_(places.page()), rules_(rules), stack_(stack) {
        for (const Rule& rule : stack.rules) {
            left_ = left_ == 0 ? rule.from : std::min(left_, rule.from);
            right_ = std::max(right_, rule.to);
        }
    }

    std::optional<Grid> read() {
        fill_bands();
        trim();
        if (bands_.empty() || !find_sides()) return std::nullopt;
        if (!stack_.is_cut_above) add_row_above();
        if (!stack_.is_cut_below) {
            add_partial_rules();
            add_row_below();
            // Rules around the header only show nothing of the rows.
            if (stack_.rules.size() == 2 && goes_on_below()) return std::nullopt;
        }
        if (bands_.size() < 2 || lines_of_all() > most_lines * static_cast<int>(bands_.size())) return std::nullopt;
        auto grid = make_grid();
        if (!grid || !is_divided(*grid)) return std::nullopt;
        return grid;
    }

private:
    // Most rows must have more than one column, or the white is chance.
    static bool is_divided(const Grid& grid) {
        std::vector<bool> rows(grid.ys.size() - 1);
        for (const GridCell& cell : grid.cells)
            if (cell.column > 0) rows[static_cast<std::size_t>(cell.row)] = true;
        const auto divided = static_cast<std::size_t>(std::count(rows.begin(), rows.end(), true));
        return divided >= 2 && 2 * divided >= rows.size();
    }

    Band band(double top, double bottom) const {
        Band result{top, bottom, {}};
        for (const WordIndex word : places_.inside({left_ - same_end, top, right_ + same_end, bottom}))
            if (page_.words[word].rotation == 0) result.words.push_back(word);
        return result;
    }

    void fill_bands() {
        const std::vector<Rule>& rules = stack_.rules;
        for (std::size_t i = 0; i + 1 < rules.size(); ++i) bands_.push_back(band(rules[i].y, rules[i + 1].y));
    }

    // Empty bands at the ends are white space between rules.
    void trim() {
        while (!bands_.empty() && bands_.back().words.empty()) bands_.pop_back();
        std::size_t first = 0;
        while (first < bands_.size() && bands_[first].words.empty()) ++first;
        bands_.erase(bands_.begin(), bands_.begin() + static_cast<std::ptrdiff_t>(first));
    }

    bool find_sides() {
        std::vector<Band> looked = bands_;
        if (const auto above = row_above(); above && has_texts(*above)) looked.insert(looked.begin(), *above);
        sides_ = drawn_sides();
        if (!sides_.empty()) return true;
        for (Band& one : looked) leave_out_spanning(one);
        sides_ = find_column_sides(page_, looked);
        if (looked.size() > bands_.size() && columns_filled(page_, looked.front().words, sides_) < 2)
            looked.erase(looked.begin());
        move_sides(looked);
        return !sides_.empty();
    }

    // Text right above a rule over some of the columns is a header of them all: it shows none of their sides.
    void leave_out_spanning(Band& one) const {
        for (const Rule& rule : rules_) {
            const bool is_whole = rule.from <= left_ + near_side && rule.to >= right_ - near_side;
            if (is_whole || rule.y <= one.top + same_end || rule.y >= one.bottom - same_end) continue;
            const auto is_below = [&](WordIndex word) {
                const Box& box = page_.words[word].box;
                return box.top > rule.y - same_end && box.left < rule.to && box.right > rule.from;
            };
            // Of several texts below it at least.
            std::vector<WordIndex> below;
            std::copy_if(one.words.begin(), one.words.end(), std::back_inserter(below), is_below);
            if (!has_texts({rule.y, one.bottom, below})) continue;
            std::erase_if(one.words, [&](WordIndex word) {
                const Box& box = page_.words[word].box;
                return box.bottom < rule.y + same_end && box.left >= rule.from - near_side &&
                       box.right <= rule.to + near_side;
            });
        }
    }

    // Cells keep their text as far from their left sides as the first column does from the ends of the rules.
    void move_sides(const std::vector<Band>& looked) {
        std::vector<double> starts(sides_.size() + 1, right_), ends(sides_.size() + 1, left_);
        for (const Band& one : looked) {
            for (const WordIndex word : one.words) {
                const Box& box = page_.words[word].box;
                const auto column = static_cast<std::size_t>(
                    std::upper_bound(sides_.begin(), sides_.end(), (box.left + box.right) / 2) - sides_.begin());
                starts[column] = std::min(starts[column], box.left);
                if (column < sides_.size() && box.right <= sides_[column])
                    ends[column] = std::max(ends[column], box.right);
            }
        }
        const double kept = starts.front() - left_;
        if (kept < 0 || kept > most_padding) return;
        for (std::size_t i = 0; i < sides_.size(); ++i) {
            const double side = starts[i + 1] - kept;
            if (side > ends[i] && side < starts[i + 1]) sides_[i] = side;
        }
    }

    // Sides of shaded cells in most of the shaded rows.
    std::vector<double> drawn_sides() const {
        std::vector<std::pair<double, double>> places;  // x, y of its middle
        for (const Ruling& line : page_.rulings)
            if (!line.is_horizontal && line.position > left_ + same_end && line.position < right_ - same_end)
                places.emplace_back(line.position, (line.from + line.to) / 2);
        std::vector<double> sides;
        for (std::size_t i = 0; i < places.size();) {  // by x
            const double x = places[i].first;
            std::vector<bool> is_seen(bands_.size());
            for (; i < places.size() && places[i].first <= x + same_end; ++i) {
                const auto at = std::lower_bound(bands_.begin(), bands_.end(), places[i].second,
                                                 [](const Band& one, double y) { return one.bottom < y; });
                if (at != bands_.end() && at->top < places[i].second)
                    is_seen[static_cast<std::size_t>(at - bands_.begin())] = true;
            }
            const auto seen = std::count(is_seen.begin(), is_seen.end(), true);
            if (seen > 0 && 3 * seen >= static_cast<std::ptrdiff_t>(bands_.size())) sides.push_back(x);
        }
        return sides;
    }

    // The lattice of the rules, also those over some columns only, and the sides of the columns as if they were drawn
    // between texts that do not go on over them.
    std::optional<Grid> make_grid() const {
        LineGroup lines;
        std::vector<double> stops;
        for (const Band& one : bands_) stops.push_back(one.top);
        stops.push_back(bands_.back().bottom);
        for (const double y : stops)
            lines.horizontal.push_back({.is_horizontal = true, .position = y, .from = left_, .to = right_});
        for (const Ruling& line : page_.rulings) {
            if (!line.is_horizontal || line.position < stops.front() || line.position > stops.back()) continue;
            if (line.from < left_ - near_side || line.to > right_ + near_side || !is_end(line.from) ||
                !is_end(line.to) || line.to - line.from >= right_ - left_ - 2 * same_end)
                continue;
            lines.horizontal.push_back(line);
            lines.horizontal.back().source = Ruling::Source::stroke;  // a row ends there, seen or not
        }
        std::sort(lines.horizontal.begin(), lines.horizontal.end(), [](const Ruling& a, const Ruling& b) {
            return std::pair(a.position, a.from) < std::pair(b.position, b.from);
        });
        std::vector<double> ys;
        for (const Ruling& line : lines.horizontal)
            if (ys.empty() || line.position > ys.back() + same_end) ys.push_back(line.position);
        const auto add = [&](double x, double from, double to) {
            lines.vertical.push_back({.is_horizontal = false, .position = x, .from = from, .to = to});
        };
        add(left_, stops.front(), stops.back());
        for (const double side : sides_)
            for (std::size_t i = 0; i + 1 < ys.size(); ++i)
                if (!is_filled_over(side, ys[i], ys[i + 1]) && !(i == 0 && is_header_over(side, ys[1])) &&
                    !is_spanned(page_, band(ys[i], ys[i + 1]).words, side))
                    add(side, ys[i], ys[i + 1]);
        add(right_, stops.front(), stops.back());
        std::size_t steps_left = 0;
        std::vector<Grid> grids = make_lattice(lines, {}, steps_left);
        if (grids.empty()) return std::nullopt;
        grids.front().evidence = GridEvidence::horizontal_rules;
        return std::move(grids.front());
    }

    // Whether a cell is shaded over `x`, from one side of other cells to another.
    bool is_filled_over(double x, double top, double bottom) const {
        const double middle = (top + bottom) / 2;
        return std::any_of(page_.fills.begin(), page_.fills.end(), [&](const Fill& fill) {
            const Box& box = fill.box;
            return box.left < x - near_side && box.right > x + near_side && box.top < middle && box.bottom > middle &&
                   box.top >= bands_.front().top - same_end && box.bottom <= bands_.back().bottom + same_end &&
                   is_end(box.left) && is_end(box.right) && width_of(box) < right_ - left_ - 2 * same_end;
        });
    }

    // Whether one text stands in the first row above a rule at `y` over the columns on both sides of `x`.
    bool is_header_over(double x, double y) const {
        return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
            if (std::abs(rule.y - y) > same_end || rule.from > x - near_side || rule.to < x + near_side) return false;
            if (rule.from <= left_ + near_side && rule.to >= right_ - near_side) return false;
            Band over = band(bands_.front().top, y);
            std::erase_if(over.words, [&](WordIndex word) {
                const Box& box = page_.words[word].box;
                return box.right < rule.from || box.left > rule.to;
            });
            return !over.words.empty() && !has_texts(over);
        });
    }

    double size_of(const std::vector<WordIndex>& words) const {
        double size = 0;
        for (const WordIndex word : words) size = std::max(size, page_.words[word].size);
        return size;
    }

    // Space between a rule and the first line below it, and the last line above it: the largest of all rows.
    std::pair<double, double> padding() const {
        double above = 0, below = 0;
        for (const Band& one : bands_) {
            if (one.words.empty()) continue;
            double top = one.bottom, bottom = one.top;
            for (const WordIndex word : one.words) {
                top = std::min(top, page_.words[word].box.top);
                bottom = std::max(bottom, page_.words[word].box.bottom);
            }
            above = std::max(above, top - one.top);
            below = std::max(below, one.bottom - bottom);
        }
        return {above, below};
    }

    // Whether the line goes on with no more than a space between beside the table.
    bool goes_outside(const Row& row, double top, double bottom) const {
        const Word &first = page_.words[row.front()], &last = page_.words[row.back()];
        const std::vector<WordIndex> line = places_.inside({0, top, page_.width, bottom});
        return std::any_of(line.begin(), line.end(), [&](WordIndex index) {
            const Word& word = page_.words[index];
            if (word.rotation != 0 || std::find(row.begin(), row.end(), index) != row.end()) return false;
            const double before = first.box.left - word.box.right, behind = word.box.left - last.box.right;
            return std::max(before, behind) >= -same_end && std::max(before, behind) < space_size * word.size;
        });
    }

    bool goes_over_sides(const Row& row) const {
        return std::any_of(sides_.begin(), sides_.end(), [&](double side) { return is_spanned(page_, row, side); });
    }

    // Lines right above the first rule, or right below the last, that hang together.
    std::optional<Band> row_beyond(bool is_above) const {
        const auto [above, below] = padding();
        const double edge = is_above ? bands_.front().top : bands_.back().bottom;
        const double reach = is_above ? edge - tallest_row : edge + tallest_row;
        std::vector<Row> rows = rows_of(page_, band(std::min(edge, reach), std::max(edge, reach)).words);
        if (is_above) std::reverse(rows.begin(), rows.end());
        Band result;
        double last = edge, last_middle = edge;
        for (const Row& row : rows) {
            double top = page_.height, bottom = 0;
            for (const WordIndex word : row) {
                top = std::min(top, page_.words[word].box.top);
                bottom = std::max(bottom, page_.words[word].box.bottom);
            }
            if (!is_above && (goes_outside(row, top, bottom) || (!result.words.empty() && goes_over_sides(row)))) break;
            const double middle = (top + bottom) / 2;
            const double space = is_above ? last - bottom : top - last;
            if (result.words.empty()
                    ? space > (is_above ? std::max(above, below) : above) + padding_slack
                    : std::abs(middle - last_middle) > line_pitch * std::min(size_of(row), size_of(result.words)))
                break;
            result.words.insert(result.words.end(), row.begin(), row.end());
            last = is_above ? top : bottom;
            last_middle = middle;
        }
        if (result.words.empty()) return std::nullopt;
        std::sort(result.words.begin(), result.words.end());
        result.top = is_above ? last - std::min(above, padding_slack) : edge;
        result.bottom = is_above ? edge : last + std::min(below, padding_slack);
        return result;
    }

    // Rules over some columns, most of the width together, below the last over all: merged cells reach the end of the
    // page, or nothing shows where they end.
    void add_partial_rules() {
        const double bottom = bands_.back().bottom;
        double last = bottom, y = bottom, covered = 0;
        for (const Rule& rule : rules_) {  // by y
            if (rule.y <= bottom + same_end) continue;
            if (rule.y - last > tallest_row) break;
            if (rule.y > y + 1) covered = 0;
            y = rule.y;
            const bool is_whole = rule.from <= left_ + near_side && rule.to >= right_ - near_side;
            if (is_end(rule.from) && is_end(rule.to) && !is_whole) covered += rule.to - rule.from;
            if (covered >= partial_share * (right_ - left_)) last = y;
        }
        if (last > bottom) bands_.push_back(band(bottom, last));
    }

    // Whether a rule may end at `x`.
    bool is_end(double x) const {
        return std::abs(x - left_) <= near_side || std::abs(x - right_) <= near_side ||
               std::any_of(sides_.begin(), sides_.end(), [&](double side) { return std::abs(x - side) <= near_side; });
    }

    std::optional<Band> row_above() const { return row_beyond(true); }

    // What hangs together above the first rule is a row when it stands in the table's columns; texts in bold above
    // others in bold, some over several columns, are one too.
    void add_row_above() {
        auto row = row_above();
        if (!row || columns_filled(page_, row->words, sides_) < 2 || !has_texts(*row)) return;
        for (std::size_t rows = 1; row && has_texts(*row) && rows <= most_rows_above; ++rows) {
            const bool is_header = are_bold(row->words);
            bands_.insert(bands_.begin(), *std::exchange(row, std::nullopt));
            if (is_header) row = row_above();
            if (row && !are_bold(row->words)) row.reset();
        }
    }

    // Whether one of its lines holds several texts: a heading above the table may reach over some of its columns.
    bool has_texts(const Band& one) const {
        for (const Row& line : rows_of(page_, one.words))
            for (std::size_t i = 1; i < line.size(); ++i) {
                const Word &left = page_.words[line[i - 1]], &right = page_.words[line[i]];
                if (gap_between(left, right) >= space_size * right.size) return true;
            }
        return false;
    }

    bool are_bold(const std::vector<WordIndex>& words) const {
        return std::all_of(words.begin(), words.end(), [&](WordIndex word) {
            const int font = page_.words[word].font;
            return font >= 0 && page_.fonts[static_cast<std::size_t>(font)].bold;
        });
    }

    void add_row_below() {
        const auto row = row_beyond(false);
        if (row && columns_filled(page_, row->words, sides_) > 1) bands_.push_back(*row);
    }

    // Whether the next line below the rows stands in their columns too.
    bool goes_on_below() const {
        const double bottom = bands_.back().bottom, size = size_of(bands_.back().words);
        const std::vector<Row> rows = rows_of(page_, band(bottom, bottom + most_white * size).words);
        return bands_.size() > 1 && !rows.empty() && columns_filled(page_, rows.front(), sides_) > 1;
    }

    int lines_of_all() const {
        int lines = 0;
        for (const Band& one : bands_) {
            double height = 0;
            if (one.words.empty()) continue;
            height = one.bottom - one.top;
            lines += static_cast<int>(height / std::max(1.0, 1.2 * size_of(one.words)));
        }
        return lines;
    }

    const WordPlaces& places_;
    const Page& page_;
    const std::vector<Rule>& rules_;  // of the page
    const Stack& stack_;
    double left_ = 0, right_ = 0;
    std::vector<Band> bands_;
    std::vector<double> sides_;
};

}  // namespace

std::vector<Grid> find_open_grids(const WordPlaces& places, const std::vector<Grid>& taken) {
    std::vector<Grid> grids;
    const std::vector<Rule> rules = rules_of(places.page(), taken);
    for (const Stack& stack : stacks_of(rules, places)) {
        if (auto grid = OpenGrid(places, rules, stack).read()) grids.push_back(std::move(*grid));
    }
    return grids;
}

}  // namespace sop::pdf
