#include "ingest/pdf/path.h"

namespace sop::pdf {
namespace {

// Two coordinates are one line: rounding to hundredths in the file, scaled.
constexpr double same = 0.05;

}  // namespace

void Path::add(Point p, bool is_control) {
    Subpath& subpath = subpaths_.back();
    points_.push_back(p);
    controls_.push_back(is_control);
    ++subpath.count;
    subpath.box = {std::min(subpath.box.left, p.x), std::min(subpath.box.top, p.y), std::max(subpath.box.right, p.x),
                   std::max(subpath.box.bottom, p.y)};
}

void Path::move_to(Point p) {
    // A move that nothing follows is replaced by the next (8.5.2.1).
    if (!subpaths_.empty() && subpaths_.back().count == 1) {
        points_.pop_back();
        controls_.pop_back();
        subpaths_.pop_back();
    }
    subpaths_.push_back({points_.size(), 0, false, false, {p.x, p.y, p.x, p.y}});
    add(p, false);
}

void Path::line_to(Point p) {
    if (subpaths_.empty()) return move_to(p);
    if (subpaths_.back().is_closed) move_to(points_[subpaths_.back().first]);
    add(p, false);
}

void Path::curve_to(Point control1, Point control2, Point end) {
    if (subpaths_.empty()) move_to(control1);
    if (subpaths_.back().is_closed) move_to(points_[subpaths_.back().first]);
    subpaths_.back().has_curves = true;
    add(control1, true);
    add(control2, true);
    add(end, false);
}

void Path::close() {
    if (!subpaths_.empty()) subpaths_.back().is_closed = true;
}

void Path::rectangle(double x, double y, double width, double height, const Matrix& matrix) {
    move_to(matrix.apply({x, y}));
    line_to(matrix.apply({x + width, y}));
    line_to(matrix.apply({x + width, y + height}));
    line_to(matrix.apply({x, y + height}));
    close();
}

void Path::clear() {
    points_.clear();
    controls_.clear();
    subpaths_.clear();
}

Box Path::box() const {
    Box box = subpaths_.empty() ? Box{} : subpaths_.front().box;
    for (const Subpath& subpath : subpaths_)
        box = {std::min(box.left, subpath.box.left), std::min(box.top, subpath.box.top),
               std::max(box.right, subpath.box.right), std::max(box.bottom, subpath.box.bottom)};
    return box;
}

bool Path::is_rectangle(const Subpath& subpath) const {
    if (subpath.has_curves || subpath.count < 4 || subpath.count > 5) return false;
    const Point* p = &points_[subpath.first];
    const auto is_near = [](double a, double b) { return std::abs(a - b) <= same; };
    if (subpath.count == 5 && !(is_near(p[0].x, p[4].x) && is_near(p[0].y, p[4].y))) return false;
    const bool starts_across =
        is_near(p[0].y, p[1].y) && is_near(p[1].x, p[2].x) && is_near(p[2].y, p[3].y) && is_near(p[3].x, p[0].x);
    const bool starts_down =
        is_near(p[0].x, p[1].x) && is_near(p[1].y, p[2].y) && is_near(p[2].x, p[3].x) && is_near(p[3].y, p[0].y);
    return starts_across || starts_down;
}

// By Green's theorem: each line adds half the cross product of its ends; a Bezier curve adds a sum of cross products of
// its four points.
double Path::area(const Subpath& subpath) const {
    const Point* p = &points_[subpath.first];
    const auto cross = [](Point a, Point b) { return a.x * b.y - b.x * a.y; };
    double sum = 0;
    std::size_t at = 0;
    while (at + 1 < subpath.count) {
        if (is_control(subpath, at + 1) && at + 3 < subpath.count) {
            const Point a = p[at], b = p[at + 1], c = p[at + 2], d = p[at + 3];
            sum += (6 * cross(a, b) + 3 * cross(a, c) + cross(a, d) + 3 * cross(b, c) + 3 * cross(b, d) +
                    6 * cross(c, d)) /
                   20;
            at += 3;
        } else {
            sum += cross(p[at], p[at + 1]) / 2;
            ++at;
        }
    }
    return sum + cross(p[at], p[0]) / 2;
}

}  // namespace sop::pdf
