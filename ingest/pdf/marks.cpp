#include "ingest/pdf/marks.h"

#include <algorithm>
#include <cstddef>

#include "ingest/pdf/colors.h"
#include "ingest/pdf/geometry.h"

namespace sop::pdf {
namespace {

// More of them on a page are a drawing; also bounds the comparisons of each with all else.
constexpr std::size_t most_marks = 1'000;

// All in points unless a share of the square's side.
constexpr double same_place = 1.5;       // corners of one square painted twice, as fill and as outline
constexpr double beyond = 3;             // a side that goes on further belongs to a grid
constexpr double dotted_gap = 3.5;       // round dots nearer than this are a dotted line
constexpr double tick_sticks_out = 0.4;  // share
constexpr double tick_least = 0.35;      // share; a speck is no tick
constexpr double inner_most = 0.85;      // share; a larger rectangle inside is the square's own ground
constexpr double widest_character = 1;   // sizes
constexpr std::uint32_t dark = 0x60;     // of 255, the mean of red, green and blue; forms tint their boxes lighter

struct Candidate {
    Box box;
    bool has_outline = false;
    bool is_ticked = false;
    bool is_solid = false;  // filled with a dark colour: nothing can be written in it
};

bool is_dark(std::uint32_t color) { return (color >> 16 & 0xFF) + (color >> 8 & 0xFF) + (color & 0xFF) < 3 * dark; }

double side_of(const Box& box) { return std::max(width_of(box), height_of(box)); }
Point center_of(const Box& box) { return {(box.left + box.right) / 2, (box.top + box.bottom) / 2}; }

bool holds(const Box& box, Point p) {
    return p.x >= box.left && p.x <= box.right && p.y >= box.top && p.y <= box.bottom;
}

bool is_same(const Box& a, const Box& b) { return contains(a, b, same_place) && contains(b, a, same_place); }

Box box_of(const Ruling& line) {
    return line.is_horizontal ? Box{line.from, line.position, line.to, line.position}
                              : Box{line.position, line.from, line.position, line.to};
}

// Squares of four lines that were painted one by one.
std::vector<Box> squares_of_lines(const std::vector<Ruling>& rulings) {
    constexpr double least = 5, most = 14, corner = 1.5;
    std::vector<const Ruling*> across, down;
    for (const Ruling& line : rulings)
        if (line.to - line.from >= least && line.to - line.from <= most && !is_white(line.color) &&
            line.source != Ruling::Source::fill_edge)
            (line.is_horizontal ? across : down).push_back(&line);
    std::vector<Box> squares;
    if (across.empty() || across.size() > most_marks || down.size() > most_marks) return squares;
    std::stable_sort(across.begin(), across.end(),
                     [](const Ruling* a, const Ruling* b) { return a->position < b->position; });
    const auto has_side = [&](double x, double top, double bottom) {
        return std::any_of(down.begin(), down.end(), [&](const Ruling* line) {
            return std::abs(line->position - x) <= corner && std::abs(line->from - top) <= corner &&
                   std::abs(line->to - bottom) <= corner;
        });
    };
    for (std::size_t i = 0; i < across.size(); ++i)
        for (std::size_t j = i + 1; j < across.size() && across[j]->position - across[i]->position <= most; ++j) {
            const Ruling &top = *across[i], &bottom = *across[j];
            const double width = top.to - top.from, height = bottom.position - top.position;
            if (height >= least && std::abs(width - height) <= 0.2 * width &&
                std::abs(top.from - bottom.from) <= corner && std::abs(top.to - bottom.to) <= corner &&
                has_side(top.from, top.position, bottom.position) && has_side(top.to, top.position, bottom.position))
                squares.push_back({top.from, top.position, top.to, bottom.position});
        }
    return squares;
}

// Whether words stand in `box`; one character alone may be what someone ticked it with.
bool has_text(const Box& box, const std::vector<TextRun>& runs) {
    int characters = 0;
    for (const TextRun& run : runs) {
        const double middle = (run.box.top + run.box.bottom) / 2;
        const bool is_inside = !run.is_invisible && middle > box.top && middle < box.bottom &&
                               run.box.left >= box.left - 1 && run.box.left < box.right &&
                               run.box.right <= box.right + side_of(box) / 2;
        if (!is_inside) continue;
        const bool is_character = holds(box, center_of(run.box)) && width_of(run.box) <= widest_character * run.size;
        if (!is_character || ++characters > 1) return true;
    }
    return false;
}

// Whether two sides or more go on past the corners.
bool is_in_grid(const Box& box, const std::vector<Ruling>& rulings) {
    int sides = 0;
    for (const Ruling& line : rulings) {
        const double low = line.is_horizontal ? box.top : box.left, high = line.is_horizontal ? box.bottom : box.right;
        const double from = line.is_horizontal ? box.left : box.top, to = line.is_horizontal ? box.right : box.bottom;
        const bool is_side =
            std::abs(line.position - low) <= same_place || std::abs(line.position - high) <= same_place;
        const bool covers = line.from <= from + same_place && line.to >= to - same_place;
        if (is_side && covers && (line.from < from - beyond || line.to > to + beyond) && ++sides == 2) return true;
    }
    return false;
}

bool is_ticked_by(const Candidate& square, const Shapes::Stroke& stroke) {
    const double side = side_of(square.box), size = side_of(stroke.box);
    if (!holds(square.box, center_of(stroke.box)) || !contains(square.box, stroke.box, tick_sticks_out * side))
        return false;
    if (size < tick_least * side || (is_white(stroke.color) && square.has_outline)) return false;
    return !stroke.is_rectangle || (size <= inner_most * side && !is_white(stroke.color) &&
                                    std::min(width_of(stroke.box), height_of(stroke.box)) >= tick_least * side);
}

std::vector<Candidate> find_squares(const Shapes& shapes, const std::vector<TextRun>& runs,
                                    const std::vector<Ruling>& rulings) {
    std::vector<Candidate> candidates;
    if (shapes.squares.size() > most_marks) return candidates;
    for (const Shapes::Square& square : shapes.squares)
        candidates.push_back({square.box, square.has_outline, false, !square.has_outline && is_dark(square.color)});
    for (const Box& box : squares_of_lines(rulings)) candidates.push_back({box, true, false, false});

    std::vector<Candidate> squares;
    for (const Candidate& candidate : candidates) {
        const auto same = std::find_if(squares.begin(), squares.end(),
                                       [&](const Candidate& s) { return is_same(s.box, candidate.box); });
        if (same == squares.end()) {
            squares.push_back(candidate);
        } else {
            same->has_outline = same->has_outline || candidate.has_outline;
            same->is_solid = same->is_solid || candidate.is_solid;
        }
    }
    // What stands inside another one ticks it: a filled square, the ground of an outline.
    std::erase_if(squares, [&](const Candidate& inner) {
        return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& outer) {
            return side_of(outer.box) > side_of(inner.box) + same_place && contains(outer.box, inner.box, 0);
        });
    });
    for (Candidate& square : squares)
        square.is_ticked = std::any_of(shapes.strokes.begin(), shapes.strokes.end(),
                                       [&](const Shapes::Stroke& stroke) { return is_ticked_by(square, stroke); });
    // Beside empty boxes of its size a solid one is the choice that was made; else it is a bullet or a pointer in a
    // figure, outlined or not.
    for (Candidate& square : squares)
        if (square.is_solid && square.has_outline && !square.is_ticked)
            square.is_ticked = std::any_of(squares.begin(), squares.end(), [&](const Candidate& other) {
                return other.has_outline && !other.is_solid &&
                       std::abs(side_of(other.box) - side_of(square.box)) <= same_place;
            });
    std::erase_if(squares, [](const Candidate& square) { return square.is_solid && !square.is_ticked; });
    // A filled square alone is a bullet, a legend's colour or a full cell.
    std::erase_if(squares, [&](const Candidate& square) {
        return (!square.has_outline && !square.is_ticked) || is_in_grid(square.box, rulings) ||
               has_text(square.box, runs);
    });
    return squares;
}

void add_bullets(const std::vector<Box>& rounds, const std::vector<Box>& dots, const std::vector<Ruling>& rulings,
                 std::vector<Mark>& marks) {
    if (rounds.size() + dots.size() > most_marks) return;
    std::vector<Box> bullets = rounds;
    for (const Box& dot : dots)
        if (std::none_of(rulings.begin(), rulings.end(), [&](const Ruling& line) {
                return touches(box_of(line), dot, 1) && line.to - line.from > side_of(dot) + beyond;
            }))
            bullets.push_back(dot);
    const std::vector<Mark> squares = marks;
    for (std::size_t i = 0; i < bullets.size(); ++i) {
        const Box& bullet = bullets[i];
        // One place, one bullet: a ring and its filling, or a fill painted twice.
        const auto is_other = [&](std::size_t j) {
            return j != i && touches(bullet, bullets[j], dotted_gap) &&
                   !(contains(bullets[j], bullet, same_place) || contains(bullet, bullets[j], same_place));
        };
        const auto is_within = [&](std::size_t j) {
            return contains(bullets[j], bullet, same_place) && (j < i || !contains(bullet, bullets[j], same_place));
        };
        bool is_alone = std::none_of(squares.begin(), squares.end(),
                                     [&](const Mark& mark) { return touches(mark.box, bullet, 0); });
        for (std::size_t j = 0; j < bullets.size() && is_alone; ++j)
            is_alone = j == i || (!is_other(j) && !is_within(j));
        if (is_alone) marks.push_back({Mark::Kind::bullet, bullet});
    }
}

// Ticks that stand by themselves, several of one size: one alone is a drawing's.
void add_ticks(const Shapes& shapes, const std::vector<TextRun>& runs, std::vector<Mark>& marks) {
    constexpr double other_size = 1.2;
    constexpr std::size_t fewest = 2;
    std::vector<Box> ticks;
    if (shapes.strokes.size() > most_marks) return;
    for (const Shapes::Stroke& stroke : shapes.strokes) {
        if (!stroke.is_tick || is_white(stroke.color) || has_text(stroke.box, runs)) continue;
        const auto is_there = [&](const Box& box) { return touches(box, stroke.box, 0); };
        if (std::any_of(ticks.begin(), ticks.end(), is_there) ||
            std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) { return is_there(mark.box); }))
            continue;
        ticks.push_back(stroke.box);
    }
    for (const Box& tick : ticks) {
        const auto alike = std::count_if(ticks.begin(), ticks.end(), [&](const Box& other) {
            return side_of(other) <= other_size * side_of(tick) && side_of(tick) <= other_size * side_of(other);
        });
        if (static_cast<std::size_t>(alike) >= fewest) marks.push_back({Mark::Kind::tick, tick});
    }
}

}  // namespace

void add_squares_of_lines(Shapes& shapes) {
    for (const Box& box : squares_of_lines(shapes.rulings)) shapes.squares.push_back({box, true, 0});
}

std::vector<Mark> find_marks(const Shapes& shapes, const std::vector<TextRun>& runs, std::vector<Ruling>& rulings,
                             std::vector<Fill>& fills) {
    std::vector<Mark> marks;
    for (const Candidate& square : find_squares(shapes, runs, rulings))
        marks.push_back({square.is_ticked ? Mark::Kind::ticked_box : Mark::Kind::box, square.box});
    add_bullets(shapes.rounds, shapes.dots, rulings, marks);
    add_ticks(shapes, runs, marks);
    for (const Mark& mark : marks) {
        std::erase_if(rulings, [&](const Ruling& line) { return contains(mark.box, box_of(line), same_place); });
        std::erase_if(fills, [&](const Fill& fill) { return contains(mark.box, fill.box, same_place); });
    }
    return marks;
}

}  // namespace sop::pdf
