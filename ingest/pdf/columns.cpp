#include "ingest/pdf/columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "ingest/pdf/lines.h"

namespace sop::pdf {
namespace {

constexpr double gutter_step = 4;        // points; places where a gutter is looked for
constexpr std::size_t most_steps = 250;  // on pages wider than a poster, steps are wider
constexpr int deepest = 12;              // cuts within cuts
constexpr double narrowest = 9;          // points; a wide space of justified text is less
constexpr double narrowest_share = 0.9;  // of the type's size
// Where nothing but the starts of the right side's lines shows a narrower one.
constexpr double least_gutter = 3;       // points
constexpr double exactly_aligned = 0.5;  // points
constexpr int least_aligned_lines = 5;
constexpr double exactly_aligned_share = 0.8;  // others start a list
constexpr double wide_gutter = 2.0;            // sizes; no space of justified text is so wide
constexpr int least_lines = 3;                 // on each side; one more where the gutter is narrow
constexpr double aligned_share = 0.5;          // of the right side's lines start at one place
constexpr double aligned = 2.5;                // points
constexpr double most_indent = 40;             // points; of lists and first lines
constexpr double running_share = 0.5;          // of the lines are full: their next word did not fit
// Words of a line of running text, on average: labels of about one width look full too, but are shorter.
constexpr int words_of_running_line = 3;
constexpr double space = 0.25;             // sizes
constexpr double usual_pitch = 1.6;        // sizes; lines further apart are no running text
constexpr double far_pitch = 2.2;          // sizes; and these are no neighbours
constexpr double alone_share = 0.3;        // of the lines have none on their own height beside them
constexpr double same_height = 0.15;       // sizes; lines that are set beside each other differ by less
constexpr double one_top = 2;              // points
constexpr double halves_tolerance = 0.05;  // of the width; the left column's lines end at different places
constexpr int lines_of_full_column = 5;    // beside a column of too few lines to tell
constexpr double other_size = 0.75;        // points; middles of such lines cannot be compared
constexpr double bullet_share = 0.6;
constexpr double larger_type = 1.15;  // of headings, times that of their text
constexpr double shared_gaps = 0.6;   // share of the gaps between paragraphs that go over both sides: table rows

// What stands on one height.
struct RowOf {
    double top = 0, bottom = 0;
    std::vector<Piece> pieces;  // from left to right
};

// One side's part of a row.
struct Side {
    double left = 0, right = 0, top = 0, bottom = 0, size = 0, first_width = 0;
    double middle = 0;  // of its first word
    int words = 1;
    bool is_bullet = false, is_tick_box = false, is_table = false;
    bool ends_in_box = false;
    std::size_t row = 0;
    bool starts_small = false, ends_sentence = false;
};

struct Cut {
    std::size_t first = 0, last = 0;  // rows
    double x = 0;
    double score = 0;
};

std::vector<RowOf> rows_among(const std::vector<Piece>& pieces) {
    std::vector<OnLine> words;
    std::vector<RowOf> rows;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Box& box = pieces[i].box;
        if (pieces[i].is_table)
            rows.push_back({box.top, box.bottom, {pieces[i]}});
        else
            words.push_back(
                {(box.top + box.bottom) / 2, box.bottom - box.top, box.left, box.right, pieces[i].size, 0, i});
    }
    for (const std::vector<OnLine>& line : cluster_lines(std::move(words))) {
        RowOf& row = rows.emplace_back();
        row.top = pieces[line.front().index].box.top;
        row.bottom = pieces[line.front().index].box.bottom;
        for (const OnLine& word : line) {
            row.pieces.push_back(pieces[word.index]);
            row.top = std::min(row.top, pieces[word.index].box.top);
            row.bottom = std::max(row.bottom, pieces[word.index].box.bottom);
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RowOf& a, const RowOf& b) {
        return a.pieces.front().is_table || b.pieces.front().is_table ? a.top < b.top
                                                                      : a.top + a.bottom < b.top + b.bottom;
    });
    return rows;
}

// Part of `row` on one side of `x`; absent where there is none.
std::optional<Side> side_of(const RowOf& row, double x, bool is_left, std::size_t index) {
    std::optional<Side> side;
    for (const Piece& piece : row.pieces) {
        if (((piece.box.left + piece.box.right) / 2 < x) != is_left) continue;
        if (!side) {
            side = Side{piece.box.left,
                        piece.box.right,
                        piece.box.top,
                        piece.box.bottom,
                        piece.size,
                        piece.box.right - piece.box.left,
                        (piece.box.top + piece.box.bottom) / 2,
                        1,
                        piece.is_bullet,
                        piece.is_tick_box,
                        piece.is_table,
                        piece.is_tick_box,
                        index,
                        piece.starts_small,
                        piece.ends_sentence};
            continue;
        }
        side->ends_sentence = piece.ends_sentence;
        side->ends_in_box = piece.is_tick_box;
        ++side->words;
        side->right = std::max(side->right, piece.box.right);
        side->top = std::min(side->top, piece.box.top);
        side->bottom = std::max(side->bottom, piece.box.bottom);
        side->size = std::max(side->size, piece.size);
    }
    return side;
}

struct Shape {
    int pairs = 0, full = 0;  // of neighbouring lines; the upper one had no room for the lower one's first word
    int bullets = 0, close = 0;
    int lines = 0, words = 0;
    bool has_sentence = false;  // that goes on from a full line in the next
    double left = 0, right = 0;
    std::vector<std::pair<double, double>> gaps;  // between paragraphs, from top to bottom
};

Shape shape_of(const std::vector<Side>& lines) {
    Shape shape;
    shape.left = lines.front().left;
    shape.right = lines.front().right;
    for (const Side& line : lines) {
        shape.left = std::min(shape.left, line.left);
        shape.right = std::max(shape.right, line.right);
        if (line.is_bullet) ++shape.bullets;
        ++shape.lines;
        shape.words += line.is_table ? words_of_running_line : line.words;
        if (!line.is_table) continue;
        shape.full += least_lines;
        shape.pairs += least_lines;
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Side &above = lines[i - 1], &below = lines[i];
        const double size = std::max(above.size, below.size);
        const double pitch = (below.top + below.bottom - above.top - above.bottom) / 2;
        // White below a heading is no end of a row.
        if (pitch > usual_pitch * size && above.size <= larger_type * below.size)
            shape.gaps.emplace_back(above.bottom, below.top);
        if (pitch > far_pitch * size) continue;
        ++shape.pairs;
        if (pitch <= usual_pitch * size) ++shape.close;
        if (shape.right - above.right >= below.first_width + space * above.size) continue;
        ++shape.full;
        shape.has_sentence = shape.has_sentence || (below.starts_small && !above.ends_sentence &&
                                                    above.words >= words_of_running_line && !below.is_bullet);
    }
    return shape;
}

// Gaps of one side that end at the height where one of the other does: cells of one row start at its top.
std::size_t common_gaps(const Shape& a, const Shape& b) {
    std::size_t count = 0;
    for (auto i = a.gaps.begin(), j = b.gaps.begin(); i != a.gaps.end() && j != b.gaps.end();) {
        if (std::abs(i->second - j->second) < one_top) ++count;
        i->second < j->second ? ++i : ++j;
    }
    return count;
}

bool is_running(const Shape& shape) {
    return shape.words >= words_of_running_line * shape.lines && shape.full >= least_lines - 1 &&
           shape.full >= running_share * shape.pairs;
}

// Share of `lines` that start where most of them do.
bool is_aligned(const std::vector<Side>& lines) {
    std::vector<double> starts;
    starts.reserve(lines.size());
    for (const Side& line : lines) starts.push_back(line.left);
    std::sort(starts.begin(), starts.end());
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; first < starts.size(); ++first) {
        while (last < starts.size() && starts[last] - starts[first] <= aligned) ++last;
        most = std::max(most, last - first);
    }
    return static_cast<double>(most) >= aligned_share * static_cast<double>(starts.size());
}

// Whether so many lines start at one place that it is no chance, and none of `lines` left of it.
bool is_exactly_aligned(const std::vector<Side>& lines) {
    double left = lines.front().left;
    for (const Side& line : lines) left = std::min(left, line.left);
    const auto starts = std::count_if(lines.begin(), lines.end(),
                                      [left](const Side& line) { return line.left - left <= exactly_aligned; });
    return starts >= least_aligned_lines &&
           static_cast<double>(starts) >= exactly_aligned_share * static_cast<double>(lines.size());
}

// Rows at an end of a band that have a left side only and stand off from the rest belong above or below both columns,
// but for paragraphs below that fill the left column as those above do: the right one is shorter.
void trim(const std::vector<RowOf>& rows, double x, std::size_t& first, std::size_t& last) {
    const auto has = [&](std::size_t row, bool is_left) { return side_of(rows[row], x, is_left, row).has_value(); };
    // Beside the other side of the row, which may be in larger type.
    const auto stands_off = [&](std::size_t upper, std::size_t lower) {
        const auto above = side_of(rows[upper], x, true, upper), below = side_of(rows[lower], x, true, lower);
        if (!above || !below) return true;
        const double pitch = (below->top + below->bottom - above->top - above->bottom) / 2;
        return pitch > usual_pitch * std::max(above->size, below->size) || std::abs(above->size - below->size) > 1;
    };
    std::size_t begin = first;
    for (std::size_t row = first; row + 1 < last && !has(row, false); ++row)
        if (stands_off(row, row + 1)) begin = row + 1;
    std::size_t end = last;
    for (std::size_t row = last - 1; row > begin && !has(row, false); --row)
        if (stands_off(row - 1, row)) end = row;
    double measure = 0;
    for (std::size_t row = begin; row < end; ++row)
        if (const auto side = side_of(rows[row], x, true, row)) measure = std::max(measure, side->right);
    bool is_full = false;
    for (std::size_t row = end; row < last; ++row) {
        const auto side = side_of(rows[row], x, true, row);
        if (!side || side->is_table || side->right > measure + aligned) break;
        const bool ends = row + 1 == last || stands_off(row, row + 1);
        if (!ends && side->words >= words_of_running_line) {
            const auto below = side_of(rows[row + 1], x, true, row + 1);
            is_full = is_full || measure - side->right < below->first_width + space * side->size;
        }
        if (!ends || !is_full) continue;
        end = row + 1;
        is_full = false;
    }
    first = begin;
    last = end;
}

// A full column of half the width stops in the middle of a sentence, and what starts beside its first line goes on
// there: too few lines were left for the second column to show itself.
bool is_rest(const std::vector<Side>& left, const std::vector<Side>& right, double page_left, double page_right) {
    const Shape column = shape_of(left);
    const double off_middle = (column.right + right.front().left - page_left - page_right) / 2;
    return column.lines >= lines_of_full_column && column.full == column.pairs && is_running(column) &&
           std::abs(off_middle) < halves_tolerance * (page_right - page_left) &&
           right.front().row == left.front().row && right.size() < static_cast<std::size_t>(least_lines) &&
           !left.back().ends_sentence && right.front().starts_small;
}

// Whether most texts of `right` stand close behind a tick box of `left`: it is theirs.
bool is_behind_boxes(const std::vector<Side>& left, const std::vector<Side>& right) {
    std::size_t behind = 0;
    auto before = left.begin();
    for (const Side& text : right) {
        while (before != left.end() && before->row < text.row) ++before;
        if (before == left.end()) break;
        if (before->row == text.row && before->ends_in_box && text.left - before->right < text.size) ++behind;
    }
    return 2 * behind > right.size();
}

std::optional<Cut> cut_at(const std::vector<RowOf>& rows, std::size_t first, std::size_t last, double x,
                          double page_left, double page_right) {
    if (last - first < static_cast<std::size_t>(least_lines)) return std::nullopt;
    trim(rows, x, first, last);
    std::vector<Side> left, right;
    for (std::size_t row = first; row < last; ++row) {
        if (auto side = side_of(rows[row], x, true, row)) left.push_back(*side);
        if (auto side = side_of(rows[row], x, false, row)) right.push_back(*side);
    }
    if (left.empty() || right.empty()) return std::nullopt;
    const double top = std::max(left.front().top, right.front().top);
    const double bottom = std::min(left.back().bottom, right.back().bottom);
    const auto beside = [&](std::vector<Side>& side) {
        std::vector<Side> inside;
        for (const Side& line : side)
            if (line.is_table || (line.bottom > top && line.top < bottom)) inside.push_back(line);
        return inside;
    };
    const std::vector<Side> left_beside = beside(left), right_beside = beside(right);
    if (left_beside.empty() || right_beside.empty()) return std::nullopt;
    const auto count = [](const std::vector<Side>& side) {
        int n = 0;
        for (const Side& line : side) n += line.is_table ? least_lines + 1 : 1;
        return n;
    };
    const Shape left_shape = shape_of(left), right_shape = shape_of(right);
    const double size = std::max(left.front().size, right.front().size);
    const double gutter = right_shape.left - left_shape.right;
    const bool is_wide = gutter >= std::max(narrowest, narrowest_share * size);
    if (!is_wide && (gutter < least_gutter || !is_exactly_aligned(right_beside))) return std::nullopt;
    const int lines = std::min(count(left_beside), count(right_beside));
    if (is_rest(left, right, page_left, page_right)) return Cut{first, last, x, 1 + gutter / 1e6};
    if (lines < least_lines + (gutter < wide_gutter * size ? 1 : 0)) return std::nullopt;
    if (!is_aligned(right)) return std::nullopt;
    if (is_behind_boxes(left, right)) return std::nullopt;
    // Options are read after what they belong to.
    const auto options = std::count_if(right.begin(), right.end(), [](const Side& side) { return side.is_tick_box; });
    if (2 * static_cast<std::size_t>(options) >= right.size()) return std::nullopt;

    const std::size_t common = common_gaps(left_shape, right_shape);
    const std::size_t gaps = std::min(left_shape.gaps.size(), right_shape.gaps.size());
    // Text below a heading on each side goes with it, whatever is level with it on the other.
    const auto has_heading = [](const std::vector<Side>& side) {
        return side.front().size > larger_type * side.back().size;
    };
    const bool are_headed = has_heading(left) && has_heading(right);
    if (!are_headed && common >= 2 && static_cast<double>(common) >= shared_gaps * static_cast<double>(gaps))
        return std::nullopt;

    // Rows that have a line on this side only.
    const auto alone = [](const std::vector<Side>& side, const std::vector<Side>& others) {
        int n = 0;
        auto other = others.begin();
        for (const Side& line : side) {
            while (other != others.end() && other->row < line.row) ++other;
            const bool is_beside = other != others.end() && other->row == line.row && !line.is_table &&
                                   (std::abs(other->middle - line.middle) < same_height * line.size ||
                                    std::abs(other->size - line.size) > other_size);
            if (!is_beside) ++n;
        }
        return n;
    };
    const auto share = [](int part, std::size_t all) { return static_cast<double>(part) / static_cast<double>(all); };
    const bool both_run = is_running(left_shape) && is_running(right_shape);
    const bool both_bullets = left_shape.bullets >= least_lines && right_shape.bullets >= least_lines &&
                              share(left_shape.bullets, left.size()) >= bullet_share &&
                              share(right_shape.bullets, right.size()) >= bullet_share;
    const double least_alone = std::min(share(alone(left_beside, right_beside), left_beside.size()),
                                        share(alone(right_beside, left_beside), right_beside.size()));
    const auto is_close = [](const Shape& shape) {
        return 2 * shape.close >= shape.pairs && shape.close >= least_lines - 1;
    };
    const bool is_uneven = least_alone >= alone_share && is_close(left_shape) && is_close(right_shape);
    // Two columns of one width.
    const double off_middle = (left_shape.right + right_shape.left - page_left - page_right) / 2;
    const bool are_halves = least_alone >= 0.5 && std::abs(off_middle) < halves_tolerance * (page_right - page_left);
    // A sentence that goes on below a heading has its own text beside another heading's.
    const bool is_below_headings =
        are_headed && left.front().row == right.front().row && (left_shape.has_sentence || right_shape.has_sentence);
    if (!both_run && !both_bullets && !is_uneven && !are_halves && !is_below_headings) return std::nullopt;
    // Of cuts with as many lines the longest counts, then the widest.
    return Cut{first, last, x, lines + static_cast<double>(last - first) / 1e3 + gutter / 1e6};
}

std::optional<Cut> best_cut(const std::vector<RowOf>& rows, double left, double right) {
    std::optional<Cut> best;
    const double step = std::max(gutter_step, (right - left) / static_cast<double>(most_steps));
    if (!(step < right - left)) return best;
    for (double x = left + step; x < right; x += step) {
        std::size_t first = 0;
        for (std::size_t row = 0; row <= rows.size(); ++row) {
            const bool is_crossed =
                row == rows.size() || std::any_of(rows[row].pieces.begin(), rows[row].pieces.end(),
                                                  [x](const Piece& p) { return p.box.left < x && p.box.right > x; });
            if (!is_crossed) continue;
            if (const auto cut = cut_at(rows, first, row, x, left, right); cut && (!best || cut->score > best->score))
                best = cut;
            first = row + 1;
        }
    }
    return best;
}

// Where columns were found, the few lines above and below them, and on later pages, that end and start at the same
// gutter are columns too; not where each line has both sides, as labels with their values do.
std::optional<Cut> cut_at_gutter(const std::vector<RowOf>& rows, const Gutter& gutter) {
    const double x = gutter.to - aligned;
    std::optional<Cut> longest;
    std::size_t first = 0, lefts = 0, rights = 0;
    for (std::size_t row = 0; row <= rows.size(); ++row) {
        bool fits = row < rows.size();
        if (fits) {
            const auto before = side_of(rows[row], x, true, row), behind = side_of(rows[row], x, false, row);
            fits = (!before || before->right <= gutter.to - narrowest) &&
                   (!behind || (behind->left >= gutter.to - aligned && behind->left <= gutter.to + most_indent));
            if (fits) {
                if (before) ++lefts;
                if (behind) ++rights;
                continue;
            }
        }
        const bool is_cut = lefts > 0 && rights > 0 && (lefts != row - first || rights != lefts);
        if (is_cut && (!longest || row - first > longest->last - longest->first)) longest = Cut{first, row, x, 0};
        lefts = rights = 0;
        first = row + 1;
    }
    return longest;
}

class Cutter {
public:
    Cutter(std::vector<Gutter>& gutters, std::vector<Column>& columns) : gutters_(gutters), columns_(columns) {}

    // `is_column`: of columns that were found; they have gutters of their own.
    void cut(std::vector<Piece> pieces, double left, double right, int depth, bool is_column) {
        if (pieces.empty()) return;
        const std::vector<RowOf> rows = rows_among(pieces);
        std::optional<Cut> found = depth < deepest ? best_cut(rows, left, right) : std::nullopt;
        Gutter gutter{left, right};
        for (std::size_t i = 0; !is_column && depth < deepest && i < gutters_.size(); ++i) {
            const auto known = cut_at_gutter(rows, gutters_[i]);
            if (!known || (found && found->last - found->first > known->last - known->first)) continue;
            found = known;
            gutter = gutters_[i];
        }
        if (!found) {
            columns_.push_back({std::move(pieces), left, right, is_column});
            return;
        }
        std::vector<Piece> above, below, before, behind;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (const Piece& piece : rows[i].pieces) {
                if (i < found->first) {
                    above.push_back(piece);
                } else if (i >= found->last) {
                    below.push_back(piece);
                } else if ((piece.box.left + piece.box.right) / 2 < found->x) {
                    before.push_back(piece);
                    gutter.from = std::max(gutter.from, piece.box.right);
                } else {
                    behind.push_back(piece);
                    gutter.to = std::min(gutter.to, piece.box.left);
                }
            }
        }
        if (found->score > 0 && !is_column) gutters_.push_back(gutter);
        cut(std::move(above), left, right, depth + 1, is_column);
        cut(std::move(before), left, gutter.from, depth + 1, true);
        cut(std::move(behind), gutter.to, right, depth + 1, true);
        cut(std::move(below), left, right, depth + 1, is_column);
    }

private:
    std::vector<Gutter>& gutters_;
    std::vector<Column>& columns_;
};

}  // namespace

std::vector<Column> columns_of(std::vector<Piece> pieces, double left, double right, std::vector<Gutter>& gutters) {
    std::vector<Column> columns;
    Cutter(gutters, columns).cut(std::move(pieces), left, right, 0, false);
    return columns;
}

}  // namespace sop::pdf
