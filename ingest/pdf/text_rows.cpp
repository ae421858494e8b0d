#include "ingest/pdf/text_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// In sizes.
constexpr double line_white = 0.75;  // between two lines of one text, at most
constexpr double clear_step = 0.3;   // by which white between rows differs from that between lines
constexpr double least_step = 0.15;  // the same where texts start side by side behind all of it
constexpr double wide_lines = 0.5;   // between lines of one text, but where it is set wide
constexpr double space = 0.25;       // between two words
constexpr double overlap = 0.3;      // a line that is cut by less only touches the row
// In points.
constexpr double same_middle = 2;
constexpr double same_top = 1.5;
constexpr double level = 1;  // between texts of one line

using Columns = std::vector<std::vector<TextPiece>>;

struct Interval {
    double from = 0, to = 0;
};

// White between lines of one column, in sizes; ascending.
std::vector<double> whites_of(const Columns& columns) {
    std::vector<double> whites;
    for (const auto& lines : columns)
        for (std::size_t i = 1; i < lines.size(); ++i)
            whites.push_back((lines[i].top - lines[i - 1].bottom) / std::max(1.0, lines[i].size));
    std::sort(whites.begin(), whites.end());
    return whites;
}

// White, in sizes, that parts rows when exceeded; absent where rows stand no further apart than lines.
std::optional<double> least_white(const std::vector<double>& whites) {
    if (whites.empty() || whites.front() > line_white) return 0;
    std::optional<double> found;
    double step = clear_step;
    for (std::size_t i = 1; i < whites.size() && whites[i - 1] <= line_white; ++i) {
        if (whites[i] - whites[i - 1] < step) continue;
        step = whites[i] - whites[i - 1];
        found = (whites[i] + whites[i - 1]) / 2;
    }
    return found;
}

// Less white that may part rows too, ascending: below a row whose cells are filled unevenly there is more of it, and
// some rows stand apart from the others.
std::vector<double> lesser_whites(const Columns& columns, const std::vector<double>& whites,
                                  const std::optional<double>& least) {
    std::vector<double> lesser;
    const auto goes_on = [](const TextPiece& line) { return line.starts_small; };
    if (least && !whites.empty() && whites.front() > wide_lines &&
        std::none_of(columns.front().begin(), columns.front().end(), goes_on))
        lesser.push_back(wide_lines);
    for (std::size_t i = 1; i < whites.size() && whites[i - 1] <= line_white; ++i) {
        const double middle = (whites[i] + whites[i - 1]) / 2;
        if (whites[i] - whites[i - 1] >= least_step && (!least || middle < *least)) lesser.push_back(middle);
    }
    return lesser;
}

// All lines, as if they were one column: no lines that share a height.
std::vector<TextPiece> merged(const Columns& columns) {
    std::vector<TextPiece> all;
    for (const auto& lines : columns) all.insert(all.end(), lines.begin(), lines.end());
    std::sort(all.begin(), all.end(), [](const TextPiece& a, const TextPiece& b) { return a.top < b.top; });
    std::vector<TextPiece> result;
    for (const TextPiece& line : all) {
        if (!result.empty() && line.top <= result.back().bottom) {
            result.back().bottom = std::max(result.back().bottom, line.bottom);
            result.back().size = std::max(result.back().size, line.size);
        } else {
            result.push_back(line);
        }
    }
    return result;
}

void add_gaps(const std::vector<TextPiece>& lines, double least, std::vector<Interval>& gaps) {
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (lines[i].top - lines[i - 1].bottom > least * lines[i].size)
            gaps.push_back({lines[i - 1].bottom, lines[i].top});
}

// Where in `range` the fewest lines are cut, and the most white is; of equals the lowest, where texts start at the top.
double best_stop(const Interval& range, const Columns& columns) {
    std::vector<double> edges{range.from, range.to};
    for (const auto& lines : columns)
        for (const TextPiece& line : lines)
            for (const double y : {line.top, line.bottom})
                if (y > range.from && y < range.to) edges.push_back(y);
    std::sort(edges.begin(), edges.end());
    double best = (range.from + range.to) / 2, most_white = -1;
    std::size_t fewest = columns.size() + 1;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const double y = (edges[i] + edges[i - 1]) / 2, white = edges[i] - edges[i - 1];
        std::size_t cut = 0;
        for (const auto& lines : columns)
            cut += static_cast<std::size_t>(std::any_of(
                lines.begin(), lines.end(), [y](const TextPiece& line) { return line.top < y && line.bottom > y; }));
        if (cut > fewest || (cut == fewest && white < most_white)) continue;
        fewest = cut;
        most_white = white;
        best = y;
    }
    return best;
}

// The fewest heights that are in all of `gaps`, each where it cuts the fewest lines.
std::vector<double> stops_in(std::vector<Interval> gaps, const Columns& columns) {
    std::sort(gaps.begin(), gaps.end(), [](const Interval& a, const Interval& b) { return a.to < b.to; });
    std::vector<double> stops;
    for (std::size_t first = 0; first < gaps.size();) {
        Interval common = gaps[first];
        std::vector<Interval> rest;
        for (std::size_t i = first + 1; i < gaps.size(); ++i) {
            if (gaps[i].from < common.to && gaps[i].to > common.from) {
                common.from = std::max(common.from, gaps[i].from);
                common.to = std::min(common.to, gaps[i].to);
            } else {
                rest.push_back(gaps[i]);
            }
        }
        stops.push_back(best_stop(common, columns));
        gaps = std::move(rest);
    }
    std::sort(stops.begin(), stops.end());
    return stops;
}

// Whether few lines of `column` start with a small letter: where one does, a text goes on.
bool has_capitals(const std::vector<TextPiece>& column) {
    const auto small =
        std::count_if(column.begin(), column.end(), [](const TextPiece& line) { return line.starts_small; });
    return 3 * static_cast<std::size_t>(small) <= column.size();
}

// Rows of even lines: one starts at each text of the first column. Small letters where nothing stands beside go on, and
// those below a full line where all beside are small too.
std::vector<double> stops_by_first_column(const Columns& columns) {
    std::vector<double> stops;
    const std::vector<TextPiece>& first = columns.front();
    const bool are_capitals = has_capitals(first);
    double right = 0;
    for (const TextPiece& line : first) right = std::max(right, line.right);
    // A header may leave the first column empty.
    for (auto lines = columns.begin() + 1; lines != columns.end() && stops.empty() && !first.empty(); ++lines)
        if (!lines->empty() && lines->front().bottom <= first.front().middle())
            stops.push_back((lines->front().bottom + first.front().top) / 2);
    for (std::size_t i = 1; i < first.size(); ++i) {
        double above = first[i - 1].bottom;
        const bool is_full = first[i - 1].right + first[i].first_width + space * first[i].size > right;
        bool is_alone = true, are_small = are_capitals && is_full;
        for (auto lines = columns.begin() + 1; lines != columns.end(); ++lines)
            for (const TextPiece& line : *lines) {
                if (line.bottom <= first[i].middle()) above = std::max(above, line.bottom);
                if (line.bottom <= first[i].middle() || line.top >= first[i].middle()) continue;
                is_alone = false;
                are_small = are_small && line.starts_small;
            }
        if (!first[i].starts_small || !(is_alone || are_small))
            stops.push_back((std::min(above, first[i].top) + first[i].top) / 2);
    }
    return stops;
}

// Rows that stand no further apart than lines, some of whose texts are shorter than those beside: white of more than
// `least` in one column shows where the next row starts, level in all of them. So does a line on which every column
// starts anew.
std::vector<double> stops_by_gaps(const Columns& columns, double least) {
    std::vector<double> stops;
    const std::vector<TextPiece>& first = columns.front();
    const auto is_behind_gap = [least](const std::vector<TextPiece>& lines, std::size_t i) {
        return i > 0 && lines[i].top - lines[i - 1].bottom > least * lines[i].size;
    };
    bool has_gap = false;
    for (std::size_t i = 1; i < first.size(); ++i) {
        double above = first[i - 1].bottom;
        std::size_t beside = 0;
        bool is_other_behind_gap = false, is_small = first[i].starts_small;
        for (auto lines = columns.begin() + 1; lines != columns.end(); ++lines)
            for (std::size_t k = 0; k < lines->size(); ++k) {
                const TextPiece& line = (*lines)[k];
                if (line.bottom <= first[i].middle()) above = std::max(above, line.bottom);
                if (std::abs(line.top - first[i].top) > level) continue;
                ++beside;
                is_small = is_small || line.starts_small;
                is_other_behind_gap = is_other_behind_gap || is_behind_gap(*lines, k);
            }
        if (beside == 0) continue;
        const bool shows_gap = is_behind_gap(first, i) || (is_other_behind_gap && !first[i].starts_small);
        const bool starts_anew = columns.size() > 2 && beside + 1 == columns.size() && !is_small;
        has_gap = has_gap || shows_gap;
        if (shows_gap || starts_anew) stops.push_back((std::min(above, first[i].top) + first[i].top) / 2);
    }
    return has_gap ? stops : std::vector<double>();
}

// Whether lines of the first column go on with the line above while other columns have text beside them: rows do not
// start at each of them.
bool goes_on_beside_text(const Columns& columns, double least, bool has_header) {
    const std::vector<TextPiece>& first = columns.front();
    for (std::size_t i = has_header ? 2 : 1; i < first.size(); ++i) {
        if (!first[i].starts_small || first[i].top - first[i - 1].bottom > least * first[i].size) continue;
        for (auto lines = columns.begin() + 1; lines != columns.end(); ++lines)
            for (const TextPiece& line : *lines)
                if (std::abs(line.top - first[i].top) <= level) return true;
    }
    return false;
}

class RowFinder {
public:
    RowFinder(const Columns& columns, bool has_header) : columns_(columns), has_header_(has_header) {}

    TextRows run() {
        const std::vector<double> whites = whites_of(columns_);
        const std::vector<TextPiece> all = merged(columns_);
        std::optional<double> least = least_white(whites);
        const std::vector<double> lesser = lesser_whites(columns_, whites, least);
        const auto parts =
            std::find_if(lesser.begin(), lesser.end(), [&](double white) { return parts_rows(white, all); });
        if (parts != lesser.end()) least = *parts;
        // White of one column is that beside a longer text where none parts all of them.
        std::vector<Interval> parting;
        if (least) add_gaps(all, *least, parting);
        const std::optional<double> gap = std::exchange(least, parting.empty() ? std::nullopt : least);
        result_.is_spaced = least.has_value();
        std::vector<double> stops;
        if (least) {
            std::vector<Interval> gaps;
            for (const auto& lines : columns_) add_gaps(lines, *least, gaps);
            gaps.insert(gaps.end(), parting.begin(), parting.end());
            stops = stops_in(std::move(gaps), columns_);
        } else {
            if (gap && goes_on_beside_text(columns_, *gap, has_header_)) stops = stops_by_gaps(columns_, *gap);
            result_.is_by_gaps = !stops.empty();
            if (stops.empty()) stops = stops_by_first_column(columns_);
        }
        double top = columns_.front().empty() ? 0 : columns_.front().front().top, bottom = 0;
        for (const auto& lines : columns_) {
            if (lines.empty()) continue;
            if (bottom == 0 || lines.front().top < top) top = lines.front().top;
            bottom = std::max(bottom, lines.back().bottom);
        }
        result_.stops.push_back(top - 1);
        result_.stops.insert(result_.stops.end(), stops.begin(), stops.end());
        result_.stops.push_back(bottom + 1);
        fill(least);
        if (least && is_centred()) merge_centred();
        return std::move(result_);
    }

private:
    // Whether all white of `least` that parts all columns is followed by texts that start side by side, one of them the
    // first column's: paragraphs of one cell have the first column's text beside them or none. Most of that column's
    // texts start behind such white, or lines of one pitch differ by rounding.
    bool parts_rows(double least, const std::vector<TextPiece>& all) const {
        std::vector<Interval> gaps;
        add_gaps(all, least, gaps);
        const auto starts_at = [](const std::vector<TextPiece>& lines, double y) {
            return std::any_of(lines.begin(), lines.end(),
                               [y](const TextPiece& line) { return std::abs(line.top - y) <= same_top; });
        };
        const bool are_rows = std::all_of(gaps.begin(), gaps.end(), [&](const Interval& gap) {
            return starts_at(columns_.front(), gap.to) &&
                   std::any_of(columns_.begin() + 1, columns_.end(),
                               [&](const std::vector<TextPiece>& lines) { return starts_at(lines, gap.to); });
        });
        return are_rows && !gaps.empty() && columns_.front().size() <= 2 * (gaps.size() + 1);
    }

    std::size_t row_at(double y) const {
        const auto stop = std::upper_bound(result_.stops.begin() + 1, result_.stops.end() - 1, y);
        return static_cast<std::size_t>(stop - result_.stops.begin() - 1);
    }

    // Lines of each column to cells: those in one row, and those that no white parts over rows.
    void fill(std::optional<double> least) {
        for (const auto& lines : columns_) {
            std::vector<TextCell>& cells = result_.cells.emplace_back();
            for (const TextPiece& line : lines) {
                const double edge = overlap * line.size;
                const std::size_t first = row_at(line.top + edge), last = least ? row_at(line.bottom - edge) : first;
                const bool is_near = least && !cells.empty() &&
                                     line.top - cells.back().bottom() <= *least * line.size &&
                                     !is_row_start(line, *least);
                if (cells.empty() || (first > cells.back().last_row && !is_near)) {
                    cells.push_back({first, last, {line}});
                    continue;
                }
                cells.back().last_row = std::max(cells.back().last_row, last);
                cells.back().lines.push_back(line);
            }
        }
    }

    // Whether a text of another column starts behind white at the height of `line`.
    bool is_row_start(const TextPiece& line, double least) const {
        return std::any_of(columns_.begin(), columns_.end(), [&](const std::vector<TextPiece>& lines) {
            for (std::size_t i = 1; i < lines.size(); ++i)
                if (std::abs(lines[i].top - line.top) <= level &&
                    lines[i].top - lines[i - 1].bottom > least * line.size)
                    return true;
            return false;
        });
    }

    // Top and bottom of the longest text that stands in `row` alone, of those the one that most share their middle
    // with; absent where there is none.
    std::optional<Interval> extent_of(std::size_t row) const {
        std::vector<const TextCell*> in_row;
        double longest = 0;
        for (const auto& cells : result_.cells)
            for (const TextCell& cell : cells)
                if (cell.first_row == row && cell.last_row == row) {
                    in_row.push_back(&cell);
                    longest = std::max(longest, cell.bottom() - cell.top());
                }
        std::optional<Interval> extent;
        std::ptrdiff_t most = 0;
        for (const TextCell* cell : in_row) {
            if (cell->bottom() - cell->top() < longest - same_top) continue;
            const auto level_with = std::count_if(in_row.begin(), in_row.end(), [&](const TextCell* other) {
                return std::abs(other->middle() - cell->middle()) <= same_middle;
            });
            if (level_with <= most) continue;
            most = level_with;
            extent = Interval{cell->top(), cell->bottom()};
        }
        return extent;
    }

    // Whether texts stand in the middle of their rows: more of the shorter ones do than start at the top.
    bool is_centred() const {
        int middles = 0, tops = 0;
        for (std::size_t row = 0; row + 1 < result_.stops.size(); ++row) {
            const auto extent = extent_of(row);
            if (!extent) continue;
            for (const auto& cells : result_.cells)
                for (const TextCell& cell : cells) {
                    if (cell.first_row != row || cell.last_row != row) continue;
                    if (cell.bottom() - cell.top() > extent->to - extent->from - 2 * same_middle) continue;
                    if (std::abs(cell.middle() - (extent->from + extent->to) / 2) <= same_middle) ++middles;
                    if (std::abs(cell.top() - extent->from) <= same_top) ++tops;
                }
        }
        return middles > tops;
    }

    // A text that is in the middle of several rows and not of its own is merged over them, where its column is empty.
    void merge_centred() {
        for (auto& cells : result_.cells) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const std::size_t from = i == 0 ? 0 : cells[i - 1].last_row + 1;
                const std::size_t to = i + 1 == cells.size() ? result_.stops.size() - 2 : cells[i + 1].first_row - 1;
                merge_centred(cells[i], from, to);
            }
        }
    }

    void merge_centred(TextCell& cell, std::size_t from, std::size_t to) const {
        double nearest = off_middle(cell, cell.first_row, cell.last_row);
        if (nearest <= same_middle) return;
        std::pair<std::size_t, std::size_t> best{cell.first_row, cell.last_row};
        for (std::size_t first = from; first <= cell.first_row; ++first)
            for (std::size_t last = cell.last_row; last <= to; ++last) {
                const double off = off_middle(cell, first, last);
                if (off > same_middle || off >= nearest) continue;
                nearest = off;
                best = {first, last};
            }
        cell.first_row = best.first;
        cell.last_row = best.second;
    }

    double off_middle(const TextCell& cell, std::size_t first, std::size_t last) const {
        const auto top = extent_of(first), bottom = extent_of(last);
        if (!top || !bottom) return 2 * same_middle;
        return std::abs((top->from + bottom->to) / 2 - cell.middle());
    }

    const Columns& columns_;
    bool has_header_;
    TextRows result_;
};

}  // namespace

TextPiece piece_of(const Page& page, WordIndex index) {
    const Word& word = page.words[index];
    TextPiece piece;
    piece.left = word.box.left;
    piece.top = piece.bottom = (word.box.top + word.box.bottom) / 2;
    piece.is_bold = true;
    piece.starts_small = is_small(first_character(word.text));
    piece.first_width = word.box.right - word.box.left;
    add_word(piece, page, index);
    return piece;
}

void add_word(TextPiece& piece, const Page& page, WordIndex index) {
    const Word& word = page.words[index];
    const double middle = (word.box.top + word.box.bottom) / 2, half = word.size / 2;
    piece.words.push_back(index);
    piece.right = std::max(piece.right, word.box.right);
    if (word.is_raised && piece.words.size() > 1) return;  // a footnote mark makes no line higher
    piece.top = std::min(piece.top, middle - half);
    piece.bottom = std::max(piece.bottom, middle + half);
    piece.size = std::max(piece.size, word.size);
    piece.is_bold = piece.is_bold && is_bold(page, word);
}

TextRows rows_of_columns(const std::vector<std::vector<TextPiece>>& columns, bool has_header) {
    return RowFinder(columns, has_header).run();
}

namespace {

// The lines of `cell`, which holds `row`, on both sides of `y`, where rows are parted now.
std::vector<TextCell> parts_of(const TextCell& cell, std::size_t row, double y) {
    TextCell above{cell.first_row, row, {}}, below{row + 1, cell.last_row + 1, {}};
    for (const TextPiece& line : cell.lines) (line.middle() < y ? above : below).lines.push_back(line);
    std::vector<TextCell> parts;
    if (!above.lines.empty()) parts.push_back(std::move(above));
    if (!below.lines.empty()) parts.push_back(std::move(below));
    return parts;
}

bool has_lines_on_both_sides(const TextRows& rows, std::size_t row, double y) {
    bool is_above = false, is_below = false;
    for (const std::vector<TextCell>& cells : rows.cells)
        for (const TextCell& cell : cells) {
            if (cell.first_row > row || cell.last_row < row) continue;
            for (const TextPiece& line : cell.lines) (line.middle() < y ? is_above : is_below) = true;
        }
    return is_above && is_below;
}

}  // namespace

void end_row_at(TextRows& rows, double y) {
    const auto next = std::upper_bound(rows.stops.begin(), rows.stops.end(), y);
    if (next == rows.stops.begin() || next == rows.stops.end()) return;
    const auto row = static_cast<std::size_t>(next - rows.stops.begin() - 1);
    if (!has_lines_on_both_sides(rows, row, y)) return;
    rows.stops.insert(next, y);
    for (std::vector<TextCell>& cells : rows.cells) {
        std::vector<TextCell> parted;
        for (TextCell& cell : cells) {
            if (cell.first_row <= row && cell.last_row >= row) {
                for (TextCell& part : parts_of(cell, row, y)) parted.push_back(std::move(part));
                continue;
            }
            if (cell.first_row > row) {
                ++cell.first_row;
                ++cell.last_row;
            }
            parted.push_back(std::move(cell));
        }
        cells = std::move(parted);
    }
}

}  // namespace sop::pdf
