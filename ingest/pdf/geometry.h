// Points, matrices and rectangles of a PDF (ISO 32000-1, 8.3).
#pragma once

#include <algorithm>
#include <cmath>

#include "ingest/diagnostic.h"

namespace sop::pdf {

struct Point {
    double x = 0, y = 0;
};

// [a b c d e f]: x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    Point apply(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
    // Rectangles stay rectangles.
    bool is_axis_aligned() const { return (near(b) && near(c)) || (near(a) && near(d)); }
    // Geometric mean of the lengths that unit vectors get.
    double scale() const { return std::sqrt(std::abs(a * d - b * c)); }

private:
    bool near(double value) const {
        return std::abs(value) < 1e-6 * (std::abs(a) + std::abs(b) + std::abs(c) + std::abs(d));
    }
};

// First `inner`, then `outer`.
inline Matrix operator*(const Matrix& inner, const Matrix& outer) {
    return {inner.a * outer.a + inner.b * outer.c,           inner.a * outer.b + inner.b * outer.d,
            inner.c * outer.a + inner.d * outer.c,           inner.c * outer.b + inner.d * outer.d,
            inner.e * outer.a + inner.f * outer.c + outer.e, inner.e * outer.b + inner.f * outer.d + outer.f};
}

// In the file's own coordinates, y upward.
struct Rectangle {
    double left = 0, bottom = 0, right = 0, top = 0;
    double width() const { return right - left; }
    double height() const { return top - bottom; }
};

inline double width_of(const Box& box) { return box.right - box.left; }
inline double height_of(const Box& box) { return box.bottom - box.top; }
inline double middle_y(const Box& box) { return (box.top + box.bottom) / 2; }

inline Box intersection(const Box& a, const Box& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

// The smallest box around both; an empty one counts for nothing.
inline Box united(const Box& a, const Box& b) {
    if (a == Box{}) return b;
    if (b == Box{}) return a;
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

// True where `outer`, grown by `tolerance`, holds all of `inner`.
inline bool contains(const Box& outer, const Box& inner, double tolerance) {
    return inner.left >= outer.left - tolerance && inner.right <= outer.right + tolerance &&
           inner.top >= outer.top - tolerance && inner.bottom <= outer.bottom + tolerance;
}

inline bool touches(const Box& a, const Box& b, double tolerance) {
    return a.left <= b.right + tolerance && b.left <= a.right + tolerance && a.top <= b.bottom + tolerance &&
           b.top <= a.bottom + tolerance;
}

// The bounds of a rectangle that `matrix` moves.
inline Box bounds(const Rectangle& rectangle, const Matrix& matrix) {
    const Point p = matrix.apply({rectangle.left, rectangle.bottom}),
                q = matrix.apply({rectangle.right, rectangle.bottom}),
                r = matrix.apply({rectangle.right, rectangle.top}), s = matrix.apply({rectangle.left, rectangle.top});
    return {std::min({p.x, q.x, r.x, s.x}), std::min({p.y, q.y, r.y, s.y}), std::max({p.x, q.x, r.x, s.x}),
            std::max({p.y, q.y, r.y, s.y})};
}

}  // namespace sop::pdf
