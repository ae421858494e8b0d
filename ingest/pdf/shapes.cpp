#include "ingest/pdf/shapes.h"

#include <array>
#include <numbers>
#include <optional>

#include "ingest/pdf/colors.h"

namespace sop::pdf {
namespace {

// All in points.
constexpr double line_width = 3.2;         // a filled rectangle no wider than this is a line; Word's widest border is 3
constexpr double line_proportion = 3;      // and at least so many times as long as wide, when it is no rectangle
constexpr double curved_line_length = 12;  // a thin shape with curves is a letter ("l") below this
constexpr double bullet_least = 1, bullet_most = 8;
constexpr double dot_least = 1.8, dot_most = 5;  // square bullets
constexpr double box_least = 5, box_most = 14;   // tick boxes; circles of radio buttons are larger than bullets
constexpr double tick_most = 20;                 // ticks stick out of their box
constexpr double tick_least = 3.5;
constexpr double outline_share = 0.5;                      // of its box, that a tick covers
constexpr double corner_least = 0.15, corner_most = 0.55;  // of its width, from the left
constexpr double start_least = 0.3, start_most = 0.85;     // of its height, from the top
constexpr double square_tolerance = 0.2;                   // share by which the sides of a square differ
constexpr double circle_tolerance = 0.06;                  // share of the box that a circle's area is off
constexpr double rounded_area = 0.85;     // a rectangle with round corners fills at least this share of its box
constexpr double edge_tolerance = 1;      // a fill inside another one, corners off by rounding
constexpr double large_share = 0.05;      // of the page's area: what others are painted on
constexpr std::size_t fills_before = 32;  // Word paints a paragraph's shading right after its cell's
constexpr std::size_t large_fills = 64;

bool is_empty(const Box& box) { return box.right < box.left || box.bottom < box.top; }

double side_of(const Box& box) { return std::max(width_of(box), height_of(box)); }

bool is_square(const Box& box, double least, double most) {
    const double width = width_of(box), height = height_of(box);
    return std::min(width, height) >= least && std::max(width, height) <= most &&
           std::abs(width - height) <= square_tolerance * std::max(width, height);
}

bool is_circle(const Path& path, const Subpath& subpath) {
    if (!subpath.has_curves || !is_square(subpath.box, bullet_least, box_most)) return false;
    const double share = std::abs(path.area(subpath)) / (width_of(subpath.box) * height_of(subpath.box));
    return std::abs(share - std::numbers::pi / 4) <= circle_tolerance;
}

bool is_rounded_rectangle(const Path& path, const Subpath& subpath) {
    const double area = width_of(subpath.box) * height_of(subpath.box);
    return subpath.has_curves && area > 0 && std::abs(path.area(subpath)) >= rounded_area * area;
}

Box grown(const Box& box, double by) { return {box.left - by, box.top - by, box.right + by, box.bottom + by}; }

}  // namespace

void Shapes::add_line(bool is_horizontal, const Box& box, std::uint32_t color, Ruling::Source source) {
    Ruling line{.is_horizontal = is_horizontal, .color = color, .source = source};
    line.position = is_horizontal ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2;
    line.from = is_horizontal ? box.left : box.top;
    line.to = is_horizontal ? box.right : box.bottom;
    line.width = is_horizontal ? height_of(box) : width_of(box);
    rulings.push_back(line);
}

// A piece no longer than wide is a dot or a corner: it may belong to a line either way.
void Shapes::add_line(const Box& box, std::uint32_t color, Ruling::Source source) {
    const double width = width_of(box), height = height_of(box);
    const bool is_dot = std::max(width, height) <= line_width && std::max(width, height) < 2 * std::min(width, height);
    if (is_dot || width >= height) add_line(true, box, color, source);
    if (is_dot || height > width) add_line(false, box, color, source);
}

void Shapes::fill_rectangle(const Box& box, std::uint32_t color) {
    if (is_square(box, dot_least, dot_most) && !is_white(color)) dots.push_back(box);
    if (side_of(box) <= tick_most) strokes.push_back({box, color, true});
    if (std::min(width_of(box), height_of(box)) <= line_width) return add_line(box, color, Ruling::Source::thin_fill);
    if (is_square(box, box_least, box_most) && !is_white(color)) squares.push_back({box, false, color});

    // On what it is painted: the last fill that holds it. In the same colour nothing of it is seen.
    std::optional<std::size_t> ground;
    for (std::size_t i = fills.size(); i > 0 && i + fills_before > fills.size() && !ground; --i)
        if (contains(fills[i - 1].box, box, edge_tolerance)) ground = i - 1;
    for (std::size_t i = large_.size(); i > 0 && !ground; --i)
        if (contains(fills[large_[i - 1]].box, box, edge_tolerance)) ground = large_[i - 1];
    if (ground ? fills[*ground].color == color : is_white(color)) return;

    if (width_of(box) * height_of(box) >= large_share * width_of(page_) * height_of(page_)) {
        if (large_.size() == large_fills) large_.erase(large_.begin());
        large_.push_back(fills.size());
    }
    fills.push_back({box, color});
    const auto add_edge = [&](bool is_horizontal, const Box& edge) {
        const bool is_page_edge =
            is_horizontal ? edge.top <= page_.top + edge_tolerance || edge.top >= page_.bottom - edge_tolerance
                          : edge.left <= page_.left + edge_tolerance || edge.left >= page_.right - edge_tolerance;
        if (!is_page_edge) add_line(is_horizontal, edge, color, Ruling::Source::fill_edge);
    };
    add_edge(true, {box.left, box.top, box.right, box.top});
    add_edge(true, {box.left, box.bottom, box.right, box.bottom});
    add_edge(false, {box.left, box.top, box.left, box.bottom});
    add_edge(false, {box.right, box.top, box.right, box.bottom});
}

// A short arm down to the right and a longer one up from its end, as a line or as the outline of both.
bool is_tick(const Path& path, const Subpath& subpath) {
    constexpr std::size_t line_points = 3, outline_points = 6, most_points = 8;
    const Box& box = subpath.box;
    const double width = width_of(box), height = height_of(box);
    const bool is_line = subpath.count == line_points && !subpath.is_closed;
    if (subpath.has_curves || (!is_line && (subpath.count < outline_points || subpath.count > most_points)))
        return false;
    if (std::min(width, height) < tick_least || std::max(width, height) > 2 * std::min(width, height)) return false;
    if (!is_line && std::abs(path.area(subpath)) > outline_share * width * height) return false;
    const Point* first = &path.points()[subpath.first];
    const auto [leftmost, rightmost] =
        std::minmax_element(first, first + subpath.count, [](const Point& a, const Point& b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(first, first + subpath.count, [](const Point& a, const Point& b) { return a.y < b.y; });
    const double corner = (bottom->x - box.left) / width, start = (leftmost->y - box.top) / height;
    return corner > corner_least && corner < corner_most && start > start_least && start < start_most &&
           rightmost->y < bottom->y - height / 2 && top->x > box.left + width / 2;
}

// A border painted at once: what is between an outer and an inner rectangle.
bool Shapes::fill_ring(const Path& path, bool even_odd, std::uint32_t color, const Box& clip) {
    const auto& parts = path.subpaths();
    if (parts.size() != 2) return false;
    const bool first_is_outer = contains(parts[0].box, parts[1].box, 0);
    const Subpath &outer = parts[first_is_outer ? 0 : 1], &inner = parts[first_is_outer ? 1 : 0];
    if (!contains(outer.box, inner.box, 0)) return false;
    for (const Subpath& part : parts)
        if (!path.is_rectangle(part) && !is_rounded_rectangle(path, part) && !is_circle(path, part)) return false;
    if (!even_odd && path.area(outer) * path.area(inner) > 0) return false;  // both are filled

    if (is_square(outer.box, box_least, box_most)) squares.push_back({outer.box, true, color});
    if (is_circle(path, outer)) {
        if (side_of(outer.box) <= bullet_most) rounds.push_back(outer.box);
        return true;
    }
    const Box &o = outer.box, &i = inner.box;
    for (const Box& side : {Box{o.left, o.top, o.right, i.top}, Box{o.left, i.bottom, o.right, o.bottom},
                            Box{o.left, o.top, i.left, o.bottom}, Box{i.right, o.top, o.right, o.bottom}}) {
        const Box seen = intersection(side, clip);
        if (!is_empty(seen) && width_of(side) > 0 && height_of(side) > 0) fill_rectangle(seen, color);
    }
    return true;
}

void Shapes::fill_shape(const Path& path, const Subpath& subpath, std::uint32_t color, const Box& clip) {
    const Box box = intersection(subpath.box, clip);
    if (is_empty(box) || subpath.count < 3) return;
    if (path.is_rectangle(subpath)) return fill_rectangle(box, color);
    if (is_circle(path, subpath) && side_of(box) <= bullet_most && path.subpaths().size() == 1 && !is_white(color))
        rounds.push_back(box);

    const double shorter = std::min(width_of(box), height_of(box)), longer = std::max(width_of(box), height_of(box));
    if (is_rounded_rectangle(path, subpath) && shorter > bullet_most) {
        if (is_square(box, box_least, box_most) && !is_white(color)) squares.push_back({box, false, color});
        fill_rectangle(box, color);
    } else if (is_rounded_rectangle(path, subpath) && is_square(box, box_least, box_most)) {
        squares.push_back({box, false, color});
    } else if (shorter <= line_width && longer >= line_proportion * shorter &&
               longer >= (subpath.has_curves ? curved_line_length : 0)) {
        add_line(box, color, Ruling::Source::thin_fill);
    } else if (longer <= tick_most) {
        strokes.push_back({box, color, false, is_tick(path, subpath)});
    }
}

void Shapes::fill(const Path& path, bool even_odd, std::uint32_t color, const Box& clip) {
    if (is_over_limit() || fill_ring(path, even_odd, color, clip)) return;
    for (const Subpath& subpath : path.subpaths()) {
        if (is_over_limit()) return;
        fill_shape(path, subpath, color, clip);
    }
}

void Shapes::stroke(const Path& path, double width, std::uint32_t color, const Box& clip) {
    constexpr double hairline = 0.1;  // 8.4.3.2: width 0 is the thinnest line of the device
    constexpr double straight = 0.3;  // a line is level when its ends differ by no more
    width = std::max(width, hairline);
    for (const Subpath& subpath : path.subpaths()) {
        if (is_over_limit()) return;
        if (is_empty(intersection(grown(subpath.box, width), clip))) continue;
        const Point* points = &path.points()[subpath.first];
        const bool is_round = is_circle(path, subpath);
        if (is_round && side_of(subpath.box) <= bullet_most && !is_white(color)) {
            rounds.push_back(subpath.box);
            continue;
        }
        const bool is_whole = subpath.is_closed || subpath.count >= 5;
        const bool is_outline = is_whole && is_square(subpath.box, box_least, box_most) &&
                                (path.is_rectangle(subpath) || is_rounded_rectangle(path, subpath) || is_round);
        if (is_outline && !is_white(color)) squares.push_back({subpath.box, true, color});

        bool is_oblique = false;
        const std::size_t sides = subpath.count - 1 + (subpath.is_closed ? 1 : 0);
        for (std::size_t i = 0; i < sides && !is_over_limit(); ++i) {
            const Point p = points[i], q = points[(i + 1) % subpath.count];
            if (path.is_control(subpath, i) || path.is_control(subpath, (i + 1) % subpath.count)) {
                is_oblique = true;
                continue;
            }
            const bool is_level = std::abs(p.y - q.y) <= straight, is_upright = std::abs(p.x - q.x) <= straight;
            if (is_level == is_upright) {  // oblique, or a point
                is_oblique = is_oblique || !is_level;
                continue;
            }
            const Box box = intersection(
                {std::min(p.x, q.x) - (is_level ? 0 : width / 2), std::min(p.y, q.y) - (is_level ? width / 2 : 0),
                 std::max(p.x, q.x) + (is_level ? 0 : width / 2), std::max(p.y, q.y) + (is_level ? width / 2 : 0)},
                clip);
            if (is_empty(box)) continue;
            if (width > line_width)
                fill_rectangle(box, color);  // a thick line is how some programs shade a cell
            else
                add_line(is_level, box, color, Ruling::Source::stroke);
        }
        if (is_oblique && !is_outline && side_of(subpath.box) <= tick_most)
            strokes.push_back({subpath.box, color, false, is_tick(path, subpath)});
    }
}

bool Shapes::image(const Box& box) {
    if (std::min(width_of(box), height_of(box)) > line_width || std::max(width_of(box), height_of(box)) <= line_width)
        return false;
    if (!is_over_limit()) add_line(box, black, Ruling::Source::image);
    return true;
}

}  // namespace sop::pdf
