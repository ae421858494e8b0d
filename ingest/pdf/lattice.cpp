#include "ingest/pdf/lattice.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "ingest/pdf/disjoint_sets.h"
#include "ingest/pdf/geometry.h"

namespace sop::pdf {
namespace {

constexpr double snap = 3;             // points; sides of neighbouring cells that are one
constexpr double covered_share = 0.6;  // of the side two cells share: below it they are one cell
constexpr double seen_seam = 0.25;     // points between two fills of one colour that are seen; below it is rounding
constexpr double open_side = 12;  // points that lines stick out beyond the last one across: a column without a side
constexpr std::size_t most_cells = 20'000;  // a page of 280 rows of 3 points by 70 columns
constexpr std::size_t most_nested = 100;    // tables in cells; a page has a few
constexpr int most_closings = 100;          // rounds of closing joined cells to rectangles; tables need 1 or 2

using Interval = std::pair<double, double>;

// Lines at one position.
struct Track {
    double position = 0, longest = 0;
    std::vector<Interval> all, firm, painted;  // merged; firm: without edges of fills; painted: nor sides of clips
};

void merge(std::vector<Interval>& intervals) {
    std::sort(intervals.begin(), intervals.end());
    std::size_t kept = 0;
    for (const Interval& interval : intervals) {
        if (kept > 0 && interval.first <= intervals[kept - 1].second)
            intervals[kept - 1].second = std::max(intervals[kept - 1].second, interval.second);
        else
            intervals[kept++] = interval;
    }
    intervals.resize(kept);
}

std::vector<Track> tracks_of(const std::vector<Ruling>& lines) {
    std::vector<Track> tracks;
    double first = 0;
    for (const Ruling& line : lines) {
        if (tracks.empty() || line.position > first + snap) {
            tracks.emplace_back();
            first = line.position;
        }
        Track& track = tracks.back();
        if (line.to - line.from > track.longest) {
            track.longest = line.to - line.from;
            track.position = line.position;
        }
        const Interval interval{line.from, line.to};
        track.all.push_back(interval);
        if (line.source == Ruling::Source::fill_edge) continue;
        track.firm.push_back(interval);
        if (line.source != Ruling::Source::clip) track.painted.push_back(interval);
    }
    for (Track& track : tracks) {
        merge(track.all);
        merge(track.firm);
        merge(track.painted);
    }
    return tracks;
}

// Adds a side where at least two lines across stick out by as much: tables without lines left and right.
void close_open_sides(std::vector<Track>& sides, const std::vector<Ruling>& across) {
    if (sides.empty() || across.size() < 2) return;
    std::vector<double> starts, ends;
    for (const Ruling& line : across) {
        starts.push_back(line.from);
        ends.push_back(-line.to);
    }
    const auto outermost = [](std::vector<double>& values) {
        std::sort(values.begin(), values.end());
        return std::pair(values[0], values[1] - values[0] <= snap);
    };
    const auto [start, has_start] = outermost(starts);
    const auto [end, has_end] = outermost(ends);
    if (has_start && start < sides.front().position - open_side)
        sides.insert(sides.begin(), {.position = start, .longest = 0, .all = {}, .firm = {}, .painted = {}});
    if (has_end && -end > sides.back().position + open_side)
        sides.push_back({.position = -end, .longest = 0, .all = {}, .firm = {}, .painted = {}});
}

// True where `intervals` cover enough of each stretch between two neighbours of `stops`.
std::vector<bool> covered(const std::vector<Interval>& intervals, const std::vector<double>& stops) {
    std::vector<bool> result(stops.size() - 1);
    auto interval = intervals.begin();
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        while (interval != intervals.end() && interval->second <= stops[i]) ++interval;
        double length = 0;
        for (auto next = interval; next != intervals.end() && next->first < stops[i + 1]; ++next)
            length += std::min(next->second, stops[i + 1]) - std::max(next->first, stops[i]);
        result[i] = length >= covered_share * (stops[i + 1] - stops[i]);
    }
    return result;
}

class Lattice {
public:
    Lattice(std::vector<Track> columns, std::vector<Track> rows)
        : columns_(std::move(columns)), rows_(std::move(rows)) {
        for (const Track& track : columns_) xs_.push_back(track.position);
        for (const Track& track : rows_) ys_.push_back(track.position);
        width_ = xs_.size() - 1;
        height_ = ys_.size() - 1;
        fills_.assign(width_ * height_, nullptr);
    }

    // Takes the last fill painted over the middle of each cell.
    void find_fills(const std::vector<Fill>& fills, std::size_t& steps_left) {
        for (const Fill& fill : fills) {
            if (steps_left == 0) return;
            --steps_left;
            const auto first = [](const std::vector<double>& stops, double from) {
                auto stop = std::upper_bound(stops.begin(), stops.end(), from);
                return static_cast<std::size_t>(stop == stops.begin() ? 0 : stop - stops.begin() - 1);
            };
            for (std::size_t y = first(ys_, fill.box.top); y < height_ && ys_[y] < fill.box.bottom; ++y)
                for (std::size_t x = first(xs_, fill.box.left); x < width_ && xs_[x] < fill.box.right; ++x) {
                    if (steps_left == 0) return;
                    --steps_left;
                    const double center_x = (xs_[x] + xs_[x + 1]) / 2, center_y = (ys_[y] + ys_[y + 1]) / 2;
                    if (center_x > fill.box.left && center_x < fill.box.right && center_y > fill.box.top &&
                        center_y < fill.box.bottom)
                        fills_[y * width_ + x] = &fill;
                }
        }
    }

    std::vector<Grid> read() {
        DisjointSets cells(width_ * height_);
        std::size_t sides = 0, painted = 0;
        join_across(cells, columns_, ys_, sides, painted, [&](std::size_t line, std::size_t stretch) {
            return std::array{stretch * width_ + line - 1, stretch * width_ + line};
        });
        join_across(cells, rows_, xs_, sides, painted, [&](std::size_t line, std::size_t stretch) {
            return std::array{(line - 1) * width_ + stretch, line * width_ + stretch};
        });
        const std::vector<Bounds> drawn = bounds_of(cells);
        if (!close(cells)) return {};
        const std::vector<Bounds> closed = bounds_of(cells);
        std::vector<Grid> grids{grid_of(closed, {0, 0, width_ - 1, height_ - 1})};
        if (grids.front().cells.size() < 2) return {};
        for (const std::vector<Bounds>& nested : nested_in(cells, closed, drawn)) {
            Bounds around = nested.front();
            for (std::size_t i = 1; i < nested.size(); ++i) around = united(around, nested[i]);
            if (around.is_rectangle()) grids.push_back(grid_of(nested, around));
        }
        for (Grid& grid : grids) grid.evidence = 2 * painted >= sides ? GridEvidence::rulings : GridEvidence::clips;
        return grids;
    }

private:
    // Whether the edge between two fills is seen.
    bool is_seam(std::size_t a, std::size_t b) const {
        const Fill *first = fills_[a], *second = fills_[b];
        if (first == second) return false;
        if (first == nullptr || second == nullptr || first->color != second->color) return true;
        const double across =
            std::max(first->box.left, second->box.left) - std::min(first->box.right, second->box.right);
        const double along =
            std::max(first->box.top, second->box.top) - std::min(first->box.bottom, second->box.bottom);
        return std::max(across, along) >= seen_seam;
    }

    // `pair_at`: the cells on both sides of a line's stretch.
    template <typename PairAt>
    void join_across(DisjointSets& cells, const std::vector<Track>& tracks, const std::vector<double>& stops,
                     std::size_t& sides, std::size_t& painted, PairAt pair_at) const {
        for (std::size_t line = 0; line < tracks.size(); ++line) {
            const auto all = covered(tracks[line].all, stops), firm = covered(tracks[line].firm, stops),
                       drawn = covered(tracks[line].painted, stops);
            for (std::size_t stretch = 0; stretch + 1 < stops.size(); ++stretch) {
                bool is_side = all[stretch];
                if (line > 0 && line + 1 < tracks.size()) {
                    const auto [a, b] = pair_at(line, stretch);
                    is_side = firm[stretch] || (all[stretch] && is_seam(a, b));
                    if (!is_side) cells.join(a, b);
                }
                if (!is_side) continue;
                ++sides;
                if (drawn[stretch] || !firm[stretch]) ++painted;
            }
        }
    }

    struct Bounds {
        std::size_t left = 0, top = 0, right = 0, bottom = 0;  // cells, right and bottom included
        std::size_t count = 0;
        std::size_t area() const { return (right - left + 1) * (bottom - top + 1); }
        bool is_rectangle() const { return count == area(); }
        bool operator==(const Bounds&) const = default;
    };

    static Bounds united(const Bounds& a, const Bounds& b) {
        return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
                std::max(a.bottom, b.bottom), a.count + b.count};
    }

    std::vector<Bounds> bounds_of(DisjointSets& cells) const {
        std::vector<Bounds> bounds(width_ * height_);
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            const std::size_t x = i % width_, y = i / width_;
            Bounds& b = bounds[cells.find(i)];
            b = b.count == 0 ? Bounds{x, y, x, y, 1} : united(b, {x, y, x, y, 1});
        }
        return bounds;
    }

    // Joins cells until each is a rectangle.
    bool close(DisjointSets& cells) const {
        for (int round = 0; round < most_closings; ++round) {
            bool is_closed = true;
            for (const Bounds& b : bounds_of(cells)) {
                if (b.count == 0 || b.is_rectangle()) continue;
                is_closed = false;
                for (std::size_t y = b.top; y <= b.bottom; ++y)
                    for (std::size_t x = b.left; x <= b.right; ++x) cells.join(b.top * width_ + b.left, y * width_ + x);
                closed_cells_ += b.area();
                if (closed_cells_ > 100 * most_cells) return false;
            }
            if (is_closed) return true;
        }
        return false;
    }

    // The cells that are drawn in one that goes round them, by that one: a table that shares some of its sides.
    // `cells`: when they were closed.
    std::vector<std::vector<Bounds>> nested_in(DisjointSets& cells, const std::vector<Bounds>& closed,
                                               const std::vector<Bounds>& drawn) const {
        std::vector<std::vector<Bounds>> nested;
        std::size_t looked = 0;
        for (const Bounds& around : drawn) {
            if (around.count == 0 || around.is_rectangle() || ++looked > most_nested) continue;
            const Bounds& cell = closed[cells.find(around.top * width_ + around.left)];
            if (cell != Bounds{around.left, around.top, around.right, around.bottom, around.area()}) continue;
            std::vector<Bounds> inside;
            for (const Bounds& b : drawn)
                if (b.count > 0 && b.is_rectangle() && b.left >= cell.left && b.right <= cell.right &&
                    b.top >= cell.top && b.bottom <= cell.bottom)
                    inside.push_back(b);
            if (inside.size() > 1) nested.push_back(std::move(inside));
        }
        return nested;
    }

    // The cells `bounds`, which fill `around`. Only lines on which a cell ends count.
    Grid grid_of(const std::vector<Bounds>& bounds, const Bounds& around) const {
        std::vector<int> columns(width_ + 1), rows(height_ + 1);
        for (const Bounds& b : bounds) {
            if (b.count == 0) continue;
            columns[b.left] = columns[b.right + 1] = 1;
            rows[b.top] = rows[b.bottom + 1] = 1;
        }
        Grid grid;
        const std::vector<bool> is_closed = covered(rows_.back().all, xs_);
        const bool has_closed = std::find(is_closed.begin(), is_closed.end(), true) != is_closed.end();
        const auto keep = [](std::vector<int>& used, const std::vector<double>& from, std::vector<double>& to) {
            for (std::size_t i = 0; i < used.size(); ++i) {
                if (used[i] != 0) to.push_back(from[i]);
                used[i] = static_cast<int>(to.size()) - 1;
            }
        };
        keep(columns, xs_, grid.xs);
        keep(rows, ys_, grid.ys);
        for (const Bounds& b : bounds) {
            if (b.count == 0) continue;
            GridCell cell{.row = rows[b.top], .column = columns[b.left], .box = {}};
            cell.row_span = rows[b.bottom + 1] - cell.row;
            cell.column_span = columns[b.right + 1] - cell.column;
            cell.box = {xs_[b.left], ys_[b.top], xs_[b.right + 1], ys_[b.bottom + 1]};
            cell.is_open = has_closed && b.bottom + 1 == height_ && !is_closed[b.left];
            grid.cells.push_back(cell);
        }
        std::sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
        grid.box = {xs_[around.left], ys_[around.top], xs_[around.right + 1], ys_[around.bottom + 1]};
        return grid;
    }

    std::vector<Track> columns_, rows_;
    std::vector<double> xs_, ys_;
    std::size_t width_ = 0, height_ = 0;
    std::vector<const Fill*> fills_;
    mutable std::size_t closed_cells_ = 0;
};

}  // namespace

std::vector<Grid> make_lattice(const LineGroup& group, const std::vector<Fill>& fills, std::size_t& steps_left) {
    if (group.horizontal.size() + group.vertical.size() < 3) return {};
    std::vector<Track> columns = tracks_of(group.vertical), rows = tracks_of(group.horizontal);
    close_open_sides(columns, group.horizontal);
    close_open_sides(rows, group.vertical);
    if (columns.size() < 2 || rows.size() < 2 || (columns.size() - 1) * (rows.size() - 1) > most_cells) return {};
    const auto is_seen = [](const Track& side) { return !side.all.empty(); };
    const bool is_cut = is_seen(columns.front()) && is_seen(columns.back()) && !is_seen(rows.back());
    Lattice lattice(std::move(columns), std::move(rows));
    const auto is_edge = [](const Ruling& line) { return line.source == Ruling::Source::fill_edge; };
    if (std::any_of(group.horizontal.begin(), group.horizontal.end(), is_edge) ||
        std::any_of(group.vertical.begin(), group.vertical.end(), is_edge))
        lattice.find_fills(fills, steps_left);
    std::vector<Grid> grids = lattice.read();
    if (!grids.empty()) grids.front().is_cut = is_cut;
    return grids;
}

}  // namespace sop::pdf
