// A path that is being built (ISO 32000-1, 8.5.2), in points of the page as shown.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/pdf/geometry.h"

namespace sop::pdf {

struct Subpath {
    std::size_t first = 0, count = 0;  // in Path::points
    bool is_closed = false;
    bool has_curves = false;  // then each curve has two control points before its end
    Box box;                  // of all points, control points too
};

class Path {
public:
    void move_to(Point p);
    void line_to(Point p);
    void curve_to(Point control1, Point control2, Point end);
    void close();
    // A rectangle as re makes it, moved by `matrix`.
    void rectangle(double x, double y, double width, double height, const Matrix& matrix);
    void clear();

    bool is_empty() const { return subpaths_.empty(); }
    const std::vector<Subpath>& subpaths() const { return subpaths_; }
    const std::vector<Point>& points() const { return points_; }
    Point current() const { return points_.empty() ? Point{} : points_.back(); }
    Box box() const;

    // True where the subpath is a rectangle with sides along the page's.
    bool is_rectangle(const Subpath& subpath) const;
    // Area inside, negative when drawn the other way round; curves count exactly.
    double area(const Subpath& subpath) const;
    // Whether the n-th point of a subpath is a curve's control point.
    bool is_control(const Subpath& subpath, std::size_t n) const {
        return subpath.has_curves && controls_[subpath.first + n];
    }

private:
    void add(Point p, bool is_control);

    std::vector<Point> points_;
    std::vector<bool> controls_;
    std::vector<Subpath> subpaths_;
};

}  // namespace sop::pdf
